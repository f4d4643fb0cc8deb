"""Each part of the benchmark in a process of its own: what one has held in memory is not counted as the next one's."""

from multiprocessing import get_context

from django.db import connections

DONE = None


class PartFailed(Exception):
    """A part of the benchmark ended before its last row; what went wrong stands above."""


def apart(rows):
    """The rows that `rows()` measures, each as soon as it is there.

    The child is a copy of this process, which measures nothing itself and so stays small; no connection is shared.
    """
    connections.close_all()
    here, there = get_context("fork").Pipe(duplex=False)
    child = get_context("fork").Process(target=_measure, args=(rows, there))
    child.start()
    there.close()
    try:
        yield from iter(here.recv, DONE)
    except EOFError:
        raise PartFailed(
            "A part of the benchmark failed: read what it says above, mend that, and run it again."
        ) from None
    finally:
        child.join()


def _measure(rows, there):
    for row in rows():
        there.send(row)
    there.send(DONE)
