"""Who reads which report, who has one made, and what the board gets."""

import io
import json
from datetime import timedelta
from types import SimpleNamespace

import pikepdf
import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy

from agency.access import Role
from agency.models import AccessEvent, WorkRun
from reports import actions, export, kinds, tasks
from reports.models import ReportRun
from reports.periods import Month
from reports.report import Report
from reports.scope import Scope
from reports.shape import Cell, Column, Row, Table
from tests.agency.factories import CenterFactory, ProgramFactory, RoleGrantFactory, UserFactory


@pytest.fixture
def month():
    return Month.of(timezone.localdate())


def monthly(program, month):
    return actions.make(kind=kinds.named("monthly"), scope=Scope(month, program))


@pytest.fixture
def report(family, month):
    """The report of this month for the program of `family`."""
    return monthly(family.center.program, month)


def status(client, url):
    return client.get(url).status_code


def test_who_may_read_a_report(client, report, worker, supervisor, manager):
    answers = []
    for person in (worker, supervisor, manager):
        client.force_login(person)
        answers.append(status(client, report.get_absolute_url()))

    assert answers == [403, 404, 200]


def test_who_leads_a_whole_program_reads_its_reports_and_not_the_agencys(client, report, month):
    client.force_login(UserFactory(role=Role.SUPERVISOR, program=report.program))

    answers = [status(client, one.get_absolute_url()) for one in (report, monthly(None, month))]

    assert answers == [200, 404]


def test_a_delegates_report_is_read_by_who_reaches_all_of_its_programs(family, month):
    first, second = (ProgramFactory(delegate_name="Northside") for _twice in range(2))
    run = actions.make(kind=kinds.named("monthly"), scope=Scope(month, delegate="Northside"))
    half = UserFactory(role=Role.MANAGER, program=first)
    whole = UserFactory(role=Role.MANAGER, program=first)
    RoleGrantFactory(user=whole, role=Role.MANAGER, program=second)

    assert [list(ReportRun.objects.visible_to(person)) for person in (half, whole)] == [[], [run]]


def test_a_supervisor_of_another_program_does_not_learn_of_it(client, report):
    client.force_login(UserFactory(role="supervisor", center=CenterFactory()))

    assert status(client, report.get_absolute_url()) == 404


def test_the_page_shows_the_frozen_numbers(client, report, manager):
    client.force_login(manager)

    page = client.get(report.get_absolute_url()).content.decode()

    assert all(words in page for words in ("Families served", "Staying in touch", "Agreements"))


def test_the_families_behind_a_number_open_for_who_may(client, report, manager, family):
    client.force_login(manager)

    page = client.get(reverse("reports:families", args=[report.pk, "families"]))

    assert str(family) in page.content.decode()
    assert AccessEvent.objects.get(by=manager).family_ids == [family.pk]


def test_a_number_without_families_has_no_list(client, report, manager):
    client.force_login(manager)

    assert status(client, reverse("reports:families", args=[report.pk, "left"])) == 404


def test_a_manager_has_a_report_made_in_the_background(
    client, manager, family, month, django_capture_on_commit_callbacks
):
    client.force_login(manager)

    with django_capture_on_commit_callbacks() as queued:
        client.post(reverse("reports:make"), {"month": str(month), "program": family.center.program_id})
    run = WorkRun.objects.get()
    tasks.make_monthly_report(family.center.program_id, str(month), run.pk)

    run.refresh_from_db()
    assert (len(queued), run.state, run.result_url) == (1, "done", ReportRun.objects.get().get_absolute_url())


def test_a_supervisor_does_not_have_reports_made(client, supervisor, month):
    client.force_login(supervisor)

    assert client.post(reverse("reports:make"), {"month": str(month)}).status_code == 403


@pytest.mark.parametrize(("typed", "sentence"), [("2199-01", "has not begun yet"), ("soon", "Write it as 2026-10")])
def test_a_wrong_month_is_answered_with_a_sentence_and_kept(client, manager, typed, sentence):
    client.force_login(manager)

    page = client.post(reverse("reports:make"), {"month": typed}).content.decode()

    assert (sentence in page, f'value="{typed}"' in page) == (True, True)


def test_asking_for_a_report_that_exists_shows_it(client, manager, report, month):
    client.force_login(manager)

    answer = client.post(reverse("reports:make"), {"month": str(month), "program": report.program_id})

    assert answer.url == report.get_absolute_url()


def test_a_manager_of_one_program_has_no_report_made_of_others(client, family, month):
    other = ProgramFactory()
    manager = UserFactory(role=Role.MANAGER, program=family.center.program)
    client.force_login(manager)

    answers = [
        client.post(reverse("reports:make"), {"month": str(month), "program": program})
        for program in ("", other.pk, family.center.program_id)
    ]

    assert [answer.status_code for answer in answers] == [422, 422, 302]
    assert list(WorkRun.objects.values_list("asked_by", flat=True)) == [manager.pk]


def test_a_manager_is_offered_a_new_edition_of_a_report(
    client, manager, report, month, where_queued, django_capture_on_commit_callbacks
):
    client.force_login(manager)
    offered = client.get(report.get_absolute_url()).context["may_make"]
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("reports:make"), {"month": str(month), "program": report.program_id, "again": "1"})

    client.force_login(UserFactory(role=Role.SUPERVISOR, program=report.program))
    assert (offered, client.get(report.get_absolute_url()).context["may_make"]) == (True, False)
    assert list(ReportRun.objects.values_list("edition", flat=True).order_by("edition")) == [1, 2]


def test_in_each_month_the_agencys_report_stands_before_those_of_its_programs(client, manager, report, month):
    whole = monthly(None, month)
    client.force_login(manager)

    assert list(client.get(reverse("reports:list")).context["page"]) == [whole, report]


def test_the_list_needs_as_many_statements_for_three_reports_as_for_one(client, manager, report, month):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.force_login(manager)
    client.get(reverse("reports:list"))

    def statements():
        with CaptureQueriesContext(connection) as captured:
            client.get(reverse("reports:list"))
        return len(captured)

    one = statements()
    for earlier in (month.previous(), month.previous().previous()):
        monthly(report.program, earlier)

    assert statements() == one


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_boards_copy_is_a_tagged_pdf_in_the_readers_language(client, manager, report, language):
    manager.language = language
    manager.save()
    client.force_login(manager)

    answer = client.get(reverse("reports:report-pdf", args=[report.pk]))

    with pikepdf.open(io.BytesIO(answer.content)) as pdf:
        facts = (bool(pdf.Root.MarkInfo.Marked), str(pdf.Root.Lang), pdf.docinfo["/Title"] != "")
    assert facts == (True, language, True)


def test_the_morning_after_the_first_makes_what_is_missing_for_each_program_and_the_agency(family, where_queued):
    last = Month.of(timezone.localdate()).previous()
    made = monthly(None, last)

    tasks.make_monthly_reports()

    reports = ReportRun.objects.order_by("pk").values_list("program", "period", "edition")
    assert list(reports) == [(None, str(last), 1), (family.center.program_id, str(last), 1)]
    assert made.pk == ReportRun.objects.get(program=None).pk


def test_a_task_that_is_delivered_again_goes_on_with_its_run(family, month, monkeypatch):
    def killed(**what):
        raise SystemExit

    with monkeypatch.context() as worker:
        worker.setattr(actions, "make", killed)
        with pytest.raises(SystemExit):
            tasks.make_monthly_report(family.center.program_id, str(month))
    tasks.make_monthly_report(family.center.program_id, str(month))

    assert list(WorkRun.objects.values_list("state", flat=True)) == ["done"]


def test_the_same_task_twice_makes_one_report(family, month):
    for _twice in range(2):
        tasks.make_monthly_report(family.center.program_id, str(month))

    assert ReportRun.objects.count() == 1


def test_the_command_writes_the_frozen_report(family, month, tmp_path):
    program = family.center.program.code
    for kind in ("json", "csv", "xlsx", "pdf"):
        call_command(
            "run_report", "monthly", program=program, period=str(month), format=kind, out=tmp_path / f"r.{kind}"
        )

    told = json.loads((tmp_path / "r.json").read_text())
    starts = [(tmp_path / f"r.{kind}").read_bytes()[:4] for kind in ("csv", "xlsx", "pdf")]
    assert (told["content"]["figures"]["families"], ReportRun.objects.count()) == (1, 1)
    assert starts == [b"\xef\xbb\xbft", b"PK\x03\x04", b"%PDF"]


def test_a_spreadsheet_takes_words_that_wait_for_a_language():
    table = Table("outcomes", [Column("first", "First")], [Row(gettext_lazy("Goals"), [Cell(3)], "1")])
    about = {"kind": SimpleNamespace(title=gettext_lazy("Report")), "title": "", "where": "", "as_of_said": ""}
    report = SimpleNamespace(sections=[SimpleNamespace(tables=[table])], run=None, **about)

    assert export.as_xlsx(report)[:4] == b"PK\x03\x04"


def test_the_command_names_the_programs_it_knows(family):
    with pytest.raises(CommandError, match=f"Known: {family.center.program.code}"):
        call_command("run_report", "monthly", program="nowhere", period="2026-10")


def test_the_spreadsheet_holds_every_number_of_the_page(report):
    shown = Report.of_run(report)
    written = {row[0]: row[2] for _title, _columns, rows in export.tables(shown) for row in rows}

    rows = [row for section in shown.sections for table in section.tables for row in table.rows]
    codes = {cell.figure for row in rows for cell in row.cells} & written.keys()
    assert (written["where"], written["hash"]) == (report.where, report.content_hash)
    assert {code: written[code] for code in codes} == {code: report.content["figures"][code] for code in codes}
    assert len(codes) > 50


def test_a_managers_month_begins_with_nothing_made(client, manager, agency):
    client.force_login(manager)

    assert "No report yet" in client.get(reverse("reports:list")).content.decode()


def test_a_report_of_a_month_long_ago_has_no_families(family):
    run = monthly(None, Month.of(timezone.localdate() - timedelta(days=4000)))

    assert run.content["figures"]["families"] == 0
