"""What nobody has asked yet, family by family, narrowed by kind and worker. A fixed number of statements."""

from collections import Counter
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from agency.access import Permission
from agency.due import Clocks
from agency.models import User
from families.missing import standing
from families.models import Assignment, Enrollment, Family, FamilyMember, Snapshot

ENROLLMENT, END = Snapshot.Moment.ENROLLMENT, Snapshot.Moment.END
KINDS = ("enrollment", "end", "relationship", "birth_date", "no_adult")


@dataclass
class Row:
    """One family with something missing: its kinds, and of the snapshots how much."""

    family_id: int
    kinds: dict = field(default_factory=dict)  # kind: how many answers


def said(kind):
    return {
        "enrollment": _("When they came"),
        "end": _("End of their year"),
        "relationship": _("Who an adult is to the child"),
        "birth_date": _("A child’s birth date"),
        "no_adult": _("An adult"),
    }[kind]


def for_worker(families, worker):
    """Of these families those with a place now or lately; with `worker`, those whom that person serves first."""
    if worker:
        serving = Assignment.objects.in_force().filter(kind=Assignment.Kind.PRIMARY, worker=worker)
        families = families.filter(Exists(serving.filter(family=OuterRef("pk"))))
    return families.filter(Exists(Enrollment.objects.in_force().filter(family=OuterRef("pk"))))


def of(families):
    """Every one of these families that lacks something, by name: four statements, however many families."""
    names = dict(families.order_by().values_list("pk", "name"))
    found = {}
    for pk, kind, count in [*_snapshots(names), *_people(names)]:
        kinds = found.setdefault(pk, Row(pk)).kinds
        kinds[kind] = max(kinds.get(kind, 0), count)  # one snapshot serves both programs
    return sorted(found.values(), key=lambda row: (names[row.family_id].casefold(), row.family_id))


def _snapshots(names):
    clocks = Clocks()
    for row in standing(names, clocks.on):
        if not row.is_whole(ENROLLMENT) and not row.has_left(clocks.on):
            yield row.family_id, "enrollment", len(row.lacks(ENROLLMENT))
        near = clocks.shows("end_snapshot", row.ends_on(), row.program_id, row.option)
        if not row.is_whole(END) and (near or row.has_left(clocks.on)):
            yield row.family_id, "end", len(row.lacks(END))


def _people(names):
    """What is missing of the people themselves: one statement."""
    people = FamilyMember.objects.filter(family__pk__among=list(names), left_on=None).order_by()
    grown = set()
    for family, role, relationship, born_on in people.values_list("family", "role", "relationship", "born_on"):
        if role == FamilyMember.Role.CHILD:
            if born_on is None:
                yield family, "birth_date", 1
            continue
        grown.add(family)
        if role == FamilyMember.Role.PARENT and relationship == FamilyMember.Relationship.UNKNOWN:
            yield family, "relationship", 1
    for family in names.keys() - grown:
        yield family, "no_adult", 1


def filters(found, wanted):
    """Links by kind, each with the number of families; empty ones are left out."""
    counts = Counter(kind for row in found for kind in row.kinds)
    choices = [("", _("Everything"), len(found))]
    choices += [(kind, said(kind), counts[kind]) for kind in KINDS if counts[kind] or kind == wanted["kind"]]
    return [
        {"label": label, "count": count, "current": wanted["kind"] == kind, "url": f"?{_query(kind, wanted['worker'])}"}
        for kind, label, count in choices
    ]


def _query(kind, worker):
    return urlencode({name: value for name, value in (("kind", kind), ("worker", worker)) if value})


def rows(page, *, may_edit):
    """The rows of one page: who, by whom served, what is missing, each with the link that mends it."""
    families = Family.objects.filter(pk__in=[row.family_id for row in page]).with_main_worker().in_bulk()
    return [
        {
            "family": families[row.family_id],
            "worker": families[row.family_id].main_worker,
            "missing": [
                {"text": _text(kind, count), "url": _url(kind, row.family_id) if may_edit else ""}
                for kind, count in sorted(row.kinds.items(), key=lambda one: KINDS.index(one[0]))
            ],
        }
        for row in page
    ]


def _text(kind, count):
    if kind in ("enrollment", "end"):
        return _("%(what)s: %(n)s not asked") % {"what": said(kind), "n": count}
    return said(kind)


def _url(kind, family):
    if kind in ("enrollment", "end"):
        return reverse("families:snapshot", args=[family, kind])
    return reverse("families:edit", args=[family])


def workers(user):
    """Whose families one may look at, for who leads others."""
    if not user.may(Permission.CASELOAD_VIEW):
        return []
    mine = Family.objects.visible_to(user, Permission.ASSESSMENT_VIEW).order_by().values("pk")
    today = timezone.localdate()
    serving = Assignment.objects.in_force(today).filter(kind=Assignment.Kind.PRIMARY, family__in=mine)
    return User.objects.filter(pk__in=serving.values("worker")).order_by("last_name", "first_name")
