"""Places in a program: enroll, end, and the program year something counts in."""

from django.db import transaction

from agency import audit
from families.models import (
    Enrollment,
)


@transaction.atomic
def enroll(*, member, center, option, entered_on, by):
    """Give a child, or a woman who expects one, a place in the program of `center`."""
    if option == Enrollment.Option.PREGNANCY and not member.is_expecting:
        member.is_expecting = True
        member.save(update_fields=["is_expecting"])
    enrollment = Enrollment.objects.create(
        family=member.family,
        member=member,
        program=center.program,
        center=center,
        option=option,
        entered_on=entered_on,
    )
    audit.record("enrolled", about=enrollment, by=by, program=center.program.code, on=str(entered_on))
    return enrollment


@transaction.atomic
def end_place(*, form, by):
    """A place ends on its last day, for a reason. The family still counts for the time before."""
    place = form.save()
    audit.record("place_ended", about=place, by=by, on=str(place.exited_on), reason=place.exit_reason)
    return place


def program_year_of(family, day):
    """The year of the family's program that holds `day`: by the place held then, else the last one, else the center."""
    places = family.enrollments.select_related("program")
    place = places.in_force(day).order_by("entered_on", "pk").first() or places.order_by("-entered_on", "-pk").first()
    return (place.program if place else family.center.program).year_on(day)
