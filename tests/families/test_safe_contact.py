"""What keeps a person safe is said before anybody reaches out, and kept by every page, print and letter."""

from datetime import time

import pytest
from django.urls import reverse

from agency.models import AccessEvent, AuditEvent
from families import reaching
from families.models import FamilyMember
from families.reaching import Way
from tests.families.factories import ContactPointFactory, FamilyConsentFactory, HouseholdFactory, MemberFactory


@pytest.fixture
def elena(family):
    return family.members.get(first_name="Elena")


@pytest.mark.parametrize(
    ("rule", "way", "why"),
    [
        ({}, Way.CALL, ""),
        ({"do_not_contact": True}, Way.MAIL, "Do not contact Elena."),
        ({"may_text": False}, Way.TEXT, "Elena asked us not to: text."),
        ({"may_leave_message": False}, Way.MESSAGE, "Elena asked us not to: leave a message."),
        ({"reach_from": time(16), "reach_until": time(20)}, Way.CALL,
         "Not at this hour. Only between 4:00 pm and 8:00 pm."),
        ({"reach_from": time(16)}, Way.MAIL, ""),
    ],
)  # fmt: skip
def test_a_rule_answers_why_not(elena, rule, way, why):
    for name, value in rule.items():
        setattr(elena, name, value)

    assert reaching.why_not(elena, way, at=time(9)) == why


def test_a_no_to_texts_stops_texts_of_who_said_it(family, elena):
    rafael = MemberFactory(family=family, first_name="Rafael")
    FamilyConsentFactory(family=family, kind="texts", agreed=False, given_by=elena)
    declined = reaching.declined_in([family.pk])

    may = [reaching.may(person, Way.TEXT, declined=declined) for person in (elena, rafael)]

    assert may == [False, True]
    assert reaching.of_family(family) == ["Elena: Do not: text."]


def test_a_number_is_offered_only_for_what_it_is_for(elena):
    ContactPointFactory(member=elena, kind="home", value="(530) 555-0101", digits="5305550101")
    mobile = ContactPointFactory(member=elena, value="(530) 555-0102", digits="5305550102", may_text=True)

    offered = {way: [point.value for point in reaching.points(elena, way)] for way in (Way.TEXT, Way.MESSAGE)}

    assert offered == {Way.TEXT: [mobile.value], Way.MESSAGE: []}


def test_the_rule_of_an_adult_has_a_page_and_stands_on_the_family_page(signed_in, worker, family, elena):
    client = signed_in(worker)
    url = reverse("families:safe-contact", args=[family.pk, elena.pk])
    typed = {"version": elena.version, "may_mail": "on", "may_email": "on", "reach_from": "16:00", "code_word": "Maple",
             "best_times": ["evening"], "accommodations": ["large_print"], "may_call": "on"}  # fmt: skip

    client.post(url, typed)

    elena.refresh_from_db()
    page = client.get(family.get_absolute_url()).content.decode()
    assert (elena.may_text, elena.may_call, elena.best_times) == (False, True, ["evening"])
    assert "Elena: Not before 4:00 pm. Do not: text, leave a message and visit the home. There is a code word." in page
    assert "Maple" not in page


def test_what_is_hidden_is_shown_to_who_asks_and_written_down(signed_in, worker, family, elena):
    home = HouseholdFactory(family=family, address_1="12 Juniper Street", is_hidden=True)
    FamilyMember.objects.filter(pk=elena.pk).update(code_word="Maple")
    client = signed_in(worker)
    url, edit = reverse("families:reveal", args=[family.pk]), reverse("families:household", args=[family.pk, home.pk])
    before = (client.get(edit).url, "12 Juniper" in client.get(url).content.decode())

    page = client.post(url).content.decode()

    assert before == (url, False)
    assert ("12 Juniper Street" in page, "Maple" in page) == (True, True)
    assert "12 Juniper Street" in client.get(edit).content.decode()
    assert AccessEvent.objects.filter(page="families:reveal", by=worker).exclude(reason="").count() == 1
    assert AuditEvent.objects.filter(event="hidden_shown", by=worker, family_id=family.pk).count() == 1


@pytest.mark.parametrize(("who", "status"), [("teammate", 403), ("outsider", 404), ("manager", 403)])
def test_who_does_not_serve_them_is_not_shown_what_is_hidden(request, signed_in, family, who, status):
    person = request.getfixturevalue(who)

    assert signed_in(person).post(reverse("families:reveal", args=[family.pk])).status_code == status


def test_labels_name_only_who_may_be_written_to(signed_in, worker, family, elena):
    home = HouseholdFactory(family=family, address_1="1 Oak Street", city="Chico", state="CA", postal_code="95926")
    away = HouseholdFactory(family=family, address_1="9 Secret Lane", city="Chico", is_hidden=True)
    family.members.update(household=home)
    MemberFactory(family=family, first_name="Rafael", household=away)
    MemberFactory(family=family, first_name="Lucia", household=home, may_mail=False)
    MemberFactory(family=family, first_name="Tomas")

    page = signed_in(worker).post(reverse("families:labels"), {"family": [family.pk]})

    assert page.context["labels"] == [["Elena", "1 Oak Street", "Chico, CA 95926"]]
    assert [(str(adult), why) for adult, why in page.context["left_out"]] == [
        ("Rafael", "The address is kept hidden. Hand it over in person."),
        ("Lucia", "Lucia asked us not to: send letters."),
        ("Tomas", "We do not know where Tomas lives."),
    ]
    assert "9 Secret Lane" not in page.content.decode()


def test_labels_of_a_stranger_are_not_printed(signed_in, outsider, family):
    page = signed_in(outsider).post(reverse("families:labels"), {"family": [family.pk]})

    assert (page.context["chosen"], page.context["labels"]) == ([], [])
