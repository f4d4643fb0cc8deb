"""What the law lets every family know, what they allow, and what is due of it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from agency.due import Clocks
from families import due, due_places
from families.models import FamilyConsent, NoticeGiven
from tests.agency.factories import DeadlineFactory
from tests.families.factories import FamilyConsentFactory, MemberFactory, NoticeFactory, RelationFactory

TODAY = timezone.localdate()


@pytest.fixture
def clocks(db):
    """Both clocks, so wide that today is always near."""
    for code in ("rights_notice", "child_support"):
        DeadlineFactory(code=code, length=30, starts_from="entry", warn_before=400)
    return Clocks


def waiting(family, worker):
    kinds = ("rights_notice", "child_support")
    return [item.kind for item in due.items([family.pk], worker, Clocks()) if item.kind in kinds]


@pytest.fixture
def typed(family):
    elena = family.members.get(first_name="Elena")
    return {"on": str(TODAY), "who": elena.pk, "language": "es", "how": "in_person", "adding": "1", "go": "next"}


def test_one_talk_keeps_what_was_told_and_answered(signed_in, worker, family, typed):
    said = {"told": ["rights", "parenting"], "may_photos": "yes", "may_texts": "no"}

    answer = signed_in(worker).post(reverse("families:intake-step", args=[family.pk, "papers"]), typed | said)

    notices = NoticeGiven.objects.order_by("kind").values_list("kind", "language", "given_by")
    answers = FamilyConsent.objects.order_by("kind").values_list("kind", "agreed", "language")
    assert answer.url == reverse("families:intake-step", args=[family.pk, "worker"])
    assert list(notices) == [("parenting", "es", worker.pk), ("rights", "es", worker.pk)]
    assert list(answers) == [("photos", True, "es"), ("texts", False, "es")]


def test_nothing_told_leaves_nothing(signed_in, worker, family, typed):
    signed_in(worker).post(reverse("families:intake-step", args=[family.pk, "papers"]), typed)

    assert (NoticeGiven.objects.count(), FamilyConsent.objects.count()) == (0, 0)


def test_a_newer_answer_takes_the_place_of_the_older(signed_in, worker, family, typed):
    elena = family.members.get(first_name="Elena")
    old = FamilyConsentFactory(family=family, given_by=elena, kind="photos", given_on=TODAY - timedelta(90))

    signed_in(worker).post(reverse("families:papers-add", args=[family.pk]), typed | {"may_photos": "no"})

    old.refresh_from_db()
    assert old.ended_on == TODAY
    assert [answer.agreed for answer in FamilyConsent.objects.newest()] == [False]


def test_a_family_with_one_parent_is_told_of_child_support_and_of_its_rights(worker, family, clocks):
    assert waiting(family, worker) == ["child_support", "rights_notice"]


@pytest.mark.parametrize("kind", ["rights", "child_support"])
def test_what_was_told_is_due_no_more(worker, family, clocks, kind):
    NoticeFactory(family=family, kind=kind, answer="declined")

    left = {"rights": ["child_support"], "child_support": ["rights_notice"]}
    assert waiting(family, worker) == left[kind]


def test_last_years_notice_is_not_this_years(worker, family, clocks):
    NoticeFactory(family=family, given_on=TODAY - timedelta(500))

    assert "rights_notice" in waiting(family, worker)


def test_two_parents_at_home_are_not_one(worker, family, clocks):
    rafael = MemberFactory(family=family, first_name="Rafael", relationship="father")
    both = waiting(family, worker)
    RelationFactory(adult=rafael, child=family.members.get(first_name="Angel"), lives_with="no")

    assert (both, waiting(family, worker)) == (["rights_notice"], ["child_support", "rights_notice"])


def test_what_is_due_leads_to_the_form_with_that_thing_ticked(signed_in, worker, family, clocks):
    NoticeFactory(family=family)
    [item] = [item for item in due.items([family.pk], worker, Clocks()) if item.kind == "child_support"]

    page = signed_in(worker).get(item.url)

    assert page.context["form"]["told"].value() == ["child_support"]


def test_all_kinds_take_one_statement_however_many_families(worker, family, clocks, django_assert_num_queries):
    rules = Clocks()
    assert worker.grants

    with django_assert_num_queries(1):
        due_places.items([family.pk], worker, rules)


@pytest.mark.parametrize(("who", "status"), [("worker", 200), ("teammate", 200), ("outsider", 404)])
def test_a_teacher_may_know_whether_photos_are_fine(request, signed_in, family, who, status):
    page = signed_in(request.getfixturevalue(who)).get(reverse("families:papers", args=[family.pk]))

    assert page.status_code == status
