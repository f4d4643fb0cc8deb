"""A parent's own words stand beside the part they contest, and go wherever it goes (45 CFR 1303.23(c), 1303.24(c))."""

from datetime import timedelta

import pytest
from django.db import InternalError, transaction
from django.urls import reverse
from django.utils import timezone

from agency.own_record import Asked
from referrals import actions, own_record, release
from referrals.models import Disclosure, ParentStatement
from tests.families.factories import AssessmentFactory, NeedFactory
from tests.goals.factories import GoalFactory, NoteFactory
from tests.referrals.factories import ConsentFactory, DisclosureFactory, ReferralFactory

TODAY = timezone.localdate()
WORDS = "We did come. The bus was late."


@pytest.fixture
def parent(family):
    return family.adults()[0]


@pytest.fixture
def say(family, parent, worker):
    """`say(note=...)` keeps a parent's statement about one part of the record."""
    return lambda **part: actions.keep_statement(
        statement=ParentStatement(family=family, parent=parent, words=WORDS, **part), by=worker
    )


def add(client, family, **typed):
    known = {"words": WORDS, "written_on": TODAY, "parent": family.adults()[0].pk}
    return client.post(reverse("referrals:statement-add", args=[family.pk]), known | typed)


def test_it_is_kept_and_shown_beside_the_note(signed_in, worker, family, parent):
    note, client = NoteFactory(family=family, written_by=worker), signed_in(worker)

    answer = add(client, family, about=f"note-{note.pk}")

    kept = ParentStatement.objects.get()
    assert (kept.note, kept.words, kept.parent, kept.kept_by, answer.url) == (
        note, WORDS, parent, worker, note.get_absolute_url(),
    )  # fmt: skip
    assert WORDS in client.get(answer.url).content.decode()


@pytest.mark.parametrize("kind", ["goal", "assessment"])
def test_it_stands_beside_what_it_contests(signed_in, worker, family, say, kind):
    part = {"goal": GoalFactory, "assessment": AssessmentFactory}[kind](family=family)
    say(**{kind: part})

    assert WORDS in signed_in(worker).get(part.get_absolute_url()).content.decode()


def test_it_stands_on_the_list_of_what_left(signed_in, worker, family, say):
    say(disclosure=DisclosureFactory(family=family))

    assert WORDS in signed_in(worker).get(reverse("referrals:disclosures", args=[family.pk])).content.decode()


def test_without_words_or_a_part_nothing_is_kept_and_nothing_typed_is_lost(signed_in, worker, family):
    answers = [add(signed_in(worker), family), add(signed_in(worker), family, about="note-0")]

    assert [WORDS in answer.content.decode() for answer in answers] == [True, True]
    assert ParentStatement.objects.count() == 0


def test_a_statement_about_another_familys_note_is_refused(signed_in, worker, family):
    strange = NoteFactory()

    add(signed_in(worker), family, about=f"note-{strange.pk}")

    assert ParentStatement.objects.count() == 0


def test_what_contests_a_restricted_note_is_as_closed_as_the_note(family, worker, teammate, say):
    say(note=NoteFactory(family=family, written_by=worker, visibility="restricted"))
    open_one = say(note=NoteFactory(family=family, written_by=worker, visibility="team"))

    assert list(ParentStatement.objects.visible_to(teammate)) == [open_one]


def test_it_goes_along_when_the_goal_leaves_though_nobody_ticked_it(family, worker, say):
    goal = GoalFactory(family=family, statement="Work by spring")
    about = {"family": family, "need": NeedFactory(family=family), "goal": goal}
    referral = ReferralFactory(**about, made_by=worker)
    ConsentFactory(family=family, partner=referral.service.partner, records=["goals"])
    say(goal=goal)

    actions.send(referral=referral, by=worker, picked=[f"goals-goal-{goal.pk}"], how_sent="phone")

    left = Disclosure.objects.get()
    assert [entry["field"] for entry in left.what] == [
        "goals.goal.statement", "goals.goal.target_on", "referrals.parentstatement.words",
    ]  # fmt: skip
    assert [piece.value for piece in release.released(referral, referral.consent, left)][1] == WORDS


def test_it_stands_in_the_familys_own_record_without_the_restricted(family, worker, parent, say):
    say(note=NoteFactory(family=family, written_by=worker, visibility="restricted"))
    say(disclosure=DisclosureFactory(family=family, exception="c8_maltreatment"))
    say(disclosure=DisclosureFactory(family=family, recipient="County court"))

    told = {part.code: part.entries for part in own_record.sections(family, Asked(reader=parent, user=worker))}

    assert [[fact["code"] for fact in entry] for entry in told["statements"]] == [
        ["about", "parent", "words", "written_on"]
    ]
    assert "County court" in told["statements"][0][0]["value"]


def test_nobody_changes_it(say, family):
    kept = say(disclosure=DisclosureFactory(family=family))

    with pytest.raises(InternalError), transaction.atomic():
        ParentStatement.objects.filter(pk=kept.pk).update(written_on=TODAY - timedelta(days=1))
