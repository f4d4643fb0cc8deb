"""Whatever people do in whatever order: nothing leaves without cover, no help counts twice or without having come."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from agency.transitions import MoveNotAllowed
from families.models import ServiceReceived
from referrals import actions, release
from referrals.models import Consent, Disclosure, Referral, ReferralEvent
from referrals.states import ENDED, REFERRAL
from tests.agency.factories import CategoryFactory, UserFactory
from tests.families.factories import FamilyFactory, MemberFactory, NeedFactory
from tests.partners.factories import ServiceFactory
from tests.referrals.factories import ConsentFactory, ReferralFactory

TODAY = timezone.localdate()
REFUSED = (MoveNotAllowed, actions.MovedMeanwhile, actions.ConsentMissing, actions.NothingPicked,
           actions.AlreadyTakenBack, actions.AlreadySettled)  # fmt: skip
MOVES = st.sampled_from(sorted(set(REFERRAL.moves) - {"send", "inform", "reroute"}))
PARTNERS = st.sampled_from(["acknowledge", "accept", "waitlist", "decline", "appoint", "attend", "receive", "complete"])
PICK = st.integers(0, 5)


class Lives(RuleBasedStateMachine):
    """One need, two places, staff, a partner and a family."""

    def __init__(self):
        super().__init__()
        self.point = transaction.atomic()
        self.point.__enter__()
        self.by, family = UserFactory(), FamilyFactory()
        MemberFactory(family=family, is_main_contact=True)
        self.need = NeedFactory(family=family)
        self.hidden = NeedFactory(family=family, category=CategoryFactory(is_restricted=True))
        self.services = [ServiceFactory(categories=[self.need.category]) for _n in range(2)]
        self.ended, self.covered = {}, set()
        self._prepare(self.services[0])

    def teardown(self):
        transaction.set_rollback(True)
        self.point.__exit__(None, None, None)

    def _new(self, service, need=None):
        need = need or self.need
        return ReferralFactory.build(family=need.family, need=need, service=service, made_by=self.by, reason="A place")

    def _prepare(self, service):
        actions.prepare(referral=self._new(service), by=self.by)

    def _one(self, number):
        rows = list(Referral.objects.order_by("pk"))
        return rows[number % len(rows)]

    def _tried(self, act, **known):
        try:
            with transaction.atomic():
                return act(by=self.by, **known)
        except REFUSED:
            return None

    @rule(number=st.integers(0, 1), named=st.booleans())
    def say_yes(self, number, named):
        if Consent.objects.count() < 4:
            kinds = [self.hidden.category.code] if named else []
            partner = self.services[number].partner
            ConsentFactory(family=self.need.family, partner=partner, taken_by=self.by, restricted=kinds)

    @rule(number=st.integers(0, 1))
    def prepare_about_what_is_restricted(self, number):
        if Referral.objects.count() < 4:
            actions.prepare(referral=self._new(self.services[number], self.hidden), by=self.by)

    @rule(number=PICK)
    def take_the_yes_back(self, number):
        consents = list(Consent.objects.order_by("pk"))
        if consents:
            self._tried(actions.revoke, consent=consents[number % len(consents)])

    @rule(number=PICK)
    def send(self, number):
        referral = self._one(number)
        consent = actions.consent_for(referral)
        keys = [piece.key for piece in release.pieces(referral, consent)] if consent else ["names-name-1"]
        disclosure = self._tried(actions.send, referral=referral, picked=keys, how_sent="phone")
        if disclosure:
            assert disclosure.consent.is_in_force
            self.covered.add(disclosure.pk)

    @rule(number=PICK)
    def give_the_number(self, number):
        self._tried(actions.inform, referral=self._one(number))

    @rule(number=PICK, name=MOVES, back=st.integers(0, 3))
    def move(self, number, name, back):
        day = TODAY - timedelta(days=back)
        typed = {"happened_on": day, "received_on": day, "what": "Help", "appointment_on": day, "barrier": "cost",
                 "need_met": "yes", "confirmed_by": "family", "note": "They said so"}  # fmt: skip
        referral = self._one(number)
        self._tried(actions.move, referral=referral, name=name, version=referral.version, typed=typed)

    @rule(number=PICK, name=PARTNERS, back=st.integers(0, 3))
    def partner_answers(self, number, name, back):
        referral, day = self._one(number), TODAY - timedelta(days=back)
        if referral.disclosure_id is None:  # who was told nothing has nothing to answer
            return
        typed = {"happened_on": day, "received_on": day, "appointment_on": day, "barrier": "no_capacity"}
        actions.answer(referral=referral, name=name, typed=typed, source=ReferralEvent.Source.PARTNER)

    @rule(number=PICK, came=st.sampled_from(list(actions.Came)), met=st.sampled_from(["", "yes", "partly", "no"]))
    def family_says(self, number, came, met):
        referral = self._one(number)
        if referral.state == "draft":
            return
        typed = {"came": came, "happened_on": TODAY, "received_on": TODAY, "need_met": met, "barrier": "hours"}
        self._tried(actions.family_says, referral=referral, version=None, typed=typed)

    @rule(number=PICK, holds=st.booleans())
    def settle(self, number, holds):
        waiting = list(ReferralEvent.objects.unsettled().order_by("pk"))
        if waiting:
            self._tried(actions.settle, other=waiting[number % len(waiting)], holds=holds)

    @rule(number=PICK)
    def try_another_place(self, number):
        old = self._one(number)
        if Referral.objects.count() < 4:
            self._tried(actions.reroute, old=old, new=self._new(self.services[1]), version=old.version)

    @invariant()
    def nothing_left_without_cover(self):
        assert set(Disclosure.objects.values_list("pk", flat=True)) == self.covered
        assert not Referral.objects.filter(disclosure=None).exclude(consent=None).exists()

    @invariant()
    def nothing_restricted_left_without_its_name(self):
        left = Referral.objects.filter(need=self.hidden).exclude(disclosure=None)
        assert not left.exclude(consent__restricted=[self.hidden.category.code]).exists()

    @invariant()
    def help_is_counted_where_it_came_and_once(self):
        came = set(
            Referral.objects.filter(state__in=("received", "completed")).values_list("service_received", flat=True)
        )
        assert set(ServiceReceived.objects.values_list("pk", flat=True)) == came
        assert Referral.objects.filter(state__in=("received", "completed")).count() == len(came)

    @invariant()
    def ended_stays_ended(self):
        """A no may still be taken for another place, or closed with what the family says; nothing else begins again."""
        for pk, state in Referral.objects.values_list("pk", "state"):
            before = self.ended.get(pk)
            assert before in (None, state) or (before, state) in {
                ("declined", "not_received"),
                ("declined", "rerouted"),
            }
            if state in ENDED:
                self.ended[pk] = state

    @invariant()
    def each_change_has_its_event(self):
        for referral in Referral.objects.prefetch_related("events"):
            moves = sorted(referral.events.all(), key=lambda event: event.pk)
            states = ["draft", *(event.to_state for event in moves if event.from_state != event.to_state)]
            begins = [event.from_state for event in moves if event.from_state != event.to_state]
            assert (states[-1], states[:-1]) == (referral.state, begins)


class TestLives(TestCase):
    def test_whatever_happens_the_promises_hold(self):
        run_state_machine_as_test(
            Lives,
            settings=settings(
                max_examples=20, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
            ),
        )
