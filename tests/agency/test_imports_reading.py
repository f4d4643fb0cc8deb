"""Files of other systems: any table comes back as it was, and no bytes raise anything but a sentence."""

import csv
import io
import zipfile
from contextlib import suppress
from datetime import date, datetime

import pytest
import xlsxwriter
from hypothesis import example, given, settings
from hypothesis import strategies as some

from agency.imports.archives import Folder, opened_zip
from agency.imports.columns import Choice, Column, Day, NotRead, Period, YesNo, guessed
from agency.imports.lines import Remark, Unreadable
from agency.imports.reading import XLSX, in_words, sheet

QUICK = settings(max_examples=60, deadline=None)
WORDS = some.text(
    some.characters(exclude_categories=["Cs", "Cc"], include_characters=["\n", '"', ",", "'"]), max_size=12
).map(str.strip)
TABLES = some.integers(2, 5).flatmap(
    lambda width: some.lists(some.lists(WORDS, min_size=width, max_size=width), min_size=1, max_size=6)
)


def as_csv(rows, encoding="utf-8", **how):
    out = io.StringIO(newline="")
    csv.writer(out, **how).writerows(rows)
    return io.BytesIO(out.getvalue().encode(encoding))


def as_xlsx(rows):
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    page = book.add_worksheet()
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            page.write_string(number, column, text)
    book.close()
    return io.BytesIO(out.getvalue())


def read(file, kind=""):
    table = sheet(file, called="file", kind=kind)
    return table.headings, [
        (line, row if isinstance(row, Remark) else list(row.values())) for line, row in table.by_heading()
    ]


@QUICK
@given(some.binary(max_size=600))
@example(b"PK\x03\x04 and nothing else")
@example(b"\xff\xfe\x00")
@example(b'a,b\n"never closed')
@example(b"a,b\r\r\n\x00\x81,\x8d\n")
def test_whatever_the_bytes_are_it_is_read_or_refused_in_a_sentence(content):
    for kind in ("", XLSX):
        with suppress(Unreadable):
            read(io.BytesIO(content), kind)


@QUICK
@given(TABLES)
def test_any_table_comes_back_from_csv(rows):
    table = [["first", "second", "third", "fourth", "fifth"][: len(rows[0])], *rows]

    headings, found = read(as_csv(table))

    assert headings == table[0]
    assert [row if not isinstance(row, Remark) else [""] * len(headings) for _line, row in found] == rows


@settings(max_examples=15, deadline=None)
@given(TABLES)
def test_any_table_comes_back_from_excel(rows):
    rows = [["x", *row[1:]] for row in rows]  # an empty last column is no column for Excel

    _headings, found = read(as_xlsx([["first", "second", "third", "fourth", "fifth"][: len(rows[0])], *rows]), XLSX)

    assert [row for _line, row in found] == rows


def test_lines_are_true_where_a_value_runs_over_several():
    _headings, found = read(io.BytesIO(b'a,b\n1,"two\nlines"\n3,4\n\n5\n'))

    assert [line for line, _row in found] == [2, 4, 5, 6]
    assert [row.code for _line, row in found if isinstance(row, Remark)] == ["empty", "ragged"]


def test_a_quotation_mark_never_closed_costs_one_line():
    _headings, found = read(io.BytesIO(b'a,b\n1,"two\n3,4\n5,6\n'))

    assert [(line, getattr(row, "code", row)) for line, row in found] == [
        (2, "quote"),
        (3, ["3", "4"]),
        (4, ["5", "6"]),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1"])
def test_accents_survive_each_way_of_writing_them(encoding):
    headings, found = read(as_csv([["name", "año"], ["Muñoz", "Ångström"]], encoding))

    assert (headings, [row for _line, row in found]) == (["name", "año"], [["Muñoz", "Ångström"]])


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_sign_between_columns_is_seen(delimiter):
    headings, _found = read(as_csv([["a b", "c d"], ["1", "2"]], delimiter=delimiter))

    assert headings == ["a b", "c d"]


def test_a_title_above_the_heading_and_doubled_headings_are_no_trouble():
    headings, found = read(io.BytesIO(b"Enrollment report\n\nPhone,Phone,\n1,2,3\n"))

    assert (headings, found) == (["Phone", "Phone (2)"], [(4, Remark("ragged", found[0][1].reason))])


def test_cells_of_excel_read_as_one_would_type_them():
    values = [True, 7.0, 7.5, date(2022, 5, 31), datetime(2022, 5, 31), "a\x00b "]

    assert [in_words(value) for value in values] == ["yes", "7", "7.5", "2022-05-31", "2022-05-31", "ab"]


def zipped(entries, packed=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packed) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return io.BytesIO(out.getvalue())


def test_a_zip_that_grows_out_of_proportion_stays_shut():
    with pytest.raises(Unreadable, match="would unpack to more"):
        opened_zip(zipped({"a.csv": b"0" * 30_000_000}), "bomb.zip")


def test_no_entry_of_a_zip_can_point_outside():
    folder = Folder(zipped({"../../etc/Client.csv": b"a,b\n", "deep/er/Exit.csv": b"c\n"}), "export.zip")

    assert (folder.names(), folder.open("Client.csv").read()) == (["Client.csv", "Exit.csv"], b"a,b\n")


@pytest.mark.parametrize("packed", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_damaged_file_of_a_zip_is_unreadable_however_it_was_packed(packed, encoding):
    table = "name,city\nAna,Chico\n".encode(encoding) * 9
    good = zipped({"a.csv": table}, packed).getvalue()
    refused = 0

    for at in range(30, good.index(b"PK\x01\x02")):  # behind the file stands the list of files
        folder = Folder(io.BytesIO(good[:at] + bytes([good[at] ^ 0xFF]) + good[at + 1 :]), "export.zip")
        try:
            assert folder.whole("a.csv").read() == table  # a few bits of a packing mean nothing
        except Unreadable:
            refused += 1
            with pytest.raises(Unreadable):
                list(sheet(folder.open("a.csv"), called="a.csv").rows)

    assert refused > 20


@QUICK
@given(some.binary(max_size=300))
def test_no_bytes_open_as_a_zip_by_accident(content):
    with pytest.raises(Unreadable):
        opened_zip(io.BytesIO(content), "x.zip")


DAYS = {
    "2022-05-31": "mdy", "5/31/2022": "mdy", "31/5/2022": "dmy", "5-31-22": "mdy", "May 31, 2022": "mdy",
    "31 de mayo de 2022": "dmy", "31-May-22": "mdy", "20220531": "mdy", "2022/5/31 00:00": "mdy",
}  # fmt: skip


@pytest.mark.parametrize(("text", "order"), DAYS.items())
def test_a_day_is_read_however_it_is_spelled(text, order):
    assert Day("d", "d").read(text, {"date_order": order}) == "2022-05-31"


@pytest.mark.parametrize("text", ["31/5/2022", "2022-13-01", "soon", "1/1/1492", "1/1/2999", "9999999999999-1-1"])
def test_what_is_no_day_is_said(text):
    with pytest.raises(NotRead):
        Day("d", "d").read(text, {"date_order": "mdy"})


@pytest.mark.parametrize("text", ["August 2026", "8/2026", "2026-08", "Aug-26", "2026-08-01", "agosto de 2026"])
def test_a_period_is_read_however_it_is_spelled(text):
    assert Period("p", "p").read(text, {}) == "2026-08"


@pytest.mark.parametrize(("text", "value"), [("Yes", "yes"), ("SÍ", "yes"), ("0", "no"), ("FALSE", "no"), ("n/a", "")])
def test_yes_and_no_are_read_however_they_are_spelled(text, value):
    assert YesNo("y", "y").read(text, {}) == value


@QUICK
@given(some.text(max_size=40), some.sampled_from(["mdy", "dmy", "ymd"]))
def test_no_text_breaks_a_column(text, order):
    for column in (
        Column("a", "a"),
        YesNo("a", "a"),
        Day("a", "a"),
        Period("a", "a"),
        Choice("a", "a", words={"b": ()}),
    ):
        with suppress(NotRead):
            assert isinstance(column.read(text, {"date_order": order}), str)


def test_headings_are_guessed_in_two_languages_each_column_once_and_never_a_forbidden_one():
    columns = (
        Column("first_name", "First name", synonyms=("nombre",)),
        Day("birth_date", "Birth date", synonyms=("dob",)),
    )

    found = guessed(["NOMBRE*", "First Name", "D.O.B.", "SSN"], columns)

    assert found == {"NOMBRE*": "first_name", "D.O.B.": "birth_date"}
