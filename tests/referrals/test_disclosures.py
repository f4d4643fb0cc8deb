"""What leaves without a consent: each exception of 45 CFR 1303.22(b)-(c) with its own facts, for who may write it."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, InternalError, transaction
from django.urls import reverse
from django.utils import timezone

from referrals import actions
from referrals.models import Disclosure, DisclosureGround, SchoolRefusal
from tests.families.factories import MemberFactory
from tests.partners.factories_working import MouFactory
from tests.referrals.factories import DisclosureFactory, RefusalFactory

TODAY = timezone.localdate()
DAY = timedelta(days=1)


@pytest.fixture
def child(family):
    return MemberFactory(family=family, first_name="Ada", role="child", born_on=TODAY - 1500 * DAY)


@pytest.fixture
def agreement(agency):
    return MouFactory(title="Data with the study", signed=True)


@pytest.fixture
def write(signed_in, supervisor, family):
    """`write(ground, **facts)` posts the form as a supervisor."""

    def post(ground, by=supervisor, **facts):
        typed = {"exception": ground, "recipient": "Somebody", "why": "It was asked", "records": ["names"],
                 "made_on": TODAY, "how": "letter"}  # fmt: skip
        return signed_in(by).post(reverse("referrals:disclosure-add", args=[family.pk]), typed | facts)

    return post


def facts_of(disclosure):
    kept = DisclosureGround.objects.filter(disclosure=disclosure).values().get()
    return {
        name: value
        for name, value in kept.items()
        if value and name not in ("id", "disclosure_id", "ground", "left_on")
    }


def test_a_court_needs_its_name_and_that_the_parent_was_told(write, supervisor):
    write("c5_court", more="The agreement", court="County court", case_number="26-1", notice_on=TODAY - 5 * DAY,
          made_on=TODAY - 3 * DAY)  # fmt: skip

    disclosure = Disclosure.objects.get()
    assert (disclosure.exception, disclosure.what, disclosure.made_by, disclosure.consent) == (
        "c5_court", [{"record": "names"}, {"said": "The agreement"}], supervisor, None,
    )  # fmt: skip
    assert timezone.localtime(disclosure.made_at).date() == TODAY - 3 * DAY
    assert facts_of(disclosure) == {"court": "County court", "case_number": "26-1", "notice_on": TODAY - 5 * DAY}


def test_a_school_waits_until_the_time_to_refuse_is_over(write, child):
    facts = {"child": child.pk, "is_copy_offered": "on"}

    early = write("b_school", **facts, notice_on=TODAY - 10 * DAY)
    assert ("may say no until" in early.content.decode(), Disclosure.objects.count()) == (True, 0)
    write("b_school", **facts, notice_on=TODAY - 11 * DAY)

    assert facts_of(Disclosure.objects.get()) == {
        "child_id": child.pk, "notice_on": TODAY - 11 * DAY, "refuse_until": TODAY - DAY, "is_copy_offered": True,
    }  # fmt: skip


@pytest.fixture
def no(family, child):
    """A parent says no to the school, twenty days ago."""
    return RefusalFactory(family=family, child=child, parent=family.adults()[0], refused_on=TODAY - 20 * DAY)


def test_a_school_gets_nothing_while_a_parents_no_stands(write, child, no):
    answer = write("b_school", child=child.pk, is_copy_offered="on", notice_on=TODAY - 40 * DAY)

    assert (f"{no.parent.first_name} said no on" in answer.content.decode(), Disclosure.objects.count()) == (True, 0)


def test_what_left_before_the_no_may_still_be_written_down(write, child, no):
    write("b_school", child=child.pk, is_copy_offered="on", notice_on=TODAY - 40 * DAY, made_on=TODAY - 21 * DAY)

    assert Disclosure.objects.count() == 1


def test_the_database_refuses_the_school_too_until_the_no_is_taken_back(family, child, no, worker):
    school = DisclosureFactory(family=family, exception="b_school")
    facts = DisclosureGround(disclosure=school, ground="b_school", child=child, notice_on=TODAY - 40 * DAY,
                             refuse_until=TODAY - 30 * DAY, is_copy_offered=True, left_on=TODAY)  # fmt: skip
    with pytest.raises(InternalError, match="said no to the school"), transaction.atomic():
        facts.save()

    actions.take_back_refusal(refusal=no, parent=no.parent, on=TODAY, by=worker)
    facts.save()

    assert DisclosureGround.objects.count() == 1


def test_a_no_is_kept_with_who_and_when_and_taken_back(signed_in, worker, family, child):
    client, parent = signed_in(worker), family.adults()[0]
    typed = {"child": child.pk, "parent": parent.pk, "refused_on": TODAY - 2 * DAY, "school": "Oak School"}
    client.post(reverse("referrals:refusal-add", args=[family.pk]), typed)
    no = SchoolRefusal.objects.get()
    shown = client.get(reverse("referrals:disclosures", args=[family.pk])).content.decode()

    client.post(reverse("referrals:refusal-take-back", args=[no.pk]), {"parent": parent.pk, "on": TODAY})

    no.refresh_from_db()
    assert ("Oak School" in shown, no.refused_on, no.kept_by, no.taken_back_on, no.taken_back_by) == (
        True, TODAY - 2 * DAY, worker, TODAY, parent,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("ground", "facts"),
    [
        ("c1_acting_for_us", {}),
        ("c2_audit", {"destroy_by": TODAY}),
        ("c3_study", {"agreement_said": "Letter of March", "destroy_by": TODAY - DAY}),
        ("c4_emergency", {"emergency": "Flood", "ends_on": TODAY - DAY}),
        ("c5_court", {"court": "County court"}),
        ("c5_court", {"court": "County court", "notice_on": TODAY, "is_notice_barred": "on"}),
        ("c6_meals", {"more": "Meal counts"}),
        ("c7_child_welfare", {"agreement_said": "Letter of March"}),
        ("c4_emergency", {"emergency": "Flood", "ends_on": TODAY, "records": []}),
    ],
)
def test_a_ground_without_its_facts_is_not_kept_and_keeps_what_was_typed(write, ground, facts):
    answer = write(ground, recipient="Typed words", **facts)

    assert (answer.status_code, "Typed words" in answer.content.decode(), Disclosure.objects.count()) == (200, True, 0)


def test_each_ground_keeps_its_own_facts(write, child, agreement):
    write("c1_acting_for_us", agreement=agreement.pk)
    write("c3_study", agreement=agreement.pk, destroy_by=TODAY + 90 * DAY)
    write("c4_emergency", emergency="Flood", ends_on=TODAY + DAY)
    write("c6_meals", more="Meal counts", is_counts_only="on")
    write("c7_child_welfare", child=child.pk, agreement_said="Letter of March")
    write("c8_maltreatment", case_number="77")

    assert [facts_of(row) for row in Disclosure.objects.order_by("pk")] == [
        {"agreement_id": agreement.pk},
        {"agreement_id": agreement.pk, "destroy_by": TODAY + 90 * DAY},
        {"emergency": "Flood", "ends_on": TODAY + DAY},
        {"is_counts_only": True},
        {"child_id": child.pk, "agreement_said": "Letter of March"},
        {"case_number": "77"},
    ]


def test_a_worker_writes_an_emergency_and_a_report_and_nothing_else(write, worker):
    answers = [
        write("c4_emergency", by=worker, emergency="Flood", ends_on=TODAY).status_code,
        write("c8_maltreatment", by=worker).status_code,
        write("c5_court", by=worker, court="County court", notice_on=TODAY).status_code,
    ]

    kept = set(Disclosure.objects.values_list("exception", flat=True))
    assert (answers, kept) == ([302, 302, 403], {"c4_emergency", "c8_maltreatment"})


def test_one_picks_the_exception_first(signed_in, worker, supervisor, family):
    url = reverse("referrals:disclosure-add", args=[family.pk])

    offered = [
        [choice["code"] for choice in signed_in(person).get(url).context["choices"]] for person in (worker, supervisor)
    ]

    assert offered == [["c4_emergency", "c8_maltreatment"], [ground.value for ground in Disclosure.Ground]]


def test_the_database_refuses_a_line_without_the_facts_of_its_ground(family):
    court, school = DisclosureFactory(family=family), DisclosureFactory(family=family, exception="b_school")
    for wrong, error in [
        (DisclosureGround(disclosure=court, ground="c5_court", left_on=TODAY), IntegrityError),
        (DisclosureGround(disclosure=school, ground="b_school", left_on=TODAY, notice_on=TODAY), IntegrityError),
        (DisclosureGround(disclosure=court, ground="c8_maltreatment", left_on=TODAY), InternalError),
    ]:
        with pytest.raises(error), transaction.atomic():
            wrong.save()


def test_the_list_says_in_words_what_allowed_it(signed_in, write, supervisor, family):
    write("c5_court", court="County court", is_notice_barred="on")

    page = signed_in(supervisor).get(reverse("referrals:disclosures", args=[family.pk])).content.decode()

    assert ["County court" in page, "The order forbids telling the parent beforehand." in page] == [True, True]


def test_the_list_is_narrowed_to_one_child_and_one_ground(signed_in, write, supervisor, family, child):
    MemberFactory(family=family, first_name="Ben", role="child")
    write("c7_child_welfare", recipient="Caseworker", child=child.pk, agreement_said="Letter of March")
    write("c5_court", recipient="Judge", court="County court", is_notice_barred="on")
    url, client = reverse("referrals:disclosures", args=[family.pk]), signed_in(supervisor)

    shown = [
        [row["to"] for row in client.get(url, asked).context["rows"]]
        for asked in ({"child": child.pk}, {"ground": "c5_court"}, {"child": child.pk, "ground": "c5_court"})
    ]

    assert shown == [["Caseworker"], ["Judge"], []]
