"""A progress bar on standard error: one line that is written over on a terminal, one line a phase in a log."""

import sys
import time

WIDTH = 30


class Progress:
    def __init__(self, stream=None):
        self.stream = stream or sys.stderr
        self.is_terminal = self.stream.isatty()
        self.began = time.monotonic()
        self.name, self.done, self.total, self.drawn_at = "", 0, 1, 0.0

    def phase(self, name, total):
        """What is being done now, and how many steps it has."""
        self._finish()
        self.name, self.done, self.total = name, 0, max(1, total)
        self._draw()

    def phase_of(self, total):
        """A function that begins a phase for indexes, then counts one step a call."""

        def said(_table):
            if self.name != "indexes and rules":
                self.phase("indexes and rules", total)
            self.step()

        return said

    def step(self):
        self.done += 1
        if self.is_terminal and time.monotonic() - self.drawn_at > 0.1:
            self._draw()

    def end(self):
        self._finish()
        self.name = ""

    def _finish(self):
        if self.name:
            self.done = self.total
            self._draw(last=True)

    def _draw(self, last=False):
        self.drawn_at = time.monotonic()
        seconds = f"{self.drawn_at - self.began:6.1f} s"
        if self.is_terminal:
            filled = round(WIDTH * self.done / self.total)
            bar = "█" * filled + "░" * (WIDTH - filled)
            end = "\n" if last else ""
            self.stream.write(f"\r{bar} {100 * self.done // self.total:3d} %  {self.name:<30} {seconds}{end}")
        elif last:
            self.stream.write(f"{self.name}: {self.total}, {seconds.strip()}\n")
        self.stream.flush()
