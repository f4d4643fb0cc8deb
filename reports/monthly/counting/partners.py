"""Work with partners: meetings, and agreements with them that are in force, near their end, or over. No families."""

from datetime import timedelta

from django.db.models import Q, Sum
from django.utils.translation import gettext_lazy as _

from partners.models import Mou, PartnerMeeting
from partners.states import Standing
from reports.kinds import Figure

AHEAD = timedelta(days=90)
MEETINGS = _("Meetings with partners. They belong to the agency, not to one program.")
MOUS = _("Agreements with partners that bind this program, or all programs.")


def _ours(name, counts, records):
    return Figure(name, counts, records, of_families=False, of_staff=True)


FIGURES = {
    "partner_meetings": _ours(_("meetings with partners"), _("Meetings, calls and events of the month."), MEETINGS),
    "partner_trainings": _ours(
        _("trainings together with partners"), _("Trainings of the month held with a partner."), MEETINGS
    ),
    "partner_trained": _ours(
        _("people who took part in them"), _("As far as the number was written down."), MEETINGS
    ),
    "partners_asked": _ours(
        _("partners we sent families to"), _("Partners to whom a referral was sent in the month."), _("Referrals.")
    ),
    "mous_in_force": _ours(_("agreements in force"), _("Signed, begun and not over on the last day."), MOUS),
    "mous_due": _ours(
        _("agreements that end within 90 days"), _("In force on the last day, with an end in the 90 days after."), MOUS
    ),
    "mous_lapsed": _ours(
        _("agreements that have lapsed"),
        _("Their end has passed by the last day, and no later one replaced them."), MOUS,
    ),
}  # fmt: skip

PARTNERS = """
SELECT 'partners_asked', count(DISTINCT v.partner_id), array_agg(DISTINCT family_id)
FROM referrals_referral r JOIN served USING (family_id) JOIN partners_service v ON v.id = r.service_id
WHERE r.sent_on BETWEEN %(first)s AND %(last)s
"""


def count(scope, found):
    meetings = PartnerMeeting.objects.filter(held_on__range=(scope.first, scope.last))
    trainings = meetings.filter(kind=PartnerMeeting.Kind.TRAINING)
    found.numbers |= {
        "partner_meetings": meetings.exclude(kind=PartnerMeeting.Kind.TRAINING).count(),
        "partner_trainings": trainings.count(),
        "partner_trained": trainings.aggregate(people=Sum("people"))["people"] or 0,
    }
    found.lists_of(scope.ask(PARTNERS))
    found.numbers |= _agreements(scope)


def _agreements(scope):
    """By their standing on the last day, which is computed from dates (decision 0012)."""
    binding = Mou.objects.filter(Q(programs__in=scope.programs) | Q(programs=None)).values("pk")
    standing = Mou.objects.filter(pk__in=binding).with_standing(scope.last)
    rows = list(standing.filter(standing__in=[Standing.IN_FORCE, Standing.LAPSED]).values_list("standing", "ends_on"))
    in_force = [ends_on for stands, ends_on in rows if stands == Standing.IN_FORCE]
    return {
        "mous_in_force": len(in_force),
        "mous_due": sum(ends_on is not None and ends_on <= scope.last + AHEAD for ends_on in in_force),
        "mous_lapsed": len(rows) - len(in_force),
    }
