"""No goal and no agreement makes a move its table does not know: not by an action, not by SQL."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as some
from hypothesis.extra.django import TestCase as HypothesisCase
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from agency.access import Role
from agency.transitions import MoveNotAllowed
from goals import paper
from goals.actions import agreement as agreement_actions
from goals.actions import goal as goal_actions
from goals.models import AgreementVersion, Goal, GoalStatusChange, PartnershipAgreement, Signature
from goals.states import AGREEMENT, ENDED, GOAL, AgreementState, GoalState
from tests.agency.factories import AgencyFactory, UserFactory
from tests.families.factories import MemberFactory
from tests.goals.factories import AgreementFactory, GoalFactory

TODAY = timezone.localdate
ON_PAPER = ("active", "on_hold")  # the goals an agreement is about


def set_by_sql(row, state, **columns):
    """Try to write a state past every action; False when the database refused."""
    columns = {"state": state} | columns
    names = ", ".join(f"{name} = %s" for name in columns)
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"UPDATE {row._meta.db_table} SET {names} WHERE id = %s", [*columns.values(), row.pk])  # noqa: S608
    except DatabaseError:
        return False
    return True


def goal_columns(state):
    return {"ended_on": TODAY() if state in ENDED else None}


def agreement_columns(state):
    return {
        "answered_on": None if state == "offered" else TODAY(),
        "reoffer_on": TODAY() if state == "not_ready" else None,
    }


@pytest.mark.parametrize("target", GoalState.values)
@pytest.mark.parametrize("source", GoalState.values)
def test_sql_moves_a_goal_only_where_the_table_goes(source, target, db):
    goal = GoalFactory(state=source)

    assert set_by_sql(goal, target, **goal_columns(target)) is ((source, target) in GOAL.pairs())


@pytest.mark.parametrize("target", AgreementState.values)
@pytest.mark.parametrize("source", AgreementState.values)
def test_sql_moves_an_agreement_only_where_the_table_goes(source, target, db):
    agreement = AgreementFactory(state=source)

    moved = set_by_sql(agreement, target, **agreement_columns(target))

    assert moved is ((source, target) in AGREEMENT.pairs())


class GoalLife(RuleBasedStateMachine):
    """Any row of moves, in any order: the action and the table agree, and every move made is remembered."""

    @initialize()
    def begin(self):
        AgencyFactory()
        self.by = UserFactory(role=Role.WORKER)
        self.goal = GoalFactory(state="draft", added_by=self.by)
        self.expected, self.made = "draft", []

    @rule(name=some.sampled_from(sorted(GOAL.moves)))
    def move(self, name):
        way = GOAL.moves[name]
        allowed = self.expected in way.sources
        try:
            goal_actions.move(goal=self.goal, name=name, by=self.by, reason="why", resume_on=TODAY())
        except MoveNotAllowed:
            assert not allowed
        else:
            assert allowed
            self.made.append((self.expected, str(way.target)))
            self.expected = str(way.target)

    @rule(state=some.sampled_from(GoalState.values))
    def write_past_the_action(self, state):
        if (self.expected, state) not in GOAL.pairs():
            assert not set_by_sql(self.goal, state, **goal_columns(state))

    @invariant()
    def what_is_stored_is_what_was_moved(self):
        if not hasattr(self, "goal"):
            return
        stored = Goal.objects.get(pk=self.goal.pk)
        changes = GoalStatusChange.objects.filter(goal=stored).order_by("pk")
        assert stored.state == self.expected
        assert (stored.ended_on is not None) is (stored.state in ENDED)
        assert (stored.resume_on is not None) <= (stored.state == "on_hold")
        assert list(changes.values_list("from_state", "to_state")) == self.made


class AgreementLife(RuleBasedStateMachine):
    """The same for an agreement; signing has its own tests, so here it is asked of the table only."""

    NEEDS = {
        "offered_on": TODAY,
        "answered_on": TODAY,
        "closed_on": TODAY,
        "reoffer_on": lambda: TODAY() + timedelta(days=30),
    }

    @initialize()
    def begin(self):
        AgencyFactory()
        self.by = UserFactory(role=Role.WORKER)
        self.agreement = AgreementFactory(state="offered", offered_by=self.by)
        self.expected = "offered"

    @rule(name=some.sampled_from(sorted(AGREEMENT.moves)))
    def move(self, name):
        way = AGREEMENT.moves[name]
        facts = {need: self.NEEDS[need]() for need in way.needs}
        try:
            agreement_actions.move(agreement=self.agreement, name=name, by=self.by, **facts)
        except MoveNotAllowed:
            assert self.expected not in way.sources
        else:
            assert self.expected in way.sources
            self.expected = str(way.target)

    @rule(state=some.sampled_from(AgreementState.values))
    def write_past_the_action(self, state):
        if (self.expected, state) not in AGREEMENT.pairs():
            assert not set_by_sql(self.agreement, state, **agreement_columns(state))

    @invariant()
    def what_is_stored_is_what_was_moved(self):
        if not hasattr(self, "agreement"):
            return
        stored = PartnershipAgreement.objects.get(pk=self.agreement.pk)
        assert stored.state == self.expected
        assert (stored.reoffer_on is not None) is (stored.state == "not_ready")


class FamilyLife(RuleBasedStateMachine):
    """A goal and its agreement, moved in any order: neither moves the other, and no signed word changes."""

    @initialize()
    def begin(self):
        AgencyFactory()
        self.by = UserFactory(role=Role.WORKER)
        self.agreement = AgreementFactory(state="accepted", offered_by=self.by)
        self.mother = MemberFactory(family=self.agreement.family)
        self.goal = GoalFactory(family=self.agreement.family, agreement=self.agreement, state="draft")
        self.expected, self.signed = {"agreement": "accepted", "goal": "draft"}, []

    @rule(name=some.sampled_from(sorted(GOAL.moves)))
    def move_the_goal(self, name):
        way = GOAL.moves[name]
        try:
            goal_actions.move(goal=self.goal, name=name, by=self.by, reason="why", resume_on=TODAY())
        except MoveNotAllowed:
            assert self.expected["goal"] not in way.sources
        else:
            self.expected["goal"] = str(way.target)

    @rule(name=some.sampled_from(["revise", "decline", "wait"]))
    def move_the_agreement(self, name):
        way = AGREEMENT.moves[name]
        try:
            agreement_actions.move(agreement=self.agreement, name=name, by=self.by)
        except MoveNotAllowed:
            assert self.expected["agreement"] not in way.sources
        else:
            self.expected["agreement"] = str(way.target)

    @rule()
    def sign(self):
        name = Signature(member=self.mother, signer_name="Elena", method="typed", known_by="known")
        may = self.expected["agreement"] in AGREEMENT.moves["sign"].sources
        try:
            version = agreement_actions.sign(agreement=self.agreement, names=[name], language="en", by=self.by)
        except MoveNotAllowed:
            assert not may
        except agreement_actions.NothingAgreedYet:
            assert may
            assert self.expected["goal"] not in ON_PAPER
        else:
            assert may
            assert self.expected["goal"] in ON_PAPER
            self.expected["agreement"] = "signed"
            self.signed.append(version.content_hash)

    @rule(words=some.sampled_from(["By June", "By fall"]))
    def write_the_goal_anew(self, words):
        Goal.objects.filter(pk=self.goal.pk).update(statement=words)

    @rule()
    def take_the_goal_up_again(self):
        """The new cycle goes on in place of the old one."""
        try:
            again = goal_actions.take_up_again(goal=self.goal, by=self.by)
        except goal_actions.StillOpen:
            assert self.expected["goal"] not in ENDED
        else:
            assert self.expected["goal"] in ENDED
            assert (again.continues_id, again.state) == (self.goal.pk, "draft")
            self.goal, self.expected["goal"] = again, "draft"

    @invariant()
    def each_is_where_it_was_moved_and_what_was_signed_is_as_it_was(self):
        if not hasattr(self, "goal"):
            return
        stored = PartnershipAgreement.objects.get(pk=self.agreement.pk)
        versions = list(AgreementVersion.objects.filter(agreement=stored).order_by("number"))
        found = {"agreement": stored.state, "goal": Goal.objects.get(pk=self.goal.pk).state}
        assert found == self.expected
        assert [version.content_hash for version in versions] == self.signed
        assert all(paper.is_intact(version) for version in versions)


FEW = settings(max_examples=15, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck))


class TestGoalLife(HypothesisCase, GoalLife.TestCase):
    settings = FEW


class TestFamilyLife(HypothesisCase, FamilyLife.TestCase):
    settings = FEW


class TestAgreementLife(HypothesisCase, AgreementLife.TestCase):
    settings = FEW


@pytest.mark.parametrize("state", GoalState.values)
def test_only_a_goal_that_has_ended_has_no_move_left(state):
    left = [move for move in GOAL.moves.values() if state in move.sources]

    assert bool(left) is (state not in ENDED)
