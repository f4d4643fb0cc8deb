"""Before a clock changes: how many families it would put past their day, by the very code that says what is due."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from agency.due import Clocks
from agency.models import Deadline
from supervision.worklist import everything_due, is_overdue
from tests.agency.factories import CenterFactory, ProgramYearFactory
from tests.workspace.counting import BRACKETS
from tests.workspace.test_my_day import served

pytestmark = pytest.mark.usefixtures("agency", "clocks")
TODAY = timezone.localdate


def rule_of(code):
    return Deadline.objects.get(code=code)


def typed(rule, **changes):
    names = ("length", "unit", "warn_before", "escalate_after")
    return {name: getattr(rule, name) for name in names} | {"effective_on": str(TODAY())} | changes


def tried(client, rule, **changes):
    address = reverse("workspace:clock-preview", args=[rule.pk])
    return client.post(address, typed(rule, **changes)).context["effect"]


def late(families, user, kind):
    found = everything_due([family.pk for family in families], user, Clocks())
    return {item.family_id for item in found if item.kind == kind and is_overdue(item, TODAY())}


@pytest.fixture
def families(worker, center):
    return [served(center, worker, f"F{days}", entered=days) for days in (20, 35, 44, 50)]


def test_the_number_is_what_comes_true(signed_in, manager, worker, families):
    rule = rule_of("assessment_offered")
    before = late(families, worker, rule.code)

    effect = tried(signed_in(manager), rule, length=15)
    signed_in(manager).post(reverse("agency:clock", args=[rule.pk]), typed(rule, length=15))

    after = late(families, worker, rule.code)
    assert (effect.before, effect.after, effect.count) == (len(before), len(after), len(after - before))
    assert {family for _kind, family in effect.newly} == after - before == {families[0].pk}


def test_it_is_told_by_clock_and_program_and_names_the_first_families(signed_in, manager, families):
    rule = rule_of("assessment_offered")

    response = signed_in(manager).post(
        reverse("workspace:clock-preview", args=[rule.pk]), typed(rule, length=15), HTTP_HX_REQUEST="true"
    )

    assert "this would put 1 family past its day" in response.text
    assert [family.name for family in response.context["effect"].families] == ["F20"]
    assert response.context["effect"].kinds == [(str(rule), 1)]


def test_only_for_who_begins_from_that_day_touches_nobody_yet(signed_in, manager, families):
    rule = rule_of("assessment_offered")
    effect = tried(signed_in(manager), rule, length=1, only_new="on")

    assert (effect.count, effect.freed) == (0, 0)


def test_the_other_way_frees_families(signed_in, manager, families):
    rule = rule_of("assessment_offered")

    effect = tried(signed_in(manager), rule, length=300)

    assert (effect.count, effect.freed, effect.after) == (0, 3, 0)


def test_a_clock_of_one_option_is_tried_on_that_option_alone(signed_in, manager, worker, families):
    families[0].enrollments.update(option="home")
    new = typed(rule_of("assessment_offered"), code="assessment_offered", option="home", length=5)

    effect = signed_in(manager).post(reverse("workspace:clock-preview-new"), new).context["effect"]
    signed_in(manager).post(reverse("agency:clock-add"), new)

    assert {family for _kind, family in effect.newly} == {families[0].pk}
    assert families[0].pk in late(families, worker, "assessment_offered")


def test_an_option_is_refused_where_no_place_is_counted(signed_in, manager):
    new = typed(rule_of("referral_follow_up"), code="referral_follow_up", option="home")

    answer = signed_in(manager).post(reverse("agency:clock-add"), new)

    assert "does not know by which option" in answer.text


def test_a_clock_that_is_not_about_families_says_so(signed_in, manager):
    rule = rule_of("mou_ends")

    answer = signed_in(manager).post(reverse("workspace:clock-preview", args=[rule.pk]), typed(rule, length=3))

    assert "No family comes past its day by it" in answer.text


def test_days_of_before_come_back_as_a_new_rule(signed_in, manager):
    rule, client = rule_of("assessment_offered"), signed_in(manager)
    client.post(reverse("agency:clock", args=[rule.pk]), typed(rule, length=15))
    newest = Deadline.objects.filter(code=rule.code).latest("effective_on")

    form = client.get(reverse("agency:clock", args=[newest.pk]), {"like": rule.pk}).context["form"]

    assert form["length"].value() == rule.length


def test_a_manager_of_another_program_neither_reads_nor_counts_these_families(signed_in, families, manager):
    elsewhere = ProgramYearFactory(program=CenterFactory().program).program
    manager.role_grants.update(program=elsewhere)
    own = Deadline.objects.create(
        code="assessment_offered", name={"en": "Offered"}, starts_from="entry", length=30, escalate_after=3,
        program=elsewhere, effective_on=TODAY() - timedelta(days=300),
    )  # fmt: skip

    effect = tried(signed_in(manager), own, length=1)

    assert (effect.count, effect.after) == (0, 0)


def test_it_asks_the_same_few_statements_for_many_families(signed_in, manager, worker, center, families):
    rule, client = rule_of("assessment_offered"), signed_in(manager)
    here = reverse("workspace:clock-preview", args=[rule.pk])

    def asked():
        with CaptureQueriesContext(connection) as statements:
            client.post(here, typed(rule, length=1))
        return len([one for one in statements if not one["sql"].startswith(BRACKETS)])

    asked()
    few = asked()
    for n in range(4):
        served(center, worker, f"M{n}", entered=20)

    assert few == asked() <= 30
