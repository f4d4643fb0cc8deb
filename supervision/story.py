"""This room's parts of what has happened: what was decided about a family, and flags on its record."""

from django.db.models.functions import TruncDate
from django.urls import reverse
from django.utils.translation import gettext as _

from agency.story import entry, part, person
from supervision.models import CaseFlag, Decision
from supervision.states import FlagState


def parts(family, user, on):
    """The rows of this room that `user` may read on a day."""
    decisions = Decision.objects.visible_to(user).filter(family=family, session__held_on__isnull=False)
    flags = CaseFlag.objects.visible_to(user).filter(family=family)
    return [
        part("decision", decisions, on="session__held_on", text="what", who=person("owner")),
        part("flag", flags, on=TruncDate("raised_at"), title="reason", state="state", who=person("raised_by")),
    ]


def _decided(row):
    meta = _("%(who)s does it") % {"who": row.s_who} if row.s_who else ""
    url = reverse("supervision:decision", args=[row.s_key])
    return entry(row, "message", _("Decided in supervision"), meta=meta, text=row.s_text, url=url)


def _flagged(row):
    url = reverse("supervision:flag", args=[row.s_key])
    text = CaseFlag.Reason(row.s_title).label
    state = FlagState(row.s_state).label
    return entry(row, "alert", _("Flag on the record"), meta=row.s_who, text=text, url=url, chips=[state])


TOLD = {"decision": _decided, "flag": _flagged}
