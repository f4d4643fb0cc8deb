"""The transition table and the database's trigger tell the same story, whatever order people move in."""

import pytest
from django.db import Error, connection, transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from agency.transitions import MoveNotAllowed
from referrals.models import Referral
from referrals.states import ENDED, OPEN, REFERRAL, TASK_STATUS, WAITING, ReferralState
from tests.families.factories import ServiceReceivedFactory
from tests.referrals.factories import ConsentFactory, ReferralFactory

STATES = st.sampled_from(list(ReferralState))
MOVES = st.sampled_from(sorted(REFERRAL.moves))


class ReferralLife(RuleBasedStateMachine):
    """A referral with all it may need, pushed about by the table and by raw SQL."""

    def __init__(self):
        super().__init__()
        self.point = transaction.atomic()
        self.point.__enter__()
        self.referral = ReferralFactory()
        family = self.referral.family
        self.referral.consent = ConsentFactory(family=family, partner=self.referral.service.partner)
        self.referral.sent_on = self.referral.made_on
        self.referral.service_received = ServiceReceivedFactory(family=family)
        self.referral.need_met, self.referral.confirmed_by = "yes", "family"
        self.referral.save()
        self.state = ReferralState.DRAFT

    def teardown(self):
        transaction.set_rollback(True)
        self.point.__exit__(None, None, None)

    @rule(name=MOVES)
    def move(self, name):
        step = REFERRAL.moves[name]
        allowed = self.state in step.sources
        try:
            REFERRAL.take(self.referral, name)
        except MoveNotAllowed:
            assert not allowed
            return
        assert allowed
        self.referral.save(update_fields=["state"])
        self.state = step.target

    @rule(to=STATES)
    def push_by_sql(self, to):
        allowed = (str(self.state), str(to)) in REFERRAL.pairs()
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("UPDATE referrals_referral SET state = %s WHERE id = %s", [to, self.referral.pk])
        except Error:
            assert not allowed
            return
        assert allowed
        self.state = self.referral.state = to

    @invariant()
    def database_agrees(self):
        assert Referral.objects.get(pk=self.referral.pk).state == self.state


class TestReferralLife(TestCase):
    def test_table_and_trigger_agree(self):
        run_state_machine_as_test(
            ReferralLife,
            settings=settings(
                max_examples=15, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
            ),
        )


def test_every_state_is_open_or_ended_and_known_to_other_systems():
    assert set(OPEN) | set(ENDED) == set(ReferralState)
    assert not set(OPEN) & set(ENDED)
    assert set(WAITING) < set(OPEN)
    assert set(TASK_STATUS) == set(ReferralState)


@pytest.mark.parametrize("state", [state for state in ReferralState if state in OPEN])
def test_no_open_state_is_a_dead_end(state):
    assert any(state in move.sources for move in REFERRAL.moves.values())
