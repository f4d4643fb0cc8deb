"""Which of a family's snapshots are not there or not whole: one statement for any number of families."""

from datetime import date
from typing import NamedTuple

from django.db import connection
from django.utils import timezone
from psycopg2.sql import SQL, Identifier, Literal

from families.models import Snapshot

LEFT_LATELY = 60  # days after the last one: what was not asked at leaving can still be asked


def _lacks(moment):
    """The names of what nobody has asked yet, as an array."""
    case = SQL("CASE WHEN shot.{} = '' THEN {} END")
    cases = [case.format(Identifier(name), Literal(name)) for name in Snapshot.ASKED[moment]]
    return SQL("array_remove(ARRAY[{}], NULL)").format(SQL(", ").join(cases))


def _snapshot(moment):
    return SQL("""
    LEFT JOIN LATERAL (
        SELECT shot.id, {lacks} AS lacks
        FROM families_snapshotyear speaks JOIN families_snapshot shot ON shot.id = speaks.snapshot_id
        WHERE speaks.family_id = place.family_id AND speaks.program_year_id = year.id AND speaks.moment = {moment}
    ) {name} ON true""").format(lacks=_lacks(moment), moment=Literal(moment), name=Identifier(f"at_{moment}"))


# For each family and program in which it holds a place (or held one lately): the program year, its two snapshots, and
# what each of them lacks.
STANDING = SQL("""
SELECT place.*, family.name, program.name, year.id, year.starts_on, year.ends_on,
       at_enrollment.id, at_enrollment.lacks, at_end.id, at_end.lacks
FROM (
    SELECT DISTINCT ON (family_id, program_id) family_id, program_id, option,
           COALESCE(clocks_from, entered_on) AS entered_on, exited_on
    FROM families_enrollment
    WHERE family_id = ANY(%(families)s) AND entered_on <= %(on)s
      AND (exited_on IS NULL OR exited_on >= %(on)s::date - {left_lately})
    ORDER BY family_id, program_id, exited_on DESC NULLS FIRST, 4
) place
JOIN families_family family ON family.id = place.family_id
JOIN agency_program program ON program.id = place.program_id
JOIN LATERAL (
    SELECT id, starts_on, ends_on FROM agency_programyear
    WHERE program_id = place.program_id AND starts_on <= LEAST(COALESCE(place.exited_on, %(on)s), %(on)s)
    ORDER BY starts_on DESC LIMIT 1
) year ON true
{snapshots}
ORDER BY family.name, place.family_id, year.starts_on
""").format(
    left_lately=Literal(LEFT_LATELY), snapshots=SQL("").join(_snapshot(moment) for moment in Snapshot.Moment.values)
)


class Standing(NamedTuple):
    """One family in one program year, with what its snapshots hold."""

    family_id: int
    program_id: int
    option: str
    entered_on: date
    exited_on: date | None
    family_name: str
    program: str
    year_id: int
    year_starts_on: date
    year_ends_on: date
    enrollment_id: int | None
    enrollment_lacks: list | None
    end_id: int | None
    end_lacks: list | None

    @property
    def began_on(self):
        """When they came in this year: a family that stays for a second year is asked anew."""
        return max(self.entered_on, self.year_starts_on)

    def has_left(self, on):
        return self.exited_on is not None and self.exited_on <= on

    def ends_on(self):
        """The end of their year with us: the last day of their place, or of the program year."""
        return min(self.exited_on or self.year_ends_on, self.year_ends_on)

    def is_whole(self, moment):
        """Taken, and nothing in it left to ask."""
        taken = self.enrollment_id if moment == Snapshot.Moment.ENROLLMENT else self.end_id
        return taken is not None and not self.lacks(moment)

    def lacks(self, moment):
        """The names not asked yet; all of them when there is no snapshot."""
        found = self.enrollment_lacks if moment == Snapshot.Moment.ENROLLMENT else self.end_lacks
        return list(Snapshot.ASKED[moment]) if found is None else found


def standing(families, on=None):
    """How the snapshots of these families stand, family by family."""
    if not families:
        return []
    wanted = {"families": list(families), "on": on or timezone.localdate()}
    with connection.cursor() as cursor:
        cursor.execute(STANDING.as_string(cursor.cursor), wanted)
        return [Standing(*row) for row in cursor.fetchall()]
