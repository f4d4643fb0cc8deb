"""Who serves whom next: the proposal, the effect before it counts, the hand-over, its letters, and the cover."""

from datetime import timedelta

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from agency.access import Role
from agency.due import Clocks
from agency.models import AccessEvent, AuditEvent
from families.models import Assignment, Family
from supervision.actions import assigning
from supervision.assigning import boards, letters, shown
from supervision.assigning.colleagues import speaks
from supervision.assigning.suggestion import Asking, Colleague, suggest, why
from supervision.models import Absence, HandOver
from tests.agency.factories import UserFactory
from tests.families.factories import (
    AssignmentFactory,
    HouseholdFactory,
    NeedFactory,
)
from tests.supervision.factories import HandOverFactory
from tests.supervision.moving import A_WEEK, at, hand_over, placed, press, served, today, who_serves
from tests.workspace.counting import statements

pytestmark = pytest.mark.usefixtures("agency", "clocks")
ASSIGN = "/supervision/assign"


# ---- the proposal -------------------------------------------------------------------------------------------------

FAMILIES = st.lists(st.tuples(st.sampled_from(["en", "es", "vi"]), st.integers(1, 3), st.integers(2, 8)), max_size=12)
COLLEAGUES = st.lists(
    st.tuples(st.integers(0, 8), st.integers(1, 8), st.frozensets(st.sampled_from(["es", "vi"])), st.integers(1, 3)),
    min_size=1, max_size=5,
)  # fmt: skip


def as_families(rows):
    return [Asking(pk, language, center, weight / 2) for pk, (language, center, weight) in enumerate(rows, 1)]


def as_colleagues(rows):
    return [
        Colleague(pk, f"C{pk}", planned, limit, float(planned), speaks | {"en"}, frozenset({center}))
        for pk, (planned, limit, speaks, center) in enumerate(rows, 1)
    ]


@given(FAMILIES, COLLEAGUES)
def test_a_proposal_goes_over_a_limit_only_when_everybody_is_full(families, colleagues):
    families, colleagues = as_families(families), as_colleagues(colleagues)
    room = sum(max(0, one.limit - one.planned) for one in colleagues)

    to = suggest(families, colleagues)

    over = sum(
        max(0, one.planned + list(to.values()).count(one.pk) - max(one.limit, one.planned)) for one in colleagues
    )
    assert (sorted(to), over) == ([one.pk for one in families], max(0, len(families) - room))


@given(FAMILIES, COLLEAGUES)
def test_the_same_question_has_the_same_proposal(families, colleagues):
    families, colleagues = as_families(families), as_colleagues(colleagues)

    assert suggest(families, colleagues) == suggest(families[::-1], colleagues[::-1])


def test_a_family_keeps_its_language_also_when_that_colleague_carries_more():
    speaker = Colleague(1, "Hoa", 30, 40, 34.0, frozenset({"en", "vi"}), frozenset({1}))
    other = Colleague(2, "Claire", 5, 40, 5.0, frozenset({"en"}), frozenset({1}))

    assert suggest([Asking(7, "vi", 1), Asking(8, "en", 1)], [speaker, other]) == {7: 1, 8: 2}


def test_the_last_place_of_a_speaker_goes_to_who_needs_the_language():
    speaker = Colleague(1, "Hoa", 39, 40, 39.0, frozenset({"en", "vi"}), frozenset({1}))
    other = Colleague(2, "Claire", 38, 40, 60.0, frozenset({"en"}), frozenset({1}))
    families = [Asking(7, "en", 1, 3.0), Asking(8, "vi", 1, 1.0)]

    assert suggest(families, [speaker, other]) == {7: 2, 8: 1}


def test_each_choice_says_why():
    hoa = Colleague(1, "Hoa", 30, 31, 34.0, frozenset({"en", "vi"}), frozenset({1}))

    assert list(why(Asking(7, "vi", 1), hoa, 31)) == [
        ("Hoa speaks Vietnamese.", False),
        ("Hoa works at the family’s center.", False),
        ("Hoa would have 31 of 31 families.", False),
    ]
    assert [against for _said, against in why(Asking(7, "es", 2), hoa, 32)] == [True, True, True]


def test_languages_are_read_from_what_somebody_wrote():
    assert speaks(UserFactory.build(works_in="Spanish, some Hmong; español")) == {"en", "es", "hmn"}


# ---- assign -------------------------------------------------------------------------------------------------------


def test_a_proposal_changes_nothing(signed_in, supervisor, hoa, center):
    family = placed(center, language="vi")

    page = signed_in(supervisor).get(ASSIGN, {"suggest": 1})

    assert (page.context["form"].initial, Assignment.objects.count()) == ({f"to-{family.pk}": str(hoa.pk)}, 0)
    assert "Hoa speaks Vietnamese." in page.content.decode()


def test_the_effect_is_seen_before_it_counts(signed_in, supervisor, hoa, center):
    served(hoa, 2)
    family = placed(center)
    NeedFactory(family=family, urgency=3)
    said = {f"to-{family.pk}": hoa.pk, "starts_on": str(today())}

    seen, done = press(signed_in(supervisor), ASSIGN, **said)

    row = next(row for row in seen.context["effects"] if row["pk"] == hoa.pk)
    assert (row["before"], row["after"], row["load"], row["load_after"]) == (2, 3, "2", "4")
    assert (done.status_code, who_serves(family)) == (302, hoa)


def test_what_was_chosen_after_looking_is_looked_at_again(signed_in, supervisor, hoa, center):
    one, other = placed(center), placed(center)
    client, said = signed_in(supervisor), {f"to-{one.pk}": hoa.pk, "starts_on": str(today())}
    seen = client.post(ASSIGN, said).context["seen"]

    again = client.post(ASSIGN, said | {f"to-{other.pk}": hoa.pk, "seen": seen})

    assert (again.status_code, again.context["count"], Assignment.objects.count()) == (200, 2, 0)


def test_choosing_answers_with_the_effect_alone(signed_in, supervisor, hoa, center):
    family = placed(center)
    said = {f"to-{family.pk}": hoa.pk, "starts_on": str(today())}

    page = signed_in(supervisor).post(ASSIGN, said, headers={"HX-Request": "true"}).content.decode()

    assert ("<html" in page, 'id="effect"' in page, "Move 1 family" in page) == (False, True, True)


def test_who_leads_only_another_center_gives_nobody_away(signed_in, supervisor, hoa):
    family = placed(AssignmentFactory().family.center)
    client = signed_in(supervisor)

    page = client.post(ASSIGN, {f"to-{family.pk}": hoa.pk, "starts_on": str(today()), "seen": f"{family.pk}:{hoa.pk}"})

    assert (page.status_code, Assignment.objects.filter(family=family).count()) == (200, 0)


@pytest.mark.parametrize("who", ["worker", "teammate", "administrator"])
def test_only_who_assigns_opens_these_pages(request, signed_in, worker, who):
    client, pk = signed_in(request.getfixturevalue(who)), worker.pk
    names = [("assign", []), ("hand-over-new", [pk]), ("absence-new", [pk]), ("history", []), ("limits", [])]

    assert {client.get(reverse(f"supervision:{name}", args=args)).status_code for name, args in names} == {403}


def test_assigning_asks_the_same_few_statements_for_one_family_and_for_many(signed_in, supervisor, hoa, center):
    placed(center)
    client = signed_in(supervisor)
    with_one = statements(client, ASSIGN)
    served(UserFactory(role=Role.WORKER, center=center), 2)
    for number in range(3):
        placed(center, f"More{number}")

    assert with_one == statements(client, ASSIGN) <= 25


# ---- hand over ----------------------------------------------------------------------------------------------------


def test_a_hand_over_in_one_act(signed_in, supervisor, old, hoa, family):
    url, start = reverse("supervision:hand-over-new", args=[old.pk]), today() + A_WEEK
    said = {
        f"to-{family.pk}": hoa.pk, f"note-{family.pk}": "Pia answers texts in the evening.", "starts_on": str(start),
        "why": "Over the limit", "tells_families": "on",
    }  # fmt: skip

    seen, done = press(signed_in(supervisor), url, **said)

    made = HandOver.objects.get()
    rows = {row["pk"]: (row["before"], row["after"]) for row in seen.context["effects"]}
    assert rows == {old.pk: (1, 0), hoa.pk: (0, 1)}
    assert (done.url, made.why, made.starts_on) == (made.get_absolute_url(), "Over the limit", start)
    assert [(one.worker, one.ends_on) for one in family.assignments.order_by("starts_on")] == [
        (old, start - timedelta(days=1)),
        (hoa, None),
    ]
    assert family.assignments.get(worker=hoa).handover_note == "Pia answers texts in the evening."
    assert AuditEvent.objects.get(event="caseload_handed_over").facts["families"] == 1


def test_the_old_worker_opens_the_family_until_the_day_before(monkeypatch, supervisor, old, hoa, family):
    start = today() + A_WEEK
    hand_over(supervisor, old, hoa, family)
    opens = []
    for day in (start - timedelta(days=1), start):
        at(monkeypatch, day)
        opens.append([list(Family.objects.visible_to(who)) for who in (old, hoa)])

    assert opens == [[[family], []], [[], [family]]]


def test_until_its_day_a_hand_over_is_taken_back(signed_in, monkeypatch, supervisor, old, hoa, family):
    made, client = hand_over(supervisor, old, hoa, family), signed_in(supervisor)
    undo = reverse("supervision:hand-over-undo", args=[made.pk])
    asked = client.post(undo)

    client.post(undo, {"confirmed": "1"})

    made.refresh_from_db()
    assert "Take it back" in asked.content.decode()
    assert (made.undone_by, list(family.assignments.values_list("worker", "ends_on"))) == (supervisor, [(old.pk, None)])


def test_from_its_day_on_it_stands(monkeypatch, supervisor, old, hoa, family):
    made = hand_over(supervisor, old, hoa, family)
    at(monkeypatch, made.starts_on)

    with pytest.raises(assigning.TooLate):
        assigning.undo(hand_over=made, by=supervisor)

    assert who_serves(family, made.starts_on) == hoa


def test_a_family_that_changes_already_is_not_handed_over_twice(supervisor, old, hoa, family):
    hand_over(supervisor, old, hoa, family)

    with pytest.raises(assigning.MovedMeanwhile):
        hand_over(supervisor, old, hoa, family)

    assert (HandOver.objects.count(), family.assignments.count()) == (1, 2)


def test_a_proposal_for_somebody_over_the_limit_moves_so_many(agency, supervisor, old, hoa, family):
    agency.caseload_limit = 2
    agency.save()
    for number in range(3):
        AssignmentFactory(family=placed(family.center, f"More{number}"), worker=old)
    board = boards.of(old, supervisor, Clocks())

    boards.propose(board)

    assert (len(board.suggested), set(board.suggested.values())) == (2, {hoa.pk})


def test_a_hand_over_asks_the_same_few_statements_for_one_family_and_for_many(signed_in, supervisor, old, hoa, family):
    url, client = reverse("supervision:hand-over-new", args=[old.pk]), signed_in(supervisor)
    with_one = statements(client, url)
    for number in range(3):
        AssignmentFactory(family=placed(family.center, f"More{number}"), worker=old)
    made = hand_over(supervisor, old, hoa, family)

    assert with_one == statements(client, url) <= 26
    assert statements(client, made.get_absolute_url()) <= 15


# ---- letters ------------------------------------------------------------------------------------------------------


def letters_of(family, old, hoa, supervisor):
    made = HandOverFactory(worker=old, made_by=supervisor)
    made.families.create(family=family, to=hoa)
    return letters._letters(made, shown.handed(made, supervisor))


def test_a_letter_speaks_the_familys_language_and_goes_to_its_home(supervisor, old, hoa, family):
    family.members.filter(first_name="Elena").update(
        language="es", household=HouseholdFactory(family=family, address_1="1 Oak Street", city="Yakima")
    )

    (letter,) = letters_of(family, old, hoa, supervisor)

    assert (letter["language"], letter["to"][1], letter["by_hand"]) == ("es", "1 Oak Street", "")
    assert str(hoa) in " ".join(letter["paragraphs"])


@pytest.mark.parametrize("rule", ["hidden", "no letters"])
def test_an_address_that_may_not_be_used_stands_on_no_letter(supervisor, old, hoa, family, rule):
    home = HouseholdFactory(family=family, address_1="9 Hushaby Court", city="Yakima", is_hidden=rule == "hidden")
    family.members.filter(first_name="Elena").update(household=home, may_mail=rule == "hidden")

    (letter,) = letters_of(family, old, hoa, supervisor)

    assert "Hushaby" not in str(letter)
    assert letter["by_hand"].startswith("To be handed over in person")


def test_who_must_not_be_contacted_gets_no_letter(supervisor, old, hoa, family):
    family.members.filter(role="parent").update(do_not_contact=True)

    assert letters_of(family, old, hoa, supervisor) == []


def test_the_letters_are_one_file_and_written_down(signed_in, supervisor, old, hoa, family):
    made = hand_over(supervisor, old, hoa, family)

    answer = signed_in(supervisor).get(reverse("supervision:hand-over-letters", args=[made.pk]))

    made.refresh_from_db()
    assert (answer.content[:5], made.letters_at is not None) == (b"%PDF-", True)
    assert AccessEvent.objects.latest("pk").family_ids == [family.pk]


# ---- covers -------------------------------------------------------------------------------------------------------


def test_a_cover_begins_and_ends_by_itself(signed_in, monkeypatch, supervisor, old, hoa, family):
    url, first, last = reverse("supervision:absence-new", args=[old.pk]), today() + A_WEEK, today() + A_WEEK * 2
    said = {"everybody": hoa.pk, "starts_on": str(first), "ends_on": str(last), "why": "leave"}

    press(signed_in(supervisor), url, **said)

    opens = []
    for day in (first - timedelta(days=1), first, last, last + timedelta(days=1)):
        at(monkeypatch, day)
        opens.append(list(Family.objects.visible_to(hoa)))
    assert opens == [[], [family], [family], []]
    assert AuditEvent.objects.get(event="absence_covered").facts["last"] == str(last)


def test_who_is_back_before_the_day_ends_the_covers(signed_in, supervisor, old, hoa, family):
    client = signed_in(supervisor)
    said = {"everybody": hoa.pk, "starts_on": str(today()), "ends_on": str(today() + A_WEEK), "why": "sick"}
    press(client, reverse("supervision:absence-new", args=[old.pk]), **said)
    covered = list(Family.objects.visible_to(hoa))

    client.post(reverse("supervision:absence-back", args=[Absence.objects.get().pk]), {"confirmed": "1"})

    assert (covered, list(Family.objects.visible_to(hoa))) == ([family], [])


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"ends_on": -1}, "The last day cannot come before the first."),
        ({"ends_on": 300}, "A cover is for a while. For longer, hand the families over."),
        ({"everybody": ""}, "Choose a colleague for at least one family."),
    ],
)
def test_a_cover_that_cannot_be_gets_a_sentence(signed_in, supervisor, old, hoa, family, wrong, sentence):
    said = {"everybody": hoa.pk, "starts_on": str(today()), "ends_on": 7, "why": "leave"} | wrong
    said["ends_on"] = str(today() + timedelta(days=said["ends_on"]))

    page = signed_in(supervisor).post(reverse("supervision:absence-new", args=[old.pk]), said)

    assert (sentence in page.content.decode(), Absence.objects.count()) == (True, 0)


def test_nobody_opens_the_absences_of_other_centers(signed_in, supervisor):
    stranger = UserFactory(role=Role.WORKER, center=AssignmentFactory().family.center)
    made = HandOverFactory(worker=stranger)

    assert signed_in(supervisor).get(made.get_absolute_url()).status_code == 404
