"""Clocks change from a day on; what was true before stays true."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from agency import clocks, content
from agency.access import Role
from agency.due import Clocks
from agency.models import Deadline, Program
from tests.agency.factories import ClosureFactory, DeadlineFactory, ProgramFactory, UserFactory

TODAY = timezone.localdate


@pytest.fixture
def desk(signed_in, manager):
    return signed_in(manager)


def in_days(days):
    return TODAY() + timedelta(days=days)


def typed(**changes):
    return {
        "length": 40, "unit": "days", "warn_before": 7, "escalate_after": 10, "effective_on": str(in_days(10)),
    } | changes  # fmt: skip


def test_a_change_makes_a_new_rule_and_ends_the_old_one_the_day_before(desk):
    rule = DeadlineFactory(length=45)

    desk.post(reverse("agency:clock", args=[rule.pk]), typed())

    line = Deadline.objects.order_by("effective_on")
    assert [(r.length, r.effective_on, r.ends_on) for r in line] == [
        (45, rule.effective_on, in_days(9)),
        (40, in_days(10), None),
    ]


def test_what_is_due_follows_the_rule_of_the_day(desk):
    rule = DeadlineFactory(length=45)
    desk.post(reverse("agency:clock", args=[rule.pk]), typed())

    lengths = [Clocks(on=day).rule(rule.code).length for day in (in_days(9), in_days(10))]

    assert lengths == [45, 40]


def test_the_past_is_not_changed(desk):
    rule = DeadlineFactory()

    answer = desk.post(reverse("agency:clock", args=[rule.pk]), typed(effective_on=str(rule.effective_on)))

    assert "Choose a later day" in answer.content.decode()
    assert Deadline.objects.count() == 1


def test_a_planned_change_is_not_overtaken(manager):
    rule = DeadlineFactory()
    clocks.change(rule=rule, effective_on=in_days(10), by=manager, length=40)

    with pytest.raises(clocks.NotFromThen):
        clocks.change(rule=rule, effective_on=in_days(5), by=manager, length=35)


def test_a_planned_change_is_changed_itself(manager):
    rule = DeadlineFactory(length=45)
    plan = clocks.change(rule=rule, effective_on=in_days(10), by=manager, length=40)

    clocks.change(rule=plan, effective_on=in_days(5), by=manager, length=35)

    line = Deadline.objects.order_by("effective_on")
    assert [(r.length, r.ends_on) for r in line] == [(45, in_days(4)), (35, None)]
    assert line[1].effective_on == in_days(5)


def test_a_planned_change_does_not_move_before_the_rule_it_follows(manager):
    plan = clocks.change(rule=DeadlineFactory(), effective_on=in_days(10), by=manager, length=40)

    with pytest.raises(clocks.NotFromThen):
        clocks.change(rule=plan, effective_on=in_days(-1), by=manager, length=35)


def test_history_shows_how_it_came_to_be(desk, manager):
    new = clocks.change(rule=DeadlineFactory(length=45), effective_on=in_days(1), by=manager, length=40)

    page = desk.get(reverse("agency:clock", args=[new.pk])).content.decode()

    assert ("40 days" in page, "45 days" in page) == (True, True)


def test_a_program_gets_a_clock_of_its_own_and_gives_it_back(desk):
    general, program = DeadlineFactory(length=45), ProgramFactory(kind=Program.Kind.MIGRANT)
    own = typed(code=general.code, program=program.pk, unit="percent", length=20, effective_on=str(TODAY()))

    desk.post(reverse("agency:clock-add"), own)
    twice = desk.post(reverse("agency:clock-add"), own)
    rule = Deadline.objects.get(program=program)
    today = Clocks().rule(general.code, program.pk)
    desk.post(reverse("agency:clock-end", args=[rule.pk]), {"last_day": str(in_days(3))})

    assert "There is such a clock already" in twice.content.decode()
    assert (today.program_id, today.length, dict(rule.name)) == (program.pk, 20, dict(general.name))
    assert Clocks(on=in_days(4)).rule(general.code, program.pk).program_id is None


def test_a_clock_does_not_end_before_it_starts(desk):
    rule = DeadlineFactory(program=ProgramFactory())

    answer = desk.post(reverse("agency:clock-end", args=[rule.pk]), {"last_day": "2001-01-01"})

    assert "It cannot end before it starts" in answer.content.decode()


def test_the_agencys_clock_is_not_ended(desk):
    assert desk.get(reverse("agency:clock-end", args=[DeadlineFactory().pk])).status_code == 404


def test_the_manager_of_one_program_reads_the_agencys_clock_and_changes_the_own(signed_in, center):
    general, own = DeadlineFactory(), DeadlineFactory(program=center.program)
    elsewhere = DeadlineFactory(program=ProgramFactory())
    client = signed_in(UserFactory(role=Role.MANAGER, program=center.program))

    answers = [client.post(reverse("agency:clock", args=[rule.pk]), typed()) for rule in (general, own, elsewhere)]

    assert [answer.status_code for answer in answers] == [403, 302, 404]
    assert general.name["en"] in client.get(reverse("agency:clock", args=[general.pk])).content.decode()


def test_a_list_of_clocks_asks_the_database_as_often_for_three_as_for_one(desk):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    counts = []
    for more in (1, 2):
        for _one in range(more):
            DeadlineFactory(program=ProgramFactory())
        with CaptureQueriesContext(connection) as captured:
            desk.get(reverse("agency:clocks"))
        counts.append(len(captured))

    assert counts[0] == counts[1]


def test_business_days_leave_out_weekends_and_closed_days(agency):
    friday = TODAY() - timedelta(days=(TODAY().weekday() - 4) % 7)
    program = ProgramFactory()
    rule = DeadlineFactory(unit=Deadline.Unit.BUSINESS_DAYS, length=2, effective_on=friday - timedelta(days=30))
    ClosureFactory(program=program, starts_on=friday + timedelta(days=3))

    open_on, closed_on = Clocks().due_on(rule.code, friday), Clocks().due_on(rule.code, friday, program.pk)

    assert (open_on, closed_on) == (friday + timedelta(days=4), friday + timedelta(days=5))


def test_a_clock_counted_in_percent_follows_the_season(agency):
    rule = DeadlineFactory(unit=Deadline.Unit.PERCENT, length=20)
    first = TODAY()

    assert Clocks().due_on(rule.code, first, season=(first, first + timedelta(days=100))) == first + timedelta(days=20)


def test_content_is_loaded_once_and_leaves_changes_alone(agency):
    ProgramFactory(kind=Program.Kind.MIGRANT)
    content.load_clocks(TODAY())
    content.load_catalogue()
    Deadline.objects.filter(code="check_in").update(length=21)
    before = Deadline.objects.count()

    content.load_clocks(TODAY())
    content.load_catalogue()

    assert (Deadline.objects.count(), Deadline.objects.get(code="check_in").length) == (before, 21)


def test_an_agency_that_is_set_up_gets_new_clocks_with_the_next_migration(agency):
    content.load_clocks(TODAY() - timedelta(days=400))
    Deadline.objects.filter(code="child_support").delete()
    Deadline.objects.filter(code="check_in").update(length=21)
    before = Deadline.objects.count()

    for _n in range(2):
        call_command("migrate", verbosity=0)

    assert Deadline.objects.get(code="child_support").effective_on == TODAY()
    assert (Deadline.objects.count(), Deadline.objects.get(code="check_in").length) == (before + 1, 21)


def test_before_there_is_an_agency_a_migration_brings_no_clocks(db):
    call_command("migrate", verbosity=0)

    assert not Deadline.objects.exists()


def test_every_clock_of_the_content_says_from_where_it_counts(agency):
    content.load_clocks(TODAY())

    assert {rule.starts_from for rule in Deadline.objects.all()} <= set(clocks.COUNTED_FROM)


def test_a_seasonal_program_has_clocks_in_percent(agency):
    program = ProgramFactory(kind=Program.Kind.MIGRANT)
    content.load_clocks(TODAY())

    assert Clocks().rule("assessment_done", program.pk).unit == Deadline.Unit.PERCENT
    assert Clocks().rule("assessment_done").unit == Deadline.Unit.DAYS
