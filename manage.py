#!/usr/bin/env python
"""Django's door. `python3 run.py manage …` opens it with the servers of the running site."""

import os
import sys


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "familypartnership.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
