"""Program at a glance: the manager's first page. Cheap numbers of today, the rest from frozen reports.

A fixed, small number of statements however many families there are: what takes a whole count stands in the newest
monthly report, and each of its numbers opens from here.
"""

from django.db import connection
from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from agency import planned
from agency.access import Permission
from reports import scope as scopes
from reports.kinds import Figure
from reports.lists import opens_for
from reports.models import ReportRun
from reports.periods import Month
from reports.report import Report, way_of
from reports.shape import Cell, Column, Plot, Row, Table

MONTHS, CENTERS = 6, 10

TODAY = """
SELECT e.program_id, count(DISTINCT e.family_id)
FROM families_enrollment e
WHERE e.entered_on <= %(today)s AND (e.exited_on IS NULL OR e.exited_on >= %(today)s)
  AND e.program_id = ANY(%(programs)s)
GROUP BY GROUPING SETS ((e.program_id), ())
"""
HERE = """
SELECT DISTINCT e.family_id FROM families_enrollment e
WHERE e.entered_on <= %(today)s AND (e.exited_on IS NULL OR e.exited_on >= %(today)s)
  AND e.program_id = ANY(%(programs)s)
"""
URGENT = """
SELECT n.family_id, bool_or(n.first_step_at IS NULL) AS waits
FROM families_need n
WHERE n.closed_on IS NULL AND n.urgency = 3 AND EXISTS (
    SELECT FROM families_enrollment e WHERE e.family_id = n.family_id AND e.program_id = ANY(%(programs)s)
    AND e.entered_on <= %(today)s AND (e.exited_on IS NULL OR e.exited_on >= %(today)s))
GROUP BY n.family_id
"""
# Planned families of each worker, at the center where a family is known: the fullest caseloads first.
LOADS = """
WITH served AS (
    SELECT worker_id, family_id FROM families_assignment
    WHERE kind = 'primary' AND starts_on <= %(today)s AND (ends_on IS NULL OR ends_on >= %(today)s)
), loads AS (
    SELECT worker_id, count(*) AS planned FROM served GROUP BY worker_id
)
, here AS (
    SELECT f.center_id, s.worker_id, count(*) AS families
    FROM served s JOIN families_family f ON f.id = s.family_id
    GROUP BY f.center_id, s.worker_id
)
SELECT c.name, sum(h.families)::int, array_agg(h.worker_id), array_agg(l.planned)
FROM here h JOIN loads l USING (worker_id) JOIN agency_center c ON c.id = h.center_id
WHERE c.program_id = ANY(%(programs)s)
GROUP BY c.id, c.name
ORDER BY max(l.planned) DESC, c.name
"""


PLACES = gettext_lazy("Places of children and of women who are expecting (enrollments).")
# The numbers of today that open: their families, and what is counted.
LISTS = {
    "families": (
        HERE,
        Figure(gettext_lazy("families with us today"), gettext_lazy("With a place on this day, each once."), PLACES),
    ),
    "urgent": (
        URGENT,
        Figure(
            gettext_lazy("families with an urgent need"), gettext_lazy("An open need that cannot wait, on this day."),
            gettext_lazy("Needs families told us of, restricted ones too."), is_restricted=True,
        ),
    ),
}  # fmt: skip


class Glance:
    """What the page shows, for one whole scope."""

    def __init__(self, user, chosen=""):
        self.user, self.today = user, timezone.localdate()
        self.wholes = scopes.wholes(user)
        self.program, self.delegate = self._chosen(chosen)
        self.scope = scopes.Scope(Month.of(self.today), self.program, self.delegate)
        self.counts = self._today([program.pk for program, _delegate in self.wholes if program])
        self.runs = self._runs()
        self.report = self._report()

    @classmethod
    def of(cls, user, chosen=""):
        """The page, for who reaches a whole program; None for everybody else."""
        return cls(user, chosen) if user.may(Permission.REPORT_VIEW) and scopes.wholes(user) else None

    # ---- asked ----------------------------------------------------------------------------------------------------
    def _chosen(self, chosen):
        return next((whole for whole in self.wholes if _code(whole) == chosen), self.wholes[0])

    def _ask(self, sql, programs, **facts):
        with connection.cursor() as cursor:
            cursor.execute(sql, {"today": self.today, "programs": programs} | facts)
            return cursor.fetchall()

    def _today(self, programs):
        """{program or None for all: families with a place today}."""
        return dict(self._ask(TODAY, programs))

    def _runs(self):
        """The newest edition of each of the last months, newest month first, without its lists."""
        runs = ReportRun.objects.visible_to(self.user).filter(
            name="monthly", program=self.program, delegate=self.delegate, filters={}
        )
        runs = runs.order_by("-period", "-edition").annotate(figures=F("content__figures")).defer("content")
        newest = {}
        for run in runs[: MONTHS * 2]:
            newest.setdefault(run.period, run)
        return list(newest.values())[:MONTHS]

    def _report(self):
        if not self.runs:
            return None
        run = self.runs[0]
        lists = opens_for(self.user, run.kind, run.families.values_list("figure", flat=True))
        return Report(
            kind=run.kind, content={"figures": run.figures}, period=run.when, where=run.where, as_of=run.as_of,
            opens=lists, url_of=way_of(run), run=run,
        )  # fmt: skip

    # ---- shown ----------------------------------------------------------------------------------------------------
    @property
    def programs(self):
        """Links to the page of all programs and of each, with the families there today."""
        links = [
            {"url": f"?program={_code(whole)}", "label": _name(whole), "count": self._families(whole),
             "current": whole == (self.program, self.delegate)}
            for whole in self.wholes
        ]  # fmt: skip
        return links if len(links) > 1 else []

    def _families(self, whole):
        program, delegate = whole
        if program:
            return self.counts.get(program.pk, 0)
        if delegate:
            return sum(self.counts.get(one.pk, 0) for one, _no in self.wholes if one and one.delegate_name == delegate)
        return self.counts.get(None, 0)

    def figures(self):
        """Five numbers: two of today, three of the newest report."""
        urgent = dict(self._ask(URGENT, self.scope.programs))
        families = self._families((self.program, self.delegate))
        found = [
            {"number": families, "note": self._twice()} | self._opens("families", families),
            {"number": len(urgent), "note": self._answered(sum(urgent.values()))} | self._opens("urgent", urgent),
        ]
        return found + (self._of_the_report() if self.report else [])

    def _opens(self, code, number):
        """A number of today: its name, and the way to its families for who may."""
        url = f"{reverse('reports:today', args=[code])}?{urlencode({'program': _code((self.program, self.delegate))})}"
        may = number and may_open(self.user, code)
        return {"label": capfirst(str(LISTS[code][1].name)), "url": url if may else ""}

    def families_of(self, code):
        """The keys of the families behind a number of today."""
        return [row[0] for row in self._ask(LISTS[code][0], self.scope.programs)]

    def _twice(self):
        if self.program or self.delegate:
            return ""
        both = sum(n for program, n in self.counts.items() if program) - self.counts.get(None, 0)
        if not both:
            return _("in one program each")
        return ngettext("%(n)s is in two programs, counted once", "%(n)s are in two programs, counted once", both) % {
            "n": both
        }

    def _answered(self, waiting):
        if not waiting:
            return _("each has a first step")
        return ngettext("%(n)s without a first step", "%(n)s without a first step", waiting) % {"n": waiting}

    def _of_the_report(self):
        n, said = self.report.number, {"month": self.report.title}
        rows = [
            ("not_reached", _("of %(all)s, %(month)s") % (said | {"all": n("families")})),
            ("helped", _("this program year, to the end of %(month)s") % said),
            ("goals_reached_this_year", _("of %(all)s set") % {"all": n("goals_set_this_year")}),
        ]
        return [
            {"number": n(code), "label": self.report.name(code), "note": note, "url": self.report.url(code)}
            for code, note in rows
        ]

    def phases(self):
        """Where the families are, step by step: there, by their choice, not yet."""
        n = self.report.number
        choice = n("agreements_not_ready") + n("agreements_declined")
        steps = [
            (_("1. A main worker"), "families", 0, "without_worker"),
            (_("2. Strengths conversation"), "conversations_had", 0, "conversations_missing"),
            (_("3. Talked in the month"), "reached", 0, "not_reached"),
            (_("4. A signed agreement"), "agreements_signed", choice, "agreements_not_yet"),
            (_("5. Told of their rights this year"), "notices", 0, "notices_missing"),
        ]
        return [self._phase(title, figure, chose, missing) for title, figure, chose, missing in steps]

    def _phase(self, title, figure, chose, missing):
        families = self.report.number("families")
        there = self.report.number(figure) if figure != "families" else families - self.report.number(missing)
        not_yet = families - there - chose
        cells = [
            Cell(there, url="" if figure == "families" else self.report.url(figure)),
            Cell(chose, url=self.report.url("agreements_by_choice") if chose else ""),
            Cell(not_yet, url=self.report.url(missing)),
        ]
        return Row(title, cells)

    def phase_plot(self):
        families = self.report.number("families")
        of_all = _("%(n)s of %(all)s")
        rows = [
            {
                "label": row.head,
                "note": of_all % {"n": row.cells[0].value, "all": families},
                "parts": [cell.value for cell in row.cells],
            }
            for row in self.phases()
        ]
        title = ngettext("Where %(n)s family is", "Where %(n)s families are", families) % {"n": families}
        label = _("Families there, by their choice not, and not yet, for five steps; the table has the same figures")
        names = (_("There"), _("By their choice"), _("Not yet"))
        return Plot("parts", title, label, rows, _("By their choice is not behind"), names)

    def phase_table(self):
        columns = [Column("there", _("There")), Column("choice", _("By choice")), Column("not_yet", _("Not yet"))]
        return Table("phases", columns, self.phases(), _("The same, in numbers"), first=_("Step"))

    def trend_plot(self):
        months = self.runs[::-1]
        points = [{"label": run.when.title.split(" ")[0][:3], "value": run.figures["not_reached"]} for run in months]
        label = _("Families without a contact, by month; the table has the same figures")
        return Plot("line", _("Families without a contact, each month"), label, points)

    def trend_table(self):
        codes = ("families", "not_reached", "conversations_late", "referrals_waiting")
        labels = (_("Families"), _("Not reached"), _("Conversation late"), _("Waiting on a partner"))
        columns = [Column(code, label) for code, label in zip(codes, labels, strict=True)]
        rows = [
            Row(run.when.title, [Cell(run.figures.get(code)) for code in codes], run.period, url=run.get_absolute_url())
            for run in self.runs
        ]
        return Table("months", columns, rows, _("The same, in numbers"), first=_("Month"))

    def centers(self):
        """{limit, rows, more}: the fullest centers, each with how many of its workers stand above their limit."""
        rows = self._ask(LOADS, self.scope.programs)
        limits = planned.limits({worker for _name, _families, workers, _loads in rows[:CENTERS] for worker in workers})
        shown = [
            {
                "name": name,
                "families": families,
                "workers": len(workers),
                "most": max(loads),
                "over": sum(load > limits[worker] for worker, load in zip(workers, loads, strict=True)),
            }
            for name, families, workers, loads in rows[:CENTERS]
        ]
        return {"limit": planned.agency_wide(), "rows": shown, "more": len(rows) - len(shown)}


def may_open(user, code):
    """Whether this person may see which families are behind a number of today."""
    restricted = LISTS[code][1].is_restricted
    return user.may(Permission.FAMILY_VIEW) and (not restricted or user.may(Permission.RESTRICTED_VIEW))


def _code(whole):
    program, delegate = whole
    return program.code if program else f"delegate:{delegate}" if delegate else ""


def _name(whole):
    program, delegate = whole
    return str(program) if program else delegate or _("All programs")
