"""A whole site, started as a person would, with data of its own."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from stack.children import dies_with_us

ROOT = Path(__file__).resolve().parents[2]
FROM_OUTSIDE = ("DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL", "DJANGO_SECRET_KEY", "STATICFILES_BACKEND")


def environment(data, **more):
    """Ours without the addresses of the test servers: the site has to start its own."""
    rest = {name: value for name, value in os.environ.items() if name not in FROM_OUTSIDE}
    return rest | {"FP_DATA": str(data), "DEMO": "0"} | more


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def run(*words, data, **more):
    """`python3 run.py …` to its end."""
    command = [sys.executable, ROOT / "run.py", *words]
    return subprocess.run(command, env=environment(data, **more), capture_output=True, text=True, timeout=60)


class Site:
    def __init__(self, data):
        self.data = data
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = data.with_suffix(".log").open("w+")
        self.process = subprocess.Popen(
            [sys.executable, ROOT / "run.py"],
            env=environment(data, PORT=str(self.port)),
            stdout=self.log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=dies_with_us(signal.SIGTERM),  # a test run cut short leaves no site behind
        )

    def said(self):
        return Path(self.log.name).read_text()

    def wait_until_it_runs(self):
        """False when it ended instead."""
        wait_for(lambda: "Ctrl-C ends it." in self.said() or self.process.poll() is not None, seconds=90)
        return self.process.poll() is None

    def end(self, number=signal.SIGTERM):
        """The exit code, and the command lines of the processes that are still there."""
        self.process.send_signal(number)
        code = self.process.wait(timeout=40)
        wait_for(lambda: not processes_of(self.data), seconds=12)
        return code, processes_of(self.data)


def wait_for(condition, *, seconds):
    give_up = time.monotonic() + seconds
    while time.monotonic() < give_up:
        if condition():
            return True
        time.sleep(0.05)
    return False


def processes_of(data):
    """All that run for this data folder: it stands in their environment, their command line or their working folder."""
    name = os.fsencode(data)
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            words = (process / "cmdline").read_bytes()
            facts = words + (process / "environ").read_bytes() + os.fsencode(os.readlink(process / "cwd"))
        except OSError:  # it ended meanwhile, or is not ours
            continue
        if name in facts and int(process.name) != os.getpid():
            found.append(words.replace(b"\0", b" ").decode())
    return found
