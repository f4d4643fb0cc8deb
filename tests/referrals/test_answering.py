"""Inside: what a partner reads, what it may say, and what becomes of it."""

import re
from datetime import time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from families.models import ServiceReceived
from partners.models import ServiceCapacity
from referrals import actions
from referrals.links import answering, sending
from referrals.models import LinkVisit, PartnerLink, Referral
from referrals.states import ENDED, REFERRAL, ReferralState
from tests.families.factories import MemberFactory
from tests.guards import pseudo
from tests.guards.pages import read
from tests.guards.test_words import bare_words, stored_texts
from tests.referrals.factories import LinkFactory, ReferralFactory, disclosed
from tests.referrals.test_at_once import at_once as all_at_once

TODAY = timezone.localdate


@pytest.fixture
def inside(link, partner):
    partner.come_in(link)
    return partner


def state_of(link):
    return Referral.objects.values_list("state", flat=True).get(pk=link.referral_id)


def last_event(link):
    return link.referral.events.order_by("pk").last()


def test_every_answer_is_a_move_of_the_one_table():
    assert {answer.name for answer in answering.ANSWERS} <= set(REFERRAL.moves)


def test_what_waits_for_staff_or_has_ended_takes_no_answer():
    silent = [state for state in ReferralState if not answering.open_answers(state)]

    assert set(silent) == {ReferralState.DRAFT, *ENDED}


def test_a_partner_reads_what_was_ticked_and_nothing_else(offered, send, partner, family):
    MemberFactory(family=family, first_name="Benny", role="child", relationship="child")
    link = send(offered)
    partner.come_in(link)

    page = partner.read(link).content.decode()

    said = ["<title>A referral for you", "Can you help Elena?", "Carpentry apprenticeship", offered.reason]
    assert [words for words in said if words not in page] == []
    assert [words for words in ("Benny", "Angel") if words in page] == []


def test_a_name_that_was_not_ticked_is_not_said(offered, at_once, worker, partner):
    with at_once():
        sending.send(referral=offered, by=worker, picked=[f"need-reason-{offered.pk}"], how_sent="link",
                     sent_to="intake@cedarworks.example")  # fmt: skip
    link = PartnerLink.objects.get()
    partner.come_in(link)

    pages = (
        partner.read(link).content.decode() + partner.browser.get(reverse("referrals:answer-queue")).content.decode()
    )

    assert ("Elena" in pages, "Can you help this family?" in pages, "A family" in pages) == (False, True, True)


def test_reading_says_that_the_partner_has_seen_it_once(inside, link):
    for _time in range(3):
        inside.read(link)

    assert (state_of(link), link.referral.events.filter(to_state="acknowledged").count()) == ("acknowledged", 1)
    assert list(LinkVisit.objects.values_list("what", flat=True)) == [
        "opened", "code_sent", "right_code", "read", "read", "read",
    ]  # fmt: skip


ANSWERS = {
    "accept": ({}, "accepted", {}),
    "waitlist": ({"wait_place": "12"}, "waitlisted", {"wait_place": 12}),
    "ask_more": ({"needed": "A photo ID"}, "needs_more", {}),
    "decline": ({"barrier": "no_capacity", "note": "Full until May"}, "declined", {"barrier": "no_capacity"}),
    "appoint": (
        {"appointment_on": TODAY() + timedelta(days=3), "appointment_time": "15:30"},
        "appointment",
        {"appointment_time": time(15, 30)},
    ),
}


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_moves_the_referral_and_nobody_of_ours_wrote_it(inside, link, answer):
    typed, state, facts = ANSWERS[answer]

    response = inside.say(link, answer, **typed)

    event = last_event(link)
    link.referral.refresh_from_db()
    assert (response.status_code, response.url) == (302, reverse("referrals:answer-thanks"))
    assert (link.referral.state, event.source, event.recorded_by) == (state, "partner", None)
    assert {name: getattr(link.referral, name) for name in facts} == facts
    assert LinkVisit.objects.get(what="answered").event == event
    assert "can read it now" in inside.browser.get(response.url).content.decode()


def test_a_partner_finds_another_day_and_the_old_hour_no_longer_holds(inside, link):
    first, later = TODAY() + timedelta(days=3), TODAY() + timedelta(days=9)
    inside.say(link, "appoint", appointment_on=first, appointment_time="15:30", note="Ask for Sam")
    inside.say(link, "new_day", appointment_on=later)

    link.referral.refresh_from_db()
    now = link.referral.state, link.referral.appointment_on, link.referral.appointment_time
    assert now == ("appointment", later, None)
    assert [(event.said, event.note, event.told, event.differs) for event in link.referral.events.order_by("pk")][
        -2:
    ] == [
        ("appoint", "Ask for Sam", {"appointment_on": str(first), "appointment_time": "15:30:00"}, False),
        ("new_day", "", {"appointment_on": str(later)}, False),
    ]


def test_what_the_family_must_bring_reaches_staff(inside, link):
    inside.say(link, "ask_more", needed="A photo ID.", note="Before May")

    assert last_event(link).note == "A photo ID. Before May"


@pytest.mark.parametrize(
    ("answer", "typed", "sentence"),
    [
        ("", {}, "Pick one."),
        ("send", {}, "Pick one."),
        ("withdraw", {"note": "Gone"}, "Pick one."),
        ("waitlist", {"note": "Soon"}, "A place on the list or a day, one of them."),
        ("decline", {"note": "Full"}, "Pick one."),
        ("ask_more", {"note": "Look"}, "Write a few words."),
        ("appoint", {"appointment_on": TODAY() - timedelta(days=2), "note": "We met"}, "This day is over"),
    ],
)
def test_an_answer_that_lacks_something_says_so_and_keeps_the_words(inside, link, answer, typed, sentence):
    response = inside.say(link, answer, **typed)

    page = response.content.decode()
    assert (response.status_code, sentence in page) == (200, True)
    assert typed.get("note", "") in page
    assert state_of(link) == "sent"


def test_help_that_began_is_counted_once_and_done_counts_no_second_time(inside, link):
    inside.say(link, "receive", received_on=TODAY())
    inside.say(link, "complete", note="All done")

    received = ServiceReceived.objects.get()
    assert (state_of(link), received.source, received.received_on) == ("received", "referral", TODAY())
    assert (last_event(link).note, last_event(link).differs) == ("All done", False)


def test_an_answer_written_while_staff_ended_the_referral_is_heard(inside, link, worker):
    inside.read(link)
    actions.move(referral=link.referral, name="decline", by=worker, typed={"barrier": "no_capacity"})

    response = inside.say(link, "accept", note="We do have room")

    kept, thanks = last_event(link), inside.browser.get(response.url).content.decode()
    assert (state_of(link), kept.said, kept.differs, kept.note) == ("declined", "accept", True, "We do have room")
    assert ("We had noted something else" in thanks, "Elena" in thanks) == (True, False)
    assert [inside.read(link).status_code, inside.say(link, "").status_code] == [404, 404]


def test_an_answer_that_no_longer_fits_is_kept_beside_ours(inside, link, worker):
    inside.read(link)
    actions.move(referral=link.referral, name="accept", by=worker, typed={})
    actions.move(referral=link.referral, name="attend", by=worker, typed={})

    response = inside.say(link, "decline", barrier="no_contact")

    kept = last_event(link)
    thanks = inside.browser.get(response.url).content.decode()
    assert (state_of(link), kept.said, kept.differs, kept.told) == (
        "attended",
        "decline",
        True,
        {"barrier": "no_contact"},
    )
    assert "We had noted something else meanwhile" in thanks


def test_the_same_form_sent_twice_counts_once(inside, link):
    url = reverse("referrals:answer-one", args=[link.referral_id])
    words = {"answer": "accept", "note": "Gladly", "_once": "the-same-form"}

    first, second = inside.browser.post(url, words), inside.browser.post(url, words)

    assert (first.url, second.url) == (reverse("referrals:answer-thanks"),) * 2
    assert link.referral.events.filter(to_state="accepted").count() == 1


def test_a_queue_holds_what_went_to_this_address_and_is_covered(inside, link, second, offered):
    hidden = [
        LinkFactory(referral=disclosed(ReferralFactory(service__partner=offered.service.partner, sent=True)),
                    sent_to="other@cedarworks.example"),
        LinkFactory(sent_to=link.sent_to),
    ]  # fmt: skip

    page = inside.browser.get(reverse("referrals:answer-queue")).content.decode()

    shown = [each.referral_id for each in (link, second, *hidden)]
    shown = [pk for pk in shown if reverse("referrals:answer-one", args=[pk]) in page]
    assert (shown, page.count("Elena")) == ([link.referral_id, second.referral_id], 2)
    assert inside.read(hidden[0]).status_code == 404


def test_a_family_that_takes_its_yes_back_is_gone_at_once(inside, link, second, worker):
    about = {"family": link.referral.family, "need": link.referral.need, "made_by": worker}
    mine = ReferralFactory(**about, sent=True, service__partner=link.referral.service.partner, how_sent="link")
    LinkFactory(referral=disclosed(mine), sent_to=link.sent_to)
    actions.revoke(consent=link.referral.consent, by=worker)

    answers = [inside.read(each).status_code for each in (link, second)]

    assert answers == [404, 404]


def test_after_an_answer_that_ends_one_the_others_still_wait(inside, link, second):
    response = inside.say(link, "decline", barrier="wait")
    thanks = inside.browser.get(response.url).content.decode()
    inside.say(second, "decline", barrier="wait")
    last = inside.browser.get(response.url).content.decode()

    assert ("One referral is open with you" in thanks, "Nothing else waits" in last) == (True, True)
    assert inside.browser.get(reverse("referrals:answer")).status_code == 404


def test_room_today_is_the_partners_own_word(inside, link):
    inside.browser.post(reverse("referrals:answer-room", args=[link.referral_id]), {"state": "waiting", "weeks": "6"})

    seen = ServiceCapacity.objects.get()
    assert (seen.state, seen.wait, seen.seen_by, seen.is_partners_word) == ("waiting", "6 weeks", None, True)
    assert LinkVisit.objects.filter(what="room", link=link).count() == 1


def test_words_typed_when_the_half_hour_is_over_wait_behind_the_code(inside, link, monkeypatch):
    with monkeypatch.context() as later:
        later.setattr("referrals.links.visiting.time", lambda: timezone.now().timestamp() + 31 * 60)
        sent = inside.say(link, "ask_more", needed="A letter", note="Thank you")
    inside.ask_for_digits()
    back = inside.type(inside.digits())
    page = inside.browser.get(back.url).content.decode()

    assert (sent.url, link.referral.events.filter(to_state="needs_more").exists()) == (
        reverse("referrals:answer"),
        False,
    )
    assert ("A letter" in page, "Thank you" in page, 'value="ask_more" checked' in page) == (True, True, True)


def test_another_language_keeps_the_words_and_is_remembered(inside, link, offered):
    url = reverse("referrals:answer-one", args=[link.referral_id])
    inside.browser.post(url, {"answer": "waitlist", "waitlist-wait_place": "7", "note": "Pronto", "go": "es"})
    page = inside.browser.get(url)
    inside.browser.get(reverse("referrals:answer"))
    inside.ask_for_digits()

    link.refresh_from_db()
    assert ('lang="es"' in page.content.decode(), "Pronto" in page.content.decode()) == (True, True)
    assert (page.headers["Content-Language"], link.language) == ("es", "es")


def test_stop_ends_the_visit(inside, link):
    left = inside.browser.post(reverse("referrals:answer-one", args=[link.referral_id]), {"go": "stop"})

    assert (left.status_code, inside.read(link).status_code) == (200, 404)


@pytest.mark.parametrize("name", ["answer-queue", "answer-one"])
def test_a_page_asks_the_same_of_one_and_of_three(inside, link, second, send, worker, name):
    def ask():
        args = [link.referral_id] if name == "answer-one" else []
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert inside.browser.get(reverse(f"referrals:{name}", args=args)).status_code == 200
        return len(asked)

    inside.read(link), ask()
    two = ask()
    about = {"family": link.referral.family, "need": link.referral.need, "made_by": worker}
    for number in range(2):
        send(ReferralFactory(**about, service__name=f"More {number}", service__partner=link.referral.service.partner))

    assert (ask(), two <= 25) == (two, True)


@pytest.mark.django_db(transaction=True)
def test_two_answers_at_the_same_moment_are_both_written_down(worker):
    referral = disclosed(ReferralFactory(sent=True, how_sent="link", made_by=worker))
    link = LinkFactory(referral=referral, made_by=worker)

    def partner_says():
        return answering.answer(link=link, name="decline", typed={"barrier": "wait"}, source="there")

    def staff_say():
        mine = Referral.objects.get(pk=referral.pk)
        return actions.move(referral=mine, name="accept", by=worker, typed={})

    outcome = all_at_once(partner_says, staff_say)

    said = sorted(referral.events.values_list("source", flat=True))
    refused = [type(each).__name__ for each in outcome if isinstance(each, Exception)]
    assert (said, refused) in [(["partner"], ["MoveNotAllowed"]), (["partner", "staff"], [])]


@pytest.mark.django_db(transaction=True)
def test_two_people_at_a_partner_answer_at_the_same_moment(worker):
    referral = disclosed(ReferralFactory(sent=True, how_sent="link", made_by=worker))
    link = LinkFactory(referral=referral, made_by=worker)

    def say(name, **typed):
        return lambda: answering.answer(link=link, name=name, typed=typed, source="there")

    first, second = all_at_once(say("receive", received_on=TODAY()), say("receive", received_on=TODAY()))

    assert (ServiceReceived.objects.count(), {first.differs, second.differs}) == (1, {False})
    assert LinkVisit.objects.filter(what="answered").count() == 2


def test_the_partners_pages_say_no_word_a_translator_has_not_seen(inside, link, second, mailoutbox):
    one, everything = [reverse("referrals:answer-one", args=[link.referral_id]), reverse("referrals:answer-queue")]
    with pseudo.spoken():
        pages = [inside.browser.get(address) for address in (one, everything)]
        pages.append(inside.browser.post(one, {"answer": "decline"}))
        thanks = inside.say(link, "decline", barrier="wait").url
        pages += [inside.browser.get(thanks), inside.browser.get(one)]
        pages.append(inside.browser.post(reverse("referrals:answer-leave")))

    typed = re.compile("|".join(rf"(?<![A-Za-z]){re.escape(text)}(?![a-z])" for text in stored_texts()))
    said = [text for page in pages for text in read(page.content.decode()).read]
    assert [page.status_code for page in pages] == [200, 200, 200, 200, 404, 200]
    assert [text for text in said if bare_words(text, typed)] == []
