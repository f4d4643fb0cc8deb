"""Words typed and not saved: kept on the server, given back, forgotten when saved, and only the typist's own."""

import pytest
from django.urls import reverse

from agency import drafts
from agency.models import Draft
from agency.panels import open_drafts
from tests.conftest import PASSWORD


@pytest.fixture
def typing(signed_in, worker):
    """A client of the worker that keeps `typed` for the form `key`."""
    client = signed_in(worker)

    def keep(key="note-3", **typed):
        return client.post(reverse("agency:draft-save"), {"_draft": key, "_path": "/profile", **typed})

    return keep


def test_what_is_typed_is_kept_under_the_forms_key(typing, worker):
    answer = typing(text="We met at the park", goal=["1", "2"])

    draft = Draft.objects.get()
    assert (answer.status_code, draft.user, draft.key, draft.path) == (200, worker, "note-3", "/profile")
    assert draft.typed == {"text": ["We met at the park"], "goal": ["1", "2"]}


def test_newer_words_replace_older_ones(typing):
    typing(text="We met")
    typing(text="We met at the park")

    assert [draft.typed for draft in Draft.objects.all()] == [{"text": ["We met at the park"]}]


@pytest.mark.parametrize(
    "secret", ["password", "password1", "oldpassword", "person-password", "code", "otp_code", "csrfmiddlewaretoken"]
)
def test_passwords_and_codes_are_never_kept(typing, secret):
    typing(text="We met", **{secret: "hidden"})

    assert "hidden" not in str(Draft.objects.get().typed)


@pytest.mark.parametrize("harmless", ["postal_code", "dress_code_note"])
def test_an_address_is_not_taken_for_a_code(typing, harmless):
    typing(**{harmless: "98711"})

    assert Draft.objects.get().typed == {harmless: ["98711"]}


def test_more_than_any_form_of_ours_is_refused_with_a_sentence(typing):
    answer = typing(text="a" * (drafts.LARGEST + 1))

    assert (answer.status_code, Draft.objects.count()) == (413, 0)
    assert "Save the form" in answer.json()["error"]


def test_a_form_that_does_not_say_what_it_is_is_refused(signed_in, worker):
    answer = signed_in(worker).post(reverse("agency:draft-save"), {"text": "We met"})

    assert (answer.status_code, Draft.objects.count()) == (400, 0)


def test_nobody_can_fill_the_table(typing, worker, monkeypatch):
    monkeypatch.setattr(drafts, "MOST_FORMS", 1)
    typing(key="one", text="kept")

    assert (typing(key="two", text="refused").status_code, typing(key="one", text="newer").status_code) == (413, 200)


def test_a_colleague_has_a_draft_of_their_own(typing, rf, outsider, worker):
    typing(text="We met")
    request = rf.get("/elsewhere")

    found = {}
    for person in (worker, outsider):
        request.user = person
        found[person] = drafts.restore(request, "note-3")

    assert found == {worker: {"text": "We met"}, outsider: {}}


def test_saving_the_form_forgets_the_draft(typing, rf, worker):
    typing(text="We met")
    request = rf.post("/elsewhere")
    request.user = worker

    drafts.forget(request, "note-3")

    assert Draft.objects.count() == 0


def test_the_list_of_open_drafts_leads_back_to_the_form(typing, worker):
    typing(_label="A note", text="We met")

    row = open_drafts(worker)[0]
    assert (row["label"], row["url"], row["family_id"]) == ("A note", "/profile", None)


def test_a_draft_of_a_familys_page_says_which_family(typing, worker):
    typing(_path="/families/17/notes/add", text="We met")

    assert open_drafts(worker)[0]["family_id"] == 17


def test_a_draft_does_not_lead_away_from_the_site(typing, worker):
    typing(_path="//elsewhere.example/", text="We met")

    assert open_drafts(worker) == []


def test_a_draft_can_be_thrown_away_by_its_owner_only(typing, client, outsider, worker):
    typing(text="We met")
    address = reverse("agency:draft-throw-away", args=[Draft.objects.get().pk])

    client.force_login(outsider)
    strangers = client.post(address).status_code
    client.force_login(worker)
    own = client.post(address).status_code

    assert (strangers, own, Draft.objects.count()) == (404, 302, 0)


def sign_in(client, person):
    return client.post(reverse("account_login"), {"login": person.username, "password": PASSWORD})


def time_out(client):
    """The session runs out; the browser keeps its other cookies."""
    client.session.flush()


def test_words_sent_after_the_session_ended_wait_behind_the_log_in(client, worker):
    sign_in(client, worker)
    client.get(reverse("agency:profile"))
    time_out(client)

    answer = client.post(reverse("agency:profile"), {"title": "Family advocate", "password": "hidden"})
    sign_in(client, worker)
    client.get(reverse("agency:profile"))

    assert answer.url == f"{reverse('account_login')}?next=%2Fprofile"
    draft = Draft.objects.get()
    assert (draft.user, draft.key, draft.typed) == (worker, "/profile", {"title": ["Family advocate"]})


def test_they_come_back_in_the_form_whatever_key_it_has(rf, client, worker):
    sign_in(client, worker)
    client.get(reverse("agency:profile"))
    time_out(client)
    client.post(reverse("agency:profile"), {"title": "Family advocate"})
    sign_in(client, worker)
    client.get(reverse("agency:profile"))

    request = rf.get("/profile")
    request.user = worker

    assert drafts.restore(request, "profile-of-mine") == {"title": "Family advocate"}


def test_the_form_of_a_note_holds_the_words_after_the_log_in(client, worker, family):
    address = reverse("goals:note-add", args=[family.pk])
    sign_in(client, worker)
    client.get(address)
    time_out(client)

    answer = client.post(address, {"text": "She read the caterpillar page aloud", "happened_on": "2026-11-02"})
    sign_in(client, worker)
    page = client.get(answer.url.partition("next=")[2].replace("%2F", "/"))

    assert "She read the caterpillar page aloud" in page.content.decode()


def test_they_do_not_wait_for_the_next_person_at_the_same_computer(client, worker, outsider):
    sign_in(client, worker)
    client.get(reverse("agency:profile"))
    time_out(client)
    client.post(reverse("agency:profile"), {"title": "About a family"})

    sign_in(client, outsider)
    client.get(reverse("agency:profile"))

    assert Draft.objects.count() == 0


def test_a_stranger_cannot_fill_the_sessions_with_words(client, agency):
    client.post(reverse("agency:profile"), {"title": "a" * (drafts.LARGEST + 1)})

    assert "typed_before_login" not in client.session


def test_an_autosave_after_the_session_ended_says_so_and_keeps_the_words(client, worker):
    sign_in(client, worker)
    client.get(reverse("agency:profile"))
    time_out(client)

    typed = {"_draft": "note-3", "_path": "/profile", "text": "We met"}
    answer = client.post(reverse("agency:draft-save"), typed, headers={"X-Draft": "note-3"})
    sign_in(client, worker)
    client.get(reverse("agency:profile"))

    assert (answer.status_code, answer.headers["HX-Redirect"]) == (401, "/accounts/login/?next=%2Fprofile")
    assert [(draft.key, draft.path, draft.typed) for draft in Draft.objects.all()] == [
        ("note-3", "/profile", {"text": ["We met"]})
    ]


def test_drafts_nobody_came_back_to_are_forgotten_after_sixty_days(typing):
    from datetime import timedelta

    from django.utils import timezone

    from agency.tasks import forget_old_drafts

    typing(key="old", text="old")
    typing(key="new", text="new")
    Draft.objects.filter(key="old").update(saved_at=timezone.now() - timedelta(days=61))

    forget_old_drafts()

    assert [draft.key for draft in Draft.objects.all()] == ["new"]
