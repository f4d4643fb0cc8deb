"""The words that travel with what goes to a sensitive kind of help, and where its letters go."""

from django.utils.translation import gettext as _

from partners import sensitive
from partners.models import Address, PlaceKind

KIND_OF_NEED = "families.need.category"


def of(referral):
    """The notices for what has left: by the partner and its service, and by the kind of need where that was told."""
    return sensitive.notices(referral.service, referral.need.category_id if _says_the_kind(referral) else None)


def before(referral):
    """The same before anything leaves: (notice, whether it goes only with the line that says the kind of need)."""
    always = sensitive.notices(referral.service)
    told = sensitive.notices(referral.service, referral.need.category_id)
    return [(notice, notice not in always) for notice in told]


def _says_the_kind(referral):
    entries = referral.disclosure.what if referral.disclosure else []
    return any(entry.get("field") == KIND_OF_NEED for entry in entries)


def letters_to(service):
    """The lines of an address on a letter; none for a confidential place, and none that we do not know."""
    places = [place for place in service.places() if not place.is_confidential]
    posted = Address.objects.filter(location__in=places, kind=PlaceKind.POSTAL).order_by("pk").first()
    found = posted or next((place for place in places if place.address_1), None)
    if found is None:
        return []
    attention = _("Attention: %(whom)s") % {"whom": found.attention} if found.attention else ""
    town = " ".join(part for part in (found.city, found.state_province, found.postal_code) if part)
    return [line for line in (attention, found.address_1, found.address_2, town) if line]
