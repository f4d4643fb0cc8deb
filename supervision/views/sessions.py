"""Supervision sessions: who waits for one, planning, the one screen on which it is prepared, held and kept, signing."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from agency import audit, drafts
from agency.access import Permission, requires
from agency.asked import number
from agency.due import Clocks
from agency.forms.together import Together
from agency.once import sent_once
from agency.transitions import MoveNotAllowed
from agency.typed import part_of, typed_form
from supervision import agenda, between_two, prompts, rhythm, shown
from supervision.actions import sessions as actions
from supervision.caseloads import workers
from supervision.forms.sessions import DecisionForm, HoldForm, MissedForm, PlanForm, TopicForm
from supervision.models import Session, Topic
from supervision.opening import open_own_session, open_session, open_topic, with_its_frame
from supervision.states import SessionState

WORKERS_A_PAGE = 25
SESSIONS_A_PAGE = 20


@requires(Permission.SUPERVISION_VIEW)
def sessions(request):
    """For a supervisor, who waits for a session; for a worker, the own ones."""
    user, clocks = request.user, Clocks()
    context = {"leads": user.may(Permission.SUPERVISION_HOLD), "on": clocks.on}
    if context["leads"]:
        page = Paginator(workers(user).exclude(pk=user.pk), WORKERS_A_PAGE).get_page(request.GET.get("page"))
        waiting = rhythm.rhythms(page.object_list, clocks, planned_by=user)
        context |= {"page": page, "rows": [shown.of_worker(one, clocks.on) for one in rhythm.earliest_first(waiting)]}
    own = Session.objects.visible_to(user).filter(worker=user).select_related("worker", "supervisor")
    context["wishes"] = shown.wishes(user)
    rows = [(one.is_planned, shown.of_session(one, user, clocks.on)) for one in own[:SESSIONS_A_PAGE]]
    context["ahead"] = [row for is_planned, row in reversed(rows) if is_planned]
    context["own"] = [row for is_planned, row in rows if not is_planned]
    return render(request, "supervision/sessions.html", context)


@requires(Permission.SUPERVISION_HOLD)
@sent_once
def plan(request, user_pk):
    """A day for this worker; below, the sessions there were."""
    user, clocks = request.user, Clocks()
    worker = get_object_or_404(workers(user).exclude(pk=user.pk), pk=user_pk)
    new = Session(worker=worker, supervisor=user)
    form = PlanForm(request.POST or None, instance=new, initial={"planned_on": clocks.on})
    if request.method == "POST" and form.is_valid():
        try:
            return redirect(actions.plan(form=form, by=user))
        except actions.PlannedAlready as reason:
            form.add_error("planned_on", str(reason))
    earlier = Session.objects.visible_to(user).filter(worker=worker).select_related("worker", "supervisor")
    page = Paginator(earlier, SESSIONS_A_PAGE).get_page(request.GET.get("page"))
    rows = [shown.of_session(session, user, clocks.on) for session in page]
    context = {"worker": worker, "form": form, "page": page, "rows": rows, "has_planned": earlier.planned().exists()}
    context["wishes"] = shown.wishes(user, worker)
    return render(request, "supervision/session_plan.html", context)


@requires(Permission.SUPERVISION_VIEW)
def session(request, pk):
    """Prepare, hold, keep: one screen. Whoever holds the session keeps what came of it; both prepare and reflect."""
    user = request.user
    found = open_session(request, pk, with_its_frame(Session.objects.visible_to(user)))
    key, plan = f"session-{found.pk}", agenda.compose(found, user)
    form, decisions = _keeping(request, found, key, plan)
    together = Together([form, *(one.form for one in decisions)])
    if form and request.method == "POST" and together.is_valid():
        actions.hold(
            form=form,
            decisions=[one.form for one in decisions],
            looked_at=form.cleaned_data["looked_at"],
            by=user,
        )
        drafts.forget(request, key)
        messages.success(request, _("Kept. What each took on is on their day."))
        return redirect(found)
    page = {"session": found, "form": form, "decisions": decisions, "together": together, "draft": key}
    page["looked_at"] = {int(pk) for pk in form["looked_at"].value() or [] if str(pk).isdecimal()} if form else set()
    return render(request, "supervision/session.html", page | _beside(request, found, plan))


def _keeping(request, found, key, plan):
    """The form of what came of it and one for each decision, for the supervisor until both have signed."""
    user = request.user
    if user.pk != found.supervisor_id or not (found.is_planned or found.state == SessionState.HELD):
        return None, []
    form = typed_form(request, HoldForm, key, user=user, topics=plan.topics, instance=found)
    typed, draft = request.POST if request.method == "POST" else None, drafts.initial_from(form.kept)
    two = (found.worker, found.supervisor)
    rows = shown.decisions_to_keep(plan.topics, plan.decided)
    for row in rows:
        initial = part_of(draft, row.prefix)
        row.form = DecisionForm(typed, two=two, prefix=row.prefix, instance=row.decision, initial=initial)
    return form, rows


def _beside(request, found, plan):
    """What both see beside the form: the agenda, and what these two confide in each other."""
    user = request.user
    audit.looked(request, plan.families_shown())
    reflections, being_written = between_two.read(found, user)
    own = next((one for one in reflections if one.author.pk == user.pk), None)
    return {
        "other": found.other(user),
        "agenda": plan,
        "prompts": prompts.groups(),
        "opener": prompts.of("self"),
        "own_signature": found.signed_by(user),
        "reflections": [one for one in reflections if one.author.pk != user.pk],
        "own_reflection": own,
        "being_written": being_written,
        "own_words": being_written.words if being_written else own.words if own else "",
        "field": between_two.FIELD,
    }


@requires(Permission.SUPERVISION_HOLD)
@sent_once
def move(request, pk):
    """Another day for the same two; what was prepared goes along."""
    found = open_own_session(request, pk)
    new = Session(worker=found.worker, supervisor=found.supervisor, begins_at=found.begins_at, place=found.place)
    form = PlanForm(request.POST or None, instance=new)
    if request.method == "POST" and form.is_valid():
        try:
            return redirect(actions.move(form=form, session=found, by=request.user))
        except actions.PlannedAlready as reason:
            form.add_error("planned_on", str(reason))
        except MoveNotAllowed as reason:
            messages.error(request, str(reason))
            return redirect(found)
    page = {"session": found, "form": form, "title": _("Move the session"), "save": _("Move it")}
    return render(request, "supervision/session_form.html", page)


@requires(Permission.SUPERVISION_HOLD)
def miss(request, pk):
    """It did not take place, and why."""
    found = open_own_session(request, pk)
    form = MissedForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        try:
            actions.miss(form=form, by=request.user)
        except MoveNotAllowed as reason:
            messages.error(request, str(reason))
            return redirect(found)
        messages.success(request, _("Written down. Plan another day when you can."))
        return redirect("supervision:session-plan", found.worker_id)
    page = {"session": found, "form": form, "title": _("It did not take place"), "save": _("Write it down")}
    return render(request, "supervision/session_form.html", page)


@requires(Permission.SUPERVISION_VIEW)
@require_POST
def sign(request, pk):
    found = open_session(request, pk)
    try:
        signed = actions.sign(session=found, by=request.user)
    except (actions.NothingToSign, MoveNotAllowed) as reason:
        messages.error(request, str(reason))
    else:
        said = _("Both have signed. The session stays as it is.") if signed.is_signed else _("Signed.")
        messages.success(request, said)
    return redirect(found)


@requires(Permission.SUPERVISION_VIEW)
@sent_once
def topic_add(request, pk):
    """One of the two puts something on the list; `?family=` when it comes from the figures."""
    found, user = open_session(request, pk), request.user
    key = f"topic-{found.pk}"
    topic = Topic(session=found, brought_by=user)
    asked = {"family": number(request, "family")}
    form = typed_form(request, TopicForm, key, user=user, instance=topic, initial=asked)
    if not found.is_planned and found.state != SessionState.HELD:
        messages.info(request, _("This session is over. Bring it to the next one."))
        return redirect(found)
    if request.method == "POST" and form.is_valid() and _brought(form, user):
        drafts.forget(request, key)
        return redirect(f"{found.get_absolute_url()}#prepare")
    return _topic_page(request, found, form, key, _("Bring something to the session"))


@requires(Permission.SUPERVISION_VIEW)
def topic(request, pk):
    """Better words for what one has brought."""
    found, user = open_topic(request, pk), request.user
    key = f"topic-of-{found.pk}"
    form = typed_form(request, TopicForm, key, user=user, instance=found)
    if request.method == "POST" and form.is_valid() and _brought(form, user):
        drafts.forget(request, key)
        return redirect(f"{found.session.get_absolute_url()}#prepare")
    return _topic_page(request, found.session, form, key, _("What you brought"))


def _brought(form, by):
    try:
        actions.bring(form=form, by=by)
    except actions.AlreadyOnTheList as reason:
        form.add_error("family", str(reason))
        return False
    return True


def _topic_page(request, found, form, key, title):
    families = form.fields["family"].queryset if "family" in form.fields else [form.instance.family]
    audit.looked(request, [family for family in families if family])
    page = {"session": found, "form": form, "draft": key, "title": title, "save": _("Put it on the list")}
    return render(request, "supervision/session_form.html", page)


@requires(Permission.SUPERVISION_VIEW)
@require_POST
def topic_drop(request, pk):
    found = open_topic(request, pk)
    if found.session.is_signed:
        messages.error(request, _("Both have signed. The session stays as it is."))
    else:
        actions.drop(topic=found, by=request.user)
    return redirect(f"{found.session.get_absolute_url()}#prepare")
