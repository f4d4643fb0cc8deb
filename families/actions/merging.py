"""Two records of one family become one: person by person, field by field, in one transaction."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from families import moving
from families.actions.structure import Kind, hand_over, lock, record, serve, stop_serving, tie_again
from families.models import (
    Assignment,
    ContactPoint,
    Enrollment,
    Family,
    FamilyMember,
    Household,
    Relation,
    Snapshot,
    SnapshotYear,
    StructureChange,
)
from families.models.structure import UNDO_FOR


class NotTwo(Exception):
    """These are not two living records. The text is a sentence for the person who tried."""


@transaction.atomic
def merge(*, keep, away, by, same=None, picked=None, reason="", worker=None):
    """`away` becomes part of `keep`.

    `same` maps each member of `away` who stands on both records to the one of `keep`; the others join. `picked` are
    the values chosen for `keep` and for its members, by record: {family or member: {field: value}}. `worker` serves
    first from today.
    """
    living = [family for family in lock(keep, away) if family.merged_into_id is None]
    if len(living) < 2:
        raise NotTwo(_("One of these records has been merged meanwhile. Look again."))
    same, ledger = same or {}, moving.Ledger()
    for row, values in (picked or {}).items():
        ledger.move(type(row)._base_manager.filter(pk=row.pk), **values)
    homes = _same_homes(keep, away)
    _join_people(ledger, keep, away, same)
    _join_homes(ledger, same, homes)
    _join_snapshots(ledger, keep, away)
    _everything_else(ledger, keep, away, same, homes)
    _serve_from_now(ledger, keep, away, worker=worker, by=by)
    gone = Family.every.filter(Q(pk=away.pk) | Q(merged_into=away))
    ledger.move(gone, merged_into=keep)
    tie_again(ledger, keep)
    _clocks_as_before(ledger, keep, away)
    return record(Kind.MERGE, ledger, family=keep, other=away, by=by, reason=reason)


class _Looked(Exception):
    """The act was only looked at."""


def preview(*, keep, away, by):
    """What could not move if the two were merged, by kind: the act itself, taken back at once."""
    try:
        with transaction.atomic():
            merge(keep=keep, away=away, by=by)
            found = kept_behind(away)
            raise _Looked
    except _Looked:
        return found
    except NotTwo:
        return {}


# ---- people who stand on both -------------------------------------------------------------------------------------


def _join_people(ledger, keep, away, same):
    """What hangs on a person of `away` hangs on the same person of `keep`; that person's old row stays behind."""
    _join_places(ledger, same)
    _join_relations(ledger, same)
    for old, new in same.items():
        known = new.contact_points.values_list("value", "digits")
        points = old.contact_points.exclude(value__in=[value for value, _digits in known])
        points = points.exclude(digits__in=[digits for _value, digits in known if digits])
        ledger.move(ContactPoint.objects.filter(pk__in=points.values("pk")), member=new)
        for model, field in moving.pointing_to(FamilyMember):
            if model not in (Relation, ContactPoint):
                ledger.move_what_can(model._base_manager.filter(**{field.name: old.pk}), **{field.name: new})
        ledger.move(FamilyMember.every.filter(pk=old.pk), merged_into=new)
    ledger.move(FamilyMember.every.filter(family=away, is_main_contact=True), is_main_contact=False)
    if not keep.members.filter(is_main_contact=True).exists():
        first = keep.members.adults().first() or away.members.adults().first()
        if first:
            ledger.move(FamilyMember.objects.filter(pk=first.pk), is_main_contact=True)


def _join_places(ledger, same):
    """One place written down twice is one place, from its earlier day on."""
    for old, new in same.items():
        for place in old.enrollments.filter(exited_on=None):
            twin = new.enrollments.filter(program=place.program_id, exited_on=None).first()
            if twin is None:
                continue
            first = min(twin.entered_on, place.entered_on)
            ledger.move(Enrollment.objects.filter(pk=twin.pk), entered_on=first, clocks_from=_earlier(twin, place))
            for model, field in moving.pointing_to(Enrollment):
                ledger.move_what_can(model._base_manager.filter(**{field.name: place.pk}), **{field.name: twin})
            ledger.take_away(place)


def _earlier(one, other):
    """Since when the clocks of one place run that was written down twice; None when that is its first day."""
    first = min(place.clocks_from or place.entered_on for place in (one, other))
    return first if first != min(one.entered_on, other.entered_on) else None


def _join_relations(ledger, same):
    """Each relation follows both of its ends. One that stands on both records keeps the stricter word of the two."""
    ends = {old.pk: new.pk for old, new in same.items()}
    tied = Relation.objects.filter(Q(adult__in=ends) | Q(child__in=ends)).order_by("pk")
    for relation in tied:
        adult = ends.get(relation.adult_id, relation.adult_id)
        child = ends.get(relation.child_id, relation.child_id)
        twin = Relation.objects.filter(adult=adult, child=child).exclude(pk=relation.pk).first()
        if twin is None:
            ledger.move(Relation.objects.filter(pk=relation.pk), adult=adult, child=child)
        elif relation.adult_id in ends and relation.child_id in ends:
            _stricter(ledger, twin, relation)


def _stricter(ledger, kept, other):
    """What protects a child is never lost: nobody is told more, and what a court says stays, from both."""
    said = {}
    for name, unknown in (("relationship", "unknown"), ("custody", "unknown"), ("lives_with", "unknown")):
        if getattr(kept, name) == unknown:
            said[name] = getattr(other, name)
    said["may_be_told"] = kept.may_be_told and other.may_be_told
    said["is_father_figure"] = kept.is_father_figure or other.is_father_figure
    court = [kept.court_says] if kept.court_says == other.court_says else [kept.court_says, other.court_says]
    said["court_says"] = " / ".join(words for words in court if words)[:300]
    ledger.move(Relation.objects.filter(pk=kept.pk), **said)


# ---- homes and all the rest ---------------------------------------------------------------------------------------


def _same_homes(keep, away):
    """Homes of `away` that are a home of `keep` already, by street and ZIP code."""
    known = {_street(home): home for home in keep.households.all() if home.address_1}
    return {home: known[_street(home)] for home in away.households.all() if _street(home) in known}


def _street(home):
    lines = (" ".join(line.casefold().split()) for line in (home.address_1, home.address_2))
    return *lines, home.postal_code[:5]


def _join_homes(ledger, same, homes):
    for old, new in homes.items():
        if old.is_hidden:
            ledger.move(Household.objects.filter(pk=new.pk), is_hidden=True)
        for model, field in moving.pointing_to(Household):
            rows = model._base_manager.filter(**{field.name: old.pk})
            if model is FamilyMember:
                rows = rows.exclude(pk__in=[member.pk for member in same])
            ledger.move_what_can(rows, **{field.name: new})


def _join_snapshots(ledger, keep, away):
    """Two snapshots of one year and moment count as one: that of `keep`, with the other's answers where it has none.

    The other stays behind with its year, as it was; one that speaks for a further year comes along for that year only.
    """
    known = {(year.program_year_id, year.moment): year.snapshot for year in _years(keep)}
    for snapshot in away.snapshots.prefetch_related("years"):
        twins = [year for year in snapshot.years.all() if (year.program_year_id, year.moment) in known]
        for twin in twins:
            kept = known[twin.program_year_id, twin.moment]
            unasked = {name: getattr(snapshot, name) for name in kept.missing() if getattr(snapshot, name)}
            ledger.move(Snapshot.objects.filter(pk=kept.pk), **unasked)
        if twins and len(twins) == len(snapshot.years.all()):
            ledger.leave(snapshot, *twins)
            continue
        for twin in twins:
            ledger.take_away(twin)


def _years(family):
    return SnapshotYear.objects.filter(family=family).select_related("snapshot")


def _everything_else(ledger, keep, away, same, homes):
    """Every other row of `away` becomes one of `keep`, as far as there is room for it."""
    behind = {FamilyMember: [member.pk for member in same], Household: [home.pk for home in homes]}
    for model, field in moving.pointing_to(Family):
        rows = model._base_manager.filter(**{field.name: away.pk})
        ledger.move_what_can(rows.exclude(pk__in=behind.get(model, []) + ledger.stays(model)), **{field.name: keep})


def kept_behind(away):
    """How many rows of each kind a merged record still holds, by the name people use for them."""
    found = {}
    for model, field in moving.pointing_to(Family):
        if model in (FamilyMember, Household):
            continue
        count = model._base_manager.filter(**{field.name: away.pk}).count()
        if count:
            found[model] = found.get(model, 0) + count
    return found


def _clocks_as_before(ledger, keep, away):
    """Where these two were one before, the clocks run again as if they had never been two."""
    parted = StructureChange.objects.filter(kind=Kind.SPLIT, family__in=[keep, away], other__in=[keep, away])
    for change in parted.filter(undone_at=None):
        for entry in change.rows:
            if entry.get("field") == "clocks_from":
                was, since = (moving.value_of(Enrollment, "clocks_from", entry[name]) for name in ("from", "to"))
                ledger.move(Enrollment.objects.filter(pk__in=entry["keys"], clocks_from=since), clocks_from=was)


# ---- who serves ---------------------------------------------------------------------------------------------------


def _serve_from_now(ledger, keep, away, *, worker, by):
    """One main worker from today. Whoever served the other record stays on the team while the merge can be undone."""
    today = timezone.localdate()
    mains = [_main(keep), _main(away)]
    worker = worker or next((one.worker for one in mains if one), None)
    serving = list(away.assignments.filter(Q(ends_on=None) | Q(ends_on__gte=today)).select_related("worker"))
    stop_serving(ledger, serving, today - timedelta(days=1))
    if worker and not (mains[0] and mains[0].worker == worker):
        hand_over(ledger, keep, worker=worker, starts_on=today, note="", by=by)
        serving += [mains[0]] if mains[0] else []
    for one in serving:
        if not keep.assignments.in_force().filter(worker=one.worker).exists():
            was_main = one.kind == Assignment.Kind.PRIMARY
            kind, until = (Assignment.Kind.TEAM, today + UNDO_FOR) if was_main else (one.kind, one.ends_on)
            serve(ledger, family=keep, worker=one.worker, kind=kind, starts_on=today, ends_on=until, by=by)


def _main(family):
    return family.assignments.in_force().filter(kind=Assignment.Kind.PRIMARY).select_related("worker").first()
