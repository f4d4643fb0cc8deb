"""This room's pieces of other rooms' pages, each in a fixed number of queries."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _

from families.models import Need
from goals.models import Goal, GoalStep, PartnershipAgreement
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
