"""A family's team: who stands with them, what each may see, how often we talk, what the team decided."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from agency import drafts
from agency.access import Permission, permissions_on, requires
from agency.forms.together import Together
from agency.once import sent_once
from agency.typed import part_of, typed_form
from families.models import Assignment
from families.opening import open_family
from goals.actions import team as actions
from goals.forms.team import ActionForm, MeetingForm, RhythmForm, TeamForm, on_the_team
from goals.models import CheckInRhythm, Goal, TeamAction, TeamMeeting, TeamMember
from goals.opening import open_action, open_meeting, open_team_member

MEETINGS = 10
MORE_ACTIONS = 3  # empty rows to write what was taken on


@requires(Permission.GOAL_VIEW)
def team(request, family_pk):
    """The team on one page; a teammate sees what the family lets them see."""
    family = open_family(request, family_pk)
    user, may = request.user, permissions_on(request.user, family)
    members = on_the_team(user, family).prefetch_related("goals", "meetings")
    serving = Assignment.objects.visible_to(user).filter(family=family).in_force().select_related("worker")
    named = {member.staff_id for member in members}
    page = {
        "family": family,
        "members": members,
        "main": next((member for member in members if member.is_main_contact), None),
        "serving": [row for row in serving.order_by("kind", "pk") if row.worker_id not in named],
        "rhythm": CheckInRhythm.objects.visible_to(user).filter(family=family).today().first(),
        "open_actions": _open_actions(user, family),
        "meetings": TeamMeeting.objects.visible_to(user).filter(family=family).select_related("held_by")[:MEETINGS],
        "own": next((member for member in members if member.staff_id == user.pk), None),
        "own_goals": Goal.objects.visible_to(user).filter(family=family).open(),
        "can_edit": Permission.GOAL_EDIT in may,
        "reads_all": Permission.AGREEMENT_VIEW in may,
    }
    return render(request, "goals/team.html", page)


def _open_actions(user, family):
    actions = TeamAction.objects.visible_to(user).filter(meeting__family=family).open()
    actions = actions.select_related("member__staff", "meeting").order_by("due_on", "pk")
    return [_with_rights(action, user) for action in actions]


def _with_rights(action, user):
    own = action.member is not None and action.member.staff_id == user.pk
    action.may_tick = own or user.may(Permission.GOAL_EDIT)
    return action


@requires(Permission.GOAL_EDIT)
@sent_once
def add(request, family_pk):
    family = open_family(request, family_pk)
    key = f"team-new-{family.pk}"
    form = typed_form(
        request, TeamForm, key, user=request.user, instance=TeamMember(family=family, added_by=request.user)
    )
    if request.method == "POST" and form.is_valid() and _joined(request, form):
        drafts.forget(request, key)
        return redirect("goals:team", family.pk)
    return render(request, "goals/team_form.html", {"family": family, "form": form, "draft": key})


def _joined(request, form):
    try:
        member = actions.join(form=form, by=request.user)
    except actions.OnTheTeamAlready as reason:
        messages.error(request, str(reason))
        return False
    messages.success(request, _("%(who)s is on the team.") % {"who": member})
    return True


@requires(Permission.GOAL_EDIT)
def member(request, pk):
    """What one of the team does, and what the family lets them see."""
    found = open_team_member(request, pk)
    key = f"team-{found.pk}"
    form = typed_form(request, TeamForm, key, user=request.user, instance=found)
    if request.method == "POST" and form.is_valid():
        actions.change(form=form, by=request.user)
        drafts.forget(request, key)
        messages.success(request, _("Saved. It counts from now on."))
        return redirect("goals:team", found.family_id)
    page = {"family": found.family, "member": found, "form": form, "draft": key}
    return render(request, "goals/team_form.html", page)


@requires(Permission.GOAL_EDIT)
@require_POST
def end(request, pk):
    found = open_team_member(request, pk)
    actions.leave(member=found, by=request.user)
    messages.success(request, _("%(who)s is no longer on the team.") % {"who": found})
    return redirect("goals:team", found.family_id)


@requires(Permission.GOAL_EDIT)
@sent_once
def rhythm(request, family_pk):
    """How often the family wants to hear from us."""
    family = open_family(request, family_pk)
    now = CheckInRhythm.objects.visible_to(request.user).filter(family=family).today().first()
    said = {"days": now.days, "how": now.how} if now else {"days": 14}
    form = RhythmForm(request.POST or None, instance=CheckInRhythm(family=family), initial=said)
    if request.method == "POST" and "drop" in request.POST and now:
        actions.drop_rhythm(rhythm=now, by=request.user)
        messages.success(request, _("From now on the agency’s own clock counts."))
        return redirect("goals:team", family.pk)
    if request.method == "POST" and form.is_valid():
        actions.agree_rhythm(form=form, by=request.user)
        messages.success(request, _("Agreed. Your day will remind you in time."))
        return redirect("goals:team", family.pk)
    return render(request, "goals/rhythm.html", {"family": family, "form": form, "rhythm": now})


@requires(Permission.GOAL_EDIT)
@sent_once
def meeting_add(request, family_pk):
    """The team met: who, what was decided, who does what until when."""
    family = open_family(request, family_pk)
    return _meeting(request, TeamMeeting(family=family, held_by=request.user), f"meeting-{family.pk}")


@requires(Permission.GOAL_EDIT)
def meeting_edit(request, pk):
    found = open_meeting(request, pk)
    return _meeting(request, found, f"meeting-edit-{found.pk}")


def _meeting(request, instance, key):
    family, user = instance.family, request.user
    form = typed_form(request, MeetingForm, key, user=user, instance=instance)
    taken = _action_forms(request, instance, drafts.initial_from(form.kept))
    together = Together([form, *taken])
    if request.method == "POST" and together.is_valid():
        kept = actions.meet(form=form, actions=taken, by=user)
        drafts.forget(request, key)
        messages.success(request, _("Kept. What each took on is on their day."))
        return redirect("goals:meeting", kept.pk)
    page = {"family": family, "form": form, "taken": taken, "together": together, "draft": key, "meeting": instance}
    return render(request, "goals/meeting_form.html", page)


def _action_forms(request, meeting, draft):
    """One form for each action that is there, and a few to add."""
    typed = request.POST if request.method == "POST" else None
    team = list(on_the_team(request.user, meeting.family))
    there = TeamAction.objects.visible_to(request.user).filter(meeting=meeting.pk or 0)
    rows = [(f"a{action.pk}", action) for action in there]
    rows += [(f"new{number}", TeamAction()) for number in range(1, MORE_ACTIONS + 1)]
    return [
        ActionForm(typed, team=team, prefix=prefix, instance=action, initial=part_of(draft, prefix))
        for prefix, action in rows
    ]


@requires(Permission.GOAL_VIEW)
def meeting(request, pk):
    """What the team decided, and what became of it."""
    found = open_meeting(request, pk)
    taken = TeamAction.objects.visible_to(request.user).filter(meeting=found).select_related("member__staff", "meeting")
    page = {
        "meeting": found,
        "family": found.family,
        "actions": [_with_rights(action, request.user) for action in taken],
        "family_present": found.family_present.all(),
        "present": found.present.visible_to(request.user).select_related("staff"),
        "can_edit": Permission.GOAL_EDIT in permissions_on(request.user, found.family),
    }
    return render(request, "goals/meeting.html", page)


@requires(Permission.GOAL_PROGRESS)
@require_POST
def action_done(request, pk):
    action = open_action(request, pk)
    may_all = Permission.GOAL_EDIT in permissions_on(request.user, action.meeting.family)
    try:
        done = actions.action_done(action=action, by=request.user, may_all=may_all)
    except actions.NotYours as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, _("Done.") if done.done_on else _("Open again."))
    on_meeting = request.POST.get("on") == "meeting"
    return redirect(
        reverse("goals:meeting", args=[action.meeting_id])
        if on_meeting
        else reverse("goals:team", args=[action.meeting.family_id])
    )
