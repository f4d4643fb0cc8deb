"""Notes: half a minute to write, corrected in the open, read by who may, restricted ones opened knowingly."""

from datetime import timedelta

import pytest
from django.urls import reverse

from agency import drafts
from agency.access import Role
from agency.models import AccessEvent, AuditEvent, Draft
from goals.models import GoalTouched, ProgressNote
from tests.agency.factories import CenterFactory, RoleGrantFactory
from tests.families.factories import AssignmentFactory, FamilyFactory, MemberFactory
from tests.goals.factories import GoalFactory, NoteFactory, TouchFactory
from tests.goals.noting import TODAY, address, note_posted, with_a_reason


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
