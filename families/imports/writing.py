"""Incoming households become families: new ones are added, known ones compared, edited ones left alone."""

import hashlib
import json
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from agency import audit
from agency.models import Center, Program, User
from families.imports.ledger import HELD, IMPORTED, UNCHANGED
from families.models import Assignment, Enrollment, ExternalId, Family, FamilyMember

SCHOOL_AGE = 6  # a younger child may hold a place with us
BATCH = 500


@dataclass(frozen=True)
class Target:
    """Where the families go: a program's center and its workers, who take them in turn."""

    source: str
    program: Program
    center: Center
    workers: tuple
    by: User | None = None


class Kept(Exception):
    """Ends a dry run: everything was written and checked, and now it is taken back."""


def write(households, target, ledger, *, dry_run=False):
    """Write all households in one transaction, or none. With `dry_run` the counts are real and nothing stays."""
    try:
        with transaction.atomic():
            _write(households, target, ledger)
            if dry_run:
                raise Kept
    except Kept:
        return


def _write(households, target, ledger):
    known = _known(target.source)
    new = []
    for household in households:
        stored = known.get(household.key)
        if stored is None:
            new.append(household)
        else:
            _compare(household, stored, target, ledger)
    for start in range(0, len(new), BATCH):
        _add(new[start : start + BATCH], start, target)
    ledger["families"].add(IMPORTED, len(new))
    _count_people(new, ledger, IMPORTED)
    audit.record("families_imported", by=target.by, source=target.source, families=len(new))


def _known(source):
    return {row.value: row for row in ExternalId.objects.filter(source=source, kind="household")}


def fingerprint(rows):
    """One short text that changes when any member of a household does."""
    return hashlib.sha256(json.dumps(sorted(rows), ensure_ascii=False).encode()).hexdigest()


def _compare(household, stored, target, ledger):
    """A household we have: the same, changed there (we follow), or changed here (we leave it and say so)."""
    incoming = fingerprint([person.as_list() for person in household.people])
    table = ledger["families"]
    if incoming == stored.content_hash:
        table.add(UNCHANGED)
        return _count_people([household], ledger, UNCHANGED)
    if _as_stored(stored.family_id, target.source) != stored.content_hash:
        reason = f"The household {household.key} changed there and was edited here too. It was left as it is here."
        table.wrong("Enrollment.csv", household.line, "HouseholdID", reason, HELD)
        return _count_people([household], ledger, HELD)
    _follow(household, stored, target, incoming)
    table.add(IMPORTED)
    return _count_people([household], ledger, IMPORTED)


def _count_people(households, ledger, fate):
    ledger["enrollments"].add(fate, sum(len(household.people) for household in households))


def _as_stored(family_id, source):
    """The fingerprint of a family as it stands here now."""
    keys = ExternalId.objects.filter(family=family_id, source=source, kind="person").select_related("member")
    return fingerprint(
        [
            [key.value, m.first_name, m.last_name, str(m.born_on), m.role, m.relationship, m.is_main_contact]
            for key in keys
            for m in [key.member]
        ]
    )


def _follow(household, stored, target, incoming):
    """Bring a family we have not edited to what the other system says now. Nobody is removed: people stay known."""
    members = {
        key.value: key.member
        for key in ExternalId.objects.filter(
            family=stored.family_id, source=target.source, kind="person"
        ).select_related("member")
    }
    FamilyMember.objects.filter(family=stored.family_id, is_main_contact=True).update(is_main_contact=False)
    for person in household.people:
        member = members.get(person.key) or FamilyMember(family_id=stored.family_id)
        is_new = member.pk is None
        _copy(person, member).save()
        if is_new:
            ExternalId.objects.create(
                family_id=stored.family_id, member=member, source=target.source, kind="person", value=person.key
            )
    ExternalId.objects.filter(pk=stored.pk).update(content_hash=incoming)


def _copy(person, member):
    member.first_name, member.last_name, member.born_on = person.first_name, person.last_name, person.born_on
    member.role, member.relationship, member.is_main_contact = person.role, person.relationship, person.is_head
    return member


def _add(households, start, target):
    """New families, a batch at a time: families, members, keys, places, workers."""
    families = Family.objects.bulk_create(
        Family(
            name=(household.head.last_name or household.head.first_name)[:150], center=target.center, added_by=target.by
        )
        for household in households
    )
    pairs = [
        (person, family) for household, family in zip(households, families, strict=True) for person in household.people
    ]
    members = FamilyMember.objects.bulk_create(_copy(person, FamilyMember(family=family)) for person, family in pairs)
    ExternalId.objects.bulk_create([*_household_keys(households, families, target), *_keys(pairs, members, target)])
    Enrollment.objects.bulk_create(_places(pairs, members, target))
    Assignment.objects.bulk_create(_main_workers(families, start, target))


def _household_keys(households, families, target):
    """How a second import finds each family again, and sees whether it has changed."""
    for household, family in zip(households, families, strict=True):
        content_hash = fingerprint([person.as_list() for person in household.people])
        yield ExternalId(
            family=family, source=target.source, kind="household", value=household.key, content_hash=content_hash
        )


def _keys(pairs, members, target):
    for (person, family), member in zip(pairs, members, strict=True):
        yield ExternalId(family=family, member=member, source=target.source, kind="person", value=person.key)


def _main_workers(families, start, target):
    """The workers take the families in turn, from today on; `start` families have been dealt before these."""
    for index, family in enumerate(families, start=start):
        yield Assignment(
            family=family,
            worker=target.workers[index % len(target.workers)],
            kind=Assignment.Kind.PRIMARY,
            starts_on=timezone.localdate(),
            assigned_by=target.by,
        )


def _places(pairs, members, target):
    """A place for each child below school age, from the entry day on. Nobody else can hold one."""
    for (person, family), member in zip(pairs, members, strict=True):
        if member.age_on(person.entered_on) is not None and member.age_on(person.entered_on) < SCHOOL_AGE:
            yield Enrollment(
                family=family,
                member=member,
                program=target.program,
                center=target.center,
                entered_on=person.entered_on,
                exited_on=person.exited_on,
                exit_reason=Enrollment.ExitReason.UNKNOWN if person.exited_on else "",
            )
