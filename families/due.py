"""What is due by this room's tables: urgent needs, conversations, families without a worker, what we must tell them."""

from datetime import date
from typing import NamedTuple

from django.db import connection
from django.db.models import Exists, OuterRef
from django.urls import reverse_lazy as reverse  # hundreds of rows are counted, a few are shown
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency.access import Permission, on_which
from agency.due import Due
from families import due_snapshots
from families.models import Assignment, Enrollment, Family, Need


def items(families, user, clocks):
    """Everything due in these (visible) families, named by key: one statement for each kind."""
    return [
        *_urgent_needs(families, user, clocks),
        *_conversations(families, user, clocks),
        *_without_a_worker(families, user, clocks),
        *due_snapshots.items(families, user, clocks),
        *_to_tell(families, user, clocks),
    ]


def _urgent_needs(families, user, clocks):
    """A person is at risk today: nobody has taken a first step."""
    if clocks.rule("urgent_need") is None:
        return []
    waiting = Need.objects.visible_to(user, Permission.ASSESSMENT_EDIT).urgent().filter(first_step_at=None)
    rows = waiting.filter(family__pk__among=families).values_list("pk", "family", "family__name", "what", "opened_at")
    return [
        Due(
            family_id=family,
            family_name=name,
            kind="urgent_need",
            what=_("Urgent: %(what)s. Nobody has taken a first step.") % {"what": what.rstrip(".")},
            due_on=clocks.due_on("urgent_need", timezone.localtime(opened_at).date()),
            act=_("First step"),
            url=reverse("families:need", args=[pk]),
            icon="alert",
            is_urgent=True,
        )
        for pk, family, name, what, opened_at in rows
    ]


# For each family with a place today and no conversation held, the place held longest, whether one has begun, and the
# program year it entered in.
NOT_HELD = """
SELECT place.*, family.name, year.starts_on, year.ends_on, EXISTS (
    SELECT FROM families_assessment WHERE family_id = place.family_id
)
FROM (
    SELECT DISTINCT ON (family_id) family_id, program_id, entered_on
    FROM families_enrollment
    WHERE family_id = ANY(%(families)s) AND entered_on <= %(on)s AND (exited_on IS NULL OR exited_on >= %(on)s)
    ORDER BY family_id, entered_on, id
) place
JOIN families_family family ON family.id = place.family_id
LEFT JOIN LATERAL (
    SELECT starts_on, ends_on FROM agency_programyear
    WHERE program_id = place.program_id AND starts_on <= place.entered_on
    ORDER BY starts_on DESC LIMIT 1
) year ON true
WHERE NOT EXISTS (
    SELECT FROM families_assessment WHERE family_id = place.family_id AND done_on IS NOT NULL
)
ORDER BY place.family_id
"""


class Place(NamedTuple):
    """One row of NOT_HELD."""

    family_id: int
    program_id: int
    entered_on: date
    family_name: str
    year_starts_on: date | None
    year_ends_on: date | None
    is_begun: bool


def _conversations(families, user, clocks):
    """Families in a program that have not talked their strengths through: first the offer is due, then the end."""
    families = on_which(user, Permission.ASSESSMENT_EDIT, families)
    if not families:
        return []
    with connection.cursor() as cursor:
        cursor.execute(NOT_HELD, {"families": families, "on": clocks.on})
        places = [Place(*row) for row in cursor.fetchall()]
    return [item for item in (_conversation(place, clocks) for place in places) if item]


def _conversation(place, clocks):
    begun = place.is_begun
    code = "assessment_done" if begun else "assessment_offered"
    season = (place.year_starts_on, place.year_ends_on) if place.year_starts_on else None
    due_on = clocks.due_on(code, place.entered_on, place.program_id, season)
    if due_on is None or not clocks.shows(code, due_on, place.program_id):
        return None
    return Due(
        family_id=place.family_id,
        family_name=place.family_name,
        kind=code,
        what=_("The strengths conversation has begun.") if begun else _("Time to talk about what is strong and hard."),
        due_on=due_on,
        act=_("Go on") if begun else _("Begin it"),
        url=reverse("families:assess", args=[place.family_id]),
        icon="sun",
    )


def _without_a_worker(families, user, clocks):
    """Families that nobody serves: for whoever may assign them."""
    if not user.may(Permission.FAMILY_ASSIGN):
        return []
    here = {"family": OuterRef("pk")}
    served = Assignment.objects.in_force(clocks.on).filter(kind=Assignment.Kind.PRIMARY, **here)
    placed = Enrollment.objects.in_force(clocks.on).filter(**here)
    rows = Family.objects.filter(~Exists(served), Exists(placed), pk__among=families).order_by("pk")
    return [
        Due(
            family_id=pk,
            family_name=name,
            kind="no_main_worker",
            what=_("Nobody is the main worker of this family."),
            due_on=clocks.on,
            act=_("Assign a worker"),
            url=reverse("families:assign", args=[pk]),
            icon="hand",
        )
        for pk, name in rows.values_list("pk", "name")
    ]


# For each family with a place today: the place held longest, the program year that runs, and what they have not heard.
# A notice given while the family was taken in, some weeks before the year began, counts for that year.
# One parent raises the children: the others are not on record, have left, or no child lives with them.
NOT_TOLD = """
WITH placed AS (
    SELECT place.family_id, place.program_id, GREATEST(place.entered_on, year.starts_on) AS since, family.name
    FROM (
        SELECT DISTINCT ON (family_id) family_id, program_id, entered_on
        FROM families_enrollment
        WHERE family_id = ANY(%(families)s) AND entered_on <= %(on)s AND (exited_on IS NULL OR exited_on >= %(on)s)
        ORDER BY family_id, entered_on, id
    ) place
    JOIN families_family family ON family.id = place.family_id
    LEFT JOIN LATERAL (
        SELECT starts_on FROM agency_programyear
        WHERE program_id = place.program_id AND starts_on <= %(on)s
        ORDER BY starts_on DESC LIMIT 1
    ) year ON true
)
SELECT 'rights_notice', family_id, program_id, since, name FROM placed
WHERE NOT EXISTS (
    SELECT FROM families_noticegiven
    WHERE family_id = placed.family_id AND kind = 'rights' AND given_on >= since - 60
)
UNION ALL
SELECT 'child_support', family_id, program_id, since, name FROM placed
WHERE NOT EXISTS (
    SELECT FROM families_noticegiven WHERE family_id = placed.family_id AND kind = 'child_support'
) AND (
    SELECT count(*) FROM families_familymember parent
    WHERE parent.family_id = placed.family_id AND parent.role = 'parent' AND parent.left_on IS NULL
      AND parent.relationship IN ('mother', 'father', 'stepmother', 'stepfather', 'partner', 'unknown')
      AND NOT EXISTS (
          SELECT FROM families_relation relation WHERE relation.adult_id = parent.id
          HAVING count(*) > 0 AND bool_and(relation.lives_with = 'no')
      )
) = 1
ORDER BY 1, 2
"""


def _to_tell(families, user, clocks):
    """What families must hear and have not: the yearly notice of their privacy rights (45 CFR 1303.22(e)) and, where
    one parent raises the children, of child support services (Head Start Act 642(b)(10))."""
    if not any(clocks.rule(code) for code in TOLD):
        return []
    families = on_which(user, Permission.FAMILY_EDIT, families)
    if not families:
        return []
    with connection.cursor() as cursor:
        cursor.execute(NOT_TOLD, {"families": families, "on": clocks.on})
        rows = cursor.fetchall()
    return [item for item in (_told(*row, clocks) for row in rows) if item]


# By clock: the kind of notice that answers it, and the sentence.
TOLD = {
    "rights_notice": (
        "rights",
        gettext_lazy("Time for the yearly notice of their rights: who may see what, and whom they can ask."),
    ),
    "child_support": (
        "child_support",
        gettext_lazy("One parent raises the children: tell them about child support services, if they wish."),
    ),
}


def _told(code, family, program, since, name, clocks):
    due_on = clocks.due_on(code, since, program)
    if due_on is None or not clocks.shows(code, due_on, program):
        return None
    notice, what = TOLD[code]
    return Due(
        family_id=family,
        family_name=name,
        kind=code,
        what=what,
        due_on=due_on,
        act=_("Tell them"),
        url=f"{reverse('families:papers-add', args=[family])}?told={notice}",
        icon="note",
    )
