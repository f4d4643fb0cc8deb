"""What staff do: send by link and otherwise, send another link, take it back; the friendly word to silent partners."""

from datetime import timedelta

import pytest
from django.test import override_settings
from django.urls import reverse
from django.utils import timezone

from agency.models import AuditEvent, OutboxMail
from partners.models import Contact, Partner
from referrals import actions, letter, release, tasks
from referrals.links import mailing, sending, tokens
from referrals.models import Disclosure, LinkVisit, PartnerLink, Referral
from tests.agency.factories import DeadlineFactory
from tests.referrals.factories import LinkFactory, ReferralFactory, disclosed
from tests.referrals.links import address
from tests.referrals.test_at_once import at_once as all_at_once

OUTBOX = override_settings(EMAIL_BACKEND="agency.outbox.OutboxBackend")
TO_CEDAR = "intake@cedarworks.example"


@pytest.fixture
def form(offered):
    """The send form as staff leave it: what is ticked first, by link."""
    pieces = release.pieces(offered, actions.consent_for(offered))
    return {"pieces": release.least(pieces), "how_sent": "link", "sent_to": TO_CEDAR}


def url(name, referral):
    return reverse(f"referrals:{name}", args=[referral.pk])


def test_the_least_is_ticked_first(signed_in, worker, offered):
    page = signed_in(worker).get(url("send", offered)).content.decode()

    ticked = [piece.key for piece in release.pieces(offered, actions.consent_for(offered)) if f'{piece.key}" id' in page
              and page.split(f'value="{piece.key}"')[1].split(">")[0].endswith("checked")]  # fmt: skip
    person = offered.family.adults()[0]
    assert ticked == [f"language-spoken-{offered.family_id}", f"need-reason-{offered.pk}", f"names-name-{person.pk}"]


def test_sending_by_link_writes_the_disclosure_and_the_link_and_mails_once(
    signed_in, worker, offered, form, at_once, mailoutbox
):
    with at_once():
        answer = signed_in(worker).post(url("send", offered), form)

    link, left = PartnerLink.objects.get(), Disclosure.objects.get()
    assert (answer.url, Referral.objects.get().how_sent) == (offered.get_absolute_url(), "link")
    assert (left.how, left.partner, {entry["record"] for entry in left.what}) == (
        "link", offered.service.partner, {"language", "need", "names"},
    )  # fmt: skip
    assert [(mail.to, address(link) in mail.body) for mail in mailoutbox] == [([TO_CEDAR], True)]
    assert timezone.localdate(link.expires_at) == timezone.localdate() + timedelta(days=60)
    assert sorted(AuditEvent.objects.filter(family_id=offered.family_id).values_list("event", flat=True)) == [
        "link_made", "need_first_step", "referral_sent",
    ]  # fmt: skip


def test_a_form_sent_twice_sends_once(signed_in, worker, offered, form, at_once, mailoutbox):
    client = signed_in(worker)
    with at_once():
        answers = [client.post(url("send", offered), form | {"_once": "one-form"}) for _time in range(2)]

    assert [answer.url for answer in answers] == [offered.get_absolute_url()] * 2
    assert (Disclosure.objects.count(), PartnerLink.objects.count(), len(mailoutbox)) == (1, 1, 1)


def test_a_consent_taken_back_between_opening_and_sending_refuses_with_a_sentence(
    signed_in, worker, offered, form, at_once, mailoutbox
):
    client = signed_in(worker)
    client.get(url("send", offered))
    actions.revoke(consent=actions.consent_for(offered), by=worker)

    with at_once():
        answer = client.post(url("send", offered), form)

    assert (answer.status_code, "no consent in force for Cedar Works" in answer.content.decode()) == (409, True)
    assert (Disclosure.objects.count(), PartnerLink.objects.count(), len(mailoutbox)) == (0, 0, 0)


def test_a_partner_without_an_address_gets_it_another_way(signed_in, worker, offered, form):
    Partner.objects.update(email="")
    client = signed_in(worker)

    page = client.get(url("send", offered)).content.decode()
    answer = client.post(url("send", offered), form)

    assert ("Not by link: the directory has no e-mail address for Cedar Works" in page, 'value="link"' in page) == (
        True, False,
    )  # fmt: skip
    assert [way for way in ("phone", "letter", "fax", "in_person") if f'value="{way}"' not in page] == []
    assert (answer.status_code, Disclosure.objects.count()) == (200, 0)


def test_a_link_goes_to_addresses_we_know_and_to_no_other(signed_in, worker, offered, form):
    Contact.objects.create(
        partner=offered.service.partner, service=offered.service, name="Sam", email="sam@cedar.example"
    )

    answer = signed_in(worker).post(url("send", offered), form | {"sent_to": "me@elsewhere.example"})

    assert sending.addresses(offered.service) == ["sam@cedar.example", TO_CEDAR]
    assert (answer.status_code, PartnerLink.objects.count(), Disclosure.objects.count()) == (200, 0, 0)


@pytest.mark.parametrize(("way", "says"), [("phone", "What to say"), ("fax", "Confidential"), ("letter", "A referral")])
def test_the_other_ways_lead_to_what_one_says_or_prints(signed_in, worker, offered, form, way, says):
    client = signed_in(worker)

    answer = client.post(url("send", offered), form | {"how_sent": way, "handed_over_to": "I called, Elena beside me"})
    paper = client.get(answer.url).content.decode()

    assert (answer.url, says in paper, PartnerLink.objects.exists()) == (url("papers", offered), True, False)
    assert "I called, Elena beside me" in client.get(offered.get_absolute_url()).content.decode()


@pytest.mark.parametrize(("way", "pages"), [("letter", 1), ("fax", 2)])
def test_the_letter_is_a_pdf_of_what_was_released(signed_in, worker, offered, form, way, pages):
    client = signed_in(worker)
    client.post(url("send", offered), form | {"how_sent": way})

    paper = client.get(url("letter", offered))
    offered.refresh_from_db()
    said = letter.content(offered, worker)

    assert (paper.headers["Content-Type"], paper.content[:5]) == ("application/pdf", b"%PDF-")
    assert [label for label, _value in said["facts"]] == ["Language", "What we ask for", "Name"]
    assert (said["cover"] is not None, offered.family.name in str(said)) == (pages == 2, False)


def test_the_page_of_a_referral_tells_what_became_of_its_link(signed_in, worker, link, partner):
    client = signed_in(worker)
    before = client.get(link.referral.get_absolute_url()).content.decode()
    partner.come_in(link)
    partner.read(link)
    read = client.get(link.referral.get_absolute_url()).content.decode()
    partner.say(link, "accept")
    after = client.get(link.referral.get_absolute_url()).content.decode()

    words = ["Not opened yet", "Read, no answer yet", "Answered"]
    assert [[word in page for word in words] for page in (before, read, after)] == [
        [True, False, False], [False, True, False], [False, False, True],
    ]  # fmt: skip
    assert ("i•••@cedarworks.example" in before, TO_CEDAR in before) == (True, False)


def test_another_link_ends_the_one_before(signed_in, worker, link, partner, at_once, mailoutbox):
    client = signed_in(worker)
    asked = client.get(url("link-send", link.referral)).content.decode()
    with at_once():
        answer = client.post(url("link-send", link.referral), {"sent_to": TO_CEDAR})

    newer = PartnerLink.objects.get(revoked_at=None)
    assert (TO_CEDAR in asked, answer.url, len(mailoutbox)) == (True, link.referral.get_absolute_url(), 2)
    assert [partner.open(each).status_code for each in (link, newer)] == [404, 302]


def test_a_link_is_taken_back_after_a_question(signed_in, worker, link, partner):
    client = signed_in(worker)
    question = client.post(url("link-revoke", link.referral)).content.decode()
    still = partner.open(link).status_code
    client.post(url("link-revoke", link.referral), {"confirmed": "1"})

    assert ("Take the link back?" in question, still, partner.open(link).status_code) == (True, 302, 404)
    assert AuditEvent.objects.filter(event="link_revoked", family_id=link.referral.family_id).count() == 1


def test_without_the_familys_yes_no_other_link_goes(signed_in, worker, link, at_once, mailoutbox):
    actions.move(referral=link.referral, name="accept", by=worker, typed={})
    actions.revoke(consent=link.referral.consent, by=worker)

    with at_once():
        signed_in(worker).post(url("link-send", link.referral), {"sent_to": TO_CEDAR})

    assert (PartnerLink.objects.count(), len(mailoutbox)) == (1, 1)


@pytest.mark.parametrize("name", ["link-send", "link-revoke"])
def test_only_who_may_send_handles_a_link(signed_in, manager, outsider, teammate, link, name):
    people = (manager, outsider, teammate)

    assert [signed_in(person).get(url(name, link.referral)).status_code for person in people] == [403, 404, 403]


def test_a_link_never_outlives_the_familys_yes(offered, send):
    consent = actions.consent_for(offered)
    type(consent).objects.filter(pk=consent.pk).update(expires_on=timezone.localdate() + timedelta(days=5))

    link = send(offered)

    assert timezone.localdate(link.expires_at) == timezone.localdate() + timedelta(days=5)


def test_the_mail_speaks_the_language_the_address_chose_last(offered, send, second):
    PartnerLink.objects.update(language="es")

    link = send(
        ReferralFactory(family=offered.family, need=offered.need, service=offered.service, made_by=second.made_by)
    )

    assert link.language == "es"


# ---- mails go once --------------------------------------------------------------------------------------------------


def days_ago(link, days, **more):
    then = timezone.now() - timedelta(days=days)
    PartnerLink.objects.filter(pk=link.pk).update(made_at=then, mailed_at=then, **more)


def test_a_mail_goes_once_however_often_its_task_runs(link, mailoutbox):
    for _time in range(3):
        tasks.email_link(link.pk)

    assert len(mailoutbox) == 1


@OUTBOX
def test_a_task_that_dies_after_the_mail_leaves_nothing_and_its_next_run_sends_once(link, monkeypatch):
    days_ago(link, 15)
    with monkeypatch.context() as dying:
        dying.setattr(mailing, "_mark", lambda *args, **kwargs: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            tasks.remind_partner(link.pk)
    between = OutboxMail.objects.count()
    tasks.remind_partner(link.pk)
    tasks.remind_partner(link.pk)

    assert (between, OutboxMail.objects.count()) == (0, 1)


def test_a_lost_mail_goes_the_next_morning(link, at_once, mailoutbox):
    PartnerLink.objects.update(mailed_at=None)

    with at_once():
        tasks.remind_partners()

    assert len(mailoutbox) == 2


def test_a_mail_names_the_address_that_opens_also_after_the_key_was_changed(link, mailoutbox, partner):
    PartnerLink.objects.update(mailed_at=None)
    with override_settings(SECRET_KEY="another"):
        tasks.email_link(link.pk)
        answer = partner.open(link)

        assert (tokens.token_of(link.salt) in mailoutbox[-1].body, answer.status_code) == (True, 302)


@pytest.mark.parametrize(("days", "reminded", "mails"), [(13, None, 0), (14, None, 1), (30, 13, 0), (30, 14, 1)])
def test_a_silent_partner_is_reminded_every_fourteen_days(link, at_once, mailoutbox, days, reminded, mails):
    days_ago(link, days, reminded_at=reminded and timezone.now() - timedelta(days=reminded))

    with at_once():
        tasks.remind_partners()
        tasks.remind_partners()

    assert len(mailoutbox) - 1 == mails


def test_who_has_answered_here_or_by_telephone_hears_nothing(link, second, worker, at_once, mailoutbox):
    for each in (link, second):
        days_ago(each, 20)
    LinkVisit.objects.create(link=link, what="answered")
    actions.move(referral=second.referral, name="accept", by=worker, typed={})
    before = len(mailoutbox)

    with at_once():
        tasks.remind_partners()

    assert len(mailoutbox) == before


@pytest.mark.parametrize("spoil", [{"revoked_at": timezone.now()}, {"expires_at": timezone.now() - timedelta(days=1)}])
def test_a_link_that_opens_nothing_is_not_reminded_of(link, at_once, mailoutbox, spoil):
    by = {"revoked_by": link.made_by} if "revoked_at" in spoil else {}
    days_ago(link, 20, **spoil, **by)

    with at_once():
        tasks.remind_partners()

    assert len(mailoutbox) == 1


def test_one_address_gets_one_word_for_all_that_is_silent(link, second, at_once, mailoutbox):
    for each in (link, second):
        days_ago(each, 15)
    before = len(mailoutbox)

    with at_once():
        tasks.remind_partners()

    said = mailoutbox[before:]
    assert [(mail.to, "2 requests still wait" in mail.body, address(second) in mail.body) for mail in said] == [
        ([TO_CEDAR], True, True)
    ]


@OUTBOX
@pytest.mark.django_db(transaction=True)
def test_two_mornings_at_once_remind_once(worker):
    DeadlineFactory(code="partner_reminder", starts_from="link_sent", length=14)
    link = LinkFactory(referral=disclosed(ReferralFactory(sent=True, how_sent="link", made_by=worker)), made_by=worker)
    days_ago(link, 15)

    all_at_once(lambda: tasks.remind_partner(link.pk), lambda: tasks.remind_partner(link.pk))

    assert OutboxMail.objects.count() == 1
