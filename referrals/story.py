"""This room's parts of what has happened: what became of referrals, yeses given and taken back, disclosures by rule."""

from django.db.models import BooleanField, Case, ExpressionWrapper, F, Q, TextField, Value, When
from django.db.models.functions import Coalesce, TruncDate
from django.urls import reverse
from django.utils.translation import gettext as _

from agency.models import ServiceCategory
from agency.story import entry, part, person
from referrals.models import Consent, Disclosure, Referral, ReferralEvent
from referrals.pages import TONES
from referrals.states import OPEN, ReferralState

TRY = "try"


def parts(family, user, on):
    """The rows of this room that `user` may read on a day."""
    seen = Referral.objects.visible_to(user).filter(family=family)
    events = ReferralEvent.objects.filter(referral__in=seen).exclude(to_state=ReferralState.DRAFT)
    consents = Consent.objects.visible_to(user).filter(family=family)
    by_rule = Disclosure.objects.visible_to(user).of_family(family).filter(consent=None).for_the_family()
    whom = {"title": Coalesce("partner__name", Value("")), "state": "partner_group", "who": "signer__first_name"}
    return [
        _events(events),
        part("consent", consents, on="given_on", **whom),
        part("taken_back", consents.exclude(revoked_at=None), on=TruncDate("revoked_at"), **whom),
        part(
            "by_rule", by_rule, on=TruncDate("made_at"), key="family_id", title="recipient", text="why",
            state="exception", who=person("made_by"),
        ),
    ]  # fmt: skip


def _events(events):
    return part(
        "referral",
        events,
        on="happened_on",
        key="referral_id",
        title=Coalesce("referral__service__name", "referral__reason", output_field=TextField()),
        state="to_state",
        text="note",
        who=person("recorded_by"),
        more=Case(When(from_state=F("to_state"), said="", then=Value(TRY)), default=F("source")),
        flag=ExpressionWrapper(Q(referral__is_urgent=True, referral__state__in=OPEN), BooleanField()),
    )


def _event(row):
    tone, icon = TONES[row.s_state]
    what = ReferralState(row.s_state).label
    if row.s_more == TRY:
        tone, icon, what = "", "message", _("we asked")
    if row.s_state == ReferralState.RECEIVED:
        tone = "celebrate"
    said_by = row.s_who or (ReferralEvent.Source(row.s_more).label if row.s_more != TRY else "")
    title = _("%(referral)s: %(what)s") % {"referral": row.s_title, "what": what}
    url = reverse("referrals:referral", args=[row.s_key])
    chips = [_("urgent") if row.s_flag else ""]
    return entry(row, icon, title, tone=tone, meta=said_by, text=row.s_text, url=url, chips=chips)


def _whom(row):
    return row.s_title or ServiceCategory.Group(row.s_state).label


def _given(row):
    url = reverse("referrals:consent", args=[row.s_key])
    title = _("Said yes to sharing: %(who)s") % {"who": _whom(row)}
    return entry(row, "shield", title, tone="success", meta=row.s_who, url=url)


def _taken_back(row):
    url = reverse("referrals:consent", args=[row.s_key])
    title = _("Took the yes to sharing back: %(who)s") % {"who": _whom(row)}
    return entry(row, "lock", title, tone="info", meta=row.s_who, url=url)


def _by_rule(row):
    url = reverse("referrals:disclosures", args=[row.s_key])
    chips = [Disclosure.Ground(row.s_state).label]
    title = _("Disclosed by the rule: %(who)s") % {"who": row.s_title}
    return entry(row, "shield", title, tone="info", meta=row.s_who, text=row.s_text, url=url, chips=chips)


TOLD = {"referral": _event, "consent": _given, "taken_back": _taken_back, "by_rule": _by_rule}
