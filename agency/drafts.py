"""Words typed and not saved yet are kept on the server: a lost connection or an expired session costs nothing."""

import re

from django.http import QueryDict
from django.utils import timezone

from agency.models import Draft

LARGEST = 200_000  # characters; a form of ours is far smaller, and nobody may fill the table
MOST_FORMS = 200  # a person with more open drafts than this is a script
# Names of fields whose words are never kept. "code" is a whole word or ends the name: "postal_code" is an address.
# What two people confide in each other (between_us) has a draft of its own, see docs/decisions/0014.
SECRET = re.compile(
    r"csrfmiddlewaretoken|passw(or)?d|secret|token|^between_us$|^(mfa_|otp_|recovery_|unverified_)?codes?$"
)
OUR_OWN = ("_draft", "_path", "_label", "_once")
FAMILY_PAGE = re.compile(r"^/families/(\d+)(/|$)")


def typed_in(post):
    """The words of a posted form, by field, without what must not be kept (passwords, codes, tokens)."""
    return {key: values for key, values in post.lists() if not SECRET.search(key.lower()) and key not in OUR_OWN}


def is_typing(request):
    """True when static/js/drafts.js sends what stands in the boxes, and nobody has pressed a button."""
    return request.method == "POST" and "X-Draft" in request.headers


def size_of(typed):
    return sum(len(name) + sum(map(len, values)) for name, values in typed.items())


def family_in(path):
    """The number of the family a page is about, read from its address; None for other pages."""
    found = FAMILY_PAGE.match(path)
    return int(found[1]) if found else None


def keep(user, key, typed, *, path="", label=""):
    """Keep what was typed into the form `key`; newer words replace older ones. Returns the draft; None if too long."""
    if size_of(typed) > LARGEST:
        return None
    kept = {"typed": typed, "path": path[:300], "family_id": family_in(path), "saved_at": timezone.now()}
    kept |= {"label": label[:100]} if label else {}
    if not Draft.objects.filter(user=user, key=key[:150]).update(**kept):
        if Draft.objects.filter(user=user).count() >= MOST_FORMS:
            return None
        Draft.objects.update_or_create(user=user, key=key[:150], defaults=kept)
    return Draft.objects.get(user=user, key=key[:150])


def find(request, key):
    """This person's newest draft of the form `key`, or None.

    Words that were sent after the session had ended are kept under the page's address, for a form without scripts does
    not say its key.
    """
    return Draft.objects.filter(user=request.user, key__in=(key, request.path)).order_by("-saved_at").first()


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
    Draft.objects.filter(user=request.user, key__in=[*keys, request.path]).delete()
