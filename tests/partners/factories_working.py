"""The smallest valid rows of our work with partners: partnerships, plans, agreements."""

from datetime import timedelta

import factory
from django.utils import timezone

from agency import files
from partners import actions
from partners.models import (
    CommitteeSeat,
    DataAnnex,
    Mou,
    MouFile,
    MouParty,
    Obligation,
    OnsiteService,
    PartnerMeeting,
    Partnership,
    PartnershipAction,
    PartnershipPlan,
    PlanGoal,
    PreschoolException,
    StageReached,
    SystemParticipation,
)
from tests.agency.factories import CenterFactory, ProgramFactory, UserFactory
from tests.partners.factories import PartnerFactory

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40


def days(number):
    """A day so many days from today."""
    return timezone.localdate() + timedelta(days=number)


class PartnershipFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Partnership

    partner = factory.SubFactory(PartnerFactory)


class StageFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = StageReached

    partnership = factory.SubFactory(PartnershipFactory)
    stage = 2
    said_by = factory.SubFactory(UserFactory)


class PlanFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = PartnershipPlan

    partnership = factory.SubFactory(PartnershipFactory)
    added_by = factory.SubFactory(UserFactory)


class PlanGoalFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = PlanGoal

    plan = factory.SubFactory(PlanFactory)
    what = "More children in care have a place"


class MeetingFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = PartnerMeeting

    partnership = factory.SubFactory(PartnershipFactory)
    topic = "Who is taken first"
    added_by = factory.SubFactory(UserFactory)


class ActionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = PartnershipAction

    partnership = factory.SubFactory(PartnershipFactory)
    what = "Send them our calendar"
    our_owner = factory.SubFactory(UserFactory)
    due_on = factory.LazyFunction(lambda: days(5))


class OnsiteFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = OnsiteService

    partnership = factory.SubFactory(PartnershipFactory)
    center = factory.SubFactory(CenterFactory)
    what = "Dental checks"


class SeatFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = CommitteeSeat

    partnership = factory.SubFactory(PartnershipFactory)
    committee = "health"
    who = "A nurse of theirs"


class MouFactory(factory.django.DjangoModelFactory):
    """A draft; with `signed=True`, in force since a hundred days for two hundred more."""

    class Meta:
        model = Mou
        skip_postgeneration_save = True

    class Params:
        signed = factory.Trait(
            state="signed",
            signed_on=factory.LazyFunction(lambda: days(-100)),
            effective_on=factory.LazyFunction(lambda: days(-100)),
            ends_on=factory.LazyFunction(lambda: days(200)),
        )

    partner = factory.SubFactory(PartnerFactory)
    kind = Mou.Kind.HEALTH
    title = factory.Sequence(lambda n: f"Agreement {n}")
    added_by = factory.SubFactory(UserFactory)

    @factory.post_generation
    def points(self, create, extracted, **kwargs):
        if create:
            actions.ask_topics(self)


class PartyFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = MouParty

    mou = factory.SubFactory(MouFactory)
    organization = factory.Sequence(lambda n: f"Harvest Unified {n}")


class FileFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = MouFile

    mou = factory.SubFactory(MouFactory)
    kind = "signed"
    number = 1
    path = factory.LazyFunction(lambda: files.kept_bytes(PNG, kind="image/png", folder="agreements").path)
    content_kind = "image/png"
    size = len(PNG)
    digest = "0" * 64
    added_by = factory.SubFactory(UserFactory)


class ObligationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Obligation

    mou = factory.SubFactory(MouFactory, signed=True)
    what = "Train together"
    our_owner = factory.SubFactory(UserFactory)
    due_on = factory.LazyFunction(lambda: days(5))


class AnnexFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = DataAnnex

    mou = factory.SubFactory(MouFactory, signed=True)
    records = "Dates of referrals"
    purpose = "To answer them"
    safeguards = "Locked"
    destruction = "After a year"


class ExceptionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = PreschoolException

    program = factory.SubFactory(ProgramFactory)
    why = "none_here"


class SystemFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = SystemParticipation

    program = factory.SubFactory(ProgramFactory)
    system = "qris"
    answer = "yes"
