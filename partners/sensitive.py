"""Which help is sensitive, and the words that must travel with what is sent there."""

from django.db.models import Q

from partners.models import SensitiveKind, SensitiveNotice


def notices(service, category=None, on=None):
    """The words in force for this service: by its partner, by its kinds of help, by the `category` that is told."""
    theirs = Q(partners=service.partner_id) | Q(categories__services=service)
    told = Q(categories=category) if category else Q()
    kinds = SensitiveKind.objects.filter(theirs | told)
    found = SensitiveNotice.objects.filter(kind__in=kinds.values("pk")).select_related("kind")
    return list(found.in_force(on))


def is_sensitive(service):
    """Its name alone tells something of whoever is sent there."""
    return SensitiveKind.objects.filter(Q(partners=service.partner_id) | Q(categories__services=service)).exists()
