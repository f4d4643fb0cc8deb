"""Colleagues around a family: who may serve it, where a person may add families, whom to ask."""

from django.db.models import Count, Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from agency.access import Role, centers_reached
from agency.models import Center, RoleGrant, User
from families.models import Assignment


def holding(roles, center=None):
    """Colleagues who hold one of `roles` today in the program of this center, or everywhere; without one, anywhere."""
    grants = RoleGrant.objects.in_force().filter(role__in=roles)
    if center is not None:
        here = Q(center__program=center.program_id) | Q(program=center.program_id) | Q(center=None, program=None)
        grants = grants.filter(here)
    return User.objects.filter(pk__in=grants.values("user"), is_active=True)


def workers_at(center):
    """Who may become the main worker of a family at `center`, with how many families each serves now."""
    today = timezone.localdate()
    now = Q(assignments__kind=Assignment.Kind.PRIMARY, assignments__starts_on__lte=today) & (
        Q(assignments__ends_on=None) | Q(assignments__ends_on__gte=today)
    )
    counted = holding([Role.WORKER], center).annotate(families_now=Count("assignments", filter=now))
    return counted.order_by("last_name", "first_name", "pk")


def planned_on(day, workers=None):
    """How many families each worker serves first on a day, past or to come: {worker: families}. One statement.

    The planned count the limit of 40 speaks of (design 3). Two records merged since are one family.
    """
    main = Assignment.objects.in_force(day).filter(kind=Assignment.Kind.PRIMARY)
    if workers is not None:
        main = main.filter(worker__in=workers)
    families = Count(Coalesce("family__merged_into", "family"), distinct=True)
    return dict(main.order_by().values("worker").annotate(families=families).values_list("worker", "families"))


def worker_before(family):
    """Who served this family first until it left, when that colleague may do so again; else None."""
    last = (
        family.assignments.filter(kind=Assignment.Kind.PRIMARY).select_related("worker").order_by("-starts_on").first()
    )
    return last.worker if last and holding([Role.WORKER], family.center).contains(last.worker) else None


def colleagues_at(center):
    """Who may be on the team of a family at `center`, or cover for a colleague."""
    return holding([Role.WORKER, Role.TEAMMATE], center).order_by("last_name", "first_name", "pk")


def centers_of(user, permission):
    """Open centers where a role of this person carries `permission`."""
    return open_centers().filter(centers_reached(user, permission))


def open_centers():
    """Every center that has not closed, by program and name."""
    today = timezone.localdate()
    still_open = Center.objects.filter(Q(closed_on=None) | Q(closed_on__gt=today))
    return still_open.select_related("program").order_by("program__name", "name")


def in_charge_of(center):
    """Whom to ask about families at `center`: the nearest supervisor, else a manager; None without either."""
    for role in (Role.SUPERVISOR, Role.MANAGER):
        grants = RoleGrant.objects.in_force().filter(role=role, user__is_active=True).select_related("user")
        for reach in (Q(center=center), Q(program=center.program_id), Q(center=None, program=None)):
            grant = grants.filter(reach).order_by("pk").first()
            if grant:
                return grant.user
    return None


def reviewers():
    """Whoever holds a reviewer's role today."""
    grants = RoleGrant.objects.in_force().filter(role=Role.MONITOR)
    return User.objects.filter(pk__in=grants.values("user"), is_active=True).order_by("last_name", "first_name", "pk")
