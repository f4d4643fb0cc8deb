"""Ends what a killed supervisor has left behind. Started by it, and told each process group it starts.

A killed supervisor can end nothing itself. The kernel then signals its children (see `children.dies_with_us`), but
not their children, and a busy worker may take its time. So this process waits at a pipe: the pipe closes when the
supervisor ends, however it ends, and what is still there then is asked to stop, and after five seconds made to.
"""

import os
import signal
import sys
import time
from contextlib import suppress

PATIENCE = 5


def main():
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    groups = {}
    for line in sys.stdin:
        if line.strip() == "all ended":
            return
        group, number = line.split()
        groups[int(group)] = int(number)
    bury(groups)


def bury(groups):
    for group, number in groups.items():
        send(group, number)
    give_up = time.monotonic() + PATIENCE
    while any(send(group, 0) for group in groups) and time.monotonic() < give_up:
        time.sleep(0.05)
    for group in groups:
        send(group, signal.SIGKILL)


def send(group, number):
    """True when there was somebody to receive it."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(group, number)
        return True
    return False


if __name__ == "__main__":
    main()
