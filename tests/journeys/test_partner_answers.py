"""A worker sends a referral by link; the partner reads and answers it on a phone; the worker finds the answer."""

import re

import pytest
from django.conf import settings
from django.core import mail
from django.urls import reverse

from agency.models import ServiceCategory
from familypartnership.celery import app
from referrals import actions
from referrals.models import Referral
from tests.families.factories import AssignmentFactory, ContactPointFactory, FamilyFactory, MemberFactory, NeedFactory
from tests.journeys.conftest import Walker
from tests.partners.factories import ServiceFactory
from tests.referrals.factories import ConsentFactory, ReferralFactory

pytestmark = pytest.mark.django_db(transaction=True)
MAILBOX = "intake@cedarworks.example"


@pytest.fixture
def mails_at_once():
    """No worker runs beside this journey: what it would do is done at once."""
    app.conf.task_always_eager = True
    yield mail.outbox
    app.conf.task_always_eager = False


@pytest.fixture
def referral(house, staff):
    family = FamilyFactory(center=house, name="Whitfield")
    father = MemberFactory(family=family, first_name="Rafael", relationship="father", is_main_contact=True)
    ContactPointFactory(member=father, value="(555) 010-4471")
    AssignmentFactory(family=family, worker=staff["worker"])
    category = ServiceCategory.objects.get(code="job_training")
    need = NeedFactory(family=family, category=category, what="Steady work", added_by=staff["worker"])
    service = ServiceFactory(name="Carpentry apprenticeship", partner__name="Cedar Works", partner__email=MAILBOX)
    ConsentFactory(family=family, partner=service.partner, signer=father)
    referral = ReferralFactory.build(
        family=family, need=need, service=service, reason="A place in the carpentry class", made_by=staff["worker"]
    )
    return actions.prepare(referral=referral, by=staff["worker"])


@pytest.fixture
def phone(browser, live_server, walker):
    """The partner's own phone, which has never been here."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, reduced_motion="reduce", locale="en-US")
    yield Walker(context.new_page(), live_server.url, 390)
    context.close()


def send_by_link(walker, worker, referral):
    walker.sign_in(worker)
    walker.open("referrals:send", referral.pk)
    walker.look("send-by-link")
    walker.fill(how_sent="link")
    walker.press("Send to Cedar Works")
    assert walker.reads("the link is on its way to i•••@cedarworks.example")
    assert walker.reads("Not opened yet")


def come_in(phone, letters):
    written = re.search(rf"{re.escape(settings.SITE_URL)}(/answer/\S+)", letters[0].body)[1]
    phone.page.goto(phone.server + written)
    assert phone.page.url == phone.server + reverse("referrals:answer")  # the key is not left in the address
    assert not phone.reads("Rafael")
    phone.look("partner-door")
    phone.press("Send me the digits")
    phone.look("partner-digits")
    phone.fill(code=re.search(r"^\d{6}$", letters[1].body, re.MULTILINE)[0])
    phone.press("Open")
    assert phone.reads("Can you help Rafael?")
    assert phone.reads("(555) 010-4471")
    assert not phone.reads("Whitfield's")


def answer(phone):
    phone.look("partner-referral")
    page = phone.page
    phone.tick(page.locator('[name=answer][value="waitlist"]'))
    phone.fill(**{"waitlist-wait_place": "4", "note": "We call him in May"})
    phone.go(page.get_by_role("button", name="Español"))
    assert page.locator("html").get_attribute("lang") == "es"
    assert page.locator("[name=note]").input_value() == "We call him in May"
    phone.look("partner-referral-es")
    phone.go(page.locator("main form#answer button"))
    phone.look("partner-thanks")
    phone.go(page.locator("main a.btn-primary"))
    phone.look("partner-queue")


@pytest.mark.parametrize("walker", [1280], indirect=True, ids=["desk"])
def test_partner_answers_on_a_phone(walker, phone, staff, referral, mails_at_once):
    send_by_link(walker, staff["worker"], referral)
    come_in(phone, mails_at_once)
    answer(phone)
    walker.open("referrals:referral", referral.pk)
    assert walker.reads("We call him in May")
    assert walker.reads("Answered")
    walker.look("referral-answered")

    said = Referral.objects.get()
    assert (said.state, said.wait_place, len(mails_at_once)) == ("waitlisted", 4, 2)
    assert walker.foreign() + phone.foreign() == []
