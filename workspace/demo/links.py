"""Partners' links: which referrals went by link, what their partners did there, and a few mails to try it with."""

from hashlib import sha256

from django.conf import settings

from referrals.links import mailing
from referrals.links.tokens import hash_of, token_of
from referrals.models import PartnerLink
from workspace.demo.days import at

ONE_IN = 3
LASTS = 60  # days
REMINDED = 14
UNANSWERED = ("sent", "acknowledged")
SAID_THERE = ("accepted", "waitlisted", "needs_more", "declined", "appointment", "missed")
MAILS = 6


def way(service, referral, how):
    """By link for some of those whose partner has an e-mail address."""
    return "link" if service.partner.email and referral % ONE_IN == 0 else how


def went(tables, ground, service, referral, day, events, worker, answer):
    """The link of one referral. `answer` is the key of its partner's last word, if there is one."""
    salt = sha256(f"the link of referral {referral}".encode()).hexdigest()
    link = tables.link.add(
        referral=referral,
        salt=salt,
        token_hash=hash_of(token_of(salt)),
        sent_to=service.partner.email,
        language="en",
        made_at=at(day, 885),
        mailed_at=at(day, 886),
        reminded_at=_reminded(ground, day, events),
        expires_at=at(day + LASTS, 1439),
        made_by=worker.pk,
    )
    _visits(tables, link, day, events, answer)


def _reminded(ground, day, events):
    """The last friendly word, where nobody has answered."""
    times = min(ground.day - 1 - day, LASTS) // REMINDED
    silent = all(state in ("draft", *UNANSWERED) for state, _on in events)
    return at(day + times * REMINDED, 430) if silent and times else None


def _visits(tables, link, day, events, answer):
    """A partner that has seen it came through the door; one that has said something answered there."""
    seen = [on for state, on in events if state in ("acknowledged", *SAID_THERE) and on <= day + LASTS]
    if not seen:
        return
    for minute, what in enumerate(("opened", "code_sent", "right_code", "read")):
        tables.visit.add(link=link, at=at(seen[0], 600 + minute), what=what, source="", event=None)
    said = [on for state, on in events if state in SAID_THERE and on <= day + LASTS]
    if said and answer:
        tables.visit.add(link=link, at=at(said[-1], 606), what="answered", source="", event=answer)


def post():
    """A few mails lie in the demo's letterbox, so that anybody may be the partner."""
    if settings.MAIL != "outbox":
        return
    newest = PartnerLink.objects.usable().unanswered().order_by("-made_at", "-pk")[:MAILS]
    for pk in [link.pk for link in newest]:
        PartnerLink.objects.filter(pk=pk).update(mailed_at=None)
        mailing.send_link(pk)
