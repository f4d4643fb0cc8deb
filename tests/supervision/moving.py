"""Families that get another worker: who waits, who serves, and the two presses of a board."""

from datetime import timedelta

from django.utils import timezone

from families.models import Assignment
from supervision.actions import assigning
from supervision.models import HandOver
from tests.families.factories import AssignmentFactory, EnrollmentFactory, FamilyFactory, MemberFactory

A_WEEK = timedelta(days=7)


def today():
    return timezone.localdate()


def placed(center, name="Waiting", **more):
    """A family with a place and nobody who serves it."""
    family = FamilyFactory(center=center, name=name, **more)
    child = MemberFactory(family=family, role="child", relationship="child")
    EnrollmentFactory(family=family, member=child, center=center, program=center.program)
    return family


def served(worker, number):
    return [AssignmentFactory(worker=worker, family=placed(worker.role_grants.get().center, f"F{n}")).family for n in
            range(number)]  # fmt: skip


def press(client, url, **said):
    """Choose, see the effect, and press the button that stands there."""
    seen = client.post(url, said)
    return seen, client.post(url, said | {"seen": seen.context["seen"]})


def who_serves(family, on=None):
    return Assignment.objects.in_force(on).get(family=family, kind="primary").worker


def at(monkeypatch, day):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *args: day)


def hand_over(by, worker, to, *families, starts_on=None, **more):
    new = HandOver(worker=worker, starts_on=starts_on or today() + A_WEEK)
    return assigning.hand_over(hand_over=new, moves=dict.fromkeys(families, to), notes=more, by=by)
