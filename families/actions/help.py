"""Help that really came."""

from django.db import transaction

from agency import audit
from families.actions.places import program_year_of


@transaction.atomic
def receive(*, service, participants, by):
    """Keep help that really came, in the program year in which it counts."""
    service.recorded_by = by
    service.program_year = program_year_of(service.family, service.received_on)
    service.save()
    service.participants.set(participants)
    audit.record("service_received", about=service, by=by, category=service.category.code, source=service.source)
    return service
