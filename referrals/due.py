"""What is due about referrals; what families may expect of us stands in due_rights. A statement each."""

from dataclasses import replace
from datetime import timedelta

from django.db.models import Count, Exists, F, Max, OuterRef, Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agency.addresses import reverse
from agency.due import Due
from agency.prepared import ask
from agency.templatetags.look import clock
from referrals import due_rights
from referrals.models import Referral, ReferralEvent
from referrals.states import ReferralState as S

BEING_ASKED = (S.SENT, S.ACKNOWLEDGED, S.ACCEPTED, S.WAITLISTED)  # the next word is the partner's


def items(families, user, clocks):
    """What waits in these (visible) families, named by key: referrals to follow up, consents that end, requests."""
    found = [_of_referral(referral, clocks) for referral in open_ones(families, user)]
    return [due for due in [*found, *due_rights.items(families, user, clocks)] if due]


def open_ones(families, user):
    """Open referrals of these families, named by key. One statement."""
    return ask(_open, user, families=families)


def _open(user, families):
    return with_last_word(Referral.objects.visible_to(user).filter(family__pk__among=families).open())


def with_last_word(referrals):
    """Each with the day of the last word, whether anybody but us has said something, and whether two answers differ."""
    return (
        _with_words(referrals)
        .select_related("family__center", "service__partner")
        .only(
            "state",
            "is_urgent",
            "made_on",
            "sent_on",
            "appointment_on",
            "appointment_time",
            "reason",
            "family__name",
            "family__center__program",
            "service__name",
            "service__partner__name",
        )
        .annotate(differs=Exists(ReferralEvent.objects.filter(referral=OuterRef("pk")).unsettled()))
    )


def words_of(referrals):
    """The same as plain rows: only what tells when to ask. Hundreds are weighed to show a few."""
    rows = _with_words(referrals).order_by()
    return rows.values_list(
        "pk", "family_id", "state", "is_urgent", "made_on", "sent_on", "appointment_on", "last_on", "told",
        "family__center__program_id", named=True,
    )  # fmt: skip


def _with_words(referrals):
    told = Q(events__to_state=F("events__from_state")) | ~Q(events__to_state__in=(S.DRAFT, S.SENT, S.INFORMED))
    said = Count("events", filter=told & ~Q(events__to_state=S.DRAFT))
    return referrals.annotate(last_on=Max("events__happened_on"), told=said)


def _of_referral(referral, clocks):
    if referral.state == S.DRAFT:
        return _unsent(referral, clocks)
    if referral.differs:
        return _due(referral, "referral_two_answers", referral.last_on, _("Two answers that differ"), _("Settle it"))
    when = ask_on(referral, clocks)
    if referral.state == S.RECEIVED:
        return _due(referral, "referral_close", when, _("Help received. Is the need met?"), _("Close the loop"))
    if when is None:
        return None
    if when <= clocks.on:
        return _due(referral, "referral_follow_up", when, _("What became of it? Ask."), _("Write it down"))
    if referral.state == S.APPOINTMENT and referral.appointment_on:
        return _appointment(referral)
    if referral.state == S.NEEDS_MORE:
        return _due(
            referral, "waiting_family", when, _("The partner needs something from them"), _("Open"), "note", "family"
        )
    if referral.state in BEING_ASKED:
        return _due(referral, "waiting_partner", when, _waiting(referral), _("Open"), "clock", "partner")
    return None


def _unsent(referral, clocks):
    """An urgent one leaves on the day it was prepared; when it has not by the next, the supervisor hears of it."""
    if not referral.is_urgent:
        return _due(referral, "referral_draft", referral.made_on, _("Prepared, not sent yet"), _("Send it"), "pen")
    when = clocks.due_on("referral_urgent_send", referral.made_on, referral.family.center.program_id)
    words = _("Urgent, and not sent yet")
    if when and when < clocks.on:
        words = _("Urgent, and not sent since %(day)s") % {"day": date_format(referral.made_on, "MONTH_DAY_FORMAT")}
    return _due(referral, "referral_urgent_send", when or referral.made_on, words, _("Send it"), "alert")


def ask_on(referral, clocks, program=None):
    """When to ask what became of it; None without such a clock. What has come is asked about at once.

    7 days after an urgent referral, else 14; then every 14 after the last word; after an appointment, the next day.
    """
    if referral.state == S.RECEIVED:
        return referral.last_on or referral.made_on
    program = program or referral.family.center.program_id
    code = "referral_follow_up_urgent" if referral.is_urgent else "referral_follow_up"
    code = "referral_again" if referral.told else code
    start = referral.last_on or referral.sent_on or referral.made_on
    when = clocks.due_on(code, start, program)
    if referral.state == S.APPOINTMENT and referral.appointment_on:
        return referral.appointment_on + timedelta(days=1)
    return when


def _appointment(referral):
    """Theirs to go to: it stands on its day in the agenda, with its hour."""
    at, words = referral.appointment_time, _("Appointment")
    if at:
        words = _("Appointment at %(hour)s") % {"hour": clock(at)}
    due = _due(referral, "referral_appointment", referral.appointment_on, words, _("Open"), "calendar", "family")
    return replace(due, at=at)


def _waiting(referral):
    return _("%(state)s since %(day)s") % {
        "state": referral.get_state_display().capitalize(),
        "day": date_format(referral.last_on or referral.sent_on, "MONTH_DAY_FORMAT"),
    }


def _due(referral, kind, when, what, act, icon="referral", waits_for=""):
    partner = f" ({referral.service.partner})" if referral.service else ""
    return Due(
        family_id=referral.family_id,
        family_name=referral.family.name,
        kind=kind,
        what=_("%(referral)s%(partner)s: %(what)s") % {"referral": referral, "partner": partner, "what": what},
        due_on=when,
        act=act,
        url=reverse("referrals:referral", args=[referral.pk]),
        icon=icon,
        is_urgent=referral.is_urgent and not waits_for and referral.state != S.RECEIVED,
        waits_for=waits_for,
        about=referral.pk,
    )
