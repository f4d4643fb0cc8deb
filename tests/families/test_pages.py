"""Each page of the room: who may, who may only look, who may not know."""

import pytest
from django.urls import reverse
from django.utils import timezone

from agency.models import AccessEvent
from tests.agency.factories import CategoryFactory, UserFactory
from tests.families.factories import (
    AnswerFactory,
    AssessmentFactory,
    AssignmentFactory,
    ContactPointFactory,
    HouseholdFactory,
    InstrumentVersionFactory,
    ItemFactory,
    MemberFactory,
    NeedFactory,
)


@pytest.fixture
def reviewer(agency, family):
    """May look at the family, until a date; may change nothing."""
    from datetime import timedelta

    from families.models import ReviewerAccess

    until = timezone.localdate() + timedelta(days=30)
    person = UserFactory(role="monitor", grant__ends_on=until)
    ReviewerAccess.objects.create(user=person, family=family, ends_on=until)
    return person


@pytest.fixture
def record(family, worker):
    """One of everything this room keeps, for `family`."""
    member = family.members.first()
    version = InstrumentVersionFactory()
    ItemFactory(version=version)
    open_one = AssessmentFactory(family=family, version=version, staff=worker)
    done = AssessmentFactory(family=family, version=version, staff=worker, done_on=timezone.localdate())
    AnswerFactory(assessment=done, item=version.items.get())
    return {
        "family": family.pk,
        "member": member.pk,
        "home": HouseholdFactory(family=family, city="Chico").pk,
        "contact": ContactPointFactory(member=member).pk,
        "open": open_one.pk,
        "done": done.pk,
        "need": NeedFactory(family=family).pk,
        "assignment": AssignmentFactory(family=family, worker=worker, kind="team").pk,
    }


EDIT = {
    "edit": "family",
    "member": "family member",
    "contact-add": "family member",
    "place-add": "family member",
    "household": "family home",
    "contact": "family contact",
    "assess-part": "family open 1",
    "assess-finish": "family open",
    "assess-staff": "family done",
    "need-add": "family",
    "need-edit": "need",
    "need-close": "need",
    "service-add": "family",
}
LOOK = {"assessment": "family done", "need": "need", "priorities": "family"}
STEPS = ["family", "adults", "home", "children", "worker"]


def url_of(name, places, record):
    return reverse(f"families:{name}", args=[record.get(place, place) for place in places.split()])


def every_page(record):
    pages = {name: url_of(name, places, record) for name, places in (EDIT | LOOK).items()}
    steps = {f"intake {step}": reverse("families:intake-step", args=[record["family"], step]) for step in STEPS}
    return pages | steps


def answers(client, urls):
    return {name: client.get(url).status_code for name, url in urls.items()}


def test_the_worker_opens_every_page_of_the_family(signed_in, worker, record):
    pages = every_page(record)

    assert answers(signed_in(worker), pages) == dict.fromkeys(pages, 200)


def test_a_colleague_with_another_caseload_cannot_tell_the_family_exists(signed_in, outsider, record):
    pages = every_page(record)

    assert answers(signed_in(outsider), pages) == dict.fromkeys(pages, 404)


def test_a_reviewer_reads_and_changes_nothing(signed_in, reviewer, record):
    pages = every_page(record)
    readable = dict.fromkeys(LOOK, 200)

    assert answers(signed_in(reviewer), pages) == dict.fromkeys(pages, 403) | readable


def test_a_supervisor_opens_every_page_and_assigns(signed_in, supervisor, record):
    pages = every_page(record) | {"assign": url_of("assign", "family", record)}

    assert answers(signed_in(supervisor), pages) == dict.fromkeys(pages, 200)


@pytest.mark.parametrize(("who", "status"), [("worker", 403), ("outsider", 403), ("supervisor", 200)])
def test_only_supervisors_and_managers_assign(request, signed_in, record, who, status):
    client = signed_in(request.getfixturevalue(who))

    assert client.get(url_of("assign", "family", record)).status_code == status


def test_a_teammate_opens_neither_assessments_nor_needs(signed_in, teammate, record):
    pages = {name: url_of(name, places, record) for name, places in LOOK.items()}

    assert answers(signed_in(teammate), pages) == dict.fromkeys(pages, 403)


def test_what_only_takes_a_post_refuses_a_stranger(signed_in, outsider, record):
    client = signed_in(outsider)
    urls = [
        url_of("contact-remove", "family contact", record),
        url_of("need-first-step", "need", record),
        url_of("need-open", "need", record),
    ]

    assert [client.post(url).status_code for url in urls] == [404, 404, 404]


def test_every_page_leaves_one_line_about_who_looked(signed_in, worker, record):
    client, pages = signed_in(worker), every_page(record)

    answers(client, pages)

    assert AccessEvent.objects.filter(by=worker, family_ids=[record["family"]]).count() == len(pages)


def test_a_member_of_another_family_is_not_found_under_this_one(signed_in, worker, record):
    stranger = MemberFactory()

    answer = signed_in(worker).get(reverse("families:member", args=[record["family"], stranger.pk]))

    assert answer.status_code == 404


def test_a_shared_screen_shows_no_name(signed_in, worker, record, family):
    page = signed_in(worker).get(url_of("assess-part", "family open 1", record)).content.decode()

    assert [name for name in (family.name, "Elena", "Angel") if name in page] == []


def test_pages_of_an_agency_without_questions_say_so(signed_in, worker, family):
    page = signed_in(worker).get(reverse("families:assess", args=[family.pk]))

    assert "No set of questions has been published" in page.content.decode()


def test_a_restricted_need_is_not_found_by_a_reviewer(signed_in, reviewer, family):
    hidden = NeedFactory(family=family, category=CategoryFactory(is_restricted=True))

    assert signed_in(reviewer).get(reverse("families:need", args=[hidden.pk])).status_code == 404
