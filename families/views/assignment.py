"""Who serves a family; and the page that asks a manager why."""

from datetime import date

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from agency import audit, drafts, planned
from agency.access import Permission, give_reason, permissions_on, requires
from agency.asked import number, way_back
from agency.confirming import asked_first
from agency.models import User
from agency.typed import typed_form
from families import actions, panels, staff
from families.forms.assignment import AssignForm, ReasonForm, ReviewerForm
from families.models import Assignment, Family, ReviewerAccess
from families.opening import open_family

PER_PAGE = 40


@requires(Permission.FAMILY_ASSIGN)
def assign(request, pk):
    """Main worker, cover or team, with what the next colleague should know; and everybody who has served the family."""
    family = open_family(request, pk)
    key = f"assign:{family.pk}"
    new = Assignment(family=family)
    form = typed_form(request, AssignForm, key, instance=new, initial={"starts_on": timezone.localdate()})
    if request.method == "POST" and form.is_valid() and _assigned(request, family, form):
        drafts.forget(request, key)
        return redirect("families:assign", family.pk)
    page = {"family": family, "form": form, "draft_key": key, **panels.assignments(family)}
    return render(request, "families/assign.html", page)


def _assigned(request, family, form):
    try:
        assignment = actions.assign(family=family, by=request.user, above=form.above, **form.said())
    except actions.AssignedAlready as sentence:
        form.add_error("worker", str(sentence))
        return False
    said = _("Saved. %(who)s is %(kind)s.") % {"who": assignment.worker, "kind": assignment.get_kind_display()}
    messages.success(request, said)
    return True


@requires(Permission.FAMILY_ASSIGN)
@require_POST
def end(request, pk, assignment_pk):
    """A cover or a place on the team ends before its day."""
    family = open_family(request, pk)
    serving = Assignment.objects.visible_to(request.user).filter(family=family).exclude(kind=Assignment.Kind.PRIMARY)
    assignment = get_object_or_404(serving.select_related("worker"), pk=assignment_pk)
    if page := asked_first(
        request,
        title=_("Take %(who)s off this family?") % {"who": assignment.worker},
        text=_("From now on they cannot open this family any more. What they wrote stays."),
        yes=_("Take them off"),
        back_url=request.path.rpartition("/assignments/")[0] + "/assign",
    ):
        return page
    actions.end_assignment(assignment=assignment, by=request.user)
    messages.success(request, _("%(who)s does not serve this family any more.") % {"who": assignment.worker})
    return redirect("families:assign", family.pk)


@requires(Permission.FAMILY_VIEW)
def served(request, pk):
    """Everybody who has served one family, from when to when, with what each was told."""
    family = open_family(request, pk)
    page = {"family": family, "may_assign": Permission.FAMILY_ASSIGN in permissions_on(request.user, family)}
    return render(request, "families/served.html", page | panels.assignments(family))


@requires(Permission.FAMILY_VIEW)
def served_by(request, worker_pk):
    """The families one colleague serves and has served, as far as the reader may open them; and how many on a day."""
    worker = get_object_or_404(User.objects.filter(is_active=True), pk=worker_pk)
    if worker != request.user and not request.user.may(Permission.CASELOAD_VIEW):
        raise Http404
    visible = Family.objects.visible_to(request.user).values("pk")
    rows = Assignment.objects.visible_to(request.user).filter(worker=worker, family__in=visible)
    page = Paginator(rows.select_related("family").order_by("-starts_on", "-pk"), PER_PAGE).get_page(
        number(request, "page")
    )
    audit.looked(request, [row.family_id for row in page])
    day = _day(request)
    had = staff.planned_on(day, [worker.pk]).get(worker.pk, 0)
    context = {
        "worker": worker,
        "page": page,
        "day": day,
        "planned": had,
        "limit": planned.limits([worker.pk], day)[worker.pk],
    }
    return render(request, "families/served_by.html", context | {"today": timezone.localdate()})


def _day(request):
    """The day asked for; today without one that can be read."""
    try:
        return date.fromisoformat(request.GET.get("on", ""))
    except ValueError:
        return timezone.localdate()


@requires(Permission.FAMILY_ASSIGN)
def reviewers(request, pk):
    """The reviewers who may read this family, until when; one more, or one fewer."""
    family = open_family(request, pk)
    listed = ReviewerAccess.objects.visible_to(request.user).filter(family=family).in_force().select_related("user")
    if request.method == "POST" and "end" in request.POST:
        actions.end_review(access=get_object_or_404(listed, pk=number(request, "end", request.POST)), by=request.user)
        messages.success(request, _("The reviewer does not read this family any more."))
        return redirect("families:reviewers", family.pk)
    form = ReviewerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        actions.let_review(family=family, reviewer=said["reviewer"], ends_on=said["ends_on"], by=request.user)
        messages.success(request, _("%(who)s may read this family now.") % {"who": said["reviewer"]})
        return redirect("families:reviewers", family.pk)
    page = {"family": family, "form": form, "listed": listed.order_by("ends_on", "pk")}
    return render(request, "families/reviewers.html", page)


@requires(Permission.FAMILY_VIEW)
def reason(request, pk):
    """A manager says why. Names nobody: nothing has been opened yet."""
    family = get_object_or_404(Family.objects.visible_to(request.user), pk=pk)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        give_reason(request, family, form.cleaned_data["why"])
        audit.record("reason_given", about=family, by=request.user)
        return redirect(way_back(request, family.get_absolute_url()))
    return render(request, "families/reason.html", {"form": form})
