"""Every number of every standing report, and every list, against a slow count in plain Python over the same rows."""

from datetime import date
from random import Random

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reports import kinds
from reports.periods import Days
from reports.scope import Scope
from tests.agency.factories import AgencyFactory
from tests.reports.slow_standing import REPORTS, told
from tests.reports.standing_agency import StandingAgency

DAYS = Days(date(2026, 9, 15), date(2026, 10, 31))
AGAIN = settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def assert_same(counted, told):
    families, numbers = told
    assert {figure: ids for figure, ids in counted.families.items() if ids} == families
    found = {figure: number for figure, number in counted.numbers.items() if number or figure in numbers}
    assert found == pytest.approx(numbers, abs=0.0501)


def slow(name, program=None, may=lambda place: True, **more):
    """What the report must say; agreements bind programs, not places."""
    more |= {"programs": program and {program.pk}} if name == "partners" else {}
    return told(name, DAYS, may, **more)


def narrowed(name):
    return {"narrows_nothing": False} if name == "caseload" else {}


@AGAIN
@given(seed=st.integers(0, 2**32))
def test_every_figure_is_what_a_slow_count_finds(db, seed):
    with transaction.atomic():
        AgencyFactory(caseload_limit=2)
        made = StandingAgency(Random(seed))
        program, center = made.programs[1], made.centers[0]
        for name in REPORTS:
            count = kinds.named(name).count

            counted = count(Scope(DAYS))
            assert_same(counted, slow(name))
            for figure in sorted(counted.families)[:: len(counted.families) // 4 + 1]:
                assert kinds.named(name).families(Scope(DAYS), figure) == counted.families[figure]
            assert_same(
                count(Scope(DAYS, program, filters={"option": "center"})),
                slow(name, program, lambda p: p.program_id == program.pk and p.option == "center", **narrowed(name)),
            )
            assert_same(
                count(Scope(DAYS, centers=(center.pk,))), slow(name, center.program, lambda p: p.center_id == center.pk)
            )
        transaction.set_rollback(True)
