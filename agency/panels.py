"""The agency's piece of other rooms' pages."""

from django.utils.translation import gettext as _

from agency.models import Draft
from agency.prepared import ask

MOST = 10


def open_drafts(user):
    """Drafts a person has left open, newest first, for My day. `family_id` is only a hint: ask who may see it.

    A draft without a page (its form was sent from nowhere) cannot be opened again from a list, so it is left out.
    """
    return [
        {
            "pk": draft.pk,
            "label": draft.label or _("Words you have not saved yet"),
            "url": draft.path,
            "saved_at": draft.saved_at,
            "family_id": draft.family_id,
        }
        for draft in ask(_begun, person=user.pk)
    ]


def _begun(person):
    return Draft.objects.filter(user=person).exclude(path="").order_by("-saved_at")[:MOST]
