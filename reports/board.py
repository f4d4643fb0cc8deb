"""The board's copy of a report: de-identified (design 8), on paper, in the language of the reader."""

from pathlib import Path

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from agency import pdf
from agency.models import Agency, ServiceCategory
from families.models import Outcome
from reports.presenting import Presented
from reports.suppression import hide_small, suppress

TEMPLATE = Path(__file__).parent / "monthly.typ"
FAMILY_COUNTS_APART = ("contacts", "caseload_limit", "workers")  # counts of no families: nothing to hide


def as_pdf(run):
    return pdf.render(TEMPLATE, _data(run))


def title_of(figure):
    """The name of a number that belongs to an outcome or a kind of help ("outcome_3_down", "asked_housing")."""
    kind, _sep, rest = figure.partition("_")
    if kind == "outcome":
        number, way = rest.split("_")
        ways = {"up": _("higher than at first"), "same": _("the same as at first"), "down": _("lower than at first")}
        return f"{Outcome(int(number)).label}: {ways[way]}"
    category = ServiceCategory.objects.filter(code=rest).first()
    kinds = {"asked": _("asked for"), "received": _("received"), "open": _("still open")}
    return f"{category or rest}: {kinds[kind]}"


def _data(run):
    shown, smallest = Presented(run), run.content["small_cell"]
    return {
        "language": (get_language() or "en")[:2],
        "title": _("Monthly program report, %(month)s") % {"month": run.month.title},
        "agency": str(Agency.objects.first() or ""),
        "program": str(run.program) if run.program else _("The whole agency"),
        "frozen": _("Figures as of %(day)s, edition %(number)s.")
        % {"day": date_format(localtime(run.as_of), "DATETIME_FORMAT"), "number": run.edition},
        "small": _("Counts from 1 to %(most)s, and counts that would give them away, are shown as a dash.")
        % {"most": smallest - 1},
        "sections": [_numbers(shown, title, codes, smallest) for title, codes in shown.tables()],
        "head": [_head(figure, smallest) for figure in shown.head()],
        "outcomes": _outcomes(shown, smallest),
        "help": _help(shown, smallest),
        "contacts": _contacts(shown, smallest),
    }


def _head(figure, smallest):
    return {"number": _text(hide_small(figure["number"], smallest)), "label": str(figure["label"])}


def _numbers(shown, title, codes, smallest):
    counts = [shown.numbers[code] for code in codes]
    if title == _("Agreements"):  # these add up to the families served, which is printed
        hidden = suppress(counts, smallest)
    else:
        hidden = [
            n if code in FAMILY_COUNTS_APART else hide_small(n, smallest) for code, n in zip(codes, counts, strict=True)
        ]
    rows = [
        [str(shown.figure(code)["label"]), _text(n), _width(n, counts)] for code, n in zip(codes, hidden, strict=True)
    ]
    return {"title": title, "columns": ["", _("Count")], "rows": rows}


def _outcomes(shown, smallest):
    rows = []
    for row in shown.compared():
        up, same, down = suppress([row["up"], row["same"], row["down"]], smallest)
        few = row["families"] < smallest
        levels = ["–", "–"] if few else [str(row["first"]), str(row["latest"])]
        rows.append(
            [
                str(row["label"]),
                *levels,
                _text(up),
                _text(same),
                _text(down),
                _text(hide_small(row["families"], smallest)),
            ]
        )
    return {
        "title": _("How families see their own progress"),
        "note": _(
            "The family’s own answers, first conversation and latest: 1 need help now, 3 getting by, 5 a strength."
        ),
        "columns": [_("Outcome"), _("First"), _("Latest"), _("Up"), _("Same"), _("Down"), _("Families")],
        "rows": rows,
    }


def _help(shown, smallest):
    rows = [
        [row["label"], *(_text(hide_small(row[what], smallest)) for what in ("asked", "received", "open"))]
        for row in shown.help()
    ]
    asked = [row["asked"] for row in shown.help()]
    bars = [_width(hide_small(number, smallest), asked) for number in asked]
    return {
        "title": _("Asked for, and received, this program year"),
        "columns": [_("Kind of help"), _("Asked for"), _("Received"), _("Still open")],
        "rows": rows,
        "bars": bars,
    }


def _contacts(shown, smallest):
    return {
        "title": _("Staying in touch"),
        "columns": [_("Month"), _("Contacts a family"), _("Families"), _("Families with none")],
        "rows": [
            [
                row["title"],
                str(row["each"]),
                _text(hide_small(row["families"], smallest)),
                _text(hide_small(row["none"], smallest)),
            ]
            for row in shown.contacts()
        ],
    }


def _text(number):
    return "–" if number is None else str(number)


def _width(number, among):
    """The length of a bar in percent of the longest; nothing for a hidden number, whose bar would tell it."""
    most = max((n for n in among if n is not None), default=0)
    return round(100 * number / most) if number and most else 0
