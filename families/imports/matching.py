"""Is an incoming family one of ours? By the other system's keys; else by names, birth dates, telephone and address."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from agency.imports.columns import plain
from families.imports.incoming import Home
from families.models import ContactPoint, ExternalId, FamilyMember, Household


@dataclass(frozen=True)
class Match:
    """One of our families, or several of which a person must say which it is."""

    family: int | None = None
    stored: ExternalId | None = None  # the key it was found by
    perhaps: tuple = ()


def matched(families, source, but=frozenset()):
    """{key: Match} for those of the incoming families that may be ours. `but` are families this import itself made.

    A fixed number of queries, however many families.
    """
    found = _by_family_key(families, source)
    rest = [family for family in families if family.key not in found]
    found |= _by_person_keys(rest, source, but)
    rest = [family for family in rest if family.key not in found]
    return found | _by_who_they_are(rest, but)


def _by_family_key(families, source):
    keys = [family.key for family in families]
    rows = ExternalId.objects.filter(source=source, kind="household", value__in=keys, member=None)
    return {row.value: Match(row.family_id, row) for row in rows}


def _by_person_keys(families, source, but):
    """Where all persons we know by key are in one family of ours, it is that one; in several, a person decides."""
    keys = [person.key for family in families for person in family.people]
    rows = ExternalId.objects.filter(source=source, kind="person", value__in=keys)
    known = defaultdict(set)
    for value, pk in rows.values_list("value", "family"):
        if pk not in but:
            known[value].add(pk)
    found = {}
    for family in families:
        ours = set().union(*(known[person.key] for person in family.people))
        if len(ours) == 1:
            found[family.key] = Match(ours.pop())
        elif ours:
            found[family.key] = Match(perhaps=tuple(sorted(ours)))
    return found


def _by_who_they_are(families, but):
    """Two persons of one name and birth date, or one and the telephone or the address: that is the family."""
    persons, phones, homes = _members_like(families), _families_by_phone(families), _families_by_home(families)
    found = {}
    for family in families:
        same = Counter(pk for person in family.people for pk in persons[(person.name, person.born_on)])
        reached = {pk for person in family.people for pk in phones[person.digits]}
        reached |= {pk for home in family.homes for pk in homes[home.found_by]}
        sure = [pk for pk, count in same.items() if pk not in but and (count > 1 or pk in reached)]
        perhaps = [pk for pk in same if pk not in but]
        if len(sure) == 1:
            found[family.key] = Match(sure[0])
        elif perhaps:
            found[family.key] = Match(perhaps=tuple(sorted(perhaps)))
    return found


def _members_like(families):
    """{(name, birth date): our families}. Without a birth date a name alone says nothing.

    Whoever stands on our record without a last name bears that of the family.
    """
    days = {person.born_on for family in families for person in family.people if person.born_on}
    names = {person.name for family in families for person in family.people if person.born_on}
    first = {plain(person.first_name) for family in families for person in family.people if person.born_on}
    names |= {f"{name} " for name in names | first}  # as our tables have somebody without a last name
    rows = FamilyMember.objects.filter(born_on__in=days, search_name__in=names)
    found = defaultdict(set)
    for name, day, pk, family_name in rows.values_list("search_name", "born_on", "family", "family__search_name"):
        found[(name.strip(), day)].add(pk)
        if name.endswith(" "):
            found[(name + family_name, day)].add(pk)
    return found


def _families_by_phone(families):
    digits = {person.digits for family in families for person in family.people} - {""}
    found = defaultdict(set)
    rows = ContactPoint.objects.filter(digits__in=digits) if digits else ContactPoint.objects.none()
    for number, pk in rows.values_list("digits", "member__family"):
        found[number].add(pk)
    return found


def _families_by_home(families):
    codes = {home.postal_code for family in families for home in family.homes} - {""}
    found = defaultdict(set)
    streets = {home.address_1 for family in families for home in family.homes} - {""}
    rows = Household.objects.filter(postal_code__in=codes, address_1__in=streets).values_list(
        "address_1", "postal_code", "family"
    )
    for street, code, pk in rows:
        found[Home(street, "", "", code).found_by].add(pk)
    return found
