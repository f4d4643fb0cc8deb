"""The life of an agreement: its moves, how it stands on a day, its papers, its renewal, its packet."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agency.transitions import MoveNotAllowed
from partners import actions, packet, renewing
from partners.models import Mou, MouFile, MouTopic
from partners.states import MOU, MouState, Standing
from tests.agency.factories import UserFactory
from tests.partners.factories import PartnerFactory, ServiceFactory
from tests.partners.factories_working import (
    PNG,
    AnnexFactory,
    FileFactory,
    MeetingFactory,
    MouFactory,
    ObligationFactory,
    PartnershipFactory,
    PartyFactory,
    days,
)

pytestmark = pytest.mark.django_db


def stands(mou, on=None):
    return Mou.objects.with_standing(on).get(pk=mou.pk).standing


def in_force_by_hand(mou, on):
    """The rule once more, in plain Python."""
    if mou.state not in (MouState.SIGNED, MouState.TERMINATED) or mou.effective_on is None or mou.effective_on > on:
        return False
    is_over = mou.ends_on is not None and mou.ends_on < on
    return not is_over and (mou.terminated_on is None or mou.terminated_on > on)


NEAR = st.integers(-40, 40)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=st.lists(st.tuples(st.sampled_from(sorted(MOU.moves)), NEAR), max_size=6),
       length=st.none() | st.integers(0, 60), looked_on=NEAR)  # fmt: skip
def test_whatever_is_done_to_it_an_agreement_stands_in_one_known_way(db, moves, length, looked_on):
    mou, by = MouFactory(), UserFactory()
    for name, day in moves:
        said = {"signed_on": days(day), "effective_on": days(day), "terminated_on": days(day), "reason": "so"}
        step = MOU.moves[name]
        try:
            mou = actions.move(mou=mou, name=name, by=by, **{field: said[field] for field in step.needs})
        except MoveNotAllowed:
            assert mou.state not in step.sources
        if mou.effective_on and length is not None:
            Mou.objects.filter(pk=mou.pk).update(ends_on=mou.effective_on + timedelta(days=length))
        mou.refresh_from_db()

    on = days(looked_on)
    assert stands(mou, on) in Standing.values
    assert Mou.objects.in_force(on).filter(pk=mou.pk).exists() == in_force_by_hand(mou, on)
    assert (stands(mou, on) == Standing.IN_FORCE) == in_force_by_hand(mou, on)


def test_time_alone_makes_an_agreement_come_into_force_and_lapse():
    mou = MouFactory(signed=True, effective_on=days(10), ends_on=days(20))

    found = [stands(mou, days(day)) for day in (9, 10, 20, 21)]

    assert found == [Standing.COMING, Standing.IN_FORCE, Standing.IN_FORCE, Standing.LAPSED]


def test_an_agreement_that_a_later_one_replaced_is_renewed_and_not_lapsed(manager):
    old = MouFactory(signed=True, ends_on=days(-10))
    new = actions.renew(mou=old, by=manager)
    drafted = stands(old)

    actions.move(mou=new, name="sign", by=manager, signed_on=days(-5), effective_on=days(-5))

    assert (drafted, stands(old), stands(new)) == (Standing.LAPSED, Standing.RENEWED, Standing.IN_FORCE)


def test_a_move_that_no_longer_applies_is_answered_with_the_state_it_is_in(signed_in, manager):
    mou = MouFactory(state="signed", signed_on=days(-1), effective_on=days(-1))

    answer = signed_in(manager).post(reverse("partners:mou-move", args=[mou.pk, "review"]))

    assert answer.status_code == 409
    assert "This is “signed” now" in answer.content.decode()


def test_a_renewal_begins_with_the_terms_of_the_last_one(manager):
    old = MouFactory(signed=True, kind="preschool", effective_on=days(-700), signed_on=days(-700), ends_on=days(30))
    MouTopic.objects.filter(mou=old, code="areas").update(text="North of the river: they. South: we.")
    PartyFactory(mou=old, organization="Harvest Unified", signed_on=days(-700))
    ObligationFactory(mou=old, what="Train together", repeats="yearly")
    ObligationFactory(mou=old, what="A list, once", ended_on=days(-600))
    AnnexFactory(mou=old)

    new = actions.renew(mou=old, by=manager)

    assert (new.state, new.renews, new.kind) == ("draft", old, "preschool")
    assert new.topics.get(code="areas").text == "North of the river: they. South: we."
    assert new.topics.count() == 10
    assert [(party.organization, party.signed_on) for party in new.parties.all()] == [("Harvest Unified", None)]
    assert [one.what for one in new.obligations.all()] == ["Train together"]
    assert new.annex.safeguards == old.annex.safeguards
    with pytest.raises(actions.RenewedAlready):
        actions.renew(mou=old, by=manager)


@pytest.mark.parametrize(
    ("latest", "due"),
    [((2026, 8, 20), (2026, 8, 15)), ((2026, 8, 10), (2026, 8, 15)), ((2026, 7, 1), (2025, 8, 15))],
)
def test_a_preschool_agreement_comes_round_at_the_start_of_a_school_year(latest, due):
    assert renewing.renewal_due(timezone.datetime(*latest).date(), (8, 15)) == timezone.datetime(*due).date()


def test_what_was_promised_each_month_is_due_a_month_later_once_it_was_kept(manager):
    promise = ObligationFactory(repeats="monthly", due_on=timezone.datetime(2026, 1, 31).date())

    kept = actions.meet(obligation=promise, met_on=days(0), how="By mail", by=manager)
    once = actions.meet(obligation=ObligationFactory(), met_on=days(0), how="", by=manager)

    assert (str(kept.due_on), kept.ended_on, once.ended_on) == ("2026-02-28", None, days(0))


def test_a_change_both_signed_moves_the_last_day(signed_in, manager):
    mou = MouFactory(signed=True)
    said = {"what": "Another year", "signed_on": days(-1), "effective_on": days(0), "new_end_on": days(500)}

    signed_in(manager).post(reverse("partners:amendment-add", args=[mou.pk]), said)

    mou.refresh_from_db()
    assert (mou.ends_on, [one.number for one in mou.amendments.all()]) == (days(500), [1])


def test_papers_are_looked_into_numbered_and_kept(signed_in, manager):
    mou = MouFactory(signed=True)
    url = reverse("partners:mou-file-add", args=[mou.pk])
    person = signed_in(manager)

    refused = person.post(url, {"kind": "signed", "paper": SimpleUploadedFile("a.pdf", b"MZ\0\0 not a pdf")})
    for _n in range(2):
        person.post(url, {"kind": "signed", "paper": SimpleUploadedFile("a.png", PNG)})

    assert "We cannot read this file." in refused.content.decode()
    assert [(paper.kind, paper.number) for paper in MouFile.objects.all()] == [("signed", 2), ("signed", 1)]


@pytest.mark.parametrize(
    ("who", "codes"),
    [("manager", (200, 200, 200, 200)), ("supervisor", (200, 200, 200, 403)), ("worker", (200, 403, 403, 403)),
     ("teammate", (403, 403, 403, 403))],
)  # fmt: skip
def test_who_reads_an_agreement_and_its_papers(request, signed_in, who, codes):
    mou = MouFactory(signed=True)
    paper = FileFactory(mou=mou)
    person = signed_in(request.getfixturevalue(who))
    urls = [reverse("partners:mous"), mou.get_absolute_url(), reverse("partners:mou-file", args=[paper.pk]),
            reverse("partners:mou-edit", args=[mou.pk])]  # fmt: skip

    assert tuple(person.get(url).status_code for url in urls) == codes


def test_a_worker_sees_which_agreements_are_in_force_and_no_draft(signed_in, worker):
    MouFactory(title="In force with the clinic", signed=True)
    MouFactory(title="Only a draft")

    page = signed_in(worker).get(reverse("partners:mous")).content.decode()

    assert ("In force with the clinic" in page, "Only a draft" in page) == (True, False)


def test_a_lapsed_agreement_is_told_on_every_card_of_the_partner(signed_in, worker, teammate):
    service = ServiceFactory()
    MouFactory(partner=service.partner, signed=True, ends_on=days(-3))
    page = reverse("partners:directory")

    told = signed_in(worker).get(page).content.decode()
    silent = signed_in(teammate).get(page).content.decode()

    assert ("Agreement lapsed since" in told, "Agreement lapsed since" in silent) == (True, False)


def test_two_people_who_change_one_agreement_lose_nothing(signed_in, manager):
    mou = MouFactory(signed=True, title="First")
    said = {"title": "Second", "effective_on": mou.effective_on, "ends_on": mou.ends_on, "version": mou.version}
    Mou.objects.filter(pk=mou.pk).update(title="Meanwhile")

    answer = signed_in(manager).post(reverse("partners:mou-edit", args=[mou.pk]), said)

    mou.refresh_from_db()
    assert (answer.status_code, mou.title) == (409, "Meanwhile")
    assert "Second" in answer.content.decode()


def test_the_list_is_narrowed_by_standing_kind_and_last_day(signed_in, manager):
    MouFactory(title="Ends soon", signed=True, ends_on=days(20), kind="health")
    MouFactory(title="Ends late", signed=True, ends_on=days(400), kind="health")
    MouFactory(title="Elsewhere", signed=True, ends_on=days(20), kind="contract")
    asked = {"standing": "in_force", "kind": "health", "ends_by": str(days(60))}

    page = signed_in(manager).get(reverse("partners:mous"), asked)

    assert [mou.title for mou in page.context["page"]] == ["Ends soon"]


@pytest.mark.parametrize("name", ["partners:mous", "partners:directory"])
def test_a_list_asks_as_often_for_one_agreement_as_for_three(signed_in, manager, django_assert_max_num_queries, name):
    person = signed_in(manager)
    MouFactory(partner=ServiceFactory().partner, signed=True)
    person.get(reverse(name))
    with django_assert_max_num_queries(60) as one:
        person.get(reverse(name))
    for _n in range(2):
        MouFactory(partner=ServiceFactory().partner, signed=True)

    with django_assert_max_num_queries(len(one)):
        person.get(reverse(name))


def test_the_packet_holds_terms_points_meetings_and_counts_and_no_family(signed_in, manager, family):
    partner = PartnerFactory()
    mou = MouFactory(partner=partner, signed=True)
    ObligationFactory(mou=mou, what="Train together")
    MeetingFactory(partnership=PartnershipFactory(partner=partner), topic="Waiting lists", held_on=days(-5))
    mou = Mou.objects.with_standing().get(pk=mou.pk)

    said = packet.content(mou, manager)
    answer = signed_in(manager).get(reverse("partners:mou-packet", args=[mou.pk]))

    assert [table["title"] for table in said["tables"]] == ["What was promised", "When we met"]
    assert family.name not in str(said)
    assert answer.content[:5] == b"%PDF-"
