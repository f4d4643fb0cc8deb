"""Working with a partner: how close we are, what we plan, whom we met, what each side took on."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agency import audit
from partners.models import PartnershipPlan


class PlanThere(Exception):
    """There is an open plan with this partner already."""


@transaction.atomic
def keep_partnership(*, form, by):
    """Write down who talks to whom, and how close we want to become."""
    is_new = form.instance.pk is None
    partnership = form.save()
    audit.record("partnership_begun" if is_new else "partnership_changed", about=partnership, by=by)
    return partnership


@transaction.atomic
def reach_stage(*, form, by):
    """From a day on we work together in another way."""
    form.instance.said_by = by
    reached = form.save()
    audit.record("partnership_stage", about=reached.partnership, by=by, stage=reached.stage)
    return reached


@transaction.atomic
def begin_plan(*, partnership, template, by):
    """A plan of six steps with this partner; one at a time."""
    if PartnershipPlan.objects.filter(partnership=partnership, closed_on=None).exists():
        raise PlanThere(_("There is a plan with this partner already. Close it before you begin another."))
    plan = PartnershipPlan.objects.create(partnership=partnership, template=template, added_by=by)
    audit.record("partner_plan_begun", about=plan, by=by, template=template)
    return plan


@transaction.atomic
def close_plan(*, plan, by):
    """The plan has done its work, or gives way to a new one. Closed twice, the first stays."""
    closed = PartnershipPlan.objects.filter(pk=plan.pk, closed_on=None).update(
        closed_on=max(timezone.localdate(), plan.started_on)
    )
    if closed:
        audit.record("partner_plan_closed", about=plan, by=by)


@transaction.atomic
def keep_meeting(*, form, taken, by):
    """We met; `taken` are the forms of what somebody took on there."""
    if form.instance.pk is None:
        form.instance.added_by = by
    meeting = form.save()
    for one in taken:
        if one.has_changed():
            one.instance.partnership, one.instance.meeting = meeting.partnership, meeting
            one.save()
    audit.record("partner_meeting", about=meeting, by=by)
    return meeting


@transaction.atomic
def do_action(*, action, by):
    """Done today. Said twice, the first day stays."""
    if type(action).objects.filter(pk=action.pk, done_on=None).update(done_on=timezone.localdate()):
        audit.record("partner_action_done", about=action, by=by)
