"""Which groups, districts, agencies and programs have an agreement in force on a day."""

import pytest
from django.urls import reverse

from partners.coverage import coverage
from tests.agency.factories import ProgramFactory
from tests.partners.factories import PartnerFactory
from tests.partners.factories_working import ExceptionFactory, MouFactory, PartnershipFactory, days

pytestmark = pytest.mark.django_db


def test_the_eight_groups_are_asked_on_any_day():
    MouFactory(partner=PartnerFactory(group="i"), signed=True, effective_on=days(-50), ends_on=days(-10))

    then, now = coverage(days(-20)), coverage(days(0))

    assert [row.is_covered for row in then.groups] == [True] + [False] * 7
    assert [row.is_covered for row in now.groups] == [False] * 8
    assert now.groups[0].partners == 1


def test_a_district_needs_the_agreement_of_its_kind():
    district = PartnershipFactory(public_roles=["lea"]).partner
    MouFactory(partner=district, kind="lea_transition", signed=True)

    report = coverage(days(0))

    found = {str(kind): [row.is_covered for row in rows] for _role, kind, rows in report.roles}
    assert found["school district: children with disabilities"] == [False]
    assert found["school district: the way into kindergarten"] == [True]
    assert found["early intervention (Part C)"] == []


def test_each_program_has_a_preschool_agreement_or_an_exception():
    bound, free, excused = (ProgramFactory(name=name) for name in ("A bound", "B free", "C excused"))
    ProgramFactory(name="D babies", kind="ehs")
    MouFactory(kind="preschool", signed=True).programs.add(bound)
    ExceptionFactory(program=excused, since_on=days(-5))

    rows = coverage(days(0)).programs

    assert [(row.label, bool(row.mous), bool(row.exception)) for row in rows] == [
        ("A bound", True, False), ("B free", False, False), ("C excused", False, True),
    ]  # fmt: skip
    assert free.name == "B free"


def test_the_report_asks_the_same_however_many_agreements_there_are(django_assert_max_num_queries):
    MouFactory(signed=True)
    with django_assert_max_num_queries(20) as one:
        coverage(days(0))
    for _n in range(2):
        MouFactory(signed=True)
        PartnershipFactory(public_roles=["part_c"])

    with django_assert_max_num_queries(len(one)):
        coverage(days(0))


def test_the_page_opens_on_the_day_asked_for_and_a_silly_day_is_today(signed_in, manager):
    person, url = signed_in(manager), reverse("partners:coverage")

    past = person.get(url, {"on": "2025-03-04"}).context["report"].on
    silly = person.get(url, {"on": "yesterday"}).context["report"].on

    assert (str(past), silly) == ("2025-03-04", days(0))


def test_an_exception_is_written_with_who_was_told(signed_in, manager):
    program = ProgramFactory()
    said = {"program": program.pk, "why": "none_here", "since_on": days(-9), "hhs_told_on": days(-2)}

    answer = signed_in(manager).post(reverse("partners:exception-add"), said)

    assert answer.url == reverse("partners:coverage")
    assert str(program.preschool_exceptions.get().hhs_told_on) == str(days(-2))
