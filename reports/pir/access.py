"""Whose worksheet a person reads: the whole program's, or the part of it that is at their centers (decision 0015)."""

from django.shortcuts import get_object_or_404

from agency.access import Permission, programs_reached_whole, reaches_everything
from agency.models import ProgramYear
from reports.pir.counting import Worksheet, period_of
from reports.scope import Scope, own_centers


def years_for(user, permission=Permission.REPORT_VIEW):
    """The program years of which this person may read something, newest first."""
    years = ProgramYear.objects.select_related("program").order_by("-starts_on", "program__name", "pk")
    if reaches_everything(user, permission):
        return years
    whole = programs_reached_whole(user, permission)
    some = own_centers(user, permission).values("program")
    return years.filter(program__in=whole) | years.filter(program__in=some)


def scope_for(user, year, permission=Permission.REPORT_VIEW):
    """The whole program, or this person's centers in it."""
    period = period_of(year)
    if reaches_everything(user, permission) or year.program_id in programs_reached_whole(user, permission):
        return Scope(period, year.program)
    centers = own_centers(user, permission).filter(program=year.program_id).order_by("pk")
    return Scope(period, year.program, centers=tuple(centers.values_list("pk", flat=True)))


def found(user, pk, permission=Permission.REPORT_VIEW):
    """(year, what this person may read of it); a stranger's program is a page that is not there."""
    year = get_object_or_404(years_for(user, permission).distinct(), pk=pk)
    return year, scope_for(user, year, permission)


def opened(user, pk, permission=Permission.REPORT_VIEW):
    """(year, its worksheet as this person may read it, its scope)."""
    year, scope = found(user, pk, permission)
    return year, Worksheet(year, centers=scope.centers), scope


def opened_whole(user, pk, permission):
    """The year, only for who reaches the whole program: what is kept beside the figures is one for all."""
    whole = years_for(user, permission)
    if not reaches_everything(user, permission):
        whole = whole.filter(program__in=programs_reached_whole(user, permission))
    return get_object_or_404(whole.distinct(), pk=pk)
