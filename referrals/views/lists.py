"""Lists of referrals: one's own by what to do next, a program's with filters, and the same as a table to take along."""

from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from agency import audit, spreadsheets
from agency.access import Permission, requires
from referrals import ceds, listed, lists
from referrals.forms.lists import ExportForm

A_PAGE = 30
A_GROUP = 50  # rows of one part of one's own list


@requires(Permission.REFERRAL_VIEW)
@require_GET
def mine(request):
    """The referrals of one's own families, by what to do next. Who only reads goes on to all of them."""
    if not request.user.may(Permission.REFERRAL_EDIT):
        return redirect("referrals:list")
    groups = lists.mine(request.user)
    shown = [(group, found[:A_GROUP], len(found)) for group, found in groups]
    audit.looked(request, {one.family_id for _group, found, _n in shown for one in found})
    context = {
        "groups": [listed.group(group, found, count) for group, found, count in shown],
        "count": sum(count for _group, _found, count in shown),
        "ask": sum(count for group, _found, count in shown if group.code in ("ask", "close")),
    }
    return render(request, "referrals/mine.html", context)


@requires(Permission.REFERRAL_VIEW)
@require_GET
def program(request):
    """Every referral one may read, narrowed by what the address asks. It never names a family."""
    return _program(request, ExportForm())


def _program(request, form):
    wanted = lists.read(request)
    rows = lists.narrowed(lists.program(request.user), wanted)
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    shown = lists.part(rows, page.start_index() - 1, page.end_index()) if page.paginator.count else []
    audit.looked(request, {one.family_id for one in shown})
    options = lists.choices(request.user)
    context = {
        "page": page,
        "columns": listed.columns(),
        "rows": listed.rows(shown, options["worker"]),
        "filters": listed.filters(wanted, request.GET),
        "selects": listed.selects(wanted, options),
        "wanted": wanted,
        "may_export": request.user.may(Permission.REPORT_EXPORT),
        "may_edit": request.user.may(Permission.REFERRAL_EDIT),
        "export": form,
    }
    return render(request, "referrals/list.html", context)


@requires(Permission.REPORT_EXPORT)
def export(request):
    """The narrowed list as CSV with the CEDS elements, for a purpose that is written down."""
    form = ExportForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _program(request, form)
    rows = lists.narrowed(lists.program(request.user), lists.read(request))
    purpose = form.cleaned_data["purpose"]
    families = list(rows.order_by().values_list("family", flat=True).distinct())
    audit.looked(request, families, reason=purpose)
    audit.record("referrals_exported", by=request.user, rows=rows.count())
    return spreadsheets.streamed(ceds.rows(lists.for_table(rows)), name=f"referrals-{timezone.localdate()}")
