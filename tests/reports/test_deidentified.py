"""The de-identified extract: whatever a family told us, nobody can be told by a byte of it."""

import random
import re
from datetime import date, timedelta

import pytest
from django.apps import apps
from django.db import models
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from agency import files
from agency.models import Agency
from reports.exports import deidentified
from reports.exports.deidentified import COLUMNS, TELLING, make_coarser
from tests.families.factories import (
    ContactPointFactory,
    EnrollmentFactory,
    FamilyFactory,
    HouseholdFactory,
    MemberFactory,
    NeedFactory,
    ServiceReceivedFactory,
    SnapshotFactory,
)
from tests.goals.factories import GoalFactory, NoteFactory
from tests.referrals.factories import ReferralFactory
from tests.reports.exporting import made, table

DAYS_OLD = {"parent": 12_000, "child": 700}
SIGNS = "qwzxjkvyäéñ"  # letters that no code of ours is made of, so that a find is a find


def _word(chance):
    return "".join(chance.choice(SIGNS) for _letter in range(9)).capitalize()


def _family(center, worker, chance, zip_code="98101", **facts):
    """A family with a name, a day, a number, an address or words in every place that takes one."""
    family = FamilyFactory(center=center, name=_word(chance), voice=_word(chance), also_speaks=_word(chance), **facts)
    home = HouseholdFactory(
        family=family, address_1=_word(chance), city=_word(chance), label=_word(chance), postal_code=zip_code
    )
    for role in ("parent", "child"):
        person = MemberFactory(
            family=family, role=role, first_name=_word(chance), last_name=_word(chance), household=home,
            born_on=timezone.localdate() - timedelta(days=DAYS_OLD[role] + chance.randint(0, 300)),
            about=_word(chance), reach_note=_word(chance), code_word=_word(chance),
        )  # fmt: skip
        ContactPointFactory(member=person, value=f"+1206{chance.randint(10**6, 10**7 - 1)}")
        ContactPointFactory(member=person, kind="email", value=f"{_word(chance)}@example.org")
    EnrollmentFactory(family=family, member=person, center=center, program=center.program)
    need = NeedFactory(family=family, what=_word(chance))
    ServiceReceivedFactory(family=family, what=_word(chance))
    ReferralFactory(family=family, need=need, reason=_word(chance))
    GoalFactory(family=family, family_words=_word(chance), statement=_word(chance), why=_word(chance))
    NoteFactory(family=family, text=_word(chance), next_step=_word(chance), written_by=worker)
    SnapshotFactory(family=family, figure_other=_word(chance))
    return family


def _told(families):
    """Every text, day and number to call of these families, wherever it stands, as a file could write it."""
    found = set()
    for model in apps.get_models():
        if not hasattr(model, "privacy"):
            continue
        fields = [field for field in model._meta.concrete_fields if _is_personal(field)]
        rows = model._base_manager.values_list(*(field.attname for field in fields)) if fields else ()
        for row in rows:
            for value in row:
                found |= _as_written(value)
    return found


def _is_personal(field):
    if field.choices or isinstance(field, models.GeneratedField):
        return isinstance(field, models.GeneratedField)
    return isinstance(field, (models.CharField, models.TextField)) or field.name == "born_on"


def _as_written(value):
    if isinstance(value, date):
        return {value.isoformat(), value.strftime("%m/%d/%Y"), value.strftime("%Y%m%d")}
    text = str(value or "")
    digits = re.sub(r"\D", "", text)
    return {text} if len(text) > 6 else ({digits} if len(digits) > 6 else set())


@pytest.fixture
def many(center, worker):
    """Twelve families, alike enough for most to stay, and one that stands out."""
    Agency.objects.update(small_cell=5)
    chance = random.Random(7)
    families = [_family(center, worker, chance) for _each in range(12)]
    return [*families, _family(center, worker, chance, zip_code="59937", language="ru", needs_interpreter=True)]


@pytest.mark.parametrize("file_type", ["csv", "xlsx", "parquet"])
def test_no_name_day_number_address_or_word_survives_in_any_byte(many, manager, file_type):
    export = made(by=manager, what="deidentified", file_type=file_type)

    rows = table(export)
    written = "\n".join(str(cell) for row in rows for cell in row.values()).casefold()
    raw = files.read(export.path)
    told = _told(many)

    assert len(told) > 200
    assert len(rows) == 12
    assert [text for text in told if text.casefold() in written or text.encode() in raw] == []
    assert not {str(family.pk) for family in many} & {str(row["family_hash"]) for row in rows}


def test_its_columns_are_keys_of_nothing_bands_and_counts(many, manager):
    rows = table(made(by=manager, what="deidentified"))

    assert [list(row) for row in rows[:1]] == [[one.code for one in COLUMNS]]
    assert all(re.fullmatch(r"[0-9a-f]{24}", row["family_hash"]) for row in rows)
    assert {row["language"] for row in rows} <= {"en", "es", "other", ""}
    assert {row["zip3"] for row in rows} <= {"981", "599", ""}


def test_who_stands_out_is_made_coarser_and_nobody_is_alone(many, manager):
    export = made(by=manager, what="deidentified")
    rows = table(export)
    groups = {}
    for row in rows:
        groups.setdefault(tuple(row[name] for name in TELLING), []).append(row)

    assert min(len(group) for group in groups.values()) >= 5
    assert "599" not in {row["zip3"] for row in rows}
    assert export.notes == {"left_out": 1} or "zip3" in export.notes


def test_two_extracts_share_no_key(many, manager):
    first, second = (
        {row["family_hash"] for row in table(made(by=manager, what="deidentified"))} for _twice in range(2)
    )

    assert len(first) == len(second) == 12
    assert not first & second


def test_an_extract_is_no_look_at_families(many, manager):
    from agency.models import AccessEvent, AuditEvent

    made(by=manager, what="deidentified")

    assert AccessEvent.objects.filter(page="reports:export").count() == 0
    assert AuditEvent.objects.get(event="export_made").facts["identifies"] is False


def test_a_hidden_home_a_small_area_and_days_to_come_say_nothing():
    found = {"zip": "98101", "hides": False}

    assert [deidentified._area(found | more) for more in ({}, {"hides": True}, {"zip": "05901"}, {"zip": "K1A"})] == [
        "981", "", "", "",
    ]  # fmt: skip
    assert deidentified._months(timezone.localdate() + timedelta(days=9), timezone.localdate()) == 0


@settings(max_examples=60)
@given(
    st.lists(st.tuples(*(st.sampled_from("ab") for _name in TELLING)), max_size=40),
    st.integers(min_value=1, max_value=7),
)
def test_after_making_coarser_every_group_is_large_enough(said, smallest):
    known = [dict(zip(TELLING, row, strict=True)) | {"pk": number} for number, row in enumerate(said)]
    before = [dict(row) for row in known]

    given_up = make_coarser(known, smallest)

    groups = [tuple(row[name] for name in TELLING) for row in known]
    assert all(groups.count(group) >= smallest for group in groups)
    assert len(known) + given_up.get("left_out", 0) == len(before)
    assert all(row[name] in ("", before[row["pk"]][name]) for row in known for name in TELLING)
