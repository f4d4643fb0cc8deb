"""Nothing goes unseen to a partner whose data agreement nobody looked at for a year (45 CFR 1303.22(d))."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from agency.models import Agency
from partners.models import AnnexReview
from referrals import actions, release
from referrals.models import Disclosure, PartnerLink
from referrals.third_party import agreement_check
from tests.families.factories import NeedFactory
from tests.partners.factories import ServiceFactory
from tests.partners.factories_working import AnnexFactory
from tests.referrals.factories import ConsentFactory, LinkFactory, ReferralFactory

TODAY = timezone.localdate()
DAY = timedelta(days=1)


@pytest.fixture
def draft(family, worker):
    referral = ReferralFactory(family=family, need=NeedFactory(family=family), made_by=worker)
    ConsentFactory(family=family, partner=referral.service.partner)
    return referral


@pytest.fixture
def annex(draft):
    return AnnexFactory(mou__partner=draft.service.partner, mou__title="Data", receives_on=TODAY - 800 * DAY)


def look(annex, worker, on, **facts):
    return AnnexReview.objects.create(annex=annex, reviewed_on=on, reviewed_by=worker, **{"finding": "fine"} | facts)


def keys(referral):
    return [piece.key for piece in release.pieces(referral, actions.consent_for(referral))]


def test_without_an_agreement_nothing_is_said_unless_the_agency_asks_for_one(draft):
    quiet = agreement_check(draft.service.partner, TODAY)
    Agency.objects.update(refuses_unreviewed=True)

    assert (quiet, agreement_check(draft.service.partner, TODAY).refuses) == (None, True)


def test_a_look_within_the_year_is_enough_and_an_older_one_is_said(annex, draft, worker):
    never = agreement_check(draft.service.partner, TODAY)
    look(annex, worker, TODAY - 400 * DAY)
    late = agreement_check(draft.service.partner, TODAY)
    look(annex, worker, TODAY - 30 * DAY)

    assert [never is None, late is None, agreement_check(draft.service.partner, TODAY)] == [False, False, None]


def test_a_broken_agreement_is_said_even_within_the_year(annex, draft, worker):
    look(annex, worker, TODAY, finding="broken", remedy="Access ends")

    assert "found broken" in agreement_check(draft.service.partner, TODAY).sentence


def test_the_send_page_warns_and_sends_all_the_same(signed_in, worker, draft, annex):
    client, url = signed_in(worker), reverse("referrals:send", args=[draft.pk])

    page = client.get(url).content.decode()
    client.post(url, {"pieces": keys(draft), "how_sent": "phone"})

    assert ("Send only what cannot wait." in page, Disclosure.objects.count()) == (True, 1)


def test_where_the_agency_says_so_nothing_goes_and_the_ticks_stay(signed_in, worker, draft, annex):
    Agency.objects.update(refuses_unreviewed=True)

    answer = signed_in(worker).post(
        reverse("referrals:send", args=[draft.pk]), {"pieces": keys(draft), "how_sent": "phone"}
    )

    draft.refresh_from_db()
    assert ("Ask your manager to mend it." in answer.content.decode(), draft.state) == (True, "draft")
    assert (Disclosure.objects.count(), {ticked for _piece, ticked in answer.context["lines"]}) == (0, {True})


def test_a_rerouted_referral_takes_its_link_back(family, worker):
    need = NeedFactory(family=family)
    old = ReferralFactory(family=family, need=need, sent=True, how_sent="link", made_by=worker)
    LinkFactory(referral=old, made_by=worker)
    new = ReferralFactory.build(family=family, need=need, service=ServiceFactory(), made_by=worker)

    actions.reroute(old=old, new=new, version=old.version, by=worker)

    link = PartnerLink.objects.get()
    assert (link.revoked_at is not None, link.revoked_by) == (True, worker)
