"""The pages from a need to help received: who opens them, what they show, what they refuse, what they keep."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from agency.models import AccessEvent
from families.models import ServiceReceived
from referrals import actions, release, wording
from referrals.models import Consent, Disclosure, Referral
from tests.agency.factories import CategoryFactory
from tests.families.factories import HouseholdFactory, MemberFactory, NeedFactory
from tests.partners.factories import LocationFactory, ServiceFactory, ServiceLanguageFactory
from tests.referrals.factories import ConsentFactory, DisclosureFactory, ReferralFactory

TODAY = timezone.localdate()
PNG = "data:image/png;base64,iVBORw0KGgo="


@pytest.fixture
def need(family):
    kind = CategoryFactory(code="job_training", name={"en": "Job training", "es": "Capacitación"})
    return NeedFactory(family=family, category=kind, what="Work by spring")


@pytest.fixture
def service(need):
    return ServiceFactory(name="Carpentry apprenticeship", categories=[need.category])


@pytest.fixture
def draft(family, need, service, worker):
    return actions.prepare(
        referral=ReferralFactory.build(family=family, need=need, service=service, made_by=worker), by=worker
    )


@pytest.fixture
def consent(draft):
    return ConsentFactory(family=draft.family, partner=draft.service.partner)


@pytest.fixture
def sent(draft, consent, worker):
    keys = [piece.key for piece in release.pieces(draft, consent)]
    actions.send(referral=draft, by=worker, picked=keys, how_sent="phone")
    draft.refresh_from_db()
    return draft


def where(name, referral, consent=None):
    args = {
        "add": [referral.need_id],
        "prepare": [referral.need_id, referral.service_id],
        "move": [referral.pk, "withdraw"],
    }
    if name.startswith("consent-a") or name.startswith("consent-s") or name.startswith("disclosure"):
        return reverse(f"referrals:{name}", args=[referral.family_id])
    if name.startswith("consent"):
        return reverse(f"referrals:{name}", args=[consent.pk])
    return reverse(f"referrals:{name}", args=args.get(name, [referral.pk]))


READ = ["referral", "disclosures", "consent"]
WRITTEN = ["add", "prepare", "edit", "send", "papers", "consent-add", "consent-sign", "consent-revoke",
           "move", "attempt"]  # fmt: skip


@pytest.mark.parametrize("name", [*READ, *WRITTEN, "disclosure-add", "inform"])
def test_a_strangers_family_is_not_known(signed_in, outsider, draft, consent, name):
    client, url = signed_in(outsider), where(name, draft, consent)

    answer = client.post(url) if name == "inform" else client.get(url)

    assert answer.status_code == 404


@pytest.mark.parametrize("name", [*READ, *WRITTEN, "disclosure-add", "inform"])
def test_a_teammate_may_not(signed_in, teammate, draft, consent, name):
    client, url = signed_in(teammate), where(name, draft, consent)

    answer = client.post(url) if name == "inform" else client.get(url)

    assert answer.status_code == 403


@pytest.mark.parametrize("name", WRITTEN)
def test_a_manager_reads_and_does_not_write(signed_in, manager, draft, consent, name):
    assert signed_in(manager).get(where(name, draft, consent)).status_code == 403


@pytest.mark.parametrize("name", READ)
def test_a_manager_says_why_before_reading(signed_in, manager, draft, consent, name):
    answer = signed_in(manager).get(where(name, draft, consent))

    assert (answer.status_code, "reason" in answer.url) == (302, True)


@pytest.mark.parametrize("name", [*READ, "add", "edit", "send", "consent-add", "consent-revoke", "disclosure-add"])
def test_worker_and_supervisor_open_it_and_it_is_logged(signed_in, worker, supervisor, draft, consent, name):
    answers = [signed_in(person).get(where(name, draft, consent)).status_code for person in (worker, supervisor)]

    assert answers == [200, 200]
    assert [event.family_ids for event in AccessEvent.objects.all()] == [[draft.family_id]] * 2


def test_worker_and_supervisor_prepare_a_referral(signed_in, worker, supervisor, need, service):
    url = reverse("referrals:prepare", args=[need.pk, service.pk])

    assert [signed_in(person).get(url).status_code for person in (worker, supervisor)] == [200, 200]


@pytest.mark.parametrize("name", ["referral", "disclosures", "consent-add", "consent"])
def test_no_title_names_the_family(signed_in, worker, draft, consent, name):
    page = signed_in(worker).get(where(name, draft, consent)).content.decode()

    assert draft.family.name not in page[page.index("<title>") : page.index("</title>")]


# ---- from a need to a service ----


def test_services_of_the_needs_kind_are_offered_best_first_with_reasons(signed_in, worker, need, service):
    need.family.language = "es"
    need.family.save()
    ServiceFactory(name="Dental clinic")
    best = ServiceFactory(name="Job search", categories=[need.category])
    ServiceLanguageFactory(service=best, code="es")
    HouseholdFactory(family=need.family, city="Juniper Flat", postal_code="98901")
    best.locations.add(LocationFactory(partner=best.partner, city="Juniper Flat", postal_code="98901"))

    answer = signed_in(worker).get(reverse("referrals:add", args=[need.pk]))

    assert [match["title"] for match in answer.context["matches"]] == ["Job search", "Carpentry apprenticeship"]
    page = answer.content.decode()
    assert ["They speak Spanish" in page, "In their ZIP code, 98901" in page, "No Spanish in their entry" in page] == [
        True, True, True,
    ]  # fmt: skip


def test_what_became_of_earlier_referrals_counts_and_is_said(signed_in, worker, need, service, sent, supervisor):
    good = ServiceFactory(name="Zeal", categories=[need.category])
    helped = ReferralFactory(service=good)
    actions.inform(referral=helped, by=supervisor)
    helped.refresh_from_db()
    actions.move(referral=helped, name="receive", version=helped.version, by=supervisor,
                 typed={"happened_on": TODAY, "received_on": TODAY, "what": "A job"})  # fmt: skip

    answer = signed_in(worker).get(reverse("referrals:add", args=[need.pk]))

    assert [match["title"] for match in answer.context["matches"]] == ["Zeal", "Carpentry apprenticeship"]
    assert "Colleagues sent 1 family: 1 got help." in answer.content.decode()


def test_an_open_referral_for_the_same_need_is_shown_first(signed_in, worker, draft):
    page = signed_in(worker).get(reverse("referrals:add", args=[draft.need_id])).content.decode()

    assert "A referral for this need is open: Carpentry apprenticeship" in page


def test_the_list_of_services_asks_as_many_questions_of_one_as_of_three(
    signed_in, worker, need, service, django_assert_max_num_queries, django_assert_num_queries
):
    client, url = signed_in(worker), reverse("referrals:add", args=[need.pk])
    service.locations.add(LocationFactory(partner=service.partner, city="Juniper"))
    client.get(url)
    with django_assert_max_num_queries(25) as first:
        client.get(url)
    for _more in range(2):
        another = ServiceFactory(categories=[need.category])
        another.locations.add(LocationFactory(partner=another.partner, city="Juniper"))
        ReferralFactory(service=another)

    with django_assert_num_queries(len(first.captured_queries)):
        client.get(url)


def test_a_need_nobody_here_serves_says_so(signed_in, worker, need):
    page = signed_in(worker).get(reverse("referrals:add", args=[need.pk])).content.decode()

    assert "No service for this need in the directory" in page


def test_giving_the_number_only_keeps_everything_here(signed_in, worker, need, service):
    signed_in(worker).post(
        reverse("referrals:prepare", args=[need.pk, service.pk]), {"reason": "A class", "way": "number"}
    )

    referral = Referral.objects.get()
    assert (referral.state, referral.consent, Disclosure.objects.count()) == ("informed", None, 0)


def test_preparing_by_name_sends_nothing_yet(signed_in, worker, need, service):
    answer = signed_in(worker).post(
        reverse("referrals:prepare", args=[need.pk, service.pk]), {"reason": "A class", "way": "name"}
    )

    referral = Referral.objects.get()
    assert answer.url == reverse("referrals:send", args=[referral.pk])
    assert (referral.state, referral.made_by, Disclosure.objects.count()) == ("draft", worker, 0)


def test_a_wrong_form_keeps_what_was_typed(signed_in, worker, need, service):
    stranger = MemberFactory(first_name="Stranger")

    page = signed_in(worker).post(
        reverse("referrals:prepare", args=[need.pk, service.pk]), {"reason": "Typed words", "about": stranger.pk}
    )  # fmt: skip

    assert ("Typed words" in page.content.decode(), Referral.objects.count()) == (True, 0)


def test_a_referral_prepared_twice_is_one(signed_in, worker, draft):
    url = reverse("referrals:prepare", args=[draft.need_id, draft.service_id])

    answers = [signed_in(worker).post(url, {"reason": "Again"}).url, signed_in(worker).get(url).url]

    assert (answers, Referral.objects.count()) == ([draft.get_absolute_url()] * 2, 1)


def test_two_people_change_a_draft_and_the_second_sees_both(signed_in, worker, supervisor, draft):
    url, typed = reverse("referrals:edit", args=[draft.pk]), {"version": draft.version}
    signed_in(supervisor).post(url, typed | {"reason": "Evening intake"})

    answer = signed_in(worker).post(url, typed | {"reason": "Morning intake"})

    page = answer.content.decode()
    draft.refresh_from_db()
    assert (answer.status_code, draft.reason, "Morning intake" in page) == (409, "Evening intake", True)


# ---- sending ----


def test_without_consent_the_page_refuses_with_two_ways_on(signed_in, worker, draft):
    page = signed_in(worker).get(reverse("referrals:send", args=[draft.pk])).content.decode()

    assert f"Not sent. This family has no consent in force for {draft.service.partner}." in page
    assert reverse("referrals:consent-add", args=[draft.family_id]) in page
    assert reverse("referrals:inform", args=[draft.pk]) in page


def test_posting_past_the_refusal_sends_nothing(signed_in, worker, draft):
    answer = signed_in(worker).post(
        reverse("referrals:send", args=[draft.pk]), {"pieces": ["language-spoken-1"], "how_sent": "phone"}
    )

    draft.refresh_from_db()
    assert (answer.status_code, draft.state, Disclosure.objects.count()) == (409, "draft", 0)


def test_the_page_shows_exactly_what_the_consent_covers(signed_in, worker, draft, consent):
    answer = signed_in(worker).get(reverse("referrals:send", args=[draft.pk]))

    assert [(piece.record, ticked) for piece, ticked in answer.context["lines"]] == [
        ("language", True), ("need", True), ("need", False), ("names", True),
    ]  # fmt: skip


def test_what_is_ticked_leaves_and_nothing_else(signed_in, worker, draft, consent):
    piece = release.pieces(draft, consent)[0]

    answer = signed_in(worker).post(
        reverse("referrals:send", args=[draft.pk]), {"pieces": [piece.key], "how_sent": "letter"}
    )

    assert answer.url == reverse("referrals:papers", args=[draft.pk])
    assert Disclosure.objects.get().what == piece.entries()
    letter = signed_in(worker).get(answer.url).content.decode()
    assert ["English" in letter, "Elena" in letter] == [True, False]


def test_sending_without_saying_how_keeps_the_ticks(signed_in, worker, draft, consent):
    piece = release.pieces(draft, consent)[1]

    answer = signed_in(worker).post(reverse("referrals:send", args=[draft.pk]), {"pieces": [piece.key]})

    assert [ticked for _piece, ticked in answer.context["lines"]] == [False, True, False, False]
    assert "Pick how it goes there." in answer.content.decode()


def test_sending_nothing_at_all_is_refused(signed_in, worker, draft, consent):
    answer = signed_in(worker).post(reverse("referrals:send", args=[draft.pk]), {"how_sent": "phone"})

    assert "Not sent. Tick at least one line" in answer.content.decode()
    assert Disclosure.objects.count() == 0


def test_a_letter_is_not_printed_again_once_the_consent_is_gone(signed_in, worker, sent, consent):
    actions.revoke(consent=consent, by=worker)

    answer = signed_in(worker).get(reverse("referrals:papers", args=[sent.pk]), follow=True)

    assert "this is not shown or printed again" in answer.content.decode()


def test_a_letter_forgets_an_address_hidden_since(signed_in, worker, draft):
    home = HouseholdFactory(family=draft.family, address_1="1 Oak Street")
    consent = ConsentFactory(family=draft.family, partner=draft.service.partner, records=["address"])
    keys = [piece.key for piece in release.pieces(draft, consent)]
    actions.send(referral=draft, by=worker, picked=keys, how_sent="letter")
    client, url = signed_in(worker), reverse("referrals:papers", args=[draft.pk])
    before = client.get(url).content.decode()
    type(home).objects.filter(pk=home.pk).update(is_hidden=True)

    assert ["1 Oak Street" in before, "1 Oak Street" in client.get(url).content.decode()] == [True, False]


# ---- the life of a referral ----


def test_a_move_asks_for_what_it_needs(signed_in, worker, sent):
    client = signed_in(worker)

    answer = client.post(
        reverse("referrals:move", args=[sent.pk, "decline"]),
        {"version": sent.version, "happened_on": TODAY, "note": "They are full", "source": "partner"},
    )

    sent.refresh_from_db()
    assert (sent.state, "They are full" in answer.content.decode()) == ("sent", True)


def test_help_received_is_written_once_from_the_page(signed_in, worker, sent):
    client, url = signed_in(worker), reverse("referrals:move", args=[sent.pk, "receive"])
    typed = {"version": sent.version, "received_on": TODAY, "what": "A class", "source": "family"}
    client.post(url, typed)
    client.post(url, typed)

    sent.refresh_from_db()
    assert (sent.state, ServiceReceived.objects.count()) == ("received", 1)


def test_help_cannot_be_received_tomorrow(signed_in, worker, sent):
    answer = signed_in(worker).post(
        reverse("referrals:move", args=[sent.pk, "receive"]),
        {"version": sent.version, "received_on": TODAY + timedelta(days=1), "what": "A class"},
    )

    assert "This day has not come yet." in answer.content.decode()
    assert ServiceReceived.objects.count() == 0


def test_the_second_of_two_people_sees_the_change_and_keeps_every_word(signed_in, worker, supervisor, sent):
    opened = sent.version
    signed_in(supervisor).post(
        reverse("referrals:move", args=[sent.pk, "acknowledge"]), {"version": opened, "happened_on": TODAY}
    )
    typed = {"version": opened, "happened_on": TODAY, "barrier": "cost", "note": "Too expensive for us"}

    answer = signed_in(worker).post(reverse("referrals:move", args=[sent.pk, "decline"]), typed)

    page = answer.content.decode()
    assert (answer.status_code, "changed this meanwhile" in page, "Too expensive for us" in page) == (409, True, True)
    sent.refresh_from_db()
    assert sent.state == "acknowledged"


def test_words_survive_even_when_the_move_is_no_longer_there(signed_in, worker, sent):
    opened = sent.version
    client = signed_in(worker)
    client.post(reverse("referrals:move", args=[sent.pk, "accept"]), {"version": opened, "happened_on": TODAY})

    answer = client.post(
        reverse("referrals:move", args=[sent.pk, "acknowledge"]),
        {"version": opened, "happened_on": TODAY, "note": "They have read it"},
    )

    assert (answer.status_code, "They have read it" in answer.content.decode()) == (409, True)


def test_a_try_that_changed_nothing_is_kept(signed_in, worker, sent):
    signed_in(worker).post(
        reverse("referrals:attempt", args=[sent.pk]), {"happened_on": TODAY, "note": "Nobody picked up"}
    )

    last = sent.events.last()
    assert (last.from_state, last.to_state, last.note) == ("sent", "sent", "Nobody picked up")


def test_the_moves_offered_are_those_of_the_table(signed_in, worker, sent):
    answer = signed_in(worker).get(reverse("referrals:referral", args=[sent.pk]))

    assert [form.move.name for form in answer.context["forms"]] == [
        "acknowledge", "accept", "waitlist", "ask_more", "decline", "appoint", "receive", "close_unmet", "withdraw",
    ]  # fmt: skip


def test_a_reader_is_offered_no_move(signed_in, manager, sent):
    client = signed_in(manager)
    session = client.session
    session["reasons"] = {str(sent.family_id): {"why": "A complaint", "on": str(TODAY)}}
    session.save()

    answer = client.get(reverse("referrals:referral", args=[sent.pk]))

    assert (answer.status_code, answer.context["forms"]) == (200, [])


def test_the_page_asks_as_many_questions_after_one_event_as_after_three(
    signed_in, worker, sent, django_assert_max_num_queries, django_assert_num_queries
):
    client, url = signed_in(worker), reverse("referrals:referral", args=[sent.pk])
    client.get(url)
    with django_assert_max_num_queries(25) as first:
        client.get(url)
    for _more in range(2):
        actions.record_try(referral=sent, by=worker, typed={"note": "A call", "happened_on": TODAY})

    with django_assert_num_queries(len(first.captured_queries)):
        client.get(url)


def test_a_referral_that_has_left_keeps_its_words(signed_in, worker, sent):
    signed_in(worker).post(reverse("referrals:edit", args=[sent.pk]), {"reason": "Something else"})

    sent.refresh_from_db()
    assert sent.reason == "A place in the carpentry class"


# ---- consent ----


@pytest.fixture
def asked(draft):
    """What staff type before a family signs."""
    mother = draft.family.members.get(first_name="Elena")
    return {
        "partner": draft.service.partner_id, "partner_group": "", "records": ["language", "names"],
        "purpose": "To find work", "expires_on": TODAY + timedelta(days=90), "language": "en", "signer": mother.pk,
    }  # fmt: skip


def ask_and_sign(client, draft, asked, **signed):
    client.post(reverse("referrals:consent-add", args=[draft.family_id]), asked)
    url = f"{reverse('referrals:consent-sign', args=[draft.family_id])}?referral={draft.pk}"
    seen = client.get(url).context["seen"]
    return client.post(url, {"method": "typed", "typed_name": "Elena", "copy_given": "on", "seen": seen} | signed)


def test_a_family_reads_signs_and_the_referral_goes_on(signed_in, worker, draft, asked):
    answer = ask_and_sign(signed_in(worker), draft, asked)

    consent = Consent.objects.get()
    assert answer.url == reverse("referrals:send", args=[draft.pk])
    assert (consent.records, consent.method, consent.strokes, consent.copy_given_on, consent.taken_by) == (
        ["language", "names"], "typed", {"typed": "Elena"}, TODAY, worker,
    )  # fmt: skip


def test_exactly_the_text_that_was_shown_is_kept_and_hashed(signed_in, worker, draft, asked):
    client = signed_in(worker)
    client.post(reverse("referrals:consent-add", args=[draft.family_id]), asked)
    shown = client.get(reverse("referrals:consent-sign", args=[draft.family_id])).context["paragraphs"]
    ask_and_sign(client, draft, asked)

    consent = Consent.objects.get()
    assert consent.text_shown == "\n\n".join(shown)
    assert consent.text_hash == wording.hash_of(consent.text_shown)
    assert str(draft.service.partner) in consent.text_shown


def test_a_drawn_name_is_kept_and_shown_on_the_copy(signed_in, worker, draft, asked):
    client = signed_in(worker)
    ask_and_sign(client, draft, asked, method="drawn", drawn=PNG)

    page = client.get(Consent.objects.get().get_absolute_url()).content.decode()
    assert f'src="{PNG}"' in page


@pytest.mark.parametrize(
    ("signed", "sentence"),
    [
        ({"method": "drawn"}, "Nothing is drawn yet."),
        ({"method": "typed", "typed_name": ""}, "Type your name to sign."),
        ({"method": "drawn", "drawn": "javascript:alert(1)"}, "The drawn name did not arrive whole."),
        ({"seen": "another text"}, "The text above has changed meanwhile."),
    ],
)
def test_an_empty_signature_is_no_signature(signed_in, worker, draft, asked, signed, sentence):
    answer = ask_and_sign(signed_in(worker), draft, asked, **signed)

    assert (sentence in answer.content.decode(), Consent.objects.count()) == (True, 0)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"partner": ""}, "Pick a partner, or a group of partners below."),
        ({"partner_group": "v"}, "One partner or one group, not both."),
        ({"records": []}, "Tick at least one."),
        ({"expires_on": TODAY}, "This day has passed. A consent looks forward."),
        ({"expires_on": TODAY + timedelta(days=400)}, "At most twelve months from today."),
    ],
)
def test_a_consent_says_with_whom_what_and_until_when(signed_in, worker, draft, asked, typed, sentence):
    answer = signed_in(worker).post(
        reverse("referrals:consent-add", args=[draft.family_id]), asked | typed | {"purpose": "Words that stay"}
    )

    page = answer.content.decode()
    assert (sentence in page, "Words that stay" in page) == (True, True)


def test_only_an_adult_of_the_family_signs(signed_in, worker, draft, asked):
    child, stranger = draft.family.members.get(first_name="Angel"), MemberFactory()
    client, url = signed_in(worker), reverse("referrals:consent-add", args=[draft.family_id])

    answers = [client.post(url, asked | {"signer": person.pk}).status_code for person in (child, stranger)]

    assert (answers, Consent.objects.count()) == ([200, 200], 0)


def test_there_is_nothing_to_sign_before_it_is_written(signed_in, worker, draft):
    answer = signed_in(worker).get(reverse("referrals:consent-sign", args=[draft.family_id]))

    assert answer.url == reverse("referrals:consent-add", args=[draft.family_id])


def test_the_end_of_the_program_year_is_offered(signed_in, worker, draft, center):
    answer = signed_in(worker).get(reverse("referrals:consent-add", args=[draft.family_id]))

    assert answer.context["form"]["expires_on"].value() == center.program.years.get().ends_on


def test_the_reason_of_the_waiting_referral_is_not_typed_again(signed_in, worker, draft):
    url = reverse("referrals:consent-add", args=[draft.family_id])
    client = signed_in(worker)

    said = [client.get(url, query).context["form"]["purpose"].value() for query in ({"referral": draft.pk}, {})]

    assert said == [draft.reason, ""]


def test_a_consent_is_renewed_with_its_own_words(signed_in, worker, draft, consent):
    url = reverse("referrals:consent-add", args=[draft.family_id])

    form = signed_in(worker).get(url, {"renew": consent.pk}).context["form"]

    assert (form["purpose"].value(), form["records"].value()) == (consent.purpose, consent.records)


def test_taking_back_says_what_happened(signed_in, worker, sent, consent):
    answer = signed_in(worker).post(
        reverse("referrals:consent-revoke", args=[consent.pk]), {"note": "By phone"}, follow=True
    )

    page = answer.content.decode()
    sent.refresh_from_db()
    assert (sent.state, "What left before stays on the list." in page) == ("withdrawn", True)
    assert f"1 referral nobody had answered was withdrawn: {sent.service.partner}." in page


# ---- what left ----


def test_what_left_stands_on_the_list_the_same_moment(signed_in, worker, sent):
    page = signed_in(worker).get(reverse("referrals:disclosures", args=[sent.family_id])).content.decode()

    assert [str(sent.service.partner) in page, "first name" in page, "A place in the carpentry class" in page] == [
        True, True, True,
    ]  # fmt: skip


def test_the_list_asks_as_many_questions_of_one_line_as_of_three(
    signed_in, worker, sent, django_assert_max_num_queries, django_assert_num_queries
):
    client, url = signed_in(worker), reverse("referrals:disclosures", args=[sent.family_id])
    client.get(url)
    with django_assert_max_num_queries(25) as first:
        client.get(url)
    for _more in range(2):
        DisclosureFactory(family=sent.family)
        ConsentFactory(family=sent.family)

    with django_assert_num_queries(len(first.captured_queries)):
        client.get(url)


def test_a_report_of_maltreatment_is_not_on_a_page_parents_see(signed_in, worker, family):
    DisclosureFactory(family=family, exception="c8_maltreatment", recipient="Hotline")
    client, url = signed_in(worker), reverse("referrals:disclosures", args=[family.pk])

    shown = ["Hotline" in client.get(url, asked).content.decode() for asked in ({}, {"ground": "restricted"})]

    assert shown == [False, True]


def test_a_draft_without_a_service_leads_back_to_the_services(signed_in, worker, draft):
    Referral.objects.filter(pk=draft.pk).update(service=None)

    answer = signed_in(worker).get(reverse("referrals:send", args=[draft.pk]))

    assert answer.url == reverse("referrals:add", args=[draft.need_id])


def test_a_language_without_a_text_is_read_aloud(signed_in, worker, draft):
    type(draft.family).objects.filter(pk=draft.family_id).update(language="hmn")

    page = signed_in(worker).get(reverse("referrals:consent-add", args=[draft.family_id])).content.decode()

    assert "We have no written text in Hmong." in page
