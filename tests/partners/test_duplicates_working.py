"""What we have built up with a partner goes along when its two entries become one, and comes back."""

import pytest
from django.urls import reverse

from partners import coverage
from partners.actions import doubles as actions
from partners.models import Mou, Partnership
from tests.agency.factories import UserFactory
from tests.partners.factories import PartnerFactory
from tests.partners.factories_working import (
    ActionFactory,
    ExceptionFactory,
    MeetingFactory,
    MouFactory,
    OnsiteFactory,
    PartnershipFactory,
    PlanFactory,
    SeatFactory,
    StageFactory,
    days,
)
from tests.referrals.factories import ConsentFactory, DisclosureFactory, ReferralFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept(agency):
    return PartnerFactory(name="Cedar Works")


@pytest.fixture
def gone(kept):
    return PartnerFactory(name="Cedar Works Inc.")


def worked_with(partner, **said):
    """A partnership with one of everything."""
    one = PartnershipFactory(partner=partner, **said)
    plan = PlanFactory(partnership=one)
    meeting = MeetingFactory(partnership=one)
    ActionFactory(partnership=one, plan=plan, meeting=meeting)
    StageFactory(partnership=one)
    OnsiteFactory(partnership=one)
    SeatFactory(partnership=one)
    return one


def rows_of(partnership):
    kinds = ("stages", "plans", "meetings", "actions", "onsite_services", "seats")
    return {kind: getattr(partnership, kind).count() for kind in kinds}


def test_agreements_consents_and_what_later_rooms_add_go_along_and_a_disclosure_stays_as_recorded(
    kept, gone, manager, family
):
    rows = [MouFactory(partner=gone), ExceptionFactory(partner=gone), ConsentFactory(family=family, partner=gone),
            PartnershipFactory(partner=gone), PartnerFactory(parent=gone)]  # fmt: skip
    referral = ReferralFactory(family=family, service__partner=gone)
    recorded = DisclosureFactory(family=family, partner=gone)

    def named():
        for row in (*rows, referral.service, recorded):
            row.refresh_from_db()
        names = [getattr(row, "parent" if row is rows[-1] else "partner") for row in (*rows, referral.service)]
        return set(names), recorded.partner

    done = actions.merge(kept=kept, gone=gone, values={}, by=manager)
    together = named()
    actions.undo(merge=done, by=manager)

    assert (together, named()) == (({kept}, gone), ({gone}, gone))


def test_of_two_partnerships_the_one_that_stays_holds_what_both_had_and_each_its_own_again(kept, gone, manager):
    ours = UserFactory()
    stays = worked_with(kept, their_person="Ana", public_roles=["lea"], began_on=days(-30))
    goes = worked_with(gone, their_person="Ben", public_roles=["part_c"], our_person=ours, began_on=days(-90))

    done = actions.merge(kept=kept, gone=gone, values={}, by=manager)
    stays.refresh_from_db()
    together = rows_of(stays) | {"said": [stays.their_person, stays.our_person, stays.public_roles, stays.began_on]}
    open_plans = stays.plans.filter(closed_on=None).count()
    left = rows_of(goes)
    later = MeetingFactory(partnership=stays)
    actions.undo(merge=done, by=manager)

    stays.refresh_from_db()
    one = dict.fromkeys(rows_of(goes), 1)
    assert together == dict.fromkeys(one, 2) | {
        "stages": 1, "said": ["Ana", ours, ["lea", "part_c"], days(-90)],
    }  # fmt: skip
    assert (open_plans, left) == (1, dict.fromkeys(one, 0) | {"stages": 1})  # two stages of one day cannot stand
    assert (rows_of(stays), rows_of(goes)) == (one | {"meetings": 2}, one)
    assert [later.partnership, stays.our_person, stays.public_roles, stays.began_on] == [
        stays,
        None,
        ["lea"],
        days(-30),
    ]
    assert goes.plans.get().closed_on is None


def test_what_somebody_wrote_after_the_merge_is_not_undone(kept, gone, manager):
    PartnershipFactory(partner=kept)
    PartnershipFactory(partner=gone, their_person="Ben", their_phone="530-555-0142")

    done = actions.merge(kept=kept, gone=gone, values={}, by=manager)
    Partnership.objects.filter(partner=kept).update(their_person="Cora")
    actions.undo(merge=done, by=manager)

    assert Partnership.objects.values_list("their_person", "their_phone").get(partner=kept) == ("Cora", "")


def test_a_partnership_that_has_become_part_of_another_stands_on_no_list(signed_in, manager, kept, gone):
    for partner in (kept, gone):
        PartnershipFactory(partner=partner, public_roles=["part_c"])
    actions.merge(kept=kept, gone=gone, values={}, by=manager)

    listed = signed_in(manager).get(reverse("partners:partnerships")).context["page"]
    led = signed_in(manager).get(reverse("partners:partnership", args=[gone.pk]))
    report = coverage.coverage(days(0))
    early = [row.partner for _role, kind, rows in report.roles if kind == Mou.Kind.PART_C.label for row in rows]

    assert [one.partner for one in listed] == [kept]
    assert led.url == reverse("partners:partnership", args=[kept.pk])
    assert [row.partner for _role, kind, rows in report.roles if str(kind).startswith("early") for row in rows] == [
        kept
    ]
    assert early == [kept]
    assert sum(row.partners for row in report.groups) == 1
