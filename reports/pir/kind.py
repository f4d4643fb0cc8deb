"""The PIR as a kind of report: frozen like any other, with the lists of who counts and of who does not, and why."""

from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency.models import ProgramYear
from reports.kinds import Counted, Figure, Kind
from reports.models import PirForm, PirItem
from reports.periods import Year
from reports.pir import before, checks, editing, missing, tables, workbook
from reports.pir.answers import Answer, Seen, Why, together
from reports.pir.counting import Line, NoForm, Worksheet, without_collecting
from reports.pir.rules import RULES, SENSITIVE

EVERYBODY = "everybody"  # the list of all its families, beside those of the numbers


class Pir(Kind):
    code = "pir"
    title = gettext_lazy("PIR, section C")
    lead = gettext_lazy("What the federal yearly report asks of families, with who is not counted and why.")
    period = Year
    page = "reports:pir"
    writers = {"xlsx": workbook.as_xlsx, "csv": workbook.as_csv}

    @without_collecting()
    def count(self, scope, on=None):
        sheets = worksheets(scope, on)
        lines = joined(sheets)
        found = Counted(content=content_of(scope, sheets, lines))
        found.families[EVERYBODY] = sorted(set().union(*(sheet.facts.families for sheet in sheets)))
        for place, line in enumerate(lines):
            if line.answer is not None:
                found.numbers.setdefault(line.item.code, line.number)
                found.families.setdefault(line.item.code, sorted(line.answer.side("")))
                found.families |= _why_lists(place, line)
        return found

    def froze(self, run):
        """A report was made with this form: it stands from now on."""
        form = PirForm.objects.filter(pk=run.content["form"]).first()
        if form:
            editing.seal(form=form)

    def figure(self, code):
        rule_code, _colon, key = code.removeprefix(tables.NOT).partition(":")
        if rule_code not in RULES:
            return Figure(name=_("Not counted"), counts="", is_restricted=True)
        rule = RULES[rule_code]
        return Figure(
            name=lazy(_named, str)(rule_code, key) if key else str(rule.name),
            counts=str(rule.explains),
            of_families=rule.of == "families",
            of_people=rule.of in ("children", "women"),
            of_staff=not rule.counts_families,
            is_restricted=rule.restricted or key in SENSITIVE,
        )

    def head(self, report):
        notes = [
            ("families_total", _("each once, also those who left")),
            ("any_service_received", _("families with at least one service")),
            ("homeless_families", _("on any day of the year")),
            ("foster_children", _("on any day of the year")),
        ]
        return [(code, note) for code, note in notes if report.number(code) is not None]

    def sections(self, report):
        return tables.sections(report)

    def behind(self, content):
        return tables.behind(content)

    def sums(self, content):
        known = {row["code"] for row in content.get("items", [])}
        sums = [(whole, list(parts)) for parts, whole in checks.SUMS.values()]
        return [(whole, parts) for whole, parts in sums if {whole, *parts} <= known] + tables.sums(content)


def _named(rule, key):
    """What the newest form calls it: asked only when somebody reads it."""
    item = PirItem.objects.filter(rule=rule, key=key).order_by("-form__year", "-form__edition", "pk").first()
    return str(item.wording) if item else f"{RULES[rule].name}: {key}"


def worksheets(scope, on=None):
    """The worksheets of a scope as of a day: one for each of its programs that has such a year."""
    years = ProgramYear.objects.filter(program__in=scope.programs, starts_on__year=scope.period.begins)
    years = years.select_related("program").order_by("program__name", "program_id", "-starts_on")
    own = scope.own_families if scope.caseload_of else None
    each = years.distinct("program__name", "program_id")
    try:
        return [Worksheet(year, on=on, centers=scope.centers, among=own) for year in each]
    except NoForm:
        return []


def joined(sheets):
    """The lines of one worksheet, or of several as one."""
    if len(sheets) < 2:
        return sheets[0].lines if sheets else []
    by_number = {}
    for sheet in sheets:
        for line in sheet.lines:
            by_number.setdefault(line.item.number, []).append(line)
    lines = [_joined(same) for same in by_number.values()]
    return sorted(lines, key=lambda line: line.item.sort)


def _joined(lines):
    answers = [line.answer for line in lines if line.answer is not None]
    return Line(lines[0].item, together(answers) if answers else None)


def content_of(scope, sheets, lines=None):
    """What a worksheet, or several as one, says: ready for JSON, worded when it is read."""
    if not sheets:
        return {"form": None, "items": [], "rows": {}}
    lines = joined(sheets) if lines is None else lines
    known = before.of(sheets[0].year) if len(sheets) == 1 and scope.is_whole else None
    return {
        "form": sheets[0].form.pk,
        "form_year": sheets[0].form.year,
        "programs": [sheet.year.program.code for sheet in sheets],
        "mapping": {number: sorted(kinds) for number, kinds in sheets[0].asked.mapping.items()},
        "items": [_item(line) for line in lines],
        "rows": {str(sheet.year.program_id): sheet.numbers for sheet in sheets},
        "checks": _checks(sheets, lines, known),
        "year_before": known.as_content() if known else {},
        "whole": missing.completeness(sheets[0]) if len(sheets) == 1 else {},
    }


def _checks(sheets, lines, known):
    """What does not fit, each with what somebody said to it by then."""
    found = checks.of(lines, known and known.numbers, all(sheet.facts.year_is_over for sheet in sheets))
    said = checks.explained(sheets[0].year) if len(sheets) == 1 else {}
    return [one.as_frozen() | {"said": said[one.code].text if one.code in said else ""} for one in found]


def _item(line):
    item = line.item
    reasons = dict(line.reasons()) if line.answer is not None else {}
    return {
        "number": item.number, "code": item.code, "rule": item.rule, "wording": dict(item.wording),
        "n": line.number, "not": reasons, "rest": _rest(line),
    } | ({} if item.is_confirmed else {"unsure": True})  # fmt: skip


def _why_lists(place, line):
    """The lists of who does not count, by reason; the longest is not kept, for it is everybody else."""
    rest = _rest(line)
    return {f"why {place} {one}": sorted(line.answer.side(one)) for one in line.by_reason if one != rest}


def _rest(line):
    """The most frequent reason of an item."""
    reasons = line.reasons()
    return reasons[0][0] if reasons else ""


def as_frozen(lists, place, row):
    """The answer of a frozen worksheet: who counted, and who did not and why, on the day it was made."""
    counted = dict.fromkeys(lists.get(row["code"], ()), Seen())
    answer = Answer(lists.get(EVERYBODY, ()), row["rest"], counted, number=row["n"])
    for figure, families in lists.items():
        if figure.startswith(f"why {place} "):
            answer.others |= dict.fromkeys(families, Why(figure.split(" ", 2)[2]))
    return answer


KIND = Pir()
