"""`python3 run.py test …` and `python3 run.py lint`: what a change has to pass."""

import os
import subprocess
import sys
from pathlib import Path

from stack import freshness
from stack.places import ROOT, data_folder, own_folder

TOOLS = Path(sys.executable).parent
CHECKS = (
    ("ruff", "check"),
    ("ruff", "format", "--check"),
    ("lint-imports",),
    ("djlint", "templates", "--lint"),
)


def test(words):
    """Without words, the whole suite on every core; with words, what pytest makes of them, in one process."""
    os.chdir(ROOT)
    _compile_catalogues()
    words = words or ["-n", "auto"]
    os.execv(sys.executable, [sys.executable, "-m", "pytest", *words])  # noqa: S606 - no shell is wanted


def lint(words):
    """All of them, also after one has failed: a person mends more than one thing at a time."""
    results = [subprocess.call([TOOLS / tool, *options], cwd=ROOT) for tool, *options in CHECKS]
    return 1 if any(results) else 0


def _compile_catalogues():
    marks = freshness.Marks(own_folder(data_folder()))
    if freshness.catalogues() and "catalogues" in marks.outdated({"catalogues": freshness.words()}):
        env = {"DJANGO_SECRET_KEY": "only to compile the words"} | os.environ
        subprocess.run([sys.executable, "-m", "stack.prepare", "catalogues"], env=env, check=True)
        marks.record({"catalogues": freshness.words()})
