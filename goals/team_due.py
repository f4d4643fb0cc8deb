"""What a family's team has agreed to: things taken on, and the next meeting."""

from datetime import timedelta

from django.db.models import F, OuterRef, Subquery
from django.utils.translation import gettext as _

from agency.access import Permission
from agency.addresses import reverse
from agency.due import Due
from agency.prepared import ask
from goals.models import TeamAction, TeamMeeting, TeamMember

AHEAD = timedelta(days=7)


def items(families, user, clocks):
    """One statement for each kind, however many families."""
    yield from _taken_on(families, user, clocks)
    if not user.may(Permission.AGREEMENT_VIEW):  # for everybody else goals.due reads it with the clocks
        yield from _meetings(families, user, clocks)


def _taken_on(families, user, clocks):
    """Open actions: one's own, the family's, a colleague's, near their day or past it."""
    for action in ask(_open_actions, user, families=families, on=clocks.on):
        url = reverse("goals:meeting", args=[action.meeting_id])
        yield Due(
            action.family_id,
            action.family_name,
            "team_action",
            _whose(action, user),
            action.due_on,
            _("Open the meeting"),
            url,
            icon="hand",
            waits_for=_waits_for(action, user),
            about=action.pk,
            whose=action.member__staff if action.who == TeamAction.Who.MEMBER else None,
        )


def _open_actions(user, families, on):
    actions = TeamAction.objects.visible_to(user).open().filter(due_on__lte=on + AHEAD)
    actions = actions.filter(meeting__family__pk__among=families).order_by("due_on", "pk")
    columns = ("pk", "meeting_id", "what", "due_on", "who", "member__staff")
    columns += ("family_id", "family_name", "first", "outside")
    named = {"family_id": F("meeting__family"), "family_name": F("meeting__family__name")}
    named |= {"first": F("member__staff__first_name"), "outside": F("member__name")}
    return actions.annotate(**named).values_list(*columns, named=True)


def _whose(action, user):
    if action.who != TeamAction.Who.MEMBER or action.member__staff == user.pk:
        return action.what
    return _("%(who)s: %(what)s") % {"who": action.first or action.outside, "what": action.what}


def _waits_for(action, user):
    """Whoever took it on has the next move; what a colleague took on shows to the family's worker as waiting."""
    if action.who == TeamAction.Who.FAMILY:
        return "family"
    return "partner" if action.who == TeamAction.Who.MEMBER and action.member__staff != user.pk else ""


def _meetings(families, user, clocks):
    """For a teammate, the next meeting of the team as the last one set it, where the family lets them know of it."""
    hidden = TeamMember.objects.filter(staff=user.pk, ended_on=None, sees_dates=False).values("family")
    later = TeamMeeting.objects.filter(family=OuterRef("family")).order_by("-held_on", "-pk")
    meetings = TeamMeeting.objects.visible_to(user).filter(family__pk__among=families, next_on__lte=clocks.on + AHEAD)
    last = meetings.exclude(family__in=hidden).filter(pk=Subquery(later.values("pk")[:1]))
    last = last.annotate(family_name=F("family__name")).order_by("next_on", "pk")
    for meeting in last.values_list("family_id", "family_name", "next_on", named=True):
        url = reverse("goals:team", args=[meeting.family_id])
        yield Due(
            meeting.family_id,
            meeting.family_name,
            "team_meeting",
            _("The team meets."),
            meeting.next_on,
            _("Open it"),
            url,
            icon="family",
        )
