"""Inside: what waits for a partner, what it may read of it, and what it says."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Exists, OuterRef, Prefetch, Q
from django.utils.translation import gettext_lazy

from families.models import ContactPoint, FamilyMember
from partners.actions import seen
from referrals import actions, release
from referrals.links import door
from referrals.models import LinkVisit, PartnerLink, Records, Referral, ReferralEvent
from referrals.models.link import ANSWERABLE
from referrals.states import REFERRAL, ReferralState

PARTNER = ReferralEvent.Source.PARTNER
What = LinkVisit.What
A_NAME = "families.familymember.first_name"


@dataclass(frozen=True)
class Answer:
    """One thing a partner may say: the move it is in the one table of states, in the partner's words."""

    name: str
    words: str
    more: str = ""


# A move that is not here is not a partner's to make.
ANSWERS = [
    Answer("accept", gettext_lazy("Yes, we will call them")),
    Answer("appoint", gettext_lazy("Yes, and there is an appointment")),
    Answer("waitlist", gettext_lazy("Yes, but there is a wait"), gettext_lazy("A place on the list, or about when")),
    Answer(
        "ask_more",
        gettext_lazy("We need something from the family first"),
        gettext_lazy("A paper, an answer, a visit"),
    ),
    Answer("new_day", gettext_lazy("There is another day for the appointment")),
    Answer("attend", gettext_lazy("They came the first time")),
    Answer("miss", gettext_lazy("They did not come")),
    Answer("receive", gettext_lazy("The help has begun")),
    Answer("complete", gettext_lazy("We are done: they have received it")),
    Answer("decline", gettext_lazy("Not this time"), gettext_lazy("A reason helps us ask you less often for nothing")),
]


class NoLonger(Exception):
    """The link opens nothing any more, since the page was shown."""


def open_answers(state):
    """What may be said of a referral in this state. “Done” is also said of help that has begun."""
    begun = [*REFERRAL.moves["receive"].sources, ReferralState.RECEIVED]
    return [
        answer
        for answer in ANSWERS
        if state in (begun if answer.name == "complete" else REFERRAL.moves[answer.name].sources)
    ]


def queue(link):
    """All that waits at this address: the links that open something today, urgent ones first, then oldest first."""
    links = PartnerLink.objects.usable().beside(link).select_related("referral__service", "referral__disclosure")
    return list(links.order_by("-referral__is_urgent", "referral__sent_on", "pk"))


def names_in(links):
    """{referral's key: the first name that was released with it}, in one query."""
    of = {link.referral_id: _named(link.referral.disclosure) for link in links}
    people = FamilyMember.objects.filter(pk__in=filter(None, of.values()), do_not_contact=False, left_on=None)
    names = dict(people.values_list("pk", "first_name"))
    return {referral: names[person] for referral, person in of.items() if person in names}


def _named(disclosure):
    entries = disclosure.what if disclosure else []
    found = (entry["of"] for entry in entries if entry.get("record") == Records.NAMES and entry.get("field") == A_NAME)
    return next(found, None)


def find(link, pk, *, late=False):
    """One referral of this queue, as its own link; None when it is not among them.

    `late` also finds one that was read here and has ended since: what was being written is still heard.
    """
    people = Prefetch(
        "referral__family__members",
        FamilyMember.objects.prefetch_related(Prefetch("contact_points", ContactPoint.objects.all())),
    )
    links = (_usable_or_read() if late else PartnerLink.objects.usable()).beside(link).filter(referral=pk)
    return (
        links.select_related(
            "referral__service__partner",
            "referral__consent",
            "referral__disclosure",
            "referral__family",
            "referral__need__category",
            "referral__goal",
            "referral__made_by",
        )
        .prefetch_related(people)
        .first()
    )


def _usable_or_read():
    was_read = LinkVisit.objects.filter(link=OuterRef("pk"), what=What.READ)
    return PartnerLink.objects.heard().filter(Q(referral__state__in=ANSWERABLE) | Exists(was_read))


def released(referral):
    """Exactly what was released, as far as it may still be read."""
    return release.released(referral, referral.consent, referral.disclosure)


@transaction.atomic
def read(links, source, *, whole=False):
    """Write down what was read; who reads one referral `whole` for the first time has seen it."""
    LinkVisit.objects.bulk_create(LinkVisit(link=link, what=What.READ, source=source) for link in links)
    for link in links if whole else ():
        _acknowledge(link.referral)


def _acknowledge(referral):
    if referral.state != ReferralState.SENT:
        return
    now = Referral.objects.select_for_update(of=("self",)).get(pk=referral.pk)
    if now.state == ReferralState.SENT:
        actions.answer(referral=referral, name="acknowledge", typed={}, source=PARTNER)


@transaction.atomic
def answer(*, link, name, typed, source):
    """A partner's answer: it moves the referral where the table lets it, else it is kept beside what we have.

    Returns the event; `event.to_state` tells which of the two.
    """
    link = _held(PartnerLink.objects.heard(), link)
    event = actions.answer(referral=link.referral, name=name, typed=typed, source=PARTNER)
    door.write(link, What.ANSWERED, source, event)
    return event


@transaction.atomic
def tell_room(*, link, state, wait, source):
    """Room today, as the partner itself says."""
    link = _held(PartnerLink.objects.usable(), link)
    seen.see_room(service=link.referral.service, state=state, wait=wait, by=None)
    door.write(link, What.ROOM, source)


def _held(links, link):
    """The link, held and as it stands now: a consent taken back since the page was shown has shut it."""
    held = links.select_for_update(of=("self",)).select_related("referral__service__partner", "referral__made_by")
    link = held.filter(pk=link.pk).first()
    if link is None:
        raise NoLonger
    return link
