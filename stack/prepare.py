"""What has to be true before the first page is asked for. One Django start for all of it, with the owner's rights.

Run as `python -m stack.prepare STEP…` in an environment made by `stack.environment`.
"""

import os
import sys
from contextlib import suppress

import django
from django.core.management import CommandError, call_command

from stack.places import LOGINS, data_folder


def catalogues():
    call_command("catalogue", "compile")


def static():
    print("Collecting stylesheets, scripts and icons …")
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)


def migrations():
    print("Bringing the database up to date …")
    call_command("migrate", interactive=False, verbosity=0)


def demo():
    """The invented agency, unless there is an agency already; and its log-ins, kept to be shown on each start."""
    call_command("load_demo", "--if-empty", "--size", os.environ.get("DEMO_SIZE", "small"))
    # It has none to tell when the agency here is a real one.
    with (data_folder() / LOGINS).open("w") as file, suppress(CommandError):
        call_command("demo_logins", stdout=file)


STEPS = {step.__name__: step for step in (catalogues, static, migrations, demo)}


def main(names):
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "familypartnership.settings")
    django.setup()
    for name in names:
        STEPS[name]()


if __name__ == "__main__":
    main(sys.argv[1:])
