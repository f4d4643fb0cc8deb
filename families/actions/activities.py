"""Activities with many families: prepared, invited, posted, corrected, undone. A fixed number of statements each."""

from dataclasses import dataclass, field
from datetime import timedelta

from django.db import connection, transaction
from django.db.models import BooleanField, Case, PositiveSmallIntegerField, Q, Value, When
from django.utils import timezone
from django.utils.translation import gettext as _

from agency import audit, held
from agency.access import Permission
from families.actions.help import years_of
from families.models import Activity, Attendance, Family, FamilyMember, Need, ServiceReceived

UNDO_FOR = timedelta(days=30)
TURN = 4_712  # the number under which two posts of the same activity wait for each other


class NotHeldYet(Exception):
    """Nobody can have come to what has not been held."""


class NobodyCame(Exception):
    """An activity without a single adult is not posted."""


class PostedAlready(Exception):
    """What is posted is changed after it is undone, or family by family."""


class CannotUndo(Exception):
    """Nothing is posted, it was too long ago, or colleagues' families came too."""


@dataclass
class Kept:
    """What became of the ticks: how many count, who is counted elsewhere already, how many hold no place."""

    families: int
    adults: int
    already: list = field(default_factory=list)  # Family: at the same activity on the same day in another entry
    without_place: int = 0


@transaction.atomic
def prepare(*, form, by):
    """Keep what an activity is. What is posted already does not change under the families who have it."""
    if form.instance.pk is None:
        form.instance.added_by = by
    elif Activity.objects.select_for_update(of=("self",)).get(pk=form.instance.pk).is_posted:
        raise PostedAlready(_("This activity is posted. Undo the posting first, then change it and post it again."))
    activity = form.save()
    audit.record("activity_prepared", about=activity, by=by, kind=str(activity.kind), on=str(activity.held_on))
    return activity


@transaction.atomic
def invite(*, activity, families, by):
    """Put the adults of these (visible) families on the list; returns the families who have no adult on record.

    Nobody has come yet. Who stands on the list already stays as they are.
    """
    adults = FamilyMember.objects.adults().filter(family__pk__among=families, left_on=None)
    rows = [
        Attendance(activity=activity, family_id=family, member_id=pk, is_father_figure=father)
        for pk, family, father in adults.order_by("pk").values_list("pk", "family", "is_father_figure")
    ]
    Attendance.objects.bulk_create(rows, ignore_conflicts=True)
    audit.record("activity_invited", about=activity, by=by, families=len(families))
    return set(families) - {row.family_id for row in rows}


@transaction.atomic
def keep_attendance(*, activity, came, fathers, by, asked=None):
    """Post the activity to the families whose adults `came` (keys of attendances), and take it from those who did not.

    Looks only at the families on which `by` may act, and of them at the attendances `asked` about, when they are
    named; called again it corrects, and never doubles a service. `fathers` are the keys of those who came as a father
    or father figure.
    """
    activity = Activity.objects.select_for_update(of=("self",)).select_related("category").get(pk=activity.pk)
    if activity.held_on > timezone.localdate():
        raise NotHeldYet(_("This activity has not been held yet. Post it afterwards."))
    _one_at_a_time(activity)
    rows = _asked_about(activity, asked, by)
    here = [row for row in rows if row.pk in came]
    already = _counted_elsewhere(activity, {row.family_id for row in here})
    here = [row for row in here if row.family_id not in already]
    if not here and not already and not activity.is_posted:
        raise NobodyCame(_("Tick who came first. Nobody is counted by being on the list."))
    _mark(activity, rows, here, fathers)
    families = {row.family_id for row in here}
    _take_services(activity, {row.family_id for row in rows} - families)
    years = _give_services(activity, here, by) if activity.category_id else {}
    if families and not activity.is_posted:
        _post(activity, by)
    kept = Kept(len(families), len(here), list(already.values()), len(families - years.keys()))
    audit.record("activity_posted", about=activity, by=by, families=kept.families, adults=kept.adults)
    return kept if activity.category_id else Kept(kept.families, kept.adults, kept.already)


@transaction.atomic
def undo(*, activity, by):
    """Take the whole posting back: the help it brought goes, no report counts it; who was ticked stays ticked."""
    activity = Activity.objects.select_for_update(of=("self",)).get(pk=activity.pk)
    _may_be_undone(activity, by)
    families = set(activity.services_received.values_list("family", flat=True))
    _take_services(activity, families)
    activity.posted_at = activity.posted_by = None
    activity.undone_at, activity.undone_by = timezone.now(), by
    activity.save(update_fields=["posted_at", "posted_by", "undone_at", "undone_by"])
    audit.record("activity_undone", about=activity, by=by, families=len(families))
    return activity


@transaction.atomic
def drop(*, activity, by):
    """An activity that was prepared and never posted goes, with its list."""
    activity = Activity.objects.select_for_update(of=("self",)).get(pk=activity.pk)
    if activity.is_posted:
        raise PostedAlready(_("This activity is posted. Undo the posting first."))
    held.refuse(*Attendance.objects.filter(activity=activity).values_list("family", flat=True).distinct())
    audit.record("activity_dropped", about=activity, by=by, on=str(activity.held_on))
    Attendance.objects.filter(activity=activity)._raw_delete("default")
    activity.delete()


def undo_until(activity):
    """The last day on which a posting can be undone, or None."""
    return timezone.localdate(activity.posted_at + UNDO_FOR) if activity.is_posted else None


def _may_be_undone(activity, by):
    if not activity.is_posted:
        raise CannotUndo(_("This activity is not posted, so there is nothing to undo."))
    if timezone.localdate() > undo_until(activity):
        raise CannotUndo(
            _("It was posted more than %(days)s days ago. Correct it family by family.") % {"days": UNDO_FOR.days}
        )
    came = Attendance.objects.filter(activity=activity, is_present=True)
    mine = Attendance.objects.visible_to(by, Permission.ASSESSMENT_EDIT).filter(activity=activity, is_present=True)
    if came.count() != mine.count():
        raise CannotUndo(_("Families of colleagues came too. Ask a supervisor, or correct your own families."))


def _asked_about(activity, asked, by):
    """The rows that may change. A family is asked about whole, or the help it received would follow half of it."""
    rows = Attendance.objects.visible_to(by, Permission.ASSESSMENT_EDIT).filter(activity=activity)
    if asked is not None:
        rows = rows.filter(family__in=rows.filter(pk__among=list(asked)).values("family"))
    return list(rows)


def _one_at_a_time(activity):
    """The same activity entered twice is posted one after the other, so that the second sees the first."""
    with connection.cursor() as cursor:
        key = f"{activity.kind} {activity.title.casefold()} {activity.held_on}"
        cursor.execute("SELECT pg_advisory_xact_lock(%s, hashtext(%s))", [TURN, key])


def _counted_elsewhere(activity, families):
    """{key: family} of those who came to the same activity on the same day by another entry."""
    same = {"title__iexact": activity.title, "kind": activity.kind, "held_on": activity.held_on}
    others = Activity.objects.posted().filter(**same).exclude(pk=activity.pk)
    there = Attendance.objects.counted().filter(activity__in=others, family__pk__among=list(families))
    return Family.objects.in_bulk(list(there.order_by().values_list("family", flat=True).distinct()))


def _mark(activity, rows, here, fathers):
    """Who came, who of them as a father, with how many minutes: one statement."""
    present, father = Q(pk__among=[row.pk for row in here]), Q(pk__among=list(fathers))
    Attendance.objects.filter(pk__among=[row.pk for row in rows]).update(
        is_present=Case(When(present, then=Value(True)), default=Value(False), output_field=BooleanField()),
        is_father_figure=Case(When(father, then=Value(True)), default=Value(False), output_field=BooleanField()),
        in_kind_minutes=Case(
            When(present, then=Value(activity.in_kind_minutes)),
            default=Value(0),
            output_field=PositiveSmallIntegerField(),
        ),
    )


def _take_services(activity, families):
    """The help of this activity goes from these families. Rows are deleted as they are: nothing else hangs on them."""
    given = ServiceReceived.objects.filter(activity=activity, family__pk__among=list(families))
    keys = list(given.values_list("pk", flat=True))
    if not keys:
        return
    Need.objects.filter(closed_with__in=keys).update(closed_with=None)
    _participants().filter(servicereceived__in=keys)._raw_delete("default")
    ServiceReceived.objects.filter(pk__in=keys)._raw_delete("default")


def _give_services(activity, here, by):
    """Each family that came has received this once; returns the program year in which it counts, by family."""
    families = {row.family_id for row in here}
    given = activity.services_received.filter(family__pk__among=list(families))
    known = dict(given.values_list("family", "pk"))
    years = years_of(families, activity.held_on)
    new = [_service(activity, family, years, by) for family in sorted(families - known.keys())]
    known |= {service.family_id: service.pk for service in ServiceReceived.objects.bulk_create(new)}
    _participants().filter(servicereceived__in=list(known.values()))._raw_delete("default")
    took_part = _participants().model
    took_part.objects.bulk_create(
        took_part(servicereceived_id=known[row.family_id], familymember_id=row.member_id) for row in here
    )
    return years


def _service(activity, family, years, by):
    return ServiceReceived(
        family_id=family,
        category_id=activity.category_id,
        what=activity.line or activity.title,
        received_on=activity.held_on,
        program_year_id=years.get(family),
        source=ServiceReceived.Source.PROGRAM,
        activity=activity,
        recorded_by=by,
    )


def _participants():
    return ServiceReceived.participants.through.objects.all()


def _post(activity, by):
    activity.posted_at, activity.posted_by = timezone.now(), by
    activity.undone_at = activity.undone_by = None
    activity.save(update_fields=["posted_at", "posted_by", "undone_at", "undone_by"])
