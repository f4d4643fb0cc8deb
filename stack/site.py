"""`python3 run.py`: the servers, then the web, the worker and the clock, all ended together."""

import http.client
import os
import signal
import socket
import sys
import threading
import time

from stack import environment, freshness
from stack.children import Child
from stack.claim import Claim
from stack.environment import ADDRESS
from stack.places import LOGINS, ROOT, data_folder, own_folder
from stack.servers import Servers
from stack.trouble import CannotStart

# Whoever starts us as root, in a container for one, has decided that; our tasks carry JSON only.
CELERY = ["-W", "ignore:You're running the worker with superuser privileges", "-m", "celery", "--quiet"]
CELERY += ["-A", "familypartnership"]
LONGEST_START = 60  # seconds
SCHEDULER = "django_celery_beat.schedulers:DatabaseScheduler"


class Voice:
    """One stream for all: whole lines, each with the name of who says it."""

    def __init__(self, stop):
        self.stop = stop
        self.one_at_a_time = threading.Lock()

    def say(self, name, line):
        with self.one_at_a_time:
            try:
                print(f"{name:<8} | {line}", flush=True)
            except OSError:  # the terminal is gone, or the `| head` behind us
                sys.stdout = open(os.devnull, "w")  # noqa: SIM115, PTH123 - stays open until the end
                self.stop.set()


class Site:
    """Everything one copy of the site runs."""

    def __init__(self):
        self.port = environment.port()
        self.url = environment.url()
        self.data = own_folder(data_folder())
        self.stop = threading.Event()
        self.say = Voice(self.stop).say
        self.claim = Claim(self.data, "site")
        self.surroundings = environment.common(self.data)
        self.servers = None
        self.programs = []
        self.failed = False

    def run(self):
        """From nothing to the last line, and back to nothing. The exit code: 0 when asked to end."""
        self.claim.take()
        try:
            self._refuse_a_taken_port()
            self._listen_for_the_end()
            self._serve()
        finally:
            self._end()
        return 1 if self.failed else 0

    def _refuse_a_taken_port(self):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((ADDRESS, self.port))
            except OSError as trouble:
                raise CannotStart(
                    f"Port {self.port} can't be used ({trouble.strerror}). Choose another: PORT=8001 python3 run.py"
                ) from None

    def _listen_for_the_end(self):
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            if number == signal.SIGHUP and signal.getsignal(number) == signal.SIG_IGN:
                continue  # started with nohup
            signal.signal(number, lambda *_: self.stop.set())

    def _serve(self):
        self.servers = Servers(self.data, say=self.say)
        is_new = self.servers.start(self.claim)
        addresses = self.servers.addresses()
        if self._prepare(addresses, is_new):
            self.claim.tell(purpose="site", url=self.url, addresses=addresses)
            self.as_web = environment.as_web(self.surroundings, addresses)
            self._start_web()
            # Background work only then: all programs starting at once would double the wait for the first page.
            if self._watch(until=self._first_page):
                self._start_background_work()
                self._announce()
                self._watch()

    def _prepare(self, addresses, is_new):
        """False when it failed, or we were asked to end meanwhile."""
        marks = freshness.Marks(self.data)
        if is_new:
            marks.forget("migrations", "demo")
        todo = marks.outdated(freshness.wanted(self.surroundings))
        if todo:
            child = self._start(
                "setup", ["-m", "stack.prepare", *todo], environment.as_owner(self.surroundings, addresses)
            )
            while not child.ended and not self.stop.wait(0.05):
                pass
            self.failed = child.ended and child.process.returncode != 0
            self.programs.remove(child)
            child.stop()
        if self.failed or self.stop.is_set():
            return False
        marks.record(freshness.wanted(self.surroundings))
        return True

    def _start_web(self):
        words = ["-m", "gunicorn", "familypartnership.wsgi:application", "--bind", f"{ADDRESS}:{self.port}"]
        words += ["--workers", "2", "--worker-class", "gthread", "--threads", "4", "--preload"]
        # Its control socket would lie in the home directory, where two copies meet.
        self.latest = time.monotonic() + LONGEST_START
        self._start("web", [*words, "--graceful-timeout", "10", "--no-control-socket"], self.as_web)

    def _start_background_work(self):
        worker = ["worker", "--loglevel", "INFO", "-c", "2", "--without-gossip", "--without-mingle"]
        # The first signal lets running tasks finish; the second hands unfinished ones back to the queue.
        ends = {"stop_by": (signal.SIGTERM, signal.SIGQUIT), "patience": 8}
        self._start("worker", [*CELERY, *worker], self.as_web, hold_until="ready.", **ends)
        beat = ["beat", "--loglevel", "INFO", "--pidfile=", "--scheduler", SCHEDULER]
        self._start("beat", [*CELERY, *beat], self.as_web, hold_until="Schedule changed")

    def _start(self, name, words, env, **how):
        child = Child(name, [sys.executable, *words], say=self.say, env=env, cwd=ROOT, **how)
        child.start()
        self.claim.watch_over(child)
        self.programs.append(child)
        return child

    def _watch(self, until=lambda: False):
        """True once `until` says so; False when we are asked to end, or a program ends by itself."""
        while not self.stop.wait(0.1):
            gone = next((child for child in [*self.servers.children, *self.programs] if child.ended), None)
            if gone:
                self.say("stack", f"{gone.name} has ended (exit code {gone.process.returncode}), so everything ends.")
                self.failed = True
                return False
            if until():
                return True
        return False

    def _first_page(self):
        if time.monotonic() > self.latest:
            raise CannotStart(f"The web does not answer at {self.url}/healthz; its lines above say why.")
        connection = http.client.HTTPConnection(ADDRESS, self.port, timeout=2)
        try:
            connection.request("GET", "/healthz")
            return connection.getresponse().status == http.HTTPStatus.OK
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()

    def _announce(self):
        lines = [f"Family Partnership is running at {self.url}", "Ctrl-C ends it."]
        if "demo" in freshness.wanted(self.surroundings):
            lines[1:1] = (self.data / LOGINS).read_text().splitlines()
        for line in lines:
            self.say("stack", line)

    def _end(self):
        """Those who use a server before the server."""
        for program in self.programs:
            program.ask_to_stop()
        for program in self.programs:
            program.stop()
        if self.servers:
            self.servers.stop()
        self.claim.release()


def main(words):
    return Site().run()
