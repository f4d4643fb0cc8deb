"""Two entries become one, and two again. Rows move; none is deleted, in no room."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agency import audit
from partners.actions import joining, moving
from partners.models import ExternalId, Partner, PartnerMerge, TwoPartners


class AlreadyMerged(Exception):
    """One of the two has been put together with an entry already."""


class CannotBeTakenBack(Exception):
    """Too late, done already, or something was built on it since."""


@transaction.atomic
def merge(*, kept, gone, values, by):
    """All that hangs on `gone` moves to `kept`, which from now on says `values`. What cannot move stays readable."""
    kept, gone = _locked(kept, gone)
    before = _overwritten(kept, gone, values)
    joined = joining.join(kept=kept, gone=gone)
    moved = moving.move(gone, kept) | {"ids": _ids_follow(gone, kept), "partnership": joined}
    gone.merged_into = kept
    gone.save(update_fields=["merged_into"])
    done = PartnerMerge.objects.create(kept=kept, gone=gone, merged_by=by, before=before, moved=moved)
    audit.record("partners_merged", about=kept, by=by, gone=gone.pk, merge=done.pk)
    return done


def _locked(kept, gone):
    found = {row.pk: row for row in Partner.objects.select_for_update(of=("self",)).filter(pk__in=[kept.pk, gone.pk])}
    kept, gone = found[kept.pk], found[gone.pk]
    if kept.pk == gone.pk or kept.merged_into_id or gone.merged_into_id:
        raise AlreadyMerged(_("One of these has been put together with another entry already."))
    return kept, gone


def _overwritten(kept, gone, values):
    """Write what was picked; {field: [before, now]} of what differs."""
    values = {"parent_id": kept.parent_id} | values
    if values["parent_id"] in (kept.pk, gone.pk):
        values["parent_id"] = None
    changed = {name: [_plain(getattr(kept, name)), _plain(value)] for name, value in values.items()}
    for name, value in values.items():
        setattr(kept, name, value)
    kept.save()
    return {name: pair for name, pair in changed.items() if pair[0] != pair[1]}


def _plain(value):
    return value.isoformat() if isinstance(value, date) else value


def _ids_follow(source, target, pks=None):
    """A publisher's id for the one now means the other, so that its next file finds it."""
    ids = ExternalId.objects.filter(table="organization", row_pk=source.pk)
    keys = list((ids if pks is None else ids.filter(pk__in=pks)).values_list("pk", flat=True))
    ExternalId.objects.filter(pk__in=keys).update(row_pk=target.pk)
    return keys


@transaction.atomic
def undo(*, merge, by):
    """Back to two entries. What was written since stays where it is."""
    merge = PartnerMerge.objects.select_for_update(of=("self",)).select_related("kept", "gone").get(pk=merge.pk)
    if not merge.can_be_undone():
        raise CannotBeTakenBack(_("This can no longer be taken back: it was 30 days ago, or somebody has done it."))
    if merge.kept.merged_into_id:
        raise CannotBeTakenBack(_("“%(kept)s” is itself part of another entry now. Take that back first.")
                                % {"kept": merge.kept})  # fmt: skip
    moving.move(merge.kept, merge.gone, only=merge.moved)
    joining.part(kept=merge.kept, gone=merge.gone, before=merge.moved.get("partnership"))
    _ids_follow(merge.kept, merge.gone, merge.moved.get("ids", []))
    _restored(merge.kept, merge.before)
    merge.gone.merged_into = None
    merge.gone.save(update_fields=["merged_into"])
    merge.undone_at, merge.undone_by = timezone.now(), by
    merge.save(update_fields=["undone_at", "undone_by"])
    audit.record("partners_merge_undone", about=merge.kept, by=by, gone=merge.gone_id, merge=merge.pk)


def _restored(kept, before):
    """Each field as it was, unless somebody has written something else since."""
    for name, (was, became) in before.items():
        if _plain(getattr(kept, name)) == became:
            setattr(kept, name, Partner._meta.get_field(name).to_python(was))
    kept.save()


@transaction.atomic
def say_two(*, one, other, by):
    """These are two; the question is not asked again. Said twice, the first stays."""
    one, other = sorted((one, other), key=lambda partner: partner.pk)
    _said, is_new = TwoPartners.objects.get_or_create(one=one, other=other, defaults={"said_by": by})
    if is_new:
        audit.record("two_partners_said", about=one, by=by, other=other.pk)
