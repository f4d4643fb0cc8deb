"""Activities posted to many families: each family once, only who came, taken back whole, in few statements."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from families.actions import activities
from families.models import Activity, Attendance, ServiceReceived
from tests.agency.factories import CenterFactory, ProgramYearFactory
from tests.families.factories import (
    ActivityFactory,
    AssignmentFactory,
    EnrollmentFactory,
    FamilyFactory,
    MemberFactory,
    ServiceReceivedFactory,
)


def served(center, worker, father=False, name=None):
    """A family of `worker` with a place at `center`: a mother, a father when asked for, a child."""
    family = FamilyFactory(center=center, **({"name": name} if name else {}))
    MemberFactory(family=family, relationship="mother", is_main_contact=True)
    if father:
        MemberFactory(family=family, relationship="father", is_father_figure=True)
    child = MemberFactory(family=family, role="child", relationship="child")
    EnrollmentFactory(family=family, member=child, center=center)
    AssignmentFactory(family=family, worker=worker)
    return family


def invited(activity, families, worker):
    activities.invite(activity=activity, families=[family.pk for family in families], by=worker)
    return list(activity.attendances.order_by("pk"))


def post(activity, rows, worker):
    came = {row.pk for row in rows}
    fathers = {row.pk for row in rows if row.is_father_figure}
    return activities.keep_attendance(activity=activity, came=came, fathers=fathers, by=worker)


def services():
    return list(ServiceReceived.objects.order_by("family").values_list("family", "received_on", "program_year"))


@pytest.fixture
def two(center, worker):
    return [served(center, worker, father=True), served(center, worker)]


@pytest.fixture
def activity(worker, center):
    return ActivityFactory(added_by=worker, center=center, in_kind_minutes=90)


def test_each_family_that_came_receives_it_once_on_its_day(activity, two, worker, center):
    rows = invited(activity, two, worker)

    kept = post(activity, rows, worker)

    year = center.program.years.get()
    today = timezone.localdate()
    assert (kept.families, kept.adults, kept.already, kept.without_place) == (2, 3, [], 0)
    assert services() == [(two[0].pk, today, year.pk), (two[1].pk, today, year.pk)]
    assert ServiceReceived.objects.get(family=two[0]).participants.count() == 2


def test_attendance_keeps_who_came_as_a_father_and_the_minutes(activity, two, worker):
    rows = invited(activity, two[:1], worker)

    post(activity, rows, worker)

    kept = Attendance.objects.counted().values_list("member__relationship", "is_father_figure", "in_kind_minutes")
    assert sorted(kept) == [("father", True, 90), ("mother", False, 90)]


def test_who_was_invited_and_did_not_come_is_not_counted(activity, two, worker):
    rows = invited(activity, two, worker)

    post(activity, [row for row in rows if row.family_id == two[0].pk], worker)

    assert [family for family, _day, _year in services()] == [two[0].pk]
    assert set(Attendance.objects.counted().values_list("family", flat=True)) == {two[0].pk}


def test_posting_again_corrects_and_never_doubles(activity, two, worker):
    rows = invited(activity, two, worker)
    post(activity, rows, worker)
    first = ServiceReceived.objects.get(family=two[0]).pk

    post(activity, [row for row in rows if row.family_id == two[0].pk][:1], worker)

    left = ServiceReceived.objects.get()
    assert (left.pk, left.participants.count()) == (first, 1)


def test_undone_nothing_counts_and_the_ticks_stay(activity, two, worker):
    rows = invited(activity, two, worker)
    post(activity, rows, worker)

    undone = activities.undo(activity=activity, by=worker)

    assert (services(), undone.is_posted, Attendance.objects.counted().count()) == ([], False, 0)
    assert Attendance.objects.filter(is_present=True).count() == 3
    post(activity, rows, worker)
    assert len(services()) == 2


def test_what_was_undone_stays_in_the_history(activity, two, worker):
    post(activity, invited(activity, two, worker), worker)

    activities.undo(activity=activity, by=worker)

    history = ServiceReceived._meta.get_field("history").related_model
    assert history.objects.filter(pgh_label="deleted").count() == 2


def test_a_posting_is_undone_for_a_month(activity, two, worker):
    post(activity, invited(activity, two, worker), worker)
    Activity.objects.update(posted_at=timezone.now() - activities.UNDO_FOR - timedelta(days=2))

    with pytest.raises(activities.CannotUndo, match="more than 30 days ago"):
        activities.undo(activity=activity, by=worker)


def test_the_same_activity_of_the_same_day_counts_a_family_once_and_says_which(two, worker, center):
    first = ActivityFactory(added_by=worker, title="Reading together")
    second = ActivityFactory(added_by=worker, title="reading Together")
    post(first, invited(first, two[:1], worker), worker)

    kept = post(second, invited(second, two, worker), worker)

    assert (kept.families, kept.already) == (1, [two[0]])
    assert len(services()) == 2


def test_a_family_without_a_place_keeps_the_help_and_counts_nowhere(activity, worker, center):
    family = FamilyFactory(center=center)
    MemberFactory(family=family)
    AssignmentFactory(family=family, worker=worker)

    kept = post(activity, invited(activity, [family], worker), worker)

    assert (kept.without_place, services()) == (1, [(family.pk, timezone.localdate(), None)])
    assert not ServiceReceived.objects.counting_in(center.program.years.get()).exists()


def test_a_family_in_two_programs_counts_in_both(activity, worker, center):
    family = served(center, worker)
    early = ProgramYearFactory(program=CenterFactory().program)
    EnrollmentFactory(family=family, center=early.program.centers.get())

    post(activity, invited(activity, [family], worker), worker)

    counted = [ServiceReceived.objects.counting_in(year).count() for year in (center.program.years.get(), early)]
    assert counted == [1, 1]


def test_a_year_chosen_with_a_reason_stands_alone(family, center):
    year, early = center.program.years.get(), ProgramYearFactory(program=CenterFactory().program)
    ServiceReceivedFactory(family=family, program_year=early, counts_because="A visit before the first day")

    counted = [ServiceReceived.objects.counting_in(one).count() for one in (year, early)]

    assert counted == [0, 1]


def test_families_of_colleagues_are_left_as_they_are(activity, two, worker, outsider, center):
    theirs = served(center, outsider)
    rows = invited(activity, [*two, theirs], worker)

    post(activity, rows, worker)

    assert [family for family, _day, _year in services()] == [two[0].pk, two[1].pk]


def test_who_cannot_open_every_family_cannot_undo_them(activity, two, worker, outsider, supervisor, center):
    theirs = served(center, outsider)
    rows = invited(activity, [*two, theirs], worker)
    post(activity, rows, worker)
    post(activity, rows, outsider)

    with pytest.raises(activities.CannotUndo, match="Families of colleagues"):
        activities.undo(activity=activity, by=worker)
    activities.undo(activity=activity, by=supervisor)

    assert services() == []


def test_a_list_on_which_nobody_came_is_not_posted(activity, two, worker):
    invited(activity, two, worker)

    with pytest.raises(activities.NobodyCame):
        post(activity, [], worker)


def test_what_is_still_ahead_is_not_posted(two, worker):
    activity = ActivityFactory(added_by=worker, held_on=timezone.localdate() + timedelta(days=1))
    rows = invited(activity, two, worker)

    with pytest.raises(activities.NotHeldYet):
        post(activity, rows, worker)


def asked_by(count, center, worker):
    """Statements of inviting, posting and undoing `count` families."""
    activity = ActivityFactory(added_by=worker, center=center, title=f"For {count}")
    families = [served(center, worker) for _n in range(count)]
    with CaptureQueriesContext(connection) as asked:
        rows = invited(activity, families, worker)
        post(activity, rows, worker)
        activities.undo(activity=activity, by=worker)
    return len(asked)


def test_fifty_families_ask_no_more_statements_than_two(center, worker):
    asked_by(1, center, worker)  # who this person is, is asked once

    assert asked_by(2, center, worker) == asked_by(50, center, worker)


ACTS = st.lists(st.tuples(st.sampled_from(["post", "undo"]), st.sets(st.integers(0, 4))), max_size=6)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=ACTS)
def test_however_often_it_is_posted_and_undone_a_family_has_it_once(activity, two, worker, acts):
    ServiceReceived.objects.all().delete()
    Attendance.objects.all().delete()
    Activity.objects.update(posted_at=None, posted_by=None)
    rows = invited(activity, two, worker)
    expected = set()
    for act, ticked in acts:
        came = [row for number, row in enumerate(rows) if number in ticked]
        try:
            if act == "post":
                post(activity, came, worker)
                expected = {row.family_id for row in came}
            else:
                activities.undo(activity=activity, by=worker)
                expected = set()
        except (activities.NobodyCame, activities.CannotUndo):
            continue

        assert sorted(family for family, _day, _year in services()) == sorted(expected)
