"""The worksheet as a file: XLSX in the layout of the federal export, or CSV."""

import csv
import io
import re
from dataclasses import dataclass

import xlsxwriter

from agency.models import Agency, Program
from agency.spreadsheets import harmless
from agency.words import Words
from reports.models import PirForm
from reports.pir.rules import RULES

SECTIONS = "ABCD"
COLUMNS = [
    "Region", "State", "Grant Number", "Program Number", "Type", "Grantee", "Program", "City", "ZIP Code", "ZIP 4",
]  # fmt: skip
DETAILS = [
    "Region", "Grant Number", "Program Number", "Program Type", "Grantee Name", "Program Name", "Program Agency Type",
    "Program Agency Description", "Program Address Line 1", "Program Address Line 2", "Program City", "Program State",
    "Program ZIP Code", "Program ZIP 4", "Program Main Phone Number", "Program Main Email",
]  # fmt: skip
REFERENCE = [
    "Category", "Section", "Subsection", "Question Order", "Question Number", "Question Name", "Type", "Question Text",
]  # fmt: skip
TYPES = {
    Program.Kind.HEAD_START: "HS",
    Program.Kind.EARLY_HEAD_START: "EHS",
    Program.Kind.AIAN: "AIAN HS",
    Program.Kind.AIAN_EARLY: "AIAN EHS",
    Program.Kind.MIGRANT: "Migrant HS",
    Program.Kind.MIGRANT_EARLY: "Migrant EHS",
}
UNSURE = "(number not confirmed)"  # in English, like every heading of this workbook
PLACE = re.compile(r"^(?P<city>.+),\s*(?P<state>[A-Z]{2})\s+(?P<zip>\d{5})(?:-(?P<zip4>\d{4}))?$")


@dataclass(frozen=True)
class Filed:
    """One program's numbers by item number of the form: a row of the section sheets."""

    program: Program
    numbers: dict


def place_of(agency):
    """City, state and ZIP of the agency, as far as the last line of its address says them."""
    lines = [line.strip() for line in (agency.address if agency else "").splitlines() if line.strip()]
    match = PLACE.match(lines[-1]) if lines else None
    return (match.groupdict() if match else {"city": "", "state": "", "zip": "", "zip4": None}) | {"lines": lines}


def number_of(program):
    """Its number in the federal system: as written down, else 000 or 200 for what the grantee runs itself."""
    if program.number or program.delegate_name:
        return program.number
    return "200" if program.kind == Program.Kind.EARLY_HEAD_START else "000"


def filed(content):
    """The rows of a frozen or live PIR: one for each of its programs."""
    items = [row for row in content["items"] if row["rule"] != "heading" and "nobody_wrote" not in row["not"]]
    programs = {str(program.pk): program for program in Program.objects.filter(pk__in=content["rows"])}
    return [
        Filed(programs[pk], {row["number"]: numbers[row["code"]] for row in items if row["code"] in numbers})
        for pk, numbers in content["rows"].items()
    ]


def as_xlsx(report):
    """The workbook of a report: its sections with two rows of headings, whose programs they are, what was asked."""
    content = report.content
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        write(book, content, filed(content))
    return file.getvalue()


def write(book, content, rows):
    items = [row for row in content["items"] if row["rule"] != "heading"]
    for letter in SECTIONS:
        _section(book, letter, [item for item in items if item["number"].startswith(letter)], rows)
    _details(book, rows)
    _reference(book, content, items)


def _section(book, letter, items, rows):
    sheet, bold = book.add_worksheet(f"Section {letter}"), book.add_format({"bold": True, "text_wrap": True})
    agency = Agency.objects.first()
    sheet.write_row(0, len(COLUMNS), [Words(item["wording"]).said_in("en") for item in items], bold)
    sheet.write_row(1, 0, [*COLUMNS, *(item["number"] for item in items)], bold)
    for line, row in enumerate(rows, start=2):
        cells = [*_who(row.program, agency), *(row.numbers.get(item["number"]) for item in items)]
        sheet.write_row(line, 0, cells)
    sheet.freeze_panes(2, len(COLUMNS))


def _who(program, agency):
    place = place_of(agency)
    grantee = agency.name if agency else ""
    return [
        "", place["state"], program.grant_number, number_of(program), TYPES[program.kind], grantee, program.name,
        place["city"], place["zip"], place["zip4"] or "",
    ]  # fmt: skip


def _details(book, rows):
    sheet, agency = book.add_worksheet("Program Details"), Agency.objects.first()
    sheet.write_row(0, 0, DETAILS, book.add_format({"bold": True}))
    place = place_of(agency)
    street = [*place["lines"][:-1], "", ""][:2]
    for line, row in enumerate(rows, start=1):
        program = row.program
        cells = [
            "", program.grant_number, number_of(program), TYPES[program.kind], agency.name if agency else "",
            program.name, "", program.delegate_name, *street, place["city"], place["state"], place["zip"],
            place["zip4"] or "", agency.phone if agency else "", "",
        ]  # fmt: skip
        sheet.write_row(line, 0, cells)


def _reference(book, content, items):
    sheet = book.add_worksheet("Reference")
    sheet.write_row(0, 0, REFERENCE, book.add_format({"bold": True}))
    for order, item in enumerate(items):
        text, above = Words(item["wording"]).said_in("en"), _above(content, item)
        asks = f"{text} {UNSURE}" if item.get("unsure") else text
        kind = "Number" if RULES[item["rule"]].counts_families else "Entered"
        section = item["number"][0]
        sheet.write_row(order + 1, 0, ["Family", section, above, order, item["number"], text, kind, asks])


def _above(content, item):
    """The words of the item of which it is a part: the nearest whose number begins its own."""
    numbers = {row["number"]: Words(row["wording"]).said_in("en") for row in content["items"]}
    head = item["number"].partition("-")[0]
    while head.count(".") > 1 or head == item["number"]:
        head = head.rpartition(".")[0]
        if head in numbers:
            return numbers[head]
        if "." not in head:
            return ""
    return numbers.get(head, "")


def as_csv(report):
    """One line an item and program: number, code, words, count, how many are not counted."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["form", "program", "number", "code", "item", "count"])
    content = report.content
    form = PirForm.objects.filter(pk=content["form"]).first()
    for row in filed(content) if content["items"] else []:
        for item in content["items"]:
            if item["number"] in row.numbers:
                words = str(Words(item["wording"]))
                cells = [str(form or ""), row.program.code, item["number"], item["code"], words]
                writer.writerow([*map(harmless, cells), row.numbers[item["number"]]])
    return text.getvalue().encode("utf-8-sig")
