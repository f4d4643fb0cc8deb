"""The pages beside an import: rows that wait for a partner, what files say otherwise, and our own as a file."""

import tempfile
from pathlib import Path

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Count, Min, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from agency import audit
from agency.access import Permission, requires
from agency.imports import beginning
from agency.once import sent_once
from partners.exports import packages
from partners.imports import proposals
from partners.imports.forms import PartnerOfWaitingForm
from partners.imports.target import TARGET, WAITING
from partners.models import ExternalId, HeldRow

A_PAGE = 30
TOLD = 8  # rows shown of those that wait for one partner: enough to know whose they are


@requires(Permission.DIRECTORY_MANAGE)
@require_GET
def waiting(request):
    """Whom the waiting rows name, the most named first."""
    rows = HeldRow.objects.visible_to(request.user).waiting()
    groups = rows.values("source", "source__name", "waits_for").annotate(
        rows=Count("pk"),
        services=Count("pk", filter=Q(table="services")),
        first=Min("label", filter=Q(table="services") & ~Q(label="")),
        place=Min("label", filter=Q(table="locations") & ~Q(label="")),
        pk=Min("pk"),
    )
    page = Paginator(groups.order_by("-services", "-rows", "waits_for"), A_PAGE).get_page(request.GET.get("page"))
    return render(request, "partners/imports/waiting.html", {"page": page})


@requires(Permission.DIRECTORY_MANAGE)
@sent_once
def attach(request, pk):
    """Say which partner a publisher's unknown organization is; its rows are looked at before they are written."""
    row = get_object_or_404(HeldRow.objects.visible_to(request.user).waiting().select_related("source"), pk=pk)
    form = PartnerOfWaitingForm(request.POST or None, user=request.user)
    together = HeldRow.objects.visible_to(request.user).waiting().filter(source=row.source, waits_for=row.waits_for)
    if request.method == "POST" and form.is_valid():
        return redirect(_begin(row, form, request.user))
    context = {
        "row": row,
        "form": form,
        "count": together.count(),
        "rows": together.exclude(label="").order_by("-table", "pk")[:TOLD],
    }
    return render(request, "partners/imports/attach.html", context, status=422 if form.errors else 200)


@transaction.atomic
def _begin(row, form, user):
    options = {"waits_for": row.waits_for, "partner": form.chosen().pk}
    batch = beginning.begin(target=TARGET, layout=WAITING, source=row.source.name, by=user, path="", options=options)
    batch.called = _("Rows waiting for %(key)s") % {"key": row.waits_for or _("a partner without id")}
    batch.save(update_fields=["called"])
    beginning.go(batch, "look", by=user)
    return batch


@requires(Permission.DIRECTORY_MANAGE)
@require_GET
def proposed(request):
    """Entries somebody here has changed, of which a newer file says something else."""
    ids = ExternalId.objects.visible_to(request.user).exclude(proposed={}).select_related("source").order_by("pk")
    page = Paginator(ids, A_PAGE).get_page(request.GET.get("page"))
    return render(request, "partners/imports/proposed.html", {"page": page, "rows": proposals.shown(page)})


@requires(Permission.DIRECTORY_MANAGE)
@require_POST
def answer(request, pk):
    """Take what the file says, or keep ours and not be asked again."""
    row = get_object_or_404(ExternalId.objects.visible_to(request.user).exclude(proposed={}), pk=pk)
    field = request.POST.get("field", "")
    if field not in row.proposed:
        messages.info(request, _("Somebody has answered that already."))
    else:
        proposals.settle(row=row, field=field, take="take" in request.POST, by=request.user)
        messages.success(request, _("Taken from the file.") if "take" in request.POST else _("Ours stays."))
    return redirect("partners:proposed")


@requires(Permission.DIRECTORY_MANAGE)
@require_GET
def export(request):
    """The public directory as a zip of HSDS 3.2, for whoever publishes or receives it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "directory.zip")
        counts = packages.export(path, "json" if request.GET.get("as") == "json" else "csv")
        whole = path.read_bytes()
    audit.record("directory_exported", by=request.user, services=counts.get("services", 0))
    answer = HttpResponse(whole, content_type="application/zip")
    answer["Content-Disposition"] = 'attachment; filename="directory-hsds-3.2.zip"'
    return answer
