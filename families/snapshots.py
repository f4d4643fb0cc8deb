"""What the pages of snapshots read: the years they may speak for, what we know already, the two beside each other."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, Q
from django.utils.formats import date_format
from django.utils.text import capfirst

from agency.models import ProgramYear
from families.models import Enrollment, FamilyMember, Relation, Snapshot

STILL_OPEN = timedelta(days=550)  # a year that began longer ago is reported, and no page asks for it any more
SERVES_FOR = timedelta(days=90)  # how far apart two programs may begin and still share one snapshot
COLUMNS = 4
Role, Kin = FamilyMember.Role, FamilyMember.Relationship
GRAND = {Kin.GRANDMOTHER, Kin.GRANDFATHER}
BY_BLOOD = {Kin.AUNT, Kin.UNCLE, Kin.RELATIVE, Kin.KIN_FOSTER}
PARENTS = {Kin.MOTHER, Kin.FATHER, Kin.STEPMOTHER, Kin.STEPFATHER}


def years_of(family, today):
    """The program years in which the family holds or held a place, newest first."""
    places = Enrollment.objects.filter(family=family, program=OuterRef("program"), entered_on__lte=OuterRef("ends_on"))
    here = places.filter(Q(exited_on=None) | Q(exited_on__gte=OuterRef("starts_on")))
    years = ProgramYear.objects.filter(Exists(here), starts_on__gt=today - STILL_OPEN)
    return years.select_related("program").order_by("-starts_on", "program__name")


def years_without(family, moment, today):
    """Those of them for which nobody has taken a snapshot of this moment."""
    taken = Snapshot.objects.filter(family=family, moment=moment).values("years__program_year")
    return years_of(family, today).exclude(pk__in=taken.filter(years__isnull=False))


def year_label(year):
    return f"{year.program} {year}"


def known(family, moment, last):
    """{field: value} that we know already: the last snapshot's answers, else what the people on record tell."""
    told = {name: getattr(last, name) for name in Snapshot.ASKED[moment]} if last else {}
    told = {name: value for name, value in told.items() if value}
    guessed = {} if moment == Snapshot.Moment.END else _from_people(family)
    return guessed | told


def _from_people(family):
    """Two parents or one, and who raises the child, as far as the relationships on record say it."""
    parents = [one for one in family.members.all() if one.role == Role.PARENT and one.left_on is None]
    ties = _ties(parents)
    parents = [one for one in parents if not ties[one] or any(map(_lives_there, ties[one]))]
    kinds = {kind for one in parents for kind in _kinds(one, ties[one])} - {Kin.UNKNOWN}
    if not parents or not kinds:
        return {}
    found = {"parents": Snapshot.Parents.TWO if len(parents) > 1 else Snapshot.Parents.ONE}
    figure = _figure(kinds, alone=len(parents) == 1)
    return found | ({"figure": figure} if figure else {})


def _ties(parents):
    """What is known of each parent beside each child of today."""
    found = {parent: [] for parent in parents}
    for tie in Relation.objects.filter(adult__in=parents, child__left_on=None).select_related("adult"):
        found[tie.adult].append(tie)
    return found


def _lives_there(tie):
    return tie.lives_with != Relation.LivesWith.NO


def _kinds(parent, ties):
    """Who a parent is to the children: as it is said of each child, else in general."""
    said = {Kin(tie.relationship) for tie in ties} - {Kin.UNKNOWN}
    return said or {Kin(parent.relationship)}


def _figure(kinds, alone):
    if kinds <= PARENTS:
        only = {Kin.MOTHER: Snapshot.Figure.MOTHER, Kin.FATHER: Snapshot.Figure.FATHER}
        return only.get(next(iter(kinds)), Snapshot.Figure.PARENTS) if alone else Snapshot.Figure.PARENTS
    for some, figure in ((GRAND, Snapshot.Figure.GRANDPARENTS), (BY_BLOOD, Snapshot.Figure.RELATIVES)):
        if kinds <= some:
            return figure
    return Snapshot.Figure.FOSTER if kinds == {Kin.FOSTER} else None


def word(name, value):
    """An answer as a person reads it."""
    return str(dict(Snapshot._meta.get_field(name).flatchoices).get(value, ""))


def label(name):
    return capfirst(Snapshot._meta.get_field(name).verbose_name)


def beside_each_other(snapshots):
    """What was said, item by item, the latest snapshots side by side: (snapshots, rows)."""
    columns = sorted(snapshots[:COLUMNS], key=lambda one: (one.taken_on, one.pk))
    rows = []
    for name in Snapshot.ASKED[Snapshot.Moment.ENROLLMENT]:
        said = [
            {"value": word(name, getattr(one, name)), "asked": name in one.asked(), "day": date_format(one.taken_on)}
            for one in columns
        ]
        values = [cell["value"] for cell in said if cell["asked"]]
        rows.append({"label": label(name), "cells": said, "changed": len({v for v in values if v}) > 1})
    return columns, rows


def may_serve(snapshots, moment, year):
    """The snapshot that could stand for this year too: of the same moment, taken near that moment of the year."""
    first, last = year.starts_on - SERVES_FOR, year.ends_on
    if moment == Snapshot.Moment.END:
        first, last = year.starts_on, year.ends_on + SERVES_FOR
    near = [one for one in snapshots if one.moment == moment and first <= one.taken_on <= last]
    return near[0] if near else None
