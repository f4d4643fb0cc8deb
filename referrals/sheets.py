"""Sheets to take home for a need or for all of a family's: one page each, in its language and in English."""

from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format
from django.utils.http import urlencode
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from agency.languages import OURS
from agency.templatetags.look import clock
from partners import sheets
from partners.models import Service
from referrals import matching
from referrals.states import ReferralState

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


def of_referral(referral):
    """One referral on paper: when it is, where, what to bring. Nothing on it tells whose it is."""
    spoken = languages(referral.family)
    service = Service.objects.for_reading().get(pk=referral.service_id)
    page = _words(spoken) | {"entries": [sheets.entry(service, *spoken)]}
    if not (referral.state == ReferralState.APPOINTMENT and referral.appointment_on):
        return page | {"title": _both(spoken, lambda: _("A place that can help"))}
    return page | {
        "title": _both(spoken, lambda: _("Your appointment")),
        "when": _both(spoken, lambda: _when(referral)),
        "lede": _both(spoken, lambda: _("If you cannot come, call them. Another day can be found.")),
    }


def _when(referral):
    """Whole days only: who reads it on the kitchen table does not know when it was printed."""
    on, hour = referral.appointment_on, clock(referral.appointment_time)
    words = {"weekday": capfirst(date_format(on, "l")), "day": date_format(on, "DATE_FORMAT"), "hour": hour}
    return (_("%(weekday)s, %(day)s, %(hour)s") if hour else _("%(weekday)s, %(day)s")) % words


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
