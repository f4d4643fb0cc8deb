"""This room's part of a family's own record: what was decided about it. Sessions and reflections are not about it."""

from django.utils.translation import gettext as _

from agency.own_record import section
from supervision.models import Consultation, Decision


def sections(family, asked):
    """Decisions; consultations about child welfare only by decision of a supervisor or a manager."""
    decisions = Decision.objects.filter(family=family).order_by("pk")
    consulted = Consultation.objects.filter(family=family).order_by("held_on", "pk") if asked.restricted else []
    return [
        section("supervision_decisions", _("What our staff decided about how to help"), decisions, asked=asked),
        section("consultations", _("When somebody thought along about child welfare"), consulted, asked=asked),
    ]
