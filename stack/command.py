"""`python3 run.py manage …` and `python3 run.py bench`: one command on the servers of the site, or on its own."""

import argparse
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress

from stack import environment, freshness
from stack.children import dies_with_us
from stack.claim import Claim, Taken, read
from stack.places import ROOT, data_folder, own_folder
from stack.servers import Servers, given
from stack.trouble import CannotStart

MANAGE = str(ROOT / "manage.py")
SIZES = ("small", "typical", "large", "extreme")
CHANGES_THE_SCHEMA = {"migrate", "makemigrations", "flush"}


def manage(words):
    """On the servers of the running site; on servers from outside; else on our own, started for this command."""
    data = own_folder(data_folder())
    if CHANGES_THE_SCHEMA.intersection(words[:1]):
        freshness.Marks(data).forget("migrations", "demo")
    addresses = given()
    if len(addresses) < 3:
        claim, addresses = _claim_or_addresses(data)
        if claim:
            return _with_servers(claim, words, _needed_for(words))
    return _in_place_of_us(words, environment.for_command(words, environment.common(data), addresses))


def _needed_for(words):
    return [] if CHANGES_THE_SCHEMA.intersection(words[:1]) else ["catalogues", "migrations"]


def _claim_or_addresses(data):
    """The data folder for ourselves, or where the running site keeps its servers."""
    waiting = False
    while True:
        with suppress(Taken):
            return Claim(data, "command").take(), None
        facts = read(data)
        if "addresses" in facts:
            return None, facts["addresses"] | given()
        if not waiting:
            tell("Waiting for the site to start, or for another command to end …")
        waiting = True
        time.sleep(0.2)


def bench(words):
    """On data of its own, so that the demo agency stays as it is."""
    parser = argparse.ArgumentParser(prog="run.py bench")
    parser.add_argument("--size", choices=SIZES, default="typical")
    chosen, rest = parser.parse_known_args(words)
    os.environ["FP_DATA"] = str(data_folder() / f"bench-{chosen.size}")
    os.environ["DEMO_SIZE"] = chosen.size
    claim = Claim(own_folder(data_folder()), "command").take()
    everything = ["catalogues", "static", "migrations", "demo"]
    return _with_servers(claim, ["bench", "--size", chosen.size, *rest], everything)


def _in_place_of_us(words, env):
    os.execve(sys.executable, [sys.executable, MANAGE, *words], env)  # noqa: S606 - no shell is wanted


def _with_servers(claim, words, steps):
    """Start the servers for this one command, and end them after it."""
    surroundings = environment.common(claim.data)
    servers = Servers(claim.data, say=_nobody_listens)
    signal.signal(signal.SIGTERM, _leave)
    signal.signal(signal.SIGHUP, _leave)
    try:
        is_new = servers.start(claim)
        addresses = servers.addresses()
        _prepare(claim.data, steps, environment.as_owner(surroundings, addresses), is_new)
        return _run([sys.executable, MANAGE, *words], environment.for_command(words, surroundings, addresses))
    finally:
        servers.stop()
        claim.release()


def _prepare(data, steps, env, is_new):
    marks = freshness.Marks(data)
    if is_new:
        marks.forget("migrations", "demo")
    todo = [name for name in marks.outdated(freshness.wanted(env)) if name in steps]
    if todo and _run([sys.executable, "-m", "stack.prepare", *todo], env, cwd=ROOT, stdout=sys.stderr) != 0:
        raise CannotStart("The database could not be made ready; the lines above say why.")
    marks.record({name: value for name, value in freshness.wanted(env).items() if name in steps})


def _run(command, env, **how):
    """In the foreground, with our terminal. Ctrl-C reaches the command itself; we only wait for it."""
    ours = signal.signal(signal.SIGINT, signal.SIG_IGN)
    process = subprocess.Popen(command, env=env, preexec_fn=_obey(dies_with_us(signal.SIGTERM)), **how)
    try:
        return process.wait()
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait()
        signal.signal(signal.SIGINT, ours)


def _obey(arrange):
    """The child must not inherit that we ignore Ctrl-C."""

    def both():
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        if arrange:
            arrange()

    return both


def _leave(number, frame):
    raise SystemExit(128 + number)


def _nobody_listens(name, line):
    """What the servers say between start and end; a failing start quotes it anyway."""


def tell(line):
    """To standard error: the output belongs to the command, and `--json` promises one object and nothing else."""
    print(line, file=sys.stderr, flush=True)
