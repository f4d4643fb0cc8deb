"""This room's pieces of other rooms' pages, each in a fixed number of queries."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, OuterRef, Subquery, TextField, Value
from django.db.models.functions import Coalesce, NullIf
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from agency.access import NoteClass, Permission
from families.models import Need
from goals.models import (
    Celebration,
    Goal,
    GoalStatusChange,
    GoalStep,
    GoalTouched,
    PartnershipAgreement,
    ProgressNote,
    Review,
    Signature,
)
from goals.states import AgreementState, GoalState

TONES = {
    AgreementState.OFFERED: ("info", "clock"),
    AgreementState.ACCEPTED: ("info", "pen"),
    AgreementState.NOT_READY: ("info", "clock"),
    AgreementState.DECLINED: ("", "hand"),
    AgreementState.SIGNED: ("success", "check-circle"),
    AgreementState.REVISING: ("info", "pen"),
    AgreementState.CLOSED: ("", "check"),
}
GOAL_TONES = {
    GoalState.DRAFT: ("info", "pen"),
    GoalState.ACTIVE: ("info", "goal"),
    GoalState.ON_HOLD: ("", "clock"),
    GoalState.ACHIEVED: ("celebrate", "star"),
    GoalState.PARTLY: ("celebrate", "star"),
    GoalState.NO_LONGER: ("", "hand"),
    GoalState.LEFT: ("", "back"),
}


def with_steps(goals):
    return goals.prefetch_related("steps")


def _rows(owner, **which):
    """The rows that point to the goal of the outer query."""
    return owner.objects.filter(goal=OuterRef("pk"), **which).order_by()


def _count(rows):
    return Coalesce(Subquery(rows.values("goal").annotate(n=Count("pk")).values("n")), 0)


def _counted(goals):
    """Hang on each goal how many steps it has, how many are done, and the needs it answers: no query of their own."""
    return goals.annotate(
        total=_count(_rows(GoalStep)),
        done=_count(_rows(GoalStep, done_on__isnull=False)),
        need_ids=ArraySubquery(_rows(Goal.needs.through).values("need_id")),
    )


def goals(family, user):
    """The goals of the family this person may see, the open ones first. One statement.

    Each knows `done` and `total` of its steps, and in `need_ids` the needs it answers.
    """
    found = list(_counted(Goal.objects.visible_to(user)).filter(family=family))
    for goal in found:
        goal.tone, goal.icon = GOAL_TONES[goal.state]
    return sorted(found, key=lambda goal: (not goal.is_open, goal.pk))


def by_need(family, user):
    """For each need of the family this person may see (by key), the goals that answer it."""
    seen = set(Need.objects.visible_to(user).filter(family=family).values_list("pk", flat=True))
    found = {}
    for goal in goals(family, user):
        for need_id in seen.intersection(goal.need_ids):
            found.setdefault(need_id, []).append(goal)
    return found


def agreement(family, user):
    """Where the agreement stands, as a chip and a link: state, text, tone, icon, url, number (of the last version)."""
    agreements = PartnershipAgreement.objects.visible_to(user).filter(family=family).prefetch_related("versions")
    found = min(agreements, key=lambda one: one.state == AgreementState.CLOSED, default=None)
    url = reverse("goals:agreement", args=[family.pk])
    if found is None:
        return {
            "state": "",
            "text": _("No agreement offered yet"),
            "tone": "",
            "icon": "note",
            "url": url,
            "number": None,
        }
    tone, icon = TONES[found.state]
    versions = list(found.versions.all())
    number = versions[0].number if versions else None
    text = _said(found, number)
    return {"state": found.state, "text": text, "tone": tone, "icon": icon, "url": url, "number": number}


def _said(found, number):
    if found.state == AgreementState.SIGNED:
        return _("Agreement signed, version %(number)s") % {"number": number}
    return _("Agreement: %(state)s") % {"state": found.get_state_display()}


def celebrations(family, user):
    """What there is to celebrate and was not marked yet."""
    found = Celebration.objects.visible_to(user).filter(family=family).unmarked()
    may_mark = user.may(Permission.GOAL_EDIT)
    return [
        {
            "who": str(family),
            "text": celebration.what,
            "wish": celebration.wish,
            "url": reverse("goals:celebration-mark", args=[celebration.pk]) if may_mark else "",
        }
        for celebration in found
    ]


def voice(family, user):
    """Their own words: the sentence they want us to remember, else the words of their newest goal; or None."""
    if family.voice:
        return {"text": family.voice, "who": family.voice_by, "when": family.voice_on}
    goal = Goal.objects.visible_to(user).filter(family=family).exclude(family_words="").order_by("-pk").first()
    return {"text": goal.family_words, "who": _("A goal, in their words"), "when": goal.set_on} if goal else None


# ---- the timeline -------------------------------------------------------------------------------------------------
def timeline(family, user, limit):
    """What happened in this room, newest first: notes, signatures, reviews, celebrations, moves of goals."""
    parts = (_notes, _signatures, _reviews, _celebrations, _moves)
    events = [event for part in parts for event in part(family, user, limit)]
    return sorted(events, key=lambda event: event["on"], reverse=True)[:limit]


def _event(on, icon, title, **more):
    plain = {"tone": "", "meta": "", "text": "", "url": "", "chips": [], "words": False}
    return {"on": on, "icon": icon, "title": title} | plain | more


def _notes(family, user, limit):
    touched = GoalTouched.objects.visible_to(user).filter(note=OuterRef("pk")).order_by("pk")
    title = Coalesce(NullIf("goal__statement", Value("")), "goal__family_words", output_field=TextField())
    notes = ProgressNote.objects.visible_to(user).filter(family=family).select_related("written_by")
    notes = notes.annotate(touched=ArraySubquery(touched.annotate(title=title).values("title")))
    return [_note(note) for note in notes[:limit]]


def _note(note):
    if note.visibility == NoteClass.RESTRICTED:
        return _event(
            note.happened_on,
            "lock",
            _("Restricted note"),
            tone="info",
            meta=str(note.written_by),
            text=_("You may open this. Opening it is recorded."),
            url=reverse("goals:note-restricted", args=[note.pk]),
        )
    meta = str(note.written_by)
    if note.minutes:
        meta = _("%(who)s, %(n)s minutes") % {"who": note.written_by, "n": note.minutes}
    chips = [_("Team note")] if note.visibility == NoteClass.TEAM else []
    chips += [_("Goal: %(goal)s") % {"goal": goal} for goal in note.touched]
    chips += [_("Written later")] if note.is_late else []
    title = note.get_contact_display()
    title = title[:1].upper() + title[1:]
    return _event(note.happened_on, "note", title, meta=meta, text=note.text, url=note.get_absolute_url(), chips=chips)


def _signatures(family, user, limit):
    found = Signature.objects.visible_to(user).filter(agreement_version__agreement__family=family)
    found = found.select_related("agreement_version").order_by("-agreement_version_id", "pk")[: limit * 3]
    versions = {}
    for name in found:
        versions.setdefault(name.agreement_version, []).append(name)
    return [_signed(family, version, names) for version, names in versions.items()]


def _signed(family, version, names):
    who = ", ".join(f"{name.signer_name} ({name.get_method_display()})" for name in names)
    return _event(
        timezone.localdate(version.frozen_at),
        "check-circle",
        _("Agreement signed"),
        tone="success",
        meta=_("version %(number)s") % {"number": version.number},
        text=who,
        url=reverse("goals:agreement-version", args=[family.pk, version.number]),
    )


def _reviews(family, user, limit):
    reviews = Review.objects.visible_to(user).filter(family=family).select_related("held_by")[:limit]
    return [
        _event(
            review.held_on,
            "calendar",
            _("Review held"),
            meta=str(review.held_by),
            text=review.parent_comment,
            words=bool(review.parent_comment),
            url=reverse("goals:review", args=[review.pk]),
        )
        for review in reviews
    ]


def _celebrations(family, user, limit):
    marked = Celebration.objects.visible_to(user).filter(family=family, marked_on__isnull=False)
    return [
        _event(one.marked_on, "star", _("Celebrated: %(what)s") % {"what": one.what}, tone="celebrate", text=one.wish)
        for one in marked.order_by("-marked_on")[:limit]
    ]


def _moves(family, user, limit):
    moves = GoalStatusChange.objects.visible_to(user).filter(goal__family=family).select_related("goal", "changed_by")
    return [_moved(move) for move in moves.order_by("-changed_on", "-pk")[:limit]]


def _moved(move):
    tone, icon = GOAL_TONES[move.to_state]
    state = move.get_to_state_display()
    return _event(
        move.changed_on,
        icon,
        _("Goal, %(state)s: %(goal)s") % {"state": state, "goal": move.goal},
        tone=tone,
        meta=str(move.changed_by),
        text=move.reason,
        url=move.goal.get_absolute_url(),
    )
