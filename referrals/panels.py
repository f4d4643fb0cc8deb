"""What the family page shows of this room. Each function asks a fixed number of queries."""

from collections import defaultdict

from django.urls import reverse
from django.utils.translation import gettext as _

from referrals import pages
from referrals.models import Consent, Disclosure, Referral, ReferralEvent
from referrals.states import ReferralState


def referrals(family, user):
    """This family's referrals, open ones first, then newest first."""
    rows = Referral.objects.visible_to(user).filter(family=family)
    rows = list(rows.select_related("need__category", "service__partner", "service_received"))
    return sorted(rows, key=lambda referral: not referral.is_open)


def by_need(family, user):
    """{need's key: its referrals}, open ones first."""
    found = defaultdict(list)
    for referral in referrals(family, user):
        found[referral.need_id].append(referral)
    return dict(found)


def consents(family, user):
    """This family's consents: in force first, then ended and taken back."""
    rows = Consent.objects.visible_to(user).filter(family=family).select_related("partner", "signer")
    return sorted(rows, key=lambda consent: not consent.is_in_force)


def timeline(family, user, limit):
    """What happened to referrals and consents, and what was disclosed without one; newest first."""
    entries = [*_events(family, user, limit), *_consents(family, user, limit), *_by_rule(family, user, limit)]
    return sorted(entries, key=lambda entry: entry["on"], reverse=True)[:limit]


def _events(family, user, limit):
    seen = Referral.objects.visible_to(user).filter(family=family)
    events = ReferralEvent.objects.filter(referral__in=seen).exclude(to_state=ReferralState.DRAFT)
    events = events.select_related("referral__service__partner", "recorded_by").order_by("-happened_on", "-pk")
    return [_entry(event) for event in events[:limit]]


def _entry(event):
    shown = pages.event_of(event)
    referral = event.referral
    return {
        "on": event.happened_on,
        "icon": shown["icon"],
        "tone": "celebrate" if event.to_state == ReferralState.RECEIVED else shown["tone"],
        "title": _("%(referral)s: %(what)s") % {"referral": referral, "what": shown["title"].lower()},
        "meta": str(event.recorded_by or event.get_source_display()),
        "text": event.note,
        "url": referral.get_absolute_url(),
        "chips": [_("urgent")] if referral.is_urgent and referral.is_open else [],
        "words": False,
    }


def _consents(family, user, limit):
    entries = []
    for consent in Consent.objects.visible_to(user).filter(family=family).select_related("partner", "signer")[:limit]:
        entries.append(
            _about_consent(consent, consent.given_on, _("Said yes to sharing: %(who)s"), "success", "shield")
        )
        if consent.revoked_at:
            day = consent.revoked_at.date()
            entries.append(_about_consent(consent, day, _("Took the yes to sharing back: %(who)s"), "info", "lock"))
    return entries


def _about_consent(consent, day, title, tone, icon):
    return {
        "on": day,
        "icon": icon,
        "tone": tone,
        "title": title % {"who": consent},
        "meta": consent.signer.first_name,
        "text": "",
        "url": consent.get_absolute_url(),
        "chips": [],
        "words": False,
    }


def _by_rule(family, user, limit):
    """Without a consent, under a named exception. What a referral sent stands with the referral."""
    rows = Disclosure.objects.visible_to(user).filter(family=family, consent=None).for_the_family()
    return [
        {
            "on": row.made_at.date(),
            "icon": "shield",
            "tone": "info",
            "title": _("Disclosed by the rule: %(who)s") % {"who": row.recipient},
            "meta": str(row.made_by),
            "text": row.why,
            "url": reverse("referrals:disclosures", args=[row.family_id]),
            "chips": [row.get_exception_display()],
            "words": False,
        }
        for row in rows.select_related("made_by")[:limit]
    ]
