"""What tests of notes say again and again."""

from django.urls import reverse
from django.utils import timezone

TODAY = timezone.localdate


def address(name, row):
    return reverse(f"goals:{name}", args=[row.pk])


def note_posted(**more):
    return {"contact": "phone", "text": "We talked", "visibility": "general", "happened_on": TODAY()} | more


def with_a_reason(client, family):
    """A manager has said today why this family is opened."""
    session = client.session
    session["reasons"] = {str(family.pk): {"why": "Complaint", "on": str(TODAY())}}
    session.save()
    return client
