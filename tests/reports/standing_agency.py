"""The small agency once more, with what only standing reports count: outcomes of goals, homes, clocks, searches."""

from datetime import UTC, date, datetime, timedelta

from families.models import Household, Need
from goals.models import Goal
from partners.models import Location, Service
from referrals.models import Gap, Referral
from tests.agency.factories import DeadlineFactory
from tests.referrals.factories import EventFactory
from tests.reports.small_agency import SmallAgency

CLOCKS = {
    "welcome_contact": 10, "assessment_offered": 30, "agreement_offered": 45, "agreement_answered": 60,
    "urgent_need": 1, "referral_follow_up": 14, "referral_follow_up_urgent": 7,
}  # fmt: skip
ZIPS = ("90210", "90210-1234", "10001", "", "n/a")


class StandingAgency(SmallAgency):
    def __init__(self, random, families=6):
        super().__init__(random, families)
        for goal in Goal.objects.order_by("pk"):
            goal.outcomes = sorted(random.sample(range(1, 8), random.randint(0, 2)))
            goal.save(update_fields=["outcomes"])
            goal.needs.set(need for need in goal.family.needs.order_by("pk") if self.maybe())
        for family in sorted({goal.family for goal in Goal.objects.all()}, key=lambda one: one.pk):
            for _home in self.times(2):
                Household.objects.create(family=family, postal_code=random.choice(ZIPS), is_hidden=self.maybe(0.2))
        self._clocks()
        for service in Service.objects.order_by("pk"):
            service.categories.set(random.sample(self.categories, 2))
            service.locations.set([Location.objects.create(partner=service.partner, postal_code=random.choice(ZIPS))])

    def _clocks(self):
        for code, length in CLOCKS.items():
            DeadlineFactory(code=code, length=length, effective_on=date(2020, 1, 1))
        DeadlineFactory(code="agreement_offered", length=9, effective_on=date(2020, 1, 1), program=self.programs[0])
        for need in Need.objects.order_by("pk"):
            opened = datetime(need.opened_on.year, need.opened_on.month, need.opened_on.day, 3, tzinfo=UTC)
            stepped = opened + timedelta(days=self.random.randint(0, 3)) if self.maybe() else None
            urgency = self.random.choice([2, 3])
            Need.objects.filter(pk=need.pk).update(urgency=urgency, opened_at=opened, first_step_at=stepped)
            if self.maybe(0.4):
                reason = self.random.choice(["cost", "wait", "hours"])
                Gap.objects.create(need=need, reason=reason, noted_on=self.some_day(), noted_by=self.workers[0])
        for referral in Referral.objects.order_by("pk"):
            if referral.sent_on and self.maybe():
                happened = referral.sent_on + timedelta(days=self.random.randint(0, 30))
                EventFactory(referral=referral, from_state="sent", to_state="acknowledged", happened_on=happened)
        Referral.objects.filter(pk__in=[r.pk for r in Referral.objects.order_by("pk") if self.maybe(0.3)]).update(
            is_urgent=True
        )
