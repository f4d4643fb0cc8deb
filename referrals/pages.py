"""What the pages of a referral say: its line, its life, its facts, in the order people ask."""

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from agency.templatetags.look import day
from families import reaching
from referrals import release, times, two_answers
from referrals.models import Records
from referrals.states import ReferralState as S

TONES = {
    S.DRAFT: ("info", "pen"),
    S.SENT: ("info", "referral"),
    S.INFORMED: ("info", "message"),
    S.ACKNOWLEDGED: ("info", "check"),
    S.ACCEPTED: ("success", "check-circle"),
    S.WAITLISTED: ("attention", "clock"),
    S.NEEDS_MORE: ("attention", "note"),
    S.DECLINED: ("attention", "hand"),
    S.APPOINTMENT: ("info", "calendar"),
    S.MISSED: ("attention", "clock"),
    S.ATTENDED: ("success", "check"),
    S.RECEIVED: ("success", "service"),
    S.COMPLETED: ("success", "check-circle"),
    S.NOT_RECEIVED: ("info", "back"),
    S.WITHDRAWN: ("info", "back"),
    S.REROUTED: ("info", "referral"),
}


KEEPS = ("new_day", "waitlist", "ask_more")  # moves that say something new although the state stays


def chip_of(state):
    """Colour, icon and words of a state."""
    tone, icon = TONES[state]
    return {"tone": tone, "icon": icon, "text": S(state).label}


def life(referral):
    """The line from need to help received, and everything that happened, newest first."""
    events = list(referral.events.select_related("recorded_by"))
    return {
        "steps": line(referral),
        "events": [event_of(event) for event in reversed(events)],
        "answers": two_answers.unsettled(referral, events),
        "times": times.facts(referral, events),
        "facts": facts(referral),
        "state": chip_of(referral.state),
        "rules": reaching.of_family(referral.family),
    }


def line(referral):
    """Need, goal, referral, appointment, help, end: done ones filled, the ones to come dashed."""
    need = {
        "icon": "hand",
        "kind": _("Need"),
        "what": referral.need.what,
        "meta": str(referral.need.category),
        "url": reverse("families:need", args=[referral.need_id]),
    }
    goal = referral.goal and {
        "icon": "goal",
        "kind": _("Goal"),
        "what": str(referral.goal),
        "url": referral.goal.get_absolute_url(),
    }
    return [step for step in (need, goal, _sent_step(referral), _day_step(referral), _help_step(referral)) if step]


def _sent_step(referral):
    state = chip_of(referral.state)
    sent = _("Sent: %(day)s") % {"day": day(referral.sent_on)} if referral.sent_on else _("Not sent yet")
    if referral.sent_on and referral.consent_id is None:
        sent = _("Number given: %(day)s") % {"day": day(referral.sent_on)}
    return {
        "icon": "referral",
        "kind": _("Referral"),
        "what": str(referral),
        "meta": f"{referral.service.partner}. {sent}" if referral.service else sent,
        "tone": state["tone"],
        "chip_icon": state["icon"],
        "chip": state["text"],
        "open": referral.sent_on is None,
    }


def _day_step(referral):
    if referral.appointment_on is None:
        return None
    return {"icon": "calendar", "kind": _("Appointment"), "what": times.appointment(referral)}


def _help_step(referral):
    received = referral.service_received
    if received:
        met = _("Need met: %(answer)s") % {"answer": referral.get_need_met_display()} if referral.need_met else ""
        return {
            "icon": "service",
            "kind": _("Help received"),
            "what": received.what,
            "meta": ". ".join(part for part in (day(received.received_on), met) if part),
        }
    words = _("Not received") if referral.closed_on else _("Not yet")
    return {"icon": "service", "kind": _("Help received"), "what": words, "open": True}


def event_of(event):
    """One event for the timeline."""
    is_try = event.from_state == event.to_state or bool(event.settles_id)
    has_moved = not is_try or event.to_state == S.DRAFT or event.said in KEEPS
    tone, icon = TONES[event.to_state] if has_moved else ("", "message")
    about = str(event.recorded_by or event.get_source_display())
    if event.recorded_by and event.source != event.Source.STAFF:
        words = {"source": event.get_source_display(), "who": event.recorded_by}
        about = _("%(source)s, written down by %(who)s") % words
    return {
        "icon": icon,
        "tone": tone,
        "title": _title(event, is_try),
        "on": event.happened_on,
        "about": about,
        "text": event.note,
    }


def _title(event, is_try):
    if is_try and event.to_state != S.DRAFT:
        return two_answers.title(event)
    return capfirst(", ".join([str(S(event.to_state).label), *two_answers.details(event.told)]))


def facts(referral):
    """The small print of a referral."""
    lines = [
        (_("What we ask for"), referral.reason, ""),
        (_("For whom"), str(referral.about or _("the whole family")), ""),
        (_("To"), str(referral.service or ""), referral.service.get_absolute_url() if referral.service else ""),
        (_("Instead of"), *_link(referral.rerouted_from)),
        (_("Went on to"), *_link(getattr(referral, "rerouted_to", None))),
        *_waits(referral),
        (_("How it went there"), referral.get_how_sent_display(), ""),
        (_("Warm hand-off"), referral.handed_over_to, ""),
        (_("Under consent"), _consent(referral), referral.consent.get_absolute_url() if referral.consent else ""),
        (_("What stood in the way"), referral.get_barrier_display(), ""),
        (_("Need met"), referral.get_need_met_display(), ""),
        (_("Who says so"), referral.get_confirmed_by_display(), ""),
        (_("How it was for the family"), _stars(referral.satisfaction), ""),
        (_("Made by"), str(referral.made_by), ""),
    ]
    return [{"label": label, "value": capfirst(value), "url": url} for label, value, url in lines if value]


def _waits(referral):
    """Where it stands on the partner's list, as long as it does."""
    if referral.state != S.WAITLISTED:
        return []
    return [
        (_("Place on their list"), str(referral.wait_place or ""), ""),
        (_("Expected on"), day(referral.expected_on), ""),
    ]


def _link(other):
    """The referral before or after this one, as (words, address)."""
    if other is None:
        return "", ""
    return f"{other} ({other.service.partner})" if other.service else str(other), other.get_absolute_url()


def _consent(referral):
    consent = referral.consent
    if consent is None:
        return ""
    return _("signed by %(who)s, until %(day)s") % {
        "who": consent.signer.first_name,
        "day": date_format(consent.expires_on, "DATE_FORMAT"),
    }


def _stars(number):
    return _("%(number)s of 5") % {"number": number} if number else ""


def kept_back(referral, consent):
    """What stays here although the consent names it, and why: shown beside the lines that go."""
    notes = []
    if Records.ADDRESS in consent.records and any(home.is_hidden for home in referral.family.households.all()):
        notes.append(_("The family keeps its address hidden, so it does not go."))
    if Records.GOALS in consent.records and not release.goal_is_named(referral, consent):
        notes.append(_("The goal is also about something the consent does not name, so it does not go."))
    silent = [person.first_name for person in referral.family.members.all() if person.do_not_contact]
    if silent:
        notes.append(_("Nobody is to contact %(names)s, so nothing about them goes.") % {"names": ", ".join(silent)})
    person = release.reached(referral)
    if Records.NAMES in consent.records and person and len(release.numbers(person)) < person.contact_points.count():
        rule = reaching.refused(person)
        notes.append(" ".join([_("Not every number of %(name)s goes.") % {"name": person.first_name}, rule]).strip())
    return notes


def informed(referral):
    """What the page says once the number was given."""
    return _("The family has the number of %(partner)s. Nothing about them has left.") % {
        "partner": referral.service.partner
    }


def moved(referral):
    """What the page says after a move."""
    if referral.state == S.RECEIVED:
        return _("Help received. It is written down once and counts in the report. One step is left: close the loop.")
    return _("Saved: %(state)s.") % {"state": referral.get_state_display()}
