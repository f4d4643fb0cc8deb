"""A PIR as the sections every copy is made of: its questions, a table a section of the form, and what did not fit."""

from django.urls import reverse
from django.utils.translation import gettext as _

from agency.words import Words
from reports.pir import checks
from reports.pir.rules import RULES
from reports.shape import Cell, Column, Row, Section, Table

NOT = "not:"  # before a figure: how many families do not count under it


def sections(report):
    rows = report.content.get("items", [])
    letters = sorted({row["number"][0] for row in rows})
    return [_section(report, letter, [row for row in rows if row["number"][0] == letter]) for letter in letters] + [
        *_looked_at(report)
    ]


def _section(report, letter, rows):
    title = _("Section %(letter)s") % {"letter": letter}
    columns = [Column("wording", _("Item"), n=False), Column("n", _("Number")), Column("not", _("Not counted"))]
    table = Table(
        code=f"pir_{letter.lower()}", columns=columns, rows=[_row(report, row) for row in rows], first=_("Question"),
        label=title,
    )  # fmt: skip
    return Section(code=f"section_{letter.lower()}", title=title, table=table)


def _row(report, row):
    if row["rule"] == "heading":
        return Row(row["number"], [Cell(_wording(row), n=False), Cell(""), Cell("")], code=row["code"])
    url = ""
    if report.run is not None and report.url(row["code"]):
        url = reverse("reports:pir-run-item", args=[report.run.pk, row["code"]])
    counted = None if "nobody_wrote" in row["not"] else row["n"]
    cells = [Cell(_wording(row), n=False), Cell(counted, row["code"], url), _not_counted(row)]
    return Row(row["number"], cells, code=row["code"])


def _not_counted(row):
    """How many families are on the other side: as telling as the number itself."""
    if not RULES[row["rule"]].counts_families:
        return Cell("")
    return Cell(sum(row["not"].values()), NOT + row["code"], hides_with=(row["code"],))


def _wording(row):
    words = str(Words(row["wording"]))
    return _("%(words)s (number not confirmed)") % {"words": words} if row.get("unsure") else words


def sums(content):
    """Who counts and who does not are all families: one of them tells the other."""
    counted = [row["code"] for row in content.get("items", []) if RULES[row["rule"]].of == "families"]
    return [("families_total", [code, NOT + code]) for code in counted if code != "families_total"]


def _looked_at(report):
    """The checks that did not hold that day, with what was said to them."""
    numbers = {row["code"]: row["number"] for row in report.content.get("items", [])}
    rows = [_check(one, numbers) for one in report.content.get("checks", [])]
    if not rows:
        return
    columns = [Column("check", _("What does not fit"), n=False), Column("said", _("Explanation"), n=False)]
    title = _("Things to look at")
    yield Section(
        code="checks",
        title=title,
        table=Table(code="pir_checks", columns=columns, rows=rows, first=_("Question"), label=title),
    )


def _counts(check):
    """{name: number} of the counts in a sentence: last year's, a difference."""
    facts = check.get("facts", {}).items()
    return {f"check:{check['code']}:{name}": count for name, count in facts if isinstance(count, int)}


def behind(content):
    """The counts that stand in sentences only: a small one hides its sentence on the board's paper."""
    return {name: count for check in content.get("checks", []) for name, count in _counts(check).items()}


def _check(one, numbers):
    """A sentence hides with any of the numbers in it; the first editions do not say which those are."""
    items = one.get("items", list(numbers))
    head = numbers.get(items[-1], "") if "items" in one and items else ""
    sentence = Cell(checks.worded(one), n=False, hides_with=(*items, *_counts(one)))
    return Row(head, [sentence, Cell(one.get("said", ""), n=False)], code=one["code"])
