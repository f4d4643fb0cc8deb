"""Rights and disclosures: notices given, consents in force or ending, answers of families, and what left the agency."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from families.models import FamilyConsent, NoticeGiven
from referrals.models import Disclosure
from reports.standing import labels
from reports.standing.blocks import Block, Measure
from reports.standing.frame import Asked

FAMILIES = Measure(gettext_lazy("Families"), gettext_lazy("Families they are about."))
TOLD = {
    "given": Measure(gettext_lazy("Told in these days"), gettext_lazy("Families that were given it in these days.")),
    "told": Measure(
        gettext_lazy("Told"), gettext_lazy("By the last day; the yearly notice of rights since the program year began.")
    ),
    "missing": Measure(gettext_lazy("Not told yet"), gettext_lazy("All others with a place in these days.")),
}
CONSENTS = {
    "consents": Measure(
        gettext_lazy("Consents"), gettext_lazy("Each leave to share something with a partner."), "things"
    ),
    "families": FAMILIES,
}
ANSWERS = {
    "yes": Measure(gettext_lazy("Yes"), gettext_lazy("They agreed, and have not taken it back by the last day.")),
    "no": Measure(gettext_lazy("No"), gettext_lazy("They did not agree.")),
    "taken_back": Measure(gettext_lazy("Taken back"), gettext_lazy("Families that took an answer back in these days.")),
}
LEFT = {
    "times": Measure(
        gettext_lazy("Times"), gettext_lazy("Something about a family left the agency in these days."), "things"
    ),
    "families": FAMILIES,
}
STANDINGS = labels.of_choices([
    ("in_force", gettext_lazy("In force on the last day")),
    ("ending", gettext_lazy("Of these, ending within 30 days")),
    ("expired", gettext_lazy("Ended by themselves in these days")),
    ("revoked", gettext_lazy("Taken back in these days")),
    ("given", gettext_lazy("Given in these days")),
])  # fmt: skip
GROUNDS = labels.of_choices([("consent", gettext_lazy("With the consent of the family")), *Disclosure.Ground.choices])

SQL = """
, told AS MATERIALIZED (
    SELECT n.kind, n.family_id, bool_or(n.given_on >= %(first)s) AS given,
           bool_or(n.kind <> 'rights' OR n.given_on >= coalesce(s.since, %(first)s)) AS told
    FROM families_noticegiven n JOIN enrolled USING (family_id) LEFT JOIN served s USING (family_id)
    WHERE n.given_on <= %(last)s
    GROUP BY n.kind, n.family_id
), kinds AS (SELECT unnest(%(kinds)s) AS kind),
consents AS MATERIALIZED (
    SELECT c.family_id, c.given_on, c.expires_on, (c.revoked_at AT TIME ZONE %(zone)s)::date AS revoked_on
    FROM referrals_consent c JOIN enrolled USING (family_id) WHERE c.given_on <= %(last)s
), standing AS (
    SELECT 'in_force' AS row, family_id FROM consents
    WHERE expires_on >= %(last)s AND (revoked_on IS NULL OR revoked_on > %(last)s)
    UNION ALL SELECT 'ending', family_id FROM consents
    WHERE expires_on BETWEEN %(last)s AND %(last)s::date + 30 AND (revoked_on IS NULL OR revoked_on > %(last)s)
    UNION ALL SELECT 'expired', family_id FROM consents
    WHERE expires_on >= %(first)s AND expires_on < %(last)s AND (revoked_on IS NULL OR revoked_on > expires_on)
    UNION ALL SELECT 'revoked', family_id FROM consents WHERE revoked_on BETWEEN %(first)s AND %(last)s
    UNION ALL SELECT 'given', family_id FROM consents WHERE given_on >= %(first)s
), answers AS MATERIALIZED (
    SELECT a.kind, a.family_id, a.agreed, a.ended_on
    FROM families_familyconsent a JOIN enrolled USING (family_id) WHERE a.given_on <= %(last)s
), left_us AS (
    SELECT CASE WHEN d.exception = '' THEN 'consent' ELSE d.exception END AS row, d.family_id
    FROM referrals_disclosure d JOIN enrolled USING (family_id)
    WHERE (d.made_at AT TIME ZONE %(zone)s)::date BETWEEN %(first)s AND %(last)s
), grounds AS (
    SELECT row, family_id FROM left_us UNION ALL SELECT 'all', family_id FROM left_us
), found (block, row, measure, number, families) AS (
    SELECT 'notices', kind, 'given', NULL::bigint, array_agg(family_id) FROM told WHERE given GROUP BY kind
    UNION ALL SELECT 'notices', kind, 'told', NULL, array_agg(family_id) FROM told WHERE told GROUP BY kind
    UNION ALL SELECT 'notices', kind, 'missing', NULL, array_agg(family_id)
        FROM (SELECT kind, family_id FROM kinds, enrolled EXCEPT SELECT kind, family_id FROM told WHERE told) f
        GROUP BY kind
    UNION ALL SELECT 'consents', row, 'consents', count(*), array_agg(family_id) FROM standing GROUP BY row
    UNION ALL SELECT 'consents', row, 'families', NULL, array_agg(family_id) FROM standing GROUP BY row
    UNION ALL SELECT 'answers', kind, 'yes', NULL, array_agg(family_id)
        FROM answers WHERE agreed AND (ended_on IS NULL OR ended_on > %(last)s) GROUP BY kind
    UNION ALL SELECT 'answers', kind, 'no', NULL, array_agg(family_id)
        FROM answers WHERE NOT agreed AND (ended_on IS NULL OR ended_on > %(last)s) GROUP BY kind
    UNION ALL SELECT 'answers', kind, 'taken_back', NULL, array_agg(family_id)
        FROM answers WHERE ended_on BETWEEN %(first)s AND %(last)s GROUP BY kind
    UNION ALL SELECT 'disclosures', row, 'times', count(*), array_agg(family_id) FROM grounds GROUP BY row
    UNION ALL SELECT 'disclosures', row, 'families', NULL, array_agg(family_id) FROM grounds GROUP BY row
)
"""


class Rights(Asked):
    code = "rights"
    title = gettext_lazy("Rights and disclosures")
    lead = gettext_lazy(
        "Notices given, consents in force and ending, what families answered, and what left the agency."
    )
    blocks = (
        Block("notices", gettext_lazy("Notices"), gettext_lazy("About what"), TOLD,
              labels.of_choices(NoticeGiven.Kind.choices), gettext_lazy("Notices given to families."),
              gettext_lazy("Not every notice is for every family: child support services are for single parents.")),
        Block("consents", gettext_lazy("Consents to share with a partner"), gettext_lazy("How they stand"), CONSENTS,
              STANDINGS, gettext_lazy("Consents of families with a place on any of these days."),
              order=("given", "in_force", "ending", "expired", "revoked")),
        Block("answers", gettext_lazy("What families were asked"), gettext_lazy("To what"), ANSWERS,
              labels.of_choices(FamilyConsent.Kind.choices), gettext_lazy("Answers to our own requests.")),
        Block("disclosures", gettext_lazy("What left the agency"), gettext_lazy("On what ground"), LEFT, GROUNDS,
              gettext_lazy("The record of disclosures (45 CFR 1303.24(b))."), is_restricted=True),
    )  # fmt: skip

    sql = SQL
    facts = {"kinds": list(NoticeGiven.Kind.values)}

    def sums(self, content):
        """Who was told of something and who was not are, for each notice, the same families."""
        first, *others = [
            [f"notices.{kind}.{column}" for column in ("told", "missing")] for kind in content["rows"]["notices"]
        ] or [()]
        return [*super().sums(content), *((first, other) for other in others)]

    def head(self, report):
        heads = []
        if "rights" in report.content["rows"]["notices"]:
            heads.append(("notices.rights.missing", _("of the yearly notice of rights")))
        if "in_force" in report.content["rows"]["consents"]:
            heads.append(("consents.in_force.families", ""))
        if report.content["rows"]["disclosures"]:
            heads.append(("disclosures.all.times", _("in these days")))
        return heads


KIND = Rights()
