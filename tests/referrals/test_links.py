"""The door of a partner's link: what opens it, what does not, and that nobody can tell why."""

import re
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from familypartnership.logs import NoTypedWords
from referrals import actions
from referrals.links import door, mailing, sending, tokens
from referrals.models import LinkCode, LinkVisit, PartnerLink
from tests.referrals.factories import LinkFactory
from tests.referrals.links import Partner, address

ALL_PAGES = ["answer", "answer-queue", "answer-thanks"]


def visits():
    return list(LinkVisit.objects.order_by("pk").values_list("what", flat=True))


def revoked(link):
    sending.revoke(referral=link.referral, by=link.made_by)


def expired(link):
    PartnerLink.objects.filter(pk=link.pk).update(
        made_at=timezone.now() - timedelta(days=61), expires_at=timezone.now() - timedelta(minutes=1)
    )


def closed(link):
    actions.move(referral=link.referral, name="withdraw", by=link.made_by, typed={"note": "No longer"}, version=None)


def without_consent(link):
    consent = link.referral.consent
    type(consent).objects.filter(pk=consent.pk).update(revoked_at=timezone.now(), revoked_by=link.made_by)


def guessed(link):
    link.salt = tokens.new_salt()


SHUT = {revoked: "revoked", expired: "expired", closed: "closed", without_consent: "closed", guessed: "unknown"}


@pytest.mark.parametrize(("spoil", "why"), SHUT.items(), ids=lambda each: getattr(each, "__name__", each))
def test_whatever_is_wrong_with_a_link_it_gets_the_same_plain_page(link, partner, spoil, why):
    nonsense = partner.browser.get(reverse("referrals:answer-link", args=["nonsense"]))
    spoil(link)

    answer = partner.open(link)

    same = ("Content-Type", "Cache-Control", "Referrer-Policy", "X-Robots-Tag", "Content-Language")
    assert (answer.status_code, answer.content) == (nonsense.status_code, nonsense.content)
    assert [answer.headers[name] for name in same] == [nonsense.headers[name] for name in same]
    assert (answer.status_code, visits()) == (404, ["unknown", why])


def test_every_refusal_asks_the_database_the_same(link, partner, django_assert_num_queries):
    counts = []
    for spoil in (lambda link: None, guessed):
        spoil(link)
        source = "there"
        with django_assert_num_queries(2) as asked:
            door.come(tokens.token_of(link.salt), source)
        counts.append(len(asked))

    assert counts == [2, 2]


def test_a_tampered_token_opens_nothing(link, partner):
    whole = tokens.token_of(link.salt)
    spoiled = [whole[:-1], whole + "A", whole.swapcase(), whole[::-1], "%00", "a" * 500]

    answers = {partner.browser.get(reverse("referrals:answer-link", args=[token])).status_code for token in spoiled}

    assert answers == {404}


def test_the_tables_alone_open_nothing(link):
    token, kept = tokens.token_of(link.salt), PartnerLink.objects.values().get()

    assert len(token) >= 43  # 32 bytes
    assert token not in map(str, kept.values())


def test_the_address_leads_on_at_once_and_stands_in_no_later_page(link, partner):
    answer = partner.open(link)
    page = partner.browser.get(answer.url)

    assert (answer.status_code, answer.url) == (302, reverse("referrals:answer"))
    assert (answer.headers["Referrer-Policy"], "no-store" in answer.headers["Cache-Control"]) == ("no-referrer", True)
    assert tokens.token_of(link.salt) not in page.content.decode()
    assert ("no-store" in page.headers["Cache-Control"], "noindex" in page.headers["X-Robots-Tag"]) == (True, True)


def test_a_program_that_only_looks_uses_nothing_up(link, partner, mailoutbox):
    looked = [
        partner.browser.head(address(link)).status_code,
        partner.browser.head(address(LinkFactory.build())).status_code,
    ]
    opened = [partner.open(link).status_code for _time in range(3)]

    assert (looked, opened) == ([200, 200], [302, 302, 302])
    assert (visits(), LinkCode.objects.count(), len(mailoutbox)) == (["opened"] * 3, 0, 1)
    link.referral.refresh_from_db()
    assert link.referral.state == "sent"


def test_before_the_code_no_page_says_anything_of_the_family(link, family, partner):
    partner.open(link)
    said = partner.browser.get(reverse("referrals:answer")).content.decode()
    further = [partner.read(link).status_code, partner.browser.get(reverse("referrals:answer-queue")).status_code]

    secret = [family.name, "Elena", "Angel", link.referral.reason, link.referral.need.what, "Carpentry", "intake@"]
    assert [words for words in secret if words in said] == []
    assert ("i•••@cedarworks.example" in said, further) == (True, [302, 302])


def test_who_came_through_no_link_finds_the_plain_page(link, partner):
    answers = {name: partner.browser.get(reverse(f"referrals:{name}")).status_code for name in ALL_PAGES}
    posted = [partner.ask_for_digits().status_code, partner.type("000000").status_code, partner.read(link).status_code]

    assert (answers, posted) == (dict.fromkeys(ALL_PAGES, 404), [404, 404, 404])


def test_the_right_digits_let_somebody_in_once(link, partner):
    partner.open(link)
    partner.ask_for_digits()
    digits = partner.digits()

    wrong = partner.type(f"{(int(digits) + 1) % 10**6:06}")
    right = partner.type(f" {digits[:3]} {digits[3:]} ")
    elsewhere = Partner(partner.mailbox, partner.at_once)
    elsewhere.open(link)
    again = elsewhere.type(digits)

    assert (wrong.status_code, right.url) == (200, reverse("referrals:answer-one", args=[link.referral_id]))
    assert (again.status_code, visits()[-1]) == (200, "wrong_code")
    assert digits not in LinkCode.objects.values_list("salt", flat=True).get()


def test_five_wrong_digits_end_a_code(link, partner):
    partner.open(link)
    partner.ask_for_digits()
    digits = partner.digits()
    for wrong in [f"{(int(digits) + n) % 10**6:06}" for n in range(1, 6)]:
        partner.type(wrong)

    answer = partner.type(digits)

    assert (answer.status_code, "not good any more" in answer.content.decode()) == (200, True)
    assert "right_code" not in visits()


def test_a_code_ends_after_ten_minutes_and_when_a_newer_one_goes(link, partner):
    partner.open(link)
    partner.ask_for_digits()
    first = partner.digits()
    partner.ask_for_digits()
    old = partner.type(first).status_code
    LinkCode.objects.update(expires_at=timezone.now())
    late = partner.type(partner.digits()).status_code

    assert (old, late, "right_code" in visits()) == (200, 200, False)


def test_digits_are_sent_five_times_an_hour(link, partner, mailoutbox):
    partner.open(link)
    for _time in range(7):
        partner.ask_for_digits()

    assert (len(mailoutbox), visits()[-2:]) == (1 + 5, ["too_many"] * 2)


def test_after_twenty_wrong_digits_even_the_right_ones_wait_until_tomorrow(link, partner):
    partner.open(link)
    for _time in range(4):
        partner.ask_for_digits()
        for _try in range(5):
            partner.type("x")
    shut = partner.type("123456").content.decode()
    with partner.at_once():
        partner.browser.post(reverse("referrals:answer-code"))

    assert ("try again tomorrow" in shut, visits()[-2:]) == (True, ["too_many", "too_many"])


def test_guessing_leads_nowhere_and_is_not_looked_up_for_ever(link, django_assert_num_queries):
    cache.delete("link-guesses:there")
    for _time in range(door.MOST_GUESSES):
        door.come("guess", "there")
    first_too_many = door.come(tokens.token_of(link.salt), "there")

    with django_assert_num_queries(0):
        assert door.come(tokens.token_of(link.salt), "there") is None
    assert (first_too_many, visits().count("too_many"), visits().count("unknown")) == (None, 1, door.MOST_GUESSES)


def test_a_planted_session_is_not_let_in(link, partner):
    partner.open(link)
    planted = partner.browser.session.session_key
    partner.ask_for_digits()
    partner.type(partner.digits())

    assert partner.browser.session.session_key != planted


def test_from_one_link_to_another_partners_the_code_is_asked_again(link, partner):
    other = LinkFactory(sent_to="somebody@elsewhere.example")
    partner.come_in(link)
    partner.open(other)

    answers = [partner.read(each).status_code for each in (link, other)]

    assert (answers, "read" in visits()) == ([302, 302], False)


def test_another_partner_at_the_same_address_is_asked_again(link, partner):
    """One mailbox for two partners: what one of them may read is not the other's."""
    other = LinkFactory(sent_to=link.sent_to)
    partner.come_in(link)

    assert (partner.read(other).status_code, partner.open(other).url) == (404, reverse("referrals:answer"))


def test_half_an_hour_without_a_page_ends_the_visit(link, partner, monkeypatch):
    partner.come_in(link)
    monkeypatch.setattr("referrals.links.visiting.time", lambda: timezone.now().timestamp() + 31 * 60)

    assert partner.read(link).url == reverse("referrals:answer")


@pytest.mark.parametrize("spoil", [revoked, expired, without_consent])
def test_a_link_that_ends_while_it_is_read_shuts_at_once(link, partner, spoil):
    partner.come_in(link)
    before = partner.read(link).status_code
    spoil(link)

    after = [partner.read(link), partner.say(link, "accept"), partner.browser.get(reverse("referrals:answer-queue"))]

    assert (before, [answer.status_code for answer in after]) == (200, [404, 404, 404])
    assert [answer for answer in after if b"Elena" in answer.content] == []


def test_a_visit_is_never_changed_and_says_not_from_where(link, partner):
    partner.open(link)
    visit = LinkVisit.objects.get()

    with pytest.raises(DatabaseError), transaction.atomic():
        LinkVisit.objects.update(what="answered")
    assert (partner.browser.defaults["REMOTE_ADDR"] in visit.source, len(visit.source)) == (False, 32)


def test_no_line_of_the_log_holds_the_key(link, partner, caplog, monkeypatch):
    monkeypatch.setattr("referrals.views.answer.door.come", lambda *args: 1 / 0)
    partner.browser.raise_request_exception = False
    with caplog.at_level("INFO"):
        partner.open(link)

    for record in caplog.records:
        NoTypedWords().filter(record)
    written = [record.getMessage() for record in caplog.records if record.name.startswith("django.request")]
    assert [line for line in written if tokens.token_of(link.salt) in line] == []
    assert len(written) == 1


NAMES = st.text(min_size=1, max_size=20).map(lambda text: f"Zq{text}Zq")
TRICKS = st.sampled_from(["Zq{{ url }}", "Zq{% now 'Y' %}", "Zq\r\nBcc: x@example.org", "Zq%(agency)s", "Zq<b>&amp;"])


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=NAMES.filter(lambda text: "\x00" not in text) | TRICKS)
def test_no_mail_ever_says_a_name_a_need_or_a_reason(link, partner, mailoutbox, name):
    mailoutbox.clear()
    referral = link.referral
    type(referral.family).objects.filter(pk=referral.family_id).update(name=name)
    referral.family.members.update(first_name=name, last_name=name)
    type(referral.need).objects.filter(pk=referral.need_id).update(what=name)
    type(referral).objects.filter(pk=referral.pk).update(reason=name)
    long_ago = timezone.now() - timedelta(days=15)
    PartnerLink.objects.filter(pk=link.pk).update(mailed_at=None, reminded_at=None)
    code = LinkCode.objects.create(link=link, salt=tokens.new_salt(), expires_at=timezone.now() + timedelta(minutes=9))
    with transaction.atomic():
        mailing.send_link(link.pk)
        mailing.send_code(code.pk)
        PartnerLink.objects.filter(pk=link.pk).update(mailed_at=long_ago)
        mailing.remind(link.pk)

    said = [f"{mail.subject}\n{mail.body}\n{mail.extra_headers}\n{mail.to}" for mail in mailoutbox]
    service = str(referral.service)
    assert len(said) == 3
    assert [text for text in said if "Zq" in text or name in text or service in text] == []
    assert [mail.subject for mail in mailoutbox if re.search(r"[\r\n]", mail.subject)] == []
