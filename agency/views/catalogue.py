"""The list of kinds of help, and what each year's PIR form calls them."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from agency import audit
from agency.access import Permission, requires
from agency.forms.catalogue import PirItemFormSet, ServiceForm
from agency.models import PirItemOfCategory, ServiceCategory
from agency.views.organisation import for_the_whole_agency


@requires(Permission.SETTINGS_EDIT)
def services(request):
    """All kinds of help by group, each with its letters in the newest form."""
    for_the_whole_agency(request)
    form_years = sorted(set(PirItemOfCategory.objects.values_list("form_year", flat=True)), reverse=True)
    rows = ServiceCategory.objects.order_by("group", "position", "code").prefetch_related("pir_items")
    context = {"rows": [_row(row, form_years[:3]) for row in rows], "form_years": form_years[:3]}
    return render(request, "agency/services.html", context)


def _row(category, form_years):
    items = {item.form_year: item.item for item in category.pir_items.all()}
    retired = category.retired_on is not None and category.retired_on <= timezone.localdate()
    named = [{"year": year, "item": items.get(year, "")} for year in form_years]
    return {"category": category, "items": named, "retired": retired}


@requires(Permission.SETTINGS_EDIT)
def service_add(request):
    for_the_whole_agency(request)
    last = ServiceCategory.objects.order_by("-position").first()
    return _edit(request, ServiceCategory(position=last.position + 1 if last else 0))


@requires(Permission.SETTINGS_EDIT)
def service(request, pk):
    for_the_whole_agency(request)
    return _edit(request, get_object_or_404(ServiceCategory.objects.all(), pk=pk))


def _edit(request, category):
    is_new = category.pk is None
    title = _("A new kind of service") if is_new else str(category)
    form = ServiceForm(request.POST or None, instance=category)
    items = PirItemFormSet(request.POST or None, instance=category, prefix="pir")
    if request.method == "POST" and form.is_valid() & items.is_valid():
        with transaction.atomic():
            record = form.save()
            items.save()
            audit.record("service_added" if is_new else "service_changed", about=record, by=request.user)
        messages.success(request, _("Saved."))
        return redirect("agency:services")
    delete_url = None if is_new else reverse("agency:setting-delete", args=["service", category.pk])
    return render(
        request, "agency/service.html", {"form": form, "items": items, "title": title, "delete_url": delete_url}
    )
