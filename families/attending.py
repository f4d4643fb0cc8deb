"""What the pages of activities read: the list, the families to choose from, who is on a list, the figures."""

from datetime import timedelta
from itertools import groupby

from django.db.models import Count, Exists, Max, OuterRef, Prefetch, Q, Subquery, Sum
from django.utils import timezone

from agency.access import Permission
from agency.models import Center, Program, User
from families.models import Assignment, Attendance, Enrollment, Family, FamilyMember

LATELY = 90  # days
NO_FATHER = {"mother", "stepmother", "grandmother", "aunt"}  # nobody is asked whether they came as a father
FIGURES = {
    "families": Count("family", distinct=True),
    "adults": Count("pk"),
    "fathers": Count("pk", filter=Q(is_father_figure=True)),
    "minutes": Sum("in_kind_minutes"),
}
NONE = dict.fromkeys(FIGURES, 0)


def figures(activities):
    """{key of an activity: how many families and adults came, how many of them as fathers, the in-kind minutes}."""
    came = Attendance.objects.filter(activity__in=[one.pk for one in activities], is_present=True)
    rows = came.order_by().values("activity").annotate(**FIGURES)
    return {row["activity"]: row for row in rows}


def total(activities):
    """The same figures over all posted ones of a queryset, families counted once."""
    posted = activities.posted().order_by().values("pk")
    return Attendance.objects.filter(activity__in=posted, is_present=True).aggregate(**FIGURES)


def narrowed(activities, *, state="", kind="", center=None, first=None, last=None, text=""):
    """The activities asked for."""
    states = {
        "prepared": Q(posted_at=None, undone_at=None),
        "posted": Q(posted_at__isnull=False),
        "undone": Q(posted_at=None, undone_at__isnull=False),
    }
    if state in states:
        activities = activities.filter(states[state])
    if kind:
        activities = activities.filter(kind=kind)
    if center:
        activities = activities.filter(center=center)
    if first:
        activities = activities.filter(held_on__gte=first)
    if last:
        activities = activities.filter(held_on__lte=last)
    return activities.filter(title__icontains=text) if text else activities


# ---- families to choose from --------------------------------------------------------------------------------------


def to_choose_from(activity, user, *, center=None, worker=None, came="", everybody=False, text=""):
    """The families this person may invite: with a place on the day, unless everybody is asked for."""
    families = Family.objects.visible_to(user, Permission.ASSESSMENT_EDIT)
    families = families.matching(text) if text else families
    here = {"family": OuterRef("pk")}
    if not everybody and not text:
        families = families.filter(Exists(Enrollment.objects.in_force(activity.held_on).filter(**here)))
    if center:
        families = families.filter(Q(center=center) | Exists(Enrollment.objects.filter(center=center, **here)))
    if worker:
        serving = Assignment.objects.in_force().filter(kind=Assignment.Kind.PRIMARY, worker=worker, **here)
        families = families.filter(Exists(serving))
    return _by_attendance(families, came).order_by("name", "pk")


def _by_attendance(families, came):
    if came not in ("lately", "not_lately", "never"):
        return families
    since = timezone.localdate() - timedelta(days=LATELY)
    there = Attendance.objects.counted().filter(family=OuterRef("pk"))
    there = there if came == "never" else there.filter(activity__held_on__gte=since)
    return families.filter(Exists(there) if came == "lately" else ~Exists(there))


def for_choosing(families, activity):
    """With their adults, when they last came to something, and whether they stand on this list already."""
    there = Attendance.objects.counted().filter(family=OuterRef("pk")).order_by().values("family")
    last = there.annotate(last=Max("activity__held_on")).values("last")
    adults = FamilyMember.objects.adults().filter(left_on=None).order_by("-is_main_contact", "pk")
    listed = Attendance.objects.filter(activity=activity, family=OuterRef("pk"))
    return (
        families.annotate(last_came=Subquery(last), is_listed=Exists(listed))
        .select_related("center")
        .prefetch_related(Prefetch("members", queryset=adults, to_attr="grown"))
        .with_main_worker()
    )


def centers_for(user):
    """The centers whose families this person may invite."""
    mine = Family.objects.visible_to(user, Permission.ASSESSMENT_EDIT).order_by().values("center")
    return Center.objects.filter(pk__in=mine).order_by("name")


def programs_of(centers):
    return Program.objects.filter(pk__in=centers.order_by().values("program"))


def workers_for(user):
    """The main workers of the families this person may invite."""
    mine = Family.objects.visible_to(user, Permission.ASSESSMENT_EDIT).order_by().values("pk")
    serving = Assignment.objects.in_force().filter(kind=Assignment.Kind.PRIMARY, family__in=mine)
    return User.objects.filter(pk__in=serving.values("worker")).order_by("last_name", "first_name")


# ---- who is on the list -------------------------------------------------------------------------------------------


def on_the_list(activity, user):
    """The families of the list whom this person may see, each with its adults: [(family, [attendance])]."""
    rows = Attendance.objects.visible_to(user).filter(activity=activity).select_related("family", "member")
    rows = rows.order_by("family__name", "family_id", "-member__is_main_contact", "member_id")
    return [(family, list(adults)) for family, adults in groupby(rows, key=lambda row: row.family)]


def may_record(activity, user):
    """The keys of the families on this list on which this person may act."""
    mine = Attendance.objects.visible_to(user, Permission.ASSESSMENT_EDIT).filter(activity=activity)
    return set(mine.order_by().values_list("family", flat=True).distinct())


def may_be_father(attendance):
    return attendance.is_father_figure or attendance.member.relationship not in NO_FATHER
