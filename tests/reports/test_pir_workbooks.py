"""Workbooks in the federal layout, written and read back; and a program among the country's."""

import io
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse
from python_calamine import CalamineWorkbook

from agency.content import load_catalogue
from agency.models import Agency, ServiceCategory
from families.models import Snapshot
from reports import kinds
from reports.models import PirFiledFigure, PirForm, PirReference, PirWorkbook
from reports.pir import before, reading, reference
from reports.pir.counting import Worksheet, period_of
from reports.pir.loading import load_forms
from reports.pir.workbook import COLUMNS, DETAILS, REFERENCE
from reports.report import Report
from reports.scope import Scope
from tests.families.factories import ServiceReceivedFactory, SnapshotFactory

PUBLIC = Path(settings.BASE_DIR).parent / "shared" / "data" / "pir"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture
def year(center):
    """The running year of the program in which `family` has a child."""
    load_catalogue()
    load_forms()
    return center.program.years.get()


def helped(family, what):
    return ServiceReceivedFactory(family=family, category=ServiceCategory.objects.get(code=what))


def workbook_of(year):
    scope = Scope(period_of(year), year.program)
    pir = kinds.named("pir")
    return pir.writers["xlsx"](Report.live(pir, scope, counted=pir.count(scope)))


# ---- workbooks ----------------------------------------------------------------------------------------------------


def test_our_workbook_read_back_gives_the_same_numbers(year, family, manager):
    helped(family, "housing")
    SnapshotFactory(family=family, moment=Snapshot.Moment.ENROLLMENT, speaks_for=[year], snap="yes")
    numbers = Worksheet(year).numbers

    form = PirForm.objects.get(year="2022-23")
    workbook = reading.read_in(
        file=io.BytesIO(workbook_of(year)), called="ours.xlsx", year="2022-23", form=form, by=manager
    )

    numbers = {code: count for code, count in numbers.items() if not code.startswith("by_hand")}  # nobody wrote them
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
