"""How things look: days as people say them, a patch for each family, what was found."""

from datetime import date, datetime, timedelta
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
from django import forms
from django.utils import timezone, translation

from agency.templatetags import look

WEDNESDAY = date(2026, 11, 18)


@pytest.fixture(autouse=True)
def wednesday(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda: WEDNESDAY)


@pytest.mark.parametrize(
    ("on", "english", "spanish"),
    [
        (WEDNESDAY, "Today", None),
        (WEDNESDAY + timedelta(days=1), "Tomorrow", None),
        (WEDNESDAY - timedelta(days=1), "Yesterday", None),
        (WEDNESDAY + timedelta(days=2), "Friday", "Viernes"),
        (WEDNESDAY + timedelta(days=7), "Nov 25", "25 nov"),
        (WEDNESDAY - timedelta(days=2), "Nov 16", "16 nov"),
        (date(2027, 1, 31), "Jan 31, 2027", "31 ene 2027"),
    ],
)
def test_a_day_is_said_as_people_say_it(on, english, spanish):
    with translation.override("en"):
        assert look.day(on) == english
    with translation.override("es"):
        assert spanish is None or look.day(on) == spanish


@pytest.mark.parametrize(
    ("away", "english", "spanish"),
    [(0, "today", "hoy"), (2, "Friday", "el viernes"), (7, "Nov 25", "el 25 nov")],
)
def test_a_day_inside_a_sentence_has_its_article(away, english, spanish):
    said = []
    for language in ("en", "es"):
        with translation.override(language):
            said.append(look.on(WEDNESDAY + timedelta(days=away)))

    assert said == [english, spanish]


def test_nothing_stays_nothing():
    assert [look.day(None), look.clock(None), look.moment(None), look.ago(None)] == ["", "", "", ""]


def test_a_moment_has_its_time_in_the_way_of_the_language():
    at = datetime(2026, 11, 18, 15, 30, tzinfo=ZoneInfo("America/Los_Angeles"))

    with translation.override("en"), timezone.override("America/Los_Angeles"):
        assert look.moment(at) == "Today 3:30 pm"
    with translation.override("es"), timezone.override("America/Los_Angeles"):
        assert look.clock(at) == "3:30 p.m."


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "today"),
        (1, "yesterday"),
        (4, "4 days ago"),
        (22, "3 weeks ago"),
        (150, "5 months ago"),
        (900, "2 years ago"),
    ],
)
def test_how_long_ago_is_said_in_the_largest_unit_that_says_something(days, words):
    with translation.override("en"):
        assert look.ago(WEDNESDAY - timedelta(days=days)) == words


@pytest.mark.parametrize(
    ("name", "letters"), [("Monica Reyes", "MR"), ("Monica", "M"), ("Ana de la Cruz", "AC"), ("", "")]
)
def test_initials(name, letters):
    assert look.initials(name) == letters


class Person(SimpleNamespace):
    def __str__(self):
        return self.name


@pytest.mark.parametrize(
    ("born_on", "face"),
    [(date(2022, 5, 2), "4"), (date(2025, 9, 12), "14m"), (date(1990, 1, 1), "EA"), (None, "EA")],
)
def test_a_childs_face_is_its_age_and_an_adults_its_initials(born_on, face):
    with translation.override("en"):
        assert look.face(Person(name="Elena Alvarez", born_on=born_on)) == face


def test_a_patch_is_the_same_for_a_family_each_time_and_hidden_from_screen_readers():
    assert look.patch(Person(pk=13), "lg") == '<span class="patch patch-4 patch-lg" aria-hidden="true"></span>'


def test_a_chip_without_a_tone_is_a_plain_fact():
    assert look.chip("", "", "Head Start") == '<span class="chip chip-plain">Head Start</span>'


def test_what_was_found_is_marked_without_its_accents_and_nothing_else_becomes_markup():
    assert look.found("<b>García</b> family", ["garcia"]) == "&lt;b&gt;<mark>García</mark>&lt;/b&gt; family"


def test_a_meter_is_never_more_than_full():
    assert [look.meter_width(34, 40), look.meter_width(43, 40), look.meter_width(3, 0), look.meter_width(0, 0)] == [
        85,
        100,
        100,
        0,
    ]


def test_every_error_is_listed_with_the_id_of_its_field():
    class Form(forms.Form):
        day = forms.DateField(label="When")
        how = forms.ChoiceField(label="How", choices=[("a", "A")], widget=forms.RadioSelect)

        def clean(self):
            raise forms.ValidationError("These do not agree.")

    with translation.override("en"):
        listed = look.problems(Form({}))

    assert [(problem.get("at"), problem.get("label")) for problem in listed] == [
        (None, None),
        ("id_day", "When"),
        ("id_how_0", "How"),
    ]
