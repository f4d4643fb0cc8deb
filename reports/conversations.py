"""What families said in their first and their latest finished conversation: one home for all reports that compare."""

SAID = """
, done AS (
    SELECT a.id, family_id,
           row_number() OVER (PARTITION BY family_id ORDER BY done_on, a.id) AS from_first,
           row_number() OVER (PARTITION BY family_id ORDER BY done_on DESC, a.id DESC) AS from_latest
    FROM families_assessment a JOIN {families} USING (family_id) WHERE done_on <= %(last)s
), ends AS (
    SELECT id, family_id, from_first = 1 AS is_first FROM done WHERE (from_first = 1) <> (from_latest = 1)
), said AS (
    SELECT e.family_id, i.code, max(i.outcome) FILTER (WHERE e.is_first) AS outcome,
           max(a.level) FILTER (WHERE e.is_first) AS first, max(a.level) FILTER (WHERE NOT e.is_first) AS latest
    FROM ends e JOIN families_answer a ON a.assessment_id = e.id AND a.level IS NOT NULL
    JOIN families_item i ON i.id = a.item_id
    GROUP BY e.family_id, i.code
)"""


def said_twice(families):
    """SQL that adds the table `said (family_id, code, outcome, first, latest)`, for the families of a table.

    A question not answered in one of the two has no level there. `families` is a word of ours, never of an address.
    """
    return SAID.replace("{families}", families)
