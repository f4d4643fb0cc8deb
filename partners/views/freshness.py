"""What must be looked at again: entries reported as wrong, never checked, or too long ago; and saying so."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from agency.access import Permission, requires
from agency.asked import is_ours
from agency.models import ServiceCategory
from partners import actions, cards, finding, freshness
from partners.forms.directory import ReportForm
from partners.models import Service, Verification

ON_A_PAGE = 12
IDLE = 10


@requires(Permission.DIRECTORY_VERIFY)
@require_POST
def verify(request, pk):
    """Still right, or something is wrong."""
    found = get_object_or_404(Service.objects.visible_to(request.user), pk=pk)
    back = request.POST.get("next", "")
    answer = redirect(back if is_ours(request, back) else found)
    if "right" in request.POST:
        actions.mark_right(service=found, by=request.user)
        messages.success(request, _("Thank you. “%(service)s” is marked as checked today.") % {"service": found})
        return answer
    form = ReportForm(request.POST)
    if form.is_valid():
        actions.report_wrong(service=found, what=form.sentence(), by=request.user)
        messages.success(request, _("Thank you. Whoever keeps the directory will look into it."))
    else:
        messages.error(request, form.non_field_errors()[0] if form.non_field_errors() else form.errors["say"][0])
    return answer


@requires(Permission.DIRECTORY_EDIT)
@require_GET
def queue(request):
    """Reported entries first, then never checked, then the oldest; one group of partners at a time, if one likes."""
    group = request.GET.get("group", "")
    group = group if group in ServiceCategory.Group.values else ""
    waiting = freshness.queue(Service.objects.visible_to(request.user).with_clock(), timezone.localdate(), group=group)
    page = Paginator(waiting.select_related("partner", "verified_by").prefetch_related("partner__phones"),
                     ON_A_PAGE).get_page(request.GET.get("page"))  # fmt: skip
    reports = freshness.reports_of(list(page))
    rows = [{"service": service, "chip": cards.freshness(service), "heard": cards.checked_by(service),
             "numbers": service.numbers(for_staff=True)[:2], "reports": reports.get(service.pk, [])}
            for service in page]  # fmt: skip
    idle = finding.without_services()[:IDLE]
    context = {"page": page, "rows": rows, "groups": list(_groups(group)), "idle": idle}
    return render(request, "partners/freshness.html", context)


def _groups(chosen):
    """The eight groups as links; pressing the one that holds shows all again."""
    url = reverse("partners:wrong")
    for value, label in ServiceCategory.Group.choices:
        is_chosen = value == chosen
        yield {"label": label, "url": url if is_chosen else f"{url}?group={value}", "current": is_chosen,
               "icon": "check" if is_chosen else ""}  # fmt: skip


@requires(Permission.DIRECTORY_EDIT)
@require_POST
def settle(request, pk):
    report = get_object_or_404(Verification.objects.visible_to(request.user).select_related("service"), pk=pk)
    actions.settle(report=report, by=request.user)
    messages.success(request, _("Settled."))
    return redirect("partners:wrong")
