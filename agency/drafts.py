"""Words typed and not saved yet are kept on the server: a lost connection or an expired session costs nothing."""

from django.http import QueryDict
from django.utils import timezone

from agency.models import Draft

LARGEST = 200_000  # characters; a form of ours is far smaller, and nobody may fill the table
NEVER_KEPT = ("csrfmiddlewaretoken", "password", "code")


def typed_in(post):
    """The words of a posted form, by field, without what must not be kept (passwords, codes, tokens)."""
    return {key: values for key, values in post.lists() if not any(part in key for part in NEVER_KEPT)}


def keep(user, key, typed, family_id=None):
    """Keep what was typed into the form `key`; a newer text replaces an older one. Returns the draft, or None if too long."""
    if sum(len(value) for values in typed.values() for value in values) > LARGEST:
        return None
    draft, _created = Draft.objects.update_or_create(
        user=user, key=key[:150], defaults={"typed": typed, "family_id": family_id, "saved_at": timezone.now()}
    )
    return draft


def find(request, key):
    """This person's draft of the form `key`, or None."""
    return Draft.objects.filter(user=request.user, key=key).first()


def initial_from(draft):
    """A draft's words as a form's `initial`: one value for a single field, a list where several were chosen."""
    if draft is None:
        return {}
    query = QueryDict(mutable=True)
    for name, values in draft.typed.items():
        query.setlist(name, values)
    return {name: values if len(values) > 1 else (values[0] if values else "") for name, values in query.lists()}


def restore(request, key):
    """`initial` for the form `key`: what this person had typed, or nothing."""
    return initial_from(find(request, key))


def forget(request, *keys):
    """The words were saved (or thrown away on purpose): the drafts may go."""
    Draft.objects.filter(user=request.user, key__in=keys).delete()


def open_drafts(user):
    """Drafts left open by a person, newest first."""
    return Draft.objects.filter(user=user).order_by("-saved_at")
