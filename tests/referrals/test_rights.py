"""Restricted kinds leave only by name; copies in a language one reads; files made inside stand on the family's list."""

from io import BytesIO

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import InternalError, transaction
from django.urls import reverse
from django.utils import timezone

from agency import audit
from agency.models import AccessEvent, ServiceCategory
from families.models import ReviewerAccess
from goals import paper
from referrals import actions, consent_copy, release, shared_copy, taken, wording
from referrals.models import Consent, ConsentPaper, Disclosure
from tests.agency.factories import CategoryFactory, RoleGrantFactory, UserFactory
from tests.families.factories import NeedFactory
from tests.goals.factories import GoalFactory
from tests.partners.factories import ServiceFactory
from tests.referrals.factories import ConsentFactory, DisclosureFactory, LinkFactory, ReferralFactory, StatementFactory

TODAY = timezone.localdate()
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 64


@pytest.fixture
def violence(agency):
    name = {"en": "Safety at home", "es": "Seguridad en casa"}
    return ServiceCategory.objects.get(pk=CategoryFactory(code="violence", name=name, is_restricted=True).pk)


@pytest.fixture
def referral(family, worker, violence):
    """A draft about a restricted kind of need."""
    need = NeedFactory(family=family, category=violence, what="Not safe at home")
    return ReferralFactory(family=family, need=need, service=ServiceFactory(), made_by=worker)


def language_of(answer):
    """The language of a PDF that tells a screen reader its parts."""
    with pikepdf.open(BytesIO(answer.content)) as document:
        assert "/StructTreeRoot" in document.Root
        return str(document.Root.Lang)


def yes(referral, *kinds):
    return ConsentFactory(family=referral.family, partner=referral.service.partner, restricted=list(kinds))


def keys(referral, consent):
    return [piece.key for piece in release.pieces(referral, consent)]


# ---- restricted kinds ---------------------------------------------------------------------------------------------
def test_a_restricted_kind_does_not_leave_under_a_yes_that_does_not_name_it(referral, worker):
    consent = yes(referral, "substance_treatment")

    with pytest.raises(actions.NotNamed, match="does not name “Safety at home”"):
        actions.send(referral=referral, by=worker, picked=keys(referral, consent), how_sent="phone")

    assert Disclosure.objects.count() == 0


def test_it_leaves_under_one_that_does(referral, worker):
    yes(referral)
    named = yes(referral, "violence")

    actions.send(referral=referral, by=worker, picked=keys(referral, named), how_sent="phone")

    assert referral.consent == named


def test_even_what_is_picked_past_the_page_is_nothing_without_the_name(referral):
    consent = yes(referral)

    assert release.picked(referral, consent, keys(referral, consent)) == []


def test_the_database_refuses_it_whoever_writes(referral):
    consent = yes(referral)
    left = DisclosureFactory(family=referral.family, consent=consent, exception="")
    referral.consent, referral.disclosure = consent, left

    with pytest.raises(InternalError, match="does not name this restricted kind"), transaction.atomic():
        referral.save()


def test_a_goal_that_is_also_about_it_stays_here(family, worker, violence):
    need = NeedFactory(family=family)
    goal = GoalFactory(family=family, statement="A safe home")
    goal.needs.add(need, NeedFactory(family=family, category=violence))
    referral = ReferralFactory(family=family, need=need, goal=goal, service=ServiceFactory(), made_by=worker)
    both = [ConsentFactory(family=family, records=["goals"], restricted=kinds) for kinds in ([], ["violence"])]

    assert [[piece.value for piece in release.pieces(referral, consent)] for consent in both] == [[], ["A safe home"]]


def test_the_send_page_asks_for_a_yes_that_names_it_and_the_form_has_it_ticked(signed_in, worker, referral):
    yes(referral)
    client = signed_in(worker)
    page = client.get(reverse("referrals:send", args=[referral.pk]))

    asked = client.get(page.context["ask_url"])

    assert "does not name “Safety at home”" in page.content.decode()
    assert asked.context["form"].initial["restricted"] == ["violence"]


def test_the_text_one_signs_names_it_in_the_language_one_reads(referral):
    consent = yes(referral, "violence")

    lines = [line for line in wording.consent_text(consent, "en").split("\n\n") if "Safety at home" in line]
    assert (lines, "Seguridad en casa" in wording.consent_text(consent, "es")) == (
        ["This may also be told, because I name it here: Safety at home."], True,
    )  # fmt: skip
    assert "name it here" not in wording.consent_text(yes(referral), "en")


def test_who_may_not_read_what_is_restricted_sees_neither_the_yes_nor_its_paper_nor_what_left(family, referral, worker):
    named = yes(referral, "violence")
    actions.send(referral=referral, by=worker, picked=keys(referral, named), how_sent="phone")
    open_one = ConsentFactory(family=family)
    reviewer = UserFactory()
    RoleGrantFactory(user=reviewer, role="monitor", ends_on="2099-01-01")
    ReviewerAccess.objects.create(user=reviewer, family=family, ends_on="2099-01-01")

    for consent in (named, open_one):
        ConsentPaper.objects.create(consent=consent, path="p", kind="image/png", size=1, digest="d", attached_by=worker)

    seen = [tuple(model.objects.visible_to(person).count() for model in (Consent, ConsentPaper, Disclosure))
            for person in (worker, reviewer)]  # fmt: skip

    assert (seen, Consent.objects.visible_to(reviewer).get()) == ([(2, 2, 1), (1, 1, 0)], open_one)


# ---- revoking -----------------------------------------------------------------------------------------------------
def test_a_yes_taken_back_shuts_the_links_that_lived_on_it_and_no_other(family, worker):
    consent = ConsentFactory(family=family)
    sent = ReferralFactory(family=family, sent=True, consent=consent, how_sent="link", made_by=worker)
    link, other = LinkFactory(referral=sent), LinkFactory()

    actions.revoke(consent=consent, by=worker)

    for each in (link, other):
        each.refresh_from_db()
    assert (link.revoked_by, link.revoked_at, other.revoked_at) == (worker, consent.revoked_at, None)


# ---- signing and copies -------------------------------------------------------------------------------------------
@pytest.fixture
def to_sign(signed_in, worker, family):
    """`to_sign(**typed)` writes a consent and posts the page with the signature."""
    client, partner = signed_in(worker), ServiceFactory().partner
    url = reverse("referrals:consent-sign", args=[family.pk])
    client.post(reverse("referrals:consent-add", args=[family.pk]),
                {"partner": partner.pk, "records": ["names"], "purpose": "Work", "language": "en",
                 "expires_on": TODAY + timezone.timedelta(days=90), "signer": family.adults()[0].pk})  # fmt: skip
    seen = client.get(url).context["seen"]
    return lambda **typed: client.post(url, {"seen": seen} | typed)


def picture():
    return SimpleUploadedFile("paper.png", PNG, content_type="image/png")


def test_the_paper_is_kept_while_one_signs_and_the_copy_has_its_language(to_sign):
    to_sign(method="paper", paper=picture(), copy_given="on", copy_language="es")

    consent = Consent.objects.get()
    assert (consent.papers.count(), consent.copy_given_on, consent.copy_language) == (1, TODAY, "es")


def test_a_picture_beside_a_typed_name_is_asked_about(to_sign):
    answer = to_sign(method="typed", typed_name="Elena", paper=picture())

    assert ("Choose “I sign on paper”" in answer.content.decode(), Consent.objects.count()) == (True, 0)


def test_a_copy_in_another_language_says_what_was_signed_word_for_word(family, worker, signed_in):
    consent = ConsentFactory(family=family, text_shown="I allow this.\n\nMy choice.")

    told = consent_copy.content(consent, "es")
    answer = signed_in(worker).get(reverse("referrals:consent-copy", args=[consent.pk]), {"language": "es"})

    assert (told["signed"], told["told"]) == (
        ["I allow this.", "My choice."], wording.consent_text(consent, "es").split("\n\n"),
    )  # fmt: skip
    assert consent_copy.content(consent, "en")["told"] == []
    assert language_of(answer) == "es"


def test_that_the_copy_was_handed_over_is_written_down(signed_in, worker, family):
    consent = ConsentFactory(family=family)

    signed_in(worker).post(reverse("referrals:consent-copy-given", args=[consent.pk]), {"language": "es"})

    consent.refresh_from_db()
    assert (consent.copy_given_on, consent.copy_language) == (TODAY, "es")


# ---- what was made inside -----------------------------------------------------------------------------------------
def test_files_with_the_family_in_them_are_listed_by_day_and_person(family, worker, manager):
    parent = family.adults()[0]
    seen = {"page": "reports:export", "reason": "Count for the board"}
    AccessEvent.objects.create(by=manager, family_ids=[family.pk + 1], **seen)
    for _twice in range(2):
        AccessEvent.objects.create(by=manager, family_ids=[family.pk, family.pk + 1], **seen)
    AccessEvent.objects.create(by=worker, family_ids=[family.pk], page="workspace:family")
    audit.record("own_record_made", about=family, by=worker, reader=parent.pk, language="es", kind="pdf")

    assert [(one.what, one.who, one.why) for one in taken.of_family(family)] == [
        ("A copy of the whole record", str(worker), f"for {parent.first_name}, Spanish"),
        ("A table with this family in it", str(manager), "Count for the board"),
    ]


def test_each_page_named_there_is_a_page_or_an_act_of_ours():
    routes = {name for name in taken.FILES if name != "reports:export"}  # a file made at night has no page

    assert routes == {name for name in routes if _is_routed(name)}


def _is_routed(name):
    from tests.guards.pages import routes

    return name in {route for route, _path, _view in routes()}


def test_the_familys_copy_holds_what_left_what_parents_say_and_no_report_of_maltreatment(family, worker):
    left = DisclosureFactory(family=family, recipient="County court")
    DisclosureFactory(family=family, exception="c8_maltreatment", recipient="The hotline")
    StatementFactory(family=family, disclosure=left, parent=family.adults()[0], words="We were not told.")
    StatementFactory(family=family, disclosure=None, goal=GoalFactory(family=family), words="Not our goal.")

    parts = {part["title"]: part["rows"] for part in shared_copy.content(family, worker, "en")["parts"]}

    heads = [row["head"].partition(": ")[2] for row in parts["What left"]]
    assert (heads, parts["What left"][0]["words"][0][1]) == (["County court"], "We were not told.")
    assert [row["words"][0][1] for row in parts["What you said about our records"]] == ["Not our goal."]


def test_what_is_restricted_is_on_the_familys_copy_only_when_a_supervisor_decides_so(
    signed_in, referral, family, worker, supervisor
):
    actions.send(referral=referral, by=worker, picked=keys(referral, yes(referral, "violence")), how_sent="phone")

    seen = {"page": "reports:export", "reason": "He found out about the shelter"}
    AccessEvent.objects.create(by=supervisor, family_ids=[family.pk], **seen)

    told = [shared_copy.content(family, worker, "en", restricted=said) for said in (False, True)]
    url = reverse("referrals:disclosures-copy", args=[family.pk])
    sizes = [len(signed_in(person).get(url, {"restricted": "1"}).content) for person in (worker, supervisor)]

    rows = [[len(part["rows"]) for part in each["parts"][:2]] for each in told]
    assert (rows[0][0], rows[1], sizes[0] < sizes[1]) == (0, [1, 1], True)
    assert ["shelter" in str(each) for each in told] == [False, True]


def test_the_familys_copy_is_a_tagged_pdf_in_its_language(signed_in, worker, family):
    family.language = "es"
    family.save()

    answer = signed_in(worker).get(reverse("referrals:disclosures-copy", args=[family.pk]))

    assert language_of(answer) == "es"


# ---- a contested goal on paper ------------------------------------------------------------------------------------
def test_a_parents_words_about_a_goal_are_on_the_paper_it_is_printed_on(family, worker):
    said, _other = (GoalFactory(family=family, state="active", set_on=TODAY) for _n in range(2))
    StatementFactory(family=family, disclosure=None, goal=said, parent=family.adults()[0], words="I never said that.")

    lines = paper.lines(paper.content(family, worker), "en")

    told = [[words["words"] for words in goal["said"]] for goal in lines["goals"]]
    assert sorted(told) == [[], ["I never said that."]]
