"""A throw-away PostgreSQL and Valkey for the tests, unless DATABASE_URL or REDIS_URL name real ones.

A plugin and not a conftest, because pytest-django reads the settings before any conftest is asked.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import pytest

from stack import freshness
from stack.accounts import SHARED_HOME
from stack.places import ROOT, data_folder, own_folder
from stack.postgres import DATABASE, Postgres
from stack.valkey import Valkey

PREFIX = "familypartnership-test-"
A_DAY = 24 * 60 * 60
started = []
folders = []


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests():
    os.environ.setdefault("DJANGO_SECRET_KEY", "only for tests")
    os.environ["REDIS_PREFIX"] = f"test-{os.getpid()}"  # parallel processes on one server keep out of each other's way
    os.environ.setdefault("STATICFILES_BACKEND", "django.contrib.staticfiles.storage.StaticFilesStorage")
    if "DATABASE_OWNER_URL" in os.environ:  # the tests make and drop a database of their own
        os.environ["DATABASE_URL"] = os.environ["DATABASE_OWNER_URL"]
    if "DATABASE_URL" not in os.environ:
        _start_postgres()
    if "REDIS_URL" not in os.environ or _is_a_neighbours():
        _start_valkey()


def pytest_unconfigure():
    while started:
        started.pop().stop()
    while folders:
        shutil.rmtree(folders.pop(), ignore_errors=True)


def _start_postgres():
    _sweep()
    postgres = Postgres(_new_folder(), say=_quiet, throwaway=True)
    folders.append(postgres.home)  # not always the folder we asked for
    started.append(postgres)
    os.environ["DATABASE_URL"] = os.environ["DATABASE_OWNER_URL"] = postgres.url("owner")
    _start_migrated(postgres)
    os.environ["TEST_TEMPLATE"] = DATABASE


def _start_migrated(postgres):
    """With all tables made. That takes a quarter of a minute, so the outcome is kept until a migration changes."""
    kept = kept_cluster()
    may_keep = not postgres.account.is_nobody  # whose files are out of our hands
    if may_keep and kept.exists():
        shutil.copytree(kept, postgres.data)
        postgres.start()
    else:
        postgres.start()
        migrate = [sys.executable, "-m", "stack.prepare", "migrations"]
        subprocess.run(migrate, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        if may_keep:
            postgres.stop()
            _keep(postgres.data, kept)
            postgres.start()


def kept_cluster():
    return own_folder(data_folder() / "test-template") / freshness.tables()


def _keep(cluster, kept):
    """In one move, because another test run may be reading; what is older than a day goes."""
    unfinished = kept.with_suffix(f".{os.getpid()}")
    shutil.copytree(cluster, unfinished)
    unfinished.touch()
    with suppress(OSError):  # the other run was quicker
        unfinished.rename(kept)
    for old in kept.parent.iterdir():
        if time.time() - old.stat().st_mtime > A_DAY:
            shutil.rmtree(old, ignore_errors=True)


def _start_valkey():
    valkey = Valkey(_new_folder(), say=_quiet, throwaway=True)
    started.append(valkey)
    valkey.start()
    os.environ["REDIS_URL"] = os.environ["FP_TEST_VALKEY"] = valkey.url


def _is_a_neighbours():
    """Parallel test processes share PostgreSQL, each with its own database, but must not share a cache."""
    is_ours = os.environ["REDIS_URL"] == os.environ.get("FP_TEST_VALKEY")
    return is_ours and "PYTEST_XDIST_WORKER" in os.environ


def _new_folder():
    folder = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-")).resolve()
    folders.append(folder)
    return folder


def _sweep():
    """Remove what killed test runs have left; the servers themselves ended with them."""
    places = [Path(tempfile.gettempdir()), SHARED_HOME]
    for folder in (folder for place in places for folder in place.glob(f"{PREFIX}*")):
        process = folder.name.removeprefix(PREFIX).split("-")[0]
        if not Path("/proc", process).exists():
            shutil.rmtree(folder, ignore_errors=True)


def _quiet(name, line):
    """The servers' lines are shown only when one of them fails to start."""
