"""See that what was decided is done."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agency import audit
from supervision.models import Decision


class NobodyTookItOn(Exception):
    """A decision without an owner has nothing to be done. The text is a sentence for the person who tried."""


@transaction.atomic
def done(*, decision, by):
    """It is done; pressed again, it is open again."""
    locked = Decision.objects.select_for_update(of=("self",)).get(pk=decision.pk)
    if locked.owner_id is None:
        raise NobodyTookItOn(_("Nobody took this on. Say in the session who does it."))
    is_done = locked.done_on is None
    locked.done_on = timezone.localdate() if is_done else None
    locked.done_by = by if is_done else None
    locked.save(update_fields=["done_on", "done_by"])
    audit.record("decision_done" if is_done else "decision_open_again", about=locked, by=by)
    return locked
