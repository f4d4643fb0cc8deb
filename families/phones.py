"""Telephone numbers: as people type them, as they are kept to be found again, as they are shown."""

from dataclasses import dataclass

import phonenumbers
from django.utils.translation import gettext as _
from phonenumbers import NumberParseException, PhoneNumberFormat, ValidationResult

HOME = "US"  # where a number without a country is dialed
HOME_CODE = 1


class NotAPhone(ValueError):
    """What was typed cannot be dialed. The text is a sentence for the person who typed it."""


@dataclass(frozen=True)
class Phone:
    """`digits` finds the number again, however it was typed: ten for a number at home, all of them for one abroad."""

    digits: str
    shown: str


def read(text):
    """The number in `text`, or `NotAPhone`."""
    try:
        number = phonenumbers.parse(text, HOME)
    except NumberParseException as trouble:
        raise NotAPhone(_("This is not a phone number. Write it with its area code, like (530) 555-0142.")) from trouble
    _refuse_wrong_length(number)
    significant = phonenumbers.national_significant_number(number)
    at_home = number.country_code == HOME_CODE
    return Phone(
        digits=significant if at_home else f"{number.country_code}{significant}",
        shown=phonenumbers.format_number(
            number, PhoneNumberFormat.NATIONAL if at_home else PhoneNumberFormat.INTERNATIONAL
        ),
    )


def _refuse_wrong_length(number):
    """Only the length is checked: new area codes come every year, and a wrong "no" loses a family's number."""
    verdict = phonenumbers.is_possible_number_with_reason(number)
    if verdict == ValidationResult.IS_POSSIBLE:
        return
    if verdict in (ValidationResult.TOO_LONG, ValidationResult.INVALID_LENGTH):
        raise NotAPhone(_("This number has too many digits. Write one number in each field."))
    if verdict == ValidationResult.INVALID_COUNTRY_CODE:
        raise NotAPhone(_("This country code is not known. Leave it out for a number in this country."))
    raise NotAPhone(_("This number is too short. Add the area code, like (530) 555-0142."))
