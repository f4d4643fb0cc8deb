"""Scope: which families, which days. The one home of both questions for every report.

A scope is one program, all programs of one delegate, or the agency; narrowed to some centers, or to the families one
person serves. Counting asks a scope, never the tables of places themselves:

    scope.places()      Enrollment queryset of the scope, any time
    scope.enrolled      keys of families with a place on any day of the period
    scope.served        keys of families with a place on any day since their program's year began
    scope.ask(sql, …)   raw SQL that may read the tables `enrolled (family_id)`, `served (family_id, since)`, `places`
                        (enrollments of the scope), `years (program_id, since)` and `this_year (id, program_id)`,
                        and the facts %(first)s, %(last)s, %(zone)s and those passed by name
"""

from dataclasses import dataclass, field

from django.conf import settings
from django.db import connection
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from agency.access import Permission, centers_reached, programs_reached_whole, reaches_everything
from agency.models import Center, Program, User
from families.models import Enrollment, Family

# A program's year goes on until its next one begins: summer belongs to the year before.
TABLES = """
WITH years AS (
    SELECT p.id AS program_id, coalesce(max(y.starts_on), %(first)s::date) AS since
    FROM agency_program p
    LEFT JOIN agency_programyear y ON y.program_id = p.id AND y.starts_on <= %(last)s
    WHERE {programs}
    GROUP BY p.id
), this_year AS (
    SELECT y.id, y.program_id
    FROM agency_programyear y JOIN years s ON (s.program_id, s.since) = (y.program_id, y.starts_on)
), places AS NOT MATERIALIZED (
    SELECT e.id, e.family_id, e.member_id, e.program_id, e.center_id, e.option, e.entered_on, e.exited_on,
           coalesce(e.clocks_from, e.entered_on) AS clocks_from
    FROM families_enrollment e
    WHERE {places}
), enrolled AS MATERIALIZED (
    SELECT DISTINCT family_id FROM places WHERE entered_on <= %(last)s AND (exited_on IS NULL OR exited_on >= %(first)s)
), served AS MATERIALIZED (
    SELECT family_id, min(since) AS since
    FROM places JOIN years USING (program_id)
    WHERE entered_on <= %(last)s AND (exited_on IS NULL OR exited_on >= since)
    GROUP BY family_id
)
"""


# What the places may be narrowed by beside: the filter's name in the address, and what it asks of a place `e`.
NARROWS = {
    "language": "EXISTS (SELECT FROM families_family f WHERE f.id = e.family_id AND f.language = %(language)s)",
    "option": "e.option = %(option)s",
}
LOOKUPS = {"language": "family__language", "option": "option"}


@dataclass(frozen=True)
class Scope:
    period: object
    program: Program | None = None
    delegate: str = ""
    centers: tuple | None = None  # keys; None: all of them
    caseload_of: User | None = None
    filters: dict = field(default_factory=dict)  # what else the kind's own form narrows by
    only: tuple | None = None  # keys of some families of it; None: all of them

    # ---- which days -----------------------------------------------------------------------------------------------
    @property
    def first(self):
        return self.period.first

    @property
    def last(self):
        return self.period.last

    def at(self, period):
        """The same families' programs in other days."""
        return Scope(period, self.program, self.delegate, self.centers, self.caseload_of, self.filters)

    # ---- as words -------------------------------------------------------------------------------------------------
    def as_words(self):
        """What a task can carry, and `of_words` reads."""
        return {
            "period": str(self.period),
            "program": self.program.pk if self.program else None,
            "delegate": self.delegate,
            "centers": None if self.centers is None else list(self.centers),
            "caseload_of": self.caseload_of.pk if self.caseload_of else None,
            "filters": self.filters,
        }

    @classmethod
    def of_words(cls, words, period):
        """The scope that said these words; `period` is the kind of its days."""
        return cls(
            period.named(words["period"]),
            Program.objects.get(pk=words["program"]) if words["program"] else None,
            words["delegate"],
            None if words["centers"] is None else tuple(words["centers"]),
            User.objects.get(pk=words["caseload_of"]) if words["caseload_of"] else None,
            words["filters"],
        )

    # ---- which families -------------------------------------------------------------------------------------------
    def places(self):
        """The places (enrollments) this scope counts, whenever they were held."""
        places = Enrollment.objects.all()
        if self.program:
            places = places.filter(program=self.program)
        if self.delegate:
            places = places.filter(program__delegate_name=self.delegate)
        if self.centers is not None:
            places = places.filter(center__in=self.centers)
        if self.caseload_of:
            places = places.filter(family__in=self.own_families)
        if self.only is not None:
            places = places.filter(family__in=self.only)
        return places.filter(**{LOOKUPS[name]: said for name, said in self._narrowed.items()})

    @property
    def _narrowed(self):
        """The filters that narrow the places themselves."""
        return {name: said for name, said in self.filters.items() if name in NARROWS}

    @cached_property
    def programs(self):
        """Keys of the programs it reaches into."""
        programs = Program.objects.all()
        if self.program:
            return [self.program.pk]
        if self.delegate:
            programs = programs.filter(delegate_name=self.delegate)
        if self.centers is not None:
            programs = programs.filter(centers__in=self.centers).distinct()
        return list(programs.order_by("pk").values_list("pk", flat=True))

    @cached_property
    def own_families(self):
        """Keys of the families this person serves today."""
        return list(Family.objects.visible_to(self.caseload_of).order_by("pk").values_list("pk", flat=True))

    @cached_property
    def enrolled(self):
        return {row[0] for row in self.ask("SELECT family_id FROM enrolled")}

    @cached_property
    def served(self):
        return {row[0] for row in self.ask("SELECT family_id FROM served")}

    @cached_property
    def year_start(self):
        """The first day of the program year that holds the last day; of several, the earliest."""
        return self.ask("SELECT min(since) FROM years")[0][0] or self.first

    # ---- asking ---------------------------------------------------------------------------------------------------
    def ask(self, sql, **facts):
        """The rows of `sql`, which may read `years`, `enrolled` and `served`."""
        with connection.cursor() as cursor:
            cursor.execute(self.tables + sql, self.facts | facts)
            return cursor.fetchall()

    @cached_property
    def tables(self):
        """The tables every question begins with. Only names of columns stand in it; values travel as parameters."""
        places = ["TRUE"]
        if self.program or self.delegate:
            places.append("e.program_id = ANY(%(programs)s)")
        if self.centers is not None:
            places.append("e.center_id = ANY(%(centers)s)")
        if self.caseload_of:
            places.append("e.family_id = ANY(%(own)s)")
        if self.only is not None:
            places.append("e.family_id = ANY(%(only)s)")
        places += [NARROWS[name] for name in self._narrowed]
        return TABLES.format(programs="p.id = ANY(%(programs)s)", places=" AND ".join(places))

    @cached_property
    def facts(self):
        facts = {"first": self.first, "last": self.last, "zone": settings.TIME_ZONE, "programs": self.programs}
        if self.centers is not None:
            facts["centers"] = list(self.centers)
        if self.caseload_of:
            facts["own"] = self.own_families
        if self.only is not None:
            facts["only"] = list(self.only)
        return facts | self._narrowed

    # ---- saying it ------------------------------------------------------------------------------------------------
    @property
    def is_whole(self):
        """All families of its programs: what is frozen, and read only by who reaches all of it."""
        return self.centers is None and self.caseload_of is None

    @property
    def is_agency(self):
        return self.is_whole and not self.program and not self.delegate

    @property
    def title(self):
        if self.caseload_of:
            return _("The families you serve")
        if self.centers is not None:
            return self._centers_title()
        return str(self.program) if self.program else self.delegate or _("The whole agency")

    def _centers_title(self):
        names = list(Center.objects.filter(pk__in=self.centers).order_by("name").values_list("name", flat=True)[:4])
        if len(names) > 3:
            return _("Your %(n)s centers") % {"n": len(self.centers)}
        return ", ".join(names) or _("No center")

    @property
    def code(self):
        """For the name of a file."""
        if not self.is_whole:
            return "own"
        return self.program.code if self.program else "delegate" if self.delegate else "agency"


# ---- what a person may have counted -------------------------------------------------------------------------------
def wholes(user, permission=Permission.REPORT_VIEW):
    """[(program or None, delegate)]: the whole scopes this person reaches: the agency, delegates, programs."""
    programs = list(Program.objects.order_by("name", "pk"))
    if reaches_everything(user, permission):
        mine, scopes = programs, [(None, "")]
    else:
        reached = programs_reached_whole(user, permission)
        mine, scopes = [program for program in programs if program.pk in reached], []
    others = {program.delegate_name for program in programs if program not in mine}
    delegates = {program.delegate_name for program in mine} - others - {""}
    return scopes + [(None, delegate) for delegate in sorted(delegates)] + [(program, "") for program in mine]


def own(user, period, **more):
    """The narrowest honest scope of somebody who reaches no whole program: their centers, else their families."""
    if user.may(Permission.REPORT_VIEW):
        return Scope(period, centers=tuple(sorted(own_centers(user).values_list("pk", flat=True))), **more)
    return Scope(period, caseload_of=user, **more)


def own_centers(user, permission=Permission.REPORT_VIEW):
    """The centers in which a role of this person carries the permission."""
    return Center.objects.filter(centers_reached(user, permission))


def every_whole():
    """What reports are made for by themselves: each program, each delegate of several programs, and the agency."""
    programs = list(Program.objects.order_by("code"))
    delegates = sorted({program.delegate_name for program in programs} - {""})
    return [*((program, "") for program in programs), *((None, delegate) for delegate in delegates), (None, "")]
