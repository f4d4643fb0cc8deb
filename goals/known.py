"""Names a person may mean while they type: the family, and partners that help with the needs a goal answers."""

from django.db.models import F, Value
from django.db.models.functions import Concat

from agency.database import Plain
from families.models import FamilyMember
from partners.models import Partner, Service

MOST = 20
BETWEEN = ", "  # “Rent help, Bakersfield Housing”


def _services(goal, user):
    """Services for the needs this goal answers; without needs, none in particular."""
    kinds = goal.needs.values("category")
    found = Service.objects.visible_to(user).active().filter(categories__in=kinds).select_related("partner")
    return list(found.order_by("name", "pk").distinct()[:MOST])


def doers(goal, user):
    """Who may do a step: the adults of the family, then partners that help with its needs."""
    adults = FamilyMember.objects.visible_to(user).filter(family=goal.family_id, left_on=None).exclude(role="child")
    partners = [service.partner.name for service in _services(goal, user)]
    return list(dict.fromkeys([*(adult.first_name for adult in adults), *partners]))


def helpers(goal, user):
    """What may stand beside a goal: services for its needs, each with its partner."""
    return [f"{service.name}{BETWEEN}{service.partner.name}" for service in _services(goal, user)]


def partner(name, user):
    """The partner of exactly this name, however its letters are written; None for others."""
    return Partner.objects.visible_to(user).active().filter(search_name=Plain(Value(name))).first() if name else None


def service(words, user):
    """The service that was meant: “name, partner”, or a name only one partner uses."""
    if not words:
        return None
    named = Service.objects.visible_to(user).active().select_related("partner")
    both = named.annotate(both=Plain(Concat(F("name"), Value(BETWEEN), F("partner__name"))))
    found = list(both.filter(both=Plain(Value(words)))[:2]) or list(named.filter(name__iexact=words)[:2])
    return found[0] if len(found) == 1 else None
