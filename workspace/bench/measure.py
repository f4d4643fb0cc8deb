"""Measuring one thing: how long, how many statements, how much, beside what the database alone needs for it."""

import re
import statistics
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from django.db import connection, transaction

STATUS = Path("/proc/self/status")
CLEAR = Path("/proc/self/clear_refs")
FORGET_PEAK = "5"


@dataclass(frozen=True)
class Budget:
    """What design 10 allows; nothing said is not asked for."""

    p95_ms: float = 0
    statements: int = 0
    kb: float = 0
    peak_mb: float = 400
    per_second: float = 0

    def __str__(self):
        parts = [
            f"{self.p95_ms:g} ms" if self.p95_ms else "",
            f"{self.statements} statements" if self.statements else "",
            f"{self.kb:g} kB" if self.kb else "",
            f"{self.per_second:g} a second" if self.per_second else "",
            f"{self.peak_mb:g} MB" if self.peak_mb else "",
        ]
        return ", ".join(part for part in parts if part)


PAGE = Budget(p95_ms=150, statements=25, kb=200)


@dataclass
class Row:
    """One line of the table."""

    name: str
    budget: Budget
    times: list = field(default_factory=list)  # milliseconds
    cpu_ms: float | None = None  # of this process alone: what a busy machine cannot make longer
    statements: int | None = None
    kb: float | None = None
    floor_ms: float | None = None
    peak_mb: float | None = None
    per_second: float | None = None
    slowest: list = field(default_factory=list)  # (milliseconds, SQL, parameters), for --explain

    @property
    def p50_ms(self):
        return statistics.median(self.times)

    @property
    def p95_ms(self):
        """The time that 19 of 20 stay under."""
        ordered = sorted(self.times)
        return ordered[min(len(ordered) - 1, round(0.95 * len(ordered)))]

    @property
    def ratio(self):
        return self.p50_ms / self.floor_ms if self.floor_ms else None

    def failures(self):
        """The budgets this row does not keep."""
        measured = {
            "p95_ms": self.p95_ms,
            "statements": self.statements,
            "kb": self.kb,
            "peak_mb": self.peak_mb,
        }
        failed = [name for name, value in measured.items() if self._is_over(name, value)]
        slow = self.budget.per_second and (self.per_second or 0) < self.budget.per_second
        return [*failed, "per_second"] if slow else failed

    def _is_over(self, name, value):
        allowed = getattr(self.budget, name)
        return bool(allowed) and value is not None and value > allowed

    def as_dict(self):
        facts = {
            "name": self.name,
            "p50_ms": _rounded(self.p50_ms),
            "p95_ms": _rounded(self.p95_ms),
            "cpu_ms": _rounded(self.cpu_ms),
            "statements": self.statements,
            "kb": _rounded(self.kb),
            "floor_ms": _rounded(self.floor_ms),
            "ratio": _rounded(self.ratio),
            "peak_mb": _rounded(self.peak_mb),
            "budget": str(self.budget),
            "ok": not self.failures(),
        }
        return facts if self.per_second is None else facts | {"per_second": _rounded(self.per_second)}


def _rounded(value):
    return None if value is None else round(value, 1)


class Statements:
    """Every statement sent to the database while this listens."""

    def __init__(self):
        self.sent = []

    def __call__(self, execute, sql, params, many, context):
        began = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            self.sent.append((sql, params, 1000 * (time.perf_counter() - began)))

    @contextmanager
    def listening(self):
        with connection.execute_wrapper(self):
            yield self


# Savepoints stay: what an act has tried and taken back inside is tried and taken back in its floor too.
CONTROL = re.compile(r"^\s*(ROLLBACK(?! TO)|COMMIT|BEGIN|SET|SELECT set_config)", re.IGNORECASE)


def floor(statements, runs):
    """The same statements without the page round them: their answers fetched, nothing made of them. Undone after."""
    questions = [(sql, params) for sql, params, _took in statements if not CONTROL.match(sql)]
    times = []
    with transaction.atomic():
        for _run in range(runs):
            point = transaction.savepoint()
            times.append(_ask_all(questions))
            transaction.savepoint_rollback(point)
        transaction.set_rollback(True)
    return statistics.median(times)


def _ask_all(questions):
    began = time.perf_counter()
    with connection.cursor() as cursor:
        bare = cursor.cursor  # psycopg2's own, without Django round it
        for sql, params in questions:
            bare.execute(sql, params)
            if bare.description:
                bare.fetchall()
    return 1000 * (time.perf_counter() - began)


def forget_peak():
    """From now on the peak of this process is counted anew (Linux)."""
    try:
        CLEAR.write_text(FORGET_PEAK)
    except OSError:  # not allowed here: the peak then holds what came before, too
        return


def peak_mb(process="self"):
    """The most memory a process has held, in MB."""
    status = STATUS if process == "self" else Path(f"/proc/{process}/status")
    found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text())
    return int(found[1]) / 1024


def measured(name, budget, act, *, runs, warm=2, size_of=None):
    """Run `act` until it is warm, then `runs` times; its statements and its floor come from the last run."""
    for _warm in range(warm):
        act()
    forget_peak()
    row = Row(name, budget)
    cpu = time.process_time()
    for _run in range(runs):
        began = time.perf_counter()
        answer = act()
        row.times.append(1000 * (time.perf_counter() - began))
    row.cpu_ms = 1000 * (time.process_time() - cpu) / runs
    row.peak_mb = peak_mb()
    row.kb = size_of(answer) if size_of else None
    with Statements().listening() as heard:
        act()
    row.statements = len(heard.sent)
    row.slowest = sorted(((took, sql, params) for sql, params, took in heard.sent), key=lambda one: -one[0])[:2]
    row.floor_ms = floor(heard.sent, min(runs, 10))
    return row
