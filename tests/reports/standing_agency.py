"""The small agency once more, with what only standing reports count: outcomes of goals, homes, clocks, searches."""

from datetime import UTC, date, datetime, timedelta

from families.models import Family, Household, Need, Snapshot
from goals.models import Goal
from partners.models import Location, Service
from referrals.models import Gap, Referral
from supervision.models import CaseloadCount
from tests.agency.factories import DeadlineFactory
from tests.families.factories import SnapshotFactory
from tests.goals.factories import ReviewFactory, RhythmFactory
from tests.referrals.factories import EventFactory, RequestFactory
from tests.reports.small_agency import FIRST, SmallAgency

CLOCKS = {
    "welcome_contact": 10, "assessment_offered": 30, "agreement_offered": 45, "agreement_answered": 60,
    "urgent_need": 1, "referral_follow_up": 14, "referral_follow_up_urgent": 7, "referral_urgent_send": 0,
    "rights_notice": 30, "child_support": 45, "enrollment_snapshot": 30, "end_snapshot": 0, "record_request": 45,
    "first_review": 20, "review_january": 40, "review_march": 60, "review_may": 75, "check_in": 30,
    "check_in_latest": 60,
}  # fmt: skip
SIGNS = ("urgent", "deep", "urgent_deep", "homeless", "child_welfare", "baby", "no_contact")
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
        for family in Family.objects.order_by("pk"):
            self._year(family)
        self._counts()
        for service in Service.objects.order_by("pk"):
            service.categories.set(random.sample(self.categories, 2))
            service.locations.set([Location.objects.create(partner=service.partner, postal_code=random.choice(ZIPS))])

    def _year(self, family):
        """What is asked once a year, a baby, a rhythm of their own, and a question about the record."""
        random, years = self.random, [year for program in self.programs for year in program.years.order_by("pk")]
        for moment in Snapshot.Moment.values:
            for year in years if self.maybe(0.4) else ():
                said = dict.fromkeys(Snapshot.ASKED[moment], "yes" if self.maybe(0.8) else "")
                SnapshotFactory(family=family, moment=moment, taken_on=self.some_day(), speaks_for=[year], **said)
        for member in family.members.order_by("pk"):
            if member.role == "child":
                member.born_on = FIRST + timedelta(days=random.randint(-500, 500))
            else:
                member.relationship = random.choice(["father", "aunt"])
            member.save()
        for place in family.enrollments.order_by("pk"):
            if self.maybe(0.2):
                place.clocks_from = place.entered_on + timedelta(days=random.randint(1, 20))
                place.save(update_fields=["clocks_from"])
        if self.maybe(0.3):
            RhythmFactory(family=family, days=random.randint(5, 40), agreed_on=self.some_day())
        if self.maybe(0.3):
            RequestFactory(family=family, asked_on=self.some_day())
        if self.maybe():
            ReviewFactory(family=family, held_on=self.some_day())

    def _counts(self):
        for worker in self.workers:
            for day in {self.some_day() for _each in range(3)}:
                names = ("planned", "overdue", *SIGNS) if self.maybe(0.7) else ("planned", "no_contact")
                for name in names:
                    CaseloadCount.objects.create(worker=worker, on=day, figure=name, n=self.random.randint(0, 6))

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
