"""docker-compose.yml, read as Docker would read it, and its role script on a real PostgreSQL."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import psycopg2
import pytest
import yaml

from stack.places import ROOT
from stack.postgres import Postgres

TEXT = (ROOT / "docker-compose.yml").read_text()
OURS = ("migrate", "web", "worker", "beat")
KNOWN = {
    *("build", "cap_drop", "command", "depends_on", "env_file", "environment", "healthcheck", "image", "init"),
    *("ports", "read_only", "restart", "security_opt", "shm_size", "stop_grace_period", "tmpfs", "volumes"),
}
SECRETS = ("POSTGRES_PASSWORD", "OWNER_PASSWORD", "WEB_PASSWORD", "DJANGO_SECRET_KEY")


@pytest.fixture(scope="module")
def compose():
    return yaml.safe_load(TEXT)


def test_it_holds_the_services_and_only_words_that_compose_knows(compose):
    services = compose["services"]

    assert set(services) == {"postgres", "valkey", *OURS}
    assert {name: set(service) - KNOWN for name, service in services.items() if set(service) - KNOWN} == {}
    assert {key for key in compose if not key.startswith("x-")} == {"name", "services", "volumes"}


def test_every_secret_comes_from_outside_and_its_absence_says_what_to_do():
    for name in SECRETS:
        uses = re.findall(r"\$\{" + name + r"([^}]*)\}", TEXT)
        assert uses, name
        assert all(re.fullmatch(r":\?put .+ into \.env.*", use) for use in uses), name
    assert re.findall(r"(?:PASSWORD|SECRET_KEY): +[^$\"\s]", TEXT) == []


def test_the_example_names_every_variable_the_file_asks_for():
    asked = set(re.findall(r"\$\{(\w+):\?", TEXT))
    offered = set(re.findall(r"^(\w+)=", (ROOT / "docker" / "env.example").read_text(), re.MULTILINE))

    assert asked - offered == set()


def test_only_the_migrate_step_knows_the_owner(compose):
    knows = [name for name in OURS if "OWNER_PASSWORD:" in compose["services"][name]["environment"]["DATABASE_URL"]]

    assert knows == ["migrate"]
    assert all(compose["services"][name]["environment"]["OWNER_PASSWORD"] == "" for name in OURS)


def test_everything_that_stays_has_a_health_check_and_a_restart(compose):
    staying = [name for name in compose["services"] if name != "migrate"]

    assert [name for name in staying if "test" not in compose["services"][name]["healthcheck"]] == []
    assert {compose["services"][name]["restart"] for name in staying} == {"unless-stopped"}


def test_the_site_waits_for_its_servers_and_for_the_migrations(compose):
    expected = {"postgres": "service_healthy", "valkey": "service_healthy", "migrate": "service_completed_successfully"}

    for name in ("web", "worker", "beat"):
        waits = {other: how["condition"] for other, how in compose["services"][name]["depends_on"].items()}
        assert waits == expected, name


def test_data_lie_on_named_volumes_and_mounted_files_exist(compose):
    mounts = [mount for service in compose["services"].values() for mount in service.get("volumes", [])]
    sources = [mount.split(":")[0] for mount in mounts]

    assert {source for source in sources if not source.startswith(".")} == set(compose["volumes"])
    assert [source for source in sources if source.startswith(".") and not (ROOT / source).exists()] == []


def test_no_server_is_open_to_the_network(compose):
    ports = {name: service["ports"] for name, service in compose["services"].items() if "ports" in service}

    assert ports == {"web": ["127.0.0.1:${PORT:-8000}:8000"]}


@pytest.mark.parametrize("name", OURS)
def test_each_command_exists_in_the_image(compose, name):
    program, *words = compose["services"][name]["command"]

    assert (Path(sys.executable).parent / program).exists()
    if program == "python":
        assert (ROOT / words[0]).exists()
    elif program == "celery":
        assert subprocess.run([sys.executable, "-m", "celery", words[2], "--help"], capture_output=True).returncode == 0
    else:
        check = [sys.executable, "-m", "gunicorn", "--check-config", *words[1:], "wsgiref.simple_server:demo_app"]
        assert subprocess.run(check, capture_output=True).returncode == 0


def test_the_image_runs_as_an_ordinary_user_and_installs_only_what_the_site_needs():
    dockerfile = (ROOT / "Dockerfile").read_text()
    installed = re.findall(r"--requirement (\S+)", dockerfile)

    assert re.findall(r"^USER (\S+)", dockerfile, re.MULTILINE) == ["familypartnership"]
    assert (installed, "--require-hashes" in dockerfile) == (["requirements.txt"], True)


@pytest.mark.stack
def test_the_role_script_makes_both_roles_with_their_passwords(tmp_path):
    """On a cluster without them, as the PostgreSQL image would run it."""
    postgres = Postgres(tmp_path / "home", say=lambda name, line: None, throwaway=True)
    if not (shutil.which("bash") and (postgres.binaries / "psql").exists()):
        pytest.skip("needs bash and psql")
    postgres.start()
    try:
        _forget_the_roles(postgres)
        subprocess.run(["bash", ROOT / "docker" / "make-roles.sh"], env=_as_in_the_image(postgres), check=True)

        with_password = "SELECT rolname FROM pg_authid WHERE rolpassword LIKE 'SCRAM%' ORDER BY rolname"
        owner = "SELECT rolname FROM pg_database JOIN pg_roles r ON r.oid = datdba WHERE datname = 'familypartnership'"
        assert _rows(postgres, with_password) == [("owner",), ("web",)]
        assert _rows(postgres, owner) == [("owner",)]
    finally:
        postgres.stop()


def _as_in_the_image(postgres):
    return {
        "PATH": f"{postgres.binaries}:{os.environ['PATH']}",
        "PGHOST": str(postgres.sockets),
        "POSTGRES_USER": "postgres",
        "OWNER_PASSWORD": "it's a secret",
        "WEB_PASSWORD": "another",
        "ROLES_SQL": str(ROOT / "stack" / "roles.sql"),
    }


def _forget_the_roles(postgres):
    _rows(postgres, "DROP DATABASE familypartnership")
    for role in ("owner", "web"):
        _rows(postgres, f"DROP OWNED BY {role}", database="template1")
        _rows(postgres, f"DROP ROLE {role}")


def _rows(postgres, statement, database="postgres"):
    connection = psycopg2.connect(host=str(postgres.sockets), user="postgres", dbname=database)
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute(statement)
        rows = cursor.fetchall() if cursor.description else []
    connection.close()
    return rows
