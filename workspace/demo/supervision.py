"""An hour a month for each worker: what was talked about, decided and confided, flags, and who thought along.

Written after the families, from who serves them: a few rows for each worker and month, however large the agency.
"""

from collections import defaultdict
from datetime import datetime, time, timedelta

from django.utils import timezone

from agency.access import Role
from agency.models import RoleGrant, User
from families.models import Assignment, ChildWelfareInvolvement, Family
from supervision import between_two
from supervision.models import CaseFlag, Consultation, Decision, FlagEntry, Reflection, Session, Topic
from workspace.demo.days import last_complete
from workspace.demo.texts import read, said

LANGUAGE = "en"
AT_ONCE = 2000
MONTHS, MONTHS_WHERE_MANY = 12, 4
APART = 29  # days between two sessions
MISSED_EVERY, TOPICS = 9, 2
CONFIDED = 2  # of the last sessions of each worker
TEN, AFTERWARDS = time(10, 0), time(11, 20)


def sit_down(ground):
    """Everything of this chapter, in a few statements each."""
    Hours(ground).tell()


class Hours:
    """The sessions of every worker with whoever leads their center."""

    def __init__(self, ground):
        self.ground, self.told, self.rng = ground, read("supervision"), ground.random("supervision")
        self.served = defaultdict(list)  # worker → [(family, since)]
        for row in Assignment.objects.in_force(ground.today).filter(kind="primary").order_by("pk"):
            self.served[row.worker_id].append((row.family_id, row.starts_on))
        self.leads = self._leads()
        self.held = defaultdict(list)  # worker → sessions, oldest first

    def _leads(self):
        """Who leads each center: {center: supervisor}."""
        grants = RoleGrant.objects.in_force(self.ground.today).filter(role=Role.SUPERVISOR).order_by("pk")
        by_program = {grant.program_id: grant.user_id for grant in grants if grant.program_id}
        by_center = {grant.center_id: grant.user_id for grant in grants if grant.center_id}
        places = {place.pk: place for worker in self.ground.workers for place in worker.places}
        return {pk: by_center.get(pk) or by_program.get(place.program) for pk, place in places.items()}

    def said(self, pair):
        return said(pair, LANGUAGE)

    def pick(self, name):
        return self.rng.choice(self.told[name])

    def tell(self):
        pairs = [(worker.pk, self.leads[worker.places[0].pk]) for worker in self.ground.workers]
        pairs = [(worker, supervisor) for worker, supervisor in pairs if supervisor]
        sessions = [session for pair in pairs for session in self._past(*pair)]
        planned = [self._next(number, *pair) for number, pair in enumerate(pairs)]
        Session.objects.bulk_create([*sessions, *planned], AT_ONCE)
        held = [session for session in sessions if session.is_held]
        Topic.objects.bulk_create([row for session in [*held, *planned] for row in self._topics(session)], AT_ONCE)
        Decision.objects.bulk_create([row for session in held for row in self._decisions(session)], AT_ONCE)
        self._confide()
        self._flags(pairs)
        self._think_along()
        self._alvarez()

    # ---- sessions -------------------------------------------------------------------------------------------------
    def _past(self, worker, supervisor):
        """The last months, newest about four weeks ago; now and then one that did not take place."""
        months = MONTHS_WHERE_MANY if self.ground.size.is_big else MONTHS
        back = self.rng.randrange(20, APART)
        for number in reversed(range(months)):
            on = _weekday(self.ground.today - timedelta(days=back + number * APART))
            facts = {"worker_id": worker, "supervisor_id": supervisor, "planned_by_id": supervisor, "planned_on": on}
            if number and self.rng.randrange(MISSED_EVERY) == 0:
                yield Session(**facts, state="missed", begins_at=TEN, why=self.said(self.pick("missed")))
                continue
            session = Session(
                **facts, state="held", begins_at=TEN, held_on=on, minutes=self.rng.choice([40, 45, 50, 60]),
                place=self.said(self.pick("places")), training=self.said(self.pick("training")),
                support=self.said(self.pick("support")),
            )  # fmt: skip
            self.held[worker].append(session)
            yield session

    def _next(self, number, worker, supervisor):
        """Monica’s and Denise’s is today; everybody else’s in these days."""
        is_today = worker == self.ground.people["monica"].pk
        on = self.ground.today if is_today else _weekday(self.ground.today + timedelta(days=3 + number % 12))
        return Session(
            worker_id=worker, supervisor_id=supervisor, planned_by_id=supervisor, planned_on=on, begins_at=TEN,
            place=self.said(self.told["places"][0]),
        )  # fmt: skip

    def _families(self, session):
        """Some of the families the worker served on that day."""
        on = session.held_on or session.planned_on
        known = [family for family, since in self.served[session.worker_id] if since <= on]
        return self.rng.sample(known, min(TOPICS, len(known)))

    def _topics(self, session):
        session.families = self._families(session)
        for number, family in enumerate(session.families):
            brought_by = session.worker_id if number == 0 else session.supervisor_id
            yield Topic(
                session=session, family_id=family, words=self.said(self.pick("topics")), brought_by_id=brought_by,
                is_looked_at=session.is_held,
            )  # fmt: skip
        if session.is_planned:
            yield Topic(session=session, words=self.said(self.pick("questions")), brought_by_id=session.worker_id)

    def _decisions(self, session):
        """One about each family, and now and then one about the work; what the last session decided is open."""
        is_last = session is self.held[session.worker_id][-1]
        for number, family in enumerate(session.families):
            owner = session.worker_id if number == 0 or self.rng.random() < 0.7 else session.supervisor_id
            due_on = session.held_on + timedelta(days=self.rng.randrange(10, 32))
            done_on = None if is_last and number == 0 else min(due_on, self.ground.today - timedelta(days=1))
            yield Decision(
                session=session, family_id=family, what=self.said(self.pick("decisions")), owner_id=owner,
                due_on=due_on, done_on=done_on, done_by_id=owner if done_on else None,
            )  # fmt: skip
        if self.rng.random() < 0.3:
            yield Decision(session=session, what=self.said(self.pick("own_decisions")))

    # ---- between two ----------------------------------------------------------------------------------------------
    def _confide(self):
        """A few words of each worker, and an answer: written as the person whose words they are."""
        by_author = defaultdict(list)
        for sessions in self.held.values():
            for session in sessions[-CONFIDED:]:
                by_author[session.worker_id].append(self._reflection(session, session.worker_id, "reflections"))
            last = sessions[-1]
            by_author[last.supervisor_id].append(self._reflection(last, last.supervisor_id, "answers"))
        _write(by_author)

    def _reflection(self, session, author, kind):
        return _reflection(session, author, self.said(self.pick(kind)))

    # ---- flags, consultations -------------------------------------------------------------------------------------
    def _flags(self, pairs):
        """One flag a worker: waiting, answered, or settled."""
        flags, entries = [], []
        for number, (worker, supervisor) in enumerate(pairs):
            known = self.served[worker]
            if not known:
                continue
            told, state = self.told["flags"][number % 3], ("raised", "answered", "closed")[number % 3]
            at = timezone.now() - timedelta(days=5 if state == "raised" else 20)
            flag = CaseFlag(
                family_id=self.rng.choice(known)[0], reason=told["reason"], state=state, raised_by_id=supervisor,
                raised_at=at, said_at=at if state == "raised" else at + timedelta(days=2),
            )  # fmt: skip
            flags.append(flag)
            entries += self._said_of(flag, told, worker, supervisor)
        CaseFlag.objects.bulk_create(flags, AT_ONCE)
        FlagEntry.objects.bulk_create(entries, AT_ONCE)

    def _said_of(self, flag, told, worker, supervisor):
        yield FlagEntry(
            flag=flag, act="raised", words=self.said(told["words"]), said_by_id=supervisor, said_at=flag.raised_at
        )
        if flag.state != "raised":
            words = self.said(told["answer"])
            yield FlagEntry(flag=flag, act="answer", words=words, said_by_id=worker, said_at=flag.said_at)
        if flag.state == "closed":
            yield FlagEntry(flag=flag, act="close", words="", said_by_id=supervisor, said_at=flag.said_at)

    def _think_along(self):
        """With all families with which child welfare is involved; for each third it is time again, by some days."""
        involved = (
            ChildWelfareInvolvement.objects.in_force(self.ground.today).order_by("family_id").distinct("family_id")
        )
        rows = []
        for number, one in enumerate(involved):
            ago = 31 + number % 20 if number % 3 == 2 else number % 25
            told = self.told["consultations"][number % 2]
            rows.append(
                Consultation(
                    family_id=one.family_id, held_on=max(one.began_on, self.ground.today - timedelta(days=ago)),
                    consulted=told["consulted"], people=told["people"], decided=self.said(told["decided"]),
                    recorded_by_id=one.recorded_by_id,
                )
            )  # fmt: skip
        Consultation.objects.bulk_create(rows, AT_ONCE)

    def _alvarez(self):
        """The session the story of the Alvarez family tells of."""
        family, start = Family.objects.get(name="Alvarez"), last_complete(self.ground.today)
        for told in read("alvarez")["supervision"]:
            worker, supervisor = (self.ground.people[told[who]] for who in ("worker", "supervisor"))
            on = start + timedelta(days=told["on"])
            session = Session.objects.create(
                worker=worker, supervisor=supervisor, planned_by=supervisor, planned_on=on, begins_at=TEN,
                state="held", held_on=on, minutes=told["minutes"],
            )  # fmt: skip
            Topic.objects.create(session=session, family=family, brought_by=worker, is_looked_at=True)
            Decision.objects.bulk_create(self._of_the_story(session, family, one, start) for one in told["decisions"])
            _write({worker.pk: [_reflection(session, worker.pk, self.said(told["reflection"]))]})

    def _of_the_story(self, session, family, told, start):
        owner = self.ground.people[told["owner"]]
        due_on, done_on = (start + timedelta(days=told[name]) for name in ("due", "done"))
        return Decision(
            session=session, family=family, what=self.said(told["what"]), owner=owner, due_on=due_on, done_on=done_on,
            done_by=owner,
        )  # fmt: skip


def _weekday(day):
    """A weekend's day moves to the Friday before."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def _reflection(session, author, words):
    two = {"worker_id": session.worker_id, "supervisor_id": session.supervisor_id}
    at = timezone.make_aware(datetime.combine(session.held_on, AFTERWARDS))
    return Reflection(session=session, author_id=author, words=words, written_at=at, **two)


def _write(by_author):
    """PostgreSQL takes a reflection from its author only, so each author writes their own."""
    for author, rows in by_author.items():
        with between_two.as_person(User(pk=author)):
            Reflection.objects.bulk_create(rows)
