"""Where the numbers of the forms come from: each that is called confirmed is told by the reference we read."""

import csv
import json
import re
from pathlib import Path

import pytest
from django.conf import settings

from reports.pir.loading import CONTENT
from reports.pir.reference import ITEMS

SHARED = Path(settings.BASE_DIR).parent / "shared"
DOMAIN = SHARED / "reference" / "domain.md"
PUBLIC = SHARED / "data" / "pir" / "pir_clean_2019_2022.csv"
YEARS = ("2018-19", "2021-22", "2022-23")
NUMBER = re.compile(r"[A-D]\.\d+(?:\.[a-z])?(?:\.\d)?(?:-\d(?!\d))?")
# Told for 2022-23 in words rather than by number, and so true of the same question in the other years.
PARTS = {
    "C.35": ".a .a.1 .a.2 .b .c .d .e", "C.36": ".a .b .c .d", "C.37": ".a .a.1 .a.2 .a.3 .b",
    "C.38": ".a .a.1 .a.2 .b .b.1 .b.2", "C.39": ".a .b", "C.40": "-1 -2", "C.41": "-1 -2", "C.42": "-1 -2",
    "C.43": "-1 -2",
}  # fmt: skip
# Numbers the reference names without saying what is asked under them.
VAGUE = {
    "2018-19": {"B.25", "B.26", "C.38", "C.39", "C.45", "C.46"},
    "2021-22": set(),
    "2022-23": {"A.22", "A.22.a", "A.22.a.1", "C.14", "D.5.a", "D.5.b", "D.5.b.1", "D.5.b.2"},
}

pytestmark = pytest.mark.skipif(not DOMAIN.exists(), reason="the shared reference is not beside this checkout")


def section(title):
    text = DOMAIN.read_text(encoding="utf-8")
    return text[text.index(title) :].partition("\n### ")[0]


def ours(year):
    return json.loads((CONTENT / f"pir_{year}.json").read_text(encoding="utf-8"))


def spread(text, relative=True):
    """Every number a text names: C.50.a-p, C.41-1/-2, C.38-39, C.33.a/.b (the last only where `relative`)."""
    found, head = set(), ""
    for part in re.split(r"[ /,;()]+", text):
        full = f"{head}{part}" if relative and head and part[:1] in ".-" else part
        match = NUMBER.match(full)
        if not match:
            continue
        number, rest = match[0], full[len(match[0]) :].rstrip(":.")
        head = re.match(r"[A-D]\.\d+", number)[0]
        found |= {head, number}
        if re.fullmatch(r"-[a-z]", rest):
            found |= {f"{number[:-1]}{chr(letter)}" for letter in range(ord(number[-1]), ord(rest[1]) + 1)}
        elif re.fullmatch(r"-\d\d", rest):
            found |= {f"{head[:2]}{one}" for one in range(int(head[2:]), int(rest[1:]) + 1)}
    return found


def heads_of(numbers):
    return sorted(number for number in numbers if number.count(".") == 1 and "-" not in number)


def rows():
    """{topic: (numbers of 2018-19, of 2021-22, of 2022-23)} of the table of the reference."""
    lines = [line.split("|")[1:-1] for line in section("### 1.3").splitlines() if line.startswith("|")]
    return {line[0].strip(): [spread(cell) for cell in line[1:4]] for line in lines[2:]}


def told(year):
    """All numbers the reference tells for a year."""
    place = YEARS.index(year)
    found = set().union(*(numbers[place] for numbers in rows().values()))
    for numbers in rows().values():
        here, newest = heads_of(numbers[place]), heads_of(numbers[2])
        if len(here) == len(newest) == 1:  # the same question; where it was two of them, their parts are others
            found |= {here[0] + part for part in PARTS.get(newest[0], "").split()}
    if year == "2018-19":  # needed and received, for each letter
        found |= {f"{one}{column}" for one in found if re.fullmatch(r"C\.50\.[a-p]", one) for column in ("-1", "-2")}
        found -= {"C.50-1", "C.50-2"}
    if year == "2022-23":
        found |= spread(section("### 1.5").replace("\n", " "), relative=False)
    return found - VAGUE[year]


@pytest.mark.parametrize("year", YEARS)
def test_a_confirmed_number_is_told_by_the_reference_and_no_other_is_called_so(year):
    known = told(year)

    confirmed = {row["number"] for row in ours(year) if row.get("confirmed", True)}
    others = {row["number"] for row in ours(year)} - confirmed

    assert (confirmed - known, others & known) == (set(), set())


@pytest.mark.parametrize("year", YEARS)
def test_every_number_the_reference_names_is_on_the_form(year):
    asked = {row["number"] for row in ours(year)}
    comment = {"A.23"}  # words, no number

    missing = {
        number for number in (told(year) | VAGUE[year]) - asked - comment if not _is_asked_in_parts(number, asked)
    }

    assert missing == set()


def _is_asked_in_parts(number, asked):
    return any(other.startswith((f"{number}.", f"{number}-")) for other in asked)


def test_the_public_file_holds_the_columns_we_compare_with_and_no_number_of_a_question():
    with open(PUBLIC, encoding="utf-8", newline="") as file:
        columns = next(csv.reader(file))

    named = {column for column, of, _words in ITEMS.values()} | {of for _column, of, _words in ITEMS.values() if of}
    assert (named - set(columns), [column for column in columns if NUMBER.search(column)]) == (set(), [])
