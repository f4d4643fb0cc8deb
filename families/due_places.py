"""What is due of the families that hold a place: their conversation, a worker, what we must tell them.

One statement reads it for all kinds and all families.
"""

from datetime import date
from typing import NamedTuple

from django.db import connection
from django.utils.translation import gettext as _

from agency.access import Permission, on_which
from agency.addresses import reverse
from agency.due import Due

# One parent raises the children when the others are not on record, have left, or no child lives with them.
ONE_PARENT = """(
        SELECT count(*) FROM families_familymember parent
        WHERE parent.family_id = {family} AND parent.role = 'parent' AND parent.left_on IS NULL
          AND parent.relationship IN ('mother', 'father', 'stepmother', 'stepfather', 'partner', 'unknown')
          AND NOT EXISTS (
              SELECT FROM families_relation relation WHERE relation.adult_id = parent.id
              HAVING count(*) > 0 AND bool_and(relation.lives_with = 'no')
          )
    ) = 1"""

# For each family with a place today, the place held longest: the program year it entered in, the year that runs, and
# what has not happened yet. A notice given while the family was taken in, some weeks before the year began, counts for
# that year.
HELD = """
SELECT * FROM (
    SELECT place.*, family.name, entered.starts_on AS entered_from, entered.ends_on AS entered_to,
    GREATEST(place.entered_on, runs.starts_on) AS since,
    runs.starts_on AS runs_from, runs.ends_on AS runs_to,
    EXISTS (SELECT FROM families_assessment WHERE family_id = place.family_id) AS talk_begun,
    EXISTS (
        SELECT FROM families_assessment WHERE family_id = place.family_id AND done_on IS NOT NULL
    ) AS talk_held,
    EXISTS (
        SELECT FROM families_assignment WHERE family_id = place.family_id AND kind = 'primary'
          AND starts_on <= %(on)s AND (ends_on IS NULL OR ends_on >= %(on)s)
    ) AS served,
    EXISTS (
        SELECT FROM families_noticegiven WHERE family_id = place.family_id AND kind = 'rights'
          AND given_on >= GREATEST(place.entered_on, runs.starts_on) - 60
    ) AS told_rights,
    EXISTS (
        SELECT FROM families_noticegiven WHERE family_id = place.family_id AND kind = 'child_support'
    ) OR NOT {one_parent} AS told_child_support
    FROM (
        SELECT DISTINCT ON (family_id) family_id, program_id, option, COALESCE(clocks_from, entered_on) AS entered_on
        FROM families_enrollment
        WHERE family_id = ANY(%(families)s) AND entered_on <= %(on)s AND (exited_on IS NULL OR exited_on >= %(on)s)
        ORDER BY family_id, 4, id
    ) place
    JOIN families_family family ON family.id = place.family_id
    LEFT JOIN LATERAL (
        SELECT starts_on, ends_on FROM agency_programyear
        WHERE program_id = place.program_id AND starts_on <= place.entered_on
        ORDER BY starts_on DESC LIMIT 1
    ) entered ON true
    LEFT JOIN LATERAL (
        SELECT starts_on, ends_on FROM agency_programyear
        WHERE program_id = place.program_id AND starts_on <= %(on)s
        ORDER BY starts_on DESC LIMIT 1
    ) runs ON true
) held
WHERE NOT (talk_held AND served AND told_rights AND told_child_support)
ORDER BY family_id
""".replace("{one_parent}", ONE_PARENT.replace("{family}", "place.family_id"))


class Held(NamedTuple):
    """One row of HELD."""

    family_id: int
    program_id: int
    option: str
    entered_on: date
    family_name: str
    entered_from: date | None
    entered_to: date | None
    since: date
    runs_from: date | None
    runs_to: date | None
    talk_begun: bool
    talk_held: bool
    served: bool
    told_rights: bool
    told_child_support: bool


def items(families, user, clocks):
    """Everything due in these (visible) families, named by key, that begins with their place."""
    if not any(user.may(permission) for permission, _ask in ASKED):
        return []
    found = []
    for place in _held(families, clocks.on):
        found += [(permission, item) for permission, ask in ASKED for item in [ask(place, clocks)] if item]
    return _allowed(found, families, user)


def _held(families, on):
    if not families:
        return []
    with connection.cursor() as cursor:
        cursor.execute(HELD, {"families": list(families), "on": on})
        return [Held(*row) for row in cursor.fetchall()]


def _allowed(found, families, user):
    """Those for which this person may do what is due, on that family."""
    allowed = {permission: set(_on_which(user, permission, families)) for permission in {each for each, _item in found}}
    return [item for permission, item in found if item.family_id in allowed[permission]]


def _on_which(user, permission, families):
    """Who assigns does so for whoever is visible; all else asks for the family."""
    if permission == Permission.FAMILY_ASSIGN:
        return families if user.may(permission) else []
    return on_which(user, permission, families)


def _conversation(place, clocks):
    """Families that have not talked their strengths through: first the offer is due, then the end."""
    if place.talk_held:
        return None
    begun = place.talk_begun
    code = "assessment_done" if begun else "assessment_offered"
    season = (place.entered_from, place.entered_to)
    due_on = clocks.near(code, place.entered_on, place.program_id, season, place.option)
    if due_on is None:
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


def _without_a_worker(place, clocks):
    """Families that nobody serves: for whoever may assign them."""
    if place.served:
        return None
    return Due(
        family_id=place.family_id,
        family_name=place.family_name,
        kind="no_main_worker",
        what=_("Nobody is the main worker of this family."),
        due_on=clocks.on,
        act=_("Assign a worker"),
        url=reverse("families:assign", args=[place.family_id]),
        icon="hand",
    )


def _rights_notice(place, clocks):
    """Families that have not had this year's notice of their privacy rights (45 CFR 1303.22(e))."""
    if place.told_rights:
        return None
    what = _("Time for the yearly notice of their rights: who may see what, and whom they can ask.")
    return _to_tell(place, clocks, "rights_notice", "rights", what)


def _child_support(place, clocks):
    """Families with one parent that have not heard of child support services (Head Start Act 642(b)(10))."""
    if place.told_child_support:
        return None
    what = _("One parent raises the children: tell them about child support services, if they wish.")
    return _to_tell(place, clocks, "child_support", "child_support", what)


def _to_tell(place, clocks, code, kind, what):
    season = (place.runs_from, place.runs_to)
    due_on = clocks.near(code, place.since, place.program_id, season, place.option)
    if due_on is None:
        return None
    return Due(
        family_id=place.family_id,
        family_name=place.family_name,
        kind=code,
        what=what,
        due_on=due_on,
        act=_("Tell them"),
        url=f"{reverse('families:papers-add', args=[place.family_id])}?told={kind}",
        icon="note",
    )


ASKED = (
    (Permission.ASSESSMENT_EDIT, _conversation),
    (Permission.FAMILY_ASSIGN, _without_a_worker),
    (Permission.FAMILY_EDIT, _child_support),
    (Permission.FAMILY_EDIT, _rights_notice),
)
