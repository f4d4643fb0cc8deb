"""What somebody took on for a family in supervision goes with the family; what was signed stays as it was signed."""

import pytest
from django.urls import reverse

from agency.due import Clocks
from agency.models import Agency
from families.actions import assign
from supervision import due
from supervision.actions import decisions, sessions
from supervision.models import Decision
from tests.supervision.factories import DecisionFactory, SessionFactory
from tests.supervision.moving import A_WEEK, at, hand_over, today

pytestmark = pytest.mark.usefixtures("agency", "clocks")


@pytest.fixture
def taken_on(old, supervisor, family):
    """What two have signed: the worker does it, by next week."""
    session = SessionFactory(worker=old, supervisor=supervisor, held=True, planned_on=today() - A_WEEK)
    decision = DecisionFactory(session=session, family=family, owner=old, due_on=today() + A_WEEK)
    for person in (old, supervisor):
        sign(session, by=person)
    return decision


def sign(session, by):
    Agency.objects.update(signs_supervision=True)
    sessions.sign(session=session, by=by)


def waits(family, *people):
    return [[item.waits_for for item in due.items([family.pk], one, Clocks()) if item.kind == due.ACTION]
            for one in people]  # fmt: skip


def test_what_the_old_worker_took_on_goes_along_on_the_day_and_stays_as_it_was_signed(
    monkeypatch, supervisor, old, hoa, family, taken_on
):
    made = hand_over(supervisor, old, hoa, family)
    before = waits(family, old)

    passed = [decisions.pass_on(made.starts_on) for _again in range(2)]

    taken_on.refresh_from_db()
    assert (taken_on.session.is_signed, taken_on.owner, taken_on.doer, passed) == (True, old, hoa, [1, 0])
    at(monkeypatch, made.starts_on)
    assert (before, waits(family, hoa, supervisor)) == ([[""]], [[""], [""]])


def test_the_new_worker_reads_how_it_came_and_does_it(signed_in, supervisor, old, hoa, family, taken_on):
    hand_over(supervisor, old, hoa, family, starts_on=today())
    page = signed_in(hoa).get(taken_on.get_absolute_url()).content.decode()
    of_family = signed_in(hoa).get(family.get_absolute_url()).content.decode()
    signed_in(hoa).post(reverse("supervision:decision-done", args=[taken_on.pk]))

    taken_on.refresh_from_db()
    assert (f"{hoa} does it now" in page, "Hoa: it came with the family." in of_family) == (True, True)
    assert (taken_on.done_by, taken_on.owner) == (hoa, old)


def test_however_a_family_comes_to_a_worker_and_back(supervisor, old, hoa, family, taken_on):
    assign(family=family, worker=hoa, kind="primary", starts_on=today(), by=supervisor)
    decisions.pass_on(today())
    first = Decision.objects.get(pk=taken_on.pk).doer
    assign(family=family, worker=old, kind="primary", starts_on=today() + A_WEEK, by=supervisor)
    decisions.pass_on(today() + A_WEEK)

    back = Decision.objects.get(pk=taken_on.pk)
    assert (first, back.doer, back.passed_to) == (hoa, old, None)


def test_what_a_supervisor_took_on_stays_theirs(supervisor, old, hoa, family):
    held = SessionFactory(worker=old, supervisor=supervisor, held=True, planned_on=today() - A_WEEK)
    decision = DecisionFactory(session=held, family=family, owner=supervisor)
    hand_over(supervisor, old, hoa, family, starts_on=today())

    decision.refresh_from_db()
    assert decision.doer == supervisor
