"""Reports that are made by night, or while a person waits. Each is safe to run twice."""

from celery import shared_task
from django.utils import timezone
from django.utils.translation import gettext as _

from agency import runs
from agency.models import Program, User, WorkRun
from reports import actions
from reports.models import ReportRun
from reports.periods import Month


@shared_task
def make_monthly_reports():
    """Queue last month's report for each program and for the agency, as far as it is not made yet.

    Runs on the first of the month, and every morning after, so that a night without power is made up for.
    """
    month = Month.of(timezone.localdate()).previous()
    made = ReportRun.objects.filter(name=ReportRun.Name.MONTHLY, period=str(month))
    made_for = set(made.values_list("program_id", flat=True))
    for program_id in [*Program.objects.values_list("pk", flat=True), None]:
        if program_id not in made_for:
            make_monthly_report.delay(program_id, str(month))


@shared_task
def make_monthly_report(program_id, period, run_id=None, new_edition=False):
    """Make one monthly report. A worker killed half way leaves nothing; the task is delivered again and makes it."""
    program = Program.objects.get(pk=program_id) if program_id else None
    month = Month.named(period)
    run = _the_run(run_id, program, month)
    with runs.ending(run.pk) as told:
        report = actions.make_monthly(
            program=program,
            month=month,
            by=User.objects.filter(pk=run.asked_by_id).first(),
            new_edition=new_edition and run.state != WorkRun.State.DONE,
        )
        told |= {"done": 1, "result_url": report.get_absolute_url()}


def subject_of(program, month):
    """What the run log says a report is about: "October 2026, Valley Head Start"."""
    return f"{month.title}, {program or _('the whole agency')}"


def _the_run(run_id, program, month):
    """The run somebody waits for; else the one a killed worker has begun, so that none says "running" for ever."""
    if run_id:
        return WorkRun.objects.get(pk=run_id)
    about = {"name": "monthly-report", "subject": subject_of(program, month), "asked_by": None}
    begun = WorkRun.objects.filter(state=WorkRun.State.RUNNING, **about).first()
    return begun or WorkRun.objects.create(total=1, **about)
