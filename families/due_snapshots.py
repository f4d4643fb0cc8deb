"""What is due of the two snapshots: one after they came, one in the last weeks of their year or when they leave."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agency.access import Permission, on_which
from agency.addresses import reverse
from agency.due import Due
from families.missing import standing
from families.models import Snapshot

ENROLLMENT, END = Snapshot.Moment.ENROLLMENT, Snapshot.Moment.END


def items(families, user, clocks):
    """The snapshots due in these (visible) families: one statement."""
    if clocks.rule("enrollment_snapshot") is None and clocks.rule("end_snapshot") is None:
        return []
    rows = standing(on_which(user, Permission.ASSESSMENT_EDIT, families), clocks.on)
    found = [item for row in rows for item in (_began(row, clocks), _ends(row, clocks)) if item]
    return list({(item.family_id, item.kind): item for item in reversed(found)}.values())  # one act serves two programs


def _began(row, clocks):
    season = (row.year_starts_on, row.year_ends_on)
    due_on = clocks.due_on("enrollment_snapshot", row.began_on, row.program_id, season, row.option)
    if row.is_whole(ENROLLMENT) or due_on is None or row.has_left(clocks.on):
        return None
    return _due(row, ENROLLMENT, "enrollment_snapshot", due_on, clocks)


def _ends(row, clocks):
    rule = clocks.rule("end_snapshot", row.program_id, row.option)
    if row.is_whole(END) or rule is None:
        return None
    return _due(row, END, "end_snapshot", row.ends_on(), clocks)


def _due(row, moment, code, due_on, clocks):
    if not clocks.shows(code, due_on, row.program_id, row.option):
        return None
    return Due(
        family_id=row.family_id,
        family_name=row.family_name,
        kind=code,
        what=said(row, moment),
        due_on=due_on,
        act=_("Ask them"),
        url=reverse("families:snapshot", args=[row.family_id, moment.value]),
        icon="same",
    )


def said(row, moment):
    """What is missing, in a sentence."""
    taken = row.enrollment_id if moment == ENROLLMENT else row.end_id
    if taken is None:
        if moment == ENROLLMENT:
            return _("How they lived when they came is not written down.")
        return _("How they live at the end of their year is not written down.")
    count = len(row.lacks(moment))
    if moment == ENROLLMENT:
        return ngettext(
            "%(n)s answer from when they came is missing.", "%(n)s answers from when they came are missing.", count
        ) % {"n": count}
    return ngettext(
        "%(n)s answer from the end of their year is missing.",
        "%(n)s answers from the end of their year are missing.",
        count,
    ) % {"n": count}
