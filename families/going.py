"""What of this room may go along when a family becomes two: its open needs, and the help received for them."""

from django.utils.translation import gettext as _

from families.models import Need, ServiceReceived
from families.moving import Choice


def choices(family, user):
    """Open needs this person may see. They stay unless somebody says that they go."""
    needs = Need.objects.visible_to(user).filter(family=family).open()
    return [Choice(f"need-{need.pk}", need.what, _("Need")) for need in needs]


def follow(ledger, *, family, new, chosen):
    keys = [need.pk for need in family.needs.all() if f"need-{need.pk}" in chosen]
    ledger.move(Need.objects.filter(pk__in=keys), family=new, rank=None)
    ledger.move(ServiceReceived.objects.filter(need__in=keys), family=new)
