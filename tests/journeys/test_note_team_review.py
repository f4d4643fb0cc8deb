"""An afternoon's writing: a note from anywhere, what the team decided, a review, something to celebrate."""

from datetime import timedelta

import pytest
from django.utils import timezone

from goals.models import Celebration, ProgressNote, Review, TeamAction, TeamMeeting
from tests.families.factories import AssignmentFactory, FamilyFactory, MemberFactory
from tests.goals.factories import AgreementFactory, GoalFactory, StepFactory, TeammateFactory

pytestmark = pytest.mark.django_db(transaction=True)
TODAY = timezone.localdate


@pytest.fixture
def home(house, staff):
    family = FamilyFactory(center=house, name="Whitfield")
    MemberFactory(family=family, first_name="Elena", relationship="mother", is_main_contact=True)
    AssignmentFactory(family=family, worker=staff["worker"])
    AssignmentFactory(family=family, worker=staff["teammate"], kind="team")
    TeammateFactory(family=family, staff=staff["teammate"])
    agreement = AgreementFactory(family=family, state="accepted")
    goal = GoalFactory(family=family, agreement=agreement, statement="We read ten minutes a day", confidence=3)
    StepFactory(goal=goal, what="Ask for three books")
    return family, goal


def test_an_afternoon_of_writing(home, staff, walker):
    family, goal = home
    walker.sign_in(staff["worker"])

    walker.open("goals:note-anywhere")
    walker.look("note-anywhere")
    walker.press("Whitfield family")
    walker.fill(text="Elena read the first book aloud.", **{f"goal_{goal.pk}": "forward"})
    walker.look("note")
    walker.save()
    note = ProgressNote.objects.get()
    assert (note.family, note.goals_touched.get().moved) == (family, "forward")

    walker.open("goals:team", family.pk)
    walker.look("team")
    walker.press("Write down a meeting")
    walker.fill(decided="Books go home on Fridays.", **{"new1-what": "Pick the books"})
    walker.look("meeting")
    walker.save()
    assert TeamMeeting.objects.get().decided == "Books go home on Fridays."
    assert TeamAction.objects.get().what == "Pick the books"

    walker.open("goals:review-add", family.pk)
    walker.save()
    assert walker.reads("Choose what becomes of “We read ten minutes a day”.")
    walker.look("review-missing")
    walker.fill(next_on=str(TODAY() + timedelta(days=30)), **{f"g{goal.pk}-decision": "achieve"})
    walker.save()
    goal.refresh_from_db()
    assert (goal.state, Review.objects.get().next_on) == ("achieved", TODAY() + timedelta(days=30))

    walker.open("goals:celebrate-goal", family.pk, goal.pk)
    walker.fill(what="A whole book, read together", wish="A card")
    walker.save()
    assert Celebration.objects.get().goal == goal
    walker.look("celebration")
    assert walker.foreign() == []
