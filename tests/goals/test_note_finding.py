"""Notes found again: the list of a family, the search over all of them, each without what one may not read."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.goals.factories import GoalFactory, NoteFactory, TouchFactory
from tests.goals.noting import TODAY, address


# ---- the list -----------------------------------------------------------------------------------------------------
def test_the_list_is_newest_first_and_leaves_out_what_one_may_not_read(family, worker, teammate, signed_in):
    old = NoteFactory(family=family, happened_on=TODAY() - timedelta(days=9))
    team = NoteFactory(family=family, visibility="team")
    locked = NoteFactory(family=family, visibility="restricted", happened_on=TODAY() - timedelta(days=2))
    NoteFactory()

    seen = {
        person: signed_in(person).get(address("notes", family)).context["page"].object_list
        for person in (worker, teammate)
    }

    assert [note.pk for note in seen[worker]] == [team.pk, locked.pk, old.pk]
    assert [note.pk for note in seen[teammate]] == [team.pk]


def test_a_restricted_note_stays_closed_in_the_list(family, worker, signed_in):
    NoteFactory(family=family, visibility="restricted", text="He hit her", next_step="Shelter at five")

    page = signed_in(worker).get(address("notes", family)).content.decode()

    assert "Restricted note" in page
    assert "He hit her" not in page
    assert "Shelter at five" not in page


def test_a_search_finds_words_in_what_one_may_read_and_never_in_restricted_notes(family, worker, signed_in):
    found = NoteFactory(family=family, text="The Laptop came")
    NoteFactory(family=family, text="Nothing")
    NoteFactory(family=family, text="laptop", visibility="restricted")

    page = signed_in(worker).get(address("notes", family), {"q": "laptop"})

    assert [note.pk for note in page.context["page"].object_list] == [found.pk]


def test_the_list_has_pages(family, worker, signed_in):
    NoteFactory.create_batch(26, family=family)

    page = signed_in(worker).get(address("notes", family), {"page": 2}).context["page"]

    assert (page.number, page.paginator.num_pages, len(page.object_list)) == (2, 2, 1)


def test_the_list_asks_the_same_number_of_questions(family, worker, questions):
    def add_a_note():
        note = TouchFactory(note=NoteFactory(family=family)).note
        note.present.set(family.adults())
        return questions(worker, address("notes", family))

    counts = [add_a_note() for _n in range(3)]

    assert counts[0] == counts[2] <= 25


@pytest.mark.parametrize("page", ["note-add", "note-edit"])
def test_the_form_asks_the_same_number_of_questions_however_many_goals(page, family, worker, questions):
    note = NoteFactory(family=family, written_by=worker)

    def add_a_goal():
        TouchFactory(note=note, goal=GoalFactory(family=family))
        return questions(worker, address(page, family if page == "note-add" else note))

    counts = [add_a_goal() for _n in range(3)]

    assert counts[0] == counts[2] <= 25


# ---- found again --------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("q", ["lucia", "LUCÍA crib", "luzia"])
def test_a_note_is_found_whatever_the_accents_and_small_slips(q, family, worker, signed_in):
    found = NoteFactory(family=family, text="Lucía asked about the crib")
    NoteFactory(family=family, text="Nothing")

    page = signed_in(worker).post(address("notes", family), {"q": q}, follow=True)

    assert [note.pk for note in page.context["page"].object_list] == [found.pk]
    assert (page.context["is_near"], q in page.redirect_chain[0][0]) == (q == "luzia", False)


def test_the_notes_of_all_ones_families_are_searched_and_nobody_elses(
    family, worker, outsider, supervisor, teammate, signed_in
):
    team = NoteFactory(family=family, text="The crib came", visibility="team")
    general = NoteFactory(family=family, text="A crib is needed", happened_on=TODAY() - timedelta(days=2))
    NoteFactory(family=family, text="crib", visibility="restricted")
    NoteFactory(family=family, text="crib", happened_on=TODAY() - timedelta(days=500))
    NoteFactory(text="crib")

    found = {}
    for person in (worker, supervisor, teammate, outsider):
        page = signed_in(person).post(reverse("goals:notes-find"), {"q": "crib"}, follow=True).context["page"]
        found[person] = list(page.object_list)

    assert found == {worker: [team, general], supervisor: [team, general], teammate: [team], outsider: []}


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ({"contact": "phone"}, [0]),
        ({"readers": "team"}, [1]),
        ({"since": str(TODAY() - timedelta(days=1))}, [0]),
        ({"until": str(TODAY() - timedelta(days=1))}, [1]),
        ({"since": "never", "contact": "dove"}, [0, 1]),
    ],
)
def test_a_list_of_notes_is_narrowed(said, kept, family, worker, signed_in):
    earlier = {"happened_on": TODAY() - timedelta(days=5), "contact": "video", "visibility": "team"}
    notes = [NoteFactory(family=family), NoteFactory(family=family, **earlier)]

    page = signed_in(worker).get(address("notes", family), said).context["page"]

    assert list(page.object_list) == [notes[number] for number in kept]


def test_finding_asks_the_same_number_of_questions(family, worker, questions):
    def add_a_note():
        TouchFactory(note=NoteFactory(family=family, text="crib"), goal=GoalFactory(family=family))
        return questions(worker, reverse("goals:notes-find") + "?q=crib")

    counts = [add_a_note() for _number in range(3)]

    assert counts[0] == counts[2] <= 25
