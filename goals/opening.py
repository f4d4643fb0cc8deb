"""The doors to this room's rows: visible or 404, then the family's own door (families.opening)."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from families.opening import open_family
from goals.models import (
    Celebration,
    CelebrationPhoto,
    ClassroomGoal,
    ClassroomNote,
    Goal,
    GoalStep,
    GoalSupport,
    PartnershipAgreement,
    ProgressNote,
    Review,
    TeamAction,
    TeamMeeting,
    TeamMember,
)


def open_goal(request, pk):
    """A goal, with its family opened for what this view does."""
    goal = get_object_or_404(Goal.objects.visible_to(request.user).select_related("about", "continues"), pk=pk)
    goal.family = open_family(request, goal.family_id)
    return goal


def open_step(request, pk):
    return _of_a_goal(request, GoalStep, pk)


def open_support(request, pk):
    return _of_a_goal(request, GoalSupport, pk)


def _of_a_goal(request, model, pk):
    row = get_object_or_404(model.objects.visible_to(request.user).select_related("goal"), pk=pk)
    row.goal.family = open_family(request, row.goal.family_id)
    return row


def open_note(request, pk):
    """A note, restricted or not: whoever calls decides what may be shown of it."""
    notes = ProgressNote.objects.visible_to(request.user).select_related("written_by").prefetch_related("present")
    return _of_a_family(request, notes, pk)


def open_review(request, pk):
    return _of_a_family(request, Review.objects.visible_to(request.user).select_related("held_by"), pk)


def open_celebration(request, pk):
    return _of_a_family(request, Celebration.objects.visible_to(request.user), pk)


def agreement_of(request, family):
    """The family's agreement: the open one, else the one closed last, else None."""
    agreements = PartnershipAgreement.objects.visible_to(request.user).filter(family=family)
    return agreements.open().first() or agreements.first()


def agreement_or_404(request, family):
    agreement = agreement_of(request, family)
    if agreement is None:
        raise Http404
    return agreement


def open_team_member(request, pk):
    return _of_a_family(request, TeamMember.objects.visible_to(request.user).today().select_related("staff"), pk)


def open_meeting(request, pk):
    return _of_a_family(request, TeamMeeting.objects.visible_to(request.user).select_related("held_by"), pk)


def _of_a_family(request, rows, pk):
    row = get_object_or_404(rows, pk=pk)
    row.family = open_family(request, row.family_id)
    return row


def open_action(request, pk):
    """What somebody took on at a meeting, with the meeting's family opened."""
    action = get_object_or_404(TeamAction.objects.visible_to(request.user).select_related("meeting"), pk=pk)
    action.meeting.family = open_family(request, action.meeting.family_id)
    return action


def open_classroom_goal(request, pk):
    goals = ClassroomGoal.objects.visible_to(request.user).select_related("goal", "child")
    found = get_object_or_404(goals, pk=pk)
    found.goal.family = open_family(request, found.goal.family_id)
    return found


def open_classroom_note(request, pk):
    notes = ClassroomNote.objects.visible_to(request.user).select_related(
        "classroom_goal__goal", "classroom_goal__child"
    )
    found = get_object_or_404(notes, pk=pk)
    found.classroom_goal.goal.family = open_family(request, found.classroom_goal.goal.family_id)
    return found


def open_photo(request, pk):
    """A photo of a celebration, while the family's yes to it stands."""
    photos = CelebrationPhoto.objects.visible_to(request.user).shown().select_related("celebration")
    found = get_object_or_404(photos, pk=pk)
    found.celebration.family = open_family(request, found.celebration.family_id)
    return found


def version_or_404(request, agreement, number):
    """A signed version of an agreement by its number."""
    version = agreement.versions.visible_to(request.user).filter(number=number).first()
    if version is None:
        raise Http404
    return version
