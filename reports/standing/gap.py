"""Service gap: help that families want against help they received, by kind and by ZIP code (45 CFR 1302.11(b)).

For the community assessment. Paper of it hides small numbers, and what would give them away.
"""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.standing import labels
from reports.standing.blocks import NONE, Block, Measure
from reports.standing.frame import Asked, told

NEEDS = gettext_lazy("Needs that were open on any of these days and that the family wants to work on; help received.")
ZIP = gettext_lazy("By the ZIP code of their home. An address that is kept hidden counts as not known.")

WANTED = {
    "needed": Measure(gettext_lazy("Want help"), gettext_lazy("Families with such a need on any of these days.")),
    "helped": Measure(gettext_lazy("Helped"), gettext_lazy("Of these, who received such help in these days.")),
    "gap": Measure(gettext_lazy("Not helped"), gettext_lazy("Of these, who received no such help in these days.")),
}
EVERYBODY = Measure(gettext_lazy("Families"), gettext_lazy("With a place on any of these days."))
RECEIVED = Measure(gettext_lazy("Received"), gettext_lazy("Families that received such help, asked for or not."))
OFFERING = Measure(
    gettext_lazy("Partners"), gettext_lazy("Partners whose running services offer such help, anywhere."), "staff"
)
NEAR = Measure(
    gettext_lazy("Partners there"),
    gettext_lazy("Partners that offer such help at a place with this ZIP code."),
    "staff",
)

SQL = """
, homes AS MATERIALIZED (
    SELECT e.family_id, coalesce(known.zip, 'none') AS zip
    FROM enrolled e LEFT JOIN LATERAL (
        SELECT substring(h.postal_code FROM '^[0-9]{5}') AS zip FROM families_household h
        WHERE h.family_id = e.family_id AND NOT h.is_hidden AND h.postal_code ~ '^[0-9]{5}'
        ORDER BY h.id LIMIT 1
    ) known ON true
), wanted AS (
    SELECT DISTINCT n.family_id, n.category_id FROM families_need n JOIN enrolled USING (family_id)
    WHERE n.interest <> 'no' AND n.opened_on <= %(last)s AND (n.closed_on IS NULL OR n.closed_on >= %(first)s)
), received AS (
    SELECT DISTINCT s.family_id, s.category_id FROM families_servicereceived s JOIN enrolled USING (family_id)
    WHERE s.received_on BETWEEN %(first)s AND %(last)s
), facts AS MATERIALIZED (
    SELECT family_id, c.code AS kind, homes.zip, w.family_id IS NOT NULL AS needed, r.family_id IS NOT NULL AS received
    FROM wanted w FULL JOIN received r USING (family_id, category_id)
    JOIN homes USING (family_id) JOIN agency_servicecategory c ON c.id = category_id
), tables AS (
    SELECT 'kinds' AS block, kind AS row, family_id, needed, received, needed AND NOT received AS gap FROM facts
    UNION ALL
    SELECT 'places', kind || '~' || zip, family_id, needed, received, needed AND NOT received FROM facts
    UNION ALL
    SELECT 'zips', zip, family_id, bool_or(needed), bool_or(received), bool_or(needed AND NOT received)
    FROM facts GROUP BY zip, family_id
    UNION ALL
    SELECT 'kinds', 'all', family_id, bool_or(needed), bool_or(received), bool_or(needed AND NOT received)
    FROM facts GROUP BY family_id
), offered AS MATERIALIZED (
    SELECT DISTINCT c.code AS kind, v.partner_id, substring(l.postal_code FROM '^[0-9]{5}') AS zip
    FROM partners_service v JOIN partners_service_categories k ON k.service_id = v.id
    JOIN agency_servicecategory c ON c.id = k.servicecategory_id
    LEFT JOIN partners_service_locations a ON a.service_id = v.id LEFT JOIN partners_location l ON l.id = a.location_id
    WHERE v.status = 'active'
), found (block, row, measure, number, families) AS (
    SELECT 'zips', zip, 'families', NULL::float, array_agg(family_id) FROM homes GROUP BY zip
    UNION ALL SELECT block, row, 'needed', NULL, array_agg(family_id) FROM tables WHERE needed GROUP BY block, row
    UNION ALL SELECT block, row, 'gap', NULL, array_agg(family_id) FROM tables WHERE gap GROUP BY block, row
    UNION ALL SELECT block, row, 'helped', NULL, array_agg(family_id)
        FROM tables WHERE needed AND NOT gap GROUP BY block, row
    UNION ALL SELECT block, row, 'received', NULL, array_agg(family_id)
        FROM tables WHERE received AND block = 'kinds' GROUP BY block, row
    UNION ALL SELECT 'kinds', kind, 'partners', count(DISTINCT partner_id), NULL FROM offered
        WHERE kind IN (SELECT kind FROM facts) GROUP BY kind
    UNION ALL SELECT 'kinds', 'all', 'partners', count(DISTINCT partner_id), NULL FROM offered
        WHERE kind IN (SELECT kind FROM facts) HAVING count(*) > 0
    UNION ALL SELECT 'places', kind || '~' || zip, 'partners', count(DISTINCT partner_id), NULL FROM offered
        WHERE (kind, zip) IN (SELECT kind, zip FROM facts) GROUP BY kind, zip
)
"""


def kinds_and_places(codes):
    """ "Housing, 98101", from "housing~98101"."""
    names = labels.categories({code.partition("~")[0] for code in codes})
    return {code: _pair(names, *code.split("~")) for code in codes}


def _pair(names, kind, place):
    return f"{names.get(kind, kind)}, {_('not known') if place == NONE else place}"


class Gap(Asked):
    code = "gap"
    title = gettext_lazy("Service gap")
    lead = gettext_lazy("Help that families want against help they received, by kind and by ZIP code.")
    blocks = (
        Block("kinds", gettext_lazy("By kind of help"), gettext_lazy("Kind of help"),
              WANTED | {"received": RECEIVED, "partners": OFFERING}, labels.categories, NEEDS, "",
              "beside", ("needed", "helped"), gettext_lazy("Families that want help, and those who were helped"),
              {"needed": ("helped", "gap")}, of_categories=True),
        Block("zips", gettext_lazy("By ZIP code"), gettext_lazy("ZIP code"),
              {"families": EVERYBODY} | WANTED,
              labels.as_written, NEEDS, ZIP, adds={"needed": ("helped", "gap")}, whole="kinds.all"),
        Block("places", gettext_lazy("By kind of help and ZIP code"), gettext_lazy("Kind of help, ZIP code"),
              WANTED | {"partners": NEAR}, kinds_and_places, NEEDS, ZIP, adds={"needed": ("helped", "gap")},
              of_categories=True),
    )  # fmt: skip

    sql = SQL

    def head(self, report):
        if not report.content["rows"]["kinds"]:
            return []
        wanted = told(report, _("of %(n)s that want help with something"), "kinds.all.needed")
        return [
            ("kinds.all.gap", wanted),
            ("kinds.all.helped", _("with all they asked for")),
            ("kinds.all.received", ""),
        ]

    def sums(self, content):
        """A kind of help is the sum of its places: each family lives in one."""
        places = content["rows"]["places"]
        return super().sums(content) + [
            (f"kinds.{kind}.{column}", [f"places.{row}.{column}" for row in places if row.startswith(f"{kind}~")])
            for kind in content["rows"]["kinds"]
            for column in WANTED
            if kind != "all"
        ]


KIND = Gap()
