"""`python3 run.py`, started and ended for real."""

import http.client
import json
import os
import shutil
import signal
import socket
import subprocess

import pytest

from stack.pytest_servers import kept_cluster
from tests.stack.running import Site, processes_of, run, wait_for

pytestmark = pytest.mark.stack


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """With all tables, where the test servers have made them already: that is the slow part of a first start."""
    data = tmp_path_factory.mktemp("site") / "data"
    if kept_cluster().exists():
        shutil.copytree(kept_cluster(), data / "postgres")
        data.chmod(0o700)
    return data


@pytest.fixture(scope="module")
def started(data):
    """The sites this file has started; the last may still run."""
    sites = []
    yield sites
    if sites and sites[-1].process.poll() is None:
        sites[-1].end()


@pytest.fixture
def site(started, data):
    """A running site: the last test's, unless that test has ended it."""
    if not started or started[-1].process.poll() is not None:
        started.append(Site(data))
        assert started[-1].wait_until_it_runs(), started[-1].said()
    return started[-1]


def answer(site):
    connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=5)
    connection.request("GET", "/healthz")
    status = connection.getresponse().status
    connection.close()
    return status


def sql(statement, data):
    """Through the running site's own servers."""
    code = f"from django.db import connection as c; k = c.cursor(); k.execute({statement!r}); print(k.fetchall())"
    return run("manage", "shell", "--no-imports", "--command", code, data=data).stdout.strip()


def children_of(pid):
    found = subprocess.check_output(["ps", "-o", "pid=,args=", "--ppid", str(pid)], text=True)
    return [(int(line.split()[0]), line) for line in found.splitlines()]


def test_it_answers_with_rights_to_rows_only(site, data):
    assert answer(site) == 200
    assert sql("SELECT current_user", data) == "[('web',)]"


def test_the_last_lines_say_where_it_runs(site):
    said = [line.partition("| ")[2] for line in site.said().splitlines() if line.startswith("stack")]

    assert said == [f"Family Partnership is running at {site.url}", "Ctrl-C ends it."]


def test_a_second_copy_names_the_first_and_leaves_it_alone(site, data):
    second = run(data=data, PORT="8999")

    assert second.returncode != 0
    assert second.stderr == f"Family Partnership is already running at {site.url}.\n"
    assert answer(site) == 200


def test_sigterm_leaves_no_process_and_no_address(site, data):
    told = json.loads((data / "running.json").read_text())

    assert site.end(signal.SIGTERM) == (0, [])
    assert (told["url"], set(told["addresses"])) == (site.url, {"web", "owner", "redis"})
    assert not (data / "running.json").exists()


def test_a_killed_supervisor_leaves_no_process_and_loses_no_data(site, data):
    sql("INSERT INTO django_content_type (app_label, model) VALUES ('kept', 'kept') RETURNING model", data)

    assert site.end(signal.SIGKILL) == (-signal.SIGKILL, [])
    assert sql("SELECT model FROM django_content_type WHERE app_label = 'kept'", data) == "[('kept',)]"


def test_when_a_program_ends_by_itself_everything_ends(site, data):
    web = next(process for process in children_of(site.process.pid) if "gunicorn" in process[1])

    os.kill(web[0], signal.SIGKILL)

    assert site.process.wait(timeout=30) == 1
    assert "web has ended (exit code -9), so everything ends." in site.said()
    assert wait_for(lambda: not processes_of(data), seconds=5)


def test_a_taken_port_is_a_sentence(data):
    with socket.socket() as guest:
        guest.bind(("127.0.0.1", 0))
        guest.listen()
        port = guest.getsockname()[1]

        refused = run(data=data, PORT=str(port))

    assert refused.returncode != 0
    assert refused.stderr.startswith(f"Port {port} can't be used (Address already in use). Choose another:")


def test_a_command_starts_the_servers_for_itself_and_prints_nothing_else(data):
    alone = run("manage", "diffsettings", "--output", "hash", "--default", "familypartnership.settings", data=data)

    assert (alone.returncode, alone.stdout) == (0, "")
    assert processes_of(data) == []
