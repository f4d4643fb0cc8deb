"""A form that is sent twice counts once; other words, or a form that came back, count on their own."""

import pytest
from django.urls import reverse
from django.utils import timezone

from goals.models import ProgressNote


@pytest.fixture
def write(signed_in, worker, family):
    """Sends the worker's note form with the mark its page carries."""
    client = signed_in(worker)
    address = reverse("goals:note-add", args=[family.pk])

    def send(mark="the first page", **more):
        typed = {"contact": "phone", "text": "We talked", "visibility": "general", "happened_on": timezone.localdate()}
        return client.post(address, typed | more | {"_once": mark})

    return send


def texts():
    return list(ProgressNote.objects.order_by("pk").values_list("text", flat=True))


def test_a_form_sent_twice_counts_once_and_leads_to_the_same_page(write):
    first, again = write(), write()

    assert (again.status_code, again["Location"], texts()) == (302, first["Location"], ["We talked"])


def test_the_same_words_on_a_new_page_are_a_second_note(write):
    write()
    write(mark="another page")

    assert texts() == ["We talked", "We talked"]


def test_other_words_from_the_same_page_are_not_lost(write):
    write()
    write(text="And they called back")

    assert texts() == ["We talked", "And they called back"]


def test_a_form_that_came_back_with_an_error_may_be_sent_again(write):
    assert [write(text="").status_code, write(text="").status_code] == [200, 200]


def test_a_form_whose_saving_failed_may_be_sent_again(write, monkeypatch):
    def fails(**_):
        raise RuntimeError

    with monkeypatch.context() as broken:
        broken.setattr("goals.views.note.actions.write", fails)
        with pytest.raises(RuntimeError):
            write()
    write()

    assert texts() == ["We talked"]


def test_every_copy_of_the_page_carries_its_own_mark(signed_in, worker, family):
    client = signed_in(worker)
    address = reverse("goals:note-add", args=[family.pk])
    marks = [client.get(address).content.decode().partition('name="_once" value="')[2][:16] for _ in range(2)]

    assert marks[0] != marks[1]
