"""Two people change the same record: the second sees both, and nothing typed is lost."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from agency.models import AuditEvent
from families.models import ContactPoint, Family, FamilyMember, Household
from tests.families.factories import ContactPointFactory, HouseholdFactory, MemberFactory


@pytest.fixture
def pages(family):
    """Each record two people may edit: its page, its row, a posted form, and the field they differ in."""
    elena = family.members.get(first_name="Elena")
    home = HouseholdFactory(family=family, city="Chico")
    point = ContactPointFactory(member=elena, value="(530) 555-0142", digits="5305550142")
    return {
        "family": (
            reverse("families:edit", args=[family.pk]),
            family,
            {"name": family.name, "language": "en", "center": family.center_id},
            "also_speaks",
            ("Hmong", "Lao"),
        ),
        "household": (
            reverse("families:household", args=[family.pk, home.pk]),
            home,
            {"city": "Chico"},
            "address_1",
            ("1 Oak Street", "2 Elm Street"),
        ),
        "member": (
            reverse("families:member", args=[family.pk, elena.pk]),
            elena,
            {"first_name": "Elena", "role": "parent", "relationship": "mother", "is_main_contact": "on"},
            "about",
            ("Sings.", "Cooks for the whole street."),
        ),
        "safe-contact": (
            reverse("families:safe-contact", args=[family.pk, elena.pk]),
            elena,
            {"may_call": "on"},
            "reach_note",
            ("Text first.", "Never on Sundays."),
        ),
        "contact": (
            reverse("families:contact", args=[family.pk, point.pk]),
            point,
            {"kind": "mobile"},
            "value",
            ("(530) 555-0199", "(530) 555-0177"),
        ),
    }


def test_whom_we_talk_to_first_takes_the_place_of_whom_we_did(signed_in, worker, family):
    rafael = MemberFactory(family=family, first_name="Rafael")

    signed_in(worker).post(
        reverse("families:member", args=[family.pk, rafael.pk]),
        {"first_name": "Rafael", "role": "parent", "relationship": "father", "is_main_contact": "on", "version": 0},
    )

    assert [member.first_name for member in family.members.filter(is_main_contact=True)] == ["Rafael"]


def last_day(family, place, day, reason="kindergarten"):
    return reverse("families:place-end", args=[family.pk, place.pk]), {"exited_on": str(day), "exit_reason": reason}


def test_a_place_ends_on_its_last_day_for_a_reason(signed_in, worker, family):
    place, today = family.enrollments.get(), timezone.localdate()

    signed_in(worker).post(*last_day(family, place, today))

    place.refresh_from_db()
    assert (place.exited_on, place.exit_reason) == (today, "kindergarten")
    assert AuditEvent.objects.get(event="place_ended").facts == {"on": str(today), "reason": "kindergarten"}


@pytest.mark.parametrize(
    ("days", "reason", "errors"),
    [
        (-1, "moved", {"exited_on": ["The last day cannot come before the first."]}),
        (5000, "moved", {"exited_on": ["This is more than a year from now. Check the year."]}),
        (1, "", {"exit_reason": ["This field is required."]}),
    ],
)
def test_a_last_day_that_cannot_be_says_why(signed_in, worker, family, days, reason, errors):
    place = family.enrollments.get()

    page = signed_in(worker).post(*last_day(family, place, place.entered_on + timedelta(days=days), reason))

    assert page.context["form"].errors == errors


@pytest.mark.parametrize("kind", ["family", "household", "member", "safe-contact", "contact"])
def test_the_second_of_two_sees_both_versions(signed_in, worker, pages, kind):
    url, row, posted, field, (theirs, yours) = pages[kind]
    client = signed_in(worker)
    opened = {**posted, "version": row.version}
    client.post(url, opened | {field: theirs})

    conflict = client.post(url, opened | {field: yours})

    row.refresh_from_db()
    page = conflict.content.decode()
    assert (conflict.status_code, getattr(row, field)) == (409, theirs)
    assert (theirs in page, yours in page) == (True, True)


@pytest.mark.parametrize("kind", ["family", "household", "member", "safe-contact", "contact"])
@pytest.mark.parametrize("pick", ["theirs", "yours"])
def test_what_is_picked_on_the_merge_page_is_kept(signed_in, worker, pages, kind, pick):
    url, row, posted, field, (theirs, yours) = pages[kind]
    client = signed_in(worker)
    client.post(url, {**posted, "version": row.version, field: theirs})
    row.refresh_from_db()
    merged = {**posted, field: yours, "version": row.version, "_merge": "1", f"pick_{field}": pick}

    client.post(url, merged)

    row.refresh_from_db()
    assert getattr(row, field) == {"theirs": theirs, "yours": yours}[pick]


def test_words_typed_before_a_colleague_saved_lead_to_the_merge_page(signed_in, worker, pages):
    from agency import drafts

    url, row, posted, field, (theirs, yours) = pages["family"]
    drafts.keep(worker, f"family:{row.pk}", {"version": [str(row.version)], field: [yours]})
    Family.objects.filter(pk=row.pk).update(**{field: theirs})

    page = signed_in(worker).get(url)

    form = page.context["form"]
    assert (form["version"].value(), form[field].value()) == (row.version, yours)


def test_a_number_that_cannot_be_dialed_is_refused_with_a_sentence(signed_in, worker, pages):
    url, point, *_rest = pages["contact"]

    page = signed_in(worker).post(url, {"kind": "mobile", "value": "12", "version": point.version}).content.decode()

    assert "This number is too short. Add the area code, like (530) 555-0142." in page
    assert 'value="12"' in page


def test_a_number_is_kept_as_it_is_found_and_as_it_is_read(signed_in, worker, family):
    elena = family.members.get(first_name="Elena")

    signed_in(worker).post(
        reverse("families:contact-add", args=[family.pk, elena.pk]), {"kind": "home", "value": "5305550142"}
    )

    assert list(elena.contact_points.values_list("value", "digits")) == [("(530) 555-0142", "5305550142")]


def test_an_e_mail_has_no_digits(signed_in, worker, family):
    elena = family.members.get(first_name="Elena")

    signed_in(worker).post(
        reverse("families:contact-add", args=[family.pk, elena.pk]), {"kind": "email", "value": "elena@example.org"}
    )

    assert list(elena.contact_points.values_list("value", "digits")) == [("elena@example.org", "")]


def test_a_number_goes_after_a_question(signed_in, worker, pages, family):
    _url, point, *_rest = pages["contact"]
    client, url = signed_in(worker), reverse("families:contact-remove", args=[family.pk, point.pk])

    asked = client.post(url)
    still_there = ContactPoint.objects.count()
    client.post(url, {"confirmed": "1"})

    assert ("Remove this number" in asked.content.decode(), still_there, ContactPoint.objects.count()) == (True, 1, 0)


def test_a_child_has_no_rules_for_reaching_out(signed_in, worker, family):
    angel = family.members.get(first_name="Angel")

    page = signed_in(worker).get(reverse("families:member", args=[family.pk, angel.pk]))

    assert "is_main_contact" not in page.context["form"].fields
    assert signed_in(worker).get(reverse("families:safe-contact", args=[family.pk, angel.pk])).status_code == 404


def test_one_leads_back_to_where_one_came_from_and_nowhere_else(signed_in, worker, pages, family):
    url, elena, posted, *_rest = pages["member"]
    back = reverse("families:intake-step", args=[family.pk, "adults"])
    client = signed_in(worker)

    home = client.post(f"{url}?next={back}", {**posted, "version": elena.version})
    elena.refresh_from_db()
    away = client.post(f"{url}?next=https://example.com/", {**posted, "version": elena.version})

    assert (home.url, away.url) == (back, reverse("families:edit", args=[family.pk]))


def test_the_database_counts_versions(family):
    counted = [Family, Household, FamilyMember, ContactPoint]

    assert [hasattr(model, "version") for model in counted] == [True] * 4
