"""The smallest valid rows of the families' room."""

import factory
import pgtrigger
from django.utils import timezone

from families.models import (
    Activity,
    Answer,
    Assessment,
    Assignment,
    Attendance,
    ChildWelfareInvolvement,
    ContactPoint,
    Difference,
    Enrollment,
    ExistingPlan,
    Family,
    FamilyConsent,
    FamilyMember,
    FosterCare,
    HomelessnessEpisode,
    Household,
    Instrument,
    InstrumentVersion,
    Intake,
    Item,
    Need,
    NoticeGiven,
    Relation,
    SecondHome,
    ServiceReceived,
    Snapshot,
)
from tests.agency.factories import CategoryFactory, CenterFactory, UserFactory


class FamilyFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Family

    name = factory.Sequence(lambda n: f"Alvarez{n}")
    center = factory.SubFactory(CenterFactory)


class HouseholdFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Household

    family = factory.SubFactory(FamilyFactory)


class MemberFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = FamilyMember

    family = factory.SubFactory(FamilyFactory)
    role = FamilyMember.Role.PARENT
    first_name = factory.Sequence(lambda n: f"Member{n}")


class ContactPointFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ContactPoint

    member = factory.SubFactory(MemberFactory)
    value = "555-0100"


class EnrollmentFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Enrollment

    family = factory.SubFactory(FamilyFactory)
    member = factory.SubFactory(MemberFactory, family=factory.SelfAttribute("..family"))
    center = factory.SubFactory(CenterFactory)
    program = factory.SelfAttribute("center.program")
    entered_on = factory.LazyFunction(timezone.localdate)


class AssignmentFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Assignment

    family = factory.SubFactory(FamilyFactory)
    worker = factory.SubFactory(UserFactory)


class InstrumentVersionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = InstrumentVersion

    class Params:
        code = factory.Sequence(lambda n: f"conversation-{n}")

    instrument = factory.LazyAttribute(
        lambda o: Instrument.objects.create(code=o.code, title={"en": "Conversation", "es": "Conversación"})
    )
    number = 1
    published_on = factory.LazyFunction(timezone.localdate)
    levels = factory.LazyFunction(lambda: [{"value": n, "label": {"en": f"Level {n}"}} for n in (5, 4, 3, 2, 1)])
    outcome_texts = factory.LazyFunction(
        lambda: [{"number": n, "name": {"en": f"Outcome {n}"}, "ask": {"en": f"Ask {n}?"}} for n in range(1, 8)]
    )


class ItemFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Item

    version = factory.SubFactory(InstrumentVersionFactory)
    code = factory.Sequence(lambda n: f"Q{n}")
    outcome = 1
    position = factory.Sequence(lambda n: n)
    label = factory.LazyAttribute(lambda o: {"en": f"Item {o.code}"})
    ask = factory.LazyAttribute(lambda o: {"en": f"How about {o.code}?"})
    anchors = factory.LazyFunction(lambda: {str(n): {"en": f"anchor {n}"} for n in range(1, 6)})

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        """Also into a published version, which the database refuses to everybody else."""
        with pgtrigger.ignore("families.Item:published_stands"):
            return super()._create(model_class, *args, **kwargs)


class AssessmentFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Assessment

    family = factory.SubFactory(FamilyFactory)
    version = factory.SubFactory(InstrumentVersionFactory)
    staff = factory.SubFactory(UserFactory)


class AnswerFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Answer

    assessment = factory.SubFactory(AssessmentFactory)
    item = factory.SubFactory(ItemFactory, version=factory.SelfAttribute("..assessment.version"))
    level = 3


class NeedFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Need

    family = factory.SubFactory(FamilyFactory)
    category = factory.SubFactory(CategoryFactory)
    what = factory.Sequence(lambda n: f"What is hard {n}")
    added_by = factory.SubFactory(UserFactory)


class ServiceReceivedFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ServiceReceived

    family = factory.SubFactory(FamilyFactory)
    category = factory.SubFactory(CategoryFactory)
    what = "A box of food"
    received_on = factory.LazyFunction(timezone.localdate)
    recorded_by = factory.SubFactory(UserFactory)


class SnapshotFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Snapshot
        skip_postgeneration_save = True

    family = factory.SubFactory(FamilyFactory)
    moment = Snapshot.Moment.ENROLLMENT
    taken_by = factory.SubFactory(UserFactory)

    @factory.post_generation
    def speaks_for(self, create, years, **_more):
        """`speaks_for=[year]` are the program years it stands for."""
        for year in years or ():
            self.years.create(program_year=year, family=self.family, moment=self.moment)


class ActivityFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Activity

    title = "Reading together"
    category = factory.SubFactory(CategoryFactory)
    added_by = factory.SubFactory(UserFactory)


class AttendanceFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Attendance

    activity = factory.SubFactory(ActivityFactory)
    family = factory.SubFactory(FamilyFactory)
    member = factory.SubFactory(MemberFactory, family=factory.SelfAttribute("..family"))


class RelationFactory(factory.django.DjangoModelFactory):
    """Name both: an adult and a child of one family."""

    class Meta:
        model = Relation

    relationship = "mother"


class SecondHomeFactory(factory.django.DjangoModelFactory):
    """Name both: a child and another home of its family."""

    class Meta:
        model = SecondHome


class HomelessnessFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = HomelessnessEpisode

    family = factory.SubFactory(FamilyFactory)
    stays = HomelessnessEpisode.Stays.SHARES_AFTER_LOSS
    began_on = factory.LazyFunction(timezone.localdate)
    recorded_by = factory.SubFactory(UserFactory)


class FosterCareFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = FosterCare

    child = factory.SubFactory(MemberFactory, role="child")
    kind = FosterCare.Kind.KIN
    began_on = factory.LazyFunction(timezone.localdate)
    recorded_by = factory.SubFactory(UserFactory)


class ChildWelfareFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ChildWelfareInvolvement

    family = factory.SubFactory(FamilyFactory)
    kind = ChildWelfareInvolvement.Kind.SUPPORT
    began_on = factory.LazyFunction(timezone.localdate)
    recorded_by = factory.SubFactory(UserFactory)


class ExistingPlanFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ExistingPlan

    family = factory.SubFactory(FamilyFactory)
    kind = ExistingPlan.Kind.IEP
    agency_name = "Juniper School District"
    recorded_by = factory.SubFactory(UserFactory)


class NoticeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = NoticeGiven

    family = factory.SubFactory(FamilyFactory)
    kind = NoticeGiven.Kind.RIGHTS
    language = "en"
    given_by = factory.SubFactory(UserFactory)


class FamilyConsentFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = FamilyConsent

    family = factory.SubFactory(FamilyFactory)
    kind = FamilyConsent.Kind.PHOTOS
    given_by = factory.SubFactory(MemberFactory, family=factory.SelfAttribute("..family"))
    language = "en"
    recorded_by = factory.SubFactory(UserFactory)


class IntakeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Intake

    family = factory.SubFactory(FamilyFactory)
    step = "home"
    begun_by = factory.SubFactory(UserFactory)


class DifferenceFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Difference

    family = factory.SubFactory(FamilyFactory)
    source = "elsewhere"
    fact = "language"
    theirs = "es"
