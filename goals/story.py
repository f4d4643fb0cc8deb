"""This room's parts of what has happened: notes, signatures, reviews, celebrations, and how goals went."""

from datetime import timedelta

from django.contrib.postgres.aggregates import StringAgg
from django.db.models import BooleanField, Case, ExpressionWrapper, F, OuterRef, Q, Subquery, TextField, Value, When
from django.db.models.functions import Coalesce, Left, NullIf, TruncDate
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from agency.access import NoteClass
from agency.story import entry, part, person
from goals.models import (
    AgreementVersion,
    Celebration,
    Goal,
    GoalStatusChange,
    GoalTouched,
    ProgressNote,
    Review,
    Signature,
)
from goals.models.notes import LATE_AFTER
from goals.states import GoalState

CHEERED = (GoalState.ACHIEVED, GoalState.PARTLY)
ICONS = {
    GoalState.DRAFT: "pen",
    GoalState.ACTIVE: "goal",
    GoalState.ON_HOLD: "clock",
    GoalState.ACHIEVED: "star",
    GoalState.PARTLY: "star",
    GoalState.NO_LONGER: "hand",
    GoalState.LEFT: "back",
}


def parts(family, user, on):
    """The rows of this room that `user` may read on a day."""
    marked = Celebration.objects.visible_to(user).filter(family=family, marked_on__isnull=False)
    reviews = Review.objects.visible_to(user).filter(family=family)
    moves = GoalStatusChange.objects.visible_to(user).filter(goal__family=family)
    return [
        _notes(family, user),
        _signatures(family, user),
        part("review", reviews, on="held_on", text="parent_comment", who=person("held_by")),
        part("celebration", marked, on="marked_on", title="what", text="wish"),
        part(
            "move", moves, on="changed_on", key="goal_id", title=goal_name("goal__"), state="to_state", text="reason",
            who=person("changed_by"),
        ),
    ]  # fmt: skip


def goal_name(goal=""):
    """A goal as `Goal.__str__` says it."""
    words = Left(f"{goal}family_words", 120)
    return Coalesce(NullIf(F(f"{goal}statement"), Value("")), words, output_field=TextField())


def _notes(family, user):
    """Notes, the text of a restricted one left in the database: it is opened on its own page, and that is recorded."""
    seen = Goal.objects.visible_to(user)
    touched = GoalTouched.objects.filter(note=OuterRef("pk"), goal__in=seen).order_by().values("note")
    touched = touched.annotate(names=StringAgg(goal_name("goal__"), "\n", order_by="pk")).values("names")
    written_late = Q(written_at__date__gt=F("happened_on") + timedelta(days=LATE_AFTER))
    return part(
        "note",
        ProgressNote.objects.visible_to(user).filter(family=family),
        on="happened_on",
        title="contact",
        state="visibility",
        text=Case(When(visibility=NoteClass.RESTRICTED, then=Value("")), default=F("text"), output_field=TextField()),
        who=person("written_by"),
        more=Coalesce(Subquery(touched), Value("")),
        number=Coalesce("minutes", Value(0)),
        flag=ExpressionWrapper(written_late, BooleanField()),
    )


def _signatures(family, user):
    names = Signature.objects.filter(agreement_version=OuterRef("pk")).order_by().values("agreement_version")
    names = names.annotate(names=StringAgg("signer_name", ", ", order_by="pk")).values("names")
    versions = AgreementVersion.objects.visible_to(user).filter(agreement__family=family, signatures__isnull=False)
    return part(
        "signed", versions.distinct(), on=TruncDate("frozen_at"), key="number", text=Subquery(names),
        number="agreement__family_id",
    )  # fmt: skip


def _note(row):
    if row.s_state == NoteClass.RESTRICTED:
        text, url = _("You may open this. Opening it is recorded."), reverse("goals:note-restricted", args=[row.s_key])
        return entry(row, "lock", _("Restricted note"), tone="info", meta=row.s_who, text=text, url=url)
    meta = _("%(who)s, %(n)s minutes") % {"who": row.s_who, "n": row.s_number} if row.s_number else row.s_who
    chips = [_("Team note") if row.s_state == NoteClass.TEAM else ""]
    chips += [_("Goal: %(goal)s") % {"goal": name} for name in row.s_more.split("\n") if name]
    chips += [_("Written later") if row.s_flag else ""]
    title = capfirst(ProgressNote.Contact(row.s_title).label)
    url = reverse("goals:note", args=[row.s_key])
    return entry(row, "note", title, meta=meta, text=row.s_text, url=url, chips=chips)


def _signed(row):
    url = reverse("goals:agreement-version", args=[row.s_number, row.s_key])
    meta = _("version %(number)s") % {"number": row.s_key}
    return entry(row, "check-circle", _("Agreement signed"), tone="success", meta=meta, text=row.s_text, url=url)


def _review(row):
    url = reverse("goals:review", args=[row.s_key])
    return entry(row, "calendar", _("Review held"), meta=row.s_who, text=row.s_text, url=url, words=True)


def _celebrated(row):
    return entry(row, "star", _("Celebrated: %(what)s") % {"what": row.s_title}, tone="celebrate", text=row.s_text)


def _moved(row):
    title = _("Goal, %(state)s: %(goal)s") % {"state": GoalState(row.s_state).label, "goal": row.s_title}
    tone = "celebrate" if row.s_state in CHEERED else ""
    url = reverse("goals:goal", args=[row.s_key])
    return entry(row, ICONS[row.s_state], title, tone=tone, meta=row.s_who, text=row.s_text, url=url)


TOLD = {"note": _note, "signed": _signed, "review": _review, "celebration": _celebrated, "move": _moved}
