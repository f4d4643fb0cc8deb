"""The monthly report as it is shown: one section a question, each with its table, some with a plot."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agency.words import Words
from families.models import Outcome
from referrals.models import Referral
from reports.monthly.counting import agreements
from reports.periods import Month
from reports.shape import Cell, Column, Plot, Row, Section, Table

MOST = 8  # kinds of help that stand beside the plot; the others are folded


def of(report):
    return [
        _families(report),
        _talks(report),
        _contacts(report),
        *_change(report),
        _agreements(report),
        _goals(report),
        _referrals(report),
        _barriers(report),
        _help(report),
        _pir(report),
        _numbers(report, "homes", _("Home, foster care, child welfare"), (
            "homeless", "homeless_now", "homeless_children", "housed", "foster_children", "welfare_children",
        )),
        _numbers(report, "fathers", _("Fathers and father figures"), (
            "fathers", "fathers_any", "fathers_assessment", "fathers_goals", "fathers_child", "fathers_governance",
            "fathers_parenting",
        )),
        _numbers(report, "rights", _("Consents and notices"), (
            "consents", "notices", "notices_missing", "child_support_told", "child_support_missing", "disclosures",
        )),
        _numbers(report, "caseload", _("Families and staff"), (
            "workers", "caseload_limit", "caseload_largest", "workers_over_limit", "without_worker",
        )),
        _numbers(report, "partners", _("Work with partners"), (
            "partner_meetings", "partners_asked", "mous_in_force", "mous_due", "mous_lapsed",
        )),
        _numbers(report, "learning", _("Hours and training"), (
            "parent_hours", "supervision_sessions", "supervision_learning", "supervision_hours", "training_days",
            "partner_trainings", "partner_trained",
        ), aside=_("Hours of staff training are not recorded here; days away in training are")),
        _numbers(report, "attendance", _("Attendance support"), ("attendance_asked", "attendance_received")),
        _numbers(report, "celebrations", _("Celebrations"), ("celebrations",)),
    ]  # fmt: skip


# ---- a list of numbers, beside those of the month and of the year before ------------------------------------------
def _numbers(report, code, title, figures, **more):
    known = [figure for figure in figures if figure in report.numbers]
    table = Table(code, _columns_of(report), [_row(report, figure) for figure in known], label=title)
    return Section(code, title, table, meanings=known, half=True, **more)


def _columns_of(report):
    columns = [Column("count", _("This month"))]
    titles = {"month": _("Month before"), "year": _("A year before")}
    return columns + [Column(f"{name}_before", titles[name]) for name, _one in _before(report)]


def _before(report):
    """The earlier periods in their order; what is frozen as JSON keeps none."""
    found = report.content.get("before", {})
    return [(name, found[name]) for name in report.kind.compares if name in found]


def _row(report, figure):
    earlier = [_earlier(report, name, figure, one["figures"].get(figure)) for name, one in _before(report)]
    return Row(report.name(figure), [report.cell(figure), *earlier], figure)


def _earlier(report, name, figure, number):
    """An earlier number, and how the new one differs from it."""
    now = report.number(figure)
    change = _difference(now - number) if number is not None and now is not None else ""
    return Cell(number, f"{name}:{figure}", report.earlier_url(name, figure), change=change)


def _difference(number):
    number = round(number, 1)
    return f"+{number}" if number > 0 else f"−{abs(number)}" if number < 0 else "±0"


# ---- sections of their own shape ----------------------------------------------------------------------------------
def _families(report):
    return _numbers(report, "families", _("Families"), ("families", "new", "left", "served"))


def _contacts(report):
    rows = [
        Row(
            Month.named(one["month"]).title,
            [
                Cell(_per(one), hides_with=[_name_of_month(report, one, what) for what in ("families", "contacts")]),
                _of_month(report, one, "contacts"),
                _of_month(report, one, "families"),
                _of_month(report, one, "none"),
            ],
            one["month"],
        )
        for one in report.content["contacts"]
    ]
    columns = [
        Column("each", _("Contacts a family")),
        Column("contacts", _("Contacts")),
        Column("families", _("Families")),
        Column("none", _("Families with none")),
    ]
    title = _("Contacts a family, each month")
    points = [{"label": row.head.split(" ")[0][:3], "value": row.cells[0].value} for row in rows]
    plot = Plot("line", title, _("Contacts a family by month; the table has the same figures"), points)
    table = Table("contacts", columns, rows, _("The same, in numbers"), title, _("Month"))
    return Section(
        "contacts", _("Staying in touch"), table, plot,
        further=_numbers(report, "reached", _("This month"), ("contacts", "reached", "not_reached", "visited")).table,
        meanings=["contacts", "reached", "not_reached", "visited"],
    )  # fmt: skip


def _of_month(report, one, what):
    """The report's own month opens; earlier months stand as they were counted."""
    figure = _name_of_month(report, one, what)
    return report.cell(figure) if figure in report.numbers else Cell(one[what], figure)


def _name_of_month(report, one, what):
    figure = {"none": "not_reached"}.get(what, what)
    return figure if one["month"] == str(report.period) else f"{one['month']}:{figure}"


def _per(row):
    return round(row["contacts"] / row["families"], 1) if row["families"] else 0.0


def _talks(report):
    codes = (
        "conversations_due",
        "conversations_done",
        "conversations_late",
        "conversations_had",
        "conversations_missing",
        "conversations_twice",
    )
    return _numbers(report, "conversations", _("Strengths conversations"), codes)


def _change(report):
    compared = [row | {"label": Outcome(row["outcome"]).label} for row in report.content["outcomes"] if row["families"]]
    if not compared:
        empty = (
            _("Nothing to compare yet"),
            _("When families have had a second conversation, their own answers stand here, first beside latest."),
        )
        return [Section("outcomes", _("How families see their own progress"), empty=empty)]
    return [_levels(report, compared), _ways(report, compared)]


def _levels(report, compared):
    rows = [
        Row(
            row["label"],
            [
                *(Cell(row[which], hides_with=(f"outcome_{row['outcome']}",)) for which in ("first", "latest")),
                report.cell(f"outcome_{row['outcome']}", row["families"]),
            ],
            str(row["outcome"]),
        )
        for row in compared
    ]
    columns = [Column("first", _("First")), Column("latest", _("Latest")), Column("families", _("Families"))]
    title = _("First conversation to latest, average level")
    plot = Plot(
        "change", title,
        _("Average level at first and latest conversation, by outcome; the table has the same figures"), compared,
        _("The family’s own answers: 1 need help now, 3 getting by, 5 a strength"), (_("First"), _("Latest")),
    )  # fmt: skip
    table = Table("outcomes", columns, rows, _("The same, in numbers"), title, _("Outcome"))
    return Section(
        "outcomes", _("How families see their own progress"), table, plot,
        aside=_families_twice(report.number("conversations_twice")), meanings=["conversations_twice"],
    )  # fmt: skip


def _families_twice(number):
    return ngettext(
        "%(number)s family with two conversations or more", "%(number)s families with two conversations or more", number
    ) % {"number": number}


def _ways(report, compared):
    ways = ("up", "same", "down")
    rows = [
        Row(
            row["label"],
            [report.cell(f"outcome_{row['outcome']}_{way}", row[way]) for way in ways],
            str(row["outcome"]),
        )
        for row in compared
    ]
    names = (_("Up"), _("Same"), _("Down"))
    title = _("Families by direction of change")
    parts = [
        {"label": row["label"], "note": _count_families(row["families"]), "parts": [row[way] for way in ways]}
        for row in compared
    ]
    plot = Plot(
        "parts", title,
        _("Families whose level went up, stayed the same or went down, by outcome; the table has the same figures"),
        parts, _("A lower answer can mean more trust, not less progress"), names,
    )  # fmt: skip
    columns = [Column(way, name) for way, name in zip(ways, names, strict=True)]
    table = Table("directions", columns, rows, _("The same, in numbers"), title, _("Outcome"))
    first = compared[0]["outcome"]
    return Section("directions", _("Up, same, down"), table, plot, meanings=[f"outcome_{first}_{way}" for way in ways])


def _count_families(count):
    return ngettext("%(count)s family", "%(count)s families", count) % {"count": count}


def _agreements(report):
    codes = [f"agreements_{standing}" for standing in agreements.STANDINGS]
    return _numbers(
        report, "agreements", _("Agreements"), (*codes, "offered_in_month", "signed_in_month", "put_off_in_month")
    )


def _goals(report):
    codes = (
        "goals_set",
        "goals_open",
        "goals_moved",
        "goals_reached",
        "goals_set_this_year",
        "goals_reached_this_year",
    )
    return _numbers(report, "goals", _("Goals"), (*codes, "with_a_goal", "reviewed"))


def _referrals(report):
    codes = (
        "referrals_sent", "information_given", "referrals_received", "referrals_not_received", "referrals_waiting",
    )  # fmt: skip
    return _numbers(report, "referrals", _("Referrals"), codes)


def _barriers(report):
    title = _("What stood in the way of help")
    if not report.content["barriers"]:
        empty = (_("Nothing stood in the way"), _("No referral was closed without help this program year."))
        return Section("barriers", title, empty=empty, half=True)
    labels = dict(Referral.Barrier.choices)
    rows = [
        Row(
            capfirst(str(labels.get(one["code"], one["code"]))),
            [report.cell(f"barrier_{one['code']}", one["count"])],
            one["code"],
        )
        for one in report.content["barriers"]
    ]
    table = Table("barriers", [Column("referrals", _("Referrals"))], rows, label=title, first=_("Reason"))
    meanings = [f"barrier_{report.content['barriers'][0]['code']}"]
    return Section("barriers", title, table, aside=_("This program year"), meanings=meanings, half=True)


def _help(report):
    kinds = report.content["help"]
    if not kinds:
        empty = (_("No need and no help recorded this year"), _("Both appear here as soon as somebody records them."))
        return Section("help", _("Asked for, and received"), empty=empty)
    rows = [_kind(report, one) for one in kinds]
    title = _("Families that want help, and families that received it")
    pairs = [
        {"label": row.head, "first": one["asked"], "second": one["received"]}
        for row, one in zip(rows[:MOST], kinds, strict=False)
    ]
    plot = Plot(
        "beside", title, _("Families asking for and receiving help, by kind; the table has the same figures"), pairs,
        _("The eight kinds asked for most"), (_("Asked for"), _("Received")),
    )  # fmt: skip
    columns = [Column("asked", _("Asked for")), Column("received", _("Received")), Column("open", _("Still open"))]
    further = (
        Table("help_further", columns, rows[MOST:], label=_("All other kinds of help"), first=_("Kind of help"))
        if rows[MOST:]
        else None
    )
    totals = Row(
        _("Families, each once"),
        [report.cell(figure) for figure in ("asked", "helped", "still_open")],
        "all",
    )
    table = Table("help", columns, [*rows[:MOST], totals], _("The same, in numbers"), title, _("Kind of help"))
    first = kinds[0]["category"]
    meanings = [*(f"{what}_{first}" for what in ("asked", "received", "open")), "asked", "helped", "still_open"]
    return Section(
        "help", _("Asked for, and received"), table, plot, _("This program year"), further, meanings=meanings
    )


def _kind(report, one):
    cells = [report.cell(f"{what}_{one['category']}", one[what]) for what in ("asked", "received", "open")]
    return Row(str(Words(one["name"])), cells, one["category"])


def _pir(report):
    """Services by the letter of the yearly report, and the unduplicated total."""
    title = _("Services as the yearly report counts them")
    if not report.content["pir"]:
        empty = (_("None yet"), _("Help received this program year appears here by the item it counts under."))
        return Section("pir", title, empty=empty, half=True)
    rows = [
        Row(
            one["item"],
            [report.cell(f"pir_{one['item']}", one["families"])],
            one["item"],
            note=", ".join(str(Words(name)) for name in one["names"]),
        )
        for one in report.content["pir"]
    ]
    rows.append(Row(_("At least one of them"), [report.cell("helped_pir")], "total"))
    table = Table("pir", [Column("families", _("Families"))], rows, label=title, first=_("Item"))
    meanings = [f"pir_{report.content['pir'][0]['item']}", "helped_pir"]
    aside = _("PIR form of %(year)s, this program year") % {"year": report.content["pir_form"]}
    return Section("pir", title, table, aside=aside, meanings=meanings, half=True)
