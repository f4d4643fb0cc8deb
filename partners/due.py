"""What waits in our work with partners, computed from dates and clocks: one statement for each kind of thing."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import F, Max, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from agency.access import Permission
from partners import renewing
from partners.models import (
    DataAnnex,
    Mou,
    MouSubmission,
    Obligation,
    PartnerMeeting,
    PartnershipAction,
    PreschoolException,
    SystemParticipation,
)
from partners.states import MouState, Standing

AHEAD = timedelta(days=30)  # how far ahead a day somebody chose (an action, a promise, a meeting) is shown
MARKS = (30, 60, 90, 180)  # days before an agreement ends at which it moves nearer to the top


@dataclass(frozen=True)
class Waiting:
    """One thing that waits, in a sentence, with its day and the act that settles it."""

    partner: str
    kind: str
    what: str
    due_on: date
    act: str
    url: str
    icon: str = "calendar"
    who: str = ""  # who of us has taken it on


def items(user, clocks):
    """Everything that waits, nearest day first. Who only took something on sees that, and nothing else."""
    sees_all = user.may(Permission.MOU_VIEW)
    own = Q() if sees_all else Q(our_owner=user.pk)
    found = _obligations(own, clocks) + _actions(own, clocks)
    if sees_all:
        for source in (_agreements, _annexes, _exceptions, _systems, _meetings):
            found += source(clocks)
    return sorted(found, key=lambda item: (item.due_on, item.partner, item.what))


def by_nearness(found, on):
    """[(days, items)]: what is over first (0), then within 30, 60, 90 and 180 days, then later (None)."""
    heaps = defaultdict(list)
    for item in found:
        left = (item.due_on - on).days
        heaps[0 if left < 0 else next((mark for mark in MARKS if left <= mark), None)].append(item)
    return [(mark, heaps[mark]) for mark in (0, *MARKS, None) if heaps[mark]]


def _agreements(clocks):
    """Agreements that end, come round, go to HHS and the State, or are looked at together: one statement for all."""
    mous = Mou.objects.filter(state=MouState.SIGNED).with_standing(clocks.on).exclude(standing=Standing.RENEWED)
    mous = mous.annotate(
        sent_to=ArrayAgg("submissions__to", filter=Q(submissions__isnull=False), default=[]), next_pk=F("renewed_by")
    ).select_related("partner", "owner")
    start = renewing.school_start()
    return [item for mou in mous for item in _of_agreement(mou, clocks, start)]


def _of_agreement(mou, clocks, start):
    url = reverse("partners:mou", args=[mou.next_pk or mou.pk])
    act = _("Go on with the renewal") if mou.next_pk else _("Renew it")
    if mou.ends_on and clocks.shows("mou_ends", mou.ends_on):
        what = _("“%(mou)s” ends") if mou.ends_on >= clocks.on else _("“%(mou)s” has lapsed")
        yield _waiting(mou, "mou_ends", what, mou.ends_on, act, url)
    if not mou.must_be_submitted:
        yield from _look_again(mou, clocks)
        return
    latest = clocks.due_on("preschool_mou_renewal", mou.effective_on)
    again_on = latest and renewing.renewal_due(latest, start)
    if again_on and clocks.shows("preschool_mou_renewal", again_on) and not _ends_about(mou, again_on):
        what = _("“%(mou)s” is renewed every two years, at the start of the school year")
        yield _waiting(mou, "preschool_mou_renewal", what, again_on, act, url)
    if set(MouSubmission.To.values) - set(mou.sent_to):
        sent_by = clocks.due_on("mou_submit", mou.signed_on)
        if sent_by and clocks.shows("mou_submit", sent_by):
            what = _("“%(mou)s” goes to HHS and to the State")
            yield _waiting(mou, "mou_submit", what, sent_by, _("Write down when"), mou.get_absolute_url())
    yield from _look_again(mou, clocks)


def _ends_about(mou, day):
    """Its last day says the same already."""
    return mou.ends_on is not None and mou.ends_on <= day


def _look_again(mou, clocks):
    if mou.review_on and mou.review_on <= clocks.on + AHEAD:
        what = _("Look at “%(mou)s” together")
        yield _waiting(mou, "mou_review", what, mou.review_on, _("Open it"), mou.get_absolute_url(), "search")


def _waiting(mou, kind, what, due_on, act, url, icon="note"):
    return Waiting(mou.partner.name, kind, what % {"mou": mou}, due_on, act, url, icon, str(mou.owner or ""))


def _annexes(clocks):
    """Third parties that hold our families' data are looked at every year (45 CFR 1303.22(d))."""
    annexes = DataAnnex.objects.filter(mou__in=Mou.objects.in_force(clocks.on).values("pk"))
    annexes = annexes.annotate(last=Max("reviews__reviewed_on")).select_related("mou__partner", "mou__owner")
    found = []
    for annex in annexes:
        due_on = clocks.due_on("mou_annex_review", annex.last or annex.receives_on)
        if due_on and clocks.shows("mou_annex_review", due_on):
            what = _("How they keep our families’ data: “%(mou)s”")
            url = reverse("partners:annex-review", args=[annex.mou_id])
            found.append(_waiting(annex.mou, "mou_annex_review", what, due_on, _("Look at it"), url, "lock"))
    return found


def _obligations(own, clocks):
    promises = Obligation.objects.filter(own, ended_on=None, due_on__lte=clocks.on + AHEAD, mou__state=MouState.SIGNED)
    return [
        Waiting(one.mou.partner.name, "obligation", one.what, one.due_on, _("Done"),
                reverse("partners:obligation-met", args=[one.pk]), "hand", str(one.our_owner or one.their_owner))
        for one in promises.select_related("mou__partner", "our_owner")
    ]  # fmt: skip


def _actions(own, clocks):
    actions = PartnershipAction.objects.filter(own, done_on=None, due_on__lte=clocks.on + AHEAD)
    return [
        Waiting(one.partnership.partner.name, "partner_action", one.what, one.due_on, _("Open it"),
                reverse("partners:action", args=[one.pk]), "check", str(one.our_owner or one.their_owner))
        for one in actions.select_related("partnership__partner", "our_owner")
    ]  # fmt: skip


def _exceptions(clocks):
    """Whoever has no agreement with publicly funded preschool has told HHS and the State so."""
    untold = PreschoolException.objects.filter(Q(hhs_told_on=None) | Q(state_told_on=None), until_on=None)
    return [
        Waiting(one.program.name, "preschool_exception", _("HHS and the State are told why there is no agreement"),
                one.since_on, _("Write down when"), reverse("partners:exception", args=[one.pk]), "message")
        for one in untold.select_related("program")
    ]  # fmt: skip


def _systems(clocks):
    rows = SystemParticipation.objects.in_force(clocks.on).filter(next_rating_on__lte=clocks.on + 2 * AHEAD)
    return [_system(one) for one in rows.select_related("program")]


def _system(one):
    what = _("Next rating or delivery: %(system)s") % {"system": one.name or one.get_system_display()}
    url = reverse("partners:system", args=[one.pk])
    return Waiting(one.program.name, "system", what, one.next_rating_on, _("Open it"), url, "star")


def _meetings(clocks):
    """Meetings that were agreed and lie ahead."""
    agreed = PartnerMeeting.objects.filter(next_on__range=(clocks.on, clocks.on + AHEAD))
    return [
        Waiting(one.partnership.partner.name, "partner_meeting", _("We meet, as agreed"), one.next_on,
                _("Write it down"), reverse("partners:meeting-add", args=[one.partnership.partner_id]))
        for one in agreed.select_related("partnership__partner").distinct()
    ]  # fmt: skip
