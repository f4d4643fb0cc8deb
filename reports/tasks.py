"""Reports that are made by night, or while a person waits. Each is safe to run twice."""

from celery import shared_task
from django.utils import timezone

from agency import runs
from agency.models import Program, User, WorkRun
from reports import actions, kinds
from reports.exports.tasks import make_export, throw_away_old_exports
from reports.models import ReportRun
from reports.periods import Month
from reports.pir.tasks import rehearse_pir, rehearse_pirs
from reports.scope import Scope, every_whole
from reports.standing.tasks import send_views

__all__ = [
    "make_export",
    "make_monthly_report",
    "make_monthly_reports",
    "make_report",
    "rehearse_pir",
    "rehearse_pirs",
    "send_views",
    "throw_away_old_exports",
]

MONTHLY = "monthly"
FURTHEST_BACK = 24  # months: a server that was off for longer is asked for older ones by hand


@shared_task
def make_monthly_reports():
    """Queue the reports that are missing, for each program, delegate and the agency.

    Runs on the first of the month, and every morning after, so that nights without power are made up for: every month
    since the first one that made itself, not only the last.
    """
    kind, last = kinds.named(MONTHLY), Month.of(timezone.localdate()).previous()
    for program, delegate in every_whole():
        for month in _missing(kind, program, delegate, last):
            make_report.delay(kind.code, *as_words(Scope(month, program, delegate)))


def _missing(kind, program, delegate, last):
    """The months of one scope without a report, oldest first; for a new one, last month."""
    made = ReportRun.objects.filter(name=kind.code, program=program, delegate=delegate, filters={})
    there = set(made.values_list("period", flat=True))
    by_itself = made.filter(made_by=None).order_by("period").values_list("period", flat=True).first()
    first = Month.named(by_itself) if by_itself else last
    return [month for month in last.back(FURTHEST_BACK) if month >= first and str(month) not in there]


def as_words(scope):
    """A whole scope as a task's plain words: period, program, delegate."""
    return str(scope.period), scope.program.pk if scope.program else None, scope.delegate


@shared_task
def make_report(code, period, program_id, delegate="", run_id=None, new_edition=False):
    """Make one report. A worker killed half way leaves nothing; the task is delivered again and makes it."""
    kind = kinds.named(code)
    program = Program.objects.get(pk=program_id) if program_id else None
    scope = Scope(kind.period.named(period), program, delegate)
    run = _the_run(run_id, kind, scope)
    with runs.ending(run.pk) as told:
        report = actions.make(
            kind=kind,
            scope=scope,
            by=User.objects.filter(pk=run.asked_by_id).first(),
            new_edition=new_edition and run.state != WorkRun.State.DONE,
        )
        told |= {"done": 1, "result_url": report.get_absolute_url()}


@shared_task
def make_monthly_report(program_id, period, run_id=None, new_edition=False):
    """The name under which the release before this one queued it."""
    make_report(MONTHLY, period, program_id, "", run_id, new_edition)


def subject_of(scope):
    """What the run log says a report is about: "October 2026, Valley Head Start"."""
    return f"{scope.period.title}, {scope.title}"


def _the_run(run_id, kind, scope):
    """The run somebody waits for; else the one a killed worker has begun, so that none says "running" for ever."""
    if run_id:
        return WorkRun.objects.get(pk=run_id)
    about = {"name": f"{kind.code}-report", "subject": subject_of(scope)[:200], "asked_by": None}
    begun = WorkRun.objects.filter(state=WorkRun.State.RUNNING, **about).first()
    return begun or WorkRun.objects.create(total=1, **about)
