"""What was done and what was looked at, written inside the caller's transaction."""

from structlog.contextvars import get_contextvars

from agency.models import AccessEvent, AuditEvent


def _request_id():
    return str(get_contextvars().get("request_id", ""))[:40]


def record(event, *, by, about=None, **facts):
    """Write down one act. `facts` are codes, numbers and dates: never a name, never typed words."""
    return AuditEvent.objects.create(
        event=event,
        by=by,
        about_type=about._meta.label_lower if about is not None else "",
        about_id=str(about.pk) if about is not None else "",
        family_id=_family_of(about),
        facts=facts,
        request_id=_request_id(),
    )


def _family_of(about):
    if about is None:
        return None
    return about.pk if about._meta.label_lower == "families.family" else getattr(about, "family_id", None)


def looked(request, families, *, reason="", page="", anew=False):
    """Write down that this page showed these families (rows or primary keys) to this person: one row, however many.

    Asked twice for the same families on one request, it writes once, unless `anew` says that this is a second look
    with a reason of its own (a restricted note on a family's page).
    """
    ids = sorted({getattr(family, "pk", family) for family in families})
    seen = request.__dict__.setdefault("_families_looked_at", set())
    if not ids or (seen.issuperset(ids) and not anew):
        return
    seen.update(ids)
    AccessEvent.objects.create(
        by=request.user,
        page=page or (request.resolver_match.view_name if request.resolver_match else ""),
        family_ids=ids,
        reason=reason,
        request_id=_request_id(),
    )
