"""This room's pieces of the page of one family."""

from datetime import timedelta

import pytest
from django.utils import timezone

from agency.access import Role
from agency.story import newest
from families import panels, reaching, story
from tests.agency.factories import CategoryFactory, UserFactory
from tests.families.factories import (
    AnswerFactory,
    AssessmentFactory,
    ItemFactory,
    MemberFactory,
    NeedFactory,
    ServiceReceivedFactory,
)


@pytest.fixture
def reviewer(agency):
    return UserFactory(role=Role.MONITOR, grant__ends_on=timezone.localdate() + timedelta(days=9))


def test_a_family_is_introduced_in_one_line(family):
    family.members.filter(first_name="Angel").update(born_on=timezone.localdate() - timedelta(days=366 * 4))
    MemberFactory(family=family, first_name="Amaya", role="child", born_on=timezone.localdate() - timedelta(days=190))
    MemberFactory(family=family, first_name="Rafael")
    MemberFactory(family=family, first_name="Gone", left_on=timezone.localdate())

    assert panels.who(family) == "Elena and Rafael, with Angel (4) and Amaya (6 months)"


def test_what_to_know_before_reaching_out_is_one_sentence_an_adult(family):
    family.members.filter(first_name="Elena").update(reach_note="Text first.")
    MemberFactory(family=family, first_name="Luis", do_not_contact=True, reach_note="Through the center.")

    assert reaching.of_family(family) == ["Elena: Text first.", "Do not contact Luis. Through the center."]


def test_strengths_come_from_the_latest_finished_conversation(family, worker):
    talk = AssessmentFactory(family=family, done_on=timezone.localdate())
    AnswerFactory(assessment=talk, item=ItemFactory(version=talk.version), strength="We sing when I cook.")
    AnswerFactory(assessment=AssessmentFactory(family=family), strength="Not finished")

    assert panels.strengths(family, worker) == ["We sing when I cook."]


def test_restricted_matters_are_hidden_from_who_may_not_read_them(family, worker, reviewer):
    from families.models import ReviewerAccess

    ReviewerAccess.objects.create(user=reviewer, family=family, ends_on=timezone.localdate())
    restricted = CategoryFactory(is_restricted=True)
    need = NeedFactory(family=family, category=restricted)
    service = ServiceReceivedFactory(family=family, category=restricted)

    seen = [(panels.needs(family, person), panels.services(family, person)) for person in (worker, reviewer)]

    assert seen == [([need], [service]), ([], [])]


def test_the_story_of_this_room_is_newest_first(family, worker):
    today = timezone.localdate()
    ServiceReceivedFactory(family=family, received_on=today - timedelta(days=3))
    AssessmentFactory(family=family, done_on=today - timedelta(days=1), started_on=today - timedelta(days=1))
    NeedFactory(family=family, what="A ride", closed_on=today - timedelta(days=2), closing="met")
    family.enrollments.update(entered_on=today - timedelta(days=40))
    family.assignments.update(starts_on=today - timedelta(days=39))

    told = [story.TOLD[row.s_kind](row)["title"] for row in newest(story.parts(family, worker, today), 4)]

    assert told == ["Strengths conversation", "A ride", "A box of food", f"{worker} is the main worker"]


@pytest.mark.parametrize("rows", [1, 3])
def test_pieces_take_a_fixed_number_of_queries(family, worker, rows, django_assert_num_queries):
    for _n in range(rows):
        ServiceReceivedFactory(family=family)
        NeedFactory(family=family)
        AssessmentFactory(family=family, done_on=timezone.localdate())
    worker.grants  # noqa: B018  one query a request, not one of ours

    with django_assert_num_queries(3):
        panels.needs(family, worker)
        panels.services(family, worker)
        panels.strengths(family, worker)
