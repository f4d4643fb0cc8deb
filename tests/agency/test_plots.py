"""Plots: right lengths, and numbers a browser understands in every language."""

import pytest
from django.template import Context, Template
from django.utils import translation

from agency.templatetags import plots


def test_a_level_stands_where_its_number_is():
    drawn = plots.plot_change([{"label": "Well-being", "first": 1, "latest": 5}], "t", "l", names=["First", "Latest"])

    assert (drawn["rows"][0]["first"], drawn["rows"][0]["latest"], drawn["rows"][0]["value"]) == (
        "4.0%",
        "96.0%",
        "5.0",
    )


def test_a_level_that_went_down_has_its_number_on_the_other_side():
    drawn = plots.plot_change([{"label": "Transitions", "first": 3, "latest": 2.8}], "t", "l")

    assert (drawn["rows"][0]["dx"], drawn["rows"][0]["anchor"]) == (-12, "end")


def test_the_parts_of_a_bar_stand_one_after_the_other():
    drawn = plots.plot_parts([{"label": "Well-being", "parts": [50, 0, 50]}], "t", "l", names=["Up", "Same", "Down"])

    assert [(part["fill"], part["x"], part["width"]) for part in drawn["rows"][0]["parts"]] == [
        ("f1", "0.0%", "49.7%"),
        ("hatch", "50.0%", "49.7%"),
    ]


def test_a_part_too_narrow_for_its_number_leaves_it_to_the_table():
    drawn = plots.plot_parts([{"label": "Well-being", "parts": [95, 5]}], "t", "l")

    assert [part["number"] for part in drawn["rows"][0]["parts"]] == ["95", ""]


@pytest.mark.parametrize(("most", "step"), [(2.3, 1), (44, 20), (0.4, 0.2), (3, 1), (0, 1), (1600, 1000)])
def test_the_lines_behind_a_plot_are_round_numbers(most, step):
    assert plots._step(most) == step


def test_nothing_to_draw_is_drawn_as_nothing():
    empty = [
        plots.plot_change([], "t", "l"),
        plots.plot_parts([], "t", "l"),
        plots.plot_beside([], "t", "l"),
        plots.plot_line([], "t", "l"),
    ]

    assert [figure["height"] for figure in empty] == [28, 0, 0, 180]


def test_lengths_keep_their_point_where_the_language_writes_a_comma():
    points = [{"label": "Ago", "value": 1.7}, {"label": "Sep", "value": 2.3}]

    with translation.override("fr"):
        page = Template('{% load plots %}{% plot_line points "t" "l" %}').render(Context({"points": points}))

    assert ('cy="76.9"' in page, "1,7" in page) == (True, True)


def test_a_number_that_is_not_known_leaves_a_gap_in_the_line():
    values = [3, None, 2, 4]
    drawn = plots.plot_line([{"label": str(n), "value": value} for n, value in enumerate(values)], "t", "l")

    assert [bool(dot["y"]) for dot in drawn["dots"]] == [True, False, True, True]
    assert [(line["from"]["label"], line["to"]["label"]) for line in drawn["lines"]] == [("2", "3")]


@pytest.mark.parametrize(("count", "value", "spoken"), [(12, 0.9, 12), (24, 0.9, 12), (12, 12000, 6)])
def test_words_under_a_line_do_not_run_into_each_other_on_a_phone(count, value, spoken):
    drawn = plots.plot_line([{"label": "Oct", "value": value}] * count, "t", "l")

    assert len([dot for dot in drawn["dots"] if dot["label"]]) == spoken
