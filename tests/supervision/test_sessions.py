"""Sessions: planned, prepared by both, held on one screen, signed; and what is decided reaches whoever took it on."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agency.access import Role
from agency.due import Clocks
from agency.models import AccessEvent, Agency
from agency.transitions import MoveNotAllowed
from supervision import coverage, due, panels, rhythm
from supervision.actions import decisions, sessions
from supervision.caseloads import workers
from supervision.models import Decision, Session, Topic
from supervision.states import SESSION, SessionState
from tests.agency.factories import UserFactory
from tests.families.factories import AssignmentFactory, ChildWelfareFactory, FamilyFactory, MemberFactory
from tests.supervision.factories import ConsultationFactory, DecisionFactory, FlagFactory, SessionFactory, TopicFactory
from tests.workspace.counting import statements
from tests.workspace.factories import ago

TODAY = timezone.localdate


def address(name, *args):
    return reverse(f"supervision:{name}", args=[getattr(arg, "pk", arg) for arg in args])


@pytest.fixture
def session(worker, supervisor):
    return SessionFactory(worker=worker, supervisor=supervisor)


@pytest.fixture
def held(worker, supervisor):
    return SessionFactory(worker=worker, supervisor=supervisor, held=True)


def to_keep(session, **more):
    """What the form of a session sends."""
    return {"version": session.version, "held_on": str(TODAY()), "minutes": "45", "place": ""} | more


# ---- planning -----------------------------------------------------------------------------------------------------
def test_a_supervisor_plans_a_day_and_both_find_it_on_their_day(signed_in, worker, supervisor, family):
    answer = signed_in(supervisor).post(
        address("session-plan", worker), {"planned_on": str(TODAY()), "begins_at": "10:00", "place": "The green room"}
    )

    session = Session.objects.get()
    rows = [panels.my_day(person, set(), Clocks())[0]["act_url"] for person in (worker, supervisor)]
    assert answer.url == session.get_absolute_url()
    assert (session.worker, session.supervisor, rows) == (worker, supervisor, [session.get_absolute_url()] * 2)


def test_a_day_is_planned_once(signed_in, session):
    plan = {"planned_on": str(session.planned_on), "begins_at": "", "place": ""}
    answer = signed_in(session.supervisor).post(address("session-plan", session.worker), plan)

    assert (answer.status_code, Session.objects.count()) == (200, 1)
    assert "meet on this day already" in answer.content.decode()


def test_a_session_moves_with_what_was_prepared(signed_in, session):
    topic = TopicFactory(session=session)
    day = TODAY() + timedelta(days=3)

    signed_in(session.supervisor).post(
        address("session-move", session), {"planned_on": str(day), "begins_at": "", "place": ""}
    )

    topic.refresh_from_db()
    session.refresh_from_db()
    assert (session.state, topic.session.planned_on, topic.session.moved_from) == ("moved", day, session)


def test_a_session_that_did_not_take_place_says_why(signed_in, session):
    client = signed_in(session.supervisor)
    empty = client.post(address("session-missed", session), {"why": ""})
    client.post(address("session-missed", session), {"why": "A child was ill."})

    session.refresh_from_db()
    assert (empty.status_code, session.state, session.why) == (200, "missed", "A child was ill.")


# ---- preparing ----------------------------------------------------------------------------------------------------
def test_both_bring_families_and_questions_each_their_own(signed_in, session, family):
    add = address("session-topic-add", session)
    signed_in(session.worker).post(add, {"family": family.pk, "words": "How do I listen more?"})
    signed_in(session.supervisor).post(add, {"family": "", "words": "Your training in May"})
    again = signed_in(session.supervisor).post(add, {"family": family.pk, "words": ""})
    topic = Topic.objects.get(family=family)
    not_own = signed_in(session.supervisor).get(address("session-topic", topic))

    brought = list(Topic.objects.values_list("brought_by", "family", "words"))
    assert brought == [
        (session.worker_id, family.pk, "How do I listen more?"),
        (session.supervisor_id, None, "Your training in May"),
    ]
    assert (again.status_code, not_own.status_code) == (200, 404)


def test_a_topic_says_something(signed_in, session):
    answer = signed_in(session.worker).post(address("session-topic-add", session), {"family": "", "words": " "})

    assert (answer.status_code, Topic.objects.count()) == (200, 0)


def test_two_windows_on_one_topic_lead_to_the_merge_page(signed_in, session):
    topic = TopicFactory(session=session)
    client = signed_in(session.worker)
    client.post(address("session-topic", topic), {"words": "First", "version": 0})

    answer = client.post(address("session-topic", topic), {"words": "Second", "version": 0})

    assert (answer.status_code, Topic.objects.get().words) == (409, "First")


def test_the_figures_suggest_families_until_they_are_on_the_list(signed_in, session, family, clocks):
    FlagFactory(family=family, raised_by=session.supervisor)
    client = signed_in(session.worker)
    before = client.get(session.get_absolute_url()).context["agenda"].suggestions
    TopicFactory(session=session, family=family)
    after = client.get(session.get_absolute_url()).context["agenda"].suggestions

    assert ([row["family"] for row in before], after) == ([family], [])


def test_the_agenda_names_a_family_without_a_consultation(signed_in, session, family, clocks):
    ChildWelfareFactory(family=family, recorded_by=session.worker, began_on=ago(40))
    ask = lambda: signed_in(session.supervisor).get(session.get_absolute_url()).context["agenda"].suggestions  # noqa: E731

    why = [row["what"] for row in ask()]
    ConsultationFactory(family=family, recorded_by=session.worker)

    assert why == ["Somebody should think along with you about this family."]
    assert "think along" not in "".join(row["what"] for row in ask())


# ---- holding ------------------------------------------------------------------------------------------------------
def test_what_came_of_it_is_kept_on_one_screen(signed_in, session, family):
    topic = TopicFactory(session=session, family=family)
    said = {
        f"t{topic.pk}-what": "Call the shelter together.",
        f"t{topic.pk}-owner": session.worker_id,
        f"t{topic.pk}-due_on": str(TODAY()),
        "g1-what": "A day on grief in May.",
        "looked_at": topic.pk,
        "training": "Grief and loss",
        "support": "A second visit together",
    }

    answer = signed_in(session.supervisor).post(session.get_absolute_url(), to_keep(session, **said))

    session.refresh_from_db()
    topic.refresh_from_db()
    decided = list(Decision.objects.order_by("pk").values_list("family", "what", "owner", "due_on"))
    assert (answer.status_code, session.state, session.minutes, topic.is_looked_at) == (302, "held", 45, True)
    assert decided == [
        (family.pk, "Call the shelter together.", session.worker_id, TODAY()),
        (None, "A day on grief in May.", None, None),
    ]
    assert (session.training, session.support) == ("Grief and loss", "A second visit together")


def test_a_decision_is_corrected_emptied_and_never_lost_to_an_older_page(signed_in, held, family):
    kept, gone, unsent = (DecisionFactory(session=held, family=family, what=what) for what in ("One", "Two", "Three"))
    said = {f"d{kept.pk}-what": "One, better", f"d{gone.pk}-what": ""}

    signed_in(held.supervisor).post(held.get_absolute_url(), to_keep(held, **said))

    assert list(Decision.objects.order_by("pk").values_list("what", flat=True)) == ["One, better", "Three"]


def test_what_is_wrong_is_said_and_nothing_typed_is_lost(signed_in, session):
    said = {"g1-owner": session.worker_id, "minutes": "", "training": "Grief and loss"}

    answer = signed_in(session.supervisor).post(session.get_absolute_url(), to_keep(session, **said))

    page = answer.content.decode()
    session.refresh_from_db()
    assert (answer.status_code, session.state) == (200, "planned")
    assert ("Say what was decided." in page, "Grief and loss" in page) == (True, True)


def test_a_worker_reads_what_was_kept_and_keeps_nothing(signed_in, session):
    answer = signed_in(session.worker).post(session.get_absolute_url(), to_keep(session, training="Mine"))

    session.refresh_from_db()
    assert (answer.status_code, session.state, answer.context["form"]) == (200, "planned", None)


def test_two_windows_on_one_session_lead_to_the_merge_page(signed_in, held):
    client = signed_in(held.supervisor)
    client.post(held.get_absolute_url(), to_keep(held, training="First"))

    answer = client.post(held.get_absolute_url(), to_keep(held, training="Second"))

    held.refresh_from_db()
    assert (answer.status_code, held.training) == (409, "First")


def test_a_new_supervisor_reads_nothing_of_the_sessions_before(signed_in, held, center):
    newcomer = UserFactory(role=Role.SUPERVISOR, center=center)

    answers = [signed_in(newcomer).get(held.get_absolute_url()).status_code for _ in range(1)]
    held.supervisor.role_grants.update(ends_on=ago(1))
    answers.append(signed_in(held.supervisor).get(held.get_absolute_url()).status_code)

    assert answers == [404, 403]


# ---- signing ------------------------------------------------------------------------------------------------------
def test_with_both_names_a_session_is_frozen(signed_in, held, family):
    Agency.objects.update(signs_supervision=True)
    decision = DecisionFactory(session=held, family=family, owner=held.worker)
    for person in (held.worker, held.supervisor):
        signed_in(person).post(address("session-sign", held))
    held.refresh_from_db()
    decisions.done(decision=decision, by=held.worker)

    assert held.is_signed
    assert Decision.objects.get().done_on == TODAY()
    for change in (
        lambda: Session.objects.update(training="x"),
        lambda: Decision.objects.update(what="x"),
        lambda: DecisionFactory(session=held),
        lambda: Decision.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError, match="Cannot"), transaction.atomic():
            change()


def test_nobody_signs_where_the_agency_does_not_ask_for_it_or_before_it_took_place(session, held):
    with pytest.raises(sessions.NothingToSign):
        sessions.sign(session=held, by=held.worker)
    Agency.objects.update(signs_supervision=True)
    with pytest.raises(MoveNotAllowed):
        sessions.sign(session=session, by=session.worker)
    sessions.sign(session=held, by=held.worker)
    with pytest.raises(sessions.NothingToSign):
        sessions.sign(session=held, by=held.worker)


# ---- what was taken on --------------------------------------------------------------------------------------------
def test_a_decision_waits_for_its_owner_until_it_is_done(signed_in, held, family, worker, supervisor):
    decision = DecisionFactory(session=held, family=family, owner=worker, due_on=ago(1))

    def waits(person):
        return [(item.what, item.waits_for) for item in due.items([family.pk], person, Clocks())]

    before = waits(worker), waits(supervisor)
    signed_in(worker).post(address("decision-done", decision))

    assert before == ([(decision.what, "")], [(f"{worker.first_name}: {decision.what}", "")])
    assert (waits(worker), waits(supervisor)) == ([], [])


def test_a_supervisors_own_part_is_on_their_day_and_done_there(signed_in, held, family):
    about_a_family = DecisionFactory(session=held, family=family, owner=held.supervisor, due_on=TODAY())
    about_the_work = DecisionFactory(session=held, owner=held.supervisor, due_on=TODAY(), what="Book the day on grief")
    DecisionFactory(session=held, owner=held.worker, due_on=TODAY(), what="Somebody else's")

    rows = panels.my_day(held.supervisor, set(), Clocks())
    signed_in(held.supervisor).post(rows[0]["act_url"])

    assert [row["what"] for row in rows] == [about_a_family.what, about_the_work.what]
    assert len(panels.my_day(held.supervisor, set(), Clocks())) == 1


def test_the_family_page_shows_what_was_decided_to_whom_the_record_is_open(signed_in, held, family, teammate):
    DecisionFactory(session=held, family=family, owner=held.worker)
    DecisionFactory(session=held, what="About the work only")

    def shows(person):
        page = signed_in(person).get(family.get_absolute_url()).content.decode()
        return "Call Harbor House together." in page, "About the work only" in page

    assert [shows(person) for person in (held.worker, held.supervisor, teammate)] == [
        (True, False),
        (True, False),
        (False, False),
    ]


def test_a_decision_about_the_work_is_nobody_elses(signed_in, held, manager, outsider):
    decision = DecisionFactory(session=held, owner=held.worker)

    answers = {person: signed_in(person).get(decision.get_absolute_url()).status_code for person in (manager, outsider)}
    seen = [Decision.objects.visible_to(person).count() for person in (manager, outsider, held.worker)]

    assert (list(answers.values()), seen) == ([404, 404], [0, 0, 1])


def test_an_old_session_hides_the_family_its_worker_no_longer_serves(signed_in, held, family):
    TopicFactory(session=held, family=family)
    family.assignments.update(starts_on=ago(9), ends_on=ago(1))

    page = signed_in(held.worker).get(held.get_absolute_url())

    assert (page.context["agenda"].topics, page.context["agenda"].hidden_topics) == ([], 1)


def test_who_saw_which_family_is_written_down(signed_in, session, family):
    TopicFactory(session=session, family=family)
    signed_in(session.supervisor).get(session.get_absolute_url())

    seen = AccessEvent.objects.filter(page="supervision:session").values_list("by", "family_ids")
    assert list(seen) == [(session.supervisor_id, [family.pk])]


# ---- the rhythm ---------------------------------------------------------------------------------------------------
def test_the_rhythm_counts_from_the_last_session_or_the_first_day(center, supervisor, clocks):
    seen, new, planned = (UserFactory(role=Role.WORKER, center=center, last_name=name) for name in "ABC")
    new.role_grants.update(starts_on=ago(10))
    SessionFactory(worker=seen, supervisor=supervisor, held=True, planned_on=ago(31))
    SessionFactory(worker=planned, supervisor=supervisor)

    found = {one.worker: one for one in rhythm.rhythms(workers(supervisor), Clocks())}

    assert (found[seen].due_on, found[new].due_on) == (ago(1), ago(-20))
    assert (found[seen].is_late(TODAY()), found[planned].planned is not None) == (True, True)
    assert [one.worker for one in rhythm.earliest_first(found.values())] == [seen, new, planned]


def test_coverage_counts_sessions_and_names_nobody_but_staff(signed_in, manager, held, family, clocks):
    SessionFactory(worker=held.worker, supervisor=held.supervisor, state="missed", planned_on=ago(40), why="Ill")
    SessionFactory(worker=held.worker, supervisor=held.supervisor, state="moved", planned_on=ago(41))
    DecisionFactory(session=held, family=family)
    days = {"since": ago(89), "until": TODAY()}

    found = coverage.of(coverage.workers(manager), ago(89), TODAY(), Clocks())
    page = signed_in(manager).get(address("coverage"), days).content.decode()
    file = signed_in(manager).get(address("coverage-csv"), days).content.decode("utf-8-sig")

    assert [(one.worker, one.held, one.due, one.missed, one.moved) for one in found] == [(held.worker, 1, 3, 1, 1)]
    assert file.splitlines()[1] == f"{held.worker},{held.supervisor},3,1,1,1,{TODAY()}"
    assert not any(words in page + file for words in (family.name, "Harbor House", "Ill", held.support))


def test_a_worker_who_came_in_the_middle_is_not_counted_before(manager, worker, clocks):
    worker.role_grants.update(starts_on=ago(29))

    [found] = coverage.of(coverage.workers(manager), ago(89), TODAY(), Clocks())

    assert (found.due, found.is_short) == (1, True)


# ---- consultations ------------------------------------------------------------------------------------------------
def test_a_consultation_is_due_while_child_welfare_is_involved(family, worker, manager, clocks):
    involved = ChildWelfareFactory(family=family, recorded_by=worker, began_on=ago(31))

    def kinds(person):
        return [(item.kind, item.due_on) for item in due.items([family.pk], person, Clocks())]

    first = kinds(worker)
    ConsultationFactory(family=family, recorded_by=worker, held_on=ago(26))
    second = kinds(worker)
    involved.ended_on = ago(0)
    type(involved).objects.filter(pk=involved.pk).update(ended_on=ago(1))

    assert (first, second) == ([(due.CONSULTATION, ago(1))], [(due.CONSULTATION, ago(-4))])
    assert (kinds(worker), kinds(manager)) == ([], [])


def test_a_consultation_is_kept_with_the_restricted_facts(signed_in, family, worker, supervisor, manager, teammate):
    said = {"held_on": str(TODAY()), "consulted": "supervisor", "people": "", "decided": "We invite the caseworker."}
    signed_in(worker).post(address("consultation-add", family), said)

    def reads(person):
        page = signed_in(person).get(address("consultations", family), follow=True)
        return page.status_code, "We invite the caseworker." in page.content.decode()

    assert [reads(person) for person in (worker, supervisor, teammate)] == [(200, True), (200, True), (403, False)]
    assert reads(manager)[1] is False  # says why first


# ---- how much it asks of the database -----------------------------------------------------------------------------
def test_the_pages_ask_the_same_for_one_and_for_three(signed_in, session, center, family, clocks):
    client = signed_in(session.supervisor)

    def asked():
        pages = ("sessions", [], session), ("session-plan", [session.worker], session), ("session", [session], session)
        return [statements(client, address(name, *args)) for name, args, _session in pages]

    def fill(number):
        for each in range(number):
            other = FamilyFactory(center=center)
            MemberFactory(family=other)
            AssignmentFactory(family=other, worker=session.worker)
            TopicFactory(session=session, family=other)
            earlier = SessionFactory(
                worker=session.worker, supervisor=session.supervisor, held=True, planned_on=ago(30 + number * 3 + each)
            )
            DecisionFactory(session=earlier, family=other, owner=session.worker, due_on=TODAY())
            colleague = UserFactory(role=Role.WORKER, center=center)
            SessionFactory(worker=colleague, supervisor=session.supervisor)

    fill(1)
    with_one = asked()
    fill(3)

    assert asked() == with_one
    assert max(with_one) <= 30


def test_coverage_asks_the_same_for_one_and_for_three(signed_in, manager, center, supervisor, clocks):
    def fill(number):
        for _each in range(number):
            SessionFactory(worker=UserFactory(role=Role.WORKER, center=center), supervisor=supervisor, held=True)
        return statements(signed_in(manager), address("coverage"))

    assert fill(1) == fill(2)


# ---- the table of states ------------------------------------------------------------------------------------------
@pytest.mark.django_db
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=st.lists(st.sampled_from(["hold", "move", "miss", "sign"]), max_size=5))
def test_a_session_never_stands_where_its_table_does_not_lead(db, moves):
    """Walked through Python and through the database's own copy of the table."""
    values = {
        "held": {"held_on": TODAY(), "minutes": 30},
        "signed": {"worker_signed_at": timezone.now(), "supervisor_signed_at": timezone.now()},
    }
    with transaction.atomic():
        session = SessionFactory()
        for name in moves:
            allowed = session.state in SESSION.moves[name].sources
            target = str(SESSION.moves[name].target)
            try:
                with transaction.atomic():
                    Session.objects.filter(pk=session.pk).update(state=target, **values.get(target, {}))
                assert allowed or session.state == target
            except DatabaseError:
                assert not allowed
            session.refresh_from_db()
        assert session.state in SessionState.values
        transaction.set_rollback(True)
