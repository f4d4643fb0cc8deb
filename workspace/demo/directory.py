"""What the directory knows beyond names and numbers: hours as rules, areas, room, what families said, a stop."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from partners.models import (
    Accessibility,
    Contact,
    Cost,
    DoNotRefer,
    Eligibility,
    FamilyWord,
    Schedule,
    ServiceArea,
    ServiceCapacity,
    ZipPlace,
)
from workspace.demo.texts import read, said

WEEK = "MO,TU,WE,TH,FR"
# The hours of the story, in its words, as rules: days, opening, closing.
HOURS = {
    "Weekdays 9 to 6, Tuesday and Thursday until 7": [("MO,WE,FR", 9, 18), ("TU,TH", 9, 19)],
    "Weekdays 9 to 4": [(WEEK, 9, 16)],
    "Weekdays 8 to 5": [(WEEK, 8, 17)],
    "Weekdays 8 to 5, Saturday 8 to 2": [(WEEK, 8, 17), ("SA", 8, 14)],
    "Thursday 3 to 6": [("TH", 15, 18)],
    "Tuesday 9 to 12 and Friday 1 to 4": [("TU", 9, 12), ("FR", 13, 16)],
    "Monday and Wednesday 6 to 8 in the evening": [("MO,WE", 18, 20)],
    "Monday to Saturday 10 to 6, Wednesday until 8": [("MO,TU,TH,FR,SA", 10, 18), ("WE", 10, 20)],
    "Sunday 2 to 5": [("SU", 14, 17)],
}
DAY_AND_NIGHT = "Day and night, every day"
WHO = {
    "Pregnant women and children under 5": ["pregnant", "baby", "child"],
    "Families with a low income": ["family", "low_income"],
    "Adults 18 and over": ["adult"],
    "Children under 3": ["baby"],
    "Fathers and father figures": ["man"],
    "Grandparents and kin who raise a child": ["family", "foster"],
}
ROOM = {
    "Two baby places left": "open",
    "Often full on cold nights; call at four": "full",
}
HEARD = {
    "sat-dental": "They were gentle with my children and spoke Spanish.",
    "groceries": "Come early. By five the fresh fruit is gone.",
    "english": "The teacher is patient. There is a room for children.",
    "family-doctor": "Long wait, but they listen.",
    "safe-stay": "They never made me feel ashamed.",
}
RIDES = {
    "sat-dental": "A van from the center on the first Saturday",
    "mobile": "They come to the camps",
    "prenatal": "Bus tickets for those who ask",
}
STOPPED = ("vets-hall", "desk")
WHY_STOPPED = "The desk asked two families for money for forms that are free. We wait for an answer from the hall."


def places():
    """Where the ZIP codes of the story lie."""
    told = read("streets")
    ZipPlace.objects.bulk_create(
        ZipPlace(code=town["postal_code"], state=told["state"], town=town["name"], lat=town["latitude"],
                 lon=town["longitude"]) for town in told["towns"]
    )  # fmt: skip


def of_partner(partner, place, row):
    """Who to ask for there, and how one gets in."""
    if row["point_person"]:
        Contact.objects.create(partner=partner, location=place, name=row["point_person"], title="Outreach")
    if not place.is_confidential:
        town = next(town for town in read("streets")["towns"] if town["name"] == row["location"]["town"])
        place.latitude, place.longitude = town["latitude"], town["longitude"]
        place.save(update_fields=["latitude", "longitude"])
        Accessibility.objects.create(location=place, description="A ramp and a wide door", details="Ring at the side.")


def of_service(ground, service, row, told, checker):
    """Its hours as rules, for whom and from where, its room as a colleague saw it, and what a family said."""
    hours = said(told["hours"], "en")
    Schedule.objects.bulk_create(_rules(service, hours))
    zips = [town["postal_code"] for town in read("streets")["towns"]]
    ServiceArea.objects.create(service=service, name="Larkspur County", zips=zips)
    Eligibility.objects.bulk_create(
        Eligibility(service=service, who=who) for who in WHO.get(said(told["eligibility"], "en"), ())
    )
    cost = said(told["cost"], "en")
    if cost == "Free":
        Cost.objects.create(service=service, amount=0, amount_description="Free for families")
    service.transport = RIDES.get(told["code"], "")
    service.save(update_fields=["transport"])
    _seen(service, said(told["wait_seen"], "en"), checker)
    if told["code"] in HEARD:
        heard_on = ground.today - timedelta(days=row["checked_days_ago"] + 3)
        FamilyWord.objects.create(service=service, said=HEARD[told["code"]], heard_on=heard_on, heard_by=checker)
    if (row["code"], told["code"]) == STOPPED:
        since = ground.today - timedelta(days=12)
        DoNotRefer.objects.create(partner=service.partner, service=service, reason=WHY_STOPPED, since=since,
                                  said_by=ground.people["denise"])  # fmt: skip


def _rules(service, hours):
    if hours == DAY_AND_NIGHT:
        yield Schedule(service=service, freq="WEEKLY", byday=f"{WEEK},SA,SU", opens_at=time(0), closes_at=time(23, 59))
    for days, opens, closes in HOURS.get(hours, ()):
        yield Schedule(service=service, freq="WEEKLY", byday=days, opens_at=time(opens), closes_at=time(closes))


def _seen(service, wait, checker):
    if wait and service.verified_on:
        seen_at = timezone.make_aware(datetime.combine(service.verified_on, time(10, 20)))
        ServiceCapacity.objects.create(service=service, state=ROOM.get(wait, "waiting"), wait=wait, seen_at=seen_at,
                                       seen_by=checker)  # fmt: skip
