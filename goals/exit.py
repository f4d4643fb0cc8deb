"""What this room misses when a family leaves: goals still open, an agreement not closed, a last talk."""

from datetime import timedelta

from django.db.models import Max
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agency.access import Permission
from agency.leaving import Missing, counted
from goals.models import Goal, PartnershipAgreement, ProgressNote
from goals.models.notes import NO_CONTACT
from goals.states import AgreementState

LAST_TALK = timedelta(days=30)


def missing(families, user):
    """One statement for each kind."""
    return [*_goals(families, user), *_agreements(families, user), *_last_talk(families, user)]


def _goals(families, user):
    return counted(
        Goal.objects.visible_to(user).open().filter(family__pk__among=families),
        kind="open_goals",
        what=lambda n: ngettext("%(n)s goal is still open.", "%(n)s goals are still open.", n) % {"n": n},
        act=_("Say how they ended"),
        page="goals:agreement",
        icon="goal",
    )


def _agreements(families, user):
    """An agreement in work is closed with the family, so that its last words are kept."""
    if not user.may(Permission.AGREEMENT_VIEW):
        return []
    at_work = [AgreementState.ACCEPTED, AgreementState.SIGNED, AgreementState.REVISING]
    rows = PartnershipAgreement.objects.visible_to(user).filter(family__pk__among=families, state__in=at_work)
    return [
        Missing(
            family_id=family,
            kind="open_agreement",
            what=_("The agreement is not closed."),
            act=_("Open the agreement"),
            url=reverse("goals:agreement", args=[family]),
            icon="pen",
        )
        for family in rows.order_by("family").values_list("family", flat=True).distinct()
    ]


def _last_talk(families, user):
    """A word of goodbye: nobody has talked with them in the last month."""
    if not user.may(Permission.NOTE_VIEW):
        return []
    since = timezone.localdate() - LAST_TALK
    talks = ProgressNote.objects.filter(family__pk__among=families).exclude(contact__in=NO_CONTACT)
    talked = dict(talks.order_by().values_list("family").annotate(Max("happened_on")))
    return [
        Missing(
            family_id=family,
            kind="last_talk",
            what=_("Nobody has talked with them in the last month. A word of goodbye stays with a family."),
            act=_("Write a note"),
            url=reverse("goals:note-add", args=[family]),
            icon="pen",
        )
        for family in families
        if talked.get(family) is None or talked[family] < since
    ]
