"""What the page of services for a need says: each with its reasons, what one may narrow by, what goes on already."""

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from agency.languages import name_of
from partners import cards
from referrals.matching import NEARBY


def match(offer, need, number, instead=None):
    """What referrals/_match.html needs to offer a service for a need, or instead of a referral elsewhere."""
    service = offer.service
    url = reverse("referrals:prepare", args=[need.pk, service.pk])
    refer, number_only = ({"instead": instead.pk} if instead else {}), {"way": "number"}
    return {
        "pk": service.pk,
        "rank": number,
        "best": number == 1 and offer.score > 0,
        "title": service.name,
        "url": service.get_absolute_url(),
        "about": cards.about(service),
        "chips": offer.chips,
        "why": offer.why,
        "heard": offer.heard,
        "old": service.is_stale(),
        "refer_url": _with(url, refer),
        "info_url": _with(url, refer | number_only),
        "print_form": "picked",
    }


def _with(url, query):
    return f"{url}?{urlencode(query)}" if query else url


def filters(fits, only, query):
    """Links that narrow the offer. Only those that leave some out and some in."""
    words = {
        "language": (_("In %(language)s") % {"language": name_of(fits.asking.language)}, "language"),
        "near": (_("Within %(miles)s miles") % {"miles": NEARBY}, "pin"),
        "hours": (_("Open when they have time"), "clock"),
        "room": (_("With room"), "check"),
    }
    counts = fits.counted()
    rows = [{"url": _with("", query) or "?", "label": _("All"), "count": len(fits.ranked), "current": not only}]
    for name, (label, icon) in words.items():
        if name in counts or name == only:
            rows.append({"url": _with("", query | {"only": name}), "label": label, "icon": icon,
                         "count": counts.get(name, 0), "current": name == only})  # fmt: skip
    return rows if len(rows) > 1 else []


def beside(need, theirs, plans):
    """What goes on for this need already, or for one of its kind: nothing is done twice. As notices."""
    running = [one for one in theirs if one.is_open and one.need_id == need.pk]
    alike = [one for one in theirs if one.is_open and one.need_id != need.pk and _is_alike(one, need)]
    plans = [plan for plan in plans if plan.category_id == need.category_id]
    return [*map(_running, running), *map(_alike, alike), *map(_plan, plans)]


def _is_alike(referral, need):
    return referral.need.category_id == need.category_id


def _running(referral):
    text = _("A referral for this need is open: %(service)s (%(partner)s), %(state)s.") % _said(referral)
    return _notice("referral", text, referral.get_absolute_url(), _("Open it"))


def _alike(referral):
    text = _("A referral for another need of this kind is open: %(service)s (%(partner)s), %(state)s.") % _said(
        referral
    )
    return _notice("referral", text, referral.get_absolute_url(), _("Open it"))


def _said(referral):
    state = referral.get_state_display()
    return {"service": referral, "partner": referral.service.partner if referral.service else "", "state": state}


def _plan(plan):
    """Of treatment, safety or child welfare nothing is said here: this page may lie open on a desk."""
    if plan.is_restricted:
        text, url = _("Another agency works on this with them."), "families:situation-restricted"
        return _notice("lock", text, reverse(url, args=[plan.family_id]), _("Read it"))
    text = _("Another agency works on this with them: %(plan)s.") % {"plan": plan}
    ask = _("Ask %(name)s there first.") % {"name": plan.contact_name} if plan.contact_name else ""
    url = reverse("families:situation", args=[plan.family_id])
    return _notice("note", " ".join(said for said in (text, ask) if said), url, _("Read it"))


def _notice(icon, text, url, act):
    return {"icon": icon, "text": text, "url": url, "act": act}


def gaps(rows):
    """What was looked for before and not found, for components/_facts.html."""
    return [
        {"label": gap.get_reason_display(), "value": gap.note or date_format(gap.noted_on, "MONTH_DAY_FORMAT")}
        for gap in rows
    ]
