"""The smallest valid rows of supervision. Reflections are written as the person who confides them."""

from datetime import time, timedelta

import factory
from django.utils import timezone

from supervision.models import Absence, CaseFlag, Consultation, Decision, FlagEntry, Handed, HandOver, Session, Topic
from tests.agency.factories import UserFactory
from tests.families.factories import FamilyFactory


class SessionFactory(factory.django.DjangoModelFactory):
    """Planned for today; with `held`, it took place today and lasted fifty minutes."""

    class Meta:
        model = Session

    supervisor = factory.SubFactory(UserFactory)
    worker = factory.SubFactory(UserFactory)
    planned_on = factory.LazyFunction(timezone.localdate)
    begins_at = time(10, 0)
    planned_by = factory.SelfAttribute("supervisor")

    class Params:
        held = factory.Trait(
            state="held", held_on=factory.SelfAttribute("planned_on"), minutes=50, support="We went through her week."
        )


class TopicFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Topic

    session = factory.SubFactory(SessionFactory)
    words = "How do I support her without taking over?"
    brought_by = factory.SelfAttribute("session.worker")


class DecisionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Decision

    session = factory.SubFactory(SessionFactory, held=True)
    what = "Call Harbor House together."


class ConsultationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Consultation

    family = factory.SubFactory(FamilyFactory)
    decided = "We go on visiting, and invite the caseworker to the next one."
    recorded_by = factory.SubFactory(UserFactory)


class FlagFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = CaseFlag
        skip_postgeneration_save = True

    family = factory.SubFactory(FamilyFactory)
    reason = "contact"
    raised_by = factory.SubFactory(UserFactory)
    entry = factory.RelatedFactory("tests.supervision.factories.FlagEntryFactory", "flag")


class FlagEntryFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = FlagEntry

    flag = factory.SubFactory(FlagFactory)
    act = "raised"
    words = "Nobody has written since the move."
    said_by = factory.SelfAttribute("flag.raised_by")


class HandOverFactory(factory.django.DjangoModelFactory):
    """A week from now."""

    class Meta:
        model = HandOver

    worker = factory.SubFactory(UserFactory)
    starts_on = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=7))
    made_by = factory.SubFactory(UserFactory)


class HandedFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Handed

    hand_over = factory.SubFactory(HandOverFactory)
    family = factory.SubFactory(FamilyFactory)
    to = factory.SubFactory(UserFactory)


class AbsenceFactory(factory.django.DjangoModelFactory):
    """From today, for a week."""

    class Meta:
        model = Absence

    worker = factory.SubFactory(UserFactory)
    ends_on = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=6))
    added_by = factory.SubFactory(UserFactory)
