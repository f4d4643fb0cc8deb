"""The doors to this room's rows: visible or 404; a row about a family through the family's own door."""

from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, JSONObject
from django.http import Http404
from django.shortcuts import get_object_or_404

from agency.access import Permission
from agency.models import Agency
from families.opening import open_family
from supervision.caseloads import workers
from supervision.models import Absence, CaseFlag, Consultation, Decision, HandOver, Session, Topic


def open_session(request, pk, sessions=None):
    """A session, for one of its own two people. Everybody else cannot tell that it exists."""
    sessions = Session.objects.visible_to(request.user) if sessions is None else sessions
    return get_object_or_404(sessions.select_related("worker", "supervisor"), pk=pk)


def with_its_frame(sessions):
    """What the page of a session shows around it, read with the session itself.

    `last` is the session of the same two before it, `brought` the number of topics, `signs` whether
    both sign, `has_next` whether these two have a day ahead.
    """
    same = Session.objects.held().filter(worker=OuterRef("worker"), supervisor=OuterRef("supervisor"))
    before = same.exclude(pk=OuterRef("pk")).filter(
        Q(held_on__lt=OuterRef("held_on")) | Q(held_on=OuterRef("held_on"), pk__lt=OuterRef("pk"))
        | Exists(Session.objects.filter(pk=OuterRef(OuterRef("pk")), held_on=None))
    )  # fmt: skip
    last = before.order_by("-held_on", "-pk").values(row=JSONObject(pk="pk", held_on="held_on", minutes="minutes"))
    topics = Topic.objects.filter(session=OuterRef("pk")).order_by().values("session").annotate(n=Count("pk"))
    return sessions.annotate(
        last=Subquery(last[:1]),
        brought=Coalesce(Subquery(topics.values("n")), 0),
        signs=Exists(Agency.objects.filter(signs_supervision=True)),
        has_next=Exists(Session.objects.planned().filter(worker=OuterRef("worker"), supervisor=OuterRef("supervisor"))),
    )


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
    decisions = Decision.objects.visible_to(request.user).select_related("owner", "passed_to", "session")
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


def open_hand_over(request, pk):
    """A hand-over of somebody whose families this person may assign."""
    staff = workers(request.user, Permission.FAMILY_ASSIGN)
    rows = HandOver.objects.filter(worker__in=staff.values("pk"))
    return get_object_or_404(rows.select_related("worker", "made_by", "undone_by"), pk=pk)


def open_absence(request, pk):
    """An absence of somebody whose families this person may assign."""
    staff = workers(request.user, Permission.FAMILY_ASSIGN)
    rows = Absence.objects.filter(worker__in=staff.values("pk"))
    return get_object_or_404(rows.select_related("worker", "added_by"), pk=pk)
