"""The two snapshots: asked, not guessed; entered once for two programs; due at their time; missing where they are."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from agency.due import Clocks
from families import due_snapshots, snapshots
from families.models import Snapshot
from tests.agency.factories import CenterFactory, DeadlineFactory, ProgramYearFactory
from tests.families.factories import (
    EnrollmentFactory,
    MemberFactory,
    NeedFactory,
    RelationFactory,
    SnapshotFactory,
)
from tests.families.test_activity_actions import served
from tests.workspace.counting import statements

WHOLE = {
    "education": "high_school", "employed": "yes", "in_training": "no", "in_school": "no", "tanf": "no", "ssi": "no",
    "wic": "yes", "snap": "unsaid", "housing": "rents",
}  # fmt: skip
AT_FIRST = WHOLE | {
    "parents": "one_parent", "figure": "mother_only", "military_active": "no", "military_veteran": "no",
}  # fmt: skip


@pytest.fixture
def year(center):
    return center.program.years.get()


@pytest.fixture
def early(family):
    """The family has a child in a second program, too."""
    year = ProgramYearFactory(program=CenterFactory().program)
    EnrollmentFactory(family=family, center=year.program.centers.get())
    return year


def typed(*years, **answers):
    return {"taken_on": str(timezone.localdate()), "years": [year.pk for year in years]} | answers


def taking(family, moment="enrollment"):
    return reverse("families:snapshot", args=[family.pk, moment])


def test_one_set_of_answers_speaks_for_both_programs(signed_in, worker, family, year, early):
    signed_in(worker).post(taking(family), typed(year, early, **AT_FIRST))

    snapshot = Snapshot.objects.get()
    assert set(snapshot.program_years.all()) == {year, early}
    assert (snapshot.missing(), snapshot.is_at_work, snapshot.taken_by) == ([], True, worker)


def test_what_was_not_asked_is_no_no(signed_in, worker, family, year):
    signed_in(worker).post(taking(family), typed(year, employed="no"))

    snapshot = Snapshot.objects.get()
    assert (snapshot.employed, snapshot.wic, snapshot.is_at_work) == ("no", "", None)
    assert list(Snapshot.objects.incomplete()) == [snapshot]


def test_rather_not_say_is_an_answer(family, worker):
    snapshot = SnapshotFactory(family=family, moment="end", taken_by=worker, **dict.fromkeys(WHOLE, "unsaid"))

    assert (snapshot.missing(), snapshot.is_at_work) == ([], None)
    assert not Snapshot.objects.incomplete().exists()


def test_what_we_know_is_offered_and_never_kept_unasked(signed_in, worker, family, year):
    client = signed_in(worker)

    form = client.get(taking(family)).context["form"]
    filled = client.get(taking(family), {"fill": "known"}).context["form"]
    refused = client.post(taking(family), typed(year, filled="True", parents="one_parent")).content.decode()

    assert (form.initial["figure"], filled.initial["figure"]) == ("", "mother_only")
    assert "Ask the family, then tick this." in refused
    assert not Snapshot.objects.exists()


def test_last_time_is_said_beside_the_question(signed_in, worker, family, year):
    SnapshotFactory(family=family, taken_by=worker, speaks_for=[year], housing="rents")

    assert "Last time: rents." in signed_in(worker).get(taking(family, "end")).content.decode()


def test_the_end_asks_less_than_the_beginning(signed_in, worker, family, year):
    form = signed_in(worker).get(taking(family, "end")).context["form"]

    assert {"parents", "figure", "military_active"} & set(form.fields) == set()
    assert set(WHOLE) <= set(form.fields)


def test_two_people_take_one_snapshot(signed_in, worker, family, year, early):
    client = signed_in(worker)
    client.get(taking(family))
    SnapshotFactory(family=family, taken_by=worker, speaks_for=[year])

    refused = client.post(taking(family), typed(early, year, **AT_FIRST))

    assert refused.status_code == 200
    assert Snapshot.objects.count() == 1


def test_a_snapshot_comes_to_speak_for_the_other_program(signed_in, worker, family, year, early):
    snapshot = SnapshotFactory(family=family, taken_by=worker, speaks_for=[year])

    url = reverse("families:snapshot-also", args=[family.pk, snapshot.pk])
    signed_in(worker).post(url, {"year": early.pk})

    assert set(snapshot.program_years.all()) == {year, early}


def test_nobody_but_their_workers_opens_it(signed_in, family, outsider, teammate, manager, year):
    names = [reverse("families:snapshots", args=[family.pk]), taking(family)]

    assert [signed_in(outsider).get(url).status_code for url in names] == [404, 404]
    assert [signed_in(teammate).get(url).status_code for url in names] == [403, 403]
    assert signed_in(manager).get(taking(family)).status_code == 403


# ---- due ----


def due(worker, family):
    return [(item.kind, item.due_on) for item in due_snapshots.items([family.pk], worker, Clocks())]


@pytest.fixture
def clocks(agency):
    DeadlineFactory(code="enrollment_snapshot", starts_from="entry", length=30, warn_before=30)
    DeadlineFactory(code="end_snapshot", starts_from="program_year_end", length=0, warn_before=45)


def test_the_first_is_due_a_month_after_they_came(clocks, worker, family):
    assert due(worker, family) == [("enrollment_snapshot", timezone.localdate() + timedelta(days=30))]


def test_asked_whole_it_is_due_no_more_and_half_it_is(clocks, worker, family, year):
    half = SnapshotFactory(family=family, taken_by=worker, speaks_for=[year])
    assert [kind for kind, _on in due(worker, family)] == ["enrollment_snapshot"]

    Snapshot.objects.filter(pk=half.pk).update(**AT_FIRST)

    assert due(worker, family) == []


def test_the_second_is_due_in_the_last_weeks_and_at_leaving(clocks, worker, family, year):
    SnapshotFactory(family=family, taken_by=worker, speaks_for=[year], **AT_FIRST)
    today = timezone.localdate()

    year.ends_on = today + timedelta(days=40)
    year.save()
    assert due(worker, family) == [("end_snapshot", today + timedelta(days=40))]
    year.ends_on = today + timedelta(days=100)
    year.save()
    assert due(worker, family) == []
    family.enrollments.update(exited_on=today, exit_reason="moved")

    assert due(worker, family) == [("end_snapshot", today)]


# ---- leaving, and what is missing ----


def test_who_leaves_is_told_what_is_missing_and_stopped_by_nothing(signed_in, worker, family, year):
    NeedFactory(family=family)

    shown = signed_in(worker).get(reverse("families:exit-checklist", args=[family.pk])).content.decode()

    sentences = [
        "How they lived when they came is not written down.", "1 need is still open.",
        "Angel still holds a place in", "Nobody has talked with them in the last month.",
    ]  # fmt: skip
    assert [sentence in shown for sentence in sentences] == [True] * 4
    assert reverse("families:snapshot", args=[family.pk, "end"]) in shown


def missing(client, **query):
    return client.get(reverse("families:missing"), query)


def test_the_list_names_families_with_something_missing_by_kind(signed_in, worker, family, year):
    whole = SnapshotFactory(family=family, taken_by=worker, speaks_for=[year], **AT_FIRST)
    client = signed_in(worker)
    assert [row.kinds for row in missing(client).context["page"]] == [{"birth_date": 1}]

    Snapshot.objects.filter(pk=whole.pk).update(wic="", snap="")

    assert [row.kinds for row in missing(client).context["page"]] == [{"enrollment": 2, "birth_date": 1}]
    assert [row.family_id for row in missing(client, kind="end").context["page"]] == []


def test_a_supervisor_looks_at_one_worker_and_a_worker_at_their_own(signed_in, supervisor, worker, outsider, family):
    theirs = served(family.center, outsider)

    everybody = missing(signed_in(supervisor)).context["page"]
    one = missing(signed_in(supervisor), worker=outsider.pk).context["page"]
    own = missing(signed_in(worker)).context["page"]

    assert {row.family_id for row in everybody} == {family.pk, theirs.pk}
    assert [[row.family_id for row in page] for page in (one, own)] == [[theirs.pk], [family.pk]]


def test_more_families_ask_no_more_statements(signed_in, worker, family, center):
    client, url = signed_in(worker), reverse("families:missing")
    one = statements(client, url)
    for _n in range(2):
        served(center, worker)

    assert statements(client, url) == one


def test_what_is_known_of_each_adult_beside_each_child_comes_before_what_is_said_in_general(family):
    MemberFactory(family=family, first_name="Rafael", relationship="father")
    angel = family.members.get(first_name="Angel")
    RelationFactory(adult=family.members.get(first_name="Elena"), child=angel, relationship="grandmother")
    RelationFactory(adult=family.members.get(first_name="Rafael"), child=angel, relationship="father", lives_with="no")

    assert snapshots.known(family, "enrollment", None) == {"parents": "one_parent", "figure": "grandparents"}
