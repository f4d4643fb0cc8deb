"""A made-up directory of any size as Open Referral tables, to measure its import and export by."""

import csv
from pathlib import Path

PLACES_EACH, DAYS = 1, ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
HEADINGS = {
    "organizations": "id,name,description,url",
    "services": "id,organization_id,name,description,status,fees,application_process",
    "locations": "id,organization_id,name,latitude,longitude",
    "services_at_location": "id,service_id,location_id",
    "physical_addresses": "id,location_id,address_1,city,state_province,postal_code,country",
    "phones": "id,service_id,number",
    "languages": "id,service_id,language",
    "regular_schedules": "id,service_id,weekday,opens_at,closes_at",
}  # fmt: skip


def lay(folder, services):
    """Write the tables; about eleven rows for each service."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for table, headings in HEADINGS.items():
        with (folder / f"{table}.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(headings.split(","))
            writer.writerows(_rows(table, services))
    return folder


def _rows(table, services):
    for number in range(services):
        partner, place = number // 5, number // 3
        if table == "organizations" and number % 5 == 0:
            yield partner, f"Neighbors of Block {partner}", "People who help people.", f"https://block{partner}.example"
        elif table == "services":
            yield number, partner, f"Help {number}", "What a family gets. " * 8, "active", "Free", "Call first."
        elif table == "locations" and number % 3 == 0:
            yield place, number // 5, f"House {place}", 46 + place % 100 / 100, -118 - place % 90 / 100
        elif table == "services_at_location":
            yield number, number, place
        elif table == "physical_addresses" and number % 3 == 0:
            yield place, place, f"{place} Main Street", "Juniper Flat", "WA", f"99{place % 1000:03}", "US"
        elif table == "phones":
            yield number, number, f"(509) 555-{number % 10000:04}"
        elif table == "languages":
            yield number, number, ("Spanish", "Vietnamese", "English")[number % 3]
        elif table == "regular_schedules":
            yield from ((f"{number}-{day}", number, day, "9:00", f"{15 + number % 4}:00") for day in DAYS)
