"""The files a machine is set up from."""

import importlib.util
import os
import subprocess
import sys

import pytest

from stack import environment, freshness
from stack.claim import Claim, Taken
from stack.places import ROOT
from stack.trouble import CannotStart

LOCKS = sorted(ROOT.glob("requirements*.txt"))
ADDRESSES = {"web": "postgres://web@/x", "owner": "postgres://owner@/x", "redis": "unix:///y"}


@pytest.fixture
def run_py():
    """run.py as a module, to ask its parts."""
    spec = importlib.util.spec_from_file_location("run", ROOT / "run.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_a_lock_file_holds_hashes_and_no_address(lock):
    text = lock.read_text()
    pins = [line for line in text.splitlines() if "==" in line]

    assert not any(word in text for word in ("://", "--find-links", "--index-url", "--extra-index-url"))
    assert pins
    assert text.count("--hash=sha256:") >= len(pins)


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_every_wanted_package_is_locked(lock):
    wanted = [line for line in lock.with_suffix(".in").read_text().splitlines() if line and line[0] not in "#-"]
    names = [line.split("[")[0].split(">")[0].strip() for line in wanted]

    assert [
        name for name in names if f"\n{name}==" not in f"\n{lock.read_text()}" and f"\n{name}[" not in lock.read_text()
    ] == []


def test_an_old_python_is_told_so(run_py, monkeypatch):
    monkeypatch.setattr(run_py.sys, "version_info", (3, 9, 2))

    with pytest.raises(SystemExit, match=r"needs Python 3.11 or newer; this is Python 3.9.2\."):
        run_py.refuse_an_unfit_python()


def test_a_python_without_venv_names_the_package_to_install(run_py, monkeypatch):
    monkeypatch.setattr(run_py.importlib.util, "find_spec", lambda name: None)

    with pytest.raises(SystemExit, match="sudo apt-get install python3-venv"):
        run_py.refuse_an_unfit_python()


def test_run_py_reads_with_the_syntax_of_an_older_python():
    """It must be able to say that Python is too old, so an old Python must be able to read it."""
    import ast

    ast.parse((ROOT / "run.py").read_text(), feature_version=(3, 6))


def test_an_unknown_word_shows_what_there_is():
    answer = subprocess.run([sys.executable, ROOT / "run.py", "tset"], capture_output=True, text=True)

    assert answer.returncode == 1
    assert answer.stderr.startswith("`tset` is not known here.")
    assert "python3 run.py test" in answer.stderr


@pytest.mark.parametrize("port", ["0", "70000", "http", ""])
def test_a_port_that_is_none_is_a_sentence(port, monkeypatch):
    monkeypatch.setenv("PORT", port)

    with pytest.raises(CannotStart, match="must be a number from 1 to 65535"):
        environment.port()


def test_the_secret_key_is_made_once_and_readable_by_its_owner_alone(tmp_path):
    first = environment.secret_key(tmp_path)

    assert environment.secret_key(tmp_path) == first
    assert (tmp_path / "secret_key").stat().st_mode & 0o777 == 0o600


def test_the_sites_programs_never_learn_the_owners_address():
    env = environment.as_web({"DATABASE_OWNER_URL": ADDRESSES["owner"]}, ADDRESSES)

    assert env == {"DATABASE_URL": ADDRESSES["web"], "REDIS_URL": ADDRESSES["redis"]}


@pytest.mark.parametrize(("words", "role"), [(["migrate"], "owner"), (["send_reminders"], "web"), ([], "web")])
def test_a_command_gets_the_rights_it_needs(words, role):
    assert environment.for_command(words, {}, ADDRESSES)["DATABASE_URL"] == ADDRESSES[role]


def test_two_copies_can_not_hold_the_same_data(tmp_path):
    first = Claim(tmp_path, "site").take()
    first.tell(url="http://127.0.0.1:8123")

    with pytest.raises(Taken, match="already running at http://127.0.0.1:8123"):
        Claim(tmp_path, "site").take()
    first.release()

    Claim(tmp_path, "command").take().release()


def test_a_preparation_is_skipped_until_what_it_depends_on_changes(tmp_path):
    marks = freshness.Marks(tmp_path)
    marks.record({"migrations": "one", "static": "one"})

    assert marks.outdated({"migrations": "one", "static": "two"}) == ["static"]
    marks.forget("migrations")
    assert marks.outdated({"migrations": "one", "static": "one"}) == ["migrations"]


def test_files_that_people_run_may_be_run():
    assert [
        name for name in ("manage.py", ".ci/run", "docker/make-roles.sh") if not os.access(ROOT / name, os.X_OK)
    ] == []
