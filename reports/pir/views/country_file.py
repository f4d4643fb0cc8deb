"""The public file of all programs, brought by whoever keeps the settings: only quartiles of it are kept."""

import csv
import io

from django import forms
from django.contrib import messages
from django.db.models import Max, Min, Sum
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency import audit, files
from agency.access import Permission, requires
from agency.once import sent_once
from agency.views.organisation import for_the_whole_agency
from reports.models import PirReference
from reports.pir import access, reference

LARGEST = 40 * 1024 * 1024


class CountryFileForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("The public file"), validators=[files.MustBe(["text/csv"], LARGEST)],
        widget=forms.FileInput(attrs={"accept": ".csv"}),
        help_text=gettext_lazy("A CSV file with a line for each program and year."),
    )  # fmt: skip


@requires(Permission.SETTINGS_EDIT)
@sent_once
def country_file(request, pk):
    """Read the file in; what is known of the years in it is replaced."""
    for_the_whole_agency(request)
    year, _sheet, _scope = access.opened(request.user, pk)
    form, status = CountryFileForm(request.POST or None, request.FILES or None), 200
    if request.method == "POST":
        if form.is_valid() and _taken(request, form):
            return redirect("reports:pir-country", pk)
        status = 422
    known = PirReference.objects.filter(state="", item="enrolled")
    context = {
        "year": year,
        "form": form,
        "columns": reference.columns(),
        "fewest": reference.FEWEST,
        "known": known.aggregate(first=Min("year"), last=Max("year"), programs=Sum("n")),
    }
    return render(request, "reports/pir/country_file.html", context, status=status)


def _taken(request, form):
    """True when it was read; else the form says why not, and nothing has changed."""
    lines = io.TextIOWrapper(form.cleaned_data["file"].file, encoding="utf-8-sig", newline="")
    try:
        read, kept = reference.take(lines)
    except (reference.NotAPirFile, UnicodeDecodeError, csv.Error):
        form.add_error(
            "file", _("This file does not hold the columns named below, or no program in them. Nothing changed.")
        )
        return False
    audit.record("pir_reference_read", by=request.user, programs=read, kept=kept)
    said = _("Read: %(programs)s lines. What was known of their years is replaced.")
    messages.success(request, said % {"programs": read})
    return True
