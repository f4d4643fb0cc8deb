"""A program we start, listen to, and end; it never outlives us."""

import ctypes
import os
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from contextlib import suppress

LIBC = ctypes.CDLL(None)
PR_SET_PDEATHSIG = 1
LONGEST_HOLD = 20  # seconds


def dies_with_us(signal_number):
    """For `preexec_fn`: Linux sends the child this signal when we end, even by kill -9.

    The signal follows the thread that started the child, so children are started from the main thread only.
    """
    if sys.platform != "linux":
        return None
    us = os.getpid()

    def arrange():
        LIBC.prctl(PR_SET_PDEATHSIG, signal_number)
        if os.getppid() != us:  # we ended before the line above
            os._exit(1)

    return arrange


class Child:
    """One running program in a session of its own; each line it prints goes to `say(name, line)`.

    What it prints before the words `hold_until` is shown only when it doesn't come to say them.
    """

    def __init__(self, name, command, *, say, stop_by=(signal.SIGTERM,), patience=15, env=None, hold_until="", **popen):
        self.name = name
        self.command = [str(word) for word in command]
        self.say = say
        self.stop_by = stop_by
        self.patience = patience
        self.env = env
        self.popen = popen
        self.hold_until = hold_until
        self.last_lines = deque(maxlen=20)
        self.process = None

    def start(self):
        self.asked = False
        self.process = subprocess.Popen(
            self.command,
            env=self.env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            start_new_session=True,  # Ctrl-C in the terminal reaches us alone, and we end them in order
            preexec_fn=dies_with_us(self.stop_by[0]),
            **self.popen,
        )
        self.listener = threading.Thread(target=self._listen, daemon=True)
        self.listener.start()

    def _listen(self):
        held = [] if self.hold_until else None
        latest = time.monotonic() + LONGEST_HOLD
        for line in map(str.rstrip, self.process.stdout):
            self.last_lines.append(line)
            if held is None:
                self.say(self.name, line)
            elif self.hold_until in line:
                held = None
            else:
                held.append(line)
                held = self._show(held) if time.monotonic() > latest else held
        self._show(held or [])

    def _show(self, lines):
        for line in lines:
            self.say(self.name, line)

    @property
    def pid(self):
        return self.process.pid

    @property
    def ended(self):
        return self.process is not None and self.process.poll() is not None

    @property
    def running(self):
        return self.process is not None and self.process.poll() is None

    def ask_to_stop(self):
        """The first, kind way, without waiting: so that several may end at the same time."""
        if self.running and not self.asked:
            self.process.send_signal(self.stop_by[0])
        self.asked = True

    def stop(self):
        """End it: first kindly, then firmly, at last the whole group by force."""
        if self.process is None:
            return
        self.ask_to_stop()  # a second time would mean "faster" to some
        for number in self.stop_by[1:]:
            if not self._gone_within(self.patience):
                self.process.send_signal(number)
        self._gone_within(self.patience)
        self._kill_group()

    def _gone_within(self, seconds):
        try:
            return self.process.wait(seconds) is not None
        except subprocess.TimeoutExpired:
            return False

    def _kill_group(self):
        """Also what the program itself has left behind, such as a pool's children."""
        with suppress(ProcessLookupError, PermissionError):  # macOS answers "not permitted" for a group of the dead
            os.killpg(self.pid, signal.SIGKILL)
        self.process.wait()
        self.listener.join(timeout=2)
