"""The named exceptions of 45 CFR 1303.22(b)-(c): what each asks for, in words, and who may write under it."""

from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency.access import Permission
from agency.days import written
from agency.models import Agency
from referrals.models import Disclosure

Ground = Disclosure.Ground

# The facts each ground asks for, besides what left, to whom and why.
ASKS = {
    Ground.SCHOOL: ("child", "notice_on", "is_copy_offered"),
    Ground.ACTING_FOR_US: ("agreement",),
    Ground.AUDIT: ("agreement", "agreement_said", "destroy_by"),
    Ground.STUDY: ("agreement", "agreement_said", "destroy_by"),
    Ground.EMERGENCY: ("emergency", "ends_on", "child"),
    Ground.COURT: ("court", "case_number", "notice_on", "is_notice_barred"),
    Ground.MEALS: ("is_counts_only",),
    Ground.CHILD_WELFARE: ("child", "agreement", "agreement_said"),
    Ground.MALTREATMENT: ("child", "case_number"),
}
ABOUT_A_CHILD = (Ground.SCHOOL, Ground.CHILD_WELFARE)

MEANS = {
    Ground.SCHOOL: gettext_lazy("The parent got a notice, could have a copy, and had time to say no."),
    Ground.ACTING_FOR_US: gettext_lazy("Their work for us needs it, and an agreement in force binds them."),
    Ground.AUDIT: gettext_lazy("Under an agreement, and destroyed when they are done."),
    Ground.STUDY: gettext_lazy("Under an agreement, and destroyed when they are done."),
    Ground.EMERGENCY: gettext_lazy("Only as long as the danger lasts: a serious allergy, a flood."),
    Ground.COURT: gettext_lazy("The parent is told first, unless the order forbids it."),
    Ground.MEALS: gettext_lazy("Counts for the food program. Nobody can be recognised."),
    Ground.CHILD_WELFARE: gettext_lazy(
        "For a child in foster care, when the agency has agreed in writing to protect it."
    ),
    Ground.MALTREATMENT: gettext_lazy("Kept apart: never on the family’s list, never on its copy."),
}
# Who stands beside a family in danger does not wait for a supervisor; nor does who must report.
AT_ONCE = (Ground.EMERGENCY, Ground.MALTREATMENT)


def open_to(permissions):
    """The grounds under which somebody with these permissions may write down what left."""
    if Permission.DISCLOSE_WITHOUT_CONSENT in permissions:
        return list(Ground)
    return list(AT_ONCE) if Permission.DISCLOSE_EMERGENCY in permissions else []


def time_to_refuse():
    """How long a parent has to say no before a school gets anything."""
    return timedelta(days=Agency.objects.values_list("school_notice_days", flat=True).first() or 10)


def in_words(facts):
    """What allowed it, as short sentences a family reads; [] for a line without such facts."""
    if facts is None:
        return []
    said = [
        facts.child and _("About %(child)s.") % {"child": facts.child.first_name},
        facts.notice_on and _("Notice sent %(day)s.") % {"day": written(facts.notice_on)},
        facts.is_copy_offered and _("A copy was offered."),
        facts.refuse_until and _("The parent could say no until %(day)s.") % {"day": written(facts.refuse_until)},
        facts.is_notice_barred and _("The order forbids telling the parent beforehand."),
        facts.agreement and _("Agreement: %(agreement)s.") % {"agreement": facts.agreement},
        facts.agreement_said and _("Agreement: %(agreement)s.") % {"agreement": facts.agreement_said},
        facts.destroy_by and _("Destroyed by %(day)s.") % {"day": written(facts.destroy_by)},
        facts.emergency and _("Emergency: %(what)s.") % {"what": facts.emergency},
        facts.ends_on and _("It ends %(day)s.") % {"day": written(facts.ends_on)},
        facts.court and _("%(court)s %(number)s") % {"court": facts.court, "number": facts.case_number},
        facts.is_counts_only and _("Only counts left."),
    ]
    return [sentence.strip() for sentence in said if sentence]
