"""One writing for several families, and texts that begin a note."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from goals.models import NoteTemplate, ProgressNote, SharedWriting
from tests.families.factories import AssignmentFactory, FamilyFactory
from tests.goals.factories import NoteFactory, TextFactory, WritingFactory
from tests.goals.noting import address, note_posted


# ---- to several families ------------------------------------------------------------------------------------------
@pytest.fixture
def families(family, worker):
    other = FamilyFactory(center=family.center)
    AssignmentFactory(family=other, worker=worker)
    return [family, other]


def test_one_writing_becomes_a_note_of_each_family(families, worker, signed_in):
    stranger = FamilyFactory()
    client = signed_in(worker)
    posted = note_posted(contact="center", families=[one.pk for one in families])

    refused = client.post(reverse("goals:note-many"), posted | {"families": [stranger.pk]})
    client.post(reverse("goals:note-many"), posted)

    writing = SharedWriting.objects.get()
    rows = ProgressNote.objects.order_by("family").values_list("family", "writing", "text", "written_by")
    assert list(refused.context["form"].errors) == ["families"]
    assert list(rows) == [(one.pk, writing.pk, "We talked", worker.pk) for one in families]


def test_one_writing_is_taken_back_but_for_what_was_changed_since(families, worker, outsider, signed_in):
    writing = WritingFactory(written_by=worker, families=2)
    notes = [NoteFactory(family=one, writing=writing, written_by=worker) for one in families]
    ProgressNote.objects.filter(pk=notes[0].pk).update(text="Corrected")

    stranger = signed_in(outsider).post(address("note-writing", writing)).status_code
    signed_in(worker).post(address("note-writing", writing))

    assert stranger == 404
    assert list(ProgressNote.objects.all()) == [notes[0]]
    assert SharedWriting.objects.get().undone_at is not None


def test_after_a_quarter_of_an_hour_nothing_is_taken_back(families, worker, signed_in):
    writing = WritingFactory(written_by=worker, written_at=timezone.now() - timedelta(minutes=16))
    NoteFactory(family=families[0], writing=writing)

    page = signed_in(worker).post(address("note-writing", writing), follow=True)

    sentence = "This can be taken back for fifteen minutes. Now each note is corrected by itself."
    assert [str(message) for message in page.context["messages"]] == [sentence]
    assert ProgressNote.objects.count() == 1


# ---- texts --------------------------------------------------------------------------------------------------------
def test_a_text_begins_a_note_in_the_language_of_the_screen(family, worker, outsider, signed_in):
    both = TextFactory(name="Visit", text="We met at home.", text_es="Nos vimos en casa.", contact="home_visit")
    TextFactory(owner=outsider)
    client = signed_in(worker)

    page = client.get(address("note-add", family), {"text": both.pk}).context
    worker.language = "es"
    worker.save()
    spanish = client.get(address("note-add", family), {"text": both.pk}).context["form"]["text"].value()

    assert (page["form"]["text"].value(), page["form"]["contact"].value()) == ("We met at home.", "home_visit")
    assert (spanish, list(page["texts"])) == ("Nos vimos en casa.", [both])


@pytest.mark.parametrize(
    ("who", "whose", "status"),
    [
        ("worker", "own", 302),
        ("worker", "agency", 403),
        ("manager", "agency", 302),
        ("manager", "own", 403),
        ("worker", "mine", 404),
    ],
)
def test_ones_own_texts_and_the_agencys_are_written_by_whom_they_belong_to(who, whose, status, request, signed_in):
    person = request.getfixturevalue(who)
    posted = {"name": "Visit", "shortcut": "Visit", "text": "We met."}

    answer = signed_in(person).post(reverse("goals:text-add", args=[whose]), posted)

    assert answer.status_code == status
    kept = [("visit", person.pk if whose == "own" else None)] if status == 302 else []
    assert list(NoteTemplate.objects.values_list("shortcut", "owner")) == kept


def test_a_short_word_stands_for_one_text(worker, signed_in):
    TextFactory(owner=worker, shortcut="visit")
    posted = {"name": "Visit", "shortcut": "visit", "text": "We met."}

    answer = signed_in(worker).post(reverse("goals:text-add", args=["own"]), posted)

    assert answer.context["form"].errors == {"shortcut": ["There is a text with this short word already."]}
