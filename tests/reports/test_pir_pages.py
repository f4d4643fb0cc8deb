"""The pages of the PIR: who reads which numbers and names, what is kept, frozen, rehearsed, handed on and read back."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from agency import audit
from agency.content import load_catalogue
from agency.models import AccessEvent, ServiceCategory
from reports import actions, kinds
from reports.board import Shown
from reports.models import PirSaid, ReportRun
from reports.pir import before, checks, keeping, trend
from reports.pir.counting import Worksheet, period_of
from reports.pir.kind import as_frozen
from reports.pir.loading import load_forms
from reports.pir.tasks import rehearse_pir
from reports.report import Report
from reports.scope import Scope
from reports.tasks import make_report
from tests.agency.factories import CenterFactory, ProgramYearFactory, UserFactory
from tests.families.factories import EnrollmentFactory, FamilyFactory, ServiceReceivedFactory

PUBLIC = Path(settings.BASE_DIR).parent / "shared" / "data" / "pir"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture
def year(center):
    """The running year of the program in which `family` has a child."""
    load_catalogue()
    load_forms()
    return center.program.years.get()


@pytest.fixture
def run(year):
    return actions.make(kind=kinds.named("pir"), scope=Scope(period_of(year), year.program))


def kind(code):
    return ServiceCategory.objects.get(code=code)


def helped(family, what, **more):
    return ServiceReceivedFactory(family=family, category=kind(what), **more)


def item_url(year, code):
    return reverse("reports:pir-item", args=[year.pk, code])


# ---- who reads what -----------------------------------------------------------------------------------------------


def test_a_number_opens_on_both_sides_and_names_are_written_down(year, family, worker, supervisor, signed_in):
    helped(family, "housing")
    other = FamilyFactory(center=family.center, name="Quiet")
    EnrollmentFactory(family=other, center=family.center)

    page = signed_in(supervisor).get(item_url(year, "service_received:housing"))

    assert [row["family"] for row in page.context["counted"]] == [family]
    assert [(row["family"], row["why"]) for row in page.context["not_counted"]] == [
        (other, "No need, no referral and no help of this kind on record")
    ]
    assert AccessEvent.objects.get(by=supervisor).family_ids == sorted([family.pk, other.pk])


def test_a_supervisor_of_one_center_counts_and_sees_only_its_families(year, family, supervisor, signed_in):
    elsewhere = CenterFactory(program=year.program)
    stranger = FamilyFactory(center=elsewhere, name="Elsewhere")
    EnrollmentFactory(family=stranger, center=elsewhere)
    client = signed_in(supervisor)

    sheet = client.get(reverse("reports:pir-sheet", args=[year.pk]))
    page = client.get(item_url(year, "families_total"))

    assert (sheet.context["whole"]["families"], page.context["line"].number) == (1, 1)
    assert "Elsewhere" not in page.content.decode()


def test_every_item_page_of_a_supervisor_is_silent_about_other_centers(year, family, supervisor, signed_in):
    elsewhere = CenterFactory(program=year.program)
    stranger = FamilyFactory(center=elsewhere, name="Elsewhere")
    EnrollmentFactory(family=stranger, center=elsewhere)
    client = signed_in(supervisor)
    codes = ["families_total", "two_parents", "any_service_received", "homeless_children", "father_goals", "tanf_end"]

    pages = [client.get(item_url(year, code)).content.decode() for code in codes]

    assert [page for page in pages if "Elsewhere" in page] == []


def test_a_supervisor_of_another_program_finds_no_such_year(year, signed_in, family):
    stranger = UserFactory(role="supervisor", center=CenterFactory())
    client = signed_in(stranger)

    urls = [reverse("reports:pir-sheet", args=[year.pk]), item_url(year, "families_total")]

    assert [client.get(url).status_code for url in urls] == [404, 404]


def test_a_reviewer_reads_a_restricted_number_and_no_names(year, family, signed_in):
    helped(family, "mental_health")
    ends = timezone.localdate() + timedelta(days=9)
    reviewer = UserFactory()
    reviewer.role_grants.create(role="monitor", starts_on=timezone.localdate() - timedelta(days=9), ends_on=ends)

    page = signed_in(reviewer).get(item_url(year, "service_received:mental_health"))

    assert (page.context["line"].number, page.context["opens"]) == (1, False)
    assert str(family) not in page.content.decode()


def test_what_is_missing_leads_to_the_page_that_mends_it(year, family, supervisor, manager, signed_in):
    url = reverse("families:snapshot", args=[family.pk, "enrollment"])

    mine = signed_in(supervisor).get(item_url(year, "tanf_start")).context["not_counted"][0]
    managers = signed_in(manager).get(item_url(year, "tanf_start")).context["not_counted"][0]

    assert (mine["url"], mine["ask"]) == (url, None)
    assert (managers["url"], managers["ask"]) == ("", family.main_worker)


def test_the_worksheet_asks_the_same_questions_of_one_family_and_of_three(
    year, family, manager, signed_in, django_assert_num_queries, django_assert_max_num_queries
):
    client, url = signed_in(manager), reverse("reports:pir-sheet", args=[year.pk])
    client.get(url)
    with django_assert_max_num_queries(25) as first:
        client.get(url)
    for _more in range(2):
        another = FamilyFactory(center=family.center)
        EnrollmentFactory(family=another, center=family.center)
        helped(another, "housing")

    with django_assert_num_queries(len(first), exact=False):
        client.get(url)


def test_a_large_worksheet_is_read_again_until_its_reader_writes_something(
    year, family, manager, signed_in, monkeypatch
):
    monkeypatch.setattr(keeping, "MANY", 0)
    client, url = signed_in(manager), reverse("reports:pir-sheet", args=[year.pk])

    def seen(query=""):
        answer = client.get(url + query, follow=True).context["answer"]
        return answer.is_kept, answer.content["whole"]["families"]

    first = seen()
    EnrollmentFactory(family=FamilyFactory(center=family.center), center=family.center)
    second = seen()
    third = seen("?again=1")
    EnrollmentFactory(family=FamilyFactory(center=family.center), center=family.center)
    audit.record("enrolled", about=family, by=manager)

    assert (first, second, third, seen()) == ((False, 1), (True, 1), (True, 2), (False, 3))


def test_a_supervisor_never_reads_a_count_kept_for_the_whole_program(
    year, family, manager, supervisor, signed_in, monkeypatch
):
    monkeypatch.setattr(keeping, "MANY", 0)
    elsewhere = CenterFactory(program=year.program)
    EnrollmentFactory(family=FamilyFactory(center=elsewhere), center=elsewhere)
    url = reverse("reports:pir-sheet", args=[year.pk])

    counted = [signed_in(person).get(url).context["whole"]["families"] for person in (manager, supervisor)]

    assert counted == [2, 1]


# ---- checks and what people say -----------------------------------------------------------------------------------


def test_a_sum_that_does_not_add_up_is_told_and_may_be_explained(year, family, manager, signed_in):
    client = signed_in(manager)
    sheet = client.get(reverse("reports:pir-sheet", args=[year.pk]))
    parents = next(row for row in sheet.context["checks"] if row["code"] == "check:parents")

    url = reverse("reports:pir-said", args=[year.pk, parents["code"]])
    client.post(url, {"text": "They would rather not say.", "version": ""})

    assert parents["text"] == "C.34.a + C.34.b make 0; C.34 is 1, a difference of 1."
    assert PirSaid.objects.get(program_year=year).text == "They would rather not say."
    assert "They would rather not say." in client.get(reverse("reports:pir-sheet", args=[year.pk])).content.decode()


def test_two_explanations_at_once_meet_on_one_page(year, manager, signed_in):
    row = PirSaid.objects.create(program_year=year, code="check:parents", text="First", said_by=manager)
    row.text = "Second"
    row.save()

    url = reverse("reports:pir-said", args=[year.pk, "check:parents"])
    answer = signed_in(manager).post(url, {"text": "Mine", "version": 0})

    assert answer.status_code == 409


def test_a_number_written_down_by_hand_stands_on_the_worksheet(year, manager, signed_in):
    url = reverse("reports:pir-said", args=[year.pk, "item:by_hand:high_risk"])

    signed_in(manager).post(url, {"number": 4, "text": "The clinic’s list", "version": ""})

    year.program.kind = "ehs"
    assert Worksheet(year).numbers["by_hand:high_risk"] == 4


def test_a_large_change_against_last_year_is_told_by_question(year, family):
    sheet = Worksheet(year)

    found, running = (checks.of(sheet.lines, {"families_total": 12}, is_over=is_over) for is_over in (True, False))

    said = "C.34 was 12 last year and is 1 now."
    assert [said in [check.text for check in some] for some in (found, running)] == [True, False]


# ---- frozen and rehearsed -----------------------------------------------------------------------------------------


def test_a_frozen_worksheet_says_the_same_although_records_changed(year, family, run, manager, signed_in):
    helped(family, "housing")
    client = signed_in(manager)

    page = client.get(reverse("reports:pir-run-item", args=[run.pk, "service_received:housing"]))
    now = Worksheet(year).numbers["service_received:housing"]

    assert (page.context["line"].number, now) == (0, 1)
    assert [row["family"] for row in page.context["not_counted"]] == [family]
    assert client.get(run.get_absolute_url()).status_code == 200


def test_a_frozen_worksheet_keeps_both_sides_of_every_number(year, family):
    for what in ("housing", "diapers", "food"):
        other = FamilyFactory(center=family.center)
        EnrollmentFactory(family=other, center=family.center)
        helped(other, what)
    live = Worksheet(year).lines

    run = actions.make(kind=kinds.named("pir"), scope=Scope(period_of(year), year.program))
    lists = dict(run.families.values_list("figure", "family_ids"))
    frozen = [as_frozen(lists, place, row) for place, row in enumerate(run.content["items"])]

    said = [
        (set(line.answer.counted), {family: why.reason for family, why in line.answer.why.items()})
        for line in live
        if line.answer
    ]
    kept = [
        (set(answer.counted), {family: why.reason for family, why in answer.why.items()})
        for answer, line in zip(frozen, live, strict=True)
        if line.answer
    ]
    assert kept == said


def test_what_did_not_fit_is_frozen_without_words_and_read_in_any_language(year, family, manager):
    PirSaid.objects.create(program_year=year, code="check:parents", text="They would rather not say.", said_by=manager)

    run = actions.make(kind=kinds.named("pir"), scope=Scope(period_of(year), year.program))

    row = next(row for row in run.content["checks"] if row["code"] == "parents")
    facts = {"parts": "C.34.a + C.34.b", "sum": 0, "whole": "C.34", "number": 1, "away": 1}
    assert (row["sentence"], row["facts"], row["said"]) == ("sum", facts, "They would rather not say.")
    report = Report.of_run(run)
    paper = Shown(report)
    sentences = [row.cells[0] for row in report.sections[-1].table.rows]
    assert {paper.text(sentence) for sentence in sentences} == {"–"}  # one family: each of them would tell of it
    shown = [[cell.value for cell in row.cells] for row in report.sections[-1].table.rows]
    assert ["C.34.a + C.34.b make 0; C.34 is 1, a difference of 1.", "They would rather not say."] in shown
    assert checks.worded({"code": "old", "text": "As it was said then."}) == "As it was said then."


def test_the_year_before_is_frozen_once_when_nobody_kept_it(year, family):
    starts = year.starts_on.replace(year=year.starts_on.year - 1)
    earlier = ProgramYearFactory(program=year.program, starts_on=starts, ends_on=year.starts_on - timedelta(days=1))
    EnrollmentFactory(family=family, center=family.center, entered_on=starts, exited_on=starts, exit_reason="moved")
    due = trend.due(timezone.localdate())

    rehearse_pir(earlier.pk)

    assert (due, trend.due(timezone.localdate())) == ([year, earlier], [year])
    assert (before.of(year).told_by, before.of(year).numbers["families_total"]) == ("run", 1)


def test_a_month_has_one_rehearsal_however_often_it_is_asked_for(year, family):
    for _time in range(2):
        rehearse_pir(year.pk)

    assert ReportRun.objects.filter(name="pir", made_by=None).count() == 1
    assert [point["value"] for point in trend.points(year)] == [0]


def test_a_manager_freezes_the_worksheet(year, family, manager, signed_in):
    answer = signed_in(manager).post(reverse("reports:pir-freeze", args=[year.pk]))
    work = manager.work_runs.get(name="pir-report")

    make_report("pir", str(period_of(year)), year.program_id, run_id=work.pk, new_edition=True)

    assert answer.url == reverse("agency:run", args=[work.pk])
    assert ReportRun.objects.get(name="pir").made_by == manager


def test_what_is_missing_is_told_by_center_and_worker(year, family, worker, supervisor, signed_in):
    page = signed_in(supervisor).get(reverse("reports:pir-missing", args=[year.pk]))

    row = page.context["workers"][0]
    assert (row["name"], row["families"], row["enrollment"]) == (str(worker), 1, 1)
    assert page.context["centers"][0]["name"] == str(family.center)


def test_a_program_year_in_which_nobody_was_is_empty_and_whole(year):
    nobody = ProgramYearFactory(starts_on=date(2020, 9, 1), ends_on=date(2021, 6, 11))

    sheet = Worksheet(nobody)

    assert (sheet.numbers["families_total"], [check.code for check in checks.of(sheet.lines)]) == (0, ["nobody"])


# ---- as every other report ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["json", "csv", "xlsx", "pdf"])
def test_the_command_writes_a_worksheet(year, family, tmp_path, form):
    path = tmp_path / f"pir.{form}"

    call_command(
        "run_report", "pir", program=year.program.code, period=str(period_of(year)), format=form, out=str(path)
    )  # fmt: skip

    assert path.stat().st_size > 1000


def test_what_changed_since_a_worksheet_was_frozen_names_the_late_entry(year, family, run, manager, signed_in):
    helped(family, "housing")

    page = signed_in(manager).get(reverse("reports:changed", args=[run.pk]))

    found = {one.figure: (one.then, one.now) for one in page.context["found"]}
    assert found == {"service_received:housing": (0, 1), "any_service_received": (0, 1)}


def test_the_agency_counts_a_family_of_two_programs_once(year, family):
    other = ProgramYearFactory(
        program=CenterFactory(program__kind="ehs").program, starts_on=year.starts_on, ends_on=year.ends_on
    )
    EnrollmentFactory(family=family, center=other.program.centers.get())

    counted = kinds.named("pir").count(Scope(period_of(year)))

    assert counted.numbers["families_total"] == 1
    assert {row["families_total"] for row in counted.content["rows"].values()} == {1}
    assert len(counted.content["rows"]) == 2
