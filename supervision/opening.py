"""The doors to this room's rows: visible or 404; a row about a family through the family's own door."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from families.opening import open_family
from supervision.models import CaseFlag, Consultation, Decision, Session, Topic


def open_session(request, pk):
    """A session, for one of its own two people. Everybody else cannot tell that it exists."""
    sessions = Session.objects.visible_to(request.user).select_related("worker", "supervisor")
    return get_object_or_404(sessions, pk=pk)


def open_own_session(request, pk):
    """A session, for the supervisor who holds it."""
    session = open_session(request, pk)
    if session.supervisor_id != request.user.pk:
        raise Http404
    return session


def open_topic(request, pk):
    """Something on the list of a session, for the one who brought it."""
    topics = Topic.objects.visible_to(request.user).select_related("session__worker", "session__supervisor", "family")
    return get_object_or_404(topics, pk=pk, brought_by=request.user)


def open_decision(request, pk):
    """A decision; one about a family through that family's door."""
    decisions = Decision.objects.visible_to(request.user).select_related("owner", "session")
    decision = get_object_or_404(decisions, pk=pk)
    if decision.family_id:
        decision.family = open_family(request, decision.family_id)
    return decision


def open_flag(request, pk):
    flag = get_object_or_404(CaseFlag.objects.visible_to(request.user).select_related("raised_by"), pk=pk)
    flag.family = open_family(request, flag.family_id)
    return flag


def open_consultation(request, pk):
    consultation = get_object_or_404(Consultation.objects.visible_to(request.user), pk=pk)
    consultation.family = open_family(request, consultation.family_id)
    return consultation
