"""One copy at a time per data folder, and where the others can read how to reach it."""

import fcntl
import json
import subprocess
import sys
import time
from pathlib import Path

from stack.trouble import CannotStart

UNDERTAKER = Path(__file__).with_name("undertaker.py")


class Taken(CannotStart):
    """Another copy uses the data folder."""


class Claim:
    """Holds a data folder until the process ends.

    Two locks: `alive` is held by the supervisor alone, `remains` also by its undertaker. So a copy that still runs is
    told from one that was killed a moment ago, whose servers are just ending: for those the next start waits.
    """

    def __init__(self, data, purpose):
        self.data = data
        self.purpose = purpose  # "site" or "command"
        self.undertaker = None

    def take(self):
        self.alive = _lock(self.data / "alive.lock")
        if self.alive is None:
            raise Taken(_who_runs(self.data))
        self.remains = _lock(self.data / "remains.lock", patience=20)
        if self.remains is None:
            raise CannotStart("The last run has not ended yet. Try again in a moment.")
        self.tell(purpose=self.purpose)
        self._call_undertaker()
        return self

    def _call_undertaker(self):
        self.undertaker = subprocess.Popen(
            [sys.executable, "-I", "-S", UNDERTAKER],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=[self.remains.fileno()],
            start_new_session=True,
            text=True,
            bufsize=1,
        )

    def tell(self, **facts):
        """Write what other copies may know; in one move, so that none reads half of it."""
        unfinished = self.data / "running.new"
        unfinished.touch(mode=0o600)
        unfinished.write_text(json.dumps(facts))
        unfinished.replace(self.data / "running.json")

    def watch_over(self, child):
        """Have the child's whole group ended if we are killed."""
        self.undertaker.stdin.write(f"{child.pid} {int(child.stop_by[0])}\n")

    def release(self):
        """After everything has been stopped in order."""
        (self.data / "running.json").unlink(missing_ok=True)
        self.undertaker.stdin.write("all ended\n")
        self.undertaker.stdin.close()
        self.undertaker.wait()
        self.remains.close()
        self.alive.close()


def read(data):
    """What the running copy has told."""
    try:
        return json.loads((data / "running.json").read_text())
    except FileNotFoundError:
        return {}


def _lock(path, patience=0):
    """The locked file, or None when somebody else holds it for longer than `patience` seconds."""
    file = path.open("a")
    give_up = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return file
        except BlockingIOError:
            if time.monotonic() >= give_up:
                file.close()
                return None
            time.sleep(0.05)


def _who_runs(data):
    facts = read(data)
    if facts.get("purpose") == "command":
        return "A `run.py manage` command is using the data of this checkout. Start again when it has ended."
    return f"Family Partnership is already running at {facts.get('url', 'an address it is about to print')}."
