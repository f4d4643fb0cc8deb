"""For whom a service is: a pregnant woman, a child of an age, an adult."""

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from partners.models import Eligibility

Who = Eligibility.Who
PREGNANT, ADULT = "pregnant", "adult"
OLDEST_CHILD = 17
BY_AGE = {Who.PREGNANT, Who.BABY, Who.CHILD, Who.TEEN, Who.ADULT, Who.OLDER, Who.WOMAN, Who.MAN}  # others: no matter
BABY_UNTIL, CHILD_FROM, TEEN_FROM = 3, 1, 12
CHILDBEARING = (12, 50)
GROWN = (18, 60)


def ages_of(person):
    """The lowest and the highest age somebody of this kind has."""
    if person == PREGNANT:
        return CHILDBEARING
    return GROWN if person == ADULT else (int(person), int(person))


def groups_of(person):
    """The groups of people to whom somebody of this kind belongs. A family takes all in."""
    if person == PREGNANT:
        return {Who.PREGNANT, Who.WOMAN, Who.ADULT}
    if person == ADULT:
        return {Who.ADULT, Who.WOMAN, Who.MAN, Who.OLDER}
    age = int(person)
    named = ((Who.BABY, age <= BABY_UNTIL), (Who.CHILD, age >= CHILD_FROM), (Who.TEEN, age >= TEEN_FROM))
    return {group for group, fits in named if fits}


def suits(services, person):
    """Those open to such a person: by the ages they name, and by the groups they name, as far as they name any."""
    low, high = ages_of(person)
    aged = (Q(minimum_age=None) | Q(minimum_age__lte=high)) & (Q(maximum_age=None) | Q(maximum_age__gte=low))
    named = Eligibility.objects.filter(service=OuterRef("pk"))
    theirs = Exists(named.filter(who__in=[*groups_of(person), Who.FAMILY]))
    return services.filter(aged).filter(theirs | ~Exists(named.filter(who__in=BY_AGE)))


def in_words(person):
    """For whom somebody looks, as a reason: it stands on the list because it is open to them."""
    if person == PREGNANT:
        return _("Open to pregnant women")
    return _("Open to adults") if person == ADULT else _("Open to a child of %(age)s") % {"age": person}


def choices():
    """Everybody one may look for, as words."""
    children = [(str(age), _("a child of %(age)s") % {"age": age}) for age in range(OLDEST_CHILD + 1)]
    return [("", _("Anyone")), (PREGNANT, _("a pregnant woman")), *children, (ADULT, _("an adult"))]
