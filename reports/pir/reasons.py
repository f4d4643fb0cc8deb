"""Why a family is not counted, in a sentence; what would change it; and the page where one can do that."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from agency.access import Permission

NOTHING = _("Nothing to do")
BY_THE_RULE = _("Nothing, by the rule")


@dataclass(frozen=True)
class Reason:
    """One reason. `mends` names the page that changes it; without one nothing is wrong."""

    text: str | Promise
    change: str | Promise = NOTHING
    mends: str = ""
    needs: Permission = Permission.ASSESSMENT_EDIT

    is_usual: bool = False  # true of most families: it may be changed, and nothing speaks for something missing

    @property
    def place(self):
        """Where it stands in a list: what may be missing first, then what somebody could change, then the rest."""
        return 0 if self.is_open else 1 if self.mends else 2

    @property
    def is_open(self):
        """Something may be missing: worth a look before the number is filed."""
        return bool(self.mends) and not self.is_usual


SNAPSHOT = _("Say it in the snapshot")
A_DAY = _("A service date")
REASONS = {
    # snapshots
    "no_enrollment_snapshot": Reason(
        _("No snapshot of when they came"), _("Take the snapshot"), "families:snapshot enrollment"
    ),
    "no_end_snapshot": Reason(
        _("No snapshot of the end of their year"), _("Take the snapshot"), "families:snapshot end"
    ),
    "end_to_come": Reason(_("Still with us: the snapshot of the end is yet to come"), _("Nothing yet")),
    "enrollment_for_another_year": Reason(
        _("A snapshot of when they came speaks for another year"), _("Let it speak for this year"), "families:snapshots"
    ),
    "end_for_another_year": Reason(
        _("A snapshot of the end speaks for another year"), _("Let it speak for this year"), "families:snapshots"
    ),
    "not_asked": Reason(_("Not asked yet in the snapshot"), SNAPSHOT, "families:snapshot-edit"),
    "would_not_say": Reason(_("They would rather not say"), BY_THE_RULE),
    "said_otherwise": Reason(_("They said something else")),
    # services
    "no_kind_here": Reason(
        _("No kind of help of ours counts under this letter"), _("A kind of help in the mapping"),
        "reports:pir-mapping", Permission.SETTINGS_EDIT,
    ),
    "no_letter": Reason(
        _("Received help only of kinds that map to no letter"), _("A letter in the mapping"), "reports:pir-mapping",
        Permission.SETTINGS_EDIT,
    ),
    "by_themselves": Reason(_("Found help on their own, not through us"), BY_THE_RULE),
    "before_the_year": Reason(
        _("Served before the year began"), _("Outside the year, unless it prepared this one"), "families:help",
        is_usual=True,
    ),
    "after_the_year": Reason(_("Served after the year ended"), _("Counts in the next year")),
    "no_place_that_day": Reason(
        _("Served on a day without a place in this program"), _("The day, or the year it counts in"), "families:help"
    ),
    "another_year": Reason(
        _("Somebody chose another program year for it"), _("The year it counts in"), "families:help"
    ),
    "attended_without_a_day": Reason(_("Attended, no help written down"), A_DAY, "referrals:referral"),
    "received_elsewhere": Reason(
        _("Received through a referral, not in this year"), _("Outside the year"), "referrals:referral", is_usual=True
    ),
    "referral_waits": Reason(_("Referred only, help not received yet"), A_DAY, "referrals:referral", is_usual=True),
    "on_a_waiting_list": Reason(_("On the partner’s waiting list"), A_DAY, "referrals:referral", is_usual=True),
    "information_only": Reason(
        _("Information given, nobody knows whether they went"), A_DAY, "referrals:referral", is_usual=True
    ),
    "partner_declined": Reason(_("The partner declined"), BY_THE_RULE),
    "help_not_received": Reason(_("Referral closed, help not received"), BY_THE_RULE),
    "sent_on_elsewhere": Reason(_("Sent on to another partner"), A_DAY, "referrals:referral", is_usual=True),
    "referral_withdrawn": Reason(_("The referral was withdrawn"), BY_THE_RULE),
    "referral_not_sent": Reason(
        _("A referral is prepared, not sent"), _("Send it"), "referrals:referral", is_usual=True
    ),
    "need_only": Reason(_("Need expressed, no referral and no help"), A_DAY, "families:service-add", is_usual=True),
    "nothing_recorded": Reason(_("No need, no referral and no help of this kind on record")),
    "no_need_recorded": Reason(_("No need of this kind on record")),
    # fathers
    "nobody_took_part": Reason(_("Nobody is recorded as taking part")),
    "not_recorded_as_father": Reason(
        _("Somebody took part, not recorded as father or father figure"), _("Say who is a father figure"),
        "families:activity", Permission.FAMILY_EDIT, is_usual=True,
    ),
    "father_outside_the_year": Reason(_("A father took part outside the year"), _("Outside the year")),
    # a home, foster care, child welfare
    "always_had_a_home": Reason(_("No time without a home on record")),
    "without_a_home_in_other_years": Reason(
        _("Without a home in other years only"), _("The days of that time"), "families:situation", is_usual=True
    ),
    "snapshot_says_no_home": Reason(
        _("The snapshot says the home was lost; no time without a home is written down"),
        _("Write the time down"), "families:situation",
    ),
    "no_child_enrolled": Reason(_("No enrolled child, a pregnancy only"), BY_THE_RULE),
    "no_home_found_yet": Reason(
        _("No home found yet, or its day is not written down"), _("The day"), "families:situation", is_usual=True
    ),
    "found_a_home_in_another_year": Reason(_("Found a home outside the year"), _("Outside the year")),
    "not_in_care": Reason(_("No child in foster care on record")),
    "in_care_in_other_years": Reason(
        _("In foster care in other years only"), _("The days"), "families:situation", is_usual=True
    ),
    "snapshot_says_foster": Reason(
        _("The snapshot says foster parents; no foster care is written down"), _("Write it down"), "families:situation"
    ),
    "no_welfare_on_record": Reason(_("No child welfare involvement on record")),
    "not_sent_by_welfare": Reason(
        _("Child welfare works with them, but did not send the child to us"), _("Say that they sent the child"),
        "families:situation-restricted", Permission.RESTRICTED_VIEW, is_usual=True
    ),
    # who left
    "nobody_left": Reason(_("Every child stayed until the year was over, or is still with us")),
    "left_later": Reason(_("Left after 45 days or more")),
    # pregnant women
    "no_pregnancy": Reason(_("No place for a pregnancy in this year")),
    "no_such_help": Reason(_("No help of these kinds for her on record"), A_DAY, "families:service-add", is_usual=True),
    "no_expected_day": Reason(_("The day the baby is expected is not known"), _("Her record"), "families:edit"),
    "not_among_them": Reason(_("Enrolled in another part of the pregnancy")),
    # not counts of families
    "by_hand": Reason(_("This number is written down by hand"), BY_THE_RULE),
    "nobody_wrote": Reason(_("Nobody has written this number down yet"), _("The number")),
    "counts_partners": Reason(_("This number counts partners"), BY_THE_RULE),
}  # fmt: skip
TAKES_A_RECORD = ("families:snapshot-edit",)


def link(why, family, user):
    """The page that changes it, for who may; else "" and somebody else has to."""
    reason = REASONS[why.reason]
    if not reason.mends or not user.may(reason.needs):
        return ""
    page, _space, more = reason.mends.partition(" ")
    if page in TAKES_A_RECORD:
        return reverse(page, args=[family, why.ref])
    if page in ("referrals:referral", "families:activity"):
        return reverse(page, args=[why.ref]) if why.ref else reverse("families:edit", args=[family])
    if page == "reports:pir-mapping":
        return ""
    return reverse(page, args=[family, more] if more else [family])
