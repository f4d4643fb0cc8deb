"""A service as a card: what a list says about it, in the order people ask."""

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from agency.access import Permission
from agency.templatetags.look import ago

WRONGS = [
    ("phone", gettext_lazy("Phone")),
    ("hours", gettext_lazy("Hours")),
    ("place", gettext_lazy("Place")),
    ("language", gettext_lazy("Language")),
    ("cost", gettext_lazy("Cost")),
    ("full", gettext_lazy("Full")),
    ("gone", gettext_lazy("Gone")),
]


def card(service, user, *, print_form=""):
    """What referrals/_match.html needs to show this service in the directory."""
    return {
        "pk": service.pk,
        "title": service.name,
        "url": service.get_absolute_url(),
        "about": about(service),
        "chips": chips(service),
        "why": [{"text": text} for text in facts(service)],
        "heard": checked_by(service),
        "old": service.is_stale(),
        "print_form": print_form,
        "still": still(service, user) if user.may(Permission.DIRECTORY_VERIFY) else None,
    }


def about(service):
    """Whose it is, where, and the number to call."""
    parts = [service.partner.name, *places(service)[:1], *(str(phone) for phone in service.numbers()[:1])]
    return ", ".join(parts)


def places(service):
    return [place.shown() for place in service.places() if place.shown()]


def chips(service):
    """How fresh the entry is, whether it runs, and how long colleagues saw people wait."""
    found = [freshness(service)]
    if service.status != service.Status.ACTIVE:
        found.append({"tone": "attention", "icon": "clock", "text": service.get_status_display()})
    if service.wait_seen:
        found.append({"tone": "info", "icon": "clock", "text": _("Wait: %(wait)s") % {"wait": service.wait_seen}})
    return found


def freshness(service):
    """When somebody last looked, in a word and a colour."""
    if service.verified_on is None:
        return {"tone": "attention", "icon": "alert", "text": _("Never checked")}
    if service.is_stale():
        months = (timezone.localdate() - service.verified_on).days // 30
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


def facts(service):
    """Kinds of help, languages, hours, cost, ages, who can get it, papers: one line each, without what is unknown."""
    lines = [
        _list(service.categories.all()),
        spoken(service),
        service.hours,
        service.fees_description,
        ages(service),
        service.eligibility_description,
        _("Bring: %(papers)s") % {"papers": _list(service.documents.all())} if service.documents.all() else "",
    ]
    return [line for line in lines if line]


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
