"""What one family asks of a service: its language, where it lives, when it has time, who is in it. Never its name."""

from dataclasses import dataclass
from datetime import time

from django.db.models import Q
from django.utils import timezone
from django.utils.functional import cached_property

from families.models import ExistingPlan, FamilyMember, Need, Snapshot
from partners.models import Eligibility, ZipPlace
from partners.suitable import groups_of

Who, Time = Eligibility.Who, FamilyMember.Time
Said, Housing, Tie = Snapshot.Said, Snapshot.Housing, FamilyMember.Relationship

# A rule of opening hours that suits somebody who has time then. Monday to Friday, but for the weekend.
NOON, AFTER_LUNCH, AFTER_WORK = time(12), time(14), time(18)
ON_WEEKDAYS = Q(byday__regex="MO|TU|WE|TH|FR")
SUITS = {
    Time.MORNING: ON_WEEKDAYS & Q(opens_at__lt=NOON),
    Time.AFTERNOON: ON_WEEKDAYS & Q(closes_at__gt=AFTER_LUNCH),
    Time.EVENING: ON_WEEKDAYS & Q(closes_at__gte=AFTER_WORK),
    Time.WEEKEND: Q(byday__regex="SA|SU"),
}
BESIDE_WORK = (Time.EVENING, Time.WEEKEND)

WITHOUT_A_HOME = {Housing.SHARES_AFTER_LOSS, Housing.SHELTER, Housing.MOTEL, Housing.UNSHELTERED}
WOMEN = {Tie.MOTHER, Tie.STEPMOTHER, Tie.GRANDMOTHER, Tie.AUNT}
MEN = {Tie.FATHER, Tie.STEPFATHER, Tie.GRANDFATHER, Tie.UNCLE}
FOSTERING = {Tie.FOSTER, Tie.KIN_FOSTER}
OLDER_FROM = 60
OF_DISABILITY = (ExistingPlan.Kind.IFSP, ExistingPlan.Kind.IEP)

# Groups of which we would know whether this family belongs to them; the others we never ask a family about.
KNOWN = {
    Who.PREGNANT, Who.BABY, Who.CHILD, Who.TEEN, Who.ADULT, Who.OLDER, Who.FAMILY, Who.WOMAN, Who.MAN,
}  # fmt: skip


@dataclass
class Asking:
    """A need, and what is known of the family that bears on which service would do."""

    need: Need
    snapshot: Snapshot | None
    plans: list  # of other agencies, still running, that whoever asks may read
    homes: list  # whose address the family has not asked us to hide
    here: ZipPlace | None  # where the first of them lies

    @cached_property
    def today(self):
        return timezone.localdate()

    @property
    def family(self):
        return self.need.family

    @cached_property
    def language(self):
        return self.family.language

    @cached_property
    def zips(self):
        return {home.postal_code[:5] for home in self.homes if home.postal_code}

    @cached_property
    def cities(self):
        return {home.city.casefold(): home.city for home in self.homes if home.city}

    @cached_property
    def people(self):
        return [person for person in self.family.members.all() if person.left_on is None]

    @cached_property
    def ages(self):
        today = timezone.localdate()
        found = [child.age_on(today) for child in self.people if child.is_child]
        return sorted(age for age in found if age is not None)

    @cached_property
    def times(self):
        """When the adults said they have time."""
        return {when for person in self.people if not person.is_child for when in person.best_times}

    @cached_property
    def works(self):
        """A parent has work, and nobody said when there is time: evenings and weekends are a guess."""
        return not self.times and bool(self.snapshot) and self.snapshot.employed == Said.YES

    def suiting(self):
        """Opening hours at which somebody of this family can go, or None when nothing is known."""
        wanted = self.times or (BESIDE_WORK if self.works else ())
        found = Q()
        for when in sorted(wanted):
            found |= SUITS[when]
        return found or None

    @cached_property
    def groups(self):
        """The groups of people, as services name them, that somebody of this family belongs to."""
        found = {Who.FAMILY} | self._by_age() | self._by_life()
        ties = {person.relationship for person in self.people if not person.is_child}
        return found | {group for group, named in ((Who.WOMAN, WOMEN), (Who.MAN, MEN)) if ties & named}

    def _by_age(self):
        today, found = timezone.localdate(), set()
        for person in self.people:
            age = person.age_on(today)
            if person.is_child:
                found |= groups_of(str(age)) if age is not None else {Who.CHILD}
            else:
                found |= {Who.ADULT} | ({Who.OLDER} if (age or 0) >= OLDER_FROM else set())
            if person.is_expecting:
                found |= {Who.PREGNANT}
        return found

    def _by_life(self):
        """What they told us of how they live, for services that ask for it."""
        said, found = self.snapshot, set()
        if said:
            tells = [
                (Who.LOW_INCOME, Said.YES in (said.tanf, said.ssi, said.snap, said.wic)),
                (Who.NO_HOME, said.housing in WITHOUT_A_HOME),
                (Who.VETERAN, Said.YES in (said.military_active, said.military_veteran)),
                (Who.FOSTER, said.figure == Snapshot.Figure.FOSTER),
            ]
            found = {group for group, holds in tells if holds}
        if any(plan.kind in OF_DISABILITY for plan in self.plans):
            found |= {Who.DISABILITY}
        return found | ({Who.FOSTER} if any(person.relationship in FOSTERING for person in self.people) else set())


def asking(need, user=None):
    """What this need asks for. Three statements beside the family's own people and homes."""
    family = need.family
    plans = ExistingPlan.objects.visible_to(user) if user else ExistingPlan.objects.none()
    homes = [home for home in family.households.all() if not home.is_hidden]
    return Asking(
        need=need,
        snapshot=Snapshot.objects.filter(family=family).order_by("-taken_on", "-pk").first(),
        plans=[plan for plan in plans.filter(family=family).select_related("category") if not plan.is_over],
        homes=homes,
        here=_where(homes),
    )


def _where(homes):
    """The middle of the ZIP code of the first home; None when no ZIP code is known."""
    zips = [home.postal_code[:5] for home in homes if home.postal_code]
    known = ZipPlace.objects.in_bulk(zips) if zips else {}
    return next((known[code] for code in zips if code in known), None)
