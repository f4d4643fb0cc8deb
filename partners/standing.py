"""How agreements stand, in words: for the pages of agreements, and one line on every card of a partner."""

from collections import defaultdict

from django.utils import timezone
from django.utils.translation import gettext as _

from agency.access import Permission
from agency.templatetags.look import on as said
from partners.models import Mou
from partners.states import Standing

LOOKS = {
    Standing.DRAFT: ("", "pen"),
    Standing.IN_REVIEW: ("info", "search"),
    Standing.SET_ASIDE: ("", "hand"),
    Standing.COMING: ("info", "calendar"),
    Standing.IN_FORCE: ("success", "check-circle"),
    Standing.RENEWED: ("", "check"),
    Standing.LAPSED: ("urgent", "alert"),
    Standing.TERMINATED: ("attention", "alert"),
}
FACTS = (Standing.COMING, Standing.IN_FORCE, Standing.LAPSED)  # what everybody who may see facts is told
RENEW_FROM = 180  # days before the end: from then on the renewal is the main act of its page
ENDING = 90  # days: from then on "in force until" says so in another colour


def words(mou):
    """“in force until August 14, 2027”, “lapsed since June 30, 2026”."""
    day = {
        Standing.COMING: mou.effective_on, Standing.IN_FORCE: mou.ends_on, Standing.LAPSED: mou.ends_on,
        Standing.TERMINATED: mou.terminated_on,
    }.get(mou.standing)  # fmt: skip
    if day is None:
        return str(Standing(mou.standing).label)
    sentence = {
        Standing.COMING: _("in force from %(day)s"),
        Standing.IN_FORCE: _("in force until %(day)s"),
        Standing.LAPSED: _("lapsed since %(day)s"),
        Standing.TERMINATED: _("ended early on %(day)s"),
    }[mou.standing]
    return sentence % {"day": said(day)}


def chip(mou):
    """The standing as components/_chip.html wants it."""
    tone, icon = LOOKS[mou.standing]
    soon = mou.standing == Standing.IN_FORCE and mou.ends_on and days_left(mou) <= ENDING
    return {"tone": "attention" if soon else tone, "icon": "clock" if soon else icon, "text": words(mou)}


def days_left(mou):
    return (mou.ends_on - timezone.localdate()).days


def on_cards(user, partners):
    """{partner: [chip, …]}: what a card says of its partner's agreements. One statement for all the cards of a page.

    A kind that has lapsed is told even when another agreement with the same partner is in force.
    """
    if not user.may(Permission.MOU_FACTS):
        return {}
    mous = Mou.objects.visible_to(user, Permission.MOU_FACTS).filter(partner__in=set(partners))
    chips = defaultdict(dict)
    for mou in mous.with_standing().filter(standing__in=FACTS).order_by("-ends_on", "pk"):
        if mou.standing != Standing.COMING:
            chips[mou.partner_id].setdefault(mou.standing, _on_card(mou))
    return {partner: [found[key] for key in (Standing.LAPSED, Standing.IN_FORCE) if key in found]
            for partner, found in chips.items()}  # fmt: skip


def tell(matches, services, user):
    """Add to each card (see referrals/_match.html) what its partner's agreements say."""
    told = on_cards(user, [service.partner_id for service in services])
    for match, service in zip(matches, services, strict=True):
        match["chips"] = [*match["chips"], *told.get(service.partner_id, ())]


def of_partner(user, partner):
    """Every agreement of one partner that is, will be or was in force: (what it is about, its chip, the agreement)."""
    mous = Mou.objects.visible_to(user, Permission.MOU_FACTS).filter(partner=partner).with_standing()
    mous = mous.filter(standing__in=FACTS).order_by("kind", "-effective_on", "pk")
    return [{"kind": mou.get_kind_display(), "chip": chip(mou), "mou": mou} for mou in mous]


def _on_card(mou):
    return chip(mou) | {"text": _("Agreement %(words)s") % {"words": words(mou)}}
