"""Sheets to take home for a need or for all of a family's: one page each, in its language and in English."""

from django.urls import reverse
from django.utils import translation
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from agency.languages import OURS
from partners import sheets
from partners.models import Service
from referrals import matching

ON_A_PAGE = 4
SECOND = "es"  # beside English for families whose language our words do not exist in


def languages(family):
    """The family's own language first, then English; one where they are the same."""
    own = family.language if family.language in OURS else SECOND
    return list(dict.fromkeys([own, "en"]))


def page(need, picked=()):
    """One need: the services that fit best, or those picked. Nothing on it tells whose need it is."""
    spoken = languages(need.family)
    chosen = [fit.pk for fit in matching.fits(need).ranked if not picked or fit.pk in picked]
    services = Service.objects.active().for_reading().in_bulk(chosen[: len(picked) or ON_A_PAGE])
    entries = [sheets.entry(services[pk], *spoken) for pk in chosen if pk in services]
    return {"entries": entries, "title": _both(spoken, lambda: str(need.category))} | _words(spoken)


def _words(spoken):
    return {
        "call": _both(spoken, lambda: _("Call")),
        "lede": _both(spoken, lambda: _("Call first: hours can change.")),
        "empty": _both(spoken, lambda: _("We have no place for this yet. Ask us: we keep looking.")),
    }


def for_line(family):
    """Where somebody may write a first name by hand; none is printed."""
    return _both(languages(family), lambda: _("For:"))


def _both(spoken, tell):
    told = []
    for language in spoken:
        with translation.override(language):
            told.append(str(tell()))
    return sheets.BETWEEN.join(dict.fromkeys(told))


def directory_for(need):
    """The directory narrowed to what this need asks for. The address says a place and a language, never a family."""
    homes = [home for home in need.family.households.all() if not home.is_hidden and home.postal_code]
    asked = {"need": need.category.code, "speaks": need.family.language if need.family.language != "en" else "",
             "near": homes[0].postal_code[:5] if homes else ""}  # fmt: skip
    return f"{reverse('partners:directory')}?{urlencode({name: value for name, value in asked.items() if value})}"
