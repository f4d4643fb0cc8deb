"""Report: one report as it is read, frozen (from a ReportRun) or counted at this moment. Pages and files ask it."""

from urllib.parse import quote

from django.db.models import F, Func, IntegerField
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.text import capfirst

from reports.shape import Cell

IN_A_PATH = "~:@!$&'()*+,;="


class Report:
    """Figures with their names, definitions, and the way to the list behind each."""

    earlier_lists = {}  # {earlier frozen run: figures whose lists this reader may open}
    most = None  # rows of a table that are shown: a page and paper have an end, a file has not
    is_kept = False  # a worker counted it; somebody may ask for a new count

    def __init__(self, *, kind, content, period, where, as_of, opens=(), url_of=None, run=None, scope=None):
        self.kind, self.content, self.period, self.where, self.as_of = kind, content, period, where, as_of
        self.opens, self._url_of = frozenset(opens), url_of
        self.run, self.scope = run, scope

    @classmethod
    def of_run(cls, run, opens=()):
        """A frozen report; `opens` are the figures whose lists this reader may open."""
        return cls(
            kind=run.kind, content=run.content, period=run.when, where=run.where, as_of=run.as_of, opens=opens,
            url_of=way_of(run), run=run,
        )  # fmt: skip

    @classmethod
    def live(cls, kind, scope, *, counted, opens=(), query="", way="reports:live-families", as_of=None):
        """The same, counted now. `query` is the address's own words, kept on the `way` to a list."""
        before, after = reverse(way, args=[kind.code, "-"]).rsplit("-", 1)
        after += f"?{query}" if query else ""
        report = cls(
            kind=kind, content=counted.as_content(), period=scope.period, where=scope.title,
            as_of=as_of or timezone.now(), opens=opens,
            url_of=lambda figure: before + quote(figure, safe=IN_A_PATH) + after, scope=scope,
        )  # fmt: skip
        report.behind = {figure: len(ids) for figure, ids in counted.families.items()}
        return report

    @cached_property
    def behind(self):
        """{figure: how many families are behind it}, of those with a list."""
        if not self.run:
            return {}
        size = Func(F("family_ids"), function="cardinality", output_field=IntegerField())
        return dict(self.run.families.values_list("figure", size))

    @cached_property
    def hidden(self):
        """Figures taken out of a report for sharing: small ones, and what would give them away."""
        return frozenset(self.content.get("hidden", ()))

    @property
    def numbers(self):
        return self.content["figures"]

    @property
    def title(self):
        return self.period.title

    @property
    def is_frozen(self):
        return self.run is not None

    def number(self, figure):
        return self.numbers.get(figure)

    def url(self, figure):
        return self._url_of(figure) if figure in self.opens else ""

    def earlier_url(self, name, figure):
        """The list behind a number of an earlier month, as it was frozen then."""
        run = self.content["before"][name].get("run")
        return reverse("reports:families", args=[run, figure]) if figure in self.earlier_lists.get(run, ()) else ""

    def cell(self, figure, value=None):
        """The number as a cell that opens; `value` when it stands in a table of the content instead."""
        return Cell(self.number(figure) if value is None else value, figure, self.url(figure))

    def meaning(self, figure):
        return self.kind.figure(figure)

    def name(self, figure):
        return capfirst(str(self.kind.figure(figure).name))

    @cached_property
    def sections(self):
        return self.kind.sections(self)

    @cached_property
    def head(self):
        """The numbers on top, each with its denominator, as components/_figures.html shows them."""
        return [
            {"code": code, "number": self._on_top(code), "label": self.name(code), "note": note, "url": self.url(code)}
            for code, note in self.kind.head(self)
        ]

    def _on_top(self, figure):
        return Cell(self.number(figure)).shown if figure in self.hidden else self.number(figure)

    @property
    def as_of_said(self):
        return date_format(timezone.localtime(self.as_of), "DATETIME_FORMAT")


def way_of(run):
    """The address of the list behind a number of a frozen report."""
    return lambda figure: reverse("reports:families", args=[run.pk, figure])
