#!/usr/bin/env python3
"""Run Family Partnership, or test it, on a machine that has only Python.

python3 run.py            the site, on http://127.0.0.1:8000 (PORT=… for another port)
python3 run.py test …     all tests; further words go to pytest
python3 run.py lint       the checks that need no test: style, import borders, templates
python3 run.py bench      measure the pages and jobs; --size small|typical|large|extreme
python3 run.py manage …   a management command on the site's data
"""

# Standard library only, and no newer syntax than Python 3.6 reads: an old Python must be able to say that it is old.

import hashlib
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
OLDEST = (3, 11)

SITE = ["requirements.txt", "requirements-embedded.txt"]
CHECKS = [*SITE, "requirements-dev.txt"]
NEEDS = {"site": SITE, "test": CHECKS, "lint": CHECKS, "bench": SITE, "manage": SITE}


def main(words):
    what, rest = (words[0], words[1:]) if words else ("site", [])
    if what in ("-h", "--help", "help"):
        sys.exit(print(__doc__.strip()))
    if what not in NEEDS:
        sys.exit(f"`{what}` is not known here.\n\n{__doc__.strip()}")
    is_inside = Path(sys.prefix).resolve() == VENV.resolve()
    if not is_inside:
        refuse_an_unfit_python()
    install(NEEDS[what])
    if not is_inside:
        os.execv(str(PYTHON), [str(PYTHON), str(ROOT / "run.py"), *words])  # noqa: S606 - no shell is wanted
    sys.exit(start(what, rest))


def refuse_an_unfit_python():
    if sys.version_info < OLDEST:
        found = ".".join(map(str, sys.version_info[:3]))
        sys.exit(f"Family Partnership needs Python {OLDEST[0]}.{OLDEST[1]} or newer; this is Python {found}.")
    if not all(importlib.util.find_spec(module) for module in ("venv", "ensurepip")):
        sys.exit("Python's venv module is missing. On Debian and Ubuntu: sudo apt-get install python3-venv")


def install(files):
    """Make .venv and fill it from the hash-pinned files, each only when it has changed since the last time."""
    if not works(PYTHON):
        tell("Making a virtual environment in .venv …")
        run(sys.executable, "-m", "venv", "--clear", str(VENV))
    todo = [name for name in files if mark_of(name).read_text() != digest(name)]
    if not todo:
        return
    tell(f"Installing {', '.join(todo)} …")
    wanted = [word for name in todo for word in ("--requirement", str(ROOT / name))]
    run(str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes", *wanted)
    for name in todo:
        mark_of(name).write_text(digest(name))


def run(*command):
    """Stops us when it fails; its own lines have said why."""
    if subprocess.call(command, stdout=sys.stderr) != 0:
        sys.exit(f"This step failed: {' '.join(command)}")


def works(python):
    """A virtual environment breaks when its folder, or the Python it was made from, has moved."""
    try:
        return subprocess.call([str(python), "-c", ""]) == 0
    except OSError:
        return False


def digest(name):
    return hashlib.sha256((ROOT / name).read_bytes()).hexdigest()


def mark_of(name):
    mark = VENV / f".installed-{name}"
    mark.touch()
    return mark


def tell(line):
    """To standard error: the output of `run.py manage` belongs to the command."""
    sys.stderr.write(line + "\n")
    sys.stderr.flush()


def start(what, words):
    from stack import command, site, suite
    from stack.trouble import CannotStart

    starts = {
        "site": site.main,
        "test": suite.test,
        "lint": suite.lint,
        "bench": command.bench,
        "manage": command.manage,
    }
    try:
        return starts[what](words)
    except CannotStart as reason:
        return str(reason)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        sys.exit(130)
