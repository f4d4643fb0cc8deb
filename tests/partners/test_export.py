"""What others may read of the directory: valid by the specification's own files, stable, and public only."""

import csv
import io
import json
import zipfile
from datetime import date, datetime, time

import pytest
from django.core.management import call_command
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from agency.models import Agency
from partners.models import Contact, DoNotRefer, Partner, Service, ZipPlace
from tests.agency.factories import AgencyFactory, UserFactory
from tests.partners.factories import LocationFactory, PartnerFactory, PhoneFactory, ServiceFactory
from tests.partners.files import data, imported

pytestmark = pytest.mark.django_db
SOURCES = [
    "ilao-hsds11/full", "hsds-legacy/sample-1.1-fictional", "hsds-3.2.3/examples/csv",
    "hsds-3.2.3/examples/service_full.json", "ohana-sanmateo-csv",
]  # fmt: skip


def exported(folder, form="csv", name="out"):
    path = folder / f"{name}-{form}.zip"
    call_command("export_directory", str(path), format=form, stdout=io.StringIO())
    return path


def tables(path):
    with zipfile.ZipFile(path) as archive:
        return {name: list(csv.DictReader(io.StringIO(archive.read(name).decode()))) for name in archive.namelist()}


# ---- valid ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("source", SOURCES)
def test_the_tables_follow_the_official_descriptor(tmp_path, source):
    descriptor = json.loads(data("hsds-3.2.3/datapackage.json").read_text())
    imported(data(source))

    found = tables(exported(tmp_path))

    assert list(complaints(descriptor, found)) == []


@pytest.mark.parametrize("source", SOURCES)
def test_the_json_follows_the_official_schemas(tmp_path, source):
    schemas = {path.name: json.loads(path.read_text()) for path in data("hsds-3.2.3/schema").glob("*.json")}
    known = [(name, Resource.from_contents(schema, DRAFT202012)) for name, schema in schemas.items()]
    registry = Registry().with_resources(known)
    imported(data(source))

    path = exported(tmp_path, "json")

    with zipfile.ZipFile(path) as archive:
        for name, schema in (("services.json", "service.json"), ("organizations.json", "organization.json")):
            checked = Draft202012Validator(schemas[schema], registry=registry)
            contents = json.loads(archive.read(name))["contents"]
            assert [error.message for entry in contents for error in checked.iter_errors(entry)] == []
            assert contents


READ = {"date": date.fromisoformat, "number": float, "time": time.fromisoformat, "datetime": datetime.fromisoformat}


def complaints(descriptor, found):
    """What the official descriptor has against tables: columns, kinds, required, unique, words of lists, keys."""
    resources = {resource["name"]: resource for resource in descriptor["resources"]}
    ids = {name: {row["id"] for row in found.get(r["path"], ())} for name, r in resources.items()}
    for resource in resources.values():
        rows, schema = found.get(resource["path"], []), resource["schema"]
        if rows and list(rows[0]) != [field["name"] for field in schema["fields"]]:
            yield resource["path"], "columns", list(rows[0])
        for field in schema["fields"]:
            yield from _field(resource["path"], field, [row[field["name"]] for row in rows])
        for key in schema.get("foreignKeys", []):
            column = key["fields"] if isinstance(key["fields"], str) else key["fields"][0]
            there = ids[key["reference"]["resource"]]
            yield from (
                (resource["path"], column, row[column]) for row in rows if row[column] and row[column] not in there
            )


def _field(path, field, cells):
    rules, filled = field.get("constraints", {}), [cell for cell in cells if cell != ""]
    if rules.get("required") and len(filled) < len(cells):
        yield path, field["name"], "required"
    if rules.get("unique") and len(set(filled)) < len(filled):
        yield path, field["name"], "unique"
    for cell in filled:
        if rules.get("enum") and cell not in rules["enum"]:
            yield path, field["name"], cell
        try:
            READ.get(field.get("type"), str)(cell)
        except ValueError:
            yield path, field["name"], cell


# ---- stable ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["csv", "json"])
@pytest.mark.parametrize("source", ["ilao-hsds11/small", "hsds-3.2.3/examples/csv", "ohana-sanmateo-csv"])
def test_what_went_out_comes_in_again_and_changes_nothing(tmp_path, source, form):
    imported(data(source))
    before = exported(tmp_path, "csv", "before")

    counts = imported(exported(tmp_path, form), source="ourselves")

    assert {told["imported"] + told["held"] + told["skipped"] for told in counts.values()} == {0}
    assert exported(tmp_path, "csv", "after").read_bytes() == before.read_bytes()


def test_an_empty_directory_fed_with_our_file_gives_the_same_file(tmp_path):
    imported(data("hsds-legacy/sample-1.1-fictional"))
    first = tables(exported(tmp_path, "csv", "first"))
    path = exported(tmp_path, "json")
    Partner.objects.all().delete()

    imported(path, source="ourselves")

    again = tables(exported(tmp_path, "csv", "again"))
    assert {name: sorted(map(str, rows)) for name, rows in again.items()} == {
        name: sorted(map(str, rows)) for name, rows in first.items()
    }


# ---- public only ----------------------------------------------------------------------------------------------------


@pytest.fixture
def shelter():
    """A shelter nobody may find, whose hotline everybody may call."""
    partner = PartnerFactory(name="Harbor House", point_person="Gordon Tate")
    hidden = LocationFactory(partner=partner, address_1="9 Hidden Lane", is_confidential=True)
    service = ServiceFactory(partner=partner, name="A bed tonight")
    service.locations.add(hidden)
    PhoneFactory(partner=partner, number="(509) 555-0100")
    PhoneFactory(partner=partner, number="(509) 555-0199", is_staff_only=True)
    PhoneFactory(partner=partner, number="(509) 555-0188", location=hidden)
    Contact.objects.create(partner=partner, name="Secret Keeper")
    Contact.objects.create(partner=partner, name="Front Desk", is_staff_only=False)
    stopped = ServiceFactory(partner=partner, name="Stopped group")
    DoNotRefer.objects.create(partner=partner, service=stopped, reason="Families were hurt", said_by=UserFactory())
    gone = PartnerFactory(name="Stopped Partner")
    DoNotRefer.objects.create(partner=gone, reason="Fraud", said_by=UserFactory())
    return service


HIDDEN = ["Hidden Lane", "0199", "0188", "Secret Keeper", "Gordon Tate", "Stopped", "hurt", "Fraud"]


@pytest.mark.parametrize("form", ["csv", "json"])
def test_nothing_leaves_that_is_not_for_everybody(tmp_path, shelter, form):
    with zipfile.ZipFile(exported(tmp_path, form)) as archive:
        text = "".join(archive.read(name).decode() for name in archive.namelist())

    assert [word for word in HIDDEN if word in text] == []
    assert all(word in text for word in ("Harbor House", "A bed tonight", "0100", "Front Desk"))


def test_a_service_not_referred_to_is_not_found_for_families(shelter):
    assert [service.name for service in Service.objects.active()] == ["A bed tonight"]


# ---- over the internet ----------------------------------------------------------------------------------------------


@pytest.fixture
def opened():
    AgencyFactory(name="Juniper Flat Head Start")
    Agency.objects.update(publishes_directory=True)


def test_shut_it_answers_nobody(client, shelter):
    AgencyFactory()

    assert [client.get(path).status_code for path in ("/hsds/", "/hsds/services", "/hsds/organizations")] == [404] * 3


def test_open_it_tells_its_version_and_pages_of_services(client, opened, shelter):
    root, found = client.get("/hsds/").json(), client.get("/hsds/services?per_page=1&page=1").json()

    assert (root["version"], root["publisher"]) == ("3.2", "Juniper Flat Head Start")
    assert (found["total_items"], found["total_pages"], found["last_page"]) == (1, 1, True)
    assert [entry["name"] for entry in found["contents"]] == ["A bed tonight"]
    assert [word for word in HIDDEN if word in json.dumps(found)] == []


def test_one_entry_is_found_by_its_id_and_a_stopped_one_is_not(client, opened, shelter):
    stopped = Service.objects.get(name="Stopped group")

    one = client.get(f"/hsds/services/{shelter.hsds_id}")
    owner = client.get(f"/hsds/organizations/{shelter.partner.hsds_id}")

    assert (one.json()["organization"]["name"], owner.json()["name"]) == ("Harbor House", "Harbor House")
    assert [word for word in HIDDEN if word in owner.content.decode()] == []
    assert client.get(f"/hsds/services/{stopped.hsds_id}").status_code == 404
    assert client.get("/hsds/services/nonsense").status_code == 404


def test_a_service_stands_once_with_each_of_its_open_places(client, opened, shelter):
    clinic = ServiceFactory(name="Clinic", description="Teeth")
    clinic.locations.add(LocationFactory(name="North"), LocationFactory(name="South"))
    schema = json.loads((data("hsds-3.2.3/schema") / "service_at_location.json").read_text())

    first = client.get("/hsds/service_at_locations?per_page=1").json()
    found = client.get("/hsds/service_at_locations?search=clinic").json()["contents"]
    other = client.get(f"/hsds/service_at_locations?organization_id={shelter.partner.hsds_id}").json()

    assert (first["total_items"], first["size"], other["contents"]) == (2, 1, [])
    assert [(entry["service"]["name"], entry["location"]["name"]) for entry in found] == [
        ("Clinic", "North"), ("Clinic", "South"),
    ]  # fmt: skip
    known = [(path.name, Resource.from_contents(json.loads(path.read_text()), DRAFT202012))
             for path in data("hsds-3.2.3/schema").glob("*.json")]  # fmt: skip
    checked = Draft202012Validator(schema, registry=Registry().with_resources(known))
    assert [error.message for entry in found for error in checked.iter_errors(entry)] == []


def test_who_asks_too_often_waits(client, opened, monkeypatch):
    monkeypatch.setattr("partners.api.views.REQUESTS_A_MINUTE", 2)

    assert [client.get("/hsds/").status_code for _again in range(3)][-1] == 429


@pytest.mark.parametrize("services", [1, 3])
def test_a_page_of_services_asks_the_same_however_many(client, opened, services, django_assert_max_num_queries):
    for _number in range(services):
        ServiceFactory().locations.add(LocationFactory())

    with django_assert_max_num_queries(45):
        answer = client.get("/hsds/services")

    assert len(answer.json()["contents"]) == services


def test_where_zip_codes_lie_is_read_from_a_file(tmp_path):
    (tmp_path / "zips.csv").write_text(
        "zipcode,city,state_abbr,latitude,longitude\n501,Holtsville,NY,40.8,-73.0\nx,,,,\n"
    )
    call_command("load_zip_places", str(tmp_path / "zips.csv"), stdout=io.StringIO())

    assert list(ZipPlace.objects.values_list("code", "state", "lat")) == [("00501", "NY", 40.8)]
