"""The figures of a caseload: each a reason to look, in the order a supervisor reads, and how it is found."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from agency.access import Permission

STUCK_AFTER = 60  # days without a contact that touched the goal
CELEBRATED_WITHIN = 30
FATHER_WITHIN = 90
SNOOZED_WITHIN, SNOOZED_OFTEN = 90, 3
BABY_MONTHS = 12


@dataclass(frozen=True)
class Figure:
    """One reason to look at families."""

    code: str
    label: Promise
    icon: str
    tone: str = "attention"  # when it stands out
    in_table: bool = True  # a column beside each worker; the others stand in the team's list
    needs: str = ""  # a permission, for figures about restricted facts


FIGURES = [
    Figure("no_contact", _("No contact, 30 days"), "phone"),
    Figure("overdue", _("Past its day"), "clock"),
    Figure("urgent", _("Urgent"), "alert", "urgent"),
    Figure("stuck", _("Goals not moving"), "goal"),
    Figure("no_steps", _("Goals without a step"), "goal", in_table=False),
    Figure("old_referral", _("Old referrals"), "referral"),
    Figure("agreement", _("No agreement yet"), "pen"),
    Figure("reoffer", _("Said no, to be asked again"), "hand", in_table=False),
    Figure("not_welcomed", _("New, not welcomed"), "hand"),
    Figure("consultation", _("Child welfare, nobody thought along"), "lock", "attention", False,
           Permission.CONSULTATION_EDIT),
    Figure("safety", _("A hidden address, or somebody not to contact"), "shield", "", in_table=False),
    Figure("father", _("A father figure not heard of lately"), "family", in_table=False),
    Figure("snoozed", _("Put aside again and again"), "calendar", in_table=False),
    Figure("celebration", _("Celebrations"), "star", ""),
]  # fmt: skip
BY_CODE = {figure.code: figure for figure in FIGURES}
IN_TABLE = [figure for figure in FIGURES if figure.in_table]


def shown_to(user):
    """The figures this person may know: one about restricted facts only with the permission to think along."""
    return [figure for figure in FIGURES if not figure.needs or user.may(figure.needs)]


def label(figure, clocks):
    """The figure's name; the length of the check-in clock stands in it, as the agency has set it."""
    rule = clocks.rule("check_in")
    if figure.code != "no_contact" or rule is None:
        return str(figure.label)
    return ngettext("No contact, %(n)s day", "No contact, %(n)s days", rule.length) % {"n": rule.length}
