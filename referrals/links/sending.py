"""What staff do with a link: send it with the referral, send another one, take it back, see what became of it."""

from datetime import datetime, time

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agency import audit
from agency.due import Clocks
from agency.models import User
from partners.models import Contact
from referrals import actions, tasks
from referrals.links.tokens import hash_of, new_salt, token_of
from referrals.models import Consent, LinkVisit, PartnerLink, Referral
from referrals.models.link import ANSWERABLE

LINK = Referral.HowSent.LINK
What = LinkVisit.What


class NotByLink(Exception):
    """This referral has no link, or waits for nothing any more. The text is the sentence for the user."""

    def __init__(self):
        super().__init__(_("This referral waits for no answer through a link, so none was sent."))


def addresses(service):
    """The e-mail addresses we know for a service, the nearest first: its own, its people's, then its partner's."""
    people = Contact.objects.filter(partner=service.partner_id).exclude(email="")
    own = [person.email for person in people if person.service_id == service.pk]
    general = [person.email for person in people if person.service_id is None]
    found = {}
    for address in [service.email, *own, service.partner.email, *general]:
        if address:
            found.setdefault(address.lower(), address)
    return list(found.values())


@transaction.atomic
def send(*, referral, by, picked, how_sent, handed_over_to="", sent_to=""):
    """Send a referral (actions.send writes the Disclosure); by link, make the link in the same transaction."""
    disclosure = actions.send(referral=referral, by=by, picked=picked, how_sent=how_sent, handed_over_to=handed_over_to)
    if how_sent == LINK:
        _make(referral, sent_to, by)
    return disclosure


@transaction.atomic
def send_again(*, referral, sent_to, by):
    """Another link for a referral that went by link; the one before opens nothing any more."""
    Consent.objects.select_for_update().filter(pk=referral.consent_id).first()  # a revocation waits, or came first
    _hold_links(referral)
    held = Referral.objects.select_for_update(of=("self",)).get(pk=referral.pk)
    if held.how_sent != LINK or held.state not in ANSWERABLE:
        raise NotByLink
    if not Consent.objects.in_force().filter(pk=referral.consent_id).exists():
        raise actions.ConsentMissing(referral.service.partner)
    _end(referral, by)
    return _make(referral, sent_to, by)


@transaction.atomic
def revoke(*, referral, by):
    """The link opens nothing from now on. Taken back twice, the first stays."""
    if _end(referral, by):
        audit.record("link_revoked", about=referral, by=by)


def _make(referral, sent_to, by):
    salt = new_salt()
    link = PartnerLink.objects.create(
        referral=referral,
        salt=salt,
        token_hash=hash_of(token_of(salt)),
        sent_to=sent_to,
        language=spoken_at(sent_to),
        made_by=by,
        expires_at=_end_of(referral),
    )
    audit.record("link_made", about=referral, by=by, link=link.pk)
    tasks.email_link.delay_on_commit(link.pk)
    return link


def _hold_links(referral):
    """Links are held before their referral, as a partner's answer does: nobody waits for the other in a ring."""
    rows = PartnerLink.objects.filter(referral=referral, revoked_at=None).select_for_update(of=("self",))
    list(rows.order_by("pk").values_list("pk", flat=True))


def _end(referral, by):
    return PartnerLink.objects.filter(referral=referral, revoked_at=None).update(
        revoked_at=timezone.now(), revoked_by=by
    )


def spoken_at(address):
    """The language this address last chose at our door; English where nobody has chosen."""
    last = PartnerLink.objects.filter(sent_to__iexact=address).order_by("-pk").values_list("language", flat=True)
    return last.first() or User.Language.ENGLISH


def _end_of(referral):
    """The end of the clock's last day, but never beyond the family's yes."""
    due = Clocks().due_on("partner_link", timezone.localdate(), referral.family.center.program_id)
    until = referral.consent.expires_on
    return timezone.make_aware(datetime.combine(min(due, until) if due else until, time.max))


def masked(address):
    """An address as one may show it: its first letter and its house."""
    name, _at, house = address.partition("@")
    return f"{name[:1]}•••@{house}"


def standing(referral):
    """The newest link of a referral and what became of it, for its page; None when there never was one."""
    link = PartnerLink.objects.filter(referral=referral).select_related("made_by", "revoked_by").first()
    if link is None:
        return None
    is_over, is_covered = link.expires_at <= timezone.now(), referral.consent.is_in_force
    waits = referral.state in ANSWERABLE and is_covered
    latest = {}
    for what, at in link.visits.order_by("at", "pk").values_list("what", "at"):
        latest[what] = at
    return {
        "link": link,
        "to": masked(link.sent_to),
        "opened_at": latest.get(What.OPENED),
        "read_at": latest.get(What.READ),
        "answered_at": latest.get(What.ANSWERED),
        "is_over": is_over,
        "stands": link.revoked_at is None and not is_over and waits,
        "may_go_again": referral.how_sent == LINK and waits,
    }
