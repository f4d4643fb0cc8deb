"""Two records of one family become one: person by person, line by line, with a way back for thirty days."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from families import doubles
from families.actions import merging, structure, undoing
from families.forms.merging import MergeForm
from families.models import (
    ContactPoint,
    Enrollment,
    Family,
    FamilyLink,
    FamilyMember,
    Relation,
    SnapshotYear,
    StructureChange,
)
from families.staff import planned_on
from referrals.models import Disclosure
from tests.agency.factories import ProgramYearFactory, UserFactory
from tests.families.factories import (
    AssignmentFactory,
    ContactPointFactory,
    EnrollmentFactory,
    FamilyFactory,
    MemberFactory,
    NeedFactory,
    SnapshotFactory,
)
from tests.families.test_structure import state
from tests.goals.factories import AgreementFactory, NoteFactory
from tests.referrals.factories import DisclosureFactory

TODAY = timezone.localdate
BORN = date(2022, 5, 6)


@pytest.fixture
def twin(family, center, outsider):
    """The same family, written down a second time by a colleague: Elena and Angel again, and Angel's aunt."""
    twin = FamilyFactory(center=center, name="Alvarez Reyes", language="es")
    elena = MemberFactory(family=twin, first_name="Elena", last_name="Reyes", is_main_contact=True)
    angel = MemberFactory(family=twin, first_name="Ángel", role="child", relationship="child", born_on=BORN)
    aunt = MemberFactory(family=twin, first_name="Rosa", relationship="aunt")
    family.members.filter(role="child").update(born_on=BORN)
    EnrollmentFactory(
        family=twin, member=angel, center=center, program=center.program, entered_on=TODAY() - timedelta(days=40)
    )
    AssignmentFactory(family=twin, worker=outsider)
    for adult in (elena, aunt):
        Relation.objects.create(adult=adult, child=angel, relationship=adult.relationship, may_be_told=False)
    ContactPointFactory(member=elena, value="(530) 555-0144", digits="5305550144")
    return twin


def same_people(family, twin):
    return {person: mine for person in twin.members.all() for mine in family.members.all()
            if person.first_name[-3:] == mine.first_name[-3:]}  # fmt: skip


def merged(family, twin, by, **more):
    return merging.merge(keep=family, away=twin, same=same_people(family, twin), by=by, **more)


def test_each_person_place_and_telephone_stands_once(family, twin, supervisor):
    change = merged(family, twin, supervisor)

    connection.check_constraints()
    people = list(family.members.values_list("first_name", "is_main_contact"))
    places = list(Enrollment.objects.values_list("family", "member__first_name", "entered_on"))
    relations = list(Relation.objects.filter(child__family=family).values_list("adult__first_name", "may_be_told"))
    assert people == [("Elena", True), ("Angel", False), ("Rosa", False)]
    assert places == [(family.pk, "Angel", TODAY() - timedelta(days=40))]
    assert sorted(relations) == [("Elena", False), ("Rosa", False)]
    assert ContactPoint.objects.get().member == family.members.get(first_name="Elena")
    assert change.other.merged_into_id is None  # as it was when the act began
    assert Family.every.get(pk=twin.pk).merged_into == family


def test_taking_it_back_brings_both_records_back(family, twin, supervisor):
    before = state()
    change = merged(family, twin, supervisor, picked={family: {"name": "Alvarez Reyes"}})
    note = NoteFactory(family=family)

    undoing.undo(change=change, by=supervisor)

    connection.check_constraints()
    note.refresh_from_db()
    assert (state(), note.family) == (before, family)


def test_what_was_released_stays_as_written_and_is_read_from_the_family(family, twin, supervisor, worker):
    released = DisclosureFactory(family=twin)

    merged(family, twin, supervisor)

    released.refresh_from_db()
    assert released.family_id == twin.pk
    assert list(Disclosure.objects.visible_to(worker).of_family(family)) == [released]


def test_what_there_can_be_only_one_of_stays_under_the_old_number(family, twin, supervisor):
    AgreementFactory(family=family)
    theirs = AgreementFactory(family=twin)

    preview = merging.preview(keep=family, away=twin, by=supervisor)
    merged(family, twin, supervisor)

    theirs.refresh_from_db()
    assert (theirs.family_id, list(preview.items())) == (twin.pk, [(type(theirs), 1)])


def test_a_merged_record_leads_to_the_family_and_is_counted_nowhere(family, twin, supervisor, worker, signed_in):
    NeedFactory(family=twin)
    merged(family, twin, supervisor)
    client = signed_in(supervisor)

    old = client.get(reverse("families:needs", args=[twin.pk]))
    page = client.get(reverse("workspace:family", args=[twin.pk]), follow=True)

    assert old.url == reverse("families:needs", args=[family.pk])
    assert page.redirect_chain == [(reverse("workspace:family", args=[family.pk]), 302)]
    assert set(Family.objects.visible_to(supervisor)) == {family}
    assert planned_on(TODAY()) == {worker.pk: 1}


def test_a_stranger_is_led_nowhere(family, twin, supervisor, signed_in):
    merged(family, twin, supervisor)

    assert signed_in(UserFactory(role="worker")).get(reverse("families:edit", args=[twin.pk])).status_code == 404


def test_a_record_merged_twice_leads_to_the_last(family, twin, supervisor, center):
    third = FamilyFactory(center=center)
    MemberFactory(family=third, first_name="Elena")
    first = merged(family, twin, supervisor)

    merged(third, family, supervisor)

    assert set(Family.every.filter(merged_into=third)) == {family, twin}
    assert undoing.why_not(first).startswith("Something else came after it")


def test_a_family_that_parted_and_is_one_again_has_its_relations_back(family, supervisor):
    elena, angel = family.members.order_by("pk")
    rafael = MemberFactory(family=family, first_name="Rafael")
    Relation.objects.create(adult=rafael, child=angel, relationship="father", court_says="Every other weekend")
    parted = structure.split(family=family, people=[rafael], by=supervisor)

    merging.merge(keep=family, away=parted.other, by=supervisor)

    connection.check_constraints()
    assert list(Relation.objects.values_list("adult", "child", "court_says")) == [
        (rafael.pk, angel.pk, "Every other weekend")
    ]
    assert not FamilyLink.objects.filter(kind="shared_child", ended_on=None).exists()


def test_the_form_asks_only_where_the_two_differ(family, twin, supervisor):
    form = MergeForm(keep=family, away=twin)

    assert [str(mine) for mine in form.same.values() if mine] == ["Elena", "Angel"]
    elena, angel = family.members.order_by("pk")
    assert list(form.lines) == [
        "family-name", "family-language", f"m{elena.pk}-relationship", f"m{elena.pk}-last_name",
        f"m{angel.pk}-first_name",
    ]  # fmt: skip
    assert form.fields[f"m{elena.pk}-last_name"].initial == "away"


def said(form, **more):
    data = {name: field.initial or "" for name, field in form.fields.items()}
    return data | {"seen": form.fields["seen"].initial, "reason": "They told us"} | more


def test_a_supervisor_merges_line_by_line(family, twin, supervisor, signed_in):
    client = signed_in(supervisor)
    url = reverse("families:merge", args=[family.pk, twin.pk])
    page = client.get(url)

    answer = client.post(url, said(page.context["form"], **{"family-language": "away"}))

    family.refresh_from_db()
    elena = family.members.get(first_name="Elena")
    assert (answer.url, family.language, elena.last_name) == (
        reverse("families:changes", args=[family.pk]), "es", "Reyes",
    )  # fmt: skip


def test_another_answer_to_who_is_who_is_looked_at_before_anything_is_merged(family, twin, supervisor, signed_in):
    client = signed_in(supervisor)
    url = reverse("families:merge", args=[family.pk, twin.pk])
    form = client.get(url).context["form"]
    elena = twin.members.get(first_name="Elena")

    again = client.post(url, said(form, **{f"same-{elena.pk}": ""}))

    assert [line for line in again.context["form"].lines if "last_name" in line] == []
    assert not StructureChange.objects.exists()


@pytest.mark.parametrize(("person", "status"), [("worker", 403), ("outsider", 403), ("supervisor", 200)])
def test_who_may_look_at_two_records_to_merge_them(person, status, family, twin, signed_in, request):
    client = signed_in(request.getfixturevalue(person))

    pages = [reverse("families:merge", args=[family.pk, twin.pk]), reverse("families:duplicates")]

    assert [client.get(page).status_code for page in pages] == [status, status]


def test_pairs_that_look_alike_stand_on_a_list_until_somebody_says_otherwise(family, twin, supervisor, signed_in):
    found = [(pair.first, pair.second) for pair in doubles.pairs(supervisor)]

    signed_in(supervisor).post(reverse("families:different", args=[family.pk, twin.pk]))

    assert (found, doubles.pairs(supervisor)) == ([(family, twin)], [])


def test_the_list_of_pairs_asks_as_much_for_three_as_for_one(
    family, twin, supervisor, center, signed_in, django_assert_max_num_queries
):
    client = signed_in(supervisor)
    counts = []
    for _round in range(2):
        from django.test.utils import CaptureQueriesContext

        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("families:duplicates"))
        counts.append(len(asked))
        for _more in range(2):
            copy = FamilyFactory(center=center)
            MemberFactory(family=copy, first_name="Angel", role="child", born_on=BORN)

    assert counts[0] == counts[1]


def test_a_member_of_a_merged_record_is_found_once(family, twin, supervisor):
    merged(family, twin, supervisor)

    assert FamilyMember.objects.filter(first_name__endswith="ngel").count() == 1
    assert FamilyMember.every.filter(first_name__endswith="ngel").count() == 2


def snapshots(family):
    years = SnapshotYear.objects.filter(family=family).order_by("program_year", "moment")
    return [(year.program_year, year.moment, year.snapshot.wic, year.snapshot.snap) for year in years]


def test_two_snapshots_of_one_year_count_as_one_and_fill_each_others_gaps(family, twin, supervisor):
    year, before = ProgramYearFactory(), ProgramYearFactory()
    SnapshotFactory(family=family, speaks_for=[year], wic="yes", snap="")
    theirs = SnapshotFactory(family=twin, speaks_for=[year], wic="no", snap="no")
    SnapshotFactory(family=twin, speaks_for=[before], wic="no", snap="yes")

    change = merged(family, twin, supervisor)
    together, behind = sorted(snapshots(family), key=str), snapshots(twin)
    undoing.undo(change=change, by=supervisor)

    theirs.refresh_from_db()
    whole = [(before, "enrollment", "no", "yes"), (year, "enrollment", "yes", "no")]
    assert (together, behind) == (sorted(whole, key=str), [(year, "enrollment", "no", "no")])
    assert (snapshots(family), theirs.family) == ([(year, "enrollment", "yes", "")], twin)


def test_a_snapshot_of_two_years_comes_along_for_the_year_that_lacks_one(family, twin, supervisor):
    year, before = ProgramYearFactory(), ProgramYearFactory()
    SnapshotFactory(family=family, speaks_for=[year], wic="yes", snap="no")
    both = SnapshotFactory(family=twin, speaks_for=[year], wic="no", snap="yes")
    SnapshotYear.objects.create(snapshot=both, program_year=before, family=twin, moment=both.moment)

    change = merged(family, twin, supervisor)
    together, behind = sorted(snapshots(family), key=str), snapshots(twin)
    undoing.undo(change=change, by=supervisor)

    whole = [(before, "enrollment", "no", "yes"), (year, "enrollment", "yes", "no")]
    assert (together, behind, len(snapshots(twin))) == (sorted(whole, key=str), [], 2)
