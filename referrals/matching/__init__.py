"""Which services fit one need of one family, best first, with every reason for and against in words.

All services of the need's kind are weighed, not a first few: the best one may be the least known.
"""

from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from partners import cards, openhours
from partners.models import Service, ServiceCapacity
from referrals.matching import facts as known
from referrals.matching import reasons
from referrals.matching.asking import Asking, asking
from referrals.models import Referral

NEARBY = 5  # miles

__all__ = ["NEARBY", "Fit", "Fits", "Offer", "asking", "fits"]


class Fit(NamedTuple):
    """A service by key, and how well it fits."""

    pk: int
    score: float
    row: tuple


@dataclass
class Offer:
    """A service to show, with its reasons."""

    service: Service
    score: float
    why: list
    heard: str
    chips: list


@dataclass
class Fits:
    """Every service of the kind, best first, and what the ranking knew."""

    asking: Asking
    facts: known.Facts
    ranked: list

    def narrowed(self, only):
        """Those that have what somebody asks for (see `NARROWS`); all of them when nobody asks."""
        has = NARROWS.get(only)
        return [fit for fit in self.ranked if has(fit.row, self)] if has else self.ranked

    def counted(self):
        """{what one may ask for: how many have it}; nothing that would leave all or none."""
        counts = {only: len(self.narrowed(only)) for only in NARROWS}
        return {only: n for only, n in counts.items() if 0 < n < len(self.ranked)}

    def offers(self, fits):
        """These few as they are shown, in this order: the services themselves are fetched only now."""
        services = _shown().in_bulk([fit.pk for fit in fits])
        return [self._offer(fit, services[fit.pk]) for fit in fits if fit.pk in services]

    def _offer(self, fit, service):
        told = reasons.reasons(fit.row, self.asking, self.facts)
        why = [{"text": tell(), "against": True} if points < 0 else {"text": tell()} for points, tell in told if tell]
        return Offer(
            service=service,
            score=fit.score,
            why=why + [{"text": fact} for fact in _practical(service)],
            heard=reasons.heard(fit.row, self.facts),
            chips=cards.chips(service),
        )


NARROWS = {
    "language": lambda row, fits: row.speaks,
    "near": lambda row, fits: any(_is_near(place, fits) for place in fits.facts.places.get(row.pk, ())),
    "hours": lambda row, fits: row.suits,
    "room": lambda row, fits: row.room == ServiceCapacity.State.OPEN,
}


def _is_near(place, fits):
    return (place.miles is not None and place.miles <= NEARBY) or place.zip_code in fits.asking.zips


def fits(need, user=None, theirs=None):
    """The services of the need's kind, best first. A fixed number of statements, however many there are.

    `theirs` are this family's own referrals, when the page has fetched them already.
    """
    wanted = asking(need, user)
    if theirs is None:
        theirs = Referral.objects.filter(family=need.family_id).order_by("made_on", "pk")
    facts = known.gather(wanted, theirs)
    ranked = [Fit(row.pk, reasons.score(row, wanted, facts), row) for row in facts.services]
    ranked.sort(key=lambda fit: (-fit.score, fit.row.partner__name, fit.row.name, fit.pk))
    return Fits(wanted, facts, ranked)


def _shown():
    """With what such a card says, in seven statements."""
    room = Prefetch("capacities", ServiceCapacity.objects.latest(), to_attr="newest_room")
    says = ("partner__phones", "documents", "schedules", "locations__schedules", room)
    return Service.objects.active().with_clock().select_related("partner", "verified_by").prefetch_related(*says)


def _practical(service):
    """What decides whether a family can go, without judging it."""
    papers = ", ".join(str(paper) for paper in service.documents.all())
    bring = _("Bring: %(papers)s") % {"papers": papers} if papers else ""
    known = (openhours.in_words(service), service.fees_description, service.eligibility_description, bring)
    return [fact for fact in known if fact]
