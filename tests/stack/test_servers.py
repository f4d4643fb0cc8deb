"""The embedded PostgreSQL and Valkey: what must hold when they are killed, copied or met twice."""

import os
import signal
import subprocess
import sys
from contextlib import contextmanager

import psycopg2
import psycopg2.errors
import pytest
import redis

from stack.places import ROOT, socket_folder
from stack.postgres import DATABASE, Postgres
from stack.trouble import CannotStart
from stack.valkey import Valkey

pytestmark = pytest.mark.stack


def quiet(name, line):
    pass


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


@contextmanager
def running(server):
    server.start()
    try:
        yield server
    finally:
        server.stop()


def ask(postgres, statement, *, role="owner", database=DATABASE):
    connection = psycopg2.connect(host=str(postgres.sockets), user=role, dbname=database)
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute(statement)
        rows = cursor.fetchall() if cursor.description else None
    connection.close()
    return rows


def test_the_web_role_reads_and_writes_rows_and_changes_no_table(home):
    with running(Postgres(home, say=quiet, throwaway=True)) as postgres:
        ask(postgres, "CREATE TABLE kept (id serial, word text)")

        ask(postgres, "INSERT INTO kept (word) VALUES ('yes')", role="web")
        assert ask(postgres, "SELECT id, word FROM kept", role="web") == [(1, "yes")]
        for statement in ("DROP TABLE kept", "TRUNCATE kept", "CREATE TABLE more ()", "ALTER TABLE kept ADD x int"):
            with pytest.raises(psycopg2.errors.InsufficientPrivilege):
                ask(postgres, statement, role="web")


def test_neither_role_can_pass_over_row_level_security(home):
    with running(Postgres(home, say=quiet, throwaway=True)) as postgres:
        powers = "SELECT rolname, rolsuper, rolbypassrls, rolcreatedb FROM pg_roles WHERE rolname IN ('owner', 'web')"

        assert sorted(ask(postgres, powers)) == [("owner", False, False, True), ("web", False, False, False)]


def test_rows_survive_a_killed_server_even_when_its_number_is_taken(home):
    """After a crash the lock file may name a process that is no PostgreSQL; the server itself would refuse to start."""
    first = Postgres(home, say=quiet)
    first.start()
    ask(first, "CREATE TABLE kept AS SELECT 1 AS one")
    os.kill(first.child.pid, signal.SIGKILL)
    first.child.stop()
    other = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    lock = first.data / "postmaster.pid"
    lock.write_text("\n".join([str(other.pid), *lock.read_text().split("\n")[1:]]))

    with running(Postgres(home, say=quiet)) as second:
        assert ask(second, "SELECT one FROM kept") == [(1,)]
    other.communicate()


def test_a_second_server_on_the_same_data_is_refused(home, monkeypatch):
    monkeypatch.setattr("stack.postgres.LONGEST_CLOSING", 0.2)
    second = Postgres(home, say=quiet, throwaway=True)
    with (
        running(Postgres(home, say=quiet, throwaway=True)),
        pytest.raises(CannotStart, match="Another PostgreSQL is running"),
    ):
        second.start()


def test_a_cluster_that_was_never_finished_is_made_again(home):
    unfinished = home / "postgres"
    unfinished.mkdir(parents=True)
    (unfinished / "PG_VERSION").write_text("18")

    with running(Postgres(home, say=quiet, throwaway=True)) as postgres:
        assert ask(postgres, "SELECT 1") == [(1,)]


def test_as_root_without_namespaces_nobody_runs_it(home, monkeypatch):
    if os.geteuid() != 0:
        pytest.skip("only root needs another account")
    monkeypatch.setenv("FP_NO_NAMESPACES", "1")

    with running(Postgres(home, say=quiet, throwaway=True)) as postgres:
        owner = (postgres.data / "PG_VERSION").owner()
        assert (owner, ask(postgres, "SELECT 1")) == ("nobody", [(1,)])
    subprocess.run(["rm", "-r", postgres.home], check=True)


def test_queued_work_survives_a_killed_valkey(home):
    first = Valkey(home, say=quiet)
    first.start()
    redis.Redis(unix_socket_path=str(first.socket)).rpush("queue", *range(1000))
    os.kill(first.child.pid, signal.SIGKILL)
    first.child.stop()

    with running(Valkey(home, say=quiet)) as second:
        assert redis.Redis(unix_socket_path=str(second.socket)).llen("queue") == 1000


def test_a_long_or_odd_path_keeps_its_sockets_elsewhere(tmp_path):
    plain = socket_folder(tmp_path)
    odd = socket_folder(tmp_path / "with a space")
    long = socket_folder(tmp_path / ("x" * 100))

    assert plain == tmp_path / "sockets"
    assert {odd.parent, long.parent} != {plain.parent}
    assert all(len(str(folder)) < 86 and folder.stat().st_mode & 0o777 == 0o700 for folder in (plain, odd, long))
    odd.rmdir()
    long.rmdir()


def test_the_undertaker_ends_those_who_do_not_want_to(tmp_path):
    deaf = "import signal, sys; signal.signal(15, signal.SIG_IGN); print('up', flush=True); input()"
    child = subprocess.Popen(
        [sys.executable, "-c", deaf], stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
    )
    child.stdout.readline()

    undertaker = [sys.executable, "-c", "from stack import undertaker as u; u.PATIENCE = 0.3; u.main()"]
    subprocess.run(undertaker, input=f"{child.pid} 15\n", text=True, cwd=ROOT, check=True)

    assert child.wait(timeout=2) == -signal.SIGKILL
