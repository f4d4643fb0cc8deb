"""A frozen report later on: the same figures, what changed since, the words beside it, missed months."""

from datetime import date

import pgtrigger
import pytest
from django.urls import reverse
from django.utils import timezone

from agency import audit
from agency.models import AccessEvent
from reports import actions, changes, kinds, tasks
from reports.models import ReportNarrative, ReportRun
from reports.periods import Month
from reports.scope import Scope
from tests.families.factories import EnrollmentFactory, FamilyFactory, MemberFactory
from tests.goals.factories import NoteFactory

OCTOBER = Month(2026, 10)
MONTHLY = kinds.named("monthly")


def enrolled(center):
    family = FamilyFactory(center=center)
    child = MemberFactory(family=family, role="child")
    EnrollmentFactory(family=family, member=child, center=center, program=center.program, entered_on=date(2026, 9, 1))
    return family


@pytest.fixture
def run(center):
    """October's report of a program with two families, nobody reached."""
    enrolled(center), enrolled(center)
    return actions.make(kind=MONTHLY, scope=Scope(OCTOBER, center.program))


def test_a_report_opened_later_shows_the_same_figures_though_records_changed(client, run, manager, center):
    late = enrolled(center)
    NoteFactory(family=late, happened_on=date(2026, 10, 5))
    client.force_login(manager)

    report = client.get(run.get_absolute_url()).context["report"]

    assert [report.number(figure) for figure in ("families", "reached")] == [2, 0]
    assert actions.content_hash(report.content) == run.content_hash


def test_what_changed_since_names_late_entries_by_figure(client, run, manager, center, worker):
    late = enrolled(center)
    note = NoteFactory(family=late, happened_on=date(2026, 10, 5))
    audit.record("note_written", about=note, by=worker)
    client.force_login(manager)

    everything = client.get(reverse("reports:changed", args=[run.pk]))
    one = client.get(reverse("reports:changed", args=[run.pk]), {"figure": "reached"})

    rows = {change.figure: (change.then, change.now) for change in everything.context["found"]}
    assert (rows["families"], rows["reached"], "left" in rows) == ((2, 3), (0, 1), False)
    assert [(row.family.pk, row.is_new, len(row.entries)) for row in one.context["page"]] == [(late.pk, True, 1)]
    assert AccessEvent.objects.get(by=manager).family_ids == [late.pk]


def test_nothing_changed_says_so(run):
    assert changes.since(run) == []


def test_a_number_whose_list_was_not_kept_then_is_compared_as_a_number(run, center):
    family = run.families.get(figure="families").family_ids[0]
    NoteFactory(family_id=family, happened_on=date(2026, 10, 5))
    later = actions.make(kind=MONTHLY, scope=Scope(OCTOBER, center.program), new_edition=True)
    with pgtrigger.ignore():
        later.families.filter(figure="contacts").delete()

    assert changes.since(later) == []


def test_a_family_counted_then_and_not_now_is_told_too(run, center):
    gone = run.families.get(figure="families").family_ids[0]
    FamilyFactory._meta.model.objects.get(pk=gone).enrollments.update(entered_on=date(2026, 11, 3))

    change = next(one for one in changes.since(run) if one.figure == "families")

    assert (change.came, change.went) == (set(), {gone})


def test_words_stand_beside_the_figures_and_go_along_to_a_new_edition(client, run, manager):
    client.force_login(manager)
    client.post(reverse("reports:narrative", args=[run.pk]), {"went_well": "Two fathers lead the reading group."})

    newer = actions.make(kind=MONTHLY, scope=Scope(OCTOBER, run.program), new_edition=True)

    assert newer.narrative.went_well == "Two fathers lead the reading group."
    assert "Two fathers" in client.get(newer.get_absolute_url()).content.decode()


def test_two_people_writing_words_lose_nothing(client, run, manager):
    ReportNarrative.objects.create(run=run, went_well="Mine", written_by=manager)
    ReportNarrative.objects.update(went_well="Theirs")
    client.force_login(manager)

    answer = client.post(reverse("reports:narrative", args=[run.pk]), {"went_well": "Mine again", "version": "0"})

    assert (answer.status_code, ReportNarrative.objects.get().went_well) == (409, "Theirs")


def test_the_month_before_and_the_year_before_stand_beside_the_figures(run):
    before = run.content["before"]

    assert {name: one["period"] for name, one in before.items()} == {"month": "2026-09", "year": "2025-10"}
    assert [before[name]["figures"]["families"] for name in ("month", "year")] == [2, 0]


def test_a_frozen_month_before_stays_what_it_was(center):
    enrolled(center)
    actions.make(kind=MONTHLY, scope=Scope(OCTOBER.previous(), center.program))
    enrolled(center)

    run = actions.make(kind=MONTHLY, scope=Scope(OCTOBER, center.program))

    before = run.content["before"]["month"]
    assert (before["frozen"], before["figures"]["families"]) == (True, 1)


def test_every_month_that_was_missed_is_made_up_for(center, where_queued):
    last = Month.of(timezone.localdate()).previous()
    actions.make(kind=MONTHLY, scope=Scope(last.back(4)[0], center.program))

    tasks.make_monthly_reports()
    tasks.make_monthly_reports()

    made = ReportRun.objects.filter(program=center.program).order_by("period").values_list("period", flat=True)
    assert list(made) == [str(month) for month in last.back(4)]
    assert list(ReportRun.objects.filter(program=None).values_list("period", flat=True)) == [str(last)]


def test_a_report_asked_for_by_hand_of_long_ago_is_no_missed_month(center, manager, where_queued):
    last = Month.of(timezone.localdate()).previous()
    actions.make(kind=MONTHLY, scope=Scope(last.back(9)[0], center.program), by=manager)

    tasks.make_monthly_reports()

    assert ReportRun.objects.filter(program=center.program).count() == 2


def test_two_makers_at_once_leave_one_report_and_both_get_it(center, monkeypatch):
    enrolled(center)
    freeze, made = actions._freeze, []

    def somebody_is_quicker(*words, **more):
        made.append(freeze(*words, **more))
        return freeze(*words, **more)

    monkeypatch.setattr(actions, "_freeze", somebody_is_quicker)
    run = actions.make(kind=MONTHLY, scope=Scope(OCTOBER, center.program))

    assert ([run], run.edition, ReportRun.objects.count()) == (made, 1, 1)


def test_a_number_of_the_month_before_opens_the_list_that_was_frozen_then(client, run, manager, center):
    later = actions.make(kind=MONTHLY, scope=Scope(OCTOBER.next(), center.program))
    client.force_login(manager)

    report = client.get(later.get_absolute_url()).context["report"]

    assert report.earlier_url("month", "families") == reverse("reports:families", args=[run.pk, "families"])
    assert [report.earlier_url("month", "left"), report.earlier_url("year", "families")] == ["", ""]
