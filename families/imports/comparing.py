"""A known family beside what a file tells of it: who is new, which places are new, where the two differ."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.utils import timezone

from agency.imports.columns import plain
from agency.models import Fate
from families.imports.facts import LATER, OF_FAMILY, OF_MEMBER
from families.models import Difference, ExternalId, Family, FamilyMember


@dataclass
class Compared:
    """One incoming family beside ours."""

    incoming: object
    ours: Family
    pairs: list = field(default_factory=list)  # (incoming person, our member)
    new_people: list = field(default_factory=list)
    new_places: list = field(default_factory=list)  # (our member, incoming place)
    differences: list = field(default_factory=list)  # (our member or None, fact, ours, theirs)
    keys: set = field(default_factory=set)  # (kind, value) we have of this source

    @property
    def fate(self):
        if self.new_people or self.new_places:
            return Fate.CHANGED
        return Fate.HELD if self.differences else Fate.SAME

    def fates(self):
        """{number of a row: its fate}, person by person."""
        told = {id(person): Fate.NEW for person in self.new_people}
        more = {member.pk for member, _place in self.new_places}
        differ = {member.pk for member, *_rest in self.differences if member}
        of_family = Fate.HELD if any(member is None for member, *_rest in self.differences) else Fate.SAME
        for person, member in self.pairs:
            fate = Fate.CHANGED if member.pk in more else Fate.HELD if member.pk in differ else of_family
            told[id(person)] = fate
        return {number: told[id(person)] for person in self.incoming.people for number in person.rows}

    def missing_keys(self, source, joined):
        """The keys under which the next file finds this family and its people; `joined` are the new members."""
        rows = []
        if ("household", self.incoming.key) not in self.keys:
            rows.append(ExternalId(family=self.ours, source=source, kind="household", value=self.incoming.key))
        members = {id(person): member for person, member in self.pairs} | joined
        for person in self.incoming.people:
            if ("person", person.key) not in self.keys:
                member = members[id(person)]
                rows.append(ExternalId(family=self.ours, member=member, source=source, kind="person", value=person.key))
        return rows


def compared(pairs, source):
    """Each (incoming, our family's key) compared. A fixed number of queries."""
    keys = [pk for _incoming, pk in pairs]
    with_all = Family.objects.filter(pk__in=keys).prefetch_related(
        "households",
        "homelessness",
        "members__contact_points",
        "members__enrollments",
        "members__foster_care",
    )
    families = {family.pk: family for family in with_all}
    external = defaultdict(list)
    for row in ExternalId.objects.filter(family__in=keys, source=source):
        external[row.family_id].append(row)
    answered = _answered(keys, source)
    found = []
    for incoming, pk in pairs:
        if pk in families:
            found.append(_compare(incoming, families[pk], external[pk], answered))
    return found


def _answered(keys, source):
    """What a person has decided for ours already: not asked again while they say the same."""
    kept = Difference.objects.filter(family__in=keys, source=source, answer=Difference.Answer.OURS)
    return set(kept.values_list("family", "member", "fact", "theirs"))


def _compare(incoming, ours, keys, answered):
    found = Compared(incoming, ours, keys={(row.kind, row.value) for row in keys})
    by_key = {row.value: row.member_id for row in keys if row.kind == "person"}
    members = list(ours.members.all())
    for person in incoming.people:
        member = _member_like(person, members, by_key.get(person.key))
        if member is None:
            found.new_people.append(person)
            continue
        members.remove(member)
        found.pairs.append((person, member))
        found.new_places += [(member, place) for place in person.places if _is_new_place(place, member)]
        _differ(found, OF_MEMBER, person, member, member, answered)
    _differ(found, OF_FAMILY, incoming, ours, None, answered)
    return found


def _member_like(person, members, pk):
    """Our member of this key; else of this name, by birth date where two share it.

    In one family a name with another birth date is the same person and a question, not a second child; a father and
    the son who is named after him are told apart by being a child or not.
    """
    for member in members:
        if pk is not None and member.pk == pk:
            return member
    same = [member for member in members if person.name in _names(member)]
    same = [member for member in same if member.is_child == (person.role == FamilyMember.Role.CHILD)]
    return min(same, key=lambda member: member.born_on != person.born_on, default=None)


def _names(member):
    """What somebody may be called in a file: without a last name of their own they bear the family's."""
    names = {plain(member.get_full_name())}
    return names if member.last_name else names | {plain(f"{member.first_name} {member.family.name}")}


def _is_new_place(place, member):
    """A place we do not have: not begun on this day in this program, and none held there in these days."""
    for held in member.enrollments.all():
        if held.program_id != place.center.program_id:
            continue
        begins, ends = held.entered_on, held.exited_on
        if begins == place.entered_on or ends is None or not (place.entered_on > ends):
            return False
    return True


def _differ(found, facts, theirs, ours, member, answered):
    for fact in facts:
        said = fact.theirs(theirs)
        here = fact.ours(ours)
        decided = (found.ours.pk, member.pk if member else None, fact.slug, said[:200])
        if fact.differs(here, said) and decided not in answered:
            found.differences.append((member, fact, here, said))


def keep(batch, known):
    """Write down where they differ, once for each fact; a question that no longer stands is settled."""
    families = [found.ours.pk for found in known]
    waiting = {
        (row.family_id, row.member_id, row.fact): row
        for row in Difference.objects.waiting().filter(family__in=families, source=batch.source)
    }
    now = {
        (found.ours.pk, member.pk if member else None, fact.slug): (fact, ours, theirs)
        for found in known
        for member, fact, ours, theirs in found.differences
    }
    gone = [row.pk for key, row in waiting.items() if key not in now or row.theirs != now[key][2][:200]]
    Difference.objects.filter(pk__in=gone).update(answer=Difference.Answer.SETTLED, answered_at=timezone.now())
    kept = {key for key, row in waiting.items() if row.pk not in gone}
    return Difference.objects.bulk_create(
        _difference(batch, *key[:2], *said) for key, said in now.items() if key not in kept
    )


def _difference(batch, family, member, fact, ours, theirs):
    return Difference(
        family_id=family,
        member_id=member,
        batch=batch,
        source=batch.source,
        fact=fact.slug,
        ours=ours[:200],
        theirs=theirs[:200],
    )


def asked_of_new(batch, pairs):
    """What a person must record even of a new family: (incoming family, ours, [(incoming person, our member)])."""
    rows = []
    for incoming, ours, people in pairs:
        for fact in OF_FAMILY:
            if fact.slug in LATER and fact.theirs(incoming):
                rows.append(_difference(batch, ours.pk, None, fact, "", fact.theirs(incoming)))
        for person, member in people:
            rows += [
                _difference(batch, ours.pk, member.pk, fact, "", fact.theirs(person))
                for fact in OF_MEMBER
                if fact.slug in LATER and fact.theirs(person)
            ]
    return Difference.objects.bulk_create(rows)
