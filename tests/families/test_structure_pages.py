"""The pages on which a family changes its shape: what a person types, and who may."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from agency.models import AccessEvent
from families.actions import structure
from families.models import Enrollment, Family, FamilyLink, FamilyMember, StructureChange
from tests.agency.factories import CenterFactory, UserFactory
from tests.families.factories import AssignmentFactory, EnrollmentFactory, FamilyFactory, MemberFactory, NeedFactory
from tests.goals.factories import GoalFactory

TODAY = timezone.localdate
PAGES = ["changes", "newborn", "split", "transfer", "leave", "return", "link-find", "link-add", "served", "merge-find"]


@pytest.fixture
def at(family):
    return lambda name: reverse(f"families:{name}", args=[family.pk])


@pytest.mark.parametrize(
    ("person", "codes"),
    [
        ("worker", [200, 302, 200, 403, 200, 200, 200, 302, 200, 403]),
        ("supervisor", [200, 302, 200, 200, 200, 200, 200, 302, 200, 200]),
        ("teammate", [200, 403, 403, 403, 403, 403, 403, 403, 200, 403]),
        ("outsider", [404, 404, 404, 403, 404, 404, 404, 404, 404, 403]),
    ],
)
def test_who_may_open_what(person, codes, at, signed_in, request):
    client = signed_in(request.getfixturevalue(person))

    assert [client.get(at(name)).status_code for name in PAGES] == codes


def test_parents_part_on_one_page(family, worker, at, signed_in):
    father = MemberFactory(family=family, first_name="Rafael")
    need, goal = NeedFactory(family=family, what="A bed"), GoalFactory(family=family)
    typed = {
        "people": [father.pk], "name": "Reyes", "home": "new", "address_1": "2 Oak", "is_hidden": "on",
        "chosen": [f"need-{need.pk}", f"goal-{goal.pk}"], "happened_on": str(TODAY()), "reason": "",
    }  # fmt: skip

    answer = signed_in(worker).post(at("split"), typed)

    new = Family.objects.get(name="Reyes")
    assert answer.url == new.get_absolute_url()
    assert [(home.address_1, home.is_hidden) for home in new.households.all()] == [("2 Oak", True)]
    assert [(row.family) for row in (new.needs.get(), new.goals.get())] == [new, new]


def test_nothing_typed_is_lost_when_everybody_would_go(family, worker, at, signed_in):
    people = list(family.members.values_list("pk", flat=True))

    answer = signed_in(worker).post(at("split"), {"people": people, "happened_on": str(TODAY()), "reason": "Parted"})

    assert ("Somebody has to stay" in answer.text, "Parted" in answer.text) == (True, True)


def test_the_baby_is_welcomed_with_a_name_and_a_day(family, worker, center, at, signed_in):
    mother = family.members.get(first_name="Elena")
    FamilyMember.objects.filter(pk=mother.pk).update(is_expecting=True)
    EnrollmentFactory(
        family=family, member=mother, center=center, option="pregnancy", entered_on=TODAY() - timedelta(days=60)
    )
    client = signed_in(worker)
    form = client.get(at("newborn")).context["form"]
    typed = {name: form.get_initial_for_field(field, name) or "" for name, field in form.fields.items()}

    client.post(at("newborn"), typed | {"first_name": "Amaya"})

    baby = family.members.get(first_name="Amaya")
    assert list(baby.relations_to_adults.values_list("adult", "relationship")) == [(mother.pk, "mother")]
    assert list(baby.enrollments.values_list("center", "option", "exited_on")) == [(center.pk, "home", None)]
    assert list(mother.enrollments.values_list("exit_reason", flat=True)) == ["birth"]


def test_a_transfer_needs_another_center_and_a_colleague_from_there(family, supervisor, center, at, signed_in):
    place = Enrollment.objects.get()
    Enrollment.objects.update(entered_on=TODAY() - timedelta(days=9))
    stranger = UserFactory(role="worker", center=CenterFactory())
    typed = {"places": [place.pk], "center": center.pk, "starts_on": str(TODAY()), "worker": stranger.pk}

    answer = signed_in(supervisor).post(at("transfer"), typed)

    assert set(answer.context["form"].errors) == {"center", "worker"}


def test_a_supervisor_who_gives_a_family_away_is_led_to_the_list(family, supervisor, center, at, signed_in):
    place = Enrollment.objects.get()
    Enrollment.objects.update(entered_on=TODAY() - timedelta(days=9))
    there = CenterFactory(program=center.program)
    worker = UserFactory(role="worker", center=there)
    typed = {"places": [place.pk], "center": there.pk, "starts_on": str(TODAY()), "worker": worker.pk}

    answer = signed_in(supervisor).post(at("transfer"), typed)

    family.refresh_from_db()
    assert family.center == there
    assert Enrollment.objects.get(exited_on=None).continues == place
    assert answer.url in (reverse("families:list"), family.get_absolute_url())


def test_they_leave_and_the_worker_of_before_is_suggested_when_they_come_back(
    family, worker, supervisor, at, signed_in
):
    place = Enrollment.objects.get()
    Enrollment.objects.update(entered_on=TODAY() - timedelta(days=90))
    family.assignments.update(starts_on=TODAY() - timedelta(days=90))
    day = TODAY() - timedelta(days=5)
    typed = {"places": [place.pk], "last_day": str(day), "exit_reason": "moved", "reason": ""}
    client = signed_in(supervisor)

    client.post(at("leave"), typed)
    form = client.get(at("return")).context["form"]

    place.refresh_from_db()
    assert (place.exited_on, form.fields["worker"].initial) == (day, worker)


def test_a_family_one_may_not_open_stands_behind_a_link_without_its_name(family, worker, supervisor, at, signed_in):
    hidden = FamilyFactory(name="Quillfeather", center=family.center)
    FamilyLink.objects.create(family=family, other=hidden, kind="former_partners", linked_by=supervisor)

    told = signed_in(worker).get(at("changes")).text

    assert ("Quillfeather" in told, f"Ask {supervisor}" in told) == (False, True)


def test_two_families_are_linked_by_who_may_open_both(family, worker, center, at, signed_in):
    mine, other = FamilyFactory(center=center), FamilyFactory(center=center)
    AssignmentFactory(family=mine, worker=worker)
    client = signed_in(worker)
    typed = {"kind": "shared_child", "child": "", "note": ""}

    answers = [client.post(f"{at('link-add')}?other={one.pk}", typed).status_code for one in (mine, other)]

    assert (answers, list(FamilyLink.objects.values_list("other", flat=True))) == ([302, 404], [mine.pk])


def test_taking_back_asks_first(family, worker, at, signed_in):
    father = MemberFactory(family=family)
    change = structure.split(family=family, people=[father], by=worker)
    client = signed_in(worker)
    url = reverse("families:change-undo", args=[family.pk, change.pk])

    asked = client.post(url)
    client.post(url, {"confirmed": "1"})

    father.refresh_from_db()
    assert ("Take it back" in asked.text, father.family) == (True, family)


def test_a_worker_cannot_take_back_what_a_supervisor_decided(family, worker, supervisor, center, signed_in):
    change = StructureChange.objects.create(family=family, kind="transfer", made_by=supervisor)

    url = reverse("families:change-undo", args=[family.pk, change.pk])

    assert signed_in(worker).post(url, {"confirmed": "1"}).status_code == 404


def test_the_page_asks_as_much_for_three_links_as_for_one(family, worker, supervisor, at, signed_in):
    client, counts = signed_in(worker), []
    for how_many in (1, 3):
        for _more in range(how_many):
            other = FamilyFactory(center=family.center)
            AssignmentFactory(family=other, worker=worker)
            FamilyLink.objects.create(family=family, other=other, kind="kin", linked_by=supervisor)
        with CaptureQueriesContext(connection) as asked:
            client.get(at("changes"))
        counts.append(len(asked))

    assert counts[0] == counts[1] <= 25


@pytest.mark.parametrize(("person", "status"), [("worker", 200), ("supervisor", 200), ("outsider", 404)])
def test_the_families_of_a_colleague(person, status, family, worker, signed_in, request):
    reader = request.getfixturevalue(person)

    answer = signed_in(reader).get(reverse("families:served-by", args=[worker.pk]))

    assert answer.status_code == status
    if status == 200:
        assert (str(family) in answer.text, answer.context["planned"]) == (True, 1)
        assert AccessEvent.objects.filter(by=reader, family_ids__contains=[family.pk]).exists()


def test_a_goal_about_a_person_goes_along_when_that_person_does(signed_in, worker, family, at):
    inti, pa = (MemberFactory(family=family, first_name=name, role="child") for name in ("Inti", "Pa"))
    his, hers = (GoalFactory(family=family, about=child) for child in (inti, pa))
    client = signed_in(worker)

    ticked = client.get(at("split")).context["form"]["chosen"].value()
    client.post(
        at("split"), {"people": [inti.pk], "happened_on": str(TODAY()), "chosen": [f"goal-{his.pk}", f"goal-{hers.pk}"]}
    )

    his.refresh_from_db()
    hers.refresh_from_db()
    assert sorted(ticked) == sorted([f"goal-{his.pk}", f"goal-{hers.pk}"])
    assert (his.family == family, hers.family == family) == (False, True)
