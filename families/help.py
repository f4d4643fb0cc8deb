"""What the pages of help received read: the kinds at hand, what stands there already, the years it may count in."""

from datetime import timedelta

from django.db.models import Count, Q
from django.utils import timezone

from agency.access import Permission
from agency.models import ProgramYear
from families import catalogue
from families.models import Need, ServiceReceived

LATELY = timedelta(days=90)
AT_HAND = 6
SHOWN = 12


def kinds(user):
    """The kinds of help one may write down; restricted ones only for who may read them."""
    found = catalogue.in_use()
    return found if user.may(Permission.RESTRICTED_VIEW) else found.filter(is_restricted=False)


def at_hand(user, offered):
    """The kinds this person wrote down most in the last months, of those `offered`."""
    since = timezone.localdate() - LATELY
    mine = ServiceReceived.objects.filter(recorded_by=user, received_on__gte=since, activity=None)
    most = mine.order_by().values("category").annotate(times=Count("pk")).order_by("-times", "category")
    by_key = {kind.pk: kind for kind in offered}
    found = [by_key[row["category"]] for row in most[: AT_HAND * 2] if row["category"] in by_key]
    return found[:AT_HAND]


def latest(family, user):
    """The help written down last, newest first, each with whether it may be taken back here."""
    rows = ServiceReceived.objects.visible_to(user).filter(family=family).select_related("category", "program_year")
    if not user.may(Permission.RESTRICTED_VIEW):
        rows = rows.filter(category__is_restricted=False)
    return list(rows.select_related("category", "program_year__program", "activity").order_by("-pk")[:SHOWN])


def needs_for(service, user):
    """The family's open needs, and the one this help was for."""
    needs = Need.objects.visible_to(user).filter(family=service.family_id)
    return needs.filter(Q(closed_on=None) | Q(pk=service.need_id))


def years_for(family):
    """The program years of the programs the family holds or held a place in; without any, of its center's."""
    programs = family.enrollments.order_by().values("program")
    years = ProgramYear.objects.filter(Q(program__in=programs) | Q(program__centers=family.center_id)).distinct()
    return years.select_related("program").order_by("-starts_on", "program__name")


def year_label(year):
    return f"{year.program} {year}"
