"""A standing report for sharing: nobody works a small number out of the page, the paper, a file or a sentence."""

import csv
import io
import json
from datetime import date
from random import Random

import pytest
from django.core.management import call_command
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st

from reports import kinds
from reports.kinds import Counted
from reports.periods import Days
from reports.report import Report
from reports.standing import sharing
from reports.suppression import hide
from tests.agency.factories import CategoryFactory
from tests.families.factories import EnrollmentFactory, FamilyFactory, MemberFactory, NeedFactory

DAYS = Days(date(2026, 9, 1), date(2026, 10, 31))


def table_of_places(random, kinds_of_help, places):
    """Families that want help by kind and place, with those helped and not: as the service gap counts them."""
    numbers, sums = {}, []
    for kind in range(kinds_of_help):
        for place in range(places):
            helped, gap = random.choice([0, 0, 1, 2, 9, 30]), random.choice([0, 1, 3, 12, 50])
            row = f"{kind}~{place}"
            numbers |= {f"{row}.needed": helped + gap, f"{row}.helped": helped, f"{row}.gap": gap}
            sums.append((f"{row}.needed", [f"{row}.helped", f"{row}.gap"]))
        for column in ("needed", "helped", "gap"):
            parts = [f"{kind}~{place}.{column}" for place in range(places)]
            numbers[f"{kind}.{column}"] = sum(numbers[part] for part in parts)
            sums.append((f"{kind}.{column}", parts))
    return numbers, sums


def by_trying(hidden, sums):
    """What a reader comes to know: a sum with one unknown number tells it; then the next may be told, too."""
    unknown, before = set(hidden), None
    while before != len(unknown):
        before = len(unknown)
        for total, parts in sums:
            left = [name for name in (total, *parts) if name in unknown]
            unknown -= set(left) if len(left) == 1 else set()
    return hidden - unknown


@settings(max_examples=10, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(1, 4), st.integers(1, 12))
def test_in_a_table_of_places_no_chain_of_sums_leads_to_a_hidden_number(random, kinds_of_help, places):
    numbers, sums = table_of_places(random, kinds_of_help, places)

    hidden = hide(numbers, sums, 5)

    assert {name for name, n in numbers.items() if 0 < n < 5} <= hidden
    assert by_trying(hidden, sums) == set()


def test_a_large_table_of_places_is_hidden_piece_by_piece():
    """Forty kinds of help in a hundred places: with all sums at once this would not end."""
    numbers, sums = table_of_places(Random(1), 40, 100)

    hidden = hide(numbers, sums, 5)

    assert (len(hidden) > 1000, by_trying(hidden, sums)) == (True, set())


# ---- what a reader sees -------------------------------------------------------------------------------------------


def outcomes(up, same, down, languages):
    """A report on outcomes of so many families, by language."""
    kind = kinds.named("outcomes")
    found = Counted(content={"rows": {block.code: [] for block in kind.blocks}})
    found.content["rows"] |= {"everybody": ["all"], "languages": list(languages), "talked": ["all"]}
    moved = {"compared": up + same + down, "up": up, "same": same, "down": down}
    found.numbers = {f"everybody.all.{column}": n for column, n in moved.items()}
    for language, numbers in languages.items():
        found.numbers |= {f"languages.{language}.{column}": n for column, n in zip(moved, numbers, strict=True)}
    talked = {"families": sum(moved.values()), "twice": moved["compared"], "once": 7, "never": moved["compared"] - 7}
    found.numbers |= {f"talked.all.{column}": n for column, n in talked.items()}
    shown = sharing.counted(kind, found)
    return Report(kind=kind, content=shown.as_content(), period=DAYS, where="", as_of=None)


@pytest.mark.django_db
def test_neither_a_sentence_nor_another_table_tells_what_is_hidden():
    report = outcomes(3, 20, 17, {"en": (30, 0, 15, 15), "es": (10, 3, 5, 2)})
    everybody = next(one for one in report.sections if one.code == "everybody")

    assert [str(cell.shown) for cell in everybody.table.rows[0].cells] == ["40", "–", "20", "–"]
    assert everybody.aside == ""
    assert [one["number"] for one in report.head if one["code"] == "everybody.all.up"] == ["–"]


@pytest.mark.django_db
def test_a_language_of_few_cannot_be_had_by_taking_the_others_from_all():
    report = outcomes(20, 12, 10, {"en": (40, 20, 11, 9), "so": (2, 0, 1, 1)})

    assert sorted(report.hidden) == [f"languages.{a}.{b}" for a in ("en", "so") for b in ("compared", "down", "same")]


def shared(code, rows, numbers):
    """A report for sharing with these rows and numbers."""
    kind = kinds.named(code)
    found = Counted(content={"rows": {block.code: [] for block in kind.blocks} | rows})
    found.numbers = numbers
    return Report(kind=kind, content=sharing.counted(kind, found).as_content(), period=DAYS, where="", as_of=None)


@pytest.mark.django_db
@pytest.mark.parametrize(("in_time", "late", "is_shown"), [(2, 0, False), (0, 3, False), (20, 3, True), (20, 0, True)])
def test_a_median_stands_only_with_a_number_of_those_it_is_of(in_time, late, is_shown):
    counts = {"due": 40 + in_time + late, "in_time": in_time, "late": late, "open": 25, "waiting": 15}
    numbers = {f"clocks.urgent_need.{column}": n for column, n in (counts | {"days": 7.0}).items()}

    report = shared("timeliness", {"clocks": ["urgent_need"]}, numbers)

    assert report.number("clocks.urgent_need.days") == (7.0 if is_shown else None)


@pytest.mark.django_db
def test_neither_weight_nor_largest_nor_average_tells_of_a_small_caseload():
    columns = {"planned": (3, 40), "limit": (40, 40), "over": (0, 0), "weighted": (4.0, 45.0)}
    numbers = {f"workers.{worker}.{name}": two[worker - 1] for name, two in columns.items() for worker in (1, 2)}
    month = {"planned": 43, "workers": 2, "average": 21.5, "largest": 40, "nobody": 0}
    numbers |= {f"months.2026-10.{column}": n for column, n in month.items()}
    numbers |= {"signs.1.baby": 2, "signs.2.baby": 0}

    report = shared("caseload", {"workers": ["2", "1"], "signs": ["2", "1"], "months": ["2026-10"]}, numbers)

    assert sorted(report.numbers) == [
        "months.2026-10.average", "months.2026-10.nobody", "months.2026-10.planned", "months.2026-10.workers",
        "signs.2.baby", "workers.1.limit", "workers.2.limit",
    ]  # fmt: skip
    assert report.head[0]["note"] == ""


# ---- everywhere the same ------------------------------------------------------------------------------------------


@pytest.fixture
def three(agency, center):
    """Three families of the same center that want the same help."""
    category = CategoryFactory()
    for _each in range(3):
        family = FamilyFactory(center=center)
        child = MemberFactory(family=family, role="child", relationship="child")
        EnrollmentFactory(family=family, member=child, center=center, program=center.program)
        NeedFactory(family=family, category=category)


def test_page_and_spreadsheet_for_sharing_hide_what_those_for_the_office_show(client, manager, three):
    client.force_login(manager)
    said = {}
    for words in ("", "?sharing=on"):
        page = client.get(reverse("reports:live", args=["gap"]) + words)
        file = client.get(reverse("reports:live-file", args=["gap", "csv"]) + words)
        lines = csv.reader(io.StringIO(file.content.decode("utf-8-sig")))
        rows = {line[1]: line[3:] for line in lines if line[0] == "kinds"}
        said[words] = rows["all"][0], "/now/gap/families/" in page.text, "-for-sharing" in file["Content-Disposition"]

    assert said == {"": ("3", True, False), "?sharing=on": ("–", False, True)}


def test_behind_a_number_for_sharing_nobody_is_listed(client, manager, three):
    client.force_login(manager)
    url = reverse("reports:live-families", args=["gap", "kinds.all.needed"])

    found = [client.get(url + words).status_code for words in ("", "?sharing=on")]

    assert found == [200, 404]


def test_the_command_hides_them_too_when_it_is_for_sharing(three, tmp_path):
    out = tmp_path / "gap.json"
    days = str(Days.of(date.today()))

    call_command("run_report", "gap", period=days, format="json", out=str(out), sharing=True)

    content = json.loads(out.read_text())["content"]
    assert "kinds.all.needed" in content["hidden"]
    assert "kinds.all.needed" not in content["figures"]
