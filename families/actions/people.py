"""Who a family is: begin its record, add people, homes and numbers."""

from django.db import transaction
from django.utils import timezone

from agency import audit, held
from agency.access import Permission
from families.actions.places import enroll
from families.actions.staffing import assign
from families.models import (
    Assignment,
    ContactPoint,
    Enrollment,
    Family,
    FamilyMember,
    Intake,
)


@transaction.atomic
def begin(*, family, adult, phone, by, child=None, home=None):
    """Keep a new family and whom we met. Who could not open it otherwise becomes its main worker from today."""
    family.added_by = by
    family.save()
    audit.record("family_added", about=family, by=by)
    Intake.objects.create(family=family, step="adults", begun_by=by)
    if home is not None:
        home.family = family
        _keep_home(home, by)
    if adult is not None:
        adult.family, adult.household, adult.is_main_contact = family, home, True
        _keep_member(adult, by, phone)
    if child is not None:
        child.family, child.household = family, home
        _keep_member(child, by)
    if not Family.objects.visible_to(by, Permission.FAMILY_EDIT).filter(pk=family.pk).exists():
        assign(family=family, worker=by, kind=Assignment.Kind.PRIMARY, starts_on=timezone.localdate(), by=by)
    return family


def reach_step(*, family, step):
    """Intake has come to this step: it is taken up there again. Nothing to do for an intake that is finished."""
    Intake.objects.filter(family=family).left_open().update(step=step, moved_at=timezone.now())


@transaction.atomic
def finish_intake(*, family, by):
    """The first talk is over. What it did not reach stands on the family's page as ever."""
    if Intake.objects.filter(family=family).left_open().update(finished_on=timezone.localdate()):
        audit.record("intake_finished", about=family, by=by)


@transaction.atomic
def add_member(*, member, by, phone=None):
    """Keep a member of a family, at the family's only home when it has one, with a first telephone."""
    homes = list(member.family.households.all()[:2])
    if member.household is None and len(homes) == 1:
        member.household = homes[0]
    if member.is_main_contact:
        step_back(member=member)
    return _keep_member(member, by, phone)


def _keep_member(member, by, phone=None):
    member.save()
    if phone is not None:
        ContactPoint.objects.create(member=member, value=phone.shown, digits=phone.digits)
    audit.record("member_added", about=member, by=by, role=member.role)
    return member


@transaction.atomic
def add_child(*, child, place, by):
    """Keep a child and, where there is one already, the place: `place` is center, option and first day."""
    add_member(member=child, by=by)
    if place["center"]:
        option = place["option"] or Enrollment.Option.CENTER
        enroll(member=child, center=place["center"], option=option, entered_on=place["entered_on"], by=by)
    return child


def step_back(*, member):
    """We talk to `member` first, so no longer to somebody else of the family first."""
    others = FamilyMember.objects.filter(family=member.family_id, is_main_contact=True).exclude(pk=member.pk)
    others.update(is_main_contact=False)


@transaction.atomic
def add_household(*, household, by):
    """Keep a home. Whoever of the family has no home on record lives in the first one."""
    is_first = not household.family.households.exists()
    _keep_home(household, by)
    if is_first:
        household.family.members.filter(household=None).update(household=household)


def _keep_home(household, by):
    household.save()
    audit.record("household_added", about=household, by=by)


@transaction.atomic
def remove_contact(*, point, by):
    """Take away a number that is nobody's any more. The row history keeps it."""
    held.refuse(point.member.family_id)
    audit.record("contact_removed", about=point.member, by=by)
    point.delete()
