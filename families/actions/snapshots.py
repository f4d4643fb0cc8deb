"""The two snapshots of a family: taken, said better, and made to speak for another program of the same year."""

from django.db import transaction
from django.utils.translation import gettext as _

from agency import audit
from agency.words import listed
from families.models import Family, SnapshotYear


class TakenAlready(Exception):
    """A colleague has taken this snapshot meanwhile."""


@transaction.atomic
def take(*, form, years, by):
    """Keep how a family lives, for each of these program years: entered once, counted in each program's report."""
    snapshot = form.instance
    _none_yet(snapshot.family, snapshot.moment, years)
    snapshot.taken_by = by
    snapshot = form.save()
    for year in years:
        _speak(snapshot, year)
    audit.record("snapshot_taken", about=snapshot, by=by, moment=snapshot.moment, missing=len(snapshot.missing()))
    return snapshot


@transaction.atomic
def change(*, form, by):
    """Something was missing, or was said otherwise."""
    snapshot = form.save()
    audit.record("snapshot_changed", about=snapshot, by=by, moment=snapshot.moment, missing=len(snapshot.missing()))
    return snapshot


@transaction.atomic
def speak_also(*, snapshot, year, by):
    """The same facts stand for another program of the family: nobody is asked twice."""
    _none_yet(snapshot.family, snapshot.moment, [year])
    _speak(snapshot, year)
    audit.record("snapshot_speaks_also", about=snapshot, by=by, year=year.pk)


def _none_yet(family, moment, years):
    Family.objects.select_for_update(of=("self",)).get(pk=family.pk)  # two people, one snapshot
    there = SnapshotYear.objects.filter(family=family, moment=moment, program_year__in=years)
    taken = [f"{one.program_year.program} {one.program_year}" for one in there.select_related("program_year__program")]
    if taken:
        raise TakenAlready(
            _("A colleague has written this down already for %(years)s. Open it and add what is missing.")
            % {"years": listed(taken)}
        )


def _speak(snapshot, year):
    SnapshotYear.objects.create(
        snapshot=snapshot, program_year=year, family_id=snapshot.family_id, moment=snapshot.moment
    )
