"""What a consent lets out: only shareable fields, only what it names, never what the family hides."""

import pytest

from referrals import release
from referrals.models import Records
from tests.families.factories import ContactPointFactory, HouseholdFactory
from tests.goals.factories import GoalFactory
from tests.referrals.factories import ConsentFactory, ReferralFactory

ALL = list(Records.values)


@pytest.mark.parametrize("record", Records.values)
def test_only_fields_declared_shareable_can_leave(record):
    for model, fields in release.COVERS[Records(record)].items():
        assert set(fields) <= set(model.privacy.may_leave()), model


def test_every_record_a_family_can_name_holds_fields_and_is_gathered():
    assert list(release.COVERS) == list(release.GATHER)
    assert set(release.COVERS) == set(Records)


@pytest.fixture
def full(family):
    """A family with everything a consent could name, and a referral for it."""
    mother = family.members.get(first_name="Elena")
    ContactPointFactory(member=mother, value="555-0100")
    HouseholdFactory(family=family, address_1="1 Oak Street", city="Juniper Flat")
    goal = GoalFactory(family=family, statement="A job by May")
    return ReferralFactory(family=family, goal=goal, is_urgent=True)


def test_each_piece_names_only_fields_its_record_covers(full):
    consent = ConsentFactory(family=full.family, records=ALL)

    for piece in release.pieces(full, consent):
        covered = release.COVERS[Records(piece.record)][type(piece.row)]
        assert set(piece.fields) <= set(covered), piece


def test_a_consent_lets_out_what_it_names_least_first(full):
    consent = ConsentFactory(family=full.family, records=ALL)

    shown = [(piece.record, piece.value) for piece in release.pieces(full, consent)]

    assert shown == [
        ("language", "English"),
        ("need", "A place in the carpentry class"),
        ("need", "Urgent"),
        ("need", f"{full.need.category}: {full.need.what}"),
        ("names", "Elena"),
        ("names", "555-0100"),
        ("children", "Angel"),
        ("address", "1 Oak Street, Juniper Flat"),
        ("goals", "A job by May"),
    ]


@pytest.mark.parametrize("record", Records.values)
def test_a_consent_for_one_record_lets_out_no_other(full, record):
    consent = ConsentFactory(family=full.family, records=[record])

    assert {piece.record for piece in release.pieces(full, consent)} == {record}


def test_a_hidden_address_never_leaves(full):
    full.family.households.update(is_hidden=True)
    consent = ConsentFactory(family=full.family, records=["address"])

    assert release.pieces(full, consent) == []


def test_nothing_about_a_person_nobody_may_contact_leaves(full):
    mother = full.family.members.get(first_name="Elena")
    consent = ConsentFactory(family=full.family, records=["names"], signer=mother)
    full.family.members.filter(pk=mother.pk).update(do_not_contact=True)

    assert release.pieces(full, consent) == []


def test_the_adult_the_referral_is_about_is_the_one_who_is_named(full):
    from tests.families.factories import MemberFactory

    full.about = MemberFactory(family=full.family, first_name="Rafael")
    consent = ConsentFactory(family=full.family, records=["names"])

    assert [piece.value for piece in release.pieces(full, consent)] == ["Rafael"]


def test_a_piece_that_was_not_offered_is_left_out_whoever_asks_for_it(full):
    everything = release.pieces(full, ConsentFactory(family=full.family, records=ALL))
    narrow = ConsentFactory(family=full.family, records=["language"])

    left = release.picked(full, narrow, [piece.key for piece in everything])

    assert [piece.record for piece in left] == ["language"]


def test_a_disclosure_is_read_in_words():
    what = [
        {"record": "names", "field": "families.familymember.first_name", "of": 1},
        {"record": "names", "field": "families.contactpoint.value", "of": 2},
        {"record": "goals"},
        {"said": "The agreement"},
    ]

    assert release.in_words(what) == [
        ("Names and how to reach us", "first name, number or address"),
        ("The goal this belongs to", ""),
        ("The agreement", ""),
    ]
