"""Why a service fits a need or does not: each reason has its points and its words, so the rank can be read."""

from collections import Counter

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agency.languages import name_of
from agency.words import listed
from families.models import FamilyMember
from partners import cards
from partners.models import Eligibility, ServiceCapacity
from referrals.matching.asking import KNOWN
from referrals.matching.facts import HELPED
from referrals.models import Referral

Room, Who = ServiceCapacity.State, Eligibility.Who
ENGLISH = "en"
ADULT_AT = 18
NEAR, FAR = 1, 25  # miles: from here on the distance counts less, and against
FIRST_FEW = 3  # earlier referrals from which a share begins to tell something
SLOW = 60  # days to the help: from here on the wait speaks against
SPECIAL = {Who.PREGNANT, Who.NO_HOME, Who.VETERAN, Who.FOSTER, Who.DISABILITY, Who.LOW_INCOME}

NOTHING = (0, None)


def reasons(service, asking, facts):
    """Every (points, tell) about this service; `tell` makes the sentence, and only for a service that is shown."""
    return [reason(service, asking, facts) for reason in REASONS]


def score(service, asking, facts):
    return sum(points for points, _tell in reasons(service, asking, facts))


def language(service, asking, facts):
    """English goes without saying, unless an entry names its languages and leaves it out."""
    if asking.language == ENGLISH and (service.speaks or not service.says_languages):
        return NOTHING
    if service.speaks:
        return 3, lambda: _("They speak %(language)s") % {"language": name_of(asking.language)}
    if service.interpretation_services and asking.language != ENGLISH:
        return 1, lambda: _("Interpreters: %(how)s") % {"how": service.interpretation_services}
    return -2, lambda: _("No %(language)s in their entry") % {"language": name_of(asking.language)}


def nearness(service, asking, facts):
    """By miles where both ends are known, else by ZIP code and town; an area they name may rule it in or out."""
    places = facts.places.get(service.pk, ())
    same = next((place for place in places if place.zip_code and place.zip_code in asking.zips), None)
    if same:
        return 3, lambda: _("In their ZIP code, %(zip)s") % {"zip": same.zip_code}
    if service.says_area and asking.zips and not service.serves:
        return -3, lambda: _("Not for people from their ZIP code")
    if places and places[0].miles is not None:
        return _by_miles(places[0])
    town = next((place for place in places if place.city.casefold() in asking.cities), None)
    if town:
        return 1.5, lambda: _("In %(city)s, where they live") % {"city": town.city}
    if places and asking.homes and places[0].city:
        return -1, lambda: _("Another town: %(city)s") % {"city": places[0].city}
    return (1, lambda: _("Serves their ZIP code")) if service.serves else NOTHING


def _by_miles(place):
    """From +3 next door to -2 far away."""
    return max(-2, 3 - 5 * max(0, place.miles - NEAR) / (FAR - NEAR)), lambda: _miles(place)


def _miles(place):
    where = {"miles": round(place.miles, 1) if place.miles < 10 else round(place.miles), "city": place.city}
    return (_("%(miles)s miles away, in %(city)s") if place.city else _("%(miles)s miles away")) % where


def hours(service, asking, facts):
    """Against what the family said: when it has time, or that a parent works."""
    if not (asking.times or asking.works) or not service.says_hours:
        return NOTHING
    if asking.works:
        return (1, lambda: _("Open in the evening or at weekends; a parent works")) if service.suits else NOTHING
    if service.suits:
        return 2, lambda: _("Open when they have time: %(times)s") % _times(asking)
    return -1, lambda: _("Not open when they have time: %(times)s") % _times(asking)


def _times(asking):
    return {"times": listed([str(time.label) for time in FamilyMember.Time if time in asking.times])}


def ages(service, asking, facts):
    """Services for adults only say nothing of the children."""
    if (service.minimum_age or 0) >= ADULT_AT or (service.minimum_age is None and service.maximum_age is None):
        return NOTHING
    low, high = service.minimum_age or 0, 200 if service.maximum_age is None else service.maximum_age
    fitting = [age for age in asking.ages if low <= age <= high]
    if fitting:
        return 2, lambda: _("%(ages)s: fits their child of %(age)s") % {"ages": cards.ages(service), "age": fitting[0]}
    return (
        (-3, lambda: _("%(ages)s: none of their children") % {"ages": cards.ages(service)}) if asking.ages else NOTHING
    )


def groups(service, asking, facts):
    """For whom it says it is. What we never ask a family about neither helps nor hurts."""
    if not service.groups:
        return NOTHING
    named = set(service.groups)
    theirs = named & asking.groups
    if theirs & SPECIAL:
        return 1.5, lambda: _("For %(groups)s") % {"groups": _named(theirs & SPECIAL)}
    if not theirs and named <= KNOWN:
        return -3, lambda: _("For %(groups)s: nobody in this family, as far as we know") % {"groups": _named(named)}
    return NOTHING


def _named(groups):
    return listed([str(who.label) for who in Who if who in groups])


def room(service, asking, facts):
    """What was seen lately; the card itself says when."""
    if service.room == Room.OPEN:
        return 1.5, lambda: _("Had room lately")
    if service.room == Room.FULL:
        return -3, lambda: _("Full, when somebody last asked")
    return (-0.5, lambda: _("Has a waiting list")) if service.room == Room.WAITING else NOTHING


def freshness(service, asking, facts):
    """The card says how fresh an entry is; here it only counts."""
    if service.verified_on is None:
        return -1, None
    old = (asking.today - service.verified_on).days > service.fresh_for
    return (-2, None) if old else (1, None)


def experience(service, asking, facts):
    """How earlier referrals ended. A share out of few counts little; the sentence stands below (`heard`)."""
    row = facts.earlier.get(service.pk)
    if row is None:
        return NOTHING
    helped = _leaning(row["helped"], row["ended"])
    accepted = _leaning(row["yes"], row["yes"] + row["no"])
    slow = max(-1, -(row["wait"].days / SLOW)) if row["wait"] else 0
    return 4 * helped + 2 * accepted + slow, None


def _leaning(good, of):
    """From -1/2 (never) to +1/2 (always); near 0 as long as it is few."""
    return (good - of / 2) / (of + FIRST_FEW) if of else 0


def been_there(service, asking, facts):
    earlier = facts.theirs.get(service.pk)
    if earlier is None:
        return NOTHING
    return (1 if earlier.state in HELPED else -2), lambda: _before(earlier)


def _before(earlier):
    words = {"day": date_format(earlier.made_on, "DATE_FORMAT"), "state": earlier.get_state_display()}
    return _("Sent here before, %(day)s: %(state)s") % words


REASONS = (language, nearness, hours, ages, groups, room, been_there, freshness, experience)


def heard(service, facts):
    """What became of earlier referrals there: counts, never families."""
    row = facts.earlier.get(service.pk)
    if row is None:
        return _("Nobody here has sent a family there yet. Call before you refer.")
    sent = ngettext("Colleagues sent %(n)s family", "Colleagues sent %(n)s families", row["sent"]) % {"n": row["sent"]}
    helped = _helped(row["helped"])
    sentence = _("%(sent)s: %(helped)s.") % {"sent": sent, "helped": helped}
    if row["wait"]:
        days = row["wait"].days
        sentence = _("%(sent)s: %(helped)s, on average after %(days)s.") % {
            "sent": sent,
            "helped": helped,
            "days": ngettext("%(n)s day", "%(n)s days", days) % {"n": days},
        }
    return " ".join(said for said in (sentence, _declined(row), _in_the_way(row["barriers"])) if said)


def _helped(number):
    return ngettext("%(n)s got help", "%(n)s got help", number) % {"n": number} if number else _("no help has come yet")


def _declined(row):
    if not row["no"]:
        return ""
    return ngettext("They declined %(n)s.", "They declined %(n)s.", row["no"]) % {"n": row["no"]}


def _in_the_way(barriers):
    """What stood in the way more than once, most often first."""
    often = [(code, n) for code, n in Counter(barriers).most_common(2) if n > 1]
    if not often:
        return ""
    said = [f"{Referral.Barrier(code).label} ({n})" for code, n in often]
    return _("What stood in the way: %(barriers)s.") % {"barriers": ", ".join(said)}
