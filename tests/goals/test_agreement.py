"""An agreement is offered, answered, read, signed, changed, handed over; nothing signed ever changes."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from agency.models import AuditEvent
from goals import differences, paper
from goals.actions import agreement as actions
from goals.models import AgreementVersion, PartnershipAgreement, Signature
from tests.families.factories import MemberFactory, NeedFactory
from tests.goals.factories import AgreementFactory, GoalFactory, SignatureFactory, StepFactory, VersionFactory

TODAY = timezone.localdate
DOT = (  # one black point, as a drawing
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk"
    "+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def state_of(family):
    return PartnershipAgreement.objects.get(family=family).state


def address(name, family, *more):
    return reverse(f"goals:{name}", args=[family.pk, *more])


def typed(family, staff, **more):
    """What is posted when the mother types her name and the member of staff does too."""
    mother = family.adults()[0]
    return {
        f"m{mother.pk}-method": "typed",
        f"m{mother.pk}-typed_name": "Elena Alvarez",
        "staff-method": "typed",
        "staff-typed_name": staff.get_full_name(),
    } | more


def signing(family, **mother):
    """What is posted when only the mother signs, in some way."""
    pk = family.adults()[0].pk
    return {f"m{pk}-{name}": value for name, value in mother.items()} | {"staff-method": "later"}


@pytest.fixture
def goal(family):
    return GoalFactory(family=family, family_words="A home", statement="Move by June")


# ---- offered and answered -----------------------------------------------------------------------------------------
def test_an_agreement_is_offered_on_a_day(family, worker, signed_in):
    signed_in(worker).post(address("agreement-offer", family), {"offered_on": TODAY()})

    offered = PartnershipAgreement.objects.get()
    assert (offered.family, offered.state, offered.offered_on, offered.offered_by) == (
        family,
        "offered",
        TODAY(),
        worker,
    )


def test_an_offer_cannot_lie_in_the_future(family, worker, signed_in):
    response = signed_in(worker).post(address("agreement-offer", family), {"offered_on": TODAY() + timedelta(days=1)})

    assert response.context["form"].errors == {"offered_on": ["This day has not come yet."]}
    assert not PartnershipAgreement.objects.exists()


def test_a_second_offer_leads_to_the_first(family, worker, signed_in):
    AgreementFactory(family=family, state="offered")

    response = signed_in(worker).post(address("agreement-offer", family), {"offered_on": TODAY()})

    assert response.url == address("agreement", family)
    assert PartnershipAgreement.objects.count() == 1


@pytest.mark.parametrize(
    ("move", "posted", "state"),
    [
        ("accept", {"answered_on": TODAY()}, "accepted"),
        ("wait", {"answered_on": TODAY(), "reoffer_on": TODAY() + timedelta(days=60)}, "not_ready"),
        ("decline", {"answered_on": TODAY(), "their_words": "We manage."}, "declined"),
    ],
)
def test_each_answer_is_kept_with_its_day(move, posted, state, family, worker, signed_in):
    AgreementFactory(family=family, state="offered")

    signed_in(worker).post(address("agreement-answer", family, move), posted)

    found = PartnershipAgreement.objects.get()
    assert (found.state, found.answered_on, found.their_words) == (state, TODAY(), posted.get("their_words", ""))
    assert found.reoffer_on == posted.get("reoffer_on")


def test_not_now_needs_a_day_to_ask_again(family, worker, signed_in):
    AgreementFactory(family=family, state="offered")

    response = signed_in(worker).post(
        address("agreement-answer", family, "wait"), {"answered_on": TODAY(), "their_words": "After the baby"}
    )

    assert list(response.context["form"].errors) == ["reoffer_on"]
    assert "After the baby" in response.content.decode()


def test_an_answer_that_no_longer_applies_is_refused_in_a_sentence(family, worker, signed_in):
    AgreementFactory(family=family, state="signed")

    response = signed_in(worker).post(
        address("agreement-answer", family, "decline"), {"answered_on": TODAY()}, follow=True
    )

    assert [str(message) for message in response.context["messages"]] == [
        "This is “signed” now, so “They do not want one” does not apply. Somebody may have changed it meanwhile."
    ]
    assert state_of(family) == "signed"


def test_offered_again_the_old_answer_is_put_away(family, worker):
    agreement = AgreementFactory(family=family, state="declined", their_words="Not us")

    actions.move(agreement=agreement, name="offer_again", by=worker, offered_on=TODAY())

    found = PartnershipAgreement.objects.get()
    assert (found.state, found.answered_on, found.their_words) == ("offered", None, "")


def test_a_closed_agreement_leaves_room_for_a_new_one(family, worker):
    agreement = AgreementFactory(family=family, state="signed")

    actions.move(agreement=agreement, name="close", by=worker, closed_on=TODAY())
    actions.offer(family=family, offered_on=TODAY(), by=worker)

    assert sorted(PartnershipAgreement.objects.values_list("state", flat=True)) == ["closed", "offered"]


def test_the_open_needs_stand_beside_the_goals(family, worker, signed_in):
    AgreementFactory(family=family)
    NeedFactory(family=family, what="The phone bill")
    NeedFactory(family=family, what="Long solved", closed_on=TODAY(), closing="met")

    page = signed_in(worker).get(address("agreement", family))

    assert [need.what for need in page.context["needs"]] == ["The phone bill"]


def test_a_teammate_sees_the_shared_goals_and_not_what_the_family_said(family, teammate, signed_in):
    AgreementFactory(family=family, their_words="Only between us")
    GoalFactory(family=family, statement="Kept to ourselves")
    shared = GoalFactory(family=family, is_shared_with_team=True)
    NeedFactory(family=family, what="The phone bill")

    page = signed_in(teammate).get(address("agreement", family))

    assert page.context["goals"] == [shared]
    for hidden in ("Only between us", "Kept to ourselves", "The phone bill"):
        assert hidden not in page.content.decode()


# ---- signed -------------------------------------------------------------------------------------------------------
def test_signing_freezes_the_words_with_their_hash_and_the_names(family, worker, goal, signed_in):
    StepFactory(goal=goal, what="Call the office", owner_name="Elena")
    AgreementFactory(family=family, state="accepted")

    response = signed_in(worker).post(address("agreement-sign", family), typed(family, worker))

    version = AgreementVersion.objects.get()
    assert response.url == address("agreement", family)
    assert (state_of(family), version.number, version.language) == ("signed", 1, "en")
    assert version.content["goals"][0]["statement"] == "Move by June"
    assert version.content["goals"][0]["steps"][0]["what"] == "Call the office"
    assert paper.is_intact(version)
    assert [(name.signer_name, name.method) for name in version.signatures.order_by("pk")] == [
        ("Elena Alvarez", "typed"),
        (worker.get_full_name(), "typed"),
    ]
    assert AuditEvent.objects.get(event="agreement_signed").facts == {"version": 1, "hash": version.content_hash}


def test_the_paper_does_not_say_what_gets_in_the_way(family, worker):
    GoalFactory(family=family, stressors="He shouts", confidence=1)

    assert "He shouts" not in paper.canonical(paper.content(family, worker))


def test_a_drawn_name_is_kept_as_it_was_drawn(family, worker, goal, signed_in):
    AgreementFactory(family=family)

    signed_in(worker).post(address("agreement-sign", family), signing(family, method="drawn", drawn=DOT))

    assert Signature.objects.get().strokes == {"png": DOT}


@pytest.mark.parametrize(
    ("posted", "field"),
    [
        ({"method": "drawn", "drawn": ""}, "method"),
        ({"method": "drawn", "drawn": "data:image/png;base64,AAAA"}, "drawn"),
        ({"method": "drawn", "drawn": "https://example.org/x.png"}, "drawn"),
        ({"method": "drawn", "drawn": "data:image/png;base64,%%%"}, "drawn"),
        ({"method": "verbal", "witness": ""}, "witness"),
        ({"method": "typed", "typed_name": ""}, "typed_name"),
    ],
)
def test_a_name_that_is_not_whole_signs_nothing(posted, field, family, worker, goal, signed_in):
    AgreementFactory(family=family)

    response = signed_in(worker).post(address("agreement-sign", family), signing(family, **posted))

    assert list(response.context["forms"][0].errors) == [field]
    assert (state_of(family), AgreementVersion.objects.count()) == ("accepted", 0)


def test_a_yes_said_aloud_keeps_its_witness(family, worker, goal, signed_in):
    AgreementFactory(family=family)
    mother = family.adults()[0]

    signed_in(worker).post(address("agreement-sign", family), signing(family, method="verbal", witness="Sabina Karim"))

    assert Signature.objects.values_list("method", "witness", "signer_name").get() == (
        "verbal",
        "Sabina Karim",
        mother.get_full_name(),
    )


def test_staff_alone_cannot_sign_for_a_family(family, worker, goal, signed_in):
    AgreementFactory(family=family)

    response = signed_in(worker).post(
        address("agreement-sign", family),
        signing(family, method="later") | {"staff-method": "typed", "staff-typed_name": "Monica"},
    )

    assert "Somebody from the family signs too." in response.content.decode()
    assert (state_of(family), AgreementVersion.objects.count()) == ("accepted", 0)


def test_an_agreement_without_a_goal_is_not_signed(family, worker, signed_in):
    AgreementFactory(family=family)
    GoalFactory(family=family, state="draft")

    response = signed_in(worker).post(address("agreement-sign", family), typed(family, worker))

    assert "Start at least one goal together." in response.content.decode()
    assert (state_of(family), AgreementVersion.objects.count()) == ("accepted", 0)


def test_when_a_signature_cannot_be_kept_nothing_is(family, worker, goal):
    agreement = AgreementFactory(family=family)
    broken = [
        Signature(member=family.adults()[0], signer_name="Elena", method="typed"),
        Signature(member=family.adults()[0], signer_name="Elena", method="verbal"),  # without a witness
    ]

    with pytest.raises(DatabaseError), transaction.atomic():
        actions.sign(agreement=agreement, names=broken, language="en", by=worker)

    assert (state_of(family), AgreementVersion.objects.count(), Signature.objects.count()) == ("accepted", 0, 0)


def test_two_people_signing_at_once_make_one_version(family, worker, goal, signed_in):
    AgreementFactory(family=family)
    client = signed_in(worker)
    client.post(address("agreement-sign", family), typed(family, worker))

    again = client.post(address("agreement-sign", family), typed(family, worker))  # the second press

    assert again.url == address("agreement", family)
    assert (AgreementVersion.objects.count(), Signature.objects.count()) == (1, 2)


def test_the_other_parent_signs_the_same_version_later(family, worker, goal, signed_in):
    father = MemberFactory(family=family, first_name="Rafael", relationship="father")
    AgreementFactory(family=family)
    client = signed_in(worker)
    client.post(address("agreement-sign", family), typed(family, worker, **{f"m{father.pk}-method": "later"}))

    client.post(
        address("agreement-sign", family), {f"m{father.pk}-method": "paper", f"m{father.pk}-typed_name": "Rafael"}
    )

    version = AgreementVersion.objects.get()
    assert [(name.member, name.method) for name in version.signatures.exclude(member=None).order_by("pk")] == [
        (family.adults()[0], "typed"),
        (father, "paper"),
    ]


def test_when_nobody_signs_after_all_the_page_says_so(family, worker, goal, signed_in):
    father = MemberFactory(family=family, first_name="Rafael", relationship="father")
    AgreementFactory(family=family)
    client = signed_in(worker)
    client.post(address("agreement-sign", family), typed(family, worker, **{f"m{father.pk}-method": "later"}))

    response = client.post(address("agreement-sign", family), {f"m{father.pk}-method": "later"})

    assert "Nobody has signed just now." in response.content.decode()
    assert Signature.objects.count() == 2


@pytest.mark.parametrize("row", ["version", "signature"])
def test_the_database_refuses_to_change_what_was_signed(row, family):
    version = VersionFactory(agreement=AgreementFactory(family=family, state="signed"))
    signature = SignatureFactory(agreement_version=version, member=family.adults()[0])
    rows = {
        "version": AgreementVersion.objects.filter(pk=version.pk),
        "signature": Signature.objects.filter(pk=signature.pk),
    }
    change = {"version": {"reason": "x"}, "signature": {"signer_name": "x"}}

    with pytest.raises(DatabaseError), transaction.atomic():
        rows[row].update(**change[row])
    with pytest.raises(DatabaseError), transaction.atomic():
        rows[row].delete()

    assert (rows["version"].get().reason, rows["signature"].get().signer_name) == ("", "Elena")


# ---- changed later ------------------------------------------------------------------------------------------------
@pytest.fixture
def signed(family, worker, goal, signed_in):
    AgreementFactory(family=family)
    client = signed_in(worker)
    client.post(address("agreement-sign", family), typed(family, worker))
    return client


def test_a_changed_goal_is_noticed_after_signing(family, goal, signed):
    assert signed.get(address("agreement", family)).context["changed"] is False

    StepFactory(goal=goal)

    assert signed.get(address("agreement", family)).context["changed"] is True


def test_the_next_version_says_why_and_leaves_the_first_as_it_was(family, worker, goal, signed):
    first = AgreementVersion.objects.get().content
    signed.post(address("agreement-answer", family, "revise"))
    goal.statement = "Move by August"
    goal.save()

    without_reason = signed.post(address("agreement-sign", family), typed(family, worker))
    signed.post(address("agreement-sign", family), typed(family, worker, reason="The building is late"))

    assert list(without_reason.context["reason"].errors) == ["reason"]
    assert [(v.number, v.reason) for v in AgreementVersion.objects.order_by("number")] == [
        (1, ""),
        (2, "The building is late"),
    ]
    assert AgreementVersion.objects.get(number=1).content == first


def test_the_difference_between_two_versions_can_be_read(family, worker, goal, signed):
    step = StepFactory(goal=goal, what="Call", owner="family")
    signed.post(address("agreement-answer", family, "revise"))
    goal.statement, goal.target_on = "Move by August", TODAY().replace(month=8, day=1)
    goal.save()
    new = GoalFactory(family=family, statement="A job")
    signed.post(address("agreement-sign", family), typed(family, worker, reason="Late"))

    page = signed.get(address("agreement-changes", family, 2))

    august = paper.day(goal.target_on.isoformat())
    assert page.context["changes"] == [
        {
            "title": "Move by August",
            "words": "A home",
            "became": "changed",
            "lines": [
                {"label": "How we will know", "before": "Move by June", "after": "Move by August"},
                {"label": "By when", "before": "", "after": august},
                {"label": "Step", "before": "", "after": f"{step.what}, the family"},
            ],
        },
        {"title": "A job", "words": new.family_words, "became": "new", "lines": []},
    ]


def test_a_goal_that_is_gone_from_the_agreement_is_named():
    before = {"goals": [{"id": 1, "statement": "", "words": "A home"}]}

    assert differences.between(before, {"goals": []}) == [
        {"title": "A home", "words": "A home", "became": "ended", "lines": []}
    ]


# ---- read, handed over --------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("asked", "language"), [("?lang=es", "es"), ("?lang=en", "en"), ("?lang=xx", "es"), ("", "es")]
)
def test_the_paper_is_read_in_the_language_asked_for_else_the_familys(asked, language, family, worker, goal, signed_in):
    AgreementFactory(family=family)
    family.language = "es"
    family.save()

    page = signed_in(worker).get(address("agreement-read", family) + asked)

    assert (page.context["language"], page.context["paper"]["language"]) == (language, language)


def test_the_shared_screen_does_not_name_the_family_in_its_title(family, worker, goal, signed_in):
    AgreementFactory(family=family)

    page = signed_in(worker).get(address("agreement-read", family)).content.decode()

    assert family.name not in page.partition("<title>")[2].partition("</title>")[0]
    assert family.name not in page.partition('<header class="shared-bar">')[2].partition("</header>")[0]


def test_a_copy_whose_words_are_not_the_signed_ones_says_so(family, worker, signed_in):
    agreement = AgreementFactory(family=family, state="signed")
    VersionFactory(agreement=agreement, content_hash="0" * 64)

    page = signed_in(worker).get(address("copy", family)).content.decode()

    assert "The words below are not the ones that were signed." in page


def test_a_family_without_an_agreement_has_no_copy_yet(family, worker, signed_in):
    assert signed_in(worker).get(address("copy", family)).url == address("agreement", family)


def test_handing_over_the_copy_is_written_down(family, worker, signed):
    taken = {"member": family.adults()[0].pk, "how": "large_print", "language": "en", "given_on": TODAY()}
    signed.post(address("copy-given", family), taken)

    event = AuditEvent.objects.get(event="agreement_copy_given")
    assert (event.by, event.family_id, event.facts) == (worker, family.pk, {"version": 1, "how": "large_print"})


def test_without_a_signed_version_there_is_nothing_to_hand_over(family, worker, signed_in):
    AgreementFactory(family=family)

    signed_in(worker).post(address("copy-given", family), {"how": "paper"})

    assert not AuditEvent.objects.filter(event="agreement_copy_given").exists()


def test_the_agreement_page_asks_the_same_number_of_questions_however_many_goals(family, worker, questions):
    agreement = AgreementFactory(family=family, state="signed")
    VersionFactory(agreement=agreement)

    def add_a_goal():
        goal = GoalFactory(family=family)
        goal.needs.add(NeedFactory(family=family))
        StepFactory(goal=goal)
        return questions(worker, address("agreement", family))

    counts = [add_a_goal() for _n in range(3)]

    assert counts[0] == counts[2] <= 25
