"""The whole load, in one transaction: all of the demo agency, or nothing of it."""

from contextlib import nullcontext
from dataclasses import dataclass, replace

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone, translation

from agency.models import Agency, User
from families.models import Family, ReviewerAccess
from reports import kinds
from reports.actions import make
from reports.models import ReportNarrative, ReportRun
from reports.periods import Month
from reports.scope import Scope, every_whole
from workspace.demo import (
    activities,
    agreements,
    alvarez,
    aside,
    asks,
    caseloads,
    ground,
    links,
    notes,
    people,
    pir,
    reminders,
    rights,
    shape,
    situations,
    snapshots,
    supervision,
    talks,
    teams,
    texts,
    work,
)
from workspace.demo.copying import without_indexes
from workspace.demo.days import WorkingDays
from workspace.demo.plans import plans
from workspace.demo.tables import Tables

REVIEWED = 12  # families on the reviewer's list
TURN = 4_711  # the number under which two loaders wait for each other


class AgencyThere(Exception):
    """There is an agency already; the demo would mix with real people."""


@dataclass
class Loaded:
    families: int
    staff: int
    notes: int
    rows: int


def load(size, seed, *, progress, today=None, months=None):
    """Make the demo agency of that size, with the reports of its last months. Raises AgencyThere when there is one."""
    with translation.override("en"), transaction.atomic():
        _wait_our_turn()
        if Agency.objects.exists():
            raise AgencyThere
        today = today or timezone.localdate()
        loaded = _load(size, seed, today, progress)
        _reports(today, size.months if months is None else months, progress)
        pir.file(size if months is None else replace(size, months=months), today, progress)
    _analyze(progress)
    return loaded


def _wait_our_turn():
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [TURN])


def _load(size, seed, today, progress):
    progress.phase("programs, staff and partners", 1)
    stage = ground.lay(size, today, seed)
    agreements.agree(stage)
    tables = Tables()
    planned = plans(stage, alvarez.own_notes())
    working = WorkingDays(stage.anchors[0].toordinal() - 120, stage.day - 1)
    loosened = without_indexes(tables.all(), progress.phase_of(len(tables.all()) * 2)) if size.is_big else nullcontext()
    with loosened:
        _in_local_time(settings.TIME_ZONE)
        progress.phase("families", len(planned) + 1)
        held = activities.hold(stage, tables)
        alvarez.tell(stage, tables)
        progress.step()
        for plan in planned:
            _family(stage, tables, plan, working, held)
            progress.step()
        tables.end()
        _in_local_time(connection.timezone_name)
    teams.stand(stage)
    _reviewers_list(stage)
    shape.change(stage)
    links.post()
    caseloads.leave_waiting(stage)
    supervision.sit_down(stage)
    caseloads.carry(stage)
    talks.next_version(stage)
    rights.ask(stage)
    aside.put_some(stage)
    reminders.remind(stage)
    rows = sum(table.rows for table in tables.all())
    return Loaded(Family.objects.count(), len(stage.people), tables.note.rows, rows)


def _family(stage, tables, plan, working, held):
    life = people.begin(stage, tables, plan)
    situations.live(stage, tables, life)
    talks.talk(stage, tables, life)
    work.work(stage, tables, life)
    asks.ask(stage, tables, life)
    talks.write_needs(tables, life)
    snapshots.snapshots(stage, tables, life)
    activities.attend(stage, tables, life, held)
    notes.notes(stage, tables, life, working)


def _in_local_time(zone):
    """Moments are written as the clock on the wall shows them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('timezone', %s, true)", [zone])


def _reviewers_list(stage):
    """The families the federal reviewer may read, until the reviewer's role ends."""
    walter = stage.people["walter"]
    until = walter.role_grants.first().ends_on
    chosen = Family.objects.filter(agreements__state="signed").order_by("pk").distinct()[:REVIEWED]
    ReviewerAccess.objects.bulk_create(
        ReviewerAccess(user=walter, family=family, starts_on=stage.today, ends_on=until) for family in chosen
    )


def _reports(today, months, progress):
    """The monthly reports of the last full months, for each program and the agency."""
    if not months:
        return
    months = Month.of(today).previous().back(months)
    wholes = every_whole()
    progress.phase("monthly reports", len(months) * len(wholes))
    for month in months:
        for program, delegate in wholes:
            make(kind=kinds.named("monthly"), scope=Scope(month, program, delegate))
            progress.step()
    _words_to_reports(months)


def _words_to_reports(months):
    """What the manager says to the agency's newest reports."""
    thomas = User.objects.get(username="thomas")
    runs = ReportRun.objects.filter(name="monthly", program=None, delegate="", period__in=map(str, months))
    for run, words in zip(runs.order_by("-period"), texts.read("report-words"), strict=False):
        ReportNarrative.objects.create(run=run, written_by=thomas, **words)


def _analyze(progress):
    """So that the first page is planned on what is there, not on empty tables."""
    progress.phase("statistics", 1)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    progress.step()
