"""Choices a thumb can hit, drawn by crispy."""

from crispy_forms.templatetags.crispy_forms_filters import as_crispy_field
from django import forms
from django.utils import translation

from agency.widgets import Pills, PillsMany, Scale


class Note(forms.Form):
    how = forms.ChoiceField(
        label="How", choices=[("p", "Phone"), ("r", "Restricted")], widget=Pills(icons={"r": "lock"})
    )
    present = forms.MultipleChoiceField(label="Who", choices=[("e", "Elena")], widget=PillsMany(), required=False)
    level = forms.ChoiceField(label="Level", choices=[("3", "Getting by")], widget=Scale(anchors={"3": "Sometimes"}))
    answer = forms.ChoiceField(label="Answer", choices=[("1", "Yes")], widget=Scale(bars=False))


def drawn(name):
    with translation.override("en"):
        return as_crispy_field(Note()[name])


def test_a_pill_may_carry_an_icon():
    assert drawn("how").count("#lock") == 1


def test_an_optional_choice_says_so_and_a_needed_one_has_no_star():
    assert ("optional" in drawn("present"), "*" in drawn("how")) == (True, False)


def test_a_level_has_bars_and_its_anchor():
    assert (drawn("level").count('fill="currentColor"'), "<small>Sometimes</small>" in drawn("level")) == (3, True)


def test_an_answer_has_no_bars():
    assert "<svg" not in drawn("answer")
