"""A small agency in which anything may have happened on any day: what the reports' exactness is tried on."""

from datetime import UTC, date, datetime, timedelta

from families.models import Activity, Answer, Need, Snapshot
from goals.models import GoalTouched, ProgressNote
from partners.models import Mou, PartnerMeeting, Partnership
from tests.agency.factories import (
    CategoryFactory,
    CenterFactory,
    DeadlineFactory,
    ProgramFactory,
    ProgramYearFactory,
    UserFactory,
)
from tests.families.factories import (
    ActivityFactory,
    AnswerFactory,
    AssessmentFactory,
    AssignmentFactory,
    AttendanceFactory,
    ChildWelfareFactory,
    EnrollmentFactory,
    FamilyFactory,
    FosterCareFactory,
    HomelessnessFactory,
    InstrumentVersionFactory,
    ItemFactory,
    MemberFactory,
    NeedFactory,
    NoticeFactory,
    ServiceReceivedFactory,
    SnapshotFactory,
)
from tests.goals.factories import (
    AgreementFactory,
    CelebrationFactory,
    GoalFactory,
    NoteFactory,
    ReviewFactory,
    TouchFactory,
    VersionFactory,
)
from tests.partners.factories import PartnerFactory, ServiceFactory
from tests.referrals.factories import ConsentFactory, DisclosureFactory, EventFactory, ReferralFactory
from tests.supervision.factories import AbsenceFactory, SessionFactory

FIRST, DAYS = date(2026, 6, 1), 260  # around October 2026, on both sides of a new program year


class SmallAgency:
    def __init__(self, random, families=6):
        self.random = random
        self._ground()
        for _family in range(families):
            self._family()
        self._partners()

    # ---- chance ----
    def day(self, after=FIRST):
        return max(after, FIRST) + timedelta(days=self.random.randrange(DAYS))

    def near(self):
        """A day close to the edges of October, where most mistakes live."""
        edge = self.random.choice([date(2026, 10, 1), date(2026, 10, 31), date(2026, 8, 17)])
        return edge + timedelta(days=self.random.randint(-2, 2))

    def some_day(self):
        return self.near() if self.random.random() < 0.4 else self.day()

    def end(self, after, chance=0.4):
        return max(after, self.some_day()) if self.random.random() < chance else None

    def times(self, most):
        return range(self.random.randint(0, most))

    def maybe(self, chance=0.5):
        return self.random.random() < chance

    # ---- the agency ----
    def _ground(self):
        self.programs = [ProgramFactory(), ProgramFactory(delegate_name="Northside")]
        for program in self.programs:
            for starts_on in (date(2025, 8, 18), self.random.choice([date(2026, 8, 17), date(2026, 10, 5)])):
                ProgramYearFactory(program=program, starts_on=starts_on, ends_on=starts_on + timedelta(days=200))
        self.centers = [CenterFactory(program=program) for program in (*self.programs, self.programs[0])]
        self.workers = [UserFactory() for _each in range(2)]
        codes = ("attendance_support", "housing", "food", "legal")
        self.categories = [CategoryFactory(code=code, is_restricted=code == "legal") for code in codes]
        for category, item in zip(self.categories[1:], ("C.44.a", "C.44.b", "C.44.a"), strict=True):
            category.pir_items.create(form_year="2022-23", item=item)
        DeadlineFactory(code="assessment_done", length=45, effective_on=date(2020, 1, 1))
        DeadlineFactory(code="assessment_done", length=20, effective_on=date(2020, 1, 1), program=self.programs[1])
        DeadlineFactory(
            code="assessment_done", length=30, effective_on=date(2020, 1, 1), program=self.programs[0], option="home"
        )
        self.version = InstrumentVersionFactory()
        self.items = [ItemFactory(version=self.version, code=f"q{n}", outcome=n % 3 + 1) for n in range(6)]
        self.activities = [self._activity() for _each in range(3)]

    def _activity(self):
        day = datetime(2026, 11, 1, tzinfo=UTC)
        posted = {"posted_at": day, "posted_by": self.workers[0]} if self.maybe(0.8) else {}
        return ActivityFactory(
            held_on=self.some_day(), kind=self.random.choice(["workshop", "conference", "class"]),
            minutes=self.random.choice([None, 45, 90]), category=self.categories[0],
            father_item=self.random.choice(["", *Activity.FatherItem.values]), **posted,
        )  # fmt: skip

    def _family(self):
        family = FamilyFactory(center=self.centers[0])
        self.father = MemberFactory(family=family, is_father_figure=self.maybe(0.7))
        for _child in range(self.random.randint(1, 2)):
            child = MemberFactory(family=family, role="child")
            self._places(family, child)
            self._child(child)
        for step in (
            self._notes, self._talks, self._goals, self._needs, self._situation, self._rights, self._attendance,
        ):  # fmt: skip
            step(family)
        if self.maybe(0.8):
            self._agreement(family)
        if self.maybe(0.8):
            starts_on = self.some_day()
            AssignmentFactory(
                family=family, worker=self.random.choice(self.workers), starts_on=starts_on,
                ends_on=self.end(starts_on, 0.3),
            )  # fmt: skip

    def _places(self, family, child):
        for center in self.random.sample(self.centers[:2], self.random.randint(0, 2)):
            entered = self.some_day()
            left = self.end(entered)
            EnrollmentFactory(
                family=family, member=child, program=center.program, entered_on=entered, exited_on=left,
                center=self.random.choice([one for one in self.centers if one.program_id == center.program_id]),
                exit_reason="moved" if left else "", option=self.random.choice(["center", "home"]),
            )  # fmt: skip

    def _child(self, child):
        if self.maybe(0.3):
            began = self.some_day()
            FosterCareFactory(child=child, began_on=began, ended_on=self.end(began))
        if self.maybe(0.3):
            began = self.some_day()
            ChildWelfareFactory(
                family=child.family, child=child, referred_to_us=self.maybe(), began_on=began, ended_on=self.end(began)
            )

    def _notes(self, family):
        self.notes = [
            NoteFactory(
                family=family, happened_on=self.some_day(), contact=self.random.choice(ProgressNote.Contact.values)
            )
            for _each in self.times(4)
        ]
        for note in self.notes:
            if self.maybe():
                note.present.add(self.father)

    def _talks(self, family):
        for _each in self.times(3):
            done = self.some_day()
            talk = AssessmentFactory(
                family=family, version=self.version, started_on=done - timedelta(days=3), done_on=done
            )
            if self.maybe():
                talk.took_part.add(self.father)
            for item in self.random.sample(self.items, 4):
                level = self.random.choice([1, 2, 3, 4, 5, None])
                AnswerFactory(assessment=talk, item=item, level=level, no_level="" if level else "PN")

    def _agreement(self, family):
        state = self.random.choice(["offered", "accepted", "not_ready", "declined", "signed", "closed"])
        offered = self.some_day()
        answered = None if state == "offered" else max(offered, self.some_day())
        closed = max(answered, self.some_day()) if state == "closed" else None
        agreement = AgreementFactory(
            family=family, state=state, offered_on=offered, answered_on=answered, closed_on=closed
        )
        if state in ("signed", "closed") and self.maybe(0.7):
            day = max(answered, self.some_day())
            VersionFactory(agreement=agreement, frozen_at=datetime(day.year, day.month, day.day, 3, tzinfo=UTC))

    def _goals(self, family):
        for _each in self.times(3):
            state = self.random.choice(["draft", "active", "achieved", "partly", "no_longer"])
            set_on = self.some_day()
            ended = max(set_on, self.some_day()) if state in ("achieved", "partly", "no_longer") else None
            goal = GoalFactory(family=family, state=state, set_on=set_on, ended_on=ended)
            for note in self.notes:
                if self.maybe():
                    TouchFactory(goal=goal, note=note, moved=self.random.choice(GoalTouched.Moved.values))
        for _each in self.times(1):
            ReviewFactory(family=family, held_on=self.some_day()).present.add(self.father)
        for _each in self.times(1):
            CelebrationFactory(family=family, noticed_on=self.some_day())

    def _needs(self, family):
        for _each in self.times(3):
            category, opened = self.random.choice(self.categories), self.some_day()
            closed = self.end(opened)
            need = NeedFactory(
                family=family, category=category, opened_on=opened, closed_on=closed,
                closing=Need.Closing.MET if closed else "", interest=self.random.choice(Answer.WorkOn.values),
            )  # fmt: skip
            if self.maybe():
                self._referral(family, need)
        for _each in self.times(3):
            self._help(family, self.random.choice(self.categories))

    def _help(self, family, category, **more):
        by_hand = self.maybe(0.2)
        year = self.random.choice(self.programs).years.order_by("starts_on").last()
        return ServiceReceivedFactory(
            family=family, category=category, received_on=self.some_day(),
            program_year=year if by_hand else None, counts_because="A visit before the first day" if by_hand else "",
            **more,
        )  # fmt: skip

    def _referral(self, family, need):
        state = self.random.choice(["draft", "informed", "sent", "received", "not_received", "declined", "completed"])
        service, sent = ServiceFactory(), self.some_day()
        facts = {"family": family, "need": need, "service": service, "state": state}
        if state not in ("draft", "informed"):
            facts |= {"sent_on": sent, "consent": ConsentFactory(family=family, partner=service.partner)}
        if state in ("received", "completed"):
            facts["service_received"] = self._help(family, need.category, need=need)
        if state in ("not_received", "declined", "completed"):
            facts["closed_on"] = max(sent, self.some_day())
            facts["barrier"] = "" if state == "completed" else self.random.choice(["cost", "wait", "transport"])
        if state == "completed":
            facts |= {"need_met": "yes", "confirmed_by": "family"}
        referral = ReferralFactory(**facts)
        if state == "informed":
            EventFactory(referral=referral, to_state="informed", happened_on=self.some_day())

    def _situation(self, family):
        for _each in self.times(1):
            began = self.some_day()
            ended = self.end(began)
            HomelessnessFactory(
                family=family, began_on=began, ended_on=ended, housing_acquired_on=ended if self.maybe() else None
            )

    def _rights(self, family):
        for _each in self.times(2):
            NoticeFactory(family=family, kind=self.random.choice(["rights", "child_support"]), given_on=self.some_day())
        for _each in self.times(2):
            SnapshotFactory(
                family=family, taken_on=self.some_day(), parents=self.random.choice(Snapshot.Parents.values)
            )
        given = self.some_day()
        revoked = {"revoked_at": datetime(2026, 10, 20, 20, tzinfo=UTC), "revoked_by": self.workers[0]}
        ConsentFactory(
            family=family, given_on=given, expires_on=given + timedelta(days=self.random.randint(5, 90)),
            **(revoked if self.maybe(0.3) else {}),
        )  # fmt: skip
        if self.maybe():
            day = self.near()
            DisclosureFactory(family=family, made_at=datetime(day.year, day.month, day.day, 4, tzinfo=UTC))

    def _attendance(self, family):
        for activity in self.activities:
            if self.maybe(0.6):
                AttendanceFactory(
                    activity=activity, family=family, member=self.father, is_present=self.maybe(0.8),
                    is_father_figure=self.maybe(0.7),
                )  # fmt: skip

    def _partners(self):
        partnership = Partnership.objects.create(partner=PartnerFactory())
        for _each in self.times(3):
            PartnerMeeting.objects.create(
                partnership=partnership, kind=self.random.choice(PartnerMeeting.Kind.values), held_on=self.some_day(),
                topic="Warm hand-offs", people=self.random.choice([None, 4]), added_by=self.workers[0],
            )  # fmt: skip
        for _each in self.times(3):
            self._mou(partnership.partner)
        for worker in self.workers:
            SessionFactory(
                worker=worker, planned_on=self.near(), held=True, training="Listening." if self.maybe() else ""
            )
            self._away(worker)

    def _away(self, worker):
        """In training, or ill; some are back before the day that was said."""
        starts_on = self.near()
        back = datetime(2026, 10, 31, 20, tzinfo=UTC) if self.maybe(0.3) else None
        AbsenceFactory(
            worker=worker, starts_on=starts_on, ends_on=starts_on + timedelta(days=self.random.randint(0, 9)),
            why=self.random.choice(["training", "training", "sick"]), back_at=back,
        )  # fmt: skip

    def _mou(self, partner):
        begins = self.some_day()
        mou = Mou.objects.create(
            partner=partner, kind="other", title="Working together", state="signed", signed_on=begins,
            effective_on=begins, ends_on=self.end(begins, 0.8), added_by=self.workers[0],
        )  # fmt: skip
        if self.maybe():
            mou.programs.add(self.random.choice(self.programs))
