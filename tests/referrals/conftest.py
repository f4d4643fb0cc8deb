"""A referral that went by link, and the partner who reads its mail."""

import pytest

from referrals import actions, release
from referrals.links import sending
from referrals.models import PartnerLink
from tests.agency.factories import DeadlineFactory
from tests.families.factories import NeedFactory
from tests.partners.factories import ServiceFactory
from tests.referrals.factories import ConsentFactory, ReferralFactory
from tests.referrals.links import Partner

MAILBOX = "intake@cedarworks.example"


@pytest.fixture
def clocks(agency):
    for code, length in (("partner_link", 60), ("partner_reminder", 14)):
        DeadlineFactory(code=code, starts_from="link_sent", length=length)


@pytest.fixture
def offered(family, worker, clocks):
    """A draft for a service of a partner whose e-mail we know, and the family's yes."""
    service = ServiceFactory(name="Carpentry apprenticeship", partner__name="Cedar Works", partner__email=MAILBOX)
    need = NeedFactory(family=family, what="Dad wants to be a carpenter")
    referral = ReferralFactory(family=family, need=need, service=service, made_by=worker)
    ConsentFactory(family=family, partner=service.partner, signer=family.adults()[0])
    return referral


@pytest.fixture
def send(at_once, worker):
    """`send(referral)` sends it by link, all that the consent lets out, and gives back the link."""

    def by_link(referral, sent_to=MAILBOX):
        keys = [piece.key for piece in release.pieces(referral, actions.consent_for(referral))]
        with at_once():
            sending.send(referral=referral, by=worker, picked=keys, how_sent="link", sent_to=sent_to)
        return PartnerLink.objects.get(referral=referral, revoked_at=None)

    return by_link


@pytest.fixture
def link(offered, send):
    return send(offered)


@pytest.fixture
def partner(mailoutbox, at_once):
    return Partner(mailoutbox, at_once)


@pytest.fixture
def second(offered, send, worker):
    """Another referral of the same family to the same partner, by link too."""
    about = {"family": offered.family, "need": offered.need, "made_by": worker}
    return send(ReferralFactory(**about, service=ServiceFactory(name="Tools", partner=offered.service.partner)))
