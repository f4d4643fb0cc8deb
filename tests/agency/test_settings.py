"""Settings: the agency, its programs, the kinds of help; changed by managers, deleted only while unused."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from agency.access import Role
from agency.models import Agency, AuditEvent, Center, Closure, Program, ProgramYear, ServiceCategory
from tests.agency.factories import (
    CategoryFactory,
    CenterFactory,
    ClosureFactory,
    ProgramFactory,
    ProgramYearFactory,
    UserFactory,
)
from tests.families.factories import NeedFactory


@pytest.fixture
def desk(signed_in, manager):
    return signed_in(manager)


def agency_as_typed(**changes):
    agency = Agency.objects.get()
    typed = {
        "name": agency.name, "grant_numbers": "", "phone": "", "address": "", "privacy_regime": "1303",
        "caseload_limit": 40, "small_cell": 5, "school_notice_days": 10, "version": agency.version,
    }  # fmt: skip
    return typed | changes


def test_the_agency_is_changed(desk):
    answer = desk.post(reverse("agency:settings"), agency_as_typed(caseload_limit=35))

    assert (answer.status_code, Agency.objects.get().caseload_limit) == (302, 35)
    assert AuditEvent.objects.get(event="agency_changed").facts == {"fields": ["caseload_limit"]}


@pytest.mark.parametrize(("field", "value"), [("caseload_limit", 0), ("small_cell", 51), ("name", "")])
def test_a_limit_that_cannot_be_is_refused(desk, field, value):
    answer = desk.post(reverse("agency:settings"), agency_as_typed(**{field: value}))

    assert (answer.status_code, AuditEvent.objects.filter(event="agency_changed").count()) == (200, 0)


def test_two_managers_see_each_others_change_and_lose_nothing(desk):
    opened = agency_as_typed(name="Ours")
    Agency.objects.update(name="Theirs")

    answer = desk.post(reverse("agency:settings"), opened)
    page = answer.content.decode()
    merged = opened | {"version": Agency.objects.get().version, "_merge": "1", "pick_name": "yours"}
    desk.post(reverse("agency:settings"), merged)

    assert (answer.status_code, "Ours" in page, "Theirs" in page) == (409, True, True)
    assert Agency.objects.get().name == "Ours"


def test_picking_theirs_keeps_what_the_colleague_wrote(desk):
    opened = agency_as_typed(name="Ours", caseload_limit=33)
    Agency.objects.update(name="Theirs")

    merged = opened | {"version": Agency.objects.get().version, "_merge": "1", "pick_name": "theirs"}
    desk.post(reverse("agency:settings"), merged)

    agency = Agency.objects.get()
    assert (agency.name, agency.caseload_limit) == ("Theirs", 33)


def test_a_program_gets_its_center_year_and_closed_days(desk):
    desk.post(reverse("agency:program-add"), {"name": "Early", "code": "ehs", "kind": "ehs"})
    program = Program.objects.get(code="ehs")
    parts = {
        "center": {"name": "Riverside"},
        "year": {"starts_on": "2026-08-01", "ends_on": "2027-05-31"},
        "closure": {"starts_on": "2026-12-21", "ends_on": "2027-01-01", "reason": "Winter"},
    }

    for kind, typed in parts.items():
        desk.post(reverse("agency:part-add", args=[program.pk, kind]), typed)

    assert [str(part) for part in (*program.centers.all(), *program.years.all(), *program.closures.all())] == [
        "Riverside",
        "2026-27",
        "Winter",
    ]


@pytest.mark.parametrize(
    ("kind", "typed", "sentence"),
    [
        (
            "year",
            {"starts_on": "2026-09-01", "ends_on": "2027-09-01"},
            "This program has a year in these days already.",
        ),
        ("year", {"starts_on": "2020-09-01", "ends_on": "2020-08-01"}, "The last day must come after the first."),
        (
            "closure",
            {"starts_on": "2026-12-21", "ends_on": "2026-12-20", "reason": "x"},
            "The last closed day cannot come before the first.",
        ),
        ("center", {"name": "Juniper"}, "This program has a center of this name already."),
    ],
)
def test_what_cannot_be_says_why(desk, kind, typed, sentence):
    year = ProgramYearFactory(starts_on=date(2026, 8, 1), ends_on=date(2027, 5, 31))
    CenterFactory(program=year.program, name="Juniper")

    answer = desk.post(reverse("agency:part-add", args=[year.program.pk, kind]), typed)

    assert sentence in answer.content.decode()


def test_a_center_is_closed_for_good(desk):
    center = CenterFactory()

    desk.post(reverse("agency:part", args=["center", center.pk]), {"name": center.name, "closed_on": "2026-06-30"})

    center.refresh_from_db()
    assert center.closed_on == date(2026, 6, 30)


@pytest.mark.parametrize(
    ("kind", "factory", "model"),
    [
        ("center", CenterFactory, Center),
        ("closure", ClosureFactory, Closure),
        ("year", ProgramYearFactory, ProgramYear),
        ("service", CategoryFactory, ServiceCategory),
        ("program", ProgramFactory, Program),
    ],
)
def test_what_nobody_has_used_is_deleted_after_a_question(desk, kind, factory, model):
    address = reverse("agency:setting-delete", args=[kind, factory().pk])

    question = desk.get(address)
    left = model.objects.count()
    desk.post(address, {"confirmed": "1"})

    assert (question.status_code, left, model.objects.count()) == (200, 1, 0)


def test_what_is_in_use_stays_with_a_sentence(desk, family):
    need = NeedFactory(family=family)
    used = [("center", family.center), ("program", family.center.program), ("service", need.category)]

    for kind, record in used:
        answer = desk.post(reverse("agency:setting-delete", args=[kind, record.pk]), follow=True)
        assert "is in use, so it stays" in answer.content.decode()

    assert [record._meta.model.objects.filter(pk=record.pk).count() for _kind, record in used] == [1, 1, 1]


def test_there_is_no_such_part(desk, center):
    assert desk.get(reverse("agency:part-add", args=[center.program.pk, "moon"])).status_code == 404


def test_a_kind_of_service_has_a_letter_in_each_years_form(desk):
    category = CategoryFactory()
    typed = {"name_en": "Food", "name_es": "Comida", "group": "v", "is_urgent": "on"}
    letters = {
        "pir-TOTAL_FORMS": 2, "pir-INITIAL_FORMS": 0,
        "pir-0-form_year": "2022-23", "pir-0-item": "C.44.a", "pir-1-form_year": "2021-22", "pir-1-item": "C.43.a",
    }  # fmt: skip

    desk.post(reverse("agency:service", args=[category.pk]), typed | letters)

    category.refresh_from_db()
    assert (dict(category.name), category.is_urgent) == ({"en": "Food", "es": "Comida"}, True)
    assert dict(category.pir_items.values_list("form_year", "item")) == {"2022-23": "C.44.a", "2021-22": "C.43.a"}


@pytest.mark.parametrize(("year", "item"), [("2022", "C.44.a"), ("2022-23", "44a"), ("2022-2023", "C.44")])
def test_a_letter_that_is_none_is_refused(desk, year, item):
    typed = {"name_en": "Food", "group": "v", "pir-TOTAL_FORMS": 1, "pir-INITIAL_FORMS": 0}

    answer = desk.post(reverse("agency:service-add"), typed | {"pir-0-form_year": year, "pir-0-item": item})

    assert (answer.status_code, ServiceCategory.objects.count()) == (200, 0)


def test_a_new_kind_gets_a_code_from_its_name_once(desk):
    none = {"pir-TOTAL_FORMS": 0, "pir-INITIAL_FORMS": 0}
    typed = {"name_en": "Diapers & wipes", "group": "viii"}

    desk.post(reverse("agency:service-add"), typed | none)
    twin = desk.post(reverse("agency:service-add"), typed | none)
    category = ServiceCategory.objects.get()
    desk.post(reverse("agency:service", args=[category.pk]), typed | none | {"name_en": "Diapers"})

    category.refresh_from_db()
    assert (category.code, str(category), twin.status_code) == ("diapers_wipes", "Diapers", 200)


def test_a_kind_no_longer_offered_is_retired_not_lost(desk):
    category = CategoryFactory()
    typed = {"name_en": "Food", "group": "v", "retired_on": str(timezone.localdate())}

    desk.post(reverse("agency:service", args=[category.pk]), typed | {"pir-TOTAL_FORMS": 0, "pir-INITIAL_FORMS": 0})
    rows = desk.get(reverse("agency:services")).context["rows"]

    assert [(row["category"], row["retired"]) for row in rows] == [(category, True)]


SETTINGS = ["settings", "programs", "program-add", "services", "service-add", "clocks", "clock-add", "run-log"]


@pytest.mark.parametrize("role", [Role.WORKER, Role.SUPERVISOR, Role.TEAMMATE, Role.ADMINISTRATOR])
def test_only_a_manager_opens_the_settings(signed_in, agency, role):
    client = signed_in(UserFactory(role=role))

    assert {client.get(reverse(f"agency:{name}")).status_code for name in SETTINGS} == {403}


def test_a_manager_opens_each_of_them(desk):
    assert {name: desk.get(reverse(f"agency:{name}")).status_code for name in SETTINGS} == dict.fromkeys(SETTINGS, 200)


def test_the_manager_of_one_program_changes_that_program_only(signed_in, center):
    other = ProgramYearFactory().program
    client = signed_in(UserFactory(role=Role.MANAGER, program=center.program))
    own = [
        reverse("agency:program", args=[center.program.pk]),
        reverse("agency:part-add", args=[center.program.pk, "year"]),
    ]
    others = [reverse("agency:program", args=[other.pk]), reverse("agency:part-add", args=[other.pk, "year"])]

    assert [client.get(address).status_code for address in own + others] == [200, 200, 404, 404]
    assert [client.get(reverse(f"agency:{name}")).status_code for name in ("program-add", "services")] == [403, 403]


@pytest.mark.parametrize(("name", "factory"), [("programs", ProgramFactory), ("services", CategoryFactory)])
def test_a_list_asks_the_database_as_often_for_three_as_for_one(desk, name, factory):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    counts = []
    for more in (1, 2):
        factory.create_batch(more)
        with CaptureQueriesContext(connection) as captured:
            desk.get(reverse(f"agency:{name}"))
        counts.append(len(captured))

    assert counts[0] == counts[1]


def test_a_year_that_runs_is_marked(desk, center):
    ProgramYearFactory(program=center.program, starts_on=date(2020, 8, 1), ends_on=date(2021, 5, 31))

    page = desk.get(center.program.get_absolute_url()).content.decode()

    assert page.count("chip is-success") == 1
