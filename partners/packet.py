"""The renewal packet: what both sides need on the table, as a PDF without a family's name.

Rooms to the left of this one add their part by appending to `contributors` when they start: a function
(partner, user, since) → {"title", "note", "columns", "rows"} or None, words and numbers only.
"""

from datetime import timedelta
from pathlib import Path

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from agency import pdf
from agency.models import Agency
from agency.templatetags.look import on as said
from partners import pages, renewing, standing
from partners.models import PartnerMeeting, PartnershipAction

TEMPLATE = Path(__file__).parent / "pdf" / "packet.typ"
LOOKED_BACK = timedelta(days=730)  # where an agreement does not say since when it holds
MEETINGS = 40
contributors = []


def render(mou, user):
    return pdf.render(TEMPLATE, content(mou, user))


def content(mou, user):
    """All words of the packet, in the language of whoever asks."""
    agency = Agency.objects.first()
    since = mou.effective_on or timezone.localdate() - LOOKED_BACK
    tables = [_promises(mou), _meetings(mou.partner, since), _actions(mou.partner)]
    tables += [part for add in contributors if (part := add(mou.partner, user, since))]
    return {
        "language": translation.get_language()[:2],
        "title": _("To renew: %(mou)s") % {"mou": mou.title},
        "agency": str(agency or ""),
        "partner": mou.partner.name,
        "made": _("Made on %(day)s.") % {"day": said(timezone.localdate())},
        "standing": standing.words(mou).capitalize(),
        "terms": _("As it is now"),
        "facts": [[fact["label"], str(fact["value"])] for fact in pages.facts(mou)],
        "summary": mou.summary,
        "points": _("Point by point"),
        "topics": [_point(point) for point in pages.topics(mou)],
        "tables": [part for part in tables if part["rows"]],
        "next": _("For the next one"),
        "proposal": _proposal(mou),
    }


def _point(point):
    row = point["row"]
    return {
        "title": str(point["topic"].label),
        "text": (row and row.text) or _("Nothing is written about this yet."),
        "evidence": _("Shown by: %(what)s") % {"what": row.evidence} if row and row.evidence else "",
    }


def _proposal(mou):
    first, last = renewing.next_days(mou)
    if first is None:
        return _("The old agreement names no last day. Agree on the days of the new one.")
    return _("From %(first)s until %(last)s, as it would come round.") % {"first": said(first), "last": said(last)}


def _promises(mou):
    promises = mou.obligations.select_related("our_owner").prefetch_related("met")
    return {
        "title": _("What was promised"),
        "note": _("Those still open come along into the renewal."),
        "columns": [_("What"), _("By whom"), _("Next due"), _("Times kept")],
        "rows": [
            [one.what, str(one.our_owner or one.their_owner or one.get_side_display()),
             said(one.due_on) if one.due_on and not one.ended_on else _("settled") if one.ended_on else "–",
             str(len(one.met.all()))]
            for one in promises
        ],
    }  # fmt: skip


def _meetings(partner, since):
    met = PartnerMeeting.objects.filter(partnership__partner=partner, held_on__gte=since)[:MEETINGS]
    return {
        "title": _("When we met"),
        "note": _("Since %(day)s.") % {"day": said(since)},
        "columns": [_("Day"), _("About"), _("What was decided")],
        "rows": [[said(one.held_on), one.topic, one.decided or "–"] for one in met],
    }


def _actions(partner):
    todo = PartnershipAction.objects.filter(partnership__partner=partner, done_on=None).select_related("our_owner")
    return {
        "title": _("Open actions"),
        "note": "",
        "columns": [_("What"), _("Who"), _("By")],
        "rows": [[one.what, str(one.our_owner or one.their_owner), said(one.due_on) if one.due_on else "–"]
                 for one in todo],
    }  # fmt: skip
