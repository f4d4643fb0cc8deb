"""Strengths conversations: due, done, late; and how families' own answers changed from the first to the latest."""

from collections import defaultdict

from django.utils.translation import gettext_lazy as _

from agency.due import Clocks
from agency.models import ProgramYear
from families.models import Outcome
from reports.conversations import said_twice
from reports.kinds import Figure

TALKS = _("Finished conversations about strengths and needs.")
CLOCK = _("The clock “assessment done” of the program, counted from the first day of the place held in the month.")

FIGURES = {
    "conversations_due": Figure(
        _("families whose conversation was due"),
        _("The program’s clock has run out by month’s end, and none was finished before the month began."),
        TALKS,
        CLOCK,
    ),
    "conversations_done": Figure(
        _("strengths conversations finished"), _("Families that finished a conversation in the month."), TALKS
    ),
    "conversations_had": Figure(
        _("families with a conversation"), _("Families that have ever finished one, by month’s end."), TALKS
    ),
    "conversations_missing": Figure(
        _("families without a conversation yet"), _("Served in the month; none was finished by its end."), TALKS
    ),
    "conversations_late": Figure(
        _("families whose conversation is late"),
        _("No finished conversation although the program’s clock has run out."),
        TALKS,
        CLOCK,
    ),
    "conversations_twice": Figure(
        _("families with two conversations or more"), _("Their first and latest can be compared."), TALKS,
        _("Families served this year; only questions answered in both are compared."),
    ),
}  # fmt: skip
COMPARED = _("%(outcome)s: first and latest compared")
WAYS = {
    "up": _("%(outcome)s: higher than at first"),
    "same": _("%(outcome)s: the same as at first"),
    "down": _("%(outcome)s: lower than at first"),
}
CHANGED = _(
    "Families whose average of this outcome’s questions changed so from their first conversation to the latest."
)
OWN_ANSWERS = _("The family’s own answers in its first and its latest finished conversation, by month’s end.")
SAME_QUESTIONS = _("Only questions answered in both count. Less than a twentieth of a level is no change.")

SAME = 0.05  # of a level: a smaller difference of two averages is no change

DONE = """
SELECT 'conversations_done', array_agg(DISTINCT family_id)
FROM enrolled JOIN families_assessment USING (family_id) WHERE done_on BETWEEN %(first)s AND %(last)s
UNION ALL
SELECT 'conversations_had', array_agg(DISTINCT family_id)
FROM enrolled JOIN families_assessment USING (family_id) WHERE done_on <= %(last)s
"""
# From which day the clocks of each place run, for families that had not talked before the month; and whether they
# have since.
ENTRIES = """
SELECT family_id, program_id, (array_agg(option ORDER BY clocks_from, id))[1], min(clocks_from),
       bool_or(talk.first_on IS NOT NULL)
FROM places
LEFT JOIN LATERAL (
    SELECT min(a.done_on) AS first_on FROM families_assessment a
    WHERE a.family_id = places.family_id AND a.done_on <= %(last)s
) talk ON TRUE
WHERE entered_on <= %(last)s AND (exited_on IS NULL OR exited_on >= %(first)s)
  AND (talk.first_on IS NULL OR talk.first_on >= %(first)s)
GROUP BY family_id, program_id
"""
# First and latest finished conversation of each family, by outcome, over the questions answered in both.
CHANGE = """
, change AS MATERIALIZED (
    SELECT outcome, family_id, avg(first) AS first, avg(latest) AS latest
    FROM said WHERE first IS NOT NULL AND latest IS NOT NULL
    GROUP BY outcome, family_id
)
SELECT outcome,
       array_agg(family_id ORDER BY family_id) FILTER (WHERE latest - first > %(same)s),
       array_agg(family_id ORDER BY family_id) FILTER (WHERE abs(latest - first) <= %(same)s),
       array_agg(family_id ORDER BY family_id) FILTER (WHERE first - latest > %(same)s),
       avg(first)::float, avg(latest)::float
FROM change GROUP BY outcome
UNION ALL
SELECT 0, array_agg(DISTINCT family_id), NULL, NULL, NULL, NULL FROM change
"""


def count(scope, found):
    found.lists(scope.ask(DONE))
    found.families_in(
        "conversations_missing", set(found.families["families"]) - set(found.families["conversations_had"])
    )
    _clock(scope, found)


def _clock(scope, found):
    """Families whose clock ran out by the last day, of those that had not talked before the first."""
    clocks, years, known = Clocks(on=scope.last), seasons(scope), {}
    due, late = set(), set()
    for family, program, option, entered, has_talked in scope.ask(ENTRIES):
        here = program, option, entered
        if here not in known:
            known[here] = clocks.due_on("assessment_done", entered, program, years.get(program), option)
        day = known[here]
        if day and day <= scope.last:
            due.add(family)
            if not has_talked:
                late.add(family)
    found.families_in("conversations_due", due)
    found.families_in("conversations_late", late)


def seasons(scope):
    """First and last day of each program's year, for clocks counted in percent of it."""
    years = ProgramYear.objects.filter(program__in=scope.programs, starts_on__lte=scope.last)
    years = years.order_by("program_id", "-starts_on").distinct("program_id")
    return {program: (first, last) for program, first, last in years.values_list("program_id", "starts_on", "ends_on")}


def tell(scope, found):
    """How answers changed: long to count, so only for the month itself."""
    rows = {outcome: rest for outcome, *rest in scope.ask(said_twice("served") + CHANGE, same=SAME)}
    found.lists([("conversations_twice", rows.pop(0)[0])])
    by_outcome = defaultdict(lambda: [None, None, None, None, None], rows)
    found.content["outcomes"] = [_outcome(found, outcome, *by_outcome[outcome]) for outcome in Outcome.values]


def _outcome(found, outcome, up, same, down, first, latest):
    ways = {"up": up or [], "same": same or [], "down": down or []}
    found.lists((f"outcome_{outcome}_{way}", ids) for way, ids in ways.items())
    found.families_in(f"outcome_{outcome}", [one for ids in ways.values() for one in ids])
    counts = {way: len(ids) for way, ids in ways.items()}
    levels = {"first": first and round(first, 1), "latest": latest and round(latest, 1)}
    return {"outcome": outcome, "families": sum(counts.values())} | levels | counts


def changed(outcome, way=""):
    """The figure of one outcome, and of one direction."""
    if not way:
        name = COMPARED % {"outcome": Outcome(outcome).label}
        return Figure(name, _("Families that answered in two conversations or more."), OWN_ANSWERS, SAME_QUESTIONS)
    return Figure(WAYS[way] % {"outcome": Outcome(outcome).label}, CHANGED, OWN_ANSWERS, SAME_QUESTIONS)
