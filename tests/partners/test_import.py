"""Reading other people's directories: nothing lost, nothing guessed, nothing twice."""

import io
import json
import zipfile
from contextlib import suppress

import pytest
from django.core.management import CommandError
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from agency.imports import work
from agency.imports.columns import NotRead
from agency.imports.lines import Unreadable
from agency.models import ImportBatch, ImportMapping
from partners.imports import packages, values
from partners.models import HeldRow, Location, Partner, Phone, Schedule, Service
from tests.agency.factories import CategoryFactory
from tests.partners.factories import ServiceFactory
from tests.partners.files import codes, data, entry, figures, imported, package

pytestmark = pytest.mark.django_db

ORGANIZATIONS = "id,name,description,url\n1,Cedar Works,We build.,cedar.example\n2,River House,Beds.,\n"
SERVICES = "id,organization_id,name,description,status\n10,1,Carpentry,Twelve weeks,active\n11,3,Pantry,Food,active\n"


# ---- real files -----------------------------------------------------------------------------------------------------


def test_the_illinois_directory_is_accounted_for_to_the_last_row():
    counts = imported(data("ilao-hsds11/full"))

    assert figures(counts) == {
        "locations": (520, 72, 0, 448, 0),
        "organizations": (33, 33, 0, 0, 0),
        "phones": (982, 192, 0, 763, 27),
        "postal_addresses": (33, 33, 0, 0, 0),
        "regular_schedules": (2492, 262, 0, 1565, 665),
        "services": (430, 89, 0, 341, 0),
    }
    assert (Partner.objects.count(), Service.objects.count()) == (33, 89)
    assert HeldRow.objects.waiting().filter(table="services", label="").count() == 1  # the row that says nothing else
    assert codes(counts, "phones") == ["needs_partner", "no_number"]


def test_a_second_import_of_a_real_file_changes_nothing():
    imported(data("ilao-hsds11/small"))

    again = imported(data("ilao-hsds11/small"))

    assert {told["imported"] + told["held"] for told in again.values()} == {0}
    assert (Partner.objects.count(), Service.objects.count(), Phone.objects.count()) == (5, 19, 43)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("ilao-hsds11/other-run", {"organizations": (33, 33), "services": (429, 89), "phones": (520, 70)}),
        ("ilao-hsds11/small", {"organizations": (5, 5), "services": (19, 19), "phones": (43, 43)}),
        ("hsds-legacy/sample-1.1-fictional", {"organizations": (10, 10), "services": (13, 13), "phones": (5, 5)}),
        ("hsds-3.2.3/examples/csv", {"organizations": (1, 1), "services": (1, 1), "schedules": (1, 1)}),
        ("hsds-3.2.3/examples/service_full.json", {"organizations": (1, 1), "services": (1, 1), "addresses": (1, 1)}),
        ("hsds-3.2.3/examples/service_list.json", {"organizations": (1, 1), "services": (1, 1), "programs": (1, 1)}),
        ("ohana-sanmateo-csv", {"organizations": (8, 8), "services": (23, 23), "taxonomy": (290, 290)}),
    ],
)
def test_each_published_form_comes_in(path, expected):
    counts = imported(data(path))

    assert {table: figures(counts)[table][:2] for table in expected} == expected


def test_florida_comes_in_through_matchings_saved_without_code():
    for code, columns in FLORIDA.items():
        ImportMapping.objects.create(target="directory", code=code, name=code, columns=columns)

    counts = imported(data("florida-source-csv"))

    assert figures(counts) == {
        "organizations": (20, 20, 0, 0, 0),
        "locations": (378, 378, 0, 0, 0),
        "services": (135, 134, 0, 0, 1),  # one row has slipped to the right, into columns without a name
    }
    assert "ragged" in codes(counts, "services")
    assert "never_read" in codes(counts, "services")  # the column about immigration
    place = Location.objects.filter(postal_code="33570").first()
    assert (place.city, place.state_province) == ("Ruskin", "FL")


FLORIDA = {
    "organizations": {
        "organization_uuid": "organization_id", "organization_name": "organization_name",
        "organization_description": "organization_description", "organization_email": "organization_email",
        "organization_url": "organization_website", "organization_year_incorporated": "organization_year_incorporated",
    },
    "locations": {
        "organization_uuid": "organization_id", "location_uuid": "location_id", "location_name": "location_name",
        "location_address": "location_whole_address", "location_url": "location_url", "phones": "phone_number",
    },
    "services": {
        "organization_uuid": "organization_id", "service_uuid": "service_id", "service_name": "service_name",
        "service_description": "service_description", "service_min_age": "service_minimum_age",
        "service_max_age": "service_maximum_age", "service_areas": "service_service_areas",
    },
}  # fmt: skip


# ---- what waits, what stays ours, what is taken back ----------------------------------------------------------------


def test_a_service_without_its_partner_waits_and_comes_in_with_it(tmp_path):
    first = imported(package(tmp_path / "a", organizations=ORGANIZATIONS, services=SERVICES))

    later = imported(package(tmp_path / "b", organizations="id,name\n3,Food Bank\n"))

    assert figures(first)["services"] == (2, 1, 0, 1, 0)
    assert figures(later) == {"organizations": (1, 1, 0, 0, 0)}
    assert entry("service", "11").partner.name == "Food Bank"
    assert not HeldRow.objects.waiting().exists()


def test_ids_of_one_publisher_are_not_those_of_another(tmp_path):
    imported(package(tmp_path / "a", organizations=ORGANIZATIONS), source="county")

    counts = imported(package(tmp_path / "b", services="id,organization_id,name\n1,1,Beds\n"), source="state")

    assert figures(counts)["services"] == (1, 0, 0, 1, 0)
    assert not Service.objects.exists()


def test_what_somebody_here_has_changed_stays_and_the_file_proposes(tmp_path):
    imported(package(tmp_path / "a", organizations=ORGANIZATIONS))
    Partner.objects.filter(name="Cedar Works").update(description="They build and teach.")

    newer = ORGANIZATIONS.replace("We build.", "We build houses.").replace("Beds.", "Forty beds.")
    counts = imported(package(tmp_path / "a", organizations=newer))

    assert figures(counts)["organizations"] == (2, 1, 1, 0, 0)
    assert sorted(Partner.objects.values_list("description", flat=True)) == ["Forty beds.", "They build and teach."]
    assert codes(counts, "organizations") == ["ours_stays"]


def test_an_entry_removed_here_stays_removed(tmp_path):
    folder = package(tmp_path / "a", organizations=ORGANIZATIONS)
    imported(folder)
    Partner.objects.get(name="River House").delete()

    counts = imported(folder)

    assert figures(counts)["organizations"] == (2, 0, 2, 0, 0)
    assert [partner.name for partner in Partner.objects.all()] == ["Cedar Works"]


def test_an_import_taken_back_leaves_what_was_there_before(tmp_path):
    ours = ServiceFactory(name="Ours")
    imported(package(tmp_path / "a", organizations=ORGANIZATIONS), source="county")
    imported(package(tmp_path / "a", organizations=ORGANIZATIONS.replace("Beds.", "More beds."), services=SERVICES),
             source="county")  # fmt: skip

    batch = ImportBatch.objects.first()
    batch.take("undo")
    work.undo(batch.pk, by=None)

    assert [service.pk for service in Service.objects.all()] == [ours.pk]
    assert Partner.objects.get(name="River House").description == "Beds."
    assert not HeldRow.objects.exists()


def test_a_dry_run_keeps_nothing(tmp_path):
    counts = imported(package(tmp_path / "a", organizations=ORGANIZATIONS, services=SERVICES), dry_run=True)

    assert figures(counts) == {"organizations": (2, 2, 0, 0, 0), "services": (2, 1, 0, 1, 0)}
    assert (Partner.objects.count(), HeldRow.objects.count()) == (0, 0)


# ---- the forms of a file --------------------------------------------------------------------------------------------


def test_the_days_of_a_week_become_one_rule(tmp_path):
    days = "id,service_id,weekday,opens_at,closes_at\n" + "".join(
        f"{day},10,{day},9:00,5:00pm\n" for day in range(1, 6)
    )
    imported(package(tmp_path / "a", organizations=ORGANIZATIONS, services=SERVICES, regular_schedules=days))

    rule = Schedule.objects.get()

    assert (rule.byday, str(rule.opens_at), str(rule.closes_at)) == ("MO,TU,WE,TH,FR", "09:00:00", "17:00:00")


def test_words_of_open_eligibility_become_our_kinds_of_help(tmp_path):
    food = CategoryFactory(open_eligibility="Food")
    terms = "id,name,parent_id\n1,Food,\n2,Help Pay for Food,1\n"
    links = "id,service_id,taxonomy_id\n1,10,2\n"

    imported(package(tmp_path / "a", organizations=ORGANIZATIONS, services=SERVICES, taxonomy=terms,
                     services_taxonomy=links))  # fmt: skip

    assert list(entry("service", "10").categories.all()) == [food]


@pytest.mark.parametrize("form", ["one", "list", "page", "lines"])
def test_json_comes_in_as_one_object_a_list_a_page_or_lines(tmp_path, form):
    service = {"id": "s", "name": "Pantry", "status": "active", "organization": {"id": "o", "name": "Food Bank"}}
    text = {
        "one": json.dumps(service),
        "list": json.dumps([service]),
        "page": json.dumps({"contents": [service]}),
        "lines": json.dumps(service) + "\n",
    }[form]
    (tmp_path / "file.json").write_text(text)

    counts = imported(tmp_path / "file.json")

    assert figures(counts) == {"services": (1, 1, 0, 0, 0), "organizations": (1, 1, 0, 0, 0)}


def test_hostile_words_are_kept_as_words_and_bad_addresses_are_not_links(tmp_path):
    bad = "id,name,url,email\n1,<script>alert(1)</script>,javascript:alert(1),\"=cmd|' /C calc'!A0\"\n"

    counts = imported(package(tmp_path / "a", organizations=bad))

    partner = Partner.objects.get()
    assert (partner.name, partner.website, partner.email) == ("<script>alert(1)</script>", "", "")
    assert codes(counts, "organizations") == ["not_read"]


def test_rows_of_the_wrong_length_and_windows_letters_are_told(tmp_path):
    (tmp_path / "organizations.csv").write_bytes(b"id,name\n1,Caf\xe9 Uni\xf3n\n2\n3,a,b,c\n")

    counts = imported(tmp_path)

    assert figures(counts)["organizations"] == (3, 1, 0, 0, 2)
    assert codes(counts, "organizations") == ["not_utf8", "ragged"]
    assert [issue["line"] for issue in counts["organizations"]["issues"] if issue["code"] == "ragged"] == [3, 4]
    assert Partner.objects.get().name == "Café Unión"


def test_the_same_id_twice_takes_the_first_and_says_so(tmp_path):
    counts = imported(package(tmp_path / "a", organizations="id,name\n1,One\n1,Other\n1,One\n"))

    assert figures(counts)["organizations"] == (3, 1, 0, 0, 2)
    assert codes(counts, "organizations") == ["same_id", "twice"]


def test_a_ring_of_partners_is_broken(tmp_path):
    ring = "id,name,parent_organization_id\n1,One,2\n2,Two,1\n3,Three,3\n"

    counts = imported(package(tmp_path / "a", organizations=ring))

    assert figures(counts)["organizations"] == (3, 3, 0, 0, 0)
    assert Partner.objects.exclude(parent=None).count() == 1


# ---- files that mean harm -------------------------------------------------------------------------------------------


def test_a_zip_that_points_outside_is_read_by_its_bare_names(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("../../../organizations.csv", ORGANIZATIONS)

    counts = imported(tmp_path / "a.zip")

    assert figures(counts)["organizations"] == (2, 2, 0, 0, 0)
    assert not (tmp_path.parent / "organizations.csv").exists()


def test_a_zip_bomb_stays_shut(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("organizations.csv", b"0" * 30_000_000)

    with pytest.raises(CommandError, match="would unpack to more than we open"):
        imported(tmp_path / "a.zip")


def test_json_nested_without_end_is_refused(tmp_path):
    deep = {"id": "x", "name": "n", "status": "active"}
    for number in range(60):
        deep = {"id": str(number), "name": "n", "services": [deep], "description": "d"}
    (tmp_path / "a.json").write_text(json.dumps(deep))

    with pytest.raises(CommandError, match="nested deeper"):
        imported(tmp_path / "a.json")


@hypothesis_settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_whatever_the_bytes_the_reader_yields_rows_or_says_why(raw):
    for name in ("organizations.csv", "package.zip", "file.json"):
        with suppress(Unreadable):
            assert all(line.table for line in packages.lines(io.BytesIO(raw), name))


READERS = [
    values.url, values.email, values.ein, values.year, values.whole, values.age, values.amount, values.coordinate,
    values.state, values.zip_code, values.country, values.day, values.moment, values.clock, values.weekdays,
    values.byday, values.numbers, values.phones, values.language, values.one_line_address, values.text,
]  # fmt: skip


@hypothesis_settings(max_examples=120, deadline=None)
@given(st.text(max_size=60))
def test_no_cell_breaks_a_reader(said):
    for reader in READERS:
        with suppress(NotRead):
            assert reader(said) != b""


REAL = ["ilao-hsds11/small", "ilao-hsds11/full", "ilao-hsds11/other-run", "hsds-legacy/sample-1.1-fictional",
        "hsds-3.2.3/examples/csv", "ohana-sanmateo-csv", "florida-source-csv"]  # fmt: skip


@pytest.mark.parametrize("source", REAL)
@hypothesis_settings(max_examples=6, deadline=None)
@given(st.data())
def test_damaged_copies_of_real_files_are_accounted_for(source, chosen):
    path = chosen.draw(st.sampled_from(sorted(data(source).glob("*.csv"))))
    heading, *rows = path.read_bytes().splitlines(keepends=True)[:40]
    raw = heading + b"".join(chosen.draw(st.permutations(rows)))
    raw = raw[: chosen.draw(st.integers(len(heading), len(raw)))]

    with suppress(Unreadable):
        found = [line for line in packages.lines(io.BytesIO(raw), path.name) if hasattr(line, "said")]
        assert all(line.said or line.fate for line in found)


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("<p>Help with <b>rent</b>.</p><p>Call first.</p>", "Help with rent.\n\nCall first."),
        ("Bring:<ul><li>a bill</li><li>an ID</li></ul>", "Bring:\n– a bill\n– an ID"),
        ('Read <a href="https://a.example">more</a> &amp; ask', "Read more (https://a.example) & ask"),
        ("One<br>Two<br/>Three", "One\nTwo\nThree"),
        ("Ages <5 and R&D &amp; more", "Ages <5 and R&D &amp; more"),
        ("<p>x<script>alert(1)</script></p>", "x<script>alert(1)</script>"),
    ],
)
def test_words_of_a_web_page_are_read_as_a_person_reads_them(said, read):
    assert values.text(said) == read


def test_a_real_list_in_a_description_becomes_lines():
    imported(data("hsds-legacy/sample-1.1-fictional"))

    described = [service.description for service in Service.objects.all()]

    assert [words for words in described if "<" in words] == []
    assert sum(words.count("\n– ") for words in described) == 3


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("09:00", "09:00:00"), ("9:00", "09:00:00"), ("09:00:00Z", "09:00:00"), ("9:30am", "09:30:00"),
        ("12 pm", "12:00:00"), ("0900", "09:00:00"), ("2400", "23:59:00"), ("09:00-05:00", "09:00:00"),
    ],
)  # fmt: skip
def test_a_time_is_read_however_it_is_written(said, read):
    assert str(values.clock(said)) == read


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("312-346-9766 x 715", [("(312) 346-9766", "715", "")]),
        ("(618) 453-3217; (618) 536-7711", [("(618) 453-3217", "", ""), ("(618) 536-7711", "", "")]),
        ("main: 305-555-0131", [("(305) 555-0131", "", "main")]),
        ("1-866-843-2572", [("(866) 843-2572", "", "")]),
        ("+44 1234 234567", [("+44 1234 234567", "", "")]),
        ("911", [("911", "", "")]),
        ("no phone", []),
    ],
)
def test_a_phone_is_read_however_it_is_written(said, read):
    assert values.phones(said) == read
