"""Help that really came: written down, taken back, and the program year in which it counts."""

from datetime import timedelta

from django.db import transaction
from django.db.models import OuterRef, Subquery
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agency import audit, held
from agency.models import ProgramYear
from families.models import Enrollment, Need, ServiceReceived

UNDO_FOR = timedelta(days=30)


class ReceivedAlready(Exception):
    """The same help stands on the same day already."""


class TooLateToTakeBack(Exception):
    """What was written down longer ago stands; reports have counted it."""


class NotByHand(Exception):
    """Help that came with an activity or a referral is taken back there."""


@transaction.atomic
def receive(*, service, participants, by):
    """Keep help that really came, in the program year in which it counts."""
    service.recorded_by = by
    if not service.counts_because:
        service.program_year_id = years_of([service.family_id], service.received_on).get(service.family_id)
    service.save()
    service.participants.set(participants)
    audit.record("service_received", about=service, by=by, category=service.category.code, source=service.source)
    return service


@transaction.atomic
def give(*, family, category, received_on, by, need=None):
    """Help from our program in two taps: its kind says what it was. The same on the same day stands once."""
    type(family).objects.select_for_update(of=("self",)).get(pk=family.pk)  # two thumbs, one row
    here = {"family": family, "category": category, "received_on": received_on}
    if ServiceReceived.objects.filter(**here, source=ServiceReceived.Source.PROGRAM).exists():
        raise ReceivedAlready(
            _("“%(what)s” stands here for %(day)s already. It is counted once.")
            % {"what": category, "day": date_format(received_on)}
        )
    service = ServiceReceived(**here, what=str(category), need=need, source=ServiceReceived.Source.PROGRAM)
    return receive(service=service, participants=[], by=by)


def receive_by_hand(*, form, by):
    """Keep help as a form tells it."""
    return receive(service=form.save(commit=False), participants=form.cleaned_data["participants"], by=by)


@transaction.atomic
def change_help(*, form, by):
    """What was received, said better; the year in which it counts follows the day."""
    service = form.save(commit=False)
    if not service.counts_because:
        service.program_year_id = years_of([service.family_id], service.received_on).get(service.family_id)
    service.save()
    service.participants.set(form.cleaned_data["participants"])
    audit.record("service_changed", about=service, by=by, category=service.category.code)
    return service


@transaction.atomic
def correct_day(*, service, received_on, by):
    """It came on another day than we had; the year in which it counts follows."""
    service.received_on = received_on
    if not service.counts_because:
        service.program_year_id = years_of([service.family_id], received_on).get(service.family_id)
    service.save(update_fields=["received_on", "program_year"])
    audit.record("service_changed", about=service, by=by, category=service.category.code)


@transaction.atomic
def take_back(*, service, by):
    """It was written down by mistake: it goes, its history stays, and no report counts it any more."""
    if service.activity_id or service.source == ServiceReceived.Source.REFERRAL:
        raise NotByHand(_("This help came with an activity or a referral. Take it back there."))
    if timezone.now() - service.recorded_at > UNDO_FOR:
        raise TooLateToTakeBack(
            _("This was written down more than %(days)s days ago, and reports have counted it. Ask your manager.")
            % {"days": UNDO_FOR.days}
        )
    held.refuse(service.family_id)
    uncount(service=service, by=by)


@transaction.atomic
def uncount(*, service, by):
    """It never came: no report counts it any more; its history stays."""
    audit.record("service_taken_back", about=service, by=by, category=service.category.code)
    Need.objects.filter(closed_with=service).update(closed_with=None)
    service.delete()


def years_of(families, day):
    """{family key: key of the program year in which help of that day counts}. One statement, however many families.

    It counts for the program in which the family holds a place that day; a family without one is left out. Of two
    programs the one held longest is named: `ServiceReceivedQuerySet.counting_in` finds the other one too.
    """
    year = ProgramYear.objects.filter(program=OuterRef("program"), starts_on__lte=day).order_by("-starts_on")
    places = Enrollment.objects.in_force(day).filter(family__pk__among=list(families))
    first = places.order_by("family", "entered_on", "pk").distinct("family")
    return dict(first.annotate(year=Subquery(year.values("pk")[:1])).values_list("family", "year"))
