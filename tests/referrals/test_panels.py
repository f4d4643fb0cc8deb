"""What the family page shows of referrals and consents."""

import pytest
from django.utils import timezone

from agency.story import newest
from referrals import actions, panels, release, story
from tests.agency.factories import CategoryFactory
from tests.families.factories import NeedFactory
from tests.referrals.factories import ConsentFactory, DisclosureFactory, ReferralFactory


def test_referrals_stand_with_their_need_open_ones_first(family, worker):
    need = NeedFactory(family=family)
    ended = ReferralFactory(family=family, need=need, state="withdrawn")
    open_one = ReferralFactory(family=family, need=need)
    other = ReferralFactory(family=family)

    assert panels.by_need(family, worker) == {need.pk: [open_one, ended], other.need_id: [other]}


def test_a_teammate_sees_none(family, teammate):
    ReferralFactory(family=family)
    ConsentFactory(family=family)

    assert (panels.by_need(family, teammate), panels.consents(family, teammate)) == ({}, [])


def test_a_restricted_need_shows_its_referral_to_whoever_may_read_restricted_records(family, worker, center):
    from agency.access import Role
    from families.models import ReviewerAccess
    from tests.agency.factories import RoleGrantFactory, UserFactory

    reviewer = UserFactory()
    RoleGrantFactory(user=reviewer, role=Role.MONITOR, ends_on="2099-01-01")
    ReviewerAccess.objects.create(user=reviewer, family=family, ends_on="2099-01-01")
    need = NeedFactory(family=family, category=CategoryFactory(is_restricted=True))
    hidden = ReferralFactory(family=family, need=need)

    assert (panels.referrals(family, worker), panels.referrals(family, reviewer)) == ([hidden], [])


def test_the_story_tells_what_happened_and_keeps_restricted_lines_back(family, worker):
    referral = ReferralFactory(family=family)
    consent = ConsentFactory(family=family, partner=referral.service.partner)
    DisclosureFactory(family=family, recipient="County court")
    DisclosureFactory(family=family, recipient="Hotline", exception="c8_maltreatment")
    keys = [piece.key for piece in release.pieces(referral, consent)]
    actions.send(referral=referral, by=worker, picked=keys, how_sent="phone")

    rows = newest(story.parts(family, worker, timezone.localdate()), 20)
    titles = sorted(story.TOLD[row.s_kind](row)["title"] for row in rows)

    assert titles == sorted([
        f"{referral.service}: sent, no answer yet",
        f"Said yes to sharing: {consent.partner}",
        "Disclosed by the rule: County court",
    ])  # fmt: skip


@pytest.mark.parametrize("count", [1, 3])
def test_each_panel_asks_a_fixed_number_of_questions(family, worker, count, django_assert_num_queries):
    for _more in range(count):
        actions.prepare(referral=ReferralFactory.build(family=family, need=NeedFactory(family=family), service=None,
                                                       made_by=worker), by=worker)  # fmt: skip
        ConsentFactory(family=family)
    worker.grants  # noqa: B018  read once a request

    with django_assert_num_queries(2):
        panels.by_need(family, worker)
        panels.consents(family, worker)
