"""Referrals in lists: one's own by what to do next; a program's, narrowed by what somebody asks."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from agency import asked
from agency.due import Clocks
from agency.models import Center, ServiceCategory, User
from families.models import Assignment, Family
from partners.models import Partner
from referrals import due
from referrals.models import Referral, ReferralEvent
from referrals.states import ENDED, OPEN, WAITING, ReferralState
from referrals.states import ReferralState as S

OLD, VERY_OLD = 14, 45  # days
AGES = [
    ("", _("Of any age")),
    (str(OLD), _("Open for more than 14 days")),
    (str(VERY_OLD), _("Open for more than 45 days")),
]
KINDS = {
    "open": (_("Open"), Q(state__in=OPEN)),
    "waiting": (_("With a partner"), Q(state__in=WAITING)),
    "received": (_("Help received, loop still open"), Q(state=S.RECEIVED)),
    "ended": (_("Ended"), Q(state__in=ENDED)),
}


@dataclass(frozen=True)
class Group:
    """One part of one's own list."""

    code: str
    title: Promise
    icon: str
    act: Promise
    tone: str = ""


GROUPS = [
    Group("urgent", _("Urgent, today"), "alert", _("Open it"), "urgent"),
    Group("answers", _("Two answers to settle"), "alert", _("Settle it"), "attention"),
    Group("send", _("Ready to send"), "pen", _("Send it"), "info"),
    Group("close", _("Help came: close the loop"), "service", _("Ask the family"), "success"),
    Group("ask", _("Ask what became of it"), "phone", _("Ask the family"), "attention"),
    Group("more", _("The partner needs something from them"), "note", _("Open it"), "attention"),
    Group("again", _("Declined or missed: what next?"), "back", _("Open it"), "attention"),
    Group("soon", _("An appointment is near"), "calendar", _("Open it"), "info"),
    Group("waiting", _("With the partner or the family now"), "clock", _("Open it"), ""),
]


def group_of(referral, clocks):
    """Where a referral stands in one's own list; the most pressing first."""
    if referral.state == S.DRAFT:
        return "urgent" if referral.is_urgent else "send"
    if referral.differs:
        return "answers"
    if referral.state == S.RECEIVED:
        return "close"
    if referral.state in (S.DECLINED, S.MISSED):
        return "again"
    ripe = referral.ask_on is not None and referral.ask_on <= clocks.on
    if ripe:
        return "urgent" if referral.is_urgent else "ask"
    if referral.state == S.NEEDS_MORE:
        return "more"
    return "soon" if referral.state == S.APPOINTMENT else "waiting"


def mine(user, on=None):
    """[(group, its referrals)] of the families this person serves, each part by its day. Three statements."""
    clocks = Clocks(on)
    serving = Assignment.objects.in_force(clocks.on).filter(worker=user).values("family")
    families = Family.objects.visible_to(user).filter(pk__in=serving)
    theirs = Referral.objects.visible_to(user).filter(family__in=families.values("pk"))
    rows = [*due.with_last_word(theirs.open()), *due.with_last_word(_left_alone(theirs))]
    parts = {group.code: [] for group in GROUPS}
    for referral in rows:
        referral.ask_on = due.ask_on(referral, clocks)
        parts[group_of(referral, clocks)].append(referral)
    for found in parts.values():
        found.sort(key=lambda one: (not one.is_urgent, one.ask_on or clocks.on, one.pk))
    return [(group, parts[group.code]) for group in GROUPS if parts[group.code]]


def _left_alone(referrals):
    """Declined lately, the need still open, and nothing tried since."""
    newer = Referral.objects.filter(need=OuterRef("need"), pk__gt=OuterRef("pk"))
    lately = timezone.localdate() - timedelta(days=VERY_OLD)
    return referrals.filter(~Exists(newer), state=S.DECLINED, need__closed_on=None, closed_on__gte=lately)


@dataclass
class Asked:
    """What the address of the program's list asks for. Nothing in it names a family."""

    kind: str = "open"
    state: str = ""
    urgent: bool = False
    answers: bool = False
    partner: int | None = None
    category: str = ""
    age: str = ""
    center: int | None = None
    worker: int | None = None

    @property
    def is_narrowed(self):
        return self != Asked(kind=self.kind)


def read(request):
    """Out of the address, with care: what it does not know it does not ask."""
    kind, state, age = (asked.text(request, name) for name in ("kind", "state", "age"))
    return Asked(
        kind=kind if kind in KINDS else "open",
        state=state if state in ReferralState.values else "",
        urgent="urgent" in request.GET,
        answers="answers" in request.GET,
        partner=asked.number(request, "partner"),
        category=asked.text(request, "category"),
        age=age if age in dict(AGES) else "",
        center=asked.number(request, "center"),
        worker=asked.number(request, "worker"),
    )


def narrowed(rows, wanted):
    """The rows that are asked for. A state rules out the wider kind."""
    rows = rows.filter(state=wanted.state) if wanted.state else rows.filter(KINDS[wanted.kind][1])
    if wanted.urgent:
        rows = rows.filter(is_urgent=True)
    if wanted.answers:
        rows = rows.filter(Exists(ReferralEvent.objects.filter(referral=OuterRef("pk")).unsettled()))
    if wanted.age:
        rows = rows.filter(began__lte=timezone.localdate() - timedelta(days=int(wanted.age)))
    if wanted.worker:
        rows = rows.filter(family__in=_served_by(wanted.worker))
    exact = {
        "service__partner": wanted.partner,
        "need__category__code": wanted.category,
        "family__center": wanted.center,
    }
    return rows.filter(**{name: value for name, value in exact.items() if value})


def _served_by(worker):
    return Assignment.objects.in_force().filter(worker=worker, kind=Assignment.Kind.PRIMARY).values("family")


def program(user):
    """Every referral this person may read, with the day it began. The longest open first."""
    return _begun(Referral.objects.visible_to(user)).order_by("-is_urgent", "began", "pk")


def _begun(rows):
    return rows.annotate(began=Coalesce("sent_on", "made_on"))


def part(rows, first, last):
    """The rows from `first` to `last`, as a page shows them. They are found by their keys, so that what a page shows
    of a few is not put together for thousands."""
    keys = list(rows.values_list("pk", flat=True)[first:last])
    found = for_page(_begun(Referral.objects.filter(pk__in=keys))).only(*SHOWN).in_bulk()
    return [found[key] for key in keys if key in found]


SHOWN = (
    "state", "is_urgent", "reason", "family__name", "service__name", "service__partner__name", "need__category__name",
)  # fmt: skip


def for_page(rows):
    """With what a row shows: since when it is in its state, whose family it is, whether two answers wait."""
    reached = ReferralEvent.objects.filter(referral=OuterRef("pk"), to_state=OuterRef("state")).moves()
    serving = Assignment.objects.in_force().filter(family=OuterRef("family"), kind=Assignment.Kind.PRIMARY)
    return rows.select_related("family", "service__partner", "need__category").annotate(
        since=Coalesce(Subquery(reached.order_by("-pk").values("happened_on")[:1]), F("began")),
        differs=Exists(ReferralEvent.objects.filter(referral=OuterRef("pk")).unsettled()),
        worker_id=Subquery(serving.order_by("pk").values("worker")[:1]),
    )


def for_table(rows):
    """With what a line of the table says besides."""
    return for_page(rows).select_related(
        "family__center", "service__partner", "need__category", "service_received__category"
    )


def choices(user):
    """What one may narrow by: partners, centers and workers that stand in the list, every kind. Four statements."""
    rows = Referral.objects.visible_to(user).order_by()
    workers = Assignment.objects.in_force().filter(family__in=rows.values("family"), kind=Assignment.Kind.PRIMARY)
    named = User.objects.filter(pk__in=workers.values("worker")).order_by("last_name", "first_name", "pk")
    kinds = ServiceCategory.objects.only("code", "name")  # not only those in the list: that takes longer than the list
    return {
        "partner": list(Partner.objects.filter(pk__in=rows.values("service__partner")).values_list("pk", "name")),
        "category": [(kind.code, str(kind)) for kind in kinds],
        "center": list(Center.objects.filter(pk__in=rows.values("family__center")).values_list("pk", "name")),
        "worker": [(person.pk, str(person)) for person in named.only("first_name", "last_name", "username")],
    }
