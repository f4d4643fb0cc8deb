"""The smallest valid rows of the goals' room."""

import base64

import factory
from django.utils import timezone

from agency import files
from agency.files import kept_bytes
from goals.models import (
    AgreementBundle,
    AgreementVersion,
    Celebration,
    CelebrationConsent,
    CelebrationPhoto,
    CheckInRhythm,
    ClassroomGoal,
    ClassroomNote,
    CopyGiven,
    Goal,
    GoalStep,
    GoalSupport,
    GoalTouched,
    NoteTemplate,
    PaperScan,
    PartnershipAgreement,
    ProgressNote,
    Review,
    ReviewDecision,
    SharedWriting,
    Signature,
    TeamAction,
    TeamMeeting,
    TeamMember,
)
from goals.paper import hash_of
from tests.agency.factories import UserFactory, WorkRunFactory
from tests.families.factories import FamilyFactory, MemberFactory

PICTURE = base64.b64decode(  # one black point
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


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


class YesFactory(factory.django.DjangoModelFactory):
    """The family's yes to telling or showing a celebration."""

    class Meta:
        model = CelebrationConsent

    celebration = factory.SubFactory(CelebrationFactory)
    what = "story"
    recorded_by = factory.SubFactory(UserFactory)


PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000000020001e527de"
    "fc0000000049454e44ae426082"
)


class PhotoFactory(factory.django.DjangoModelFactory):
    """A picture of one point, which lies in the storage."""

    class Meta:
        model = CelebrationPhoto

    celebration = factory.SubFactory(CelebrationFactory)
    path = factory.LazyFunction(lambda: kept_bytes(PIXEL, kind="image/png", folder="celebrations").path)
    kind = "image/png"
    size = len(PIXEL)
    digest = "0" * 64
    shows = "A child paints"
    added_by = factory.SubFactory(UserFactory)


class TextFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = NoteTemplate

    name = factory.Sequence(lambda n: f"Text {n}")
    shortcut = factory.Sequence(lambda n: f"text{n}")
    text = "We talked at pick-up."


class WritingFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = SharedWriting

    written_by = factory.SubFactory(UserFactory)
    families = 1


class TeammateFactory(factory.django.DjangoModelFactory):
    """A colleague on a team; without `staff` somebody from outside."""

    class Meta:
        model = TeamMember
        skip_postgeneration_save = True

    family = factory.SubFactory(FamilyFactory)
    name = factory.LazyAttribute(lambda o: "" if getattr(o, "staff", None) else "Aunt Rosa")
    kind = factory.LazyAttribute(lambda o: "teacher" if getattr(o, "staff", None) else "relative")
    added_by = factory.SubFactory(UserFactory)

    @factory.post_generation
    def goals(self, create, chosen, **kwargs):
        self.goals.set(chosen or [])


class RhythmFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = CheckInRhythm

    family = factory.SubFactory(FamilyFactory)
    days = 7
    added_by = factory.SubFactory(UserFactory)


class MeetingFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = TeamMeeting
        skip_postgeneration_save = True

    family = factory.SubFactory(FamilyFactory)
    decided = "Songs in both languages."
    held_by = factory.SubFactory(UserFactory)

    @factory.post_generation
    def present(self, create, there, **kwargs):
        self.present.set(there or [])


class ActionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = TeamAction

    meeting = factory.SubFactory(MeetingFactory)
    what = factory.Sequence(lambda n: f"Bring the songbook {n}")
    who = factory.LazyAttribute(lambda o: "member" if getattr(o, "member", None) else "staff")


class ClassroomGoalFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ClassroomGoal

    goal = factory.SubFactory(GoalFactory)
    child = factory.SubFactory(MemberFactory, family=factory.SelfAttribute("..goal.family"), role="child")
    added_by = factory.SubFactory(UserFactory)


class ClassroomNoteFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ClassroomNote

    classroom_goal = factory.SubFactory(ClassroomGoalFactory)
    in_curriculum = factory.Sequence(lambda n: f"We sang it at snack {n}")
    written_by = factory.SubFactory(UserFactory)


class ScanFactory(factory.django.DjangoModelFactory):
    """A picture of a signed paper; the file itself is there."""

    class Meta:
        model = PaperScan

    agreement_version = factory.SubFactory(VersionFactory)
    kind = "image/png"
    path = factory.LazyFunction(lambda: files.kept_bytes(PICTURE, kind="image/png", folder="agreements").path)
    size = len(PICTURE)
    digest = "0" * 64
    attached_by = factory.SubFactory(UserFactory)


class CopyFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = CopyGiven

    agreement_version = factory.SubFactory(VersionFactory)
    member = factory.SubFactory(MemberFactory, family=factory.SelfAttribute("..agreement_version.agreement.family"))
    language = "en"
    given_by = factory.SubFactory(UserFactory)


class BundleFactory(factory.django.DjangoModelFactory):
    """A finished file for whoever asked (`run__asked_by`)."""

    class Meta:
        model = AgreementBundle

    run = factory.SubFactory(WorkRunFactory, name="agreements")
    family_ids = factory.LazyFunction(list)
    purpose = "For the conferences"
    path = factory.LazyFunction(lambda: files.kept_bytes(b"%PDF-1.7", kind="application/pdf", folder="bundles").path)
