"""What families asked about their record, their own words, a no to a school: one of each, with Monica's families."""

from datetime import timedelta

from families.models import Assignment, Family
from families.models.notices import How
from referrals import actions, wording
from referrals.models import Disclosure, ParentStatement, RecordRequest, SchoolRefusal

A_DAY = timedelta(days=1)
SAYS = "Nos lo preguntaron por teléfono. El papel llegó después."


def ask(stage):
    """The family whose year is told has its copy and says something of its own; four others ask, or say no."""
    monica, told = stage.people["monica"], Family.objects.get(name="Alvarez")
    served = Assignment.objects.in_force(stage.today).filter(worker=monica, kind="primary").exclude(family=told)
    others = Family.objects.filter(pk__in=served.values("family"), members__role="child").distinct().order_by("pk")
    _had_a_copy(told, stage.today, monica)
    _says(told, stage.today, monica)
    for family, act in zip(others[:4], (_waits, _will_be_heard, _was_put_right, _says_no), strict=False):
        act(family, stage.today, monica)


def _ask(family, kind, on, by, **more):
    asked = RecordRequest(
        family=family, kind=kind, asked_by=family.adults()[0], asked_on=on, language=wording.language_for(family),
        how=How.IN_PERSON, **more,
    )  # fmt: skip
    return actions.requests.ask(request=asked, by=by)


def _step(asked, name, by, **typed):
    return actions.requests.take_step(request=asked, name=name, by=by, typed=typed)


def _had_a_copy(family, today, by):
    asked = _ask(family, "copy", today - 40 * A_DAY, by)
    answer = "Copy of the whole record, read together at the center."
    _step(asked, "give", by, answered_on=today - 33 * A_DAY, answer=answer)


def _says(family, today, by):
    left = Disclosure.objects.filter(family=family).order_by("made_at", "pk").first()
    if left:
        said = ParentStatement(
            family=family, disclosure=left, words=SAYS, parent=family.adults()[0], written_on=today - 30 * A_DAY
        )
        actions.keep_statement(statement=said, by=by)


def _waits(family, today, by):
    _ask(family, "inspect", today - 20 * A_DAY, by, what="The notes of this fall.")


def _will_be_heard(family, today, by):
    why = "We did come. The door was closed that day."
    asked = _ask(family, "amend", today - 30 * A_DAY, by, what="The note that says we missed the visit.", why=why)
    answer = "The colleague who wrote the note waited at the center until noon."
    asked = _step(asked, "refuse", by, answered_on=today - 22 * A_DAY, answer=answer)
    day = {"hearing_on": today + 6 * A_DAY, "hearing_where": "10:00, at the main office"}
    heard = {"hearing_by": "Ana Ruiz, chair of the policy council", "hearing_is_fair": True}
    told = {"hearing_asked_on": today - 15 * A_DAY, "hearing_told_on": today - 8 * A_DAY}
    _step(asked, "ask_hearing", by, **day, **heard, **told)


def _was_put_right(family, today, by):
    what, why = "Our address of two years ago.", "We have moved, and letters still go there."
    asked = _ask(family, "amend", today - 60 * A_DAY, by, what=what, why=why)
    _step(asked, "amend", by, answered_on=today - 58 * A_DAY, answer="The old address is gone.")


def _says_no(family, today, by):
    no = SchoolRefusal(
        family=family, child=family.children()[0], parent=family.adults()[0], refused_on=today - 14 * A_DAY
    )
    actions.refuse_school(refusal=no, by=by)
