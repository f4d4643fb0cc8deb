"""Every page of the walk opens, or refuses as it should."""

from agency.access import Role
from tests.guards import pages


def test_every_address_can_be_walked():
    assert list(pages.unknown_nouns()) == []


def test_no_page_breaks(walked):
    _graph, result = walked

    assert [f"{page}\n{page.trouble}" for page in result if page.status >= 500] == []


def test_no_page_breaks_on_an_address_somebody_made_up(walked_oddly):
    assert [f"{page}\n{page.trouble}" for page in walked_oddly if page.status >= 500] == []


def test_every_page_opens_for_somebody(walked):
    """A page nobody can open is dead, or the graph of the guards does not reach it."""
    _graph, result = walked
    opened = {page.name for page in result if page.status == 200}
    posted = {page.name for page in result if page.status == 405}
    led_on = {page.name for page in result if page.status in (301, 302)}

    assert {page.name for page in result} - opened - posted - led_on == set()


def test_whoever_lacks_the_permission_is_refused(walked):
    graph, result = walked
    lacking = {
        (role, permission)
        for role, person in graph.people.items()
        for permission in {page.requires for page in result if page.requires}
        if not person.may(permission)
    }

    let_in = [str(page) for page in result if (page.role, page.requires) in lacking and page.status not in (403, 404)]

    assert (Role.ADMINISTRATOR, "family_view") in lacking
    assert let_in == []
