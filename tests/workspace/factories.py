"""A family's year told in every room, as many times over as a test wants."""

from datetime import timedelta

from django.utils import timezone

from partners.models import Partner, Service
from referrals.models import Consent, Referral, ReferralEvent
from referrals.states import ReferralState
from tests.families.factories import AssessmentFactory, NeedFactory, ServiceReceivedFactory
from tests.goals.factories import (
    CelebrationFactory,
    GoalFactory,
    NoteFactory,
    ReviewFactory,
    StepFactory,
    TouchFactory,
)


def ago(days):
    return timezone.localdate() - timedelta(days=days)


def tell_a_year(family, by, times=1):
    """`times` rows of everything that stands on a family page: conversations, needs, goals, notes, referrals, help."""
    for n in range(times):
        tell_once(family, by, n)


def tell_once(family, by, n):
    AssessmentFactory(family=family, staff=by, started_on=ago(90 + n), done_on=ago(88 + n))
    need = NeedFactory(family=family, added_by=by, what=f"Phone and internet bill {n}", opened_on=ago(80))
    goal = GoalFactory(family=family, added_by=by, is_shared_with_team=True, set_on=ago(79))
    goal.needs.add(need)
    StepFactory(goal=goal, done_on=ago(3))
    StepFactory(goal=goal, due_on=ago(2))
    for visibility in ("general", "team", "restricted"):
        note = NoteFactory(family=family, written_by=by, happened_on=ago(40 + n), visibility=visibility)
        TouchFactory(note=note, goal=goal)
    NoteFactory(family=family, written_by=by, happened_on=ago(20), next_step=f"Call back {n}", next_on=ago(-2))
    ReviewFactory(family=family, held_by=by, held_on=ago(30 + n), parent_comment="It helps to talk")
    CelebrationFactory(family=family, added_by=by, noticed_on=ago(5))
    ServiceReceivedFactory(family=family, recorded_by=by, need=need, received_on=ago(4))
    refer(need, by)


def refer(need, by, days=16):
    """A referral of this need that was sent so many days ago and waits for its partner."""
    partner = Partner.objects.create(name="Cedar Works")
    service = Service.objects.create(partner=partner, name="Carpentry apprenticeship")
    consent = Consent.objects.create(
        family=need.family,
        records=["names"],
        purpose="An apprenticeship",
        partner=partner,
        expires_on=ago(-20),
        given_on=ago(days + 1),
        language="en",
        text_shown="We may share your names.",
        text_hash="0" * 64,
        signer=need.family.members.first(),
        taken_by=by,
    )
    referral = Referral.objects.create(
        family=need.family,
        need=need,
        service=service,
        consent=consent,
        state=ReferralState.SENT,
        reason="A place",
        sent_on=ago(days),
        made_by=by,
    )
    ReferralEvent.objects.create(
        referral=referral, from_state="draft", to_state="sent", happened_on=ago(days), recorded_by=by
    )
    return referral
