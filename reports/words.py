"""What each figure is called and how it is counted: the words a reader opens from a number."""

from django.utils.translation import gettext_lazy as _

# figure: (name, definition)
FIGURES = {
    "families": (_("families served"), _("Families with somebody in the program on any day of the month, each once.")),
    "new": (_("new families"), _("Families whose first place here began in this month.")),
    "left": (_("families that left"), _("Families whose last place ended in this month.")),
    "served": (_("families served this year"), _("Families with a place on any day since the program year began.")),
    "reached": (
        _("families reached"),
        _("Families with at least one contact in the month. An unanswered call is none."),
    ),
    "not_reached": (_("families not reached"), _("Families served in the month without any contact in it.")),
    "fathers": (
        _("families with a father there"),
        _("Families in which a father or father figure took part in a contact."),
    ),
    "conversations_done": (
        _("strengths conversations finished"),
        _("Families that finished a conversation in the month."),
    ),
    "conversations_had": (
        _("families with a conversation"),
        _("Families that have ever finished one, by month’s end."),
    ),
    "conversations_late": (
        _("families whose conversation is late"),
        _("No finished conversation although the program’s clock, counted from the first day, has run out."),
    ),
    "conversations_twice": (_("families with two conversations or more"), _("Their first and latest can be compared.")),
    "agreements_signed": (
        _("agreements signed"),
        _("Families whose agreement is signed, or signed and being revised."),
    ),
    "agreements_written": (_("agreements being written"), _("The family would like one; it is not signed yet.")),
    "agreements_offered": (_("agreements offered"), _("Offered, and the family has not answered yet.")),
    "agreements_not_ready": (_("not now, ask again"), _("The family chose a day on which we ask again.")),
    "agreements_declined": (_("not wanted"), _("The family does not want one. That is their choice.")),
    "agreements_none": (_("not offered yet"), _("Families served in the month to whom no agreement was offered.")),
    "goals_set": (_("goals set"), _("Goals set in the month.")),
    "goals_set_this_year": (_("goals set this year"), _("Goals set since the program year began.")),
    "goals_open": (_("goals being worked on"), _("Started, and not ended by the end of the month.")),
    "goals_moved": (_("goals that moved forward"), _("Goals a note of this month says moved forward.")),
    "goals_reached": (_("goals reached"), _("Reached, or reached in part, in the month.")),
    "goals_reached_this_year": (_("goals reached this year"), _("Reached, or in part, since the program year began.")),
    "referrals_sent": (_("referrals sent"), _("Sent by name, with consent, in the month.")),
    "information_given": (_("times information was given"), _("The family got the number; no personal data left.")),
    "referrals_received": (_("referrals that brought help"), _("Help received in the month through a referral.")),
    "referrals_not_received": (_("referrals closed without help"), _("Closed in the month, help not received.")),
    "referrals_waiting": (_("families waiting on a partner"), _("With a referral sent by month’s end and still open.")),
    "helped": (_("families that received help"), _("Received any help this program year, each family once.")),
    "workers": (_("family service workers"), _("Staff who are main worker of a family served in the month.")),
    "caseload_limit": (_("planned families at most"), _("The agency’s limit of families per worker.")),
    "caseload_largest": (_("largest caseload"), _("Most families of one worker at the end of the month.")),
    "workers_over_limit": (_("workers above the limit"), _("Staff who are main worker of more families than planned.")),
    "without_worker": (_("families without a main worker"), _("Served in the month, nobody assigned at its end.")),
    "consents": (_("families with a consent in force"), _("At least one consent in force at the end of the month.")),
    "disclosures": (_("disclosures"), _("Times something about a family left the agency in the month.")),
    "celebrations": (_("families with something to celebrate"), _("A celebration was noticed in the month.")),
    "contacts": (_("contacts"), _("Notes of the month in which somebody was reached.")),
}
