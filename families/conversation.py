"""Reading a strengths conversation: how far it is, what was said before, what came of it. A family gets no score."""

from statistics import median

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agency.access import Permission
from agency.words import Words
from families import actions
from families.models import Answer, Assessment, Family, InstrumentVersion, Need, Outcome

STRONG = 4  # this level and above is something the family brings
LAST_QUARTER = 0.75


def current_versions():
    """The questions new conversations may use: of each instrument the newest published and not retired."""
    published = InstrumentVersion.objects.filter(published_on__lte=timezone.localdate(), retired_on=None)
    return published.order_by("instrument", "-number").distinct("instrument").select_related("instrument")


def version_for(family, versions):
    """The set of questions a family was asked last, in its present version; else the newest; None without any."""
    last = family.assessments.done().order_by("-done_on", "-pk").values_list("version__instrument", flat=True).first()
    newest = sorted(versions, key=lambda version: (version.published_on, version.pk), reverse=True)
    return next((version for version in newest if version.instrument_id == last), next(iter(newest), None))


def occasion(family):
    """Which conversation of the program year this one probably is."""
    today = timezone.localdate()
    year = actions.program_year_of(family, today)
    this_year = family.assessments.done()
    if year:
        this_year = this_year.filter(done_on__gte=year.starts_on)
    if not this_year.exists():
        return Assessment.Occasion.FIRST
    if year and (today - year.starts_on).days >= LAST_QUARTER * (year.ends_on - year.starts_on).days:
        return Assessment.Occasion.END
    return Assessment.Occasion.MIDDLE


def may_edit(family, user):
    """True when a role that opens this family may also write assessments and needs."""
    return Family.objects.visible_to(user, Permission.ASSESSMENT_EDIT).filter(pk=family.pk).exists()


# ---- while it goes on ---------------------------------------------------------------------------------------------


def parts(version):
    """The parts by name, for the page before the first."""
    return [str(version.outcome(number)["plain_name"]) for number in version.numbers] if version else []


def place(version, number):
    """Which part this is, of how many."""
    asked = version.numbers
    return {"at": asked.index(number) + 1, "of": len(asked)}


def next_part(assessment):
    """The first part in which nothing has been said; when something was said in each, the last."""
    begun = set(assessment.answers.values_list("item__outcome", flat=True))
    asked = assessment.version.numbers
    return next((number for number in asked if number not in begun), asked[-1])


def progress(assessment, number):
    """The dots above a part, and their words for a screen reader."""
    begun = set(assessment.answers.values_list("item__outcome", flat=True)) - {number}
    asked = assessment.version.numbers
    states = ["now" if one == number else "done" if one in begun else "" for one in asked]
    label = ngettext("%(of)s part, %(n)s done", "%(of)s parts, %(n)s done", len(asked)) % {
        "of": len(asked), "n": len(begun)
    }  # fmt: skip
    return {"label": label, "steps": [{"state": state} for state in states]}


def earlier(assessment):
    """The finished conversation before this one, or None."""
    before = Assessment.objects.filter(family=assessment.family_id).done().exclude(pk=assessment.pk)
    if assessment.done_on:
        before = before.filter(done_on__lte=assessment.done_on, pk__lt=assessment.pk)
    return before.select_related("version").order_by("-done_on", "-pk").first()


def earlier_levels(assessment):
    """What was said last time, by the question's code: level and words. Only what was given a level."""
    before = earlier(assessment)
    if before is None:
        return {}
    given = before.answers.exclude(level=None).select_related("item")
    return {
        answer.item.code: {
            "level": answer.level,
            "label": before.version.level_label(answer.level),
            "on": before.done_on,
        }
        for answer in given
    }


# ---- at its end ---------------------------------------------------------------------------------------------------


def counts(assessment):
    """How many questions were talked about, of how many."""
    said = assessment.answers.exclude(level=None, no_level=Answer.NoLevel.NOT_DISCUSSED).count()
    return {"said": said, "asked": assessment.version.items.count()}


def suggested_needs(assessment):
    """Needs that the answers speak of and that are not kept yet, the most urgent first."""
    answers = assessment.answers.filter(needs=None).select_related("item__category").order_by("item__position")
    needs = [need for need in map(actions.suggested_need, answers) if need]
    return sorted(needs, key=lambda need: -need.urgency)


def needs_for_today(assessment, user):
    """What could not wait for the end of the conversation and is on the list already."""
    return Need.objects.visible_to(user).urgent().filter(answer__assessment=assessment).select_related("category")


def open_needs_by_category(family):
    """The needs on the list already, by their kind."""
    return {need.category_id: need for need in family.needs.open()}


# ---- afterwards ---------------------------------------------------------------------------------------------------


def result(assessment, user):
    """All that the page of one conversation shows."""
    answers = {
        answer.item_id: answer
        for answer in Answer.objects.visible_to(user).filter(assessment=assessment).select_related("item")
    }
    before = earlier_levels(assessment)
    items = list(assessment.version.items.select_related("category"))
    may_see = user.may(Permission.RESTRICTED_VIEW)
    seen = [item for item in items if may_see or not (item.category and item.category.is_restricted)]
    rows = [_row(item, answers.get(item.pk), before.get(item.code), assessment.version) for item in seen]
    return {
        "groups": _groups(rows, assessment.version),
        "strengths": strengths_in(answers.values()),
        "hidden": len(items) - len(seen),
        "comparison": _comparison(rows, assessment, earlier(assessment)),
        "needs": Need.objects.visible_to(user).filter(answer__assessment=assessment).select_related("category"),
        "people": [member.first_name for member in assessment.took_part.all()],
    }


def worded(need):
    """A need in the language of the page, where its words are still those of the answer it came from."""
    if need.answer is None:
        return need.what
    item = need.answer.item
    known = [item.anchors.get(str(level)) or {} for level in range(1, 6)] + [item.label]
    return next((str(Words(words)) for words in known if need.what in words.values()), need.what)


def strengths_in(answers, most=8):
    """What a family brings: first in its own words, then what it called strong."""
    told = [answer.strength for answer in answers if answer.strength]
    strong = sorted(
        (answer for answer in answers if not answer.strength and (answer.level or 0) >= STRONG),
        key=lambda answer: (-answer.level, answer.item.position),
    )
    return (told + [str(answer.item.label) for answer in strong])[:most]


def grouped(forms, assessment):
    """The staff's forms by outcome, with what the parent said beside each."""
    for form in forms:
        form.parent_said = _said(form.answer, assessment.version)
    return by_part(forms, assessment.version)


def by_part(forms, version):
    """The forms of a whole conversation under the names of its parts."""
    return [
        {"name": version.outcome(number)["name"], "forms": [form for form in forms if form.item.outcome == number]}
        for number in version.numbers
    ]


def _row(item, answer, before, version):
    return {
        "item": item,
        "answer": answer,
        "level": answer.level if answer else None,
        "said": _said(answer, version),
        "staff_said": version.level_label(answer.staff_level) if answer and answer.staff_level else "",
        "before": before,
    }


def _said(answer, version):
    """What the parent said, in words: a level, a way out, or that it has not come up."""
    if answer is None:
        return _("we have not talked about it")
    return version.level_label(answer.level) if answer.level else answer.get_no_level_display()


def _groups(rows, version):
    """Outcome by outcome, in each what is strong first and what was not given a level last."""
    groups = []
    for number in Outcome.values:
        members = [row for row in rows if row["item"].outcome == number]
        members.sort(key=lambda row: (row["level"] is None, -(row["level"] or 0), row["item"].position))
        said = [row for row in members if row["answer"]]
        if members:
            unsaid = [str(row["item"].label) for row in members if not row["answer"]]
            name = version.outcome(number)["name"]
            groups.append({"number": number, "name": name, "rows": said, "unsaid": unsaid})
    return groups


def _comparison(rows, assessment, before):
    """First and latest beside each other, outcome by outcome, from the questions that were given a level both times."""
    if before is None:
        return None
    pairs = {}
    for row in rows:
        if row["before"] and row["level"]:
            pairs.setdefault(row["item"].outcome, []).append((row["before"]["level"], row["level"]))
    compared = [_compared(number, pairs[number], assessment.version) for number in Outcome.values if number in pairs]
    names = [_("Before"), _("Now")]
    return {"before": before, "rows": compared, "names": names} if compared else None


def _compared(number, pairs, version):
    return {
        "label": str(version.outcome(number)["name"]),
        "first": median(was for was, _now in pairs),
        "latest": median(now for _was, now in pairs),
        "up": sum(now > was for was, now in pairs),
        "same": sum(now == was for was, now in pairs),
        "down": sum(now < was for was, now in pairs),
        "of": len(pairs),
    }
