"""A real Celery worker beside a test, on the test's own database."""

import os
import signal
import subprocess
import sys
import time

import pytest
from django.conf import settings
from django.db import connection

PATIENCE = 60  # seconds; a shared machine may be slow


def until(answer, what):
    """Wait for `answer()` to be true; fail with `what` we waited for."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if answer():
            return
        time.sleep(0.1)
    pytest.fail(f"waited {PATIENCE} seconds for {what}")


def nobody_else():
    """True when no other process or thread has this test's database open."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            " AND backend_type = 'client backend' AND pid <> pg_backend_pid()"
        )
        return cursor.fetchone() == (0,)


def database_of_this_test():
    """The address of the database this test uses, for other processes."""
    base, _slash, _name = os.environ["DATABASE_URL"].rpartition("/")
    return f"{base}/{connection.settings_dict['NAME']}"


@pytest.fixture
def start_worker(tmp_path):
    started = []

    def start():
        words = [sys.executable, "-m", "celery", "-A", "familypartnership", "worker", "-c", "1", "-l", "ERROR"]
        process = subprocess.Popen(
            [*words, "--without-gossip", "--without-mingle"],
            cwd=settings.BASE_DIR,
            env=os.environ
            | {"DATABASE_URL": database_of_this_test(), "TASK_VISIBILITY_SECONDS": "3", "TASK_RESTORE_SECONDS": "1"},
            stdin=subprocess.DEVNULL,
            stdout=(tmp_path / "worker.log").open("ab"),
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        kill(process)


def kill(process):
    """As if the power went: the worker and its children at once."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(10)
