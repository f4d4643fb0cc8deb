"""What the clocks ask for once in a program year: notices, how a family lives, looking at the goals together.

The same rules as in what is due today (families.due_places, families.due_snapshots, goals.due), for any days.
"""

from datetime import date
from typing import NamedTuple

from families.due_places import ONE_PARENT
from families.models import Snapshot
from goals.due import EARLY, REVIEWS

CODES = ("rights_notice", "child_support", "enrollment_snapshot", *REVIEWS, "end_snapshot")


# Taken for this year, and nothing left to ask.
TAKEN = """(
    SELECT shot.taken_on FROM families_snapshotyear speaks JOIN families_snapshot shot ON shot.id = speaks.snapshot_id
    WHERE speaks.family_id = held.family_id AND speaks.program_year_id = held.year_id AND speaks.moment = '{moment}'
      AND {is_whole}
)"""


def _taken(moment):
    is_whole = " AND ".join(f"shot.{name} <> ''" for name in Snapshot.ASKED[moment])
    return TAKEN.replace("{moment}", moment).replace("{is_whole}", is_whole)


PARTS = {
    "{one_parent}": ONE_PARENT.replace("{family}", "held.family_id"),
    "{came_on}": _taken(Snapshot.Moment.ENROLLMENT.value),
    "{ended_on}": _taken(Snapshot.Moment.END.value),
}

# Each family with its first place in each program year that goes on in these days, and what was done for that year.
# A notice given some weeks before the year, while the family was taken in, counts for it.
HELD = """
, years_there AS (
    SELECT id AS year_id, program_id, starts_on, ends_on,
           lead(starts_on) OVER (PARTITION BY program_id ORDER BY starts_on) AS next_on
    FROM agency_programyear
), held AS MATERIALIZED (
    SELECT p.family_id, y.program_id, (array_agg(p.option ORDER BY p.clocks_from, p.id))[1] AS option, y.year_id,
           y.starts_on, y.ends_on, y.next_on, min(p.clocks_from) AS entered_on,
           CASE WHEN bool_and(p.exited_on IS NOT NULL) THEN max(p.exited_on) END AS left_on,
           greatest(min(p.clocks_from), y.starts_on) AS since, coalesce(y.next_on, 'infinity') AS until
    FROM years_there y JOIN places p ON p.program_id = y.program_id
     AND (y.next_on IS NULL OR p.entered_on < y.next_on) AND (p.exited_on IS NULL OR p.exited_on >= y.starts_on)
    WHERE p.entered_on <= %(last)s AND (p.exited_on IS NULL OR p.exited_on >= %(first)s)
      AND y.starts_on <= %(last)s AND (y.next_on IS NULL OR y.next_on > %(first)s)
    GROUP BY p.family_id, y.program_id, y.year_id, y.starts_on, y.ends_on, y.next_on
)
SELECT family_id, program_id, option, starts_on, ends_on, next_on, entered_on, left_on, since, (
    SELECT min(greatest(n.given_on, held.since)) FROM families_noticegiven n
    WHERE n.family_id = held.family_id AND n.kind = 'rights' AND n.given_on >= since - 60 AND n.given_on < until
), (
    SELECT min(n.given_on) FROM families_noticegiven n WHERE n.family_id = held.family_id AND n.kind = 'child_support'
), {one_parent}, {came_on}, {ended_on}, ARRAY(
    SELECT r.held_on FROM goals_review r
    WHERE r.family_id = held.family_id AND r.held_on >= held.starts_on AND r.held_on < until ORDER BY 1
), ARRAY(
    SELECT ARRAY[g.set_on, coalesce(g.ended_on, '2999-12-31')] FROM goals_goal g
    WHERE g.family_id = held.family_id AND g.state <> 'draft' AND g.set_on <= %(last)s
)
FROM held
"""
for mark, words in PARTS.items():
    HELD = HELD.replace(mark, words)


class Held(NamedTuple):
    """One row of HELD."""

    family_id: int
    program_id: int
    option: str
    starts_on: date
    ends_on: date
    next_on: date | None
    entered_on: date
    left_on: date | None
    since: date
    told_rights_on: date | None
    told_child_support_on: date | None
    has_one_parent: bool
    came_on: date | None  # when they had told how they lived when they came
    ended_on: date | None  # and at the end of their year
    reviews: list
    goals: list  # (set on, ended on)

    @property
    def here(self):
        return self.program_id, (self.starts_on, self.ends_on), self.option


def held(scope):
    return [Held(*row) for row in scope.ask(HELD)]


def asked(row, clocks, due_on_of):
    """(code, due on, done on, counted from) of each thing this year asks of the family; some have no such first day.

    `due_on_of` answers as `clocks.due_on` does.
    """
    for code, done_on in _told(row):
        due_on = due_on_of(code, row.since, *row.here)
        if due_on and (row.next_on is None or due_on < row.next_on):  # later the next year's clock took its place
            yield code, due_on, done_on, row.since
    yield from _reviews(row, due_on_of)
    if clocks.rule("end_snapshot", row.program_id, row.option):
        yield "end_snapshot", min(row.left_on or row.ends_on, row.ends_on), row.ended_on, None


def _told(row):
    yield "rights_notice", row.told_rights_on
    yield "enrollment_snapshot", row.came_on and max(row.came_on, row.since)
    told_on = row.told_child_support_on
    if row.has_one_parent and (told_on is None or told_on >= row.since):
        yield "child_support", told_on


def _reviews(row, due_on_of):
    """The reviews of the season, each served by the first one held in its own weeks; only with a goal to look at."""
    first_on = due_on_of("first_review", row.entered_on, *row.here) or row.entered_on
    days = [(code, due_on) for code in REVIEWS if (due_on := due_on_of(code, row.starts_on, *row.here))]
    begins = [max(due_on - EARLY, before) for (_code, due_on), before in zip(days, _before(row, days), strict=True)]
    for (code, due_on), begun, over in zip(days, begins, [*begins[1:], date.max], strict=False):
        has_goal = any(set_on <= due_on and ended_on >= begun for set_on, ended_on in row.goals)
        if has_goal and first_on <= due_on <= row.ends_on:
            yield code, due_on, next((held_on for held_on in row.reviews if begun <= held_on < over), None), None


def _before(row, days):
    """For each review the day of the one before; for the first the year's own."""
    return [row.starts_on, *(due_on for _code, due_on in days)][: len(days)]
