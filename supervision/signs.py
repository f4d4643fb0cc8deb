"""What a family's own rows say of it, read in one statement: reasons to look, and signs that weigh. No note is read."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import BooleanField, Count, Exists, ExpressionWrapper, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from agency.templatetags.look import day
from families.models import (
    Attendance,
    ChildWelfareInvolvement,
    Family,
    FamilyMember,
    HomelessnessEpisode,
    Household,
    Need,
    Snooze,
)
from goals.models import Celebration, Goal, GoalStep, GoalTouched, PartnershipAgreement, ProgressNote
from goals.states import AgreementState
from referrals.models import Referral
from supervision.figures import (
    BABY_MONTHS,
    CELEBRATED_WITHIN,
    FATHER_WITHIN,
    SNOOZED_OFTEN,
    SNOOZED_WITHIN,
    STUCK_AFTER,
)

AGREED = (AgreementState.SIGNED, AgreementState.REVISING, AgreementState.CLOSED)
OF_FAMILY = {"family": OuterRef("pk")}


@dataclass
class Reason:
    """Why one family stands in one figure: a sentence, the day it counts from, the page that settles it."""

    text: str
    since: object = None
    url: str = ""
    act: str = ""


def with_signs(ids, user, on, permission):
    """These families, named by key, with what the figures and the weights need. One statement.

    Whoever opens them by this permission may count everything in them, so nothing is asked about each row again.
    """
    families = Family.objects.visible_to(user, permission).filter(pk__among=list(ids)).select_related("center")
    return families.annotate(**_of_goals(on), **_of_asking(), **_of_people(on), **_of_situation(on))


def _since(rows, field):
    return Subquery(rows.order_by(field).values(field)[:1])


def _of_goals(on):
    goals = Goal.objects.active().filter(**OF_FAMILY)
    touched = GoalTouched.objects.filter(goal=OuterRef("pk"))
    lately = touched.filter(note__happened_on__gte=on - timedelta(days=STUCK_AFTER))
    last_on = Subquery(touched.order_by("-note__happened_on").values("note__happened_on")[:1])
    old = goals.filter(set_on__lte=on - timedelta(days=STUCK_AFTER))
    told = Celebration.objects.filter(noticed_on__gte=on - timedelta(days=CELEBRATED_WITHIN), **OF_FAMILY)
    bare = goals.filter(~Exists(GoalStep.objects.filter(goal=OuterRef("pk"))))
    return {
        "stuck_since": _since(old.filter(~Exists(lately)).annotate(moved_on=Coalesce(last_on, "set_on")), "moved_on"),
        "bare_since": _since(bare, "set_on"),
        "celebrated_on": Subquery(told.order_by("-noticed_on").values("noticed_on")[:1]),
    }


def _of_asking():
    agreement = PartnershipAgreement.objects.filter(**OF_FAMILY).order_by("-offered_on", "-pk")
    return {
        "waiting_since": _since(Referral.objects.waiting().filter(**OF_FAMILY), "sent_on"),
        "agreement_state": Subquery(agreement.values("state")[:1]),
        "agreement_on": Subquery(agreement.values("offered_on")[:1]),
    }


def _of_people(on):
    people = FamilyMember.objects.filter(left_on=None, **OF_FAMILY)
    young = Q(role="child", born_on__gt=on - timedelta(days=round(BABY_MONTHS * 30.5)))
    hidden = Household.objects.filter(is_hidden=True, **OF_FAMILY)
    return {
        "has_baby": Exists(people.filter(young | Q(is_expecting=True))),
        "is_kept_safe": _either(Exists(hidden) | Exists(people.filter(do_not_contact=True))),
        "father_is_missing": _either(Exists(people.filter(is_father_figure=True, do_not_contact=False)) & ~_heard(on)),
    }


def _heard(on):
    """A father figure was there in a contact or an activity lately."""
    first = on - timedelta(days=FATHER_WITHIN)
    notes = ProgressNote.objects.filter(happened_on__gte=first, present__is_father_figure=True, **OF_FAMILY)
    came = Attendance.objects.filter(is_present=True, is_father_figure=True, activity__held_on__gte=first, **OF_FAMILY)
    return Exists(notes) | Exists(came)


def _of_situation(on):
    aside = Snooze.objects.filter(set_on__gte=on - timedelta(days=SNOOZED_WITHIN), **OF_FAMILY)
    often = aside.order_by().values("kind", "about").annotate(n=Count("pk")).filter(n__gte=SNOOZED_OFTEN)
    deep = Need.objects.open().filter(intensity=Need.Intensity.DEEP, **OF_FAMILY).order_by("-urgency")
    return {
        "deep_urgency": Subquery(deep.values("urgency")[:1]),
        "is_homeless": Exists(HomelessnessEpisode.objects.in_force(on).filter(**OF_FAMILY)),
        "in_child_welfare": Exists(ChildWelfareInvolvement.objects.in_force(on).filter(**OF_FAMILY)),
        "is_put_off": Exists(often),
    }


def _either(condition):
    return ExpressionWrapper(condition, BooleanField())


# ---- in words -----------------------------------------------------------------------------------------------------


def reasons_of(family, clocks):
    """What the family's own dates say, as far as it says anything: (code of the figure, Reason)."""
    if family.stuck_since:
        yield "stuck", Reason(_stuck(), family.stuck_since)
    if family.bare_since:
        yield "no_steps", Reason(_("One of their goals has no step yet."), family.bare_since)
    if family.celebrated_on:
        yield "celebration", Reason(_("There is something to celebrate."), family.celebrated_on)
    rule = clocks.rule("referral_escalate")
    if rule and family.waiting_since and (clocks.on - family.waiting_since).days >= rule.length:
        yield "old_referral", Reason(_old((clocks.on - family.waiting_since).days), family.waiting_since)
    if family.agreement_state not in AGREED:
        yield "agreement", Reason(_agreement(family), family.agreement_on)
    yield from _quiet_reasons(family)


def _quiet_reasons(family):
    if family.is_kept_safe:
        yield "safety", Reason(_("Look at how they may be reached before anybody writes, calls or visits."))
    if family.father_is_missing:
        yield "father", Reason(_("A father figure belongs to the family, and no contact or activity had him in it."))
    if family.is_put_off:
        yield "snoozed", Reason(_("The same thing was put aside several times in the last months."))


def _stuck():
    return ngettext(
        "No contact has touched one of their goals for %(n)s day.",
        "No contact has touched one of their goals for %(n)s days.",
        STUCK_AFTER,
    ) % {"n": STUCK_AFTER}


def _old(days):
    return ngettext(
        "A partner was asked %(n)s day ago, and the loop is still open.",
        "A partner was asked %(n)s days ago, and the loop is still open.",
        days,
    ) % {"n": days}


AGREEMENT_SAID = {
    AgreementState.OFFERED: _("An agreement was offered on %(day)s; they have not answered yet."),
    AgreementState.ACCEPTED: _("The agreement is being written together; it was offered on %(day)s."),
    AgreementState.NOT_READY: _("Not now, by their choice. It was offered on %(day)s."),
    AgreementState.DECLINED: _("They would rather not have one. It was offered on %(day)s."),
}


def _agreement(family):
    if not family.agreement_state:
        return _("No agreement has been offered yet.")
    return AGREEMENT_SAID[family.agreement_state] % {"day": day(family.agreement_on)}


def since_known(family):
    """The day we got to know them, as a number: the later, the shorter a bond to break."""
    return family.known_since.toordinal()
