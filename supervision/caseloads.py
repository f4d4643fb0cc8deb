"""Caseloads: for each worker the families they mainly serve, and why a supervisor should look at some of them.

A figure is always the number of families behind it, and each opens into exactly those families. No note is read.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from django.db.models import Case, OuterRef, Q, Subquery, When

from agency import planned
from agency.access import Permission, Role, centers_reached
from agency.due import Clocks
from agency.models import Center, RoleGrant, User
from agency.models.caseload import RULE
from families.models import Assignment, Enrollment, Family, Need
from supervision.due import CONSULTATION
from supervision.load import USUAL, weighted, weights
from supervision.models import Sign
from supervision.signs import Reason, reasons_of, with_signs
from supervision.worklist import NO_CONTACT, everything_due, is_overdue

REOFFER, WELCOME = "reoffer", "welcome_contact"


@dataclass
class Caseload:
    """One worker's families and, for each figure, the reasons by family. Without a worker: families nobody serves."""

    worker: User | None
    families: dict  # id → Family
    covers: list = field(default_factory=list)  # names of those whose families this worker covers
    reasons: dict = field(default_factory=lambda: defaultdict(dict))  # code → {family id: Reason}
    due: list = field(default_factory=list)  # everything that waits in these families
    limit: int = RULE
    weights: dict = field(default_factory=lambda: dict(USUAL))

    @property
    def planned(self):
        return len(self.families)

    @property
    def signs(self):
        """How many families show each sign of weight (supervision.load)."""
        shown = Counter(sign for pk in self.families for sign in self.signs_of(pk))
        return {sign: shown[sign] for sign in USUAL}

    @property
    def load(self):
        return weighted(self.planned, self.signs, self.weights)

    @property
    def is_over(self):
        return self.planned > self.limit

    def signs_of(self, pk):
        """The signs of weight one family shows."""
        family = self.families[pk]
        found = [sign for sign in TOLD if pk in self.reasons[sign]]
        return found + [sign for sign, shows in FACTS.items() if shows(family)]

    def weight_of(self, pk):
        """What one family adds to the weighted load."""
        return 1 + sum(self.weights[sign] for sign in self.signs_of(pk))

    def count(self, code):
        return len(self.reasons[code])


TOLD = (Sign.URGENT.value, Sign.NO_CONTACT.value)  # by the due things; the others by the family's own rows
FACTS = {
    Sign.DEEP.value: lambda family: family.deep_urgency is not None,
    Sign.URGENT_DEEP.value: lambda family: family.deep_urgency == Need.Degree.HIGH,
    Sign.HOMELESS.value: lambda family: family.is_homeless,
    Sign.CHILD_WELFARE.value: lambda family: family.in_child_welfare,
    Sign.BABY.value: lambda family: family.has_baby,
}


def workers(user, permission=Permission.CASELOAD_VIEW):
    """The staff whose caseloads `user` may look at, by name."""
    centers = Center.objects.filter(centers_reached(user, permission))
    served = Assignment.objects.visible_to(user, permission).in_force().filter(kind="primary")
    here = Q(center__in=centers) | Q(program__in=centers.values("program"))
    posted = RoleGrant.objects.in_force().filter(here, role=Role.WORKER)
    return (
        User.objects.filter(Q(pk__in=served.values("worker")) | Q(pk__in=posted.values("user")))
        .filter(is_active=True)
        .order_by("last_name", "first_name", "pk")
    )


def caseloads(staff, user, clocks=None, permission=Permission.CASELOAD_VIEW, nobodys=None):
    """A `Caseload` for each of `staff`, in their order; the number of statements does not grow with them.

    Workers who prepare their own session look at their families with the permission that opens those. With `nobodys`,
    keys of families that nobody serves, these come last as a caseload without a worker.
    """
    clocks = clocks or Clocks()
    serving = _serving(staff, user, permission)
    ids = {row.family_id for row in serving if row.kind == Assignment.Kind.PRIMARY}
    families = {family.pk: family for family in with_signs(ids.union(nobodys or ()), user, clocks.on, permission)}
    loads = {worker.pk: Caseload(worker, {}) for worker in staff}
    for row in serving:
        if row.kind == Assignment.Kind.COVER:
            loads[row.worker_id].covers.append(row.covers_for)
        elif row.family_id in families:
            loads[row.worker_id].families[row.family_id] = families[row.family_id]
    found = list(loads.values())
    if nobodys is not None:
        found.append(Caseload(None, {pk: families[pk] for pk in nobodys if pk in families}))
    _tell(found, user, clocks)
    limits, adds = planned.limits(loads, clocks.on), weights(clocks.on)
    for load in found:
        load.weights = adds
        load.limit = limits[load.worker.pk] if load.worker else load.limit
    return found


def unserved(user, on):
    """Families with a place that nobody serves first, now or from a day that is planned."""
    served = Assignment.objects.filter(Q(ends_on=None) | Q(ends_on__gte=on), kind="primary").values("family")
    placed = Enrollment.objects.still_open().values("family")
    return Family.objects.visible_to(user, Permission.FAMILY_ASSIGN).filter(pk__in=placed).exclude(pk__in=served)


def _serving(staff, user, permission):
    """Today's assignments of these workers, each with the first name of whom a cover stands in for."""
    main = Assignment.objects.in_force().filter(family=OuterRef("family"), kind="primary").values("worker__first_name")
    rows = Assignment.objects.visible_to(user, permission).in_force()
    rows = rows.filter(worker__in=[worker.pk for worker in staff], kind__in=["primary", "cover"])
    covers = Case(When(kind="cover", then=Subquery(main[:1])))
    return list(rows.annotate(covers_for=covers).only("family_id", "worker_id", "kind").order_by("family__name", "pk"))


def _tell(loads, user, clocks):
    """Write into each caseload why somebody should look at its families."""
    mine = {pk: load for load in loads for pk in load.families}
    for item in everything_due(mine, user, clocks):  # read by with_signs, so visible; the items of every other page
        load = mine[item.family_id]
        load.due.append(item)
        for code in _figures_of(item, clocks.on):
            load.reasons[code].setdefault(item.family_id, Reason(item.what, item.due_on, item.url, item.act))
    for pk, load in mine.items():
        for code, reason in reasons_of(load.families[pk], clocks):
            load.reasons[code][pk] = reason


def _figures_of(item, on):
    if item.is_urgent:
        yield "urgent"
    if item.kind in NO_CONTACT and item.due_on < on:
        yield "no_contact"
    if item.kind == WELCOME:
        yield "not_welcomed"
    if item.kind == REOFFER:
        yield "reoffer"
    if item.kind == CONSULTATION:
        yield "consultation"
    if is_overdue(item, on):
        yield "overdue"
