"""Families whose shape has changed: parents who parted, a move to another center, a return, a record made twice."""

from datetime import timedelta

from families.actions import merging, structure
from families.models import Enrollment, Family, FamilyMember
from families.staff import in_charge_of

APART = timedelta(days=40)
ADDED = 2  # families: one that parts becomes two, and a record written twice still waits
MOST = 80  # families looked through: of each kind the first that fits


def change(stage):
    """One of each, among families of the story's own program year. The same ones for the same seed."""
    told = Family.objects.exclude(name="Alvarez").filter(enrollments__exited_on=None, enrollments__isnull=False)
    families = [family for family in told.order_by("pk").distinct()[:MOST] if in_charge_of(family.center)]
    waiting = iter(families)
    for act in (_parted, _moved, _returned, _twice):
        next((family for family in waiting if act(stage, family, in_charge_of(family.center))), None)


def _parted(stage, family, by):
    """The second adult moves out, with a child that has no place yet."""
    adults, children = family.adults(), [child for child in family.children() if not child.enrollments.exists()]
    if len(adults) > 1 and children:
        going = [adults[1], children[0]]
        day = stage.today - APART
        return structure.split(
            family=family, people=going, happened_on=day, reason="They live apart since the fall.", by=by
        )
    return None


def _moved(stage, family, by):
    """Their places go on at another center of the same program."""
    places = list(family.enrollments.filter(exited_on=None, entered_on__lt=stage.today - APART))
    others = family.center.program.centers.exclude(pk=family.center_id).order_by("pk")
    if places and others:
        day = stage.today - timedelta(days=12)
        return structure.transfer(
            family=family, places=places, center=others[0], starts_on=day, reason="They moved.", by=by
        )
    return None


def _returned(stage, family, by):
    """They left for some weeks and are back."""
    places = list(family.enrollments.filter(exited_on=None, entered_on__lt=stage.today - 2 * APART))
    if not places:
        return None
    left = {"last_day": stage.today - APART, "exit_reason": Enrollment.ExitReason.MOVED, "keep_serving": True}
    structure.leave(family=family, places=places, reason="To the grandparents for the harvest.", by=by, **left)
    places = Enrollment.objects.filter(pk__in=[place.pk for place in places])
    first_day = stage.today - timedelta(days=8)
    return structure.come_back(family=family, places=places, center=family.center, first_day=first_day, by=by)


def _twice(stage, family, by):
    """The front desk had written them down a second time; and another such pair still waits."""
    copy = _copy_of(family, by)
    known = {member.first_name: member for member in family.members.all()}
    same = {member: known[member.first_name] for member in copy.members.all()}
    merging.merge(keep=family, away=copy, same=same, by=by, reason="The same mother, the same telephone.")
    return _copy_of(family, by)


def _copy_of(family, by):
    """The family as somebody in a hurry writes it down: one adult, one child, no more."""
    copy = Family.objects.create(name=family.name, center=family.center, language=family.language, added_by=by)
    for member in [*family.adults()[:1], *family.children()[:1]]:
        FamilyMember.objects.create(
            family=copy,
            role=member.role,
            relationship=member.relationship,
            first_name=member.first_name,
            last_name=member.last_name,
            born_on=member.born_on,
            is_main_contact=not member.is_child,
        )
    return copy
