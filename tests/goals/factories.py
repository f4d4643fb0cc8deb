"""The smallest valid rows of the goals' room."""

import factory
from django.utils import timezone

from goals.models import (
    AgreementVersion,
    Celebration,
    Goal,
    GoalStep,
    GoalSupport,
    GoalTouched,
    PartnershipAgreement,
    ProgressNote,
    Review,
    ReviewDecision,
    Signature,
)
from goals.paper import hash_of
from tests.agency.factories import UserFactory
from tests.families.factories import FamilyFactory, MemberFactory


class AgreementFactory(factory.django.DjangoModelFactory):
    """With `state`, and the days that state needs."""

    class Meta:
        model = PartnershipAgreement

    family = factory.SubFactory(FamilyFactory)
    offered_by = factory.SubFactory(UserFactory)
    state = "accepted"
    answered_on = factory.LazyAttribute(lambda o: None if o.state == "offered" else timezone.localdate())
    reoffer_on = factory.LazyAttribute(lambda o: timezone.localdate() if o.state == "not_ready" else None)


class GoalFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Goal

    family = factory.SubFactory(FamilyFactory)
    family_words = factory.Sequence(lambda n: f"We want {n}")
    statement = factory.Sequence(lambda n: f"By June, {n}")
    state = "active"
    ended_on = factory.LazyAttribute(
        lambda o: timezone.localdate() if o.state in ("achieved", "partly", "no_longer", "left") else None
    )
    added_by = factory.SubFactory(UserFactory)


class StepFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = GoalStep

    goal = factory.SubFactory(GoalFactory)
    what = factory.Sequence(lambda n: f"Call the office {n}")


class SupportFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = GoalSupport

    goal = factory.SubFactory(GoalFactory)
    what = "Aunt Lucía"


class NoteFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ProgressNote

    family = factory.SubFactory(FamilyFactory)
    text = factory.Sequence(lambda n: f"We talked {n}")
    written_by = factory.SubFactory(UserFactory)


class TouchFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = GoalTouched

    note = factory.SubFactory(NoteFactory)
    goal = factory.SubFactory(GoalFactory, family=factory.SelfAttribute("..note.family"))
    moved = "forward"


class VersionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = AgreementVersion

    agreement = factory.SubFactory(AgreementFactory, state="signed")
    number = 1
    language = "en"
    content = factory.LazyFunction(
        lambda: {
            "agency": "Harvest Valley",
            "center": "Juniper Street",
            "family": "Alvarez",
            "people": ["Elena"],
            "staff": "Monica Reyes",
            "phone": "",
            "agreed_on": "2026-11-01",
            "goals": [],
        }
    )
    content_hash = factory.LazyAttribute(lambda o: hash_of(o.content))
    frozen_by = factory.SubFactory(UserFactory)


class SignatureFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Signature

    agreement_version = factory.SubFactory(VersionFactory)
    member = factory.SubFactory(MemberFactory, family=factory.SelfAttribute("..agreement_version.agreement.family"))
    signer_name = "Elena"
    method = "typed"
    taken_by = factory.SubFactory(UserFactory)


class ReviewFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Review

    family = factory.SubFactory(FamilyFactory)
    held_by = factory.SubFactory(UserFactory)


class DecisionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ReviewDecision

    review = factory.SubFactory(ReviewFactory)
    goal = factory.SubFactory(GoalFactory, family=factory.SelfAttribute("..review.family"))
    decision = "continue"


class CelebrationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Celebration

    family = factory.SubFactory(FamilyFactory)
    what = factory.Sequence(lambda n: f"Something went well {n}")
    added_by = factory.SubFactory(UserFactory)
