"""An empty installation: one page, or one command, makes the agency, once."""

import os
import threading

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.urls import reverse

from agency import setup
from agency.access import Role
from agency.models import Agency, Center, Deadline, Program, ProgramYear, ServiceCategory, User

WELCOME = "/welcome"


def typed(**changes):
    return {
        "agency-name": "Harvest Valley Family Programs",
        "program-name": "Harvest Valley Head Start", "program-code": "hs", "program-kind": "hs",
        "year-starts_on": "2026-08-01", "year-ends_on": "2027-05-31",
        "center-name": "Juniper Street",
        "person-first_name": "Sabina", "person-last_name": "Ortiz", "person-username": "sabina",
        "person-email": "sabina@example.org", "person-password": "a quilt of many pieces", "person-language": "es",
    } | changes  # fmt: skip


@pytest.mark.parametrize("address", ["/accounts/login/", "/", "/profile", "/staff/"])
def test_every_page_of_an_empty_installation_leads_to_the_welcome(client, db, address):
    assert client.get(address).url == WELCOME


@pytest.mark.parametrize("address", ["/accounts/login/", "/profile"])
def test_where_there_is_an_agency_no_page_does(client, agency, address):
    assert WELCOME not in client.get(address).headers.get("Location", "")


def test_the_first_page_makes_everything_somebody_needs_to_start(client, db):
    answer = client.post(WELCOME, typed(**{"person-is_manager": "on"}))

    user = User.objects.get()
    assert (answer.url, str(user), user.language) == ("/accounts/login/", "Sabina Ortiz", "es")
    assert [grant.role for grant in user.grants] == [Role.ADMINISTRATOR, Role.MANAGER]
    assert [model.objects.count() for model in (Agency, Program, ProgramYear, Center)] == [1, 1, 1, 1]
    assert (ServiceCategory.objects.count() > 50, Deadline.objects.count() > 15) == (True, True)


def test_the_other_rooms_bring_what_they_start_with(client, db):
    from families.models import InstrumentVersion

    client.post(WELCOME, typed())

    assert InstrumentVersion.objects.get().items.count() == 34


def test_then_the_first_administrator_signs_in(client, db):
    client.post(WELCOME, typed())

    client.post("/accounts/login/", {"login": "sabina", "password": "a quilt of many pieces"})

    assert client.get(reverse("agency:accounts")).context["user"].username == "sabina"


@pytest.mark.parametrize(
    "wrong",
    [{"person-password": "short"}, {"year-ends_on": "2026-07-31"}, {"agency-name": ""}, {"person-email": "no"}],
)
def test_a_wrong_answer_makes_nothing_and_keeps_what_was_typed(client, db, wrong):
    page = client.post(WELCOME, typed(**wrong)).content.decode()

    assert ("Juniper Street" in page, "data-focus" in page) == (True, True)
    assert "a quilt of many pieces" not in page
    assert [model.objects.count() for model in (Agency, Program, User)] == [0, 0, 0]


def test_it_works_once(client, db):
    client.post(WELCOME, typed())

    again = client.post(WELCOME, typed(**{"person-username": "second", "person-email": "second@example.org"}))

    assert (again.url, client.get(WELCOME).url, User.objects.count()) == ("/accounts/login/",) * 2 + (1,)


def test_when_a_part_fails_nothing_is_left(db, monkeypatch):
    def broken():
        raise RuntimeError("no content")

    monkeypatch.setattr(setup, "hooks", [broken])

    with pytest.raises(RuntimeError):
        call_command("setup_agency", **OPTIONS)

    assert [model.objects.count() for model in (Agency, Program, User)] == [0, 0, 0]


OPTIONS = {
    "agency": "Harvest Valley", "program": "Head Start", "code": "hs", "starts_on": "2026-08-01",
    "ends_on": "2027-05-31", "center": "Juniper", "username": "sabina", "email": "s@example.org", "first_name": "Sab",
}  # fmt: skip


@pytest.mark.django_db(transaction=True)
def test_two_people_at_the_same_moment_make_one_agency(monkeypatch):
    together = threading.Barrier(2, timeout=20)
    monkeypatch.setattr(setup, "hooks", [])
    made = []

    def make(name):
        values = {
            "agency": {"name": name},
            "program": {"name": name, "code": name, "kind": "hs"},
            "year": {"starts_on": "2026-08-01", "ends_on": "2027-05-31"},
            "center": {"name": name},
            "administrator": {"username": name, "email": f"{name}@example.org", "first_name": name},
        }
        together.wait()
        try:
            made.append(_with_dates(values))
        except setup.AlreadySetUp as reason:
            made.append(str(reason))
        finally:
            connection.close()

    def _with_dates(values):
        from datetime import date

        values["year"] = {name: date.fromisoformat(day) for name, day in values["year"].items()}
        return setup.set_up(**values, password="a quilt of many pieces", is_manager=False).username

    people = [threading.Thread(target=make, args=[name]) for name in ("one", "two")]
    [person.start() for person in people]
    [person.join(30) for person in people]

    assert (Agency.objects.count(), User.objects.count(), len(made)) == (1, 1, 2)
    assert "This agency is set up already. Sign in." in made


def test_the_command_does_the_same_and_shows_a_made_password_once(db, capsys):
    call_command("setup_agency", **OPTIONS, manager=True)

    shown = capsys.readouterr().out
    password = shown.split("shown this once: ")[1].strip()
    user = User.objects.get()
    assert (user.check_password(password), [grant.role for grant in user.grants]) == (
        True,
        [Role.ADMINISTRATOR, Role.MANAGER],
    )


def test_the_command_takes_a_password_from_the_environment_and_does_not_show_it(db, capsys, monkeypatch):
    monkeypatch.setitem(os.environ, "SETUP_PASSWORD", "a quilt of many pieces")

    call_command("setup_agency", **OPTIONS)

    assert "quilt" not in capsys.readouterr().out
    assert User.objects.get().check_password("a quilt of many pieces")


def test_the_command_says_what_is_wrong(db):
    with pytest.raises(CommandError, match="Program year to"):
        call_command("setup_agency", **(OPTIONS | {"ends_on": "tomorrow"}))

    assert Agency.objects.count() == 0


def test_the_command_works_once(agency):
    with pytest.raises(CommandError, match="set up already"):
        call_command("setup_agency", **OPTIONS)


def test_demo_log_ins_are_one_a_role(worker, manager, administrator, settings, capsys):
    settings.DEMO = True

    call_command("demo_logins")

    lines = capsys.readouterr().out.splitlines()
    assert [line.split("  ")[0] for line in lines] == ["Family service worker", "Manager", "Administrator"]
    assert worker.username in lines[0]


def test_outside_a_demo_there_are_no_log_ins_to_print(worker, settings):
    settings.DEMO = False

    with pytest.raises(CommandError, match="not a demo"):
        call_command("demo_logins")


@pytest.mark.parametrize("is_demo", [True, False])
def test_the_door_shows_log_ins_in_the_demo_only(client, worker, settings, is_demo):
    settings.DEMO = is_demo

    page = client.get("/accounts/login/").content.decode()

    assert (worker.username in page) == is_demo
