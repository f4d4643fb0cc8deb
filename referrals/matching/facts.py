"""What is known of every service of one kind, in three statements, however many services there are."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from typing import NamedTuple

from django.contrib.postgres.aggregates import ArrayAgg
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    Avg,
    BooleanField,
    Count,
    Exists,
    ExpressionWrapper,
    F,
    FloatField,
    OuterRef,
    Q,
    Subquery,
    Value,
)
from django.utils import timezone

from partners import nearness
from partners.models import Eligibility, Schedule, Service, ServiceArea, ServiceCapacity, ServiceLanguage
from referrals.models import Referral, ReferralEvent
from referrals.states import ENDED, ReferralState

S = ReferralState
HELPED = (S.RECEIVED, S.COMPLETED)
SAID_YES = (S.ACCEPTED, S.WAITLISTED, S.APPOINTMENT, S.ATTENDED, S.RECEIVED)
LATELY = 90  # days in which a word about room still tells something
LOOKING_BACK = 730  # days of earlier referrals that say how it goes there now
WEEKLY = Q(is_closed=False, freq=Schedule.Often.WEEKLY)


class Place(NamedTuple):
    """Where a service is, as far as it matters here."""

    zip_code: str
    city: str
    miles: float | None


@dataclass(frozen=True)
class Facts:
    """All services of one kind, and what is known of each by key."""

    services: list
    places: dict
    earlier: dict  # what became of referrals there
    theirs: dict  # this family's own newest referral there


def gather(asking, theirs):
    """`theirs` are this family's own referrals, newest last."""
    kind = Service.objects.active().filter(categories=asking.need.category_id)
    return Facts(
        services=list(_services(kind, asking)),
        places=_places(kind, asking),
        earlier=_earlier(kind),
        theirs={referral.service_id: referral for referral in theirs},
    )


def _services(kind, asking):
    rows = kind.with_clock().annotate(
        speaks=_among(ServiceLanguage.objects.filter(code=asking.language)),
        says_languages=_among(ServiceLanguage.objects.all()),
        says_area=_among(ServiceArea.objects.exclude(zips=[])),
        serves=_among(ServiceArea.objects.filter(zips__overlap=sorted(asking.zips) or [""])),
        room=_room(),
        groups=ArraySubquery(Eligibility.objects.filter(service=OuterRef("pk")).order_by().values("who")),
        **_hours(asking),
    )
    return rows.values_list(
        "pk", "name", "partner__name", "minimum_age", "maximum_age", "interpretation_services", "verified_on",
        "fresh_for", "speaks", "says_languages", "says_area", "serves", "room", "says_hours", "suits", "groups",
        named=True,
    )  # fmt: skip


def _among(rows):
    """True where the service is among those these rows belong to. Asked of the rows once, not once for each service."""
    return ExpressionWrapper(Q(pk__in=rows.order_by().values("service")), output_field=BooleanField())


def _room():
    """Room as it was last seen, when that is not long ago."""
    seen = ServiceCapacity.objects.filter(
        service=OuterRef("pk"), seen_at__gte=timezone.now() - timedelta(days=LATELY)
    ).order_by("-seen_at", "-pk")
    return Subquery(seen.values("state")[:1])


def _hours(asking):
    """Whether hours are known as rules, its own or else those of its places, and whether some of them suit."""
    suiting = asking.suiting()
    own = Schedule.objects.filter(WEEKLY, service__isnull=False).order_by()
    known = Q(pk__in=own.values("service")) | Q(pk__in=_given_at(Schedule.objects.filter(WEEKLY, service=None)))
    suits = Value(False)
    if suiting is not None:
        there = _given_at(Schedule.objects.filter(WEEKLY, suiting, service=None))
        found = Q(pk__in=own.filter(suiting).values("service"))
        suits = ExpressionWrapper(
            found | Q(pk__in=there) & ~Q(pk__in=own.values("service")), output_field=BooleanField()
        )
    return {"says_hours": ExpressionWrapper(known, output_field=BooleanField()), "suits": suits}


def _given_at(schedules):
    at = schedules.order_by().values("location")
    return Service.locations.through.objects.filter(location__in=at).values("service")


def _places(kind, asking):
    """The places one may know of, the nearest first."""
    given = Service.locations.through.objects.filter(location__is_confidential=False)
    given = nearness.places(asking.here) if asking.here else given.annotate(miles=Value(None, FloatField()))
    rows = given.filter(service__in=kind.values("pk")).order_by(F("miles").asc(nulls_last=True), "pk")
    found = defaultdict(list)
    for service, code, city, miles in rows.values_list("service", "location__postal_code", "location__city", "miles"):
        found[service].append(Place(code[:5], city, miles))
    return found


def _earlier(kind):
    """For each service: sent, answered yes or no, ended, helped, after how many days, and what stood in the way."""
    yes = ReferralEvent.objects.filter(referral=OuterRef("pk"), to_state__in=SAID_YES)
    no = ReferralEvent.objects.filter(referral=OuterRef("pk"), to_state=S.DECLINED)
    since = timezone.localdate() - timedelta(days=LOOKING_BACK)
    rows = (
        Referral.objects.filter(service__in=kind.values("pk"), made_on__gte=since)
        .exclude(state=S.DRAFT)
        .annotate(said_yes=Exists(yes), said_no=Exists(no))
        .order_by()
        .values("service")
        .annotate(
            sent=Count("pk"),
            yes=Count("pk", filter=Q(said_yes=True)),
            no=Count("pk", filter=Q(said_no=True)),
            ended=Count("pk", filter=Q(state__in=(*ENDED, S.RECEIVED)) & ~Q(state=S.WITHDRAWN)),
            helped=Count("pk", filter=Q(state__in=HELPED)),
            wait=Avg(F("service_received__received_on") - F("made_on"), filter=Q(state__in=HELPED)),
            barriers=ArrayAgg("barrier", filter=~Q(barrier=""), default=[]),
        )
    )
    return {row["service"]: row for row in rows}
