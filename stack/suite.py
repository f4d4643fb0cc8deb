"""`python3 run.py test …`: pytest, after the words have been compiled."""

import os
import subprocess
import sys

from stack import freshness
from stack.places import ROOT, data_folder, own_folder


def main(words):
    os.chdir(ROOT)
    _compile_catalogues()
    os.execv(sys.executable, [sys.executable, "-m", "pytest", *words])  # noqa: S606 - no shell is wanted


def _compile_catalogues():
    marks = freshness.Marks(own_folder(data_folder()))
    if "catalogues" in marks.outdated({"catalogues": freshness.words()}):
        env = {"DJANGO_SECRET_KEY": "only to compile the words"} | os.environ
        subprocess.run([sys.executable, "-m", "stack.prepare", "catalogues"], env=env, check=True)
        marks.record({"catalogues": freshness.words()})
