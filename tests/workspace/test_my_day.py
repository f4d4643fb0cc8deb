"""My day: whose families, in which list, for which role; what it costs; what the looking leaves behind."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from agency.models import AccessEvent, Draft
from families.models import Enrollment, Snapshot
from reports import kinds
from reports.actions import make
from reports.periods import Month
from reports.scope import Scope
from tests.agency.factories import UserFactory
from tests.families.factories import (
    AssessmentFactory,
    AssignmentFactory,
    EnrollmentFactory,
    FamilyFactory,
    MemberFactory,
    NeedFactory,
    SnapshotFactory,
)
from tests.goals.factories import AgreementFactory, CelebrationFactory, NoteFactory
from tests.workspace.counting import statements
from tests.workspace.factories import ago, refer, tell_a_year
from workspace import my_day

HOME = "/"
MONTHLY = kinds.named("monthly")
MOST_STATEMENTS = 25

pytestmark = pytest.mark.usefixtures("agency", "clocks")


def served(center, worker, name, entered=200, kind="primary"):
    """A family of `worker` with a child at the center since so many days."""
    family = FamilyFactory(center=center, name=name)
    child = MemberFactory(family=family, role="child", relationship="child")
    EnrollmentFactory(family=family, member=child, center=center, program=center.program, entered_on=ago(entered))
    AssignmentFactory(family=family, worker=worker, kind=kind)
    return family


ASKED = Snapshot.ASKED[Snapshot.Moment.ENROLLMENT]


def at_rest(family, by):
    """Nothing of this family is due: spoken with today, agreement written, strengths talked through, asked and told."""
    years = family.center.program.years.all()
    SnapshotFactory(family=family, taken_by=by, speaks_for=years, **dict.fromkeys(ASKED, "unsaid"))
    family.notices.create(kind="rights", given_on=ago(0), language="en", given_by=by)
    AssessmentFactory(family=family, staff=by, started_on=ago(3), done_on=ago(3))
    AgreementFactory(family=family)
    NoteFactory(family=family, written_by=by)


def lists(response):
    """The lists of the page: heading → (family, act) of each row."""
    return {
        str(section["title"]): [(row["who"], row["act"]) for row in section["rows"]]
        for section in response.context["sections"]
    }


def test_each_thing_stands_in_the_list_of_its_day(signed_in, worker, family, center):
    at_rest(family, worker)
    NoteFactory(family=family, written_by=worker, next_step="Bring the form", next_on=ago(0))
    NoteFactory(family=family, written_by=worker, next_step="Call back", next_on=ago(2))
    NoteFactory(family=family, written_by=worker, next_step="Visit", next_on=ago(-3))
    refer(NeedFactory(family=family), worker, days=5)

    response = signed_in(worker).get(HOME)

    who = str(family)
    assert lists(response) == {
        "Today": [(who, "Open the note")],
        "Past its day": [(who, "Open the note")],
        "Rest of the week": [(who, "Open the note")],
        "Later": [(who, "Ask again")],
        "Waiting on a partner": [(who, "Open")],
    }


def test_an_urgent_need_stands_on_top_of_today(signed_in, worker, family):
    at_rest(family, worker)
    NoteFactory(family=family, written_by=worker, next_step="Bring the form", next_on=ago(0))
    NeedFactory(family=family, urgency=3, what="No heating", opened_at=timezone.now() - timedelta(days=1))

    rows = signed_in(worker).get(HOME).context["sections"][0]["rows"]

    assert [(row["urgent"], row["act"]) for row in rows] == [(True, "First step"), (False, "Open the note")]


def test_a_colleague_with_another_caseload_sees_none_of_it(signed_in, outsider, family, worker):
    tell_a_year(family, worker)

    response = signed_in(outsider).get(HOME)

    assert (response.context["sections"], family.name in response.content.decode()) == ([], False)
    assert "No family yet" in response.content.decode()


def test_families_one_covers_belong_to_the_day_but_not_to_the_count(signed_in, worker, family, center):
    jamal = UserFactory(first_name="Jamal", role="worker", center=center)
    covered = served(center, jamal, "Covered")
    AssignmentFactory(family=covered, worker=worker, kind="cover", ends_on=ago(-20))

    context = signed_in(worker).get(HOME).context

    assert context["load"] == {"planned": 1, "all": 2, "limit": 40}
    assert context["covers"].startswith("And 1 you cover for Jamal until ")


def test_a_filter_shows_its_list_alone_and_page_by_page(signed_in, worker, family):
    at_rest(family, worker)
    for _ in range(60):
        NoteFactory(family=family, written_by=worker, next_step="Call back", next_on=ago(2))
    client = signed_in(worker)

    everything, second = client.get(HOME).context, client.get(HOME, {"show": "late", "page": 2}).context

    assert [(len(part["rows"]), part["count"]) for part in everything["sections"]] == [(50, 60)]
    assert everything["sections"][0]["more"] == "The first 50 of 60. See all"
    assert [(len(part["rows"]), part["count"]) for part in second["sections"]] == [(10, 60)]


def test_an_unknown_filter_shows_everything(signed_in, worker, family):
    assert signed_in(worker).get(HOME, {"show": "nonsense", "page": "x"}).context["shown"] is None


def test_what_there_is_to_celebrate_stands_beside_the_lists(signed_in, worker, family):
    at_rest(family, worker)
    CelebrationFactory(family=family, what="Angel reads")

    context = signed_in(worker).get(HOME).context

    assert [cheer["text"] for cheer in context["cheers"]] == ["Angel reads"]
    assert context["sections"] == []


def test_words_not_saved_yet_wait_on_top(signed_in, worker):
    Draft.objects.create(user=worker, key="goal", label="A goal", path="/goals/1", typed={"statement": ["By June"]})

    context = signed_in(worker).get(HOME).context

    assert [(draft["label"], draft["url"]) for draft in context["drafts"]] == [("A goal", "/goals/1")]


def test_words_not_saved_yet_name_the_family_they_are_about(signed_in, worker, family):
    at_rest(family, worker)
    stranger = FamilyFactory()
    for one in (family, stranger):
        path = f"/families/{one.pk}/notes/add"
        Draft.objects.create(user=worker, key=f"{one.pk}", path=path, family_id=one.pk, typed={})

    context = signed_in(worker).get(HOME).context

    assert [draft["family"] for draft in context["drafts"]] == [None, family]
    assert [event.family_ids for event in AccessEvent.objects.all()] == [[family.pk]]


def test_words_nobody_wants_any_more_are_thrown_away_from_the_day(signed_in, worker):
    draft = Draft.objects.create(user=worker, key="goal", label="A goal", path="/goals/1", typed={})
    client = signed_in(worker)

    assert reverse("agency:draft-throw-away", args=[draft.pk]) in client.get(HOME).content.decode()
    assert client.post(reverse("agency:draft-throw-away", args=[draft.pk])).url == HOME
    assert not Draft.objects.exists()


def test_a_day_with_nothing_due_says_so(signed_in, worker, family):
    at_rest(family, worker)

    assert "You are up to date" in signed_in(worker).get(HOME).content.decode()


def test_a_supervisor_reads_what_is_urgent_in_the_team_and_whose_it_is(signed_in, supervisor, worker, family):
    at_rest(family, worker)
    NeedFactory(family=family, urgency=3, what="No heating")

    section = signed_in(supervisor).get(HOME).context["sections"][0]

    assert (str(section["title"]), [row["who"] for row in section["rows"]]) == ("Urgent in your team", [str(family)])
    assert section["rows"][0]["what"].endswith(f"With {worker}.")


def test_what_is_only_late_in_the_team_stands_with_the_caseloads(signed_in, supervisor, worker, center):
    served(center, worker, "Late", entered=200)

    context = signed_in(supervisor).get(HOME).context

    assert (context["sections"], reverse("supervision:caseloads") in [place["url"] for place in context["places"]]) == (
        [],
        True,
    )


def test_a_manager_is_led_to_the_figures(signed_in, manager, family):
    context = signed_in(manager).get(HOME).context

    assert [place["url"] for place in context["places"]] == [
        reverse(name)
        for name in (
            "supervision:caseloads", "reports:list", "partners:directory", "families:list", "agency:settings",
        )
    ]  # fmt: skip
    assert AccessEvent.objects.count() == 0


def test_a_manager_reads_the_newest_report_of_the_agency_in_short(signed_in, manager, family):
    month = Month.of(timezone.localdate())
    make(kind=MONTHLY, scope=Scope(month, family.center.program))
    whole = make(kind=MONTHLY, scope=Scope(month))

    response = signed_in(manager).get(HOME)

    assert response.context["glance"].report.run == whole
    assert whole.get_absolute_url() in response.text


def test_who_serves_families_reads_no_report_among_them(signed_in, supervisor, worker, family):
    make(kind=MONTHLY, scope=Scope(Month.of(timezone.localdate())))

    assert [signed_in(user).get(HOME).context["glance"] for user in (worker, supervisor)] == [None, None]


def test_an_administrator_is_sent_to_the_accounts(signed_in, administrator):
    assert signed_in(administrator).get(HOME).url == reverse("agency:accounts")


def test_a_teammate_is_offered_only_what_a_teammate_may_do(signed_in, teammate, family, worker):
    tell_a_year(family, worker)
    Enrollment.objects.filter(family=family).update(entered_on=ago(200))
    client = signed_in(teammate)

    rows = [row for section in client.get(HOME).context["sections"] for row in section["rows"]]

    assert [client.get(row["act_url"]).status_code for row in rows] == [200] * len(rows)
    assert len(rows) > 0


@pytest.mark.parametrize("who", ["worker", "supervisor", "teammate"])
def test_the_page_asks_the_same_few_statements_for_one_family_and_for_many(
    request, signed_in, worker, family, center, teammate, who
):
    person = request.getfixturevalue(who)
    client = signed_in(person)
    NeedFactory(family=family, urgency=3)
    tell_a_year(family, worker)
    with_one = statements(client, HOME)
    for number in range(3):
        another = served(center, worker, f"More{number}")
        AssignmentFactory(family=another, worker=teammate, kind="team")
        NeedFactory(family=another, urgency=3)
        tell_a_year(another, worker, times=2)

    assert with_one == statements(client, HOME) <= MOST_STATEMENTS


def test_looking_at_the_day_leaves_one_line_with_every_family_named_there(signed_in, worker, family, center):
    at_rest(served(center, worker, "Quiet"), worker)
    NoteFactory(family=family, written_by=worker, next_step="Call back", next_on=ago(0))

    signed_in(worker).get(HOME)

    assert list(AccessEvent.objects.values_list("by", "page", "family_ids")) == [
        (worker.pk, "workspace:my-day", [family.pk])
    ]


@pytest.mark.parametrize(("hour", "words"), [(8, "Good morning"), (13, "Good afternoon"), (19, "Good evening")])
def test_the_greeting_knows_the_time_of_day(worker, monkeypatch, hour, words):
    monkeypatch.setattr(timezone, "localtime", lambda: timezone.now().replace(hour=hour))

    assert my_day.greeting(worker) == f"{words}, Monica"
