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
from goals.actions import agreement as agreement_actions
from goals.actions import goal as goal_actions
from goals.models import Goal, GoalStatusChange, PartnershipAgreement
from goals.states import AGREEMENT, ENDED, GOAL, AgreementState, GoalState
from tests.agency.factories import AgencyFactory, UserFactory
from tests.goals.factories import AgreementFactory, GoalFactory

TODAY = timezone.localdate


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


FEW = settings(max_examples=15, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck))


class TestGoalLife(HypothesisCase, GoalLife.TestCase):
    settings = FEW


class TestAgreementLife(HypothesisCase, AgreementLife.TestCase):
    settings = FEW


@pytest.mark.parametrize("state", GoalState.values)
def test_only_a_goal_that_has_ended_has_no_move_left(state):
    left = [move for move in GOAL.moves.values() if state in move.sources]

    assert bool(left) is (state not in ENDED)
