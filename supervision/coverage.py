"""How much supervision was held in a time, for each worker and supervisor: counts and days, not a word of it."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, Q, Value
from django.utils.translation import gettext as _

from agency.access import Permission, Role, centers_reached, reaches_everything
from agency.models import Center, RoleGrant, User
from supervision import rhythm
from supervision.models import Session
from supervision.states import TOOK_PLACE, SessionState

NUMBERS = ("due", "held", "missed", "moved")


@dataclass
class Covered:
    """One worker in the time asked for."""

    worker: User
    rhythm: rhythm.Rhythm
    due: int
    held: int = 0
    missed: int = 0
    moved: int = 0
    supervisors: set = field(default_factory=set)

    @property
    def is_short(self):
        return self.held < self.due


def workers(user):
    """The family service workers whose supervision `user` may count, by name."""
    posts = RoleGrant.objects.in_force().filter(role=Role.WORKER)
    if not reaches_everything(user, Permission.SUPERVISION_COUNT):
        centers = Center.objects.filter(centers_reached(user, Permission.SUPERVISION_COUNT))
        posts = posts.filter(Q(center__in=centers) | Q(program__in=centers.values("program")))
    people = User.objects.filter(pk__in=posts.values("user"), is_active=True)
    return people.order_by("last_name", "first_name", "pk")


def of(staff, first, last, clocks):
    """A `Covered` for each of `staff` (a queryset) from `first` to `last`: the statements do not grow with them."""
    rhythms = rhythm.rhythms(staff, clocks)
    posts = _posts([one.worker for one in rhythms], first, last)
    found = {
        one.worker.pk: Covered(one.worker, one, _due(posts[one.worker.pk], first, last, clocks)) for one in rhythms
    }
    counted = _counted(list(found), first, last)
    names = User.objects.in_bulk({pk for row in counted for pk in row["supervisors"]})
    for row in counted:
        covered = found[row["worker"]]
        covered.held, covered.missed, covered.moved = row["held"], row["missed"], row["moved"]
        covered.supervisors = {str(names[pk]) for pk in row["supervisors"]}
    return list(found.values())


def _counted(workers, first, last):
    """Each worker's sessions of this time, counted by the database."""
    took_place = Q(state__in=TOOK_PLACE, held_on__range=(first, last))
    planned = Q(planned_on__range=(first, last))
    return list(
        Session.objects.filter(took_place | planned, worker__in=workers)
        .order_by()
        .values("worker")
        .annotate(
            held=Count("pk", filter=took_place),
            missed=Count("pk", filter=planned & Q(state=SessionState.MISSED)),
            moved=Count("pk", filter=planned & Q(state=SessionState.MOVED)),
            supervisors=ArrayAgg("supervisor", filter=took_place, distinct=True, default=Value([])),
        )
    )


def _posts(staff, first, last):
    """For each worker the days of this time on which they worked here as one: {worker: (from, to)}."""
    grants = RoleGrant.objects.filter(user__in=staff, role=Role.WORKER, starts_on__lte=last)
    grants = grants.filter(Q(ends_on=None) | Q(ends_on__gte=first))
    days = defaultdict(lambda: (last, first))
    for grant in grants:
        begins, ends = days[grant.user_id]
        days[grant.user_id] = (min(begins, max(first, grant.starts_on)), max(ends, min(last, grant.ends_on or last)))
    return days


def _due(post, first, last, clocks):
    """How many sessions the rhythm asks for in the days a worker was here."""
    rule = clocks.rule(rhythm.CLOCK)
    days = (post[1] - post[0]).days + 1
    return max(0, round(days / rule.length)) if rule else 0


def totals(rows):
    return {name: sum(getattr(row, name) for row in rows) for name in NUMBERS}


def as_lines(rows):
    """The same figures as lines of a file: the head first."""
    yield [_("Worker"), _("Supervisor"), _("Due"), _("Held"), _("Did not take place"), _("Moved"), _("Last session")]
    for row in rows:
        supervisors = ", ".join(sorted(row.supervisors))
        yield [str(row.worker), supervisors, row.due, row.held, row.missed, row.moved, row.rhythm.last_on or ""]
