"""Taking back a change of a family's shape, for thirty days, the latest first."""

from datetime import timedelta

from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from agency import audit
from agency.templatetags.look import on
from families import moving
from families.actions.structure import Kind, lock
from families.models import Assignment, Family, FamilyLink, FamilyMember, StructureChange

FIRST = ["families.enrollment", "families.relation"]  # they hold the room that what comes back needs
LAST = ["families.familymember"]


class CannotUndo(Exception):
    """This cannot be taken back (any more). The text is a sentence for the person who tried."""


def why_not(change):
    """Why this change cannot be taken back, as a sentence; "" when it can."""
    if change.undone_at:
        return _("This has been taken back already.")
    if not change.is_recent:
        return _("This was more than 30 days ago, so it stays.")
    keys = [key for key in (change.family_id, change.other_id) if key]
    later = StructureChange.objects.filter(Q(family__in=keys) | Q(other__in=keys), pk__gt=change.pk, undone_at=None)
    if then := later.order_by("-pk").first():
        what = {"what": then.get_kind_display(), "day": on(then.happened_on)}
        return _("Something else came after it: %(what)s (%(day)s). Take that back first.") % what
    return ""


@transaction.atomic
def undo(*, change, by):
    """Put everything back where it was. What was recorded since stays: with the family it was recorded on, and after
    a split with the family that is whole again."""
    lock(change.family, *([change.other] if change.other else []))
    change = StructureChange.objects.select_for_update(of=("self",)).get(pk=change.pk)
    if sentence := why_not(change):
        raise CannotUndo(sentence)
    try:
        with transaction.atomic():
            _put_back(change, by)
            connection.check_constraints()  # ties that reach across families are seen now, not when all is done
    except moving.InTheWay as sentence:
        raise CannotUndo(str(sentence)) from sentence
    except IntegrityError as trouble:
        said = _("People recorded since then tie the two families together. Take those relations away first.")
        raise CannotUndo(said) from trouble
    change.undone_at, change.undone_by = timezone.now(), by
    change.save(update_fields=["undone_at", "undone_by"])
    audit.record("family_change_undone", about=change.family, by=by, change=change.pk, kind=change.kind)
    return change


def _put_back(change, by):
    made = {entry["key"] for entry in change.made if entry["model"] == FamilyLink._meta.label_lower}
    FamilyLink.objects.filter(pk__in=made, ended_on=None).update(ended_on=timezone.localdate())
    moving.unmake(change, FIRST)
    moving.take_back(change)
    moving.unmake(change, LAST)
    if change.kind == Kind.SPLIT:
        _whole_again(change)
    _serve_again(change, by)


def _whole_again(change):
    """After a split that made a family: whatever it has gathered since belongs to the one it came from."""
    family, other = change.family, change.other
    if not _was_made(change, Family, other.pk):
        for label, field in moving.OF_A_PERSON:
            model = apps.get_model(label)
            theirs = model._base_manager.filter(**{f"{field}__family": family, "family": other})
            moving.Ledger().move_what_can(theirs, family=family)
        return
    ledger = moving.Ledger()
    ledger.move(FamilyMember.every.filter(family=other), is_main_contact=False)
    for model, field in moving.pointing_to(Family):
        ledger.move_what_can(model._base_manager.filter(**{field.name: other.pk}), **{field.name: family})
    ledger.move(Family.every.filter(Q(pk=other.pk) | Q(merged_into=other)), merged_into=family)


def _was_made(change, model, key):
    return {"model": model._meta.label_lower, "key": key} in change.made


# ---- who serves ---------------------------------------------------------------------------------------------------


def _serve_again(change, by):
    """Assignments the act made end; those it ended begin again. What a supervisor has decided since stands."""
    label = Assignment._meta.label_lower
    for key in [entry["key"] for entry in change.made if entry["model"] == label]:
        _end_now(Assignment.objects.filter(pk=key).first())
    for entry in reversed(change.rows):
        if entry["model"] == label and "gone" in entry:
            _try(lambda entry=entry: moving.restore(entry))
        elif entry["model"] == label:
            for key in entry["keys"]:
                _reopen(key, entry, by)


def _end_now(one):
    today = timezone.localdate()
    if one is None or (one.ends_on and one.ends_on < today):
        return
    if one.starts_on >= today:
        one.delete()
    else:
        Assignment.objects.filter(pk=one.pk).update(ends_on=today - timedelta(days=1))


def _reopen(key, entry, by):
    """As it was, when nobody has served in between; else anew from today."""
    was = Assignment.objects.filter(pk=key).first()
    before = moving.value_of(Assignment, "ends_on", entry["from"])
    if was is None or was.ends_on != moving.value_of(Assignment, "ends_on", entry["to"]):
        return
    if _try(lambda: Assignment.objects.filter(pk=key).update(ends_on=before)):
        return
    today = timezone.localdate()
    if before is None or before >= today:
        again = {"worker": was.worker, "kind": was.kind, "handover_note": was.handover_note, "ends_on": before}
        _try(lambda: Assignment.objects.create(family=was.family, starts_on=today, assigned_by=by, **again))


def _try(act):
    """True when there was room for it."""
    try:
        with transaction.atomic():
            act()
    except IntegrityError:
        return False
    return True
