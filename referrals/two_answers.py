"""Two answers at once: what a partner or a family says beside what we have, as staff read it and settle it."""

from django.utils.dateparse import parse_date, parse_time
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from agency.templatetags.look import clock
from agency.templatetags.look import on as said_on
from referrals import actions
from referrals.models import Referral, ReferralEvent
from referrals.states import REFERRAL
from referrals.states import ReferralState as S

DAYS = ("appointment_on", "expected_on", "received_on")


def unsettled(referral, events):
    """Each other answer as the page shows it: both sentences, and whether theirs can be taken over now."""
    settled = {event.settles_id for event in events}
    waiting = [event for event in events if event.differs and event.pk not in settled]
    return [
        {
            "event": event,
            "theirs": theirs(event),
            "ours": ours(referral),
            "text": event.note,
            "may_hold": actions.may_hold(event, referral),
        }
        for event in waiting
    ]


def theirs(event):
    """“The partner says (Nov 20): they accept.”"""
    words = {"who": capfirst(event.get_source_display()), "day": said_on(event.happened_on), "what": what(event)}
    return _("%(who)s said (%(day)s): %(what)s.") % words


def ours(referral):
    """“We have: declined by the partner.”"""
    if referral.service_received_id:
        day = date_format(referral.service_received.received_on, "DATE_FORMAT")
        return _("We have: help received on %(day)s.") % {"day": day}
    return _("We have: %(state)s.") % {"state": referral.get_state_display()}


def what(event):
    """What was said, with what came with it: “appointment set, Nov 24, 3:30 pm”."""
    state = S(REFERRAL.moves[event.said].target).label
    return ", ".join(str(part) for part in (state, *details(event.told)))


def details(told):
    """What came with a word, in words: days, an hour, a place on a list, what stood in the way."""
    told = told or {}
    days = [date_format(day, "DATE_FORMAT") for name in DAYS if (day := _day(told, name))]
    hour = clock(parse_time(told.get("appointment_time", "")))
    barrier = Referral.Barrier(told["barrier"]).label if told.get("barrier") in Referral.Barrier.values else ""
    place = _("place %(n)s") % {"n": told["wait_place"]} if told.get("wait_place") else ""
    return [str(part) for part in (*days, hour, place, barrier) if part]


def _day(told, name):
    return parse_date(told[name]) if told.get(name) else None


def title(event):
    """How the timeline names an answer that moved nothing."""
    if event.settles_id:
        return _("Two answers, settled")
    if event.said:
        words = {"who": capfirst(ReferralEvent.Source(event.source).label), "what": what(event)}
        return _("%(who)s said: %(what)s") % words
    return _("We asked")
