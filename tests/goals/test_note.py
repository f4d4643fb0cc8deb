"""Notes: half a minute to write, corrected in the open, read by who may, restricted ones opened knowingly."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from agency import drafts
from agency.access import Role
from agency.models import AccessEvent, AuditEvent, Draft
from goals.models import GoalTouched, NoteTemplate, ProgressNote, SharedWriting
from tests.agency.factories import CenterFactory, RoleGrantFactory
from tests.families.factories import AssignmentFactory, FamilyFactory, MemberFactory
from tests.goals.factories import GoalFactory, NoteFactory, TextFactory, TouchFactory, WritingFactory

TODAY = timezone.localdate


def address(name, row):
    return reverse(f"goals:{name}", args=[row.pk])


def note_posted(**more):
    return {"contact": "phone", "text": "We talked", "visibility": "general", "happened_on": TODAY()} | more


def with_a_reason(client, family):
    """A manager has said today why this family is opened."""
    session = client.session
    session["reasons"] = {str(family.pk): {"why": "Complaint", "on": str(TODAY())}}
    session.save()
    return client


# ---- written ------------------------------------------------------------------------------------------------------
def test_a_note_keeps_who_was_there_and_how_far_each_goal_moved(family, worker, signed_in):
    mother = family.adults()[0]
    moved, untouched = GoalFactory(family=family), GoalFactory(family=family)

    signed_in(worker).post(
        address("note-add", family),
        note_posted(
            present=[mother.pk], minutes=30, next_step="Call", next_on=TODAY() + timedelta(days=3),
            **{f"goal_{moved.pk}": "forward", f"goal_{untouched.pk}": ""},
        ),
    )  # fmt: skip

    note = ProgressNote.objects.get()
    assert (note.family, note.text, note.minutes, note.written_by) == (family, "We talked", 30, worker)
    assert (list(note.present.all()), note.next_step) == ([mother], "Call")
    assert list(GoalTouched.objects.values_list("note", "goal", "moved")) == [(note.pk, moved.pk, "forward")]


@pytest.mark.parametrize(
    ("posted", "field", "sentence"),
    [
        ({"text": ""}, "text", "This field is required."),
        ({"happened_on": TODAY() + timedelta(days=1)}, "happened_on", "This day has not come yet."),
        ({"next_on": TODAY()}, "next_step", "Say what comes next on that day, or clear the day."),
        (
            {"next_step": "Call", "next_on": TODAY() - timedelta(days=1)},
            "next_on",
            "What comes next cannot come before the day of the note.",
        ),
    ],
)
def test_a_note_that_cannot_be_kept_says_why_and_loses_nothing(posted, field, sentence, family, worker, signed_in):
    response = signed_in(worker).post(address("note-add", family), note_posted(minutes=47) | posted)

    assert response.context["form"].errors == {field: [sentence]}
    assert response.context["form"]["minutes"].value() == "47"
    assert not ProgressNote.objects.exists()


def test_minutes_that_make_no_day_are_asked_about(family, worker, signed_in):
    response = signed_in(worker).post(address("note-add", family), note_posted(minutes=9999))

    assert response.context["form"].errors == {
        "minutes": ["This is more than ten hours. Write the minutes you were together."]
    }


@pytest.mark.parametrize(
    ("who", "classes"),
    [
        ("worker", ["general", "team", "restricted"]),
        ("supervisor", ["general", "restricted"]),
        ("teammate", ["team"]),
    ],
)
def test_a_note_offers_only_the_classes_its_writer_may_give(who, classes, family, request, signed_in):
    page = signed_in(request.getfixturevalue(who)).get(address("note-add", family))

    form = page.context["form"]
    assert [value for value, _label in form.fields["visibility"].choices] == classes
    assert form["visibility"].value() == classes[0]


def test_a_teammate_cannot_write_a_general_note(family, teammate, signed_in):
    response = signed_in(teammate).post(address("note-add", family), note_posted(visibility="general"))

    assert list(response.context["form"].errors) == ["visibility"]
    assert not ProgressNote.objects.exists()


def test_who_supervises_elsewhere_and_is_on_the_team_here_writes_as_a_teammate(family, teammate, signed_in):
    RoleGrantFactory(user=teammate, role=Role.SUPERVISOR, center=CenterFactory())

    page = signed_in(teammate).get(address("note-add", family))

    assert [value for value, _label in page.context["form"].fields["visibility"].choices] == ["team"]


def test_a_teammate_adds_progress_to_a_shared_goal_and_to_no_other(family, teammate, signed_in):
    shared = GoalFactory(family=family, is_shared_with_team=True)
    hidden = GoalFactory(family=family)

    signed_in(teammate).post(
        address("note-add", family),
        note_posted(visibility="team", **{f"goal_{shared.pk}": "forward", f"goal_{hidden.pk}": "back"}),
    )

    assert list(GoalTouched.objects.values_list("goal", "moved")) == [(shared.pk, "forward")]


def test_words_not_saved_yet_come_back(family, worker, signed_in):
    drafts.keep(worker, f"note-{family.pk}", {"text": ["Half a sente"], "contact": ["video"]})
    client = signed_in(worker)

    form = client.get(address("note-add", family)).context["form"]
    client.post(address("note-add", family), note_posted())

    assert (form["text"].value(), form["contact"].value()) == ("Half a sente", "video")
    assert not Draft.objects.exists()


@pytest.mark.parametrize(("days", "late"), [(3, False), (4, True)])
def test_a_note_written_days_later_says_so(days, late, family, worker, signed_in):
    note = NoteFactory(family=family, happened_on=TODAY() - timedelta(days=days))

    page = signed_in(worker).get(address("note", note)).content.decode()

    assert ("Written later" in page) is late


def test_a_next_step_is_done_once(family, worker, signed_in):
    note = NoteFactory(family=family, next_step="Call", next_on=TODAY())
    client = signed_in(worker)

    client.post(address("note-next-done", note))
    response = client.post(address("note-next-done", note), follow=True)

    assert ProgressNote.objects.get().next_done_on == TODAY()
    assert "This next step is done already." in [str(message) for message in response.context["messages"]]


# ---- the family first ---------------------------------------------------------------------------------------------
def test_the_own_families_are_offered_first(family, worker, signed_in):
    FamilyFactory(center=family.center)
    mine = FamilyFactory(center=family.center)
    AssignmentFactory(family=mine, worker=worker)

    page = signed_in(worker).get(reverse("goals:note-anywhere"))

    assert set(page.context["families"]) == {family, mine}
    assert sorted(AccessEvent.objects.get().family_ids) == sorted([family.pk, mine.pk])


@pytest.mark.parametrize("q", ["Nuñ", "nun", "lucia"])
def test_a_family_is_found_by_its_name_or_a_members_whatever_the_accents(q, family, worker, signed_in):
    found = FamilyFactory(center=family.center, name="Núñez")
    MemberFactory(family=found, first_name="Lucía")
    AssignmentFactory(family=found, worker=worker)

    page = signed_in(worker).get(reverse("goals:note-anywhere"), {"q": q})

    assert page.context["families"] == [found]


def test_a_strangers_family_is_not_found(family, outsider, signed_in):
    page = signed_in(outsider).get(reverse("goals:note-anywhere"), {"q": family.name})

    assert page.context["families"] == []
    assert not AccessEvent.objects.exists()


def test_a_supervisor_chooses_among_the_families_of_the_center(family, supervisor, signed_in):
    FamilyFactory()

    assert signed_in(supervisor).get(reverse("goals:note-anywhere")).context["families"] == [family]


def test_who_writes_no_notes_is_refused(manager, signed_in):
    assert signed_in(manager).get(reverse("goals:note-anywhere")).status_code == 403


def test_choosing_the_family_asks_the_same_number_of_questions(family, worker, questions):
    def add_a_family():
        other = FamilyFactory(center=family.center)
        MemberFactory(family=other)
        AssignmentFactory(family=other, worker=worker)
        return questions(worker, reverse("goals:note-anywhere"))

    counts = [add_a_family() for _n in range(3)]

    assert counts[0] == counts[2] <= 25


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


# ---- corrected ----------------------------------------------------------------------------------------------------
def test_a_corrected_note_keeps_what_it_said_before(family, worker, signed_in):
    goal = GoalFactory(family=family)
    note = NoteFactory(family=family, text="First words", written_by=worker)
    TouchFactory(note=note, goal=goal, moved="back")
    client = signed_in(worker)

    client.post(
        address("note-edit", note),
        note_posted(text="Better words", version=note.version, **{f"goal_{goal.pk}": "forward"}),
    )
    page = client.get(address("note", note))

    assert [old["pieces"] for old in page.context["earlier"]] == [
        [("gone", "First"), ("new", "Better"), ("same", " words")]
    ]
    assert "<del>First</del><ins>Better</ins> words" in page.content.decode()
    assert GoalTouched.objects.get().moved == "forward"


def test_ticking_a_next_step_is_no_correction(family, worker, signed_in):
    note = NoteFactory(family=family, next_step="Call", next_on=TODAY())
    client = signed_in(worker)
    client.post(address("note-next-done", note))

    assert client.get(address("note", note)).context["earlier"] == []


def test_a_note_is_corrected_by_its_writer_only(family, worker, supervisor, signed_in):
    note = NoteFactory(family=family, written_by=worker, text="Mine")

    response = signed_in(supervisor).post(address("note-edit", note), note_posted(text="Yours"))

    assert (response.status_code, ProgressNote.objects.get().text) == (403, "Mine")


def test_a_restricted_note_stays_restricted(family, worker, signed_in):
    note = NoteFactory(family=family, written_by=worker, visibility="restricted")

    response = signed_in(worker).post(address("note-edit", note), note_posted(visibility="team", version=note.version))

    assert list(response.context["form"].errors) == ["visibility"]


def test_what_was_written_for_staff_is_not_told_to_the_team_by_the_history(family, worker, teammate, signed_in):
    note = NoteFactory(family=family, written_by=worker, text="Only for us")
    signed_in(worker).post(
        address("note-edit", note), note_posted(text="For all", visibility="team", version=note.version)
    )

    page = signed_in(teammate).get(address("note", note))

    assert (page.status_code, page.context["earlier"]) == (200, [])
    assert "Only for us" not in page.content.decode()


def test_two_people_on_one_note_see_both_versions(family, worker, signed_in):
    note = NoteFactory(family=family, written_by=worker, text="Old")
    ProgressNote.objects.filter(pk=note.pk).update(text="On the phone")

    response = signed_in(worker).post(
        address("note-edit", note), note_posted(text="On the laptop", version=note.version)
    )

    assert (response.status_code, ProgressNote.objects.get().text) == (409, "On the phone")
    assert "On the laptop" in response.content.decode()


# ---- restricted ---------------------------------------------------------------------------------------------------
def test_opening_a_restricted_note_is_recorded_with_its_page(family, worker, signed_in):
    note = NoteFactory(family=family, visibility="restricted", text="He hit her")

    response = signed_in(worker).get(address("note", note), follow=True)

    assert "He hit her" in response.content.decode()
    assert list(AccessEvent.objects.order_by("pk").values_list("page", flat=True)) == [
        "goals:note",
        "goals:note-restricted",
    ]
    assert AuditEvent.objects.get(event="restricted_note_opened").about_id == str(note.pk)


def test_a_manager_says_why_each_time(family, manager, signed_in):
    note = NoteFactory(family=family, visibility="restricted", text="He hit her")
    client = with_a_reason(signed_in(manager), family)

    asked = client.get(address("note-restricted", note)).content.decode()
    opened = client.post(address("note-restricted", note), {"why": "A complaint came in"}).content.decode()
    asked_again = client.get(address("note-restricted", note)).content.decode()

    assert ["He hit her" in page for page in (asked, opened, asked_again)] == [False, True, False]
    assert "A complaint came in" in AccessEvent.objects.values_list("reason", flat=True)
    assert AuditEvent.objects.filter(event="restricted_note_opened").count() == 1


@pytest.mark.parametrize("why", ["", "x"])
def test_a_manager_without_a_reason_reads_nothing(why, family, manager, signed_in):
    note = NoteFactory(family=family, visibility="restricted", text="He hit her")
    client = with_a_reason(signed_in(manager), family)

    response = client.post(address("note-restricted", note), {"why": why})

    assert list(response.context["form"].errors) == ["why"]
    assert "He hit her" not in response.content.decode()


def test_an_ordinary_note_is_not_opened_by_the_restricted_door(family, worker, signed_in):
    note = NoteFactory(family=family)

    assert signed_in(worker).get(address("note-restricted", note)).url == note.get_absolute_url()


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


# ---- corrected ----------------------------------------------------------------------------------------------------
def test_a_correction_shows_what_went_and_what_came(family, worker, signed_in):
    note = NoteFactory(family=family, written_by=worker, text="She got the red bicycle", minutes=10)
    note.text, note.minutes = "She got the blue bicycle", 15
    note.save()

    page = signed_in(worker).get(address("note", note)).context["earlier"]

    assert [(old["pieces"], old["facts"]) for old in page] == [
        (
            [("same", "She got the "), ("gone", "red"), ("new", "blue"), ("same", " bicycle")],
            [{"label": "Minutes", "before": 10, "after": 15}],
        )
    ]
