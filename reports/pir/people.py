"""Items about who took part, pregnant women, agreements with partners, and numbers kept by hand."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from reports.pir.answers import Answer, Seen, Why, nobody
from reports.pir.living import childless

TERM = timedelta(weeks=40)
FIRST_ENDS, SECOND_ENDS = 14, 28  # weeks
FEW_DAYS = 45
LEFT = _(
    "Enrolled children whose last place in the program ended before the last day of its year, each child once. Who "
    "came back in the year has not left. The days are counted from the child’s first day to its last."
)
BY_WEEKS = _(
    "Women with a place for the pregnancy, by how far along they were on their first day: counted back forty weeks "
    "from the day the baby is expected, or was born."
)


def by_hand(facts, form, item):
    """The number a person wrote down; no family stands behind it."""
    number = form.said(f"item:{item.code}", facts.year)
    return Answer(facts.families, "nobody_wrote" if number is None else "by_hand", number=number or 0)


def agreements(facts, form, item):
    partners = facts.agreements.get(item.key, ())
    return Answer(facts.families, "counts_partners", number=len(partners))


def fathers(what):
    """Families in which a father or father figure took part in this."""

    def answer(facts, form, item):
        found = nobody(facts, "nobody_took_part")
        for family, came in facts.taken_part.get(what, {}).items():
            found.put(family, _father(*came))
        return found

    return answer


def _father(first_day, of_another, activity, outside):
    if first_day:
        return Seen(on=first_day)
    if of_another:
        return Why("not_recorded_as_father", activity, of_another)
    return Why("father_outside_the_year", on=outside) if outside else Why("nobody_took_part")


def left(days=None):
    """Children who left before the year was over; with `days`, of these who had been here for fewer."""

    def answer(facts, form, item):
        found = childless(facts, nobody(facts, "nobody_left"))
        for family, children in facts.left.items():
            inside = {child: last for child, (first, last) in children.items() if _is_short(first, last, days)}
            found.put(family, Seen(tuple(inside), min(inside.values())) if inside else Why("left_later"))
        return found

    return answer


def _is_short(first, last, days):
    return days is None or (last - first).days + 1 < days


def pregnant(facts, form, item):
    return _women(facts, lambda family, woman, place: True)


def _women(facts, test, otherwise="not_among_them"):
    """Pregnant women who pass the test; of the families of the others, why not."""
    found = nobody(facts, "no_pregnancy")
    for family, women in facts.women.items():
        inside = {woman: place.entered_on for woman, place in women.items() if test(family, woman, place)}
        found.put(family, Seen(tuple(inside), min(inside.values())) if inside else Why(otherwise))
    return found


def pregnant_service(facts, form, item):
    kinds = [form.categories[code] for code in item.categories if code in form.categories]

    def had(family, woman, place):
        named = [people for kind in kinds for _day, people in facts.given_to.get((kind, family), ())]
        return any(not people or woman in people for people in named)

    return _women(facts, had, "no_such_help")


def trimester(number):
    def answer(facts, form, item):
        found = _women(facts, lambda family, woman, place: _trimester(facts, place) == number)
        for family, women in facts.women.items():
            if family not in found.counted and any(_trimester(facts, place) is None for place in women.values()):
                found.because(family, Why("no_expected_day"))
        return found

    return answer


def _trimester(facts, place):
    """1, 2 or 3: how far along she was on her first day; None when no day of the birth is known."""
    due = place.expected_on or next(
        (day for day in facts.babies.get(place.family_id, ()) if place.entered_on <= day <= place.entered_on + TERM),
        None,
    )
    if due is None:
        return None
    weeks = (place.entered_on - (due - TERM)).days // 7
    return 1 if weeks < FIRST_ENDS else (2 if weeks < SECOND_ENDS else 3)
