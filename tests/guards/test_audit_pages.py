"""Whoever sees a family leaves a line: each page that shows ours has written an AccessEvent that names it."""

import pytest

from referrals.taken import FILES
from tests.guards.graph import UNMISTAKABLE

FAMILY_PERMISSIONS = ("family", "assessment", "note", "restricted", "goal", "agreement", "referral")

NAMES_NO_FAMILY = {
    "families:activities-csv",  # minutes of each activity, for the books
    "families:import-template",  # columns with invented people
    "families:import-issues",  # lines of a file and what is wrong with them
}


# Files about a family that are not told on its list of files made inside.
NOT_TAKEN = {
    "referrals:letter",  # stands on the list of what left
    "referrals:consent-copy",  # told once somebody says that they have it
    "referrals:consent-paper",  # a picture the family gave us, looked at on the screen
    "referrals:request-letter",  # our answer to themselves
    "goals:scan",  # as the consent's picture
    "goals:celebration-photo",  # a picture on a page
}


def shows(page):
    return page.status == 200 and any(words in page.text for words in UNMISTAKABLE)


def is_paper(page):
    """A file about a family: its words cannot be searched here, so its address decides."""
    is_file = page.status == 200 and not page.is_html and page.name not in NAMES_NO_FAMILY
    return is_file and page.requires.startswith(FAMILY_PERMISSIONS)


def test_the_walk_meets_the_family(walked):
    _graph, result = walked

    assert {page.role for page in result if shows(page)} == {"worker", "supervisor", "manager", "teammate", "monitor"}


@pytest.mark.parametrize("shown", [shows, is_paper])
def test_each_page_that_shows_the_family_has_written_it_down(walked, shown):
    graph, result = walked

    assert [str(page) for page in result if shown(page) and graph.family.pk not in page.saw] == []


def test_each_file_about_a_family_is_told_on_its_list_or_says_why_not(walked):
    _graph, result = walked
    files = {page.name for page in result if is_paper(page) and page.saw}

    assert files - set(FILES) == NOT_TAKEN & files


def test_the_administrator_and_the_door_never_show_a_family(walked):
    _graph, result = walked

    assert [str(page) for page in result if page.role in ("administrator", "nobody") and shows(page)] == []


def test_a_family_elsewhere_is_met_only_by_whoever_holds_the_whole_agency(walked):
    _graph, result = walked

    assert {page.role for page in result if page.status == 200 and "Elsewhere" in page.text} <= {"manager"}


def test_no_name_of_a_family_stands_in_an_address(walked):
    _graph, result = walked
    named = [
        str(page)
        for page in result
        if any(words in page.address + page.headers.get("Location", "") for words in UNMISTAKABLE)
    ]

    assert named == []
