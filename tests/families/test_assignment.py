"""Who serves a family, from when to when; and why a manager opens it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from agency.models import AccessEvent, AuditEvent
from families import actions
from families.models import Assignment, Family, ReviewerAccess
from tests.agency.factories import UserFactory
from tests.families.factories import AssignmentFactory

TODAY = timezone.localdate


@pytest.fixture
def next_worker(center):
    return UserFactory(role="worker", center=center, first_name="Hoa", last_name="Nguyen")


@pytest.fixture
def assign(signed_in, supervisor, family):
    """`assign(worker=…)` posts the page as the supervisor."""
    client = signed_in(supervisor)
    said = {"kind": "primary", "starts_on": str(TODAY()), "ends_on": "", "handover_note": ""}
    return lambda **more: client.post(reverse("families:assign", args=[family.pk]), said | more)


def served(family):
    rows = Assignment.objects.filter(family=family).order_by("starts_on")
    return [(one.worker, one.kind, one.starts_on, one.ends_on) for one in rows]


def test_a_new_main_worker_ends_the_time_of_the_one_before(assign, family, worker, next_worker):
    begun = TODAY() - timedelta(days=90)
    family.assignments.update(starts_on=begun)

    assign(worker=next_worker.pk, handover_note="Pia answers texts in the evening.")

    assert served(family) == [
        (worker, "primary", begun, TODAY() - timedelta(days=1)),
        (next_worker, "primary", TODAY(), None),
    ]


def test_who_began_the_same_day_gives_way(assign, family, next_worker):
    assign(worker=next_worker.pk)

    assert served(family) == [(next_worker, "primary", TODAY(), None)]


def test_a_hand_over_can_be_planned_and_planned_anew(assign, family, worker, next_worker):
    family.assignments.update(starts_on=TODAY() - timedelta(days=90))
    ahead = TODAY() + timedelta(days=10)
    assign(worker=next_worker.pk, starts_on=str(ahead))

    assign(worker=next_worker.pk, starts_on=str(ahead - timedelta(days=3)))

    assert [(one[0], one[3]) for one in served(family)] == [
        (worker, ahead - timedelta(days=4)),
        (next_worker, None),
    ]


def test_nobody_is_made_the_main_worker_twice(assign, family, worker):
    page = assign(worker=worker.pk).content.decode()

    assert (f"{worker} does this for the family already." in page, len(served(family))) == (True, 1)


def test_a_cover_opens_the_family_for_its_time(assign, family, worker, next_worker):
    assign(worker=next_worker.pk, kind="cover", ends_on=str(TODAY() + timedelta(days=5)))

    assert (family.main_worker, list(Family.objects.visible_to(next_worker))) == (worker, [family])


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"kind": "cover"}, "Until which day? A cover ends by itself."),
        ({"ends_on": "2030-01-01"}, "A main worker stays until somebody else takes over."),
        ({"kind": "cover", "ends_on": "2020-01-01"}, "The last day cannot come before the first."),
        ({"starts_on": "2090-01-01"}, "This is more than a year from today. Check the year."),
    ],
)
def test_times_that_cannot_be_get_a_sentence(assign, family, next_worker, wrong, sentence):
    page = assign(worker=next_worker.pk, handover_note="Kept as typed", **wrong).content.decode()

    assert (sentence in page, "Kept as typed" in page, len(served(family))) == (True, True, 1)


def test_a_teacher_can_be_on_the_team_but_no_main_worker(assign, family, center):
    teacher = UserFactory(role="teammate", center=center)

    page = assign(worker=teacher.pk).content.decode()
    assign(worker=teacher.pk, kind="team")

    assert "is no family service worker, but can be on the team." in page
    assert (teacher, "team", TODAY(), None) in served(family)


def test_somebody_of_another_program_is_not_offered(assign, family):
    stranger = UserFactory(role="worker", center=AssignmentFactory().family.center)

    assign(worker=stranger.pk)

    assert len(served(family)) == 1


def test_whoever_leaves_the_team_cannot_open_the_family_any_more(signed_in, supervisor, family, teammate):
    place = family.assignments.get(worker=teammate)
    client, url = signed_in(supervisor), reverse("families:assignment-end", args=[family.pk, place.pk])
    client.post(url)
    asked_first = list(Family.objects.visible_to(teammate))

    client.post(url, {"confirmed": "1"})

    assert (asked_first, list(Family.objects.visible_to(teammate))) == ([family], [])


def test_a_family_is_never_left_without_its_main_worker_by_that_button(signed_in, supervisor, family):
    main = family.assignments.get(kind="primary")

    answer = signed_in(supervisor).post(
        reverse("families:assignment-end", args=[family.pk, main.pk]), {"confirmed": "1"}
    )

    assert (answer.status_code, Assignment.objects.count()) == (404, 1)


def test_every_assignment_is_written_down(family, supervisor, next_worker):
    actions.assign(family=family, worker=next_worker, kind="team", starts_on=TODAY(), by=supervisor)

    event = AuditEvent.objects.get(event="family_assigned")
    assert (event.family_id, event.facts["worker"], event.facts["kind"]) == (family.pk, next_worker.pk, "team")


# ---- a manager's reason ----


def test_a_manager_is_asked_why_and_then_let_in(signed_in, manager, family):
    client, page = signed_in(manager), reverse("families:priorities", args=[family.pk])
    asked = client.get(page)

    answer = client.post(asked.url, {"why": "The family asked for a copy."})

    assert (answer.url, client.get(page).status_code) == (page, 200)
    assert AccessEvent.objects.get(by=manager).reason == "The family asked for a copy."
    assert AuditEvent.objects.get(event="reason_given").facts == {}


def test_the_page_that_asks_names_nobody_and_records_no_look(signed_in, manager, family):
    page = signed_in(manager).get(reverse("families:reason", args=[family.pk])).content.decode()

    assert ([name for name in (family.name, "Elena", "Angel") if name in page], AccessEvent.objects.count()) == ([], 0)


@pytest.mark.parametrize("ahead", ["https://example.com/", "//example.com", "javascript:alert(1)", ""])
def test_a_reason_leads_nowhere_else(signed_in, manager, family, ahead):
    url = reverse("families:reason", args=[family.pk])

    answer = signed_in(manager).post(f"{url}?next={ahead}", {"why": "The family asked for a copy."})

    assert answer.url == family.get_absolute_url()


def test_a_reason_of_two_letters_is_none(signed_in, manager, family):
    page = signed_in(manager).post(reverse("families:reason", args=[family.pk]), {"why": "ok"}).content.decode()

    assert "Say it in a few words" in page


def test_a_stranger_is_not_asked_for_a_reason(signed_in, outsider, family):
    assert signed_in(outsider).get(reverse("families:reason", args=[family.pk])).status_code == 404


# ---- reviewers ----------------------------------------------------------------------------------------------------


@pytest.fixture
def walter(db):
    """A reviewer whose list is still empty."""
    return UserFactory(role="monitor", first_name="Walter", grant__ends_on="2099-01-01")


def put_on_the_list(client, family, walter, ends_on):
    said = {"reviewer": walter.pk, "ends_on": str(ends_on)}
    return client.post(reverse("families:reviewers", args=[family.pk]), said, follow=True)


def test_a_reviewer_reads_the_families_on_their_list(signed_in, supervisor, family, walter):
    before = list(Family.objects.visible_to(walter))

    put_on_the_list(signed_in(supervisor), family, walter, TODAY())

    assert (before, list(Family.objects.visible_to(walter))) == ([], [family])


def test_a_reviewer_taken_off_reads_nothing_more_and_the_log_keeps_both(signed_in, supervisor, family, walter):
    client = signed_in(supervisor)
    put_on_the_list(client, family, walter, TODAY())
    access = ReviewerAccess.objects.get()

    client.post(reverse("families:reviewers", args=[family.pk]), {"end": access.pk})

    events = AuditEvent.objects.filter(event__startswith="review_").order_by("pk").values_list("event", flat=True)
    assert list(Family.objects.visible_to(walter)) == []
    assert list(events) == ["review_allowed", "review_ended"]


def test_a_day_that_has_passed_puts_nobody_on_the_list(signed_in, supervisor, family, walter):
    page = put_on_the_list(signed_in(supervisor), family, walter, TODAY() - timedelta(days=1)).content.decode()

    assert ("This day has passed." in page, ReviewerAccess.objects.count()) == (True, 0)


def test_a_worker_lets_no_reviewer_in(signed_in, worker, outsider, family, walter):
    answers = [put_on_the_list(signed_in(person), family, walter, TODAY()).status_code for person in (worker, outsider)]

    assert (answers, ReviewerAccess.objects.count()) == ([403, 403], 0)
