"""Is this family known already? Names that sound alike, the same birth date, telephone or address."""

import unicodedata
from dataclasses import dataclass, field
from datetime import date

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import F, Q, Value
from django.db.models.functions import Greatest

from agency.database import Plain
from families.models import ContactPoint, Family, FamilyMember, Household
from families.staff import in_charge_of

ALIKE = 0.6  # of one name, when nothing but names speaks for it
AKIN = 0.3  # of one name, when the birth date is the same
MOST = 5


@dataclass(frozen=True)
class Person:
    """One adult or child as typed, before there is a record."""

    first_name: str
    last_name: str = ""
    born_on: date | None = None


@dataclass(frozen=True)
class Place:
    """Where somebody lives, as typed."""

    street: str
    city: str = ""
    postal_code: str = ""


@dataclass(frozen=True)
class Asked:
    """What has been typed about a family so far."""

    family_name: str
    people: tuple = ()
    phones: tuple = ()  # digits
    homes: tuple = ()


@dataclass
class Known:
    """What a person may be told: the families they may open, and whom to ask about the others."""

    families: list = field(default_factory=list)
    ask: list = field(default_factory=list)
    hidden: bool = False

    def __bool__(self):
        return bool(self.families or self.hidden)


def find(asked, *, leave_out=()):
    """Primary keys of the families that may be the one asked about, at most a handful."""
    names = [person for person in asked.people if plain_words(person.first_name)]
    found = list(_by_phone(asked.phones))
    for person in names:
        found += _by_person(person, plain_words(person.last_name) or plain_words(asked.family_name))
    for home in asked.homes:
        found += _by_address(home)
    if not names and not found:
        found = list(_by_family_name(plain_words(asked.family_name)))
    return [pk for pk in dict.fromkeys(found) if pk not in leave_out][:MOST]


def told(found, user):
    """Which of the families found `user` may see, and whom they may ask about the rest. Never who the rest are."""
    families = list(Family.objects.visible_to(user).with_people().filter(pk__in=found))
    hidden = set(found) - {family.pk for family in families}
    centers = {family.center for family in Family.objects.filter(pk__in=hidden).select_related("center__program")}
    ask = {in_charge_of(center) for center in sorted(centers, key=lambda center: center.pk)} - {None, user}
    return Known(families, sorted(ask, key=str), bool(hidden))


def plain_words(text):
    """`text` without what no database keeps and no name holds: control signs, halves of characters, stray spaces."""
    kept = (sign for sign in unicodedata.normalize("NFC", str(text)) if unicodedata.category(sign)[0] != "C")
    return " ".join("".join(kept).split())


def _by_phone(phones):
    digits = [number for number in phones if number]
    points = ContactPoint.objects.filter(digits__in=digits) if digits else ContactPoint.objects.none()
    return points.order_by("pk").values_list("member__family", flat=True)[:MOST]


def _by_address(home):
    """Families under the same roof, as far as streets are written alike. A hidden address is never compared."""
    street = plain_words(home.street)
    if not street or not (home.postal_code or home.city):
        return []
    here = Q(postal_code__startswith=home.postal_code[:5]) if home.postal_code else Q(city__iexact=home.city.strip())
    near = Household.objects.filter(here, is_hidden=False).exclude(address_1="")
    number = "".join(sign for sign in street.split()[0] if sign.isdigit())
    near = near.filter(address_1__startswith=number) if number else near
    alike = near.annotate(alike=TrigramSimilarity(Plain(F("address_1")), Plain(Value(street))))
    return list(alike.filter(alike__gte=ALIKE).order_by("-alike", "pk").values_list("family", flat=True)[:MOST])


def _by_person(person, last_name):
    """Families with somebody like this: the same birth date and a name akin, or without one two names alike."""
    members = _compared(plain_words(person.first_name), last_name)
    first = Plain(Value(plain_words(person.first_name)))
    alike = members.filter(search_name__trigram_word_similar=first, first_alike__gte=ALIKE, last_alike__gte=ALIKE)
    if person.born_on is None:
        return _families_of(alike)
    same_day = members.filter(Q(first_alike__gte=AKIN) | Q(last_alike__gte=ALIKE), born_on=person.born_on)
    return _families_of(same_day) + _families_of(alike.filter(born_on=None))  # apart, so that each can use its index


def _compared(first_name, last_name):
    """Members with how much each of their names is like the one typed."""
    first, last = Plain(Value(first_name)), Plain(Value(last_name))
    own = TrigramSimilarity(Plain(F("last_name")), last)
    of_family = TrigramSimilarity("family__search_name", last)
    return FamilyMember.objects.annotate(
        first_alike=TrigramSimilarity(Plain(F("first_name")), first), last_alike=Greatest(own, of_family)
    )


def _families_of(members):
    return list(members.order_by("-first_alike", "pk").values_list("family", flat=True)[:MOST])


def _by_family_name(name):
    if not name:
        return Family.objects.none().values_list("pk", flat=True)
    asked = Plain(Value(name))
    alike = Family.objects.filter(search_name__trigram_similar=asked)
    alike = alike.annotate(alike=TrigramSimilarity("search_name", asked)).filter(alike__gte=ALIKE)
    return alike.order_by("-alike", "pk").values_list("pk", flat=True)[:MOST]
