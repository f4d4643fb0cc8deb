"""What is on record about the families of one program in one year: a statement a subject, however many families."""

from collections import defaultdict
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from django.contrib.postgres.aggregates import BoolOr
from django.db import connection
from django.db.models import Max, Min, Q
from django.utils import timezone

from agency.models import ProgramYear
from families.models import Need, ServiceReceived, Snapshot
from families.snapshots import SERVES_FOR
from partners.models import Mou
from reports.pir.answers import Seen, Why

BEFORE = timedelta(days=366)  # how far back we look for help and referrals that do not count, to say why
PLACES = """
SELECT place.family_id, place.member_id, place.option, place.entered_on, place.exited_on, member.expected_on,
       EXISTS (
           SELECT FROM families_enrollment earlier
           WHERE earlier.member_id = place.member_id AND earlier.program_id = place.program_id
             AND earlier.entered_on < %(first)s
       ) AS came_before
FROM families_enrollment place
JOIN families_familymember member ON member.id = place.member_id
JOIN families_family family ON family.id = place.family_id AND family.merged_into_id IS NULL
WHERE place.program_id = %(program)s AND place.entered_on <= %(last)s
  AND (place.exited_on IS NULL OR place.exited_on >= %(first)s)
  AND (%(centers)s::bigint[] IS NULL OR place.center_id = ANY(%(centers)s))
  AND (%(among)s::bigint[] IS NULL OR place.family_id = ANY(%(among)s))
ORDER BY place.family_id, place.entered_on, place.id
"""
SNAPSHOTS = """
SELECT speaks.moment, speaks.family_id, shot.id, shot.taken_on,
       {answers}
FROM families_snapshotyear speaks JOIN families_snapshot shot ON shot.id = speaks.snapshot_id
WHERE speaks.program_year_id = %(year)s AND speaks.family_id = ANY(%(families)s) AND shot.taken_on <= %(on)s
""".replace("{answers}", ", ".join(f"shot.{name}" for name in Snapshot.ASKED[Snapshot.Moment.ENROLLMENT]))
OTHERS = """
SELECT DISTINCT ON (shot.family_id, shot.moment) shot.moment, shot.family_id, shot.id
FROM families_snapshot shot
WHERE shot.family_id = ANY(%(families)s) AND shot.taken_on <= %(on)s
  AND (shot.moment = 'enrollment' AND shot.taken_on BETWEEN %(near)s AND %(ends)s
       OR shot.moment = 'end' AND shot.taken_on BETWEEN %(first)s AND %(far)s)
  AND NOT EXISTS (
      SELECT FROM families_snapshotyear speaks
      WHERE speaks.snapshot_id = shot.id AND speaks.program_year_id = %(year)s
  )
ORDER BY shot.family_id, shot.moment, shot.taken_on DESC, shot.id DESC
"""
REFERRALS = """
SELECT DISTINCT ON (asked.family_id, need.category_id, asked.state)
       asked.family_id, need.category_id, asked.state, asked.id
FROM referrals_referral asked JOIN families_need need ON need.id = asked.need_id
WHERE asked.family_id = ANY(%(families)s) AND asked.made_on BETWEEN %(since)s AND %(on)s
ORDER BY asked.family_id, need.category_id, asked.state, asked.made_on DESC, asked.id DESC
"""
# Who came to what: adults at activities, in strengths conversations, in reviews of goals, under agreements.
TAKEN_PART = """
WITH adults AS (
    SELECT member.id, member.family_id, member.is_father_figure OR EXISTS (
        SELECT FROM families_relation tie WHERE tie.adult_id = member.id AND tie.is_father_figure
    ) AS is_father
    FROM families_familymember member
    WHERE member.family_id = ANY(%(families)s) AND member.role <> 'child'
)
SELECT there.family_id, activity.father_item, activity.held_on, there.is_father_figure, activity.id
FROM families_attendance there JOIN families_activity activity ON activity.id = there.activity_id
WHERE there.family_id = ANY(%(families)s) AND there.is_present AND activity.posted_at IS NOT NULL
  AND activity.father_item <> '' AND activity.held_on BETWEEN %(since)s AND %(on)s
UNION ALL
SELECT adults.family_id, 'assessment', talk.done_on, adults.is_father, NULL
FROM families_assessment talk
JOIN families_assessment_took_part there ON there.assessment_id = talk.id
JOIN adults ON adults.id = there.familymember_id
WHERE talk.family_id = ANY(%(families)s) AND talk.done_on BETWEEN %(since)s AND %(on)s
UNION ALL
SELECT adults.family_id, 'goals', review.held_on, adults.is_father, NULL
FROM goals_review review
JOIN goals_review_present there ON there.review_id = review.id
JOIN adults ON adults.id = there.familymember_id
WHERE review.family_id = ANY(%(families)s) AND review.held_on BETWEEN %(since)s AND %(on)s
UNION ALL
SELECT adults.family_id, 'goals', (signature.signed_at AT TIME ZONE %(zone)s)::date, adults.is_father, NULL
FROM goals_signature signature JOIN adults ON adults.id = signature.member_id
WHERE (signature.signed_at AT TIME ZONE %(zone)s)::date BETWEEN %(since)s AND %(on)s
"""
EPISODES = """
SELECT family_id, began_on, ended_on, housing_acquired_on, id
FROM families_homelessnessepisode WHERE family_id = ANY(%(families)s) AND began_on <= %(on)s
ORDER BY family_id, began_on, id
"""
IN_CARE = """
SELECT care.child_id, care.began_on, care.ended_on FROM families_fostercare care
JOIN families_familymember child ON child.id = care.child_id
WHERE child.family_id = ANY(%(families)s) AND care.began_on <= %(on)s
"""
WELFARE = """
SELECT family_id, child_id, referred_to_us FROM families_childwelfareinvolvement
WHERE family_id = ANY(%(families)s) AND began_on <= %(last)s AND (ended_on IS NULL OR ended_on >= %(first)s
      OR referred_to_us)
"""
BABIES = """
SELECT family_id, born_on FROM families_familymember
WHERE family_id = ANY(%(families)s) AND role = 'child' AND merged_into_id IS NULL AND born_on IS NOT NULL
ORDER BY family_id, born_on
"""


class Place(NamedTuple):
    """A place somebody held in the program on a day of the year."""

    family_id: int
    member_id: int
    option: str
    entered_on: date
    exited_on: date | None
    expected_on: date | None
    came_before: bool


class Help(NamedTuple):
    """Help of one kind a family received: the first day, and where it came from."""

    first_on: date
    source: str


class Facts:
    """One program's year as of a day; with `centers` or `among`, of the places at these centers, of these families."""

    def __init__(self, year, on=None, centers=None, among=None):
        self.year, self.on = year, on or timezone.localdate()
        self.first, self.last = year.starts_on, min(year.ends_on, self.on)
        after = ProgramYear.objects.filter(program=year.program_id, starts_on__gt=year.starts_on)
        next_first = after.aggregate(first=Min("starts_on"))["first"]
        self.until = min(next_first - timedelta(days=1), self.on) if next_first else self.on  # the summer counts too
        self.centers, self.among = centers, among

    def _rows(self, statement, **more):
        named = self._days | more
        with connection.cursor() as cursor:
            cursor.execute(statement, named if "families" in named else named | {"families": self.families})
            return cursor.fetchall()

    @property
    def _days(self):
        zone = timezone.get_current_timezone_name()
        days = {"first": self.first, "last": self.last, "on": self.on, "since": self.first - BEFORE, "zone": zone}
        return days | {"year": self.year.pk}

    # ---- who ------------------------------------------------------------------------------------------------------

    @cached_property
    def places(self):
        narrowed = {name: None if keys is None else list(keys) for name, keys in self._narrowed.items()}
        return [Place(*row) for row in self._rows(PLACES, program=self.year.program_id, families=[], **narrowed)]

    @property
    def _narrowed(self):
        return {"centers": self.centers, "among": self.among}

    @cached_property
    def families(self):
        """The keys of its families, each once: also of those who have left."""
        return list(dict.fromkeys(place.family_id for place in self.places))

    @cached_property
    def children(self):
        """{family: {child: its first day}}."""
        return _people(place for place in self.places if place.option != "pregnancy")

    @cached_property
    def women(self):
        """{family: {pregnant woman: her place}}."""
        found = defaultdict(dict)
        for place in self.places:
            if place.option == "pregnancy":
                found[place.family_id].setdefault(place.member_id, place)
        return dict(found)

    @cached_property
    def gone(self):
        """Families none of whose places is open on the day."""
        open_ones = {p.family_id for p in self.places if p.exited_on is None or p.exited_on > self.on}
        return set(self.families) - open_ones

    @property
    def year_is_over(self):
        return self.on > self.year.ends_on

    def held_until(self, family, day):
        """True when the family held a place on that day or prepared one: it had not left the program before."""
        return any(place.exited_on is None or place.exited_on >= day for place in self._places_of[family])

    @cached_property
    def _places_of(self):
        found = defaultdict(list)
        for place in self.places:
            found[place.family_id].append(place)
        return found

    # ---- what they told us ----------------------------------------------------------------------------------------

    @cached_property
    def snapshots(self):
        """{moment: {family: {"id", "taken_on", field: answer}}} of the snapshots that speak for this year."""
        found = {moment: {} for moment in Snapshot.Moment.values}
        names = ("id", "taken_on", *Snapshot.ASKED[Snapshot.Moment.ENROLLMENT])
        for moment, family, *values in self._rows(SNAPSHOTS):
            found[moment][family] = _judged_once(dict(zip(names, values, strict=True)))
        return found

    @cached_property
    def without_snapshot(self):
        """{moment: {family: why there is no snapshot of that moment for this year}}."""
        return {
            moment: {family: self._no_snapshot(moment, family) for family in self.families if family not in shots}
            for moment, shots in self.snapshots.items()
        }

    def _no_snapshot(self, moment, family):
        other = self.other_snapshots.get((moment, family))
        if other:
            return Why(f"{moment}_for_another_year", other)
        if moment == Snapshot.Moment.END and family not in self.gone and not self.year_is_over:
            return Why("end_to_come")
        return Why(f"no_{moment}_snapshot")

    @cached_property
    def other_snapshots(self):
        """{(moment, family): the key of one taken near this year that speaks for another}."""
        days = {"near": self.first - SERVES_FOR, "ends": self.year.ends_on, "far": self.year.ends_on + SERVES_FOR}
        rows = self._rows(OTHERS, **days)
        return {(moment, family): pk for moment, family, pk in rows}

    # ---- needs, help, referrals -----------------------------------------------------------------------------------

    @cached_property
    def help(self):
        """{category: {family: Help}} that counts: from us or through our referral, in this year."""
        rows = self._received().exclude(source=ServiceReceived.Source.FAMILY)
        found = defaultdict(dict)
        for category, family, source, first in _firsts(rows):
            known = found[category].get(family)
            if known is None or first < known.first_on:
                found[category][family] = Help(first, source)
        return dict(found)

    def _received(self):
        rows = ServiceReceived.objects.counting_in(self.year)
        return rows.filter(family__pk__among=self.families, received_on__lte=self.on)

    @cached_property
    def help_besides(self):
        """{category: {family: (why it does not count, its day)}}: found by themselves, or outside the year."""
        found = defaultdict(dict)
        for category, family, _source, first in _firsts(self._received().filter(source=ServiceReceived.Source.FAMILY)):
            found[category][family] = ("by_themselves", first)
        near = ServiceReceived.objects.filter(
            family__pk__among=self.families, received_on__gte=self.first - BEFORE, received_on__lte=self.on
        ).exclude(source=ServiceReceived.Source.FAMILY)
        near = near.order_by().values_list("category_id", "family_id")
        by_hand = BoolOr(~Q(counts_because=""))
        for category, family, latest, chosen in near.annotate(latest=Max("received_on"), chosen=by_hand):
            if family not in self.help.get(category, {}):
                found[category][family] = ("another_year" if chosen else self._why_outside(latest), latest)
        return dict(found)

    def _why_outside(self, day):
        if day < self.first:
            return "before_the_year"
        return "after_the_year" if day > self.until else "no_place_that_day"

    @cached_property
    def given_to(self):
        """{(category, family): {who took part}} for the families of pregnant women; an empty set means the family."""
        rows = self._received().filter(family__in=list(self.women)).exclude(source=ServiceReceived.Source.FAMILY)
        found = defaultdict(list)
        pairs = rows.order_by("pk").values_list("pk", "category_id", "family_id", "received_on", "participants")
        services = {}
        for pk, category, family, day, person in pairs:
            services.setdefault(pk, (category, family, day, set()))[3].update({person} - {None})
        for category, family, day, people in services.values():
            found[(category, family)].append((day, people))
        return dict(found)

    @cached_property
    def needs(self):
        """{category: {family: the day of the first need}} that was open on a day of the year."""
        rows = Need.objects.filter(family__pk__among=self.families, opened_on__lte=self.until)
        rows = rows.exclude(closed_on__lt=self.first).order_by()
        found = defaultdict(dict)
        for category, family, day in rows.values_list("category_id", "family_id").annotate(day=Min("opened_on")):
            found[category][family] = day
        return dict(found)

    @cached_property
    def referrals(self):
        """{category: {family: {state: the latest referral}}}."""
        found = defaultdict(lambda: defaultdict(dict))
        for family, category, state, pk in self._rows(REFERRALS):
            found[category][family][state] = pk
        return found

    # ---- who took part, where they live, who looks after a child --------------------------------------------------

    @cached_property
    def taken_part(self):
        """{what fathers are counted for: {family: [(day, as a father, activity)]}}."""
        found = defaultdict(lambda: defaultdict(list))
        for family, what, day, as_father, activity in self._rows(TAKEN_PART):
            found[what][family].append((day, as_father, activity))
        return found

    @cached_property
    def episodes(self):
        """{family: [(began, ended, found a home, key)]}."""
        found = defaultdict(list)
        for family, *episode in self._rows(EPISODES):
            found[family].append(episode)
        return found

    @cached_property
    def in_care(self):
        """{child: [(began, ended)]}."""
        found = defaultdict(list)
        for child, began, ended in self._rows(IN_CARE):
            found[child].append((began, ended))
        return found

    @cached_property
    def sent_by_welfare(self):
        """(children a child welfare agency sent to us, families it works with)."""
        rows = self._rows(WELFARE)
        return {child for _family, child, sent in rows if sent and child}, {family for family, _child, _sent in rows}

    @cached_property
    def babies(self):
        found = defaultdict(list)
        for family, born in self._rows(BABIES):
            found[family].append(born)
        return found

    @cached_property
    def agreements(self):
        """{kind: partners with such an agreement in force with this program on the last day we look at}."""
        rows = Mou.objects.in_force(self.last).binding(self.year.program_id).values_list("kind", "partner_id")
        found = defaultdict(set)
        for kind, partner in rows.distinct():
            found[kind].add(partner)
        return found


def _judged_once(shot):
    """A snapshot with what each item may say of it: some forty ask the same one."""
    pk, day = shot["id"], shot["taken_on"]
    reasons = {"otherwise": "said_otherwise", "not_asked": "not_asked", "would_not_say": "would_not_say"}
    return shot | {"seen": Seen(on=day)} | {name: Why(reason, pk, day) for name, reason in reasons.items()}


def _people(places):
    found = defaultdict(dict)
    for place in places:
        found[place.family_id].setdefault(place.member_id, place.entered_on)
    return dict(found)


def _firsts(rows):
    """`(category, family, source, first day)`, each once."""
    return rows.order_by().values_list("category_id", "family_id", "source").annotate(first=Min("received_on"))
