"""What is due about a family's rights: a yes to sharing that ends, a request about the record. One statement."""

from datetime import date, timedelta
from typing import NamedTuple

from django.db.models import Case, CharField, Exists, F, OuterRef, Q, Value, When
from django.db.models.functions import Coalesce
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agency.access import Permission
from agency.addresses import reverse
from agency.due import Due
from agency.models import ServiceCategory
from agency.prepared import ask
from referrals.models import Consent, RecordRequest
from referrals.request_states import Kind, RequestState

ENDS, ASKED = "consent_expiry", "record_request"
SET = "set"  # the day of the hearing is known


class Row(NamedTuple):
    """One thing, as the statement gives it."""

    clock: str
    about: int
    family_id: int
    family_name: str
    program_id: int
    day: date
    said: str  # the partner, or what was asked for
    more: str  # the group of partners, or how far the request has come


def items(families, user, clocks):
    """Of families named by key."""
    until = clocks.on + timedelta(days=clocks.widest_warning(ENDS))
    rows = (Row(*row) for row in ask(_waiting, user, families=families, on=clocks.on, until=until))
    return [due for row in rows if (due := _ending(row, clocks) if row.clock == ENDS else _asked(row, clocks))]


def _waiting(user, families, on, until):
    ending = _consents(families, user, on, until)
    return ending.union(_requests(families, user), all=True).order_by("clock", "about")


def _columns(rows, clock, **how):
    named = {
        "clock": Value(clock, output_field=CharField()),
        "about": F("pk"),
        "of": F("family_id"),
        "name": F("family__name"),
        "program": F("family__center__program"),
    }
    return rows.order_by().annotate(**named | how).values_list(*named, *how)


def _consents(families, user, on, until):
    """Consents that end soon while no newer one covers the same partner and the restricted kinds it names."""
    newer = Consent.objects.filter(
        family=OuterRef("family"),
        revoked_at=None,
        expires_on__gt=OuterRef("expires_on"),
        partner_group=OuterRef("partner_group"),
        restricted__contains=OuterRef("restricted"),
    ).filter(Q(partner=OuterRef("partner")) | Q(partner=None))
    ending = (
        Consent.objects.visible_to(user, Permission.REFERRAL_EDIT)
        .in_force(on)
        .filter(~Exists(newer), family__pk__among=families, expires_on__lte=until)
    )
    partner = Coalesce("partner__name", Value(""), output_field=CharField())
    return _columns(ending, ENDS, day=F("expires_on"), said=partner, more=F("partner_group"))


def _requests(families, user):
    """Requests that wait for an answer, or for their hearing."""
    waiting = RecordRequest.objects.visible_to(user, Permission.REFERRAL_EDIT).open().filter(family__pk__among=families)
    day = Coalesce("hearing_on", "hearing_asked_on", "asked_on")
    return _columns(waiting, ASKED, day=day, said=F("kind"), more=_how_far())


def _how_far():
    return Case(When(hearing_on__isnull=False, then=Value(SET)), default=F("state"), output_field=CharField())


def _ending(row, clocks):
    if not clocks.shows(ENDS, row.day, row.program_id):
        return None
    who = row.said or ServiceCategory.Group(row.more).label
    said = {"who": who, "day": date_format(row.day, "MONTH_DAY_FORMAT")}
    return _due(
        row,
        what=_("Their yes to sharing with %(who)s ends %(day)s") % said,
        due_on=row.day,
        act=_("Ask again"),
        url=f"{reverse('referrals:consent-add', args=[row.family_id])}?renew={row.about}",
        icon="shield",
    )


def _asked(row, clocks):
    """By the clock from the day they asked; a hearing on the day that was set for it."""
    due_on = row.day if row.more == SET else clocks.due_on(ASKED, row.day, row.program_id)
    if due_on is None or not clocks.shows(ASKED, due_on, row.program_id):
        return None
    url = reverse("referrals:request", args=[row.about])
    return _due(row, what=_what(row), due_on=due_on, act=_("Answer it"), url=url, icon="message")


def _what(row):
    if row.more == SET:
        return _("The hearing about their record")
    if row.more == RequestState.HEARING:
        return _("They ask for a hearing about their record: set the day")
    return {
        Kind.INSPECT: _("They ask to look at their record"),
        Kind.COPY: _("They ask for a copy of their record"),
        Kind.AMEND: _("They ask to have something in their record put right"),
    }[row.said]


def _due(row, **said):
    return Due(family_id=row.family_id, family_name=row.family_name, kind=row.clock, about=row.about, **said)
