"""The enrollment template of Connecticut's Office of Early Childhood: one row a child, without adults."""

from agency.imports.columns import bare

# Heading of the template, and our column; the rest of its columns say what we do not keep (race, income, certificates).
HEADINGS = {
    "First Name": "first_name",
    "Middle Name": "middle_name",
    "Last Name": "last_name",
    "Suffix": "suffix",
    "SASID / Unique Identifier": "person_id",
    "SASID": "person_id",
    "Unique Identifier": "person_id",
    "Date of birth": "birth_date",
    "Street address": "street_address",
    "Town": "town",
    "State": "state",
    "Zipcode": "zipcode",
    "Lives with foster family": "foster",
    "Experiencing homelessness or housing insecurity": "homeless",
    "Site": "site",
    "Care model": "option",
    "Enrollment start date": "enrollment_start",
    "Enrollment end date": "enrollment_end",
    "Enrollment exit reason": "exit_reason",
    "First funding period": "funding_start",
}
OURS = {bare(heading): name for heading, name in HEADINGS.items()}
CONSTANTS = {"role": "child"}


def column_of(heading):
    """Our column for one of theirs; "" for what we do not keep. "Town of birth" is no town they live in."""
    return OURS.get(bare(heading), "")
