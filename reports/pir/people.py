"""Items about who took part, pregnant women, agreements with partners, and numbers kept by hand."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from reports.pir.answers import Answer, Seen, Why, nobody

TERM = timedelta(weeks=40)
FIRST_ENDS, SECOND_ENDS = 14, 28  # weeks
BY_WEEKS = _(
    "Women with a place for the pregnancy, by how far along they were on their first day: counted back forty weeks "
    "from the day the baby is expected, or was born."
)


def by_hand(facts, form, item):
    """The number a person wrote down; no family stands behind it."""
    number = form.said(f"item:{item.code}", facts.year)
    return Answer(why=dict.fromkeys(facts.families, Why("by_hand")), number=number or 0)


def agreements(facts, form, item):
    partners = facts.agreements.get(item.key, ())
    return Answer(why=dict.fromkeys(facts.families, Why("counts_partners")), number=len(partners))


def fathers(what):
    """Families in which a father or father figure took part in this."""

    def answer(facts, form, item):
        found = nobody(facts, "nobody_took_part")
        for family, there in facts.taken_part.get(what, {}).items():
            found.put(family, _father(facts, family, there))
        return found

    return answer


def _father(facts, family, there):
    inside = [one for one in there if facts.first <= one[0] <= facts.until and facts.held_until(family, one[0])]
    days = [day for day, as_father, _activity in inside if as_father]
    if days:
        return Seen(on=min(days))
    if inside:
        day, _as_father, activity = max(inside, key=lambda one: (one[0], one[2] or 0))
        return Why("not_recorded_as_father", activity, day)
    outside = [day for day, as_father, _activity in there if as_father]
    return Why("father_outside_the_year", on=max(outside)) if outside else Why("nobody_took_part")


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
            if family in found.why and any(_trimester(facts, place) is None for place in women.values()):
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
