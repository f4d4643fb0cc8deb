"""What is on record about the families of one program in one year: a statement a subject, however many families."""

from collections import defaultdict, namedtuple
from datetime import date, timedelta
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

from django.db import connection
from django.utils import timezone

from families.models import Snapshot
from families.snapshots import SERVES_FOR
from partners.models import Mou
from reports.pir import statements
from reports.pir.answers import Why
from reports.pir.help_facts import BEFORE, HelpFacts


class Place(NamedTuple):
    """A place somebody held in the program on a day of the year."""

    family_id: int
    member_id: int
    option: str
    entered_on: date
    exited_on: date | None
    expected_on: date | None


Shot = namedtuple("Shot", ["id", "taken_on", *statements.ANSWERS])  # a snapshot


class Facts(HelpFacts):
    """One program's year as of a day; with `centers` or `among`, of the places at these centers, of these families."""

    def __init__(self, year, on=None, centers=None, among=None):
        self.year, self.on = year, on or timezone.localdate()
        self.first, self.last = year.starts_on, min(year.ends_on, self.on)
        following = year.next_starts_on
        self.until = min(following - timedelta(days=1), self.on) if following else self.on  # the summer counts too
        self.centers, self.among, self._alike = centers, among, {}
        self.kinds = None  # keys of the only kinds of help anybody will ask for; None: of all

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
        return [
            Place(*row) for row in self._rows(statements.PLACES, program=self.year.program_id, families=[], **narrowed)
        ]

    @cached_property
    def came_before(self):
        """Those of its people who held a place in the program in an earlier year, too."""
        members = list({place.member_id for place in self.places})
        rows = self._rows(statements.CAME_BEFORE, members=members, program=self.year.program_id, families=[])
        return {member for (member,) in rows}

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
    def left(self):
        """{family: {child: (its first day, its last)}} of children who left before the year was over, for good."""
        places, found = defaultdict(list), defaultdict(dict)
        for place in self.places:
            if place.option != "pregnancy":
                places[place.family_id, place.member_id].append(place)
        for (family, child), held in places.items():
            last = max(place.exited_on or date.max for place in held)
            if last <= self.on and last < self.year.ends_on:
                found[family][child] = (held[0].entered_on, last)
        return dict(found)

    @cached_property
    def gone(self):
        """Families none of whose places is open on the day."""
        open_ones = {p.family_id for p in self.places if p.exited_on is None or p.exited_on > self.on}
        return set(self.families) - open_ones

    @property
    def year_is_over(self):
        return self.on > self.year.ends_on

    # ---- what they told us ----------------------------------------------------------------------------------------

    @cached_property
    def _told(self):
        """What they told us near this year: (does it speak for this year, moment, family, Shot), the oldest first."""
        days = {"near": self.first - SERVES_FOR, "ends": self.year.ends_on, "far": self.year.ends_on + SERVES_FOR}
        rows = self._rows(statements.SNAPSHOTS, **days)
        return [(ours, moment, family, Shot(*shot)) for ours, moment, family, *shot in rows]

    @cached_property
    def snapshots(self):
        """{moment: {family: Shot}} of the snapshots that speak for this year."""
        found = {moment: {} for moment in Snapshot.Moment.values}
        for ours, moment, family, shot in self._told:
            if ours:
                found[moment][family] = shot
        return found

    def alike(self, moment, names):
        """{answers: families} of those who gave the same answers to these questions."""
        key = (moment, names)
        if key not in self._alike:
            found, answers = defaultdict(list), attrgetter(*names)
            for family, shot in self.snapshots[moment].items():
                found[answers(shot)].append(family)
            self._alike[key] = found if len(names) > 1 else {(said,): some for said, some in found.items()}
        return self._alike[key]

    @cached_property
    def without_snapshot(self):
        """{moment: {family: why there is no snapshot of that moment for this year}}."""
        others = {(moment, family): shot.id for ours, moment, family, shot in self._told if not ours}
        return {
            moment: {
                family: self._no_snapshot(moment, family, others.get((moment, family)))
                for family in self.families
                if family not in shots
            }
            for moment, shots in self.snapshots.items()
        }

    def _no_snapshot(self, moment, family, other):
        if other:
            return Why(f"{moment}_for_another_year", other)
        if moment == Snapshot.Moment.END and family not in self.gone and not self.year_is_over:
            return Why("end_to_come")
        return Why(f"no_{moment}_snapshot")

    # ---- who took part, where they live, who looks after a child --------------------------------------------------

    @cached_property
    def taken_part(self):
        """{what fathers are counted for: {family: (first day of a father, last of another, its activity, outside)}}."""
        found = defaultdict(dict)
        days = {"held_until": [self._held_until[family] for family in self.families], "until": self.until}
        for what, family, *came in self._rows(statements.TAKEN_PART, **days):
            found[what][family] = came
        return found

    @cached_property
    def _held_until(self):
        """{family: the last day on which it holds a place}; far away while it has not left."""
        found = {}
        for place in self.places:
            last = place.exited_on or date.max
            found[place.family_id] = max(last, found.get(place.family_id, last))
        return found

    @cached_property
    def _living(self):
        """{"home", "care", "welfare" or "born": [(family, child, began, ended, found a home, was sent to us)]}."""
        found = defaultdict(list)
        people = {
            "expecting": list(self.women),
            "children": [child for some in self.children.values() for child in some],
        }
        for what, *row, _key in self._rows(statements.LIVING, **people):
            found[what].append(row)
        return found

    @cached_property
    def episodes(self):
        """{family: [(began, ended, found a home)]}."""
        found = defaultdict(list)
        for family, _child, *episode, _sent in self._living["home"]:
            found[family].append(episode)
        return found

    @cached_property
    def in_care(self):
        """{child: [(began, ended)]}."""
        found = defaultdict(list)
        for _family, child, began, ended, *_more in self._living["care"]:
            found[child].append((began, ended))
        return found

    @cached_property
    def sent_by_welfare(self):
        """(children a child welfare agency sent to us, families it works with)."""
        rows = self._living["welfare"]
        return {child for _family, child, *_days, sent in rows if sent and child}, {family for family, *_more in rows}

    @cached_property
    def babies(self):
        """{family of a pregnant woman: the days its children were born}."""
        found = defaultdict(list)
        for family, _child, born, *_more in self._living["born"]:
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


def _people(places):
    found = defaultdict(dict)
    for place in places:
        found[place.family_id].setdefault(place.member_id, place.entered_on)
    return dict(found)
