"""A family known for seven years, with three thousand notes: its pages cost what any family's cost."""

from datetime import timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from goals.models import ProgressNote
from workspace.bench.measure import PAGE, measured

NOTES = 3_000
DAYS = 7 * 365
WORDS = "We talked about the crib, the bus and Angel’s songs. She will call the clinic on Thursday. Number %s."


def rows(browser, family, writer, runs, size_of):
    """Measured in a transaction that is undone: the family has its own notes again afterwards."""
    pages = [
        ("Family page, 3,000 notes", reverse("workspace:family", args=[family.pk])),
        ("Timeline, 3,000 notes", reverse("workspace:timeline", args=[family.pk])),
        ("Notes, 3,000 of a family", reverse("goals:notes", args=[family.pk])),
        ("Words found in 3,000 notes", reverse("goals:notes", args=[family.pk]) + "?q=songs+clinic"),
        ("A slip, looked for in 3,000", reverse("goals:notes", args=[family.pk]) + "?q=klinic"),
        ("Words in all one's notes", reverse("goals:notes-find") + "?q=clinic"),
        ("Agenda, four weeks", reverse("workspace:agenda") + "?view=month"),
    ]
    with transaction.atomic():
        ProgressNote.objects.bulk_create(_notes(family, writer), 1_000)
        found = [
            measured(name, PAGE, lambda url=url: browser.get(url), runs=runs, size_of=size_of) for name, url in pages
        ]
        transaction.set_rollback(True)
    return found


def _notes(family, writer):
    today, contacts = timezone.localdate(), ProgressNote.Contact.values
    for number in range(NOTES):
        yield ProgressNote(
            family=family,
            happened_on=today - timedelta(days=number * DAYS // NOTES),
            contact=contacts[number % len(contacts)],
            text=WORDS % number,
            written_by=writer,
        )
