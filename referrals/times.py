"""How long things took: from the day a referral was sent to each state it reached."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agency.templatetags.look import clock, day
from referrals.states import ENDED
from referrals.states import ReferralState as S

ANSWERED = (S.ACCEPTED, S.WAITLISTED, S.NEEDS_MORE, S.DECLINED, S.APPOINTMENT, S.ATTENDED, S.RECEIVED)
ASKED = {
    "answer": ANSWERED,
    "appointment": (S.APPOINTMENT,),
    "help": (S.RECEIVED,),
    "end": ENDED,
}  # fmt: skip


def appointment(referral, said=day):
    """“Nov 24, 3:30 pm”; the day alone where no hour is known. `said` words the day: inside a sentence it is `on`."""
    if referral.appointment_on is None:
        return ""
    return ", ".join(part for part in (said(referral.appointment_on), clock(referral.appointment_time)) if part)


def reached(events):
    """{state: the day it was first reached}, in the order of the events."""
    found = {}
    for event in events:
        if event.from_state != event.to_state:
            found.setdefault(event.to_state, event.happened_on)
    return found


def took(referral, events):
    """{what one asks: days from sending to it}, for what has come."""
    if referral.sent_on is None:
        return {}
    days = reached(events)
    found = {}
    for asked, states in ASKED.items():
        came = [days[state] for state in states if state in days]
        if came:
            found[asked] = (min(came) - referral.sent_on).days
    return found


def facts(referral, events):
    """The same for components/_facts.html; and how often somebody asked."""
    words = {"answer": _("Their answer"), "appointment": _("An appointment"), "help": _("Help"), "end": _("The end")}
    lines = [{"label": words[asked], "value": after(days)} for asked, days in took(referral, events).items()]
    tries = [event for event in events if _is_try(event)]
    if tries:
        asked = ngettext("%(n)s time", "%(n)s times", len(tries)) % {"n": len(tries)}
        lines.append({"label": _("We asked"), "value": asked})
    return lines


def _is_try(event):
    return event.from_state == event.to_state and event.to_state != S.DRAFT and not event.said and not event.settles_id


def after(days):
    """“the same day”, “after 12 days”."""
    if days <= 0:
        return _("the same day")
    return ngettext("after %(n)s day", "after %(n)s days", days) % {"n": days}


def since(days):
    """“today”, “12 days”: how long a state has lasted."""
    return ngettext("%(n)s day", "%(n)s days", days) % {"n": days} if days > 0 else _("since today")
