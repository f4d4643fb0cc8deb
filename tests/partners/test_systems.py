"""A program in its State's quality rating and data systems."""

import pytest
from django.urls import reverse

from agency.models import Program
from tests.agency.factories import ProgramFactory
from tests.partners.factories_working import SystemFactory, days

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("kind", "status"), [(Program.Kind.AIAN, 302), (Program.Kind.HEAD_START, 200)])
def test_only_a_tribal_program_may_choose_not_to_take_part(signed_in, manager, kind, status):
    program = ProgramFactory(kind=kind)
    said = {"program": program.pk, "system": "qris", "answer": "choice", "since_on": days(-5)}

    answer = signed_in(manager).post(reverse("partners:system-add"), said)

    assert (answer.status_code, program.systems.count()) == (status, 1 if status == 302 else 0)


def test_a_program_has_one_answer_a_system_at_a_time_and_says_why_not(signed_in, manager):
    row = SystemFactory()
    person, url = signed_in(manager), reverse("partners:system-add")
    said = {"program": row.program_id, "system": "qris", "answer": "no", "since_on": days(0)}

    twice = person.post(url, said | {"why": "Too far"}).content.decode()
    silent = person.post(url, said | {"system": "state_data"}).content.decode()

    assert "This program has an answer for this system already." in twice
    assert "Say why it is not practicable" in silent


def test_the_page_shows_how_it_stands_and_how_it_stood(signed_in, supervisor, worker):
    program = ProgramFactory(name="Cedar program")
    SystemFactory(program=program, level="two stars", since_on=days(-400), until_on=days(-100))
    SystemFactory(program=program, level="three stars", since_on=days(-99))

    page = signed_in(supervisor).get(reverse("partners:systems")).content.decode()

    assert page.index("three stars") < page.index("two stars")
    assert signed_in(worker).get(reverse("partners:systems")).status_code == 403
