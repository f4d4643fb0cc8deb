"""Telephone numbers, as typed by anybody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from families.phones import NotAPhone, Phone, read


@pytest.mark.parametrize(
    "typed",
    ["5305550142", "(530) 555-0142", "530.555.0142", "+1 530 555 0142", "1-530-555-0142", "５３０５５５０１４２"],
)
def test_one_number_is_one_number_however_it_is_typed(typed):
    assert read(typed) == Phone(digits="5305550142", shown="(530) 555-0142")


def test_a_number_abroad_keeps_its_country():
    assert read("+52 55 1234 5678") == Phone(digits="525512345678", shown="+52 55 1234 5678")


def test_an_extension_is_shown():
    assert read("530-555-0142 x12").shown == "(530) 555-0142 ext. 12"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("Elena", "This is not a phone number. Write it with its area code, like (530) 555-0142."),
        ("", "This is not a phone number. Write it with its area code, like (530) 555-0142."),
        ("555-0142", "This number is too short. Add the area code, like (530) 555-0142."),
        ("530 555 0142 99", "This number has too many digits. Write one number in each field."),
    ],
)
def test_what_cannot_be_dialed_gets_a_sentence(typed, sentence):
    with pytest.raises(NotAPhone) as refusal:
        read(typed)

    assert str(refusal.value) == sentence


@given(st.text(max_size=60) | st.text(alphabet="0123456789+-() .x#*", max_size=30))
def test_any_text_is_a_number_or_a_sentence_and_what_is_shown_reads_the_same(typed):
    try:
        phone = read(typed)
    except NotAPhone:
        return

    assert (phone.digits.isdigit(), len(phone.digits) <= 20) == (True, True)
    assert read(phone.shown).digits == phone.digits
