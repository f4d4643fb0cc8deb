"""The same day by family, by kind, by day; kept in the address, without a name in it."""

import pytest

from tests.goals.factories import NoteFactory
from tests.workspace.factories import ago
from tests.workspace.test_my_day import HOME, at_rest, served

pytestmark = pytest.mark.usefixtures("agency", "clocks")


@pytest.fixture
def day(worker, family, center):
    other = served(center, worker, "Zuniga")
    for one in (family, other):
        at_rest(one, worker)
        NoteFactory(family=one, written_by=worker, next_step="Call back", next_on=ago(2))
        NoteFactory(family=one, written_by=worker, next_step="Visit", next_on=ago(0))
    return family, other


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("family", {"{0}": 2, "{1}": 2}),
        ("kind", {"Next step": 4}),
        ("day", {"Past its day": 2, "Today": 2}),
        ("nonsense", {"Today": 2, "Past its day": 2}),
    ],
)
def test_the_day_is_put_together_as_asked(signed_in, worker, day, by, expected):
    context = signed_in(worker).get(HOME, {"group": by}).context

    found = {str(section["title"]): len(section["rows"]) for section in context["sections"]}
    assert found == {title.format(*day): count for title, count in expected.items()}


def test_a_list_and_a_grouping_stay_together_in_the_address(signed_in, worker, day):
    context = signed_in(worker).get(HOME, {"group": "family", "show": "late"}).context

    assert [len(section["rows"]) for section in context["sections"]] == [1, 1]
    addresses = [link["url"] for link in [*context["filters"], *context["groupings"]]]
    assert addresses[:2] == ["/?group=family", "/?show=urgent&group=family"]
    assert not any(family.name in address for family in day for address in addresses)
    assert context["sections"][0]["rows"][0]["do_url"].endswith("?back=show%3Dlate%26group%3Dfamily")
