"""Which families to ask what became of a referral, how they may be reached, and words that say nothing private."""

from datetime import date
from itertools import groupby
from typing import NamedTuple

from django.urls import reverse
from django.utils import timezone, translation
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency.access import Permission
from agency.due import Clocks
from agency.languages import OURS
from agency.models import Agency
from agency.templatetags.look import on
from families import reaching
from families.models import Assignment, Family
from families.reaching import Way
from referrals import due, times
from referrals.models import Referral
from referrals.states import ReferralState as S

TO_ASK = {
    S.RECEIVED: gettext_lazy("The partner says the help came. Did it, and is it enough?"),
    S.INFORMED: gettext_lazy("They have the number. Did they reach somebody there?"),
    S.MISSED: gettext_lazy("The appointment did not happen. Shall another one be made?"),
    S.WAITLISTED: gettext_lazy("They are on a waiting list. Has anything come of it?"),
    S.NEEDS_MORE: gettext_lazy("The partner needs something from them. What would make it easier?"),
    S.ATTENDED: gettext_lazy("They went once. Has the help begun?"),
}
ELSE = gettext_lazy("Has anybody been in touch with them?")
NOBODY = (1, "")


class Waiting(NamedTuple):
    """A referral by its key, in the order of the list."""

    worker: tuple  # (0, name), or NOBODY
    may_wait: bool
    ask_on: date
    pk: int


def may_see_others(user):
    """Whoever leads people reads whose families wait, too."""
    return user.may(Permission.CASELOAD_VIEW)


def waiting(user, *, mine, on=None):
    """Referrals about which the family's word is due today or was due before, in the order of the list, by key."""
    clocks = Clocks(on)
    families = Family.objects.visible_to(user, Permission.REFERRAL_EDIT)
    if mine:
        families = families.filter(pk__in=Assignment.objects.in_force().filter(worker=user).values("family"))
    rows = Referral.objects.visible_to(user).filter(family__in=families.values("pk")).open().exclude(state=S.DRAFT)
    asked = [(row, due.ask_on(row, clocks, row.family__center__program_id)) for row in due.words_of(rows)]
    ripe = [(row, ask_on) for row, ask_on in asked if ask_on and ask_on <= clocks.on]
    workers = _workers({row.family_id for row, _ask_on in ripe})
    found = [Waiting(workers.get(row.family_id, NOBODY), not row.is_urgent, ask_on, row.pk) for row, ask_on in ripe]
    return sorted(found)


def _fetched(waiting):
    """The few that are shown; each carries `ask_on` and `worker` (the name of whom the family knows best)."""
    rows = Referral.objects.filter(pk__in=[one.pk for one in waiting]).select_related("service__partner").in_bulk()
    for one in waiting:
        rows[one.pk].ask_on, rows[one.pk].worker = one.ask_on, one.worker
    return [rows[one.pk] for one in waiting]


def _workers(families):
    """{family: (0, name)} of whoever serves it first; sorted before the families nobody serves."""
    serving = Assignment.objects.in_force().filter(family__in=families, kind=Assignment.Kind.PRIMARY)
    return {row.family_id: (0, str(row.worker)) for row in serving.select_related("worker")}


def groups(waiting, user, *, here):
    """The list as the page shows it: one part a worker, with each family's ways of being reached."""
    referrals = _fetched(waiting)
    families = Family.objects.visible_to(user).with_people()
    families = families.prefetch_related("households", "members__contact_points")
    families = families.in_bulk([one.family_id for one in referrals])
    declined, agency = reaching.declined_in(list(families)), Agency.objects.first()
    parts = []
    for (_order, worker), theirs in groupby(referrals, key=lambda one: one.worker):
        rows = [_row(one, families[one.family_id], user, agency, declined, here) for one in theirs]
        parts.append({"worker": worker or _("Families without a main contact here"), "rows": rows})
    return parts


def _row(referral, family, user, agency, declined, here):
    family_said = reverse("referrals:family-said", args=[referral.pk])
    return {
        "referral": referral,
        "family": family,
        "ask": _ask(referral),
        "url": f"{family_said}?{urlencode({'next': here})}",
        "is_late": (timezone.localdate() - referral.ask_on).days > 0,
    } | _ways(family, user, agency, declined)


def _ask(referral):
    """What to ask, in the light of where it stands."""
    if referral.state == S.APPOINTMENT and referral.appointment_on:
        when = times.appointment(referral, said=on)
        return _("The appointment was to be %(when)s. Did they go, and how was it?") % {"when": when}
    return str(TO_ASK.get(referral.state, ELSE))


def reach(family, user):
    """The same ways for one family."""
    return _ways(family, user, Agency.objects.first(), reaching.declined_in([family.pk]))


def _ways(family, user, agency, declined):
    """Whom to ask, by which numbers, with which words; the rules stand above them."""
    adults = [person for person in family.adults() if not person.do_not_contact and person.left_on is None]
    hidden = any(home.is_hidden for home in family.households.all())
    found = {"rules": reaching.banner(family.adults(), is_hidden=hidden, declined=declined), "person": None}
    if not adults:
        return found | {"calls": [], "words": None}
    person = adults[0]
    texts, mails = (reaching.points(person, way, declined) for way in (Way.TEXT, Way.EMAIL))
    return found | {
        "person": person,
        "calls": reaching.points(person, Way.CALL, declined),
        "hours": reaching.hours(person),
        "texts": texts,
        "mails": mails,
        "words": words(person.language or family.language, user, agency) if texts or mails else None,
    }


def words(language, user, agency):
    """What may be texted or mailed, in the family's language: who asks for a call back, and nothing about what.

    Whoever reads over a shoulder learns no need, no partner and no name of the family.
    """
    language = language if language in OURS else "en"
    with translation.override(language):
        who = {"worker": user.first_name or str(user), "agency": agency or _("the program"),
               "phone": user.phone or (agency.phone if agency else "")}  # fmt: skip
        said = _(
            "Hello, this is %(worker)s from %(agency)s. How are you? I would like to hear from you when it suits you."
        )
        call = _("You can call or text me: %(phone)s.") if who["phone"] else _("You can answer this message.")
        return {"language": language, "subject": _("Hello from %(agency)s") % who, "text": f"{said} {call}" % who}
