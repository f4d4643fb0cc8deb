"""Caseloads: for each worker the families they mainly serve, and why a supervisor should look at some of them.

A figure is always the number of families behind it, and each opens into exactly those families. No note is read.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import timedelta

from django.db.models import Case, Exists, OuterRef, Q, Subquery, When
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from agency.access import Permission, Role, centers_reached
from agency.due import Clocks
from agency.models import Center, RoleGrant, User
from agency.templatetags.look import day
from families.models import Assignment, Family, FamilyMember, Need
from goals.models import Celebration, Goal, GoalTouched, PartnershipAgreement
from goals.states import AgreementState
from referrals.models import Referral
from supervision.load import weighted
from supervision.worklist import NO_CONTACT, everything_due, is_overdue

STUCK_AFTER = 60  # days without a contact that touched the goal
CELEBRATED_WITHIN = 30
BABY_MONTHS = 12
AGREED = (AgreementState.SIGNED, AgreementState.REVISING, AgreementState.CLOSED)


@dataclass(frozen=True)
class Figure:
    """One column of the table: a reason to look, in the order a supervisor reads."""

    code: str
    label: Promise
    icon: str
    tone: str = "attention"  # when it stands out


FIGURES = [
    Figure("no_contact", _("No contact, 30 days"), "phone"),
    Figure("overdue", _("Past its day"), "clock"),
    Figure("urgent", _("Urgent"), "alert", "urgent"),
    Figure("stuck", _("Goals not moving"), "goal"),
    Figure("old_referral", _("Old referrals"), "referral"),
    Figure("agreement", _("No agreement yet"), "pen"),
    Figure("not_welcomed", _("New, not welcomed"), "hand"),
    Figure("celebration", _("Celebrations"), "star", ""),
]


@dataclass
class Reason:
    """Why one family stands in one figure: a sentence, the day it counts from, the page that settles it."""

    text: str
    since: object = None
    url: str = ""
    act: str = ""


@dataclass
class Caseload:
    """One worker's families and, for each figure, the reasons by family."""

    worker: User
    families: dict  # id → Family
    covers: list = field(default_factory=list)  # names of those whose families this worker covers
    reasons: dict = field(default_factory=lambda: defaultdict(dict))  # code → {family id: Reason}
    signs: dict = field(default_factory=dict)
    due: list = field(default_factory=list)  # everything that waits in these families

    @property
    def planned(self):
        return len(self.families)

    @property
    def load(self):
        return weighted(self.planned, self.signs)

    def count(self, code):
        return len(self.reasons[code])


def workers(user):
    """The staff whose caseloads `user` may look at, by name."""
    centers = Center.objects.filter(centers_reached(user, Permission.CASELOAD_VIEW))
    served = Assignment.objects.visible_to(user, Permission.CASELOAD_VIEW).in_force().filter(kind="primary")
    here = Q(center__in=centers) | Q(program__in=centers.values("program"))
    posted = RoleGrant.objects.in_force().filter(here, role=Role.WORKER)
    return (
        User.objects.filter(Q(pk__in=served.values("worker")) | Q(pk__in=posted.values("user")))
        .filter(is_active=True)
        .order_by("last_name", "first_name", "pk")
    )


def caseloads(staff, user, clocks=None, permission=Permission.CASELOAD_VIEW):
    """A `Caseload` for each of `staff`, in their order; the number of statements does not grow with them.

    Workers who prepare their own session look at their families with the permission that opens those.
    """
    clocks = clocks or Clocks()
    serving = _serving(staff, user, permission)
    families = {family.pk: family for family in _with_signs(serving, user, clocks.on, permission)}
    loads = {worker.pk: Caseload(worker, {}) for worker in staff}
    mine = {}
    for row in serving:
        if row.kind == Assignment.Kind.PRIMARY and row.family_id in families:
            loads[row.worker_id].families[row.family_id] = families[row.family_id]
            mine[row.family_id] = loads[row.worker_id]
        elif row.kind == Assignment.Kind.COVER:
            loads[row.worker_id].covers.append(row.covers_for)
    _tell_what_is_due(mine, user, clocks)
    _tell_from_signs(mine, families, clocks)
    for load in loads.values():
        load.signs = _signs(load)
    return list(loads.values())


def _serving(staff, user, permission):
    """Today's assignments of these workers, each with the first name of whom a cover stands in for."""
    main = Assignment.objects.in_force().filter(family=OuterRef("family"), kind="primary").values("worker__first_name")
    rows = Assignment.objects.visible_to(user, permission).in_force()
    rows = rows.filter(worker__in=[worker.pk for worker in staff], kind__in=["primary", "cover"])
    covers = Case(When(kind="cover", then=Subquery(main[:1])))
    return list(rows.annotate(covers_for=covers).only("family_id", "worker_id", "kind").order_by("family__name", "pk"))


def _with_signs(serving, user, on, permission):
    """Their families with what the figures and the weights need, in one statement."""
    of_family = {"family": OuterRef("pk")}
    touched = GoalTouched.objects.filter(goal=OuterRef("pk"), note__happened_on__gte=on - timedelta(days=STUCK_AFTER))
    stuck = Goal.objects.visible_to(user).active().filter(set_on__lte=on - timedelta(days=STUCK_AFTER), **of_family)
    told = Celebration.objects.filter(noticed_on__gte=on - timedelta(days=CELEBRATED_WITHIN), **of_family)
    waiting = Referral.objects.waiting().filter(**of_family).order_by("sent_on")
    agreement = PartnershipAgreement.objects.filter(**of_family).order_by("-offered_on", "-pk")
    baby = FamilyMember.objects.filter(
        Q(role="child", born_on__gt=on - timedelta(days=round(BABY_MONTHS * 30.5))) | Q(is_expecting=True),
        left_on=None,
        **of_family,
    )
    ids = {row.family_id for row in serving if row.kind == Assignment.Kind.PRIMARY}
    return (
        Family.objects.visible_to(user, permission)
        .filter(pk__in=ids)
        .annotate(
            stuck_since=Subquery(stuck.filter(~Exists(touched)).order_by("set_on").values("set_on")[:1]),
            celebrated_on=Subquery(told.order_by("-noticed_on").values("noticed_on")[:1]),
            waiting_since=Subquery(waiting.values("sent_on")[:1]),
            agreement_state=Subquery(agreement.values("state")[:1]),
            agreement_on=Subquery(agreement.values("offered_on")[:1]),
            is_deep=Exists(Need.objects.open().filter(intensity=Need.Intensity.DEEP, **of_family)),
            has_baby=Exists(baby),
        )
    )


def _tell_what_is_due(mine, user, clocks):
    """Reasons from the very items that My day and the family page show."""
    for item in everything_due(mine, user, clocks):  # read by _with_signs, so visible
        mine[item.family_id].due.append(item)
        for code in _figures_of(item, clocks.on):
            reason = Reason(item.what, item.due_on, item.url, item.act)
            mine[item.family_id].reasons[code].setdefault(item.family_id, reason)


def _figures_of(item, on):
    if item.is_urgent:
        yield "urgent"
    if item.kind in NO_CONTACT and item.due_on < on:
        yield "no_contact"
    if item.kind == "welcome_contact":
        yield "not_welcomed"
    if is_overdue(item, on):
        yield "overdue"


def _tell_from_signs(mine, families, clocks):
    for pk, load in mine.items():
        for code, reason in _reasons_of(families[pk], clocks):
            load.reasons[code][pk] = reason


def _reasons_of(family, clocks):
    """What the family's own dates say, as far as it says anything."""
    if family.stuck_since:
        yield "stuck", Reason(_stuck(), family.stuck_since)
    if family.celebrated_on:
        yield "celebration", Reason(_("There is something to celebrate."), family.celebrated_on)
    rule = clocks.rule("referral_escalate")
    if rule and family.waiting_since and (clocks.on - family.waiting_since).days >= rule.length:
        yield "old_referral", Reason(_old((clocks.on - family.waiting_since).days), family.waiting_since)
    if family.agreement_state not in AGREED:
        yield "agreement", Reason(_agreement(family), family.agreement_on)


def _stuck():
    return ngettext(
        "No contact has touched one of their goals for %(n)s day.",
        "No contact has touched one of their goals for %(n)s days.",
        STUCK_AFTER,
    ) % {"n": STUCK_AFTER}


def _old(days):
    return ngettext(
        "A partner was asked %(n)s day ago, and the loop is still open.",
        "A partner was asked %(n)s days ago, and the loop is still open.",
        days,
    ) % {"n": days}


AGREEMENT_SAID = {
    AgreementState.OFFERED: _("An agreement was offered on %(day)s; they have not answered yet."),
    AgreementState.ACCEPTED: _("The agreement is being written together; it was offered on %(day)s."),
    AgreementState.NOT_READY: _("Not now, by their choice. It was offered on %(day)s."),
    AgreementState.DECLINED: _("They would rather not have one. It was offered on %(day)s."),
}


def _agreement(family):
    if not family.agreement_state:
        return _("No agreement has been offered yet.")
    return AGREEMENT_SAID[family.agreement_state] % {"day": day(family.agreement_on)}


def _signs(load):
    """How many families show each sign of weight (supervision.load)."""
    families = load.families.values()
    return {
        "urgent": load.count("urgent"),
        "deep": sum(family.is_deep for family in families),
        "baby": sum(family.has_baby for family in families),
        "no_contact": load.count("no_contact"),
    }
