"""New families in bulk, and what a file adds to a known one. Each row that is made is written down for the undoing."""

from dataclasses import dataclass

from django.utils import timezone

from agency.imports import undoing
from families.imports.incoming import language_of
from families.models import (
    Assignment,
    ContactPoint,
    Enrollment,
    ExternalId,
    Family,
    FamilyMember,
    Household,
    Relation,
)

FATHERS = {"father", "stepfather", "grandfather", "uncle"}


@dataclass
class Writer:
    """Writes for one batch: `center` takes families without a place, `workers` take them in turn."""

    batch: object
    center: object
    workers: tuple
    dealt: int = 0

    def add(self, families):
        """New families with all they tell, in a fixed number of statements: [(incoming person, our member)]."""
        if not families:
            return []
        made = self._keep(Family, [self._family(family) for family in families])
        homes = self._homes(families, made)
        people = self._people(families, made, homes)
        self._contacts(people)
        self._keys(zip(families, made, strict=True), people)
        self._places(people)
        self._relations(families, people)
        self._assign(made)
        return people

    def _keep(self, model, rows):
        rows = model.objects.bulk_create(rows, batch_size=1000)
        undoing.made(self.batch, rows)
        return rows

    def _family(self, family):
        places = [place for person in family.people for place in person.places]
        center = places[0].center if places else self.center
        helped = any(person.needs_interpreter for person in family.adults)
        return Family(
            name=family.name,
            center=center,
            language=language_of(family),
            needs_interpreter=helped,
            added_by=self.batch.by,
        )

    def _homes(self, families, made):
        """{(family, address): home}."""
        pairs = [(ours, home) for family, ours in zip(families, made, strict=True) for home in family.homes]
        rows = self._keep(Household, [_household(ours, home) for ours, home in pairs])
        return {(ours.pk, home.found_by): row for (ours, home), row in zip(pairs, rows, strict=True)}

    def _people(self, families, made, homes):
        """[(incoming person, our member)] of whole families."""
        pairs = []
        for family, ours in zip(families, made, strict=True):
            only = homes.get((ours.pk, family.homes[0].found_by)) if len(family.homes) == 1 else None
            for person in family.people:
                home = homes.get((ours.pk, person.home.found_by)) if person.home else only
                pairs.append((person, _member(person, ours, home)))
        rows = self._keep(FamilyMember, [member for _person, member in pairs])
        return list(zip((person for person, _member in pairs), rows, strict=True))

    def _contacts(self, people):
        points = []
        for person, member in people:
            if person.phone:
                points.append(
                    ContactPoint(
                        member=member,
                        kind=person.phone_kind,
                        value=person.phone,  # as it is shown already
                        digits=person.digits,
                        may_text=person.may_text,
                    )
                )
            if person.email:
                points.append(ContactPoint(member=member, kind=ContactPoint.Kind.EMAIL, value=person.email))
        self._keep(ContactPoint, points)

    def _keys(self, families, people):
        """How the next file of this source finds each family and person again, and sees whether they have changed."""
        source = self.batch.source
        rows = [
            ExternalId(
                family=ours, source=source, kind="household", value=family.key, content_hash=family.fingerprint()
            )
            for family, ours in families
        ]
        rows += [
            ExternalId(family=member.family, member=member, source=source, kind="person", value=person.key)
            for person, member in people
        ]
        self._keep(ExternalId, rows)

    def _places(self, people):
        self._keep(Enrollment, [_enrollment(place, member) for person, member in people for place in person.places])

    def _relations(self, families, people):
        """Who each adult is to each child, where the file says it."""
        ours = {id(person): member for person, member in people}
        self._keep(
            Relation,
            [
                _relation(adult, ours[id(adult)], ours[id(child)])
                for family in families
                for adult in family.adults
                for child in family.children
                if adult.lives_with or adult.relationship != FamilyMember.Relationship.UNKNOWN
            ],
        )

    def _assign(self, made):
        """The workers take the families in turn, from today on; with no workers a supervisor assigns them."""
        if not self.workers:
            return
        rows = [
            Assignment(
                family=ours,
                worker=self.workers[number % len(self.workers)],
                kind=Assignment.Kind.PRIMARY,
                starts_on=timezone.localdate(),
                assigned_by=self.batch.by,
            )
            for number, ours in enumerate(made, start=self.dealt)
        ]
        self.dealt += len(made)
        self._keep(Assignment, rows)

    def add_to(self, known):
        """What a file tells beyond what we know of families of ours: people, places, keys. Nothing is overwritten."""
        for found in known:
            homes = list(found.ours.households.all())
            home = homes[0] if len(homes) == 1 else None
            joined = [(person, _member(person, found.ours, home)) for person in found.new_people]
            for _person, member in joined:
                member.is_main_contact = False
            self._keep(FamilyMember, [member for _person, member in joined])
            self._contacts(joined)
            self._places(joined)
            self._keep(Enrollment, [_enrollment(place, member) for member, place in found.new_places])
            self._keep(
                ExternalId, found.missing_keys(self.batch.source, {id(person): member for person, member in joined})
            )


def _household(family, home):
    return Household(
        family=family,
        address_1=home.address_1[:200],
        city=home.city[:100],
        state=home.state[:2].upper(),
        postal_code=home.postal_code[:10],
    )


def _member(person, family, home):
    return FamilyMember(
        family=family,
        household=home,
        first_name=person.first_name,
        last_name=person.last_name,
        born_on=person.born_on,
        role=person.role,
        relationship=person.relationship,
        is_main_contact=person.is_head,
        is_father_figure=person.relationship in FATHERS,
        language=person.language,
        needs_interpreter=person.needs_interpreter,
    )


def _enrollment(place, member):
    return Enrollment(
        family=member.family,
        member=member,
        program=place.center.program,
        center=place.center,
        option=place.option,
        entered_on=place.entered_on,
        exited_on=place.exited_on,
        exit_reason=place.exit_reason,
    )


def _relation(adult, ours, child):
    return Relation(
        adult=ours,
        child=child,
        relationship=adult.relationship,
        is_father_figure=adult.relationship in FATHERS,
        lives_with=adult.lives_with or Relation.LivesWith.UNKNOWN,
    )
