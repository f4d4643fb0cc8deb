"""A service as a card: what a list says about it, in the order people ask."""

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from agency.access import Permission
from agency.languages import name_of
from agency.templatetags.look import ago
from partners import openhours, suitable

WRONGS = [
    ("phone", gettext_lazy("Phone")),
    ("hours", gettext_lazy("Hours")),
    ("place", gettext_lazy("Place")),
    ("language", gettext_lazy("Language")),
    ("cost", gettext_lazy("Cost")),
    ("full", gettext_lazy("Full")),
    ("gone", gettext_lazy("Gone")),
]


def card(service, user, *, wanted=None, print_form=""):
    """What referrals/_match.html needs to show this service in the directory: first why it stands where it stands."""
    reasons = reasons_for(service, wanted) if wanted else []
    is_stopped = getattr(service, "is_stopped", False)
    return {
        "pk": service.pk,
        "title": service.name,
        "url": service.get_absolute_url(),
        "about": about(service),
        "chips": chips(service),
        "why": reasons + [{"text": text} for text in facts(service, wanted)] + warnings(service, wanted),
        "heard": checked_by(service),
        "old": service.is_stale() or is_stopped,
        "print_form": "" if is_stopped else print_form,
        "still": still(service, user) if user.may(Permission.DIRECTORY_VERIFY) else None,
    }


def reasons_for(service, wanted):
    """Why it fits what somebody looks for: how far, in which language, when it is open, for whom."""
    said = [
        _far(service, wanted),
        _("They speak %(language)s") % {"language": name_of(wanted.language)} if wanted.language else "",
        _open(service, wanted),
        suitable.in_words(wanted.person) if wanted.person else "",
    ]
    return [{"text": text} for text in said if text]


def _far(service, wanted):
    miles = getattr(service, "miles", None)
    if not wanted.here or miles is None:
        return ""
    if miles < 1:
        return _("Less than a mile from %(zip)s") % {"zip": wanted.here.code}
    text = ngettext("%(n)s mile from %(zip)s", "%(n)s miles from %(zip)s", round(miles))
    return text % {"n": round(miles), "zip": wanted.here.code}


def _open(service, wanted):
    if not wanted.is_timed():
        return ""
    hours = openhours.on(service, wanted.date())
    if wanted.day == "now":
        return _("Open now: %(hours)s") % {"hours": hours} if hours else _("Open now")
    day = date_format(wanted.date(), "l")
    return _("Open %(day)s %(hours)s") % {"day": day, "hours": hours} if hours else _("Open %(day)s") % {"day": day}


def warnings(service, wanted):
    """What speaks against it: something that holds for a while, or another area."""
    said = [service.alert] if service.alert else []
    zips = {code for area in service.areas.all() for code in area.zips}
    if wanted and wanted.here and zips and wanted.here.code not in zips:
        said.append(_("For people from: %(area)s") % {"area": _list(service.areas.all())})
    return [{"text": text, "against": True} for text in said]


def about(service):
    """Whose it is, where, and the number to call."""
    parts = [service.partner.name, *places(service)[:1], *(str(phone) for phone in service.numbers()[:1])]
    return ", ".join(parts)


def places(service):
    return [place.shown() for place in service.places() if place.shown()]


def chips(service):
    """Whether we refer there at all, how fresh the entry is, whether it runs, and what room colleagues saw."""
    found = [freshness(service)]
    if getattr(service, "is_stopped", False):
        found.insert(0, {"tone": "attention", "icon": "lock", "text": _("Do not refer")})
    if service.status != service.Status.ACTIVE:
        found.append({"tone": "attention", "icon": "clock", "text": service.get_status_display()})
    newest = getattr(service, "newest_room", [])
    if newest:
        found.append(room(newest[0]))
    elif service.wait_seen:
        found.append({"tone": "info", "icon": "clock", "text": _("Wait: %(wait)s") % {"wait": service.wait_seen}})
    return found


ROOM = {"open": ("success", "check"), "waiting": ("info", "clock"), "full": ("attention", "alert")}


def room(seen):
    """Room as a colleague last saw it, or the partner said, and how long ago."""
    tone, icon = ROOM[seen.state]
    says = {"open": _("Has room"), "waiting": _("Has a waiting list"), "full": _("Full")}[seen.state]
    who = _("as they say") if seen.is_partners_word else ""
    text = ", ".join(part for part in (says, seen.wait, ago(seen.seen_at), who) if part)
    return {"tone": tone, "icon": icon, "text": text}


def freshness(service):
    """When somebody last looked, in a word and a colour."""
    if service.verified_on is None:
        return {"tone": "attention", "icon": "alert", "text": _("Never checked")}
    if service.is_stale():
        months = max(1, (timezone.localdate() - service.verified_on).days // 30)
        text = ngettext("Not checked for %(n)s month", "Not checked for %(n)s months", months) % {"n": months}
        return {"tone": "attention", "icon": "alert", "text": text}
    text = _("Checked %(ago)s") % {"ago": ago(service.verified_on)}
    return {"tone": "success", "icon": "check-circle", "text": text}


def checked_on(service):
    """When somebody last looked, as it may stand on paper for months."""
    if service.verified_on is None:
        return _("Never checked")
    return _("Checked on %(day)s") % {"day": date_format(service.verified_on, "DATE_FORMAT")}


def checked_by(service):
    if service.verified_by is None:
        return _("Nobody has checked this entry yet. Call before you refer.")
    if service.is_stale():
        return _("%(who)s checked this entry last. Call before you refer.") % {"who": service.verified_by}
    return _("%(who)s checked this entry.") % {"who": service.verified_by}


def facts(service, wanted=None):
    """What one asks first, one line each, without what is unknown and what the reasons have said already."""
    lines = [
        "" if wanted and wanted.category else _list(service.categories.all()),
        "" if wanted and wanted.language and len(service.languages.all()) == 1 else _list(service.languages.all()),
        service.interpretation_services,
        openhours.in_words(service),
        service.fees_description,
        "" if wanted and wanted.person else ages(service),
        who(service),
        service.transport,
        _("Bring: %(papers)s") % {"papers": _list(service.documents.all())} if service.documents.all() else "",
    ]
    return [line for line in lines if line]


def all_facts(service):
    """Everything a colleague may want to know, by name."""
    open_places = [place for place in service.places() if not place.is_confidential]
    access = [str(row) for place in open_places for row in place.accessibility.all()]
    lines = [
        (_("To know before going"), service.alert),
        (_("Kind of help"), _list(service.categories.all())),
        (_("Languages"), spoken(service)),
        (_("Hours"), openhours.in_words(service)),
        (_("Cost"), cost(service)),
        (_("Ages"), ages(service)),
        (_("Who can get it"), who(service)),
        (_("For people from"), _list(service.areas.all())),
        (_("Bring"), _list(service.documents.all())),
        (_("How to ask for it"), service.application_process),
        (_("Where"), "; ".join(places(service))),
        (_("Getting there"), "; ".join(place.transportation for place in open_places if place.transportation)),
        (_("Rides"), service.transport),
        (_("Getting in"), "; ".join(access)),
    ]
    return [{"label": label, "value": value} for label, value in lines if value]


def cost(service):
    """What it costs, as somebody wrote it; else its prices."""
    return service.fees_description or "; ".join(str(price) for price in service.costs.all())


def who(service):
    """Who can get it, as somebody wrote it; else the groups it names."""
    return service.eligibility_description or _list(service.eligibility.all())


def spoken(service):
    """Languages and interpreters in one line."""
    return ", ".join(part for part in (_list(service.languages.all()), service.interpretation_services) if part)


def ages(service):
    """For whom by age, in words; nothing when age does not matter."""
    low, high = service.minimum_age, service.maximum_age
    if low and high is not None:
        return _("Ages %(low)s to %(high)s") % {"low": low, "high": high}
    if high is not None:
        return _("Up to age %(high)s") % {"high": high}
    return _("From age %(low)s") % {"low": low} if low else ""


def still(service, user):
    """The foot of a card: still right, or what is wrong."""
    return {"url": reverse("partners:verify", args=[service.pk]), "pk": service.pk, "wrongs": WRONGS}


def _list(rows):
    return ", ".join(str(row) for row in rows)
