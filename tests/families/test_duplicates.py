"""Is this family known already, and what may be said about it."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from families import duplicates
from families.duplicates import Asked, Person, find, told
from tests.agency.factories import UserFactory
from tests.families.factories import ContactPointFactory, FamilyFactory, MemberFactory


@pytest.fixture
def hernandez(db):
    """A family at another center, with a telephone and a child."""
    family = FamilyFactory(name="Hernández")
    mother = MemberFactory(family=family, first_name="Lucía", last_name="Hernández")
    ContactPointFactory(member=mother, digits="5305550142")
    MemberFactory(family=family, first_name="Mateo", role="child", born_on=date(2023, 3, 4))
    return family


@pytest.mark.parametrize(
    "asked",
    [
        Asked("Hernandez", (Person("Lucia"),)),
        Asked("Hernandes", (Person("Lucía", "Hernández"),)),
        Asked("Delgado", (Person("Renata"),), ("5305550142",)),
        Asked("Delgado", (Person("Mateo", born_on=date(2023, 3, 4)),)),
        Asked("Hernandes", (Person("Matteo", born_on=date(2023, 3, 4)),)),
        Asked("hernandez"),
    ],
    ids=["no accents", "a typo", "the same telephone", "name and birth date", "typo and birth date", "only the family"],
)
def test_it_finds_the_family(hernandez, asked):
    assert find(asked) == [hernandez.pk]


@pytest.mark.parametrize(
    "asked",
    [
        Asked("Hernandez", (Person("Joaquín"),)),
        Asked("Moua", (Person("Pa"),), ("5305550143",)),
        Asked("Hernandez", (Person("Mateo", born_on=date(2021, 3, 4)),)),
        Asked(""),
    ],
    ids=["another first name", "nothing in common", "another birth date", "nothing typed"],
)
def test_it_does_not_cry_wolf(hernandez, asked):
    assert find(asked) == []


def test_the_family_itself_is_left_out(hernandez):
    assert find(Asked("Hernandez", (Person("Lucia"),)), leave_out={hernandez.pk}) == []


def test_whoever_may_open_the_family_sees_it(hernandez, manager):
    known = told([hernandez.pk], manager)

    assert (known.families, known.ask, known.hidden) == ([hernandez], [], False)


def test_whoever_may_not_learns_only_whom_to_ask(hernandez, worker):
    denise = UserFactory(role="supervisor", center=hernandez.center)

    known = told([hernandez.pk], worker)

    assert (known.families, known.ask, known.hidden) == ([], [denise], True)


def test_without_a_supervisor_a_manager_is_asked(hernandez, worker, manager):
    assert told([hernandez.pk], worker).ask == [manager]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.text(max_size=40), first=st.text(max_size=40), last=st.text(max_size=40))
def test_no_text_breaks_the_search(hernandez, name, first, last):
    assert set(find(Asked(name, (Person(first, last, date(2020, 1, 1)),)))) <= {hernandez.pk}


def test_control_signs_and_halves_of_characters_are_no_part_of_a_name():
    assert duplicates.plain_words(" Lu\x00ci\ud800a \n de  Dios ") == "Lucia de Dios"
