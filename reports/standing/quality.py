"""Data quality: what is missing, contradicts itself or has grown old, each with the page on which it is mended."""

from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from referrals.states import WAITING
from reports.kinds import Mend
from reports.standing import labels
from reports.standing.blocks import EVERY, Block, Measure
from reports.standing.frame import Asked

RECORDS = gettext_lazy(
    "Families with a place on any of these days, as their records stand; dates are counted to the last day."
)

# What is looked for: kind, name, what it means, and the page that mends it (its own words, its address).
CHECKS = {
    "no_worker": (
        "missing", gettext_lazy("Nobody is the main worker"), gettext_lazy("Assign a worker"), "families:assign",
    ),
    "no_place": (
        "missing", gettext_lazy("No home with a ZIP code"), gettext_lazy("Add the address"), "workspace:family",
    ),
    "no_birth_date": (
        "missing", gettext_lazy("A child without a birth date"), gettext_lazy("Add it"), "workspace:family",
    ),
    "no_main_contact": (
        "missing", gettext_lazy("Nobody to talk to first"), gettext_lazy("Choose one"), "workspace:family",
    ),
    "no_conversation": (
        "missing", gettext_lazy("No strengths conversation yet"), gettext_lazy("Begin it"), "families:assess"
    ),
    "no_offer": (
        "missing", gettext_lazy("No agreement offered yet"), gettext_lazy("Offer it"), "goals:agreement-offer",
    ),
    "no_snapshot": (
        "missing", gettext_lazy("No answers for the yearly report yet"), gettext_lazy("Ask them"), "families:snapshots"
    ),
    "left_with_work": (
        "contradictory", gettext_lazy("Left, with needs or goals still open"), gettext_lazy("Close what ended"),
        "families:exit-checklist",
    ),
    "met_and_waiting": (
        "contradictory", gettext_lazy("A need is closed, its referral still waits"), gettext_lazy("Look at both"),
        "families:needs",
    ),
    "home_differs": (
        "contradictory", gettext_lazy("No home by their answers, and no episode on record"),
        gettext_lazy("Look at their situation"), "families:situation",
    ),
    "help_outside": (
        "contradictory", gettext_lazy("Help on a day without a place: it counts in no year"),
        gettext_lazy("Look at the help"), "families:help",
    ),
    "two_workers": (
        "contradictory", gettext_lazy("Two main workers on one day"), gettext_lazy("End one"), "families:assign"
    ),
    "no_contact": ("stale", gettext_lazy("No contact for 90 days"), gettext_lazy("Write a note"), "goals:note-add"),
    "old_conversation": (
        "stale", gettext_lazy("The latest conversation is more than a year old"), gettext_lazy("Talk again"),
        "families:assess",
    ),
    "unfinished": (
        "stale", gettext_lazy("A conversation begun a month ago and not finished"), gettext_lazy("Finish it"),
        "families:assess",
    ),
    "still_goal": (
        "stale", gettext_lazy("A goal nobody wrote about for 90 days"), gettext_lazy("Write a note"), "goals:note-add"
    ),
    "still_referral": (
        "stale", gettext_lazy("A referral without a word for 60 days"), gettext_lazy("Look at it"), "workspace:family"
    ),
}  # fmt: skip
KINDS = {
    "missing": gettext_lazy("Missing"),
    "contradictory": gettext_lazy("Contradictory"),
    "stale": gettext_lazy("Grown old"),
}
FOUND = {"families": Measure(gettext_lazy("Families"), gettext_lazy("Whose record shows it."))}
EACH = {
    "families": Measure(gettext_lazy("Any of these"), gettext_lazy("Families whose record shows any of these."))
} | {
    kind: Measure(label, gettext_lazy("Families whose record shows something of this kind."))
    for kind, label in KINDS.items()
}
NAMES = labels.of_choices((code, check[1]) for code, check in CHECKS.items())

SQL = """
, now AS MATERIALIZED (
    SELECT DISTINCT family_id FROM places
    WHERE entered_on <= %(last)s AND (exited_on IS NULL OR exited_on >= %(last)s)
), gone AS MATERIALIZED (
    SELECT family_id FROM enrolled WHERE NOT EXISTS (
        SELECT FROM families_enrollment e WHERE e.family_id = enrolled.family_id
          AND (e.exited_on IS NULL OR e.exited_on >= %(last)s))
), main AS MATERIALIZED (
    SELECT a.family_id, a.worker_id FROM families_assignment a JOIN enrolled USING (family_id)
    WHERE a.kind = 'primary' AND a.starts_on <= %(last)s AND (a.ends_on IS NULL OR a.ends_on >= %(last)s)
), talks AS MATERIALIZED (
    SELECT family_id, max(done_on) FILTER (WHERE done_on <= %(last)s) AS done_on,
           min(started_on) FILTER (WHERE done_on IS NULL) AS begun_on
    FROM families_assessment JOIN enrolled USING (family_id) GROUP BY family_id
), wrong AS MATERIALIZED (
    SELECT 'no_worker' AS code, family_id FROM (SELECT family_id FROM now EXCEPT SELECT family_id FROM main) f
    UNION ALL SELECT 'no_place', family_id FROM now WHERE NOT EXISTS (
        SELECT FROM families_household h WHERE h.family_id = now.family_id AND h.postal_code <> '')
    UNION ALL SELECT DISTINCT 'no_birth_date', m.family_id FROM families_familymember m JOIN now USING (family_id)
        WHERE m.role = 'child' AND m.born_on IS NULL AND m.left_on IS NULL
    UNION ALL SELECT 'no_main_contact', family_id FROM now WHERE NOT EXISTS (
        SELECT FROM families_familymember m WHERE m.family_id = now.family_id AND m.is_main_contact)
    UNION ALL SELECT 'no_conversation', family_id FROM now
        WHERE family_id NOT IN (SELECT family_id FROM talks WHERE done_on IS NOT NULL)
    UNION ALL SELECT 'no_offer', family_id FROM now WHERE NOT EXISTS (
        SELECT FROM goals_partnershipagreement a WHERE a.family_id = now.family_id AND a.offered_on <= %(last)s)
    UNION ALL SELECT 'no_snapshot', family_id FROM now WHERE NOT EXISTS (
        SELECT FROM families_snapshot s JOIN served v USING (family_id)
        WHERE s.family_id = now.family_id AND s.moment = 'enrollment' AND s.taken_on BETWEEN v.since AND %(last)s)
    UNION ALL SELECT 'left_with_work', family_id FROM gone WHERE EXISTS (
        SELECT FROM families_need n WHERE n.family_id = gone.family_id AND n.closed_on IS NULL
        ) OR EXISTS (
        SELECT FROM goals_goal g WHERE g.family_id = gone.family_id AND g.ended_on IS NULL AND g.state <> 'draft')
    UNION ALL SELECT DISTINCT 'met_and_waiting', r.family_id FROM referrals_referral r JOIN enrolled USING (family_id)
        JOIN families_need n ON n.id = r.need_id
        WHERE n.closed_on <= %(last)s AND r.state = ANY(%(waiting)s)
    UNION ALL SELECT 'home_differs', s.family_id FROM (
            SELECT DISTINCT ON (s.family_id) s.family_id, s.housing FROM families_snapshot s JOIN now USING (family_id)
            WHERE s.taken_on <= %(last)s AND s.housing <> '' ORDER BY s.family_id, s.taken_on DESC, s.id DESC
        ) s
        WHERE s.housing IN ('shares_after_loss', 'shelter', 'motel', 'unsheltered') AND NOT EXISTS (
            SELECT FROM families_homelessnessepisode h WHERE h.family_id = s.family_id AND h.began_on <= %(last)s
              AND (h.ended_on IS NULL OR h.ended_on >= %(last)s))
    UNION ALL SELECT DISTINCT 'help_outside', s.family_id
        FROM families_servicereceived s JOIN enrolled USING (family_id)
        WHERE s.received_on BETWEEN %(first)s AND %(last)s AND s.counts_because = '' AND NOT EXISTS (
            SELECT FROM families_enrollment e WHERE e.family_id = s.family_id AND e.entered_on <= s.received_on
              AND (e.exited_on IS NULL OR e.exited_on >= s.received_on))
    UNION ALL SELECT 'two_workers', family_id FROM main GROUP BY family_id HAVING count(DISTINCT worker_id) > 1
    UNION ALL SELECT 'no_contact', family_id FROM now WHERE NOT EXISTS (
        SELECT FROM goals_progressnote n WHERE n.family_id = now.family_id
          AND n.happened_on > %(last)s::date - 90 AND n.happened_on <= %(last)s
          AND n.contact NOT IN ('no_answer', 'office'))
    UNION ALL SELECT 'old_conversation', family_id FROM talks JOIN now USING (family_id)
        WHERE done_on < %(last)s::date - 365
    UNION ALL SELECT 'unfinished', family_id FROM talks JOIN now USING (family_id)
        WHERE begun_on < %(last)s::date - 30
    UNION ALL SELECT DISTINCT 'still_goal', g.family_id FROM goals_goal g JOIN now USING (family_id)
        WHERE g.state = 'active' AND g.set_on < %(last)s::date - 90 AND NOT EXISTS (
            SELECT FROM goals_goaltouched t JOIN goals_progressnote n ON n.id = t.note_id
            WHERE t.goal_id = g.id AND n.happened_on > %(last)s::date - 90)
    UNION ALL SELECT DISTINCT 'still_referral', r.family_id FROM referrals_referral r JOIN now USING (family_id)
        WHERE r.state = ANY(%(waiting)s) AND r.sent_on < %(last)s::date - 60 AND NOT EXISTS (
            SELECT FROM referrals_referralevent e WHERE e.referral_id = r.id AND e.happened_on > %(last)s::date - 60)
), kinds AS (SELECT unnest(%(codes)s) AS code, unnest(%(kinds)s) AS kind),
each AS MATERIALIZED (
    SELECT DISTINCT coalesce(main.worker_id::text, 'none') AS worker, kind, f.family_id
    FROM wrong f JOIN kinds USING (code) LEFT JOIN main USING (family_id)
), found (block, row, measure, number, families) AS (
    SELECT kind, code, 'families', NULL::bigint, array_agg(family_id)
        FROM wrong JOIN kinds USING (code) GROUP BY kind, code
    UNION ALL SELECT 'workers', worker, kind, NULL, array_agg(family_id) FROM each GROUP BY worker, kind
    UNION ALL SELECT 'workers', worker, 'families', NULL, array_agg(family_id) FROM each GROUP BY worker
    UNION ALL SELECT 'workers', 'all', kind, NULL, array_agg(family_id) FROM each GROUP BY kind
    UNION ALL SELECT 'workers', 'all', 'families', NULL, array_agg(family_id) FROM each
)
"""
WRONG = "SELECT code, family_id FROM wrong"


class Quality(Asked):
    code = "quality"
    title = gettext_lazy("Data quality")
    lead = gettext_lazy("What is missing, contradicts itself or has grown old, with the page on which it is mended.")
    blocks = (
        *(
            Block(kind, title, gettext_lazy("What"), FOUND, NAMES, RECORDS, half=kind != "stale",
                  empty=(gettext_lazy("Nothing of this kind"), gettext_lazy("These records are as they should be.")))
            for kind, title in KINDS.items()
        ),
        Block("workers", gettext_lazy("By worker"), gettext_lazy("Main worker"), EACH, labels.workers, RECORDS,
              unknown=gettext_lazy("Nobody")),
    )  # fmt: skip

    sql = SQL
    facts = {
        "codes": list(CHECKS),
        "kinds": [check[0] for check in CHECKS.values()],
        "waiting": [str(state) for state in WAITING],
    }

    def mends(self, scope, figure, ids):
        """For each family, what is wrong with its record and the page that mends it: of this list's kind."""
        block, row, column = figure.split(".")
        wrong = replace(scope, only=tuple(ids)).ask(f"{SQL} {WRONG}", **self.facts)
        kinds = KINDS if column == "families" else (column,)
        looked_for = {row} if block != "workers" else {code for code, check in CHECKS.items() if check[0] in kinds}
        found = {pk: [] for pk in ids}
        for code, family in wrong:
            if code in looked_for:
                found[family].append(Mend(*CHECKS[code][1:]))
        return found

    def sums(self, content):
        """Where one thing alone was found of a kind, or no family shows two."""
        rows = content["rows"]
        kinds = [(f"workers.{EVERY}.{kind}", [f"{kind}.{row}.families" for row in rows[kind]]) for kind in KINDS]
        return super().sums(content) + kinds

    def note(self, report, block, row):
        return CHECKS[row][2] if row in CHECKS else ""

    def head(self, report):
        if not report.number(f"workers.{EVERY}.families"):
            return []
        notes = {"families": _("each counted once"), **dict.fromkeys(KINDS, "")}
        return [(f"workers.{EVERY}.{column}", note) for column, note in notes.items()]


KIND = Quality()
