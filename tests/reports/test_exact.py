"""Every number of the monthly report, and every list, against a slow count in plain Python over the same rows."""

from random import Random

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agency.models import CaseloadException, CaseloadLimit, Program
from reports import kinds
from reports.periods import Month
from reports.scope import Scope
from tests.agency.factories import AgencyFactory, RoleGrantFactory
from tests.reports import slow_monthly
from tests.reports.small_agency import SmallAgency

OCTOBER = Month(2026, 10)
AGAIN = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def assert_same(counted, slow):
    assert counted.families == slow.families
    assert counted.numbers == slow.numbers
    assert counted.content["contacts"] == slow.content["contacts"]
    for row in counted.content["outcomes"]:
        levels = slow.averages.get(row["outcome"], (None, None))
        assert (row["first"], row["latest"]) == pytest.approx(levels, abs=0.0501)


def decide_limits(made):
    """For the agency and one program from some day on, and for one worker between some days."""
    boss, day = made.workers[0], made.some_day()
    CaseloadLimit.objects.create(most=1, effective_on=made.some_day(), set_by=boss)
    CaseloadLimit.objects.create(most=3, effective_on=made.some_day(), set_by=boss, program=made.programs[0])
    for worker in made.workers:
        RoleGrantFactory(user=worker, center=made.random.choice(made.centers), starts_on=made.some_day())
    CaseloadException.objects.create(
        worker=boss, most=2, why="A colleague is ill.", starts_on=day, ends_on=made.day(day), allowed_by=boss
    )


@AGAIN
@given(seed=st.integers(0, 2**32))
def test_every_figure_is_what_a_slow_count_finds(db, seed):
    with transaction.atomic():
        AgencyFactory(caseload_limit=2)
        made = SmallAgency(Random(seed))
        decide_limits(made)
        kind, everything = kinds.named("monthly"), list(Program.objects.values_list("pk", flat=True))
        center = made.centers[0]

        assert_same(kind.count(Scope(OCTOBER)), slow_monthly.of(None, OCTOBER))
        assert_same(kind.count(Scope(OCTOBER, made.programs[1])), slow_monthly.of(made.programs[1], OCTOBER))
        assert_same(
            kind.count(Scope(OCTOBER, centers=(center.pk,))),
            slow_monthly.Slow([center.program_id], OCTOBER.first, OCTOBER.last, lambda p: p.center_id == center.pk),
        )
        assert len(everything) == 2
        transaction.set_rollback(True)
