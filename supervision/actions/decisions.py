"""See that what was decided is done, also when the family has another worker since."""

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, NullIf
from django.utils import timezone
from django.utils.translation import gettext as _

from agency import audit
from families.models import Assignment
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


@transaction.atomic
def pass_on(on):
    """What somebody took on for a family goes with the family to the worker who serves it first now.

    However the family came to that worker. What was decided stays as it was said, and as it may be signed: only who
    does it now is another. Safe to run twice.
    """
    main = Assignment.objects.filter(family=OuterRef("family"), kind=Assignment.Kind.PRIMARY)
    now = main.in_force(on)
    does, serves, since = (
        Coalesce("passed_to", "owner"),
        Subquery(now.values("worker")),
        Subquery(now.values("starts_on")),
    )
    gone = main.filter(worker=OuterRef("does"), ends_on__lt=OuterRef("since"))
    waits = Decision.objects.open().filter(family__isnull=False).annotate(does=does, serves=serves, since=since)
    goes = waits.filter(Exists(gone), ~Q(does=F("serves")), session__held_on__lt=F("since"))
    return Decision.objects.filter(pk__in=goes.values("pk")).update(passed_to=NullIf(serves, F("owner")))
