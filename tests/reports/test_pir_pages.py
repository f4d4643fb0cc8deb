"""The pages of the PIR: who reads which numbers and names, what is kept, frozen, rehearsed, handed on and read back."""

import io
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from python_calamine import CalamineWorkbook

from agency.content import load_catalogue
from agency.models import AccessEvent, Agency, ServiceCategory
from families.models import Snapshot
from reports import actions, kinds
from reports.models import PirFiledFigure, PirForm, PirReference, PirSaid, PirWorkbook, ReportRun
from reports.pir import before, checks, reading, reference, trend
from reports.pir.counting import Worksheet, period_of
from reports.pir.kind import as_frozen
from reports.pir.loading import load_forms
from reports.pir.tasks import rehearse_pir
from reports.pir.workbook import COLUMNS, DETAILS, REFERENCE
from reports.report import Report
from reports.scope import Scope
from reports.tasks import make_report
from tests.agency.factories import CenterFactory, ProgramYearFactory, UserFactory
from tests.families.factories import EnrollmentFactory, FamilyFactory, ServiceReceivedFactory, SnapshotFactory

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


def workbook_of(year):
    scope = Scope(period_of(year), year.program)
    pir = kinds.named("pir")
    return pir.writers["xlsx"](Report.live(pir, scope, counted=pir.count(scope)))


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
    year, family, manager, signed_in, django_assert_num_queries
):
    client, url = signed_in(manager), reverse("reports:pir-sheet", args=[year.pk])
    client.get(url)
    with django_assert_num_queries(33, exact=False) as first:
        client.get(url)
    for _more in range(2):
        another = FamilyFactory(center=family.center)
        EnrollmentFactory(family=another, center=family.center)
        helped(another, "housing")

    with django_assert_num_queries(len(first), exact=False):
        client.get(url)


# ---- checks and what people say -----------------------------------------------------------------------------------


def test_a_sum_that_does_not_add_up_is_told_and_may_be_explained(year, family, manager, signed_in):
    client = signed_in(manager)
    sheet = client.get(reverse("reports:pir-sheet", args=[year.pk]))
    parents = next(row["check"] for row in sheet.context["checks"] if row["check"].code == "parents")

    url = reverse("reports:pir-said", args=[year.pk, parents.code_said])
    client.post(url, {"text": "They would rather not say.", "version": ""})

    assert parents.text == "C.34.a + C.34.b make 0; C.34 is 1, a difference of 1."
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


# ---- workbooks ----------------------------------------------------------------------------------------------------


def test_our_workbook_read_back_gives_the_same_numbers(year, family, manager):
    helped(family, "housing")
    SnapshotFactory(family=family, moment=Snapshot.Moment.ENROLLMENT, speaks_for=[year], snap="yes")
    numbers = Worksheet(year).numbers

    form = PirForm.objects.get(year="2022-23")
    workbook = reading.read_in(
        file=io.BytesIO(workbook_of(year)), called="ours.xlsx", year="2022-23", form=form, by=manager
    )

    unsure = [item for item in form.items.filter(is_confirmed=False) if item.code in numbers]
    sure = {code: count for code, count in numbers.items() if code not in {item.code for item in unsure}}
    assert dict(workbook.figures.exclude(code="").values_list("code", "count")) == sure
    assert workbook.counts == {
        "read": len(numbers), "imported": len(sure), "unchanged": 0, "held": len(unsure), "skipped": 0
    }  # fmt: skip


def test_a_second_reading_finds_everything_known(year, family, manager):
    file, form = workbook_of(year), PirForm.objects.get(year="2022-23")
    for _time in range(2):
        last = reading.read_in(file=io.BytesIO(file), called="x.xlsx", year="2022-23", form=form, by=manager)

    assert (last.counts["imported"], last.counts["unchanged"] + last.counts["held"]) == (0, last.counts["read"])


def test_numbers_of_another_form_are_held_and_other_programs_left_out(year, family, manager):
    Agency.objects.update(name="Harvest Valley")
    file, old = workbook_of(year), PirForm.objects.get(year="2018-19")

    workbook = reading.read_in(file=io.BytesIO(file), called="x.xlsx", year="2022-23", form=old, by=manager)

    counts = workbook.counts
    assert counts["held"] > 0
    assert counts["read"] == counts["imported"] + counts["unchanged"] + counts["held"] + counts["skipped"]
    assert {figure.number for figure in workbook.figures.filter(code="")} >= {"C.45", "C.50"} - {"C.50"}


def test_last_years_workbook_is_read_in_on_the_page_and_stands_beside_ours(year, family, manager, signed_in):
    last = str(period_of(year).previous())
    form = PirForm.objects.get(year="2022-23")
    upload = SimpleUploadedFile("pir.xlsx", workbook_of(year), content_type=XLSX)

    answer = signed_in(manager).post(
        reverse("reports:pir-workbooks"), {"file": upload, "year": last, "form": form.pk}
    )  # fmt: skip

    assert answer.url == PirWorkbook.objects.get().get_absolute_url()
    known = before.of(year)
    assert (known.told_by, known.numbers["families_total"]) == ("workbook", 1)
    assert signed_in(manager).get(answer.url).status_code == 200


@pytest.mark.parametrize("content", [b"not a workbook", b"PK\x03\x04 broken"])
def test_a_file_that_is_no_workbook_is_refused_in_a_sentence(year, manager, signed_in, content):
    upload = SimpleUploadedFile("pir.xlsx", content, content_type=XLSX)
    typed = {"file": upload, "year": "2024-25", "form": PirForm.objects.get(year="2022-23").pk}

    answer = signed_in(manager).post(reverse("reports:pir-workbooks"), typed)

    assert (answer.status_code, PirFiledFigure.objects.count()) == (422, 0)
    assert answer.context["form"].errors["file"]


@pytest.mark.skipif(not PUBLIC.exists(), reason="the shared test data is not beside this checkout")
def test_our_workbook_has_the_layout_of_the_federal_one(year, family):
    theirs = CalamineWorkbook.from_path(str(PUBLIC / "pir_export_layout_mock_2008.xlsx"))
    ours = CalamineWorkbook.from_filelike(io.BytesIO(workbook_of(year)))

    def heads(book, name, row, width=None):
        return book.get_sheet_by_name(name).to_python(skip_empty_area=False)[row][:width]

    assert set(ours.sheet_names) == set(theirs.sheet_names)
    assert heads(ours, "Section C", 1, 10) == heads(theirs, "Section C", 1, 10) == COLUMNS
    assert heads(ours, "Section C", 0, 10) == heads(theirs, "Section C", 0, 10)
    assert heads(ours, "Program Details", 0) == heads(theirs, "Program Details", 0) == DETAILS
    assert heads(ours, "Reference", 0) == heads(theirs, "Reference", 0) == REFERENCE


def test_the_files_of_a_worksheet_are_handed_to_who_may_export(year, family, manager, supervisor, signed_in):
    urls = [reverse("reports:pir-file", args=[year.pk, kind]) for kind in ("xlsx", "csv")]

    assert [signed_in(manager).get(url).status_code for url in urls] == [200, 200]
    assert [signed_in(supervisor).get(url).status_code for url in urls] == [403, 403]


# ---- among the country's ------------------------------------------------------------------------------------------


def test_the_public_file_leaves_quartiles_and_no_rows(year, family, manager, signed_in, tmp_path):
    names = "year,program_type,service_state,total_cumulative_enrollment,total_cumulative_enrolled_children"
    rows = [f"2022,HS,WA,{count},{count},{count // 10}" for count in (100, 200, 300, 400, 500)]
    path = tmp_path / "pir.csv"
    path.write_text("\n".join([f"{names},homeless_children_served", *rows, "2022,EHS,,10,10,1"]), encoding="utf-8")

    call_command("load_pir_reference", str(path), verbosity=0, stdout=io.StringIO())

    row = PirReference.objects.get(kind="hs", state="WA", item="enrolled")
    assert (row.n, row.q1, row.median, row.q3) == (5, 200, 300, 400)
    assert PirReference.objects.filter(kind="ehs").count() == 0
    page = signed_in(manager).get(reverse("reports:pir-country", args=[year.pk]), {"state": "WA"})
    shown = next(row for row in page.context["rows"] if row.item == "homeless")
    assert (shown.said["ours"], shown.said["country"]["median"]) == ("0.0 %", "10.0 %")


def test_without_public_figures_a_manager_reads_the_public_file_in(year, family, manager, signed_in):
    client = signed_in(manager)
    country, read_in = (reverse(f"reports:pir-{name}", args=[year.pk]) for name in ("country", "country-file"))
    empty = client.get(country).content.decode()
    PirReference.objects.create(year=2019, kind="hs", item="enrolled", n=9, q1=1, median=2, q3=3)
    names = "year,program_type,service_state,total_cumulative_enrollment"
    lines = [names, *[f"2022,HS,WA,{count}" for count in (100, 200, 300, 400, 500, "inf", "")], "2022,HS"]

    wrong = client.post(read_in, {"file": SimpleUploadedFile("families.csv", b"name,age\nRosa,4\n")})
    right = client.post(read_in, {"file": SimpleUploadedFile("pir.csv", "\n".join(lines).encode())})

    assert read_in in empty
    assert (wrong.status_code, "Nothing changed" in wrong.content.decode(), right.url) == (422, True, country)
    assert sorted(PirReference.objects.filter(state="").values_list("year", "item", "median")) == [
        (2019, "enrolled", 2), (2022, "enrolled", 300),
    ]  # fmt: skip


def test_who_leads_some_centers_reads_no_public_file_in(year, family, supervisor, signed_in):
    assert signed_in(supervisor).get(reverse("reports:pir-country-file", args=[year.pk])).status_code == 403


@pytest.mark.skipif(not PUBLIC.exists(), reason="the shared test data is not beside this checkout")
def test_the_real_file_gives_the_middle_we_know(db):
    read, _kept = reference.load(PUBLIC / "pir_clean_2019_2022.csv")

    row = PirReference.objects.get(year=2022, kind="hs", state="", item="enrolled")
    assert (read, row.n > 1400, 100 < row.median < 250) == (10314, True, True)
    assert 0 < PirReference.objects.get(year=2022, kind="hs", state="", item="homeless").median < 0.2


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
