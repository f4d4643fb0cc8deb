"""The pages of activities: who sees what, whom one may invite, who is refused."""

import pytest
from django.urls import reverse
from django.utils import timezone

from families.models import Activity, Attendance, ServiceReceived
from tests.agency.factories import CategoryFactory
from tests.families.factories import ActivityFactory, AttendanceFactory, FamilyFactory, MemberFactory
from tests.families.test_activity_actions import served
from tests.workspace.counting import statements


@pytest.fixture
def activity(worker, center):
    return ActivityFactory(added_by=worker, center=center, title="Reading together", in_kind_minutes=60)


def page(client, name, *args, **query):
    return client.get(reverse(f"families:{name}", args=args), query).content.decode()


def typed(**more):
    return {
        "title": "Reading together",
        "kind": "workshop",
        "held_on": str(timezone.localdate()),
        "in_kind_minutes": 60,
        "father_item": "usual",
    } | more


def test_an_activity_is_prepared_then_families_are_chosen(signed_in, worker, center):
    answer = signed_in(worker).post(reverse("families:activity-add"), typed(center=center.pk))

    activity = Activity.objects.get()
    assert (activity.father_item, activity.is_posted, activity.added_by) == ("parenting", False, worker)
    assert answer.headers["Location"] == reverse("families:activity-families", args=[activity.pk])


def test_a_program_and_a_center_are_not_both_chosen(signed_in, worker, center):
    both = typed(center=center.pk, program=center.program.pk)

    answer = signed_in(worker).post(reverse("families:activity-add"), both)

    assert "Choose a program or a center, not both." in answer.content.decode()
    assert not Activity.objects.exists()


def test_ticked_families_stand_on_the_list_and_strangers_do_not(signed_in, worker, outsider, activity, family, center):
    theirs = served(center, outsider, name="Elsewhere")

    url = reverse("families:activity-invite", args=[activity.pk])
    told = signed_in(worker).post(url, {"family": [family.pk, theirs.pk, "x"]}, follow=True).content.decode()

    assert list(activity.attendances.values_list("family", flat=True)) == [family.pk]
    assert "1 family was left out: you may not record for it." in told
    assert "Elsewhere" not in told


def test_all_that_are_shown_are_taken_without_scripts(signed_in, worker, activity, family, center):
    second = served(center, worker)

    url = reverse("families:activity-invite", args=[activity.pk])
    signed_in(worker).post(url, {"all": "1", "shown": f"{family.pk},{second.pk}"})

    assert set(activity.attendances.values_list("family", flat=True)) == {family.pk, second.pk}


def test_who_came_is_posted(signed_in, worker, activity, family):
    row = AttendanceFactory(activity=activity, family=family, member=family.members.get(first_name="Elena"))

    url = reverse("families:activity-post", args=[activity.pk])
    told = signed_in(worker).post(url, {"asked": row.pk, "came": row.pk}, follow=True).content.decode()

    assert "Posted: 1 adult of 1 family." in told
    assert ServiceReceived.objects.get().family == family


def test_what_is_posted_does_not_change_under_the_families(signed_in, worker, center):
    posted = ActivityFactory(added_by=worker, center=center, posted_at=timezone.now(), posted_by=worker)

    url = reverse("families:activity-edit", args=[posted.pk])
    told = signed_in(worker).post(url, typed(title="Another name", version=posted.version)).content.decode()

    posted.refresh_from_db()
    assert (posted.title, "Undo the posting first" in told) == ("Reading together", True)


def test_a_posting_is_undone_after_one_has_said_so(signed_in, worker, activity, family):
    row = AttendanceFactory(activity=activity, family=family, member=family.members.get(first_name="Elena"))
    client, undo = signed_in(worker), reverse("families:activity-undo", args=[activity.pk])
    client.post(reverse("families:activity-post", args=[activity.pk]), {"asked": row.pk, "came": row.pk})

    asked = client.post(undo).content.decode()
    assert "Undo this posting?" in asked
    assert ServiceReceived.objects.exists()
    client.post(undo, {"confirmed": "1"})

    assert not ServiceReceived.objects.exists()


def test_a_colleagues_families_are_counted_not_named(signed_in, outsider, activity, family):
    MemberFactory(family=family, first_name="Rafael")
    AttendanceFactory(activity=activity, family=family, member=family.members.first(), is_present=True)

    shown = page(signed_in(outsider), "activity", activity.pk)

    assert (family.name in shown, "1 family of colleagues came too." in shown) == (False, True)


def test_a_restricted_activity_is_not_seen_without_the_permission(signed_in, teammate, worker, center):
    hidden = ActivityFactory(center=center, added_by=worker, category=CategoryFactory(is_restricted=True))

    assert signed_in(worker).get(hidden.get_absolute_url()).status_code == 200
    assert signed_in(teammate).get(hidden.get_absolute_url()).status_code == 403


@pytest.mark.parametrize(("who", "reads", "writes"), [
    ("worker", 200, 200), ("supervisor", 200, 200), ("manager", 200, 403), ("administrator", 403, 403),
])  # fmt: skip
def test_who_reads_and_who_records(request, signed_in, activity, who, reads, writes):
    client = signed_in(request.getfixturevalue(who))

    names = ["activity", "activity-families"]
    assert [client.get(reverse(f"families:{name}", args=[activity.pk])).status_code for name in names] == [
        reads,
        writes,
    ]


def test_families_are_found_by_when_they_last_came(signed_in, worker, activity, family, center):
    never = served(center, worker, name="Newcomer")
    earlier = ActivityFactory(added_by=worker, posted_at=timezone.now(), posted_by=worker)
    AttendanceFactory(activity=earlier, family=family, member=family.members.first(), is_present=True)

    client = signed_in(worker)
    shown = {came: page(client, "activity-families", activity.pk, came=came) for came in ("lately", "never")}

    assert [family.name in text for text in shown.values()] == [True, False]
    assert [never.name in text for text in shown.values()] == [False, True]


def test_a_searched_name_stands_in_no_address(signed_in, worker, activity, family):
    url = reverse("families:activity-families", args=[activity.pk])

    answer = signed_in(worker).post(url, {"q": family.name})

    assert family.name not in answer.headers["Location"]


def test_the_sheet_names_grown_ups_and_nothing_else(signed_in, worker, activity, family):
    row = AttendanceFactory(activity=activity, family=family, member=family.members.get(first_name="Elena"))

    shown = page(signed_in(worker), "activity-sheet", activity.pk)

    assert (str(row.member) in shown, "Angel" in shown) == (True, False)


def test_the_file_for_the_books_has_a_row_an_activity(signed_in, manager, worker, center, family):
    held = ActivityFactory(center=center, added_by=worker, title="=Coffee", posted_at=timezone.now(), posted_by=worker)
    AttendanceFactory(activity=held, family=family, member=family.members.first(), is_present=True, in_kind_minutes=90)
    ActivityFactory(center=center, added_by=worker, title="Not posted")

    lines = page(signed_in(manager), "activities-csv").splitlines()

    assert lines[1:] == [f"{held.held_on},'=Coffee,workshop,{center.name},1,1,0,90"]


def test_what_was_never_posted_is_thrown_away(signed_in, worker, activity, family):
    AttendanceFactory(activity=activity, family=family, member=family.members.first())

    signed_in(worker).post(reverse("families:activity-drop", args=[activity.pk]), {"confirmed": "1"})

    assert (Activity.objects.count(), Attendance.objects.count()) == (0, 0)


def test_more_families_ask_no_more_statements(signed_in, worker, activity, center):
    client = signed_in(worker)
    names = ["activity", "activity-families", "activity-sheet"]
    urls = [reverse("families:activities"), *(reverse(f"families:{name}", args=[activity.pk]) for name in names)]

    def add(count):
        for _n in range(count):
            family = served(center, worker)
            AttendanceFactory(activity=activity, family=family, member=family.members.first())
            served(center, worker)
            ActivityFactory(center=center, added_by=worker, title="Another")

    add(1)
    one = [statements(client, url) for url in urls]
    add(2)

    assert [statements(client, url) for url in urls] == one


def test_a_family_nobody_may_edit_is_offered_to_nobody(signed_in, worker, activity):
    FamilyFactory(name="Stranger")

    assert "Stranger" not in page(signed_in(worker), "activity-families", activity.pk, everybody=1)
