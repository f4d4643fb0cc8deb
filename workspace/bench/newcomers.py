"""Made-up families as rows of our own template, to measure their import by. The same ones each time."""

import csv
from datetime import date, timedelta
from pathlib import Path

HEADINGS = (
    "family_id,person_id,first_name,last_name,birth_date,role,relationship,lives_with,language,phone,ok_to_text,email,"
    "street_address,town,state,zipcode,enrollment_start"
)
FIRST = ("Alma", "Bruno", "Celia", "Duc", "Elif", "Farah", "Gael", "Hodan", "Inés", "Jonah", "Kalia", "Lien", "Mateo")
STEMS = ("Abe", "Bro", "Cal", "Dun", "Esk", "Fol", "Gru", "Hal", "Ist", "Jor", "Kes", "Lun", "Mor", "Nyl", "Orb", "Pel")
ENDS = ("dahl", "etti", "field", "gård", "ínez", "kova", "lund", "mere", "nowski", "ora", "quist", "stead", "wyn")
LANGUAGES = ("Spanish", "English", "English", "Hmong", "Somali")
ADULTS, CHILDREN = (1, 2, 2), (1, 1, 2, 3)  # of each family in turn: about 3.4 people
SEATED = date(2025, 9, 2)


def lay(path, families):
    """Write the file, one row for each person."""
    path = Path(path)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(HEADINGS.split(","))
        for number in range(families):
            writer.writerows(_people(number))
    return path


def _people(number):
    """The rows of one family: 7919 and 104729 are primes, so that neighbors in the file differ."""
    mixed = number * 7919
    last = STEMS[mixed % len(STEMS)] + ENDS[number % len(ENDS)]
    street = f"{100 + mixed % 9000} {STEMS[number % len(STEMS)]}wood Lane"
    home = (street, "Juniper Flat", "WA", f"{98800 + mixed % 100}")
    language = LANGUAGES[number % len(LANGUAGES)]
    for place in range(ADULTS[number % len(ADULTS)]):
        key = f"B{number}-A{place}"
        born_on = date(1976, 1, 1) + timedelta(days=(number * 104_729 + place * 811) % 9000)
        first = FIRST[(mixed + place) % len(FIRST)]
        reached = (f"(509) {200 + number % 700}-{mixed % 10_000:04}", "yes", f"{key.lower()}@example.org")
        who = ("parent", ("mother", "father")[place], "always")
        yield f"B{number}", key, first, last, born_on, *who, language, *reached, *home, ""
    for place in range(CHILDREN[number % len(CHILDREN)]):
        born_on = date(2020, 9, 1) + timedelta(days=(number * 104_729 + place * 401) % 1500)
        first = FIRST[(mixed + 5 + place) % len(FIRST)]
        who = ("child", "", "")
        yield f"B{number}", f"B{number}-C{place}", first, last, born_on, *who, language, "", "", "", *home, SEATED
