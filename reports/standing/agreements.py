"""Partners and MOUs: which agreements stood on a day, and which partners we worked with. No families in it."""

from datetime import timedelta

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.models import Mou, PartnerMeeting
from partners.states import Standing as Stands
from reports.standing import labels
from reports.standing.blocks import EVERY, Block, Measure
from reports.standing.frame import Standing

AHEAD = timedelta(days=90)
MOUS = gettext_lazy("Agreements with partners that bind these programs, or all programs.")
ON = gettext_lazy("How each stands on the last of these days is worked out from its dates: choose any day.")

KINDS = {
    "in_force": Measure(gettext_lazy("In force"), gettext_lazy("Signed, begun and not over on the last day."), "staff"),
    "ending": Measure(
        gettext_lazy("End within 90 days"), gettext_lazy("Of these, with an end in the 90 days after it."), "staff"
    ),
    "coming": Measure(gettext_lazy("Not begun"), gettext_lazy("Signed, to begin after the last day."), "staff"),
    "lapsed": Measure(gettext_lazy("Lapsed"), gettext_lazy("Over by the last day, and nothing replaced it."), "staff"),
    "drafted": Measure(gettext_lazy("Being written"), gettext_lazy("A draft, or with somebody for review."), "staff"),
}
WORK = {
    "agreements": Measure(gettext_lazy("In force"), gettext_lazy("Agreements in force on the last day."), "staff"),
    "meetings": Measure(gettext_lazy("Meetings"), gettext_lazy("Meetings, calls and events of these days."), "staff"),
    "referrals": Measure(
        gettext_lazy("Referrals"), gettext_lazy("Sent to them in these days, by name and with consent."), "things"
    ),
}
COLUMN_OF = {Stands.IN_FORCE: "in_force", Stands.COMING: "coming", Stands.LAPSED: "lapsed",
             Stands.DRAFT: "drafted", Stands.IN_REVIEW: "drafted"}  # fmt: skip

REFERRALS = """
SELECT v.partner_id, count(*), array_agg(r.family_id)
FROM referrals_referral r JOIN enrolled USING (family_id) JOIN partners_service v ON v.id = r.service_id
WHERE r.sent_on BETWEEN %(first)s AND %(last)s
GROUP BY v.partner_id
"""


class Agreements(Standing):
    code = "partners"
    title = gettext_lazy("Partners and MOUs")
    lead = gettext_lazy("Agreements in force on any day, those that end soon, and the partners we worked with.")
    of_one_caseload = False
    blocks = (
        Block("kinds", gettext_lazy("Agreements, by kind"), gettext_lazy("Kind of agreement"), KINDS,
              labels.of_choices(Mou.Kind.choices), MOUS, ON),
        Block("partners", gettext_lazy("Partners we worked with"), gettext_lazy("Partner"), WORK, labels.partners,
              gettext_lazy("Agreements, meetings and referrals. Meetings belong to the agency, not to one program."),
              is_restricted=True),
    )  # fmt: skip

    def rows(self, scope, figure=""):
        stands = list(_standing(scope))
        yield from _kinds(stands, scope.last)
        yield from _partners(scope, stands)

    def head(self, report):
        if not report.content["rows"]["kinds"]:
            return []
        notes = {"in_force": _("on the last of these days"), "ending": "", "lapsed": ""}
        return [(f"kinds.{EVERY}.{column}", note) for column, note in notes.items()]


def _standing(scope):
    """(kind, partner, standing on the last day, end) of each agreement that binds these programs."""
    binding = Mou.objects.filter(Q(programs__in=scope.programs) | Q(programs=None)).values("pk")
    return (
        Mou.objects.filter(pk__in=binding)
        .with_standing(scope.last)
        .values_list("kind", "partner", "standing", "ends_on")
    )


def _kinds(stands, on):
    counts = {}
    for kind, _partner, standing, ends_on in stands:
        columns = [COLUMN_OF[standing]] if standing in COLUMN_OF else []
        if standing == Stands.IN_FORCE and ends_on and ends_on <= on + AHEAD:
            columns.append("ending")
        for row in (kind, EVERY):
            for column in columns:
                counts[row, column] = counts.get((row, column), 0) + 1
    for (row, column), n in counts.items():
        yield "kinds", row, column, n, None


def _partners(scope, stands):
    in_force = [partner for _kind, partner, standing, _ends_on in stands if standing == Stands.IN_FORCE and partner]
    for partner in dict.fromkeys(in_force):
        yield "partners", str(partner), "agreements", in_force.count(partner), None
    held = PartnerMeeting.objects.filter(held_on__range=(scope.first, scope.last)).order_by()
    for partner, n in held.values_list("partnership__partner").annotate(n=Count("pk")):
        yield "partners", str(partner), "meetings", n, None
    for partner, n, ids in scope.ask(REFERRALS):
        yield "partners", str(partner), "referrals", n, ids


KIND = Agreements()
