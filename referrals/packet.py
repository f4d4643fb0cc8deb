"""What referrals add to a partner's renewal packet: how many went there, and what became of them. Counts only."""

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from agency.access import Permission
from referrals.models import Referral
from referrals.states import ENDED, ReferralState

S = ReferralState
HELPED = (S.RECEIVED, S.COMPLETED)


def of_partner(partner, user, since):
    """One line a service: sent since then, help received, closed without, still open; of families this person opens."""
    if not user.may(Permission.REFERRAL_VIEW):
        return None
    sent = Referral.objects.visible_to(user).filter(service__partner=partner, sent_on__gte=since)
    rows = sent.values("service__name").annotate(
        sent=Count("pk"),
        helped=Count("pk", filter=Q(state__in=HELPED)),
        declined=Count("pk", filter=Q(state=S.DECLINED)),
        still_open=Count("pk", filter=~Q(state__in=(*ENDED, *HELPED))),
    )
    rows = rows.order_by("service__name")
    return {
        "title": _("Referrals, and what became of them"),
        "note": _("Counts of the families you may open; no family is named."),
        "columns": [_("Service"), _("Sent"), _("Help received"), _("Declined by them"), _("Still open")],
        "rows": [_line(row) for row in rows],
    }


def _line(row):
    return [row["service__name"], *(str(row[name]) for name in ("sent", "helped", "declined", "still_open"))]
