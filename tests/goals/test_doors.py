"""Every page of the room, asked by who may, who may look, who sees only what is shared, and who may not know."""

import pytest
from django.urls import reverse

from agency.models import AccessEvent
from tests.goals.factories import (
    AgreementFactory,
    CelebrationFactory,
    GoalFactory,
    NoteFactory,
    ReviewFactory,
    SignatureFactory,
    StepFactory,
    SupportFactory,
    VersionFactory,
)

# name, arguments (names of the rows below), the answer for: worker, reviewer, teammate, outsider
PAGES = [
    ("agreement", ["family"], 200, 200, 200, 404),
    ("agreement-offer", ["family"], 302, 403, 403, 404),
    ("agreement-answer", ["family", "revise"], 200, 403, 403, 404),
    ("agreement-read", ["family"], 200, 200, 403, 404),
    ("agreement-sign", ["family"], 200, 403, 403, 404),
    ("agreement-version", ["family", 1], 200, 200, 403, 404),
    ("agreement-changes", ["family", 2], 200, 200, 403, 404),
    ("copy", ["family"], 200, 200, 403, 404),
    ("agreement-pdf", ["family"], 200, 200, 403, 404),
    ("agreement-together", ["family"], 302, 403, 403, 404),
    ("scan-add", ["family", 1], 200, 403, 403, 404),
    ("copy-given", ["family"], 200, 403, 403, 404),
    ("goal-add", ["family"], 200, 403, 403, 404),
    ("goal", ["goal"], 200, 200, 404, 404),
    ("goal", ["shared_goal"], 200, 200, 200, 404),
    *[("goal-part", ["goal", number], 200, 403, 403, 404) for number in range(1, 8)],
    ("goal-move", ["goal", "hold"], 200, 403, 403, 404),
    ("step-edit", ["step"], 200, 403, 403, 404),
    ("support-edit", ["support"], 200, 403, 403, 404),
    ("notes", ["family"], 200, 200, 200, 404),
    ("note-add", ["family"], 200, 403, 200, 404),
    ("note", ["note"], 200, 200, 404, 404),
    ("note", ["team_note"], 200, 404, 200, 404),
    ("note-restricted", ["restricted_note"], 200, 404, 404, 404),
    ("note-edit", ["note"], 200, 403, 404, 404),
    ("review-add", ["family"], 200, 403, 403, 404),
    ("review", ["review"], 200, 200, 403, 404),
    ("celebrate", ["family"], 200, 403, 403, 404),
    ("celebration-mark", ["celebration"], 200, 403, 403, 404),
]


@pytest.fixture
def rows(family, worker):
    agreement = AgreementFactory(family=family, state="signed")
    SignatureFactory(agreement_version=VersionFactory(agreement=agreement), member=family.adults()[0])
    VersionFactory(agreement=agreement, number=2, reason="A new wish")
    goal = GoalFactory(family=family, agreement=agreement)
    return {
        "family": family,
        "goal": goal,
        "shared_goal": GoalFactory(family=family, is_shared_with_team=True),
        "step": StepFactory(goal=goal),
        "support": SupportFactory(goal=goal),
        "note": NoteFactory(family=family, written_by=worker),
        "team_note": NoteFactory(family=family, visibility="team"),
        "restricted_note": NoteFactory(family=family, visibility="restricted"),
        "review": ReviewFactory(family=family),
        "celebration": CelebrationFactory(family=family),
    }


def address(name, arguments, rows):
    return reverse(f"goals:{name}", args=[rows[word].pk if word in rows else word for word in arguments])


@pytest.mark.parametrize(("name", "arguments", "worker_sees"), [(page[0], page[1], page[2]) for page in PAGES])
def test_the_worker_of_the_family_opens_every_page(name, arguments, worker_sees, rows, worker, signed_in):
    response = signed_in(worker).get(address(name, arguments, rows))

    assert response.status_code == worker_sees


@pytest.mark.parametrize(("name", "arguments", "sees"), [(page[0], page[1], page[3]) for page in PAGES])
def test_a_reviewer_looks_and_changes_nothing(name, arguments, sees, rows, reviewer, signed_in):
    response = signed_in(reviewer).get(address(name, arguments, rows))

    assert response.status_code == sees


@pytest.mark.parametrize(("name", "arguments", "sees"), [(page[0], page[1], page[4]) for page in PAGES])
def test_a_teammate_opens_what_is_shared_with_the_team(name, arguments, sees, rows, teammate, signed_in):
    response = signed_in(teammate).get(address(name, arguments, rows))

    assert response.status_code == sees


@pytest.mark.parametrize(("name", "arguments", "sees"), [(page[0], page[1], page[5]) for page in PAGES])
def test_an_outsider_cannot_tell_that_the_page_exists(name, arguments, sees, rows, outsider, signed_in):
    response = signed_in(outsider).get(address(name, arguments, rows))

    assert response.status_code == sees


@pytest.mark.parametrize(("name", "arguments"), [(page[0], page[1]) for page in PAGES if page[2] == 200])
def test_each_page_leaves_a_line_in_the_log_of_looks(name, arguments, rows, worker, signed_in):
    signed_in(worker).get(address(name, arguments, rows))

    assert [(event.page, event.family_ids) for event in AccessEvent.objects.all()] == [
        (f"goals:{name}", [rows["family"].pk])
    ]


WRITES = [
    ("goal-again", ["goal"]),
    ("step-done", ["step"]),
    ("step-remove", ["step"]),
    ("support-remove", ["support"]),
    ("note-next-done", ["note"]),
]


@pytest.mark.parametrize(("name", "arguments"), WRITES)
def test_an_outsider_changes_nothing(name, arguments, rows, outsider, signed_in):
    response = signed_in(outsider).post(address(name, arguments, rows))

    assert response.status_code == 404


@pytest.mark.parametrize(("name", "arguments"), WRITES)
def test_a_reviewer_changes_nothing(name, arguments, rows, reviewer, signed_in):
    response = signed_in(reviewer).post(address(name, arguments, rows))

    assert response.status_code == 403


@pytest.mark.parametrize(("name", "arguments"), WRITES)
def test_what_changes_something_is_not_a_link(name, arguments, rows, worker, signed_in):
    response = signed_in(worker).get(address(name, arguments, rows))

    assert response.status_code == 405
