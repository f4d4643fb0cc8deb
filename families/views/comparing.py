"""A family's conversations side by side."""

from django.shortcuts import render

from agency.access import Permission, requires
from families import comparison
from families.opening import open_family


@requires(Permission.ASSESSMENT_VIEW)
def compare(request, pk):
    """First, middle, end: by outcome as a plot and a table, by question in words."""
    family = open_family(request, pk)
    asked = {int(given) for given in request.GET.getlist("with") if given.isdecimal()}
    return render(request, "families/compare.html", comparison.page(family, request.user, asked) | {"family": family})
