"""Which services fit one need of one family, best first, with every reason for and against in words."""

from dataclasses import dataclass, field

from django.db.models import Avg, Count, Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agency.languages import name_of
from partners import cards
from partners.models import Service, ServiceLanguage
from referrals.models import Referral
from referrals.states import ENDED, ReferralState

MOST = 60  # looked at more closely: those in the family's language and freshest
HELPED = (ReferralState.RECEIVED, ReferralState.COMPLETED)
ADULT_AT = 18


@dataclass
class Fit:
    """A service, how well it fits, and why."""

    service: Service
    score: float = 0
    why: list = field(default_factory=list)
    chips: list = field(default_factory=list)
    heard: str = ""

    def plus(self, points, text):
        self.score += points
        self.why.append({"text": text})

    def minus(self, points, text):
        self.score -= points
        self.why.append({"text": text, "against": True})


def fits(need):
    """The services of the need's kind, best first. A fixed number of queries, however many there are."""
    family = need.family
    services = _candidates(need)
    heard, before, homes = _experience(services), _earlier(need.family_id), _homes(family)
    found = [Fit(service) for service in services]
    for fit in found:
        _language(fit, family)
        _nearness(fit, homes)
        _ages(fit, family)
        _practical(fit)
        _freshness(fit)
        _heard(fit, heard.get(fit.service.pk))
        _been_there(fit, before.get(fit.service.pk))
    return sorted(found, key=lambda fit: (-fit.score, fit.service.partner.name, fit.service.name))


def _candidates(need):
    spoken = ServiceLanguage.objects.filter(service=OuterRef("pk"), code=need.family.language)
    rows = Service.objects.active().filter(categories=need.category).annotate(is_spoken=Exists(spoken)).for_lists()
    return list(rows.order_by("-is_spoken", F("verified_on").desc(nulls_last=True), "pk")[:MOST])


def _experience(services):
    """For each service: how many referrals ended or are running, how many were helped, in how many days."""
    rows = (
        Referral.objects.filter(service__in=services)
        .exclude(state=ReferralState.DRAFT)
        .values("service")
        .annotate(
            sent=Count("pk"),
            ended=Count("pk", filter=Q(state__in=(*ENDED, ReferralState.RECEIVED))),
            helped=Count("pk", filter=Q(state__in=HELPED)),
            wait=Avg(F("service_received__received_on") - F("made_on"), filter=Q(state__in=HELPED)),
        )
    )
    return {row["service"]: row for row in rows}


def _earlier(family_id):
    """The newest referral of this family to each service."""
    return {row.service_id: row for row in Referral.objects.filter(family=family_id).order_by("made_on", "pk")}


def _homes(family):
    """Where the family lives, as far as it lets us say so."""
    return [home for home in family.households.all() if not home.is_hidden]


def _language(fit, family):
    spoken = {row.code for row in fit.service.languages.all()}
    name = name_of(family.language)
    if family.language in spoken:
        fit.plus(3, _("They speak %(language)s") % {"language": name})
    elif family.language != "en" and fit.service.interpretation_services:
        fit.plus(1, _("Interpreters: %(how)s") % {"how": fit.service.interpretation_services})
    elif family.language != "en":
        fit.minus(2, _("No %(language)s in their entry") % {"language": name})


def _nearness(fit, homes):
    places = [place for place in fit.service.places() if not place.is_confidential]
    zips = {home.postal_code[:5] for home in homes if home.postal_code}
    cities = {home.city.casefold() for home in homes if home.city}
    near = next((place for place in places if place.postal_code and place.postal_code[:5] in zips), None)
    in_city = next((place for place in places if place.city and place.city.casefold() in cities), None)
    if near:
        fit.plus(2, _("In their ZIP code, %(zip)s") % {"zip": near.postal_code[:5]})
    elif in_city:
        fit.plus(1, _("In %(city)s, where they live") % {"city": in_city.city})
    elif places and homes and places[0].city:
        fit.minus(0, _("Another town: %(city)s") % {"city": places[0].city})


def _ages(fit, family):
    service, words = fit.service, cards.ages(fit.service)
    if not words or (service.minimum_age or 0) >= ADULT_AT:
        return
    today = timezone.localdate()
    ages = [age for child in family.children() if (age := child.age_on(today)) is not None]
    low, high = service.minimum_age or 0, 200 if service.maximum_age is None else service.maximum_age
    fitting = sorted(age for age in ages if low <= age <= high)
    if fitting:
        fit.plus(2, _("%(ages)s: fits their child of %(age)s") % {"ages": words, "age": fitting[0]})
    elif ages:
        fit.minus(3, _("%(ages)s: none of their children") % {"ages": words})


def _practical(fit):
    """What decides whether a family can go, without judging it."""
    for fact in (fit.service.hours, fit.service.fees_description, fit.service.eligibility_description):
        if fact:
            fit.plus(0, fact)
    papers = ", ".join(str(paper) for paper in fit.service.documents.all())
    if papers:
        fit.plus(0, _("Bring: %(papers)s") % {"papers": papers})


def _freshness(fit):
    if fit.service.is_stale():
        fit.score -= 2
    else:
        fit.score += 1
    fit.chips = cards.chips(fit.service)


def _heard(fit, row):
    """What became of earlier referrals there: counts, never families."""
    if row is None:
        fit.heard = _("Nobody here has sent a family there yet. Call before you refer.")
        return
    fit.score += 3 * row["helped"] / row["ended"] if row["ended"] else 0
    sent = ngettext("Colleagues sent %(n)s family", "Colleagues sent %(n)s families", row["sent"]) % {"n": row["sent"]}
    helped = ngettext("%(n)s got help", "%(n)s got help", row["helped"]) % {"n": row["helped"]}
    sentence = _("%(sent)s: %(helped)s.") % {"sent": sent, "helped": helped}
    if row["wait"]:
        days = row["wait"].days
        sentence = _("%(sent)s: %(helped)s, on average after %(days)s.") % {
            "sent": sent,
            "helped": helped,
            "days": ngettext("%(n)s day", "%(n)s days", days) % {"n": days},
        }
    fit.heard = sentence


def _been_there(fit, earlier):
    if earlier is None:
        return
    words = {"day": date_format(earlier.made_on, "DATE_FORMAT"), "state": earlier.get_state_display()}
    if earlier.state in HELPED:
        fit.plus(1, _("Sent here before, %(day)s: %(state)s") % words)
    else:
        fit.minus(2, _("Sent here before, %(day)s: %(state)s") % words)
