"""Help: what families asked for, what they received, what is still open; by kind of help and by PIR item."""

from django.utils.translation import gettext_lazy as _

from agency.models import PirItemOfCategory, ServiceCategory
from agency.words import Words
from reports.kinds import Figure

HELP = _("Help received, from us, through a referral or found by the family.")
NEEDS = _("Needs families told us of, with whether they want to work on them.")
COUNTS = _("Received this program year while the family held a place, or counted in this year by hand with a reason.")
WANTED = _("Told to us this program year; a need the family does not want to work on is not asked for.")

FIGURES = {
    "helped": Figure(
        _("families that received help"), _("Received any help this program year, each family once."), HELP, COUNTS
    ),
    "helped_pir": Figure(
        _("families in at least one item of the yearly report"),
        _("Received help that counts in the PIR list of services, each family once."), HELP,
        _("The unduplicated total of the list, never a sum."),
    ),
    "asked": Figure(
        _("families that asked for help"), _("Want to work on at least one need, this year."), NEEDS, WANTED,
    ),
    "still_open": Figure(
        _("families still without help they asked for"),
        _("At least one kind of help they asked for, still open at month’s end and not received."), NEEDS, WANTED,
    ),
    "attendance_asked": Figure(
        _("families that asked for help with attendance"),
        _("A need for help with attendance and daily routines, this program year."), NEEDS, WANTED,
    ),
    "attendance_received": Figure(
        _("families that received help with attendance"),
        _("Help with attendance and daily routines received, this program year."), HELP, COUNTS,
    ),
}  # fmt: skip
KINDS = {
    "asked": (_("%(kind)s: asked for"), _("Families that asked for this kind of help this year."), NEEDS, WANTED),
    "received": (_("%(kind)s: received"), _("Families that received this kind of help this year."), HELP, COUNTS),
    "open": (
        _("%(kind)s: still open"),
        _("Families that asked for it, whose need is open at month’s end and who have not received it."), NEEDS, WANTED,
    ),
}  # fmt: skip
ITEM = _("Families that received at least one kind of help the PIR form of this year counts here, each once.")
ATTENDANCE = "attendance_support"

SQL = """
, received AS MATERIALIZED (
    SELECT DISTINCT r.family_id, r.category_id
    FROM families_servicereceived r JOIN served USING (family_id)
    WHERE r.received_on <= %(last)s AND (r.received_on >= served.since OR r.counts_because <> '') AND (
        r.counts_because = '' AND EXISTS (
            SELECT FROM places p WHERE p.family_id = r.family_id AND p.entered_on <= r.received_on
            AND (p.exited_on IS NULL OR p.exited_on >= r.received_on))
        OR r.counts_because <> '' AND r.program_year_id IN (SELECT id FROM this_year))
), wanted AS MATERIALIZED (
    SELECT n.family_id, n.category_id, bool_or(n.closed_on IS NULL OR n.closed_on > %(last)s) AS open
    FROM families_need n JOIN served USING (family_id)
    WHERE n.opened_on BETWEEN served.since AND %(last)s AND n.interest <> 'no'
    GROUP BY n.family_id, n.category_id
), waiting AS MATERIALIZED (
    SELECT family_id, category_id FROM wanted WHERE open EXCEPT SELECT family_id, category_id FROM received
)
SELECT 'asked', category_id, array_agg(family_id ORDER BY family_id) FROM wanted GROUP BY category_id
UNION ALL
SELECT 'received', category_id, array_agg(family_id ORDER BY family_id) FROM received GROUP BY category_id
UNION ALL
SELECT 'open', category_id, array_agg(family_id ORDER BY family_id) FROM waiting GROUP BY category_id
UNION ALL SELECT 'asked', NULL, array_agg(DISTINCT family_id) FROM wanted
UNION ALL SELECT 'received', NULL, array_agg(DISTINCT family_id) FROM received
UNION ALL SELECT 'open', NULL, array_agg(DISTINCT family_id) FROM waiting
"""
TOTALS = {"asked": "asked", "received": "helped", "open": "still_open"}


def count(scope, found):
    by_kind, totals = {"asked": {}, "received": {}, "open": {}}, []
    for what, category, ids in scope.ask(SQL):
        if category is None:
            totals.append((TOTALS[what], ids))
        else:
            by_kind[what][category] = ids
    found.lists(totals)
    categories = {one.pk: one for one in ServiceCategory.objects.filter(pk__in=set().union(*by_kind.values()))}
    rows = [
        _kind(found, one, {what: ids.get(pk, []) for what, ids in by_kind.items()}) for pk, one in categories.items()
    ]
    found.content["help"] = sorted(rows, key=lambda row: (-row["asked"], -row["received"], row["category"]))
    _attendance(found)
    _pir(scope, found, by_kind["received"], categories)


def _kind(found, category, lists):
    found.lists((f"{what}_{category.code}", ids) for what, ids in lists.items())
    counts = {what: len(ids) for what, ids in lists.items()}
    return {"category": category.code, "name": dict(category.name), "restricted": category.is_restricted} | counts


def _attendance(found):
    for what in ("asked", "received"):
        found.lists([(f"attendance_{what}", found.families.get(f"{what}_{ATTENDANCE}"))])


def _pir(scope, found, received, categories):
    """The list of services of the PIR, by the newest form that is known for this program year."""
    items, form = _form(scope)
    by_item = {}
    for category, ids in received.items():
        if category in items:
            by_item.setdefault(items[category], []).append((categories[category], ids))
    rows = [_item(found, item, parts) for item, parts in sorted(by_item.items())]
    found.families_in("helped_pir", {one for parts in by_item.values() for _category, ids in parts for one in ids})
    found.content |= {"pir": rows, "pir_form": form}


def _form(scope):
    """({category: item}, year of the form)."""
    year = f"{scope.year_start.year}-{(scope.year_start.year + 1) % 100:02d}"
    forms = PirItemOfCategory.objects.order_by("form_year").values_list("form_year", flat=True).distinct()
    form = max((one for one in forms if one <= year), default=next(iter(forms), ""))
    rows = PirItemOfCategory.objects.filter(form_year=form).exclude(item="")
    return dict(rows.values_list("category_id", "item")), form


def _item(found, item, parts):
    figure = f"pir_{item}"
    found.families_in(figure, {one for _category, ids in parts for one in ids})
    names = [dict(category.name) for category, _ids in sorted(parts, key=lambda part: part[0].position)]
    restricted = any(category.is_restricted for category, _ids in parts)
    return {"item": item, "names": names, "restricted": restricted, "families": found.numbers[figure]}


def restricted(figures):
    """Those of `figures` about kinds of help that are restricted. One statement, however many."""
    categories = ServiceCategory.objects.filter(is_restricted=True)
    kept = {f"{what}_{code}" for code in categories.values_list("code", flat=True) for what in KINDS}
    kept |= {
        f"pir_{item}"
        for item in PirItemOfCategory.objects.filter(category__in=categories).values_list("item", flat=True)
    }
    return kept & set(figures)


def kind(what, code):
    """The figure of one kind of help."""
    name, counts, records, rule = KINDS[what]
    category = ServiceCategory.objects.filter(code=code).first()
    title = str(Words(category.name)) if category else code
    return Figure(
        name % {"kind": title}, counts, records, rule, is_restricted=bool(category and category.is_restricted)
    )


def item(code):
    """The figure of one item of the PIR's list."""
    restricted = ServiceCategory.objects.filter(pir_items__item=code, is_restricted=True).exists()
    return Figure(_("PIR item %(item)s") % {"item": code}, ITEM, HELP, COUNTS, is_restricted=restricted)
