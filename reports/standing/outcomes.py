"""Outcomes: how families' own answers moved from their first conversation to the latest, and what came of goals."""

from math import sqrt

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from agency.languages import Language
from families.models import Item, Outcome
from reports.conversations import said_twice
from reports.standing import labels
from reports.standing.blocks import EVERY, Block, Measure
from reports.standing.frame import Asked, told

WAYS = ("up", "same", "down")
TOGETHER = f"everybody.{EVERY}"
Z = 1.96  # of a hundred such reports, ninety-five hold the truth between the two bounds
ANSWERS = gettext_lazy("The family’s own answers in its first and its latest finished conversation, by the last day.")
BOTH = gettext_lazy("Only questions answered in both count. Less than a twentieth of a level is no change.")
MANY = gettext_lazy("A family with places in two of them counts in each.")

TALKED = {
    "families": Measure(gettext_lazy("Families"), gettext_lazy("With a place on any of these days.")),
    "twice": Measure(gettext_lazy("Talked twice"), gettext_lazy("Their first and latest answers can be compared.")),
    "once": Measure(
        gettext_lazy("Only once"), gettext_lazy("One finished conversation, or two with no question answered in both.")
    ),
    "never": Measure(gettext_lazy("Not yet"), gettext_lazy("No finished conversation by the last day.")),
}
MOVED = {
    "compared": Measure(gettext_lazy("Compared"), gettext_lazy("Families with an answer at first and at the latest.")),
    "up": Measure(gettext_lazy("Up"), gettext_lazy("Their average is higher than at first.")),
    "same": Measure(gettext_lazy("Same"), gettext_lazy("Their average is the same as at first.")),
    "down": Measure(gettext_lazy("Down"), gettext_lazy("Lower than at first. That can mean more trust, too.")),
}
LEVELS = {
    "first": Measure(
        gettext_lazy("First level"), gettext_lazy("The average level of these families at first."), "level"
    ),
    "latest": Measure(gettext_lazy("Latest level"), gettext_lazy("Their average level at the latest."), "level"),
}
GOALS = {
    "set": Measure(
        gettext_lazy("Set"), gettext_lazy("Goals set in these days. A goal may serve two outcomes."), "things"
    ),
    "met": Measure(
        gettext_lazy("Met"), gettext_lazy("Goals reached, or reached in part, in these days, whenever set."), "things"
    ),
    "open": Measure(gettext_lazy("Open"), gettext_lazy("Being worked on on the last day."), "things"),
    "families": Measure(gettext_lazy("Families"), gettext_lazy("With any of these goals.")),
}
LINKS = {
    "needs": Measure(gettext_lazy("Needs"), gettext_lazy("Told us in these days, and wanted to work on."), "things"),
    "goal": Measure(gettext_lazy("With a goal"), gettext_lazy("Needs that a goal answers."), "things"),
    "referral": Measure(gettext_lazy("Referred"), gettext_lazy("Needs for which a referral was sent."), "things"),
    "service": Measure(gettext_lazy("Help came"), gettext_lazy("Needs for which help was received."), "things"),
    "all": Measure(
        gettext_lazy("All three"), gettext_lazy("A goal, a referral and help: the whole line, from need to service."),
        "things",
    ),
}  # fmt: skip
LOADS = labels.of_choices([
    ("1-20", gettext_lazy("Worker with up to 20 families")),
    ("21-40", gettext_lazy("Worker with 21 to 40 families")),
    ("41", gettext_lazy("Worker with more than 40 families")),
    ("nobody", gettext_lazy("No main worker")),
])  # fmt: skip
TIMES = labels.of_choices([
    ("0", gettext_lazy("Up to half a year with us")),
    ("1", gettext_lazy("Half a year to a year")),
    ("2", gettext_lazy("One to two years")),
    ("3", gettext_lazy("More than two years")),
])  # fmt: skip

SQL = """
, both_said AS MATERIALIZED (
    SELECT * FROM said WHERE first IS NOT NULL AND latest IS NOT NULL
), moved AS MATERIALIZED (
    SELECT 'outcomes' AS block, outcome::text AS row, family_id, avg(first) AS first, avg(latest) AS latest,
           sum(latest - first) AS far, count(*) AS n
    FROM both_said GROUP BY outcome, family_id
    UNION ALL SELECT 'items', code, family_id, first, latest, latest - first, 1 FROM both_said
), whole AS MATERIALIZED (
    SELECT family_id, sum(latest - first) AS far, count(*) AS n FROM both_said GROUP BY family_id
), here AS MATERIALIZED (
    SELECT DISTINCT family_id, center_id, program_id FROM places
    WHERE entered_on <= %(last)s AND (exited_on IS NULL OR exited_on >= %(first)s)
), since AS (
    SELECT family_id, %(last)s - min(entered_on) AS days
    FROM families_enrollment JOIN whole USING (family_id) GROUP BY family_id
), main AS MATERIALIZED (
    SELECT DISTINCT a.family_id, a.worker_id FROM families_assignment a
    WHERE a.kind = 'primary' AND a.starts_on <= %(last)s AND (a.ends_on IS NULL OR a.ends_on >= %(last)s)
), loads AS (
    SELECT worker_id, count(*) AS n FROM main
    WHERE EXISTS (SELECT FROM families_enrollment p WHERE p.family_id = main.family_id
                  AND p.entered_on <= %(last)s AND (p.exited_on IS NULL OR p.exited_on >= %(last)s))
    GROUP BY worker_id
), ways AS (
    SELECT block, row, family_id, far, n FROM moved
    UNION ALL SELECT 'everybody', 'all', family_id, far, n FROM whole
    UNION ALL SELECT DISTINCT 'centers', center_id::text, family_id, far, n FROM whole JOIN here USING (family_id)
    UNION ALL SELECT DISTINCT 'programs', program_id::text, family_id, far, n FROM whole JOIN here USING (family_id)
    UNION ALL SELECT 'languages', f.language, family_id, far, n FROM whole JOIN families_family f ON f.id = family_id
    UNION ALL SELECT 'times', CASE WHEN days < 183 THEN '0' WHEN days < 365 THEN '1' WHEN days < 730 THEN '2'
           ELSE '3' END, family_id, far, n FROM whole JOIN since USING (family_id)
    UNION ALL SELECT DISTINCT 'loads', CASE WHEN main.worker_id IS NULL THEN 'nobody' WHEN coalesce(loads.n, 0) <= 20
           THEN '1-20' WHEN loads.n <= 40 THEN '21-40' ELSE '41' END, whole.family_id, far, whole.n
    FROM whole LEFT JOIN main USING (family_id) LEFT JOIN loads USING (worker_id)
), goals AS MATERIALIZED (
    SELECT g.id, g.family_id, o.outcome::text AS row, g.set_on >= %(first)s AS is_new,
           g.state IN ('achieved', 'partly') AND g.ended_on BETWEEN %(first)s AND %(last)s AS met,
           g.ended_on IS NULL OR g.ended_on > %(last)s AS open
    FROM goals_goal g JOIN enrolled USING (family_id)
    CROSS JOIN LATERAL (SELECT unnest(g.outcomes) UNION ALL SELECT NULL WHERE g.outcomes = '{}') o (outcome)
    WHERE g.set_on <= %(last)s AND g.state <> 'draft'
), counted_goals AS (
    SELECT id, family_id, coalesce(row, 'none') AS row, is_new, met, open FROM goals WHERE is_new OR met OR open
    UNION ALL SELECT DISTINCT id, family_id, 'all', is_new, met, open FROM goals WHERE is_new OR met OR open
), needs AS MATERIALIZED (
    SELECT n.id, n.family_id, c.code AS row,
           EXISTS (SELECT FROM goals_goal_needs l JOIN goals_goal g ON g.id = l.goal_id
                   WHERE l.need_id = n.id AND g.state <> 'draft') AS goal,
           EXISTS (SELECT FROM referrals_referral r WHERE r.need_id = n.id AND r.sent_on IS NOT NULL) AS referral,
           EXISTS (SELECT FROM families_servicereceived s WHERE s.need_id = n.id) AS service
    FROM families_need n JOIN enrolled USING (family_id) JOIN agency_servicecategory c ON c.id = n.category_id
    WHERE n.opened_on BETWEEN %(first)s AND %(last)s AND n.interest <> 'no'
), linked AS (
    SELECT id, family_id, row, goal, referral, service FROM needs
    UNION ALL SELECT id, family_id, 'all', goal, referral, service FROM needs
), found (block, row, measure, number, families) AS (
    SELECT 'talked', 'all', 'families', NULL::float, array_agg(family_id) FROM enrolled
    UNION ALL SELECT 'talked', 'all', 'twice', NULL, array_agg(family_id) FROM whole
    UNION ALL SELECT 'talked', 'all', 'once', NULL, array_agg(DISTINCT family_id)
        FROM done WHERE family_id NOT IN (SELECT family_id FROM whole)
    UNION ALL SELECT 'talked', 'all', 'never', NULL, array_agg(family_id)
        FROM enrolled WHERE family_id NOT IN (SELECT family_id FROM done)
    UNION ALL SELECT block, row, 'compared', NULL, array_agg(family_id) FROM ways GROUP BY block, row
    UNION ALL SELECT block, row, CASE WHEN 20 * far > n THEN 'up' WHEN 20 * far < -n THEN 'down' ELSE 'same' END AS way,
        NULL, array_agg(family_id) FROM ways GROUP BY 1, 2, 3
    UNION ALL SELECT block, row, 'first', avg(first), NULL FROM moved WHERE block = 'outcomes' GROUP BY block, row
    UNION ALL SELECT block, row, 'latest', avg(latest), NULL FROM moved WHERE block = 'outcomes' GROUP BY block, row
    UNION ALL SELECT 'goals', row, 'set', count(*), array_agg(family_id) FROM counted_goals WHERE is_new GROUP BY row
    UNION ALL SELECT 'goals', row, 'met', count(*), array_agg(family_id) FROM counted_goals WHERE met GROUP BY row
    UNION ALL SELECT 'goals', row, 'open', count(*), array_agg(family_id) FROM counted_goals WHERE open GROUP BY row
    UNION ALL SELECT 'goals', row, 'families', NULL, array_agg(family_id) FROM counted_goals GROUP BY row
    UNION ALL SELECT 'links', row, 'needs', count(*), array_agg(family_id) FROM linked GROUP BY row
    UNION ALL SELECT 'links', row, 'goal', count(*), array_agg(family_id) FROM linked WHERE goal GROUP BY row
    UNION ALL SELECT 'links', row, 'referral', count(*), array_agg(family_id) FROM linked WHERE referral GROUP BY row
    UNION ALL SELECT 'links', row, 'service', count(*), array_agg(family_id) FROM linked WHERE service GROUP BY row
    UNION ALL SELECT 'links', row, 'all', count(*), array_agg(family_id)
        FROM linked WHERE goal AND referral AND service GROUP BY row
)
"""


def items(codes):
    """Questions by their words: of the newest version that asks them."""
    found = Item.objects.filter(code__in=codes).order_by("version__published_on", "pk")
    return {one.code: str(one) for one in found}


def _moved(code, title, first, names, **more):
    facts = {"records": ANSWERS, "rule": BOTH, "adds": {"compared": WAYS}} | more
    return Block(code, title, first, MOVED, names, **facts)


class Outcomes(Asked):
    code = "outcomes"
    title = gettext_lazy("Outcomes")
    lead = gettext_lazy("How families see their own progress, from their first conversation to the latest.")
    blocks = (
        Block("talked", gettext_lazy("Who can be compared"), gettext_lazy("Families"), TALKED, labels.as_written,
              ANSWERS,
              adds={"families": ("twice", "once", "never")}),
        _moved("everybody", gettext_lazy("All answers together"), gettext_lazy("Families"), labels.as_written),
        Block("outcomes", gettext_lazy("The seven family outcomes"), gettext_lazy("Outcome"), MOVED | LEVELS,
              labels.of_choices(Outcome.choices), ANSWERS, BOTH, "parts", WAYS,
              gettext_lazy("Families whose level went up, stayed the same, went down"),
              {"compared": WAYS}),
        _moved("items", gettext_lazy("Question by question"), gettext_lazy("Question"), items),
        _moved("centers", gettext_lazy("By center"), gettext_lazy("Center"), labels.centers, rule=MANY, whole=TOGETHER),
        _moved("programs", gettext_lazy("By program"), gettext_lazy("Program"), labels.programs, rule=MANY,
               whole=TOGETHER),
        _moved("languages", gettext_lazy("By language"), gettext_lazy("Language"), labels.of_choices(Language.choices),
               whole=TOGETHER),
        _moved("loads", gettext_lazy("By how many families the worker serves"), gettext_lazy("Caseload"), LOADS,
               whole=TOGETHER),
        _moved("times", gettext_lazy("By time with us"), gettext_lazy("Since their first day"), TIMES, whole=TOGETHER),
        Block("goals", gettext_lazy("Goals by outcome"), gettext_lazy("Outcome"), GOALS,
              labels.of_choices(Outcome.choices), gettext_lazy("Goals; one still being written counts nowhere."),
              shape="beside", draws=("set", "met"), unknown=gettext_lazy("For no outcome yet")),
        Block("links", gettext_lazy("From need to goal, referral and help"), gettext_lazy("Kind of need"), LINKS,
              labels.categories, gettext_lazy("Needs, with the goals, referrals and help recorded for them."),
              of_categories=True),
    )  # fmt: skip

    sql = said_twice("enrolled") + SQL

    def sums(self, content):
        return [*super().sums(content), ("talked.all.twice", ["everybody.all.compared"])]

    def head(self, report):
        return [
            ("talked.all.families", _("with a place in these days")),
            ("talked.all.twice", _("can be compared")),
            ("everybody.all.up", told(report, _("of %(n)s compared"), "everybody.all.compared")),
            ("goals.all.met", told(report, _("%(n)s set in these days"), "goals.all.set")),
        ]

    def aside(self, report, block):
        if block.code == "talked":
            return said_plainly(report)
        if block.code == "everybody":
            return self.likely(report, "everybody.all")
        return ""

    def note(self, report, block, row):
        if block.code != "outcomes":
            return ""
        return self.likely(report, f"outcomes.{row}")

    def likely(self, report, row):
        """Nothing where one of the two numbers is hidden: the share would tell it."""
        if {f"{row}.up", f"{row}.compared"} & report.hidden:
            return ""
        return likely(report.number(f"{row}.up") or 0, report.number(f"{row}.compared") or 0)


def said_plainly(report):
    """How many families the comparison is about, and how many it is not."""
    if any(figure.startswith("talked.") for figure in report.hidden):
        return ""
    n = {column: report.number(f"talked.{EVERY}.{column}") or 0 for column in TALKED}
    said = ngettext(
        "%(twice)s of %(families)s family talked twice;", "%(twice)s of %(families)s families talked twice;",
        n["families"],
    ) % n  # fmt: skip
    return said + " " + _("%(once)s only once and %(never)s not yet: these are not compared.") % n


def likely(up, of):
    """The uncertainty in a sentence a board understands: with few families, chance alone moves the share far."""
    if not of:
        return ""
    low, high = wilson(up, of)
    facts = {"share": round(100 * up / of), "low": round(100 * low), "high": round(100 * high)}
    if of < 10:
        return _("Too few families for a share.")
    return _("%(share)s in 100 went up; by chance alone it could be %(low)s to %(high)s.") % facts


def wilson(count, of):
    """The bounds of a share (Wilson, 1927): honest also for few families, and for none or all of them."""
    share, room = count / of, Z * Z / of
    middle = (share + room / 2) / (1 + room)
    half = Z * sqrt(share * (1 - share) / of + room / (4 * of)) / (1 + room)
    return max(0.0, middle - half), min(1.0, middle + half)


KIND = Outcomes()
