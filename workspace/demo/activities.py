"""What a center does with its families together: held through the year, one still to post, one still ahead."""

from dataclasses import dataclass
from datetime import date

from workspace.demo.days import at
from workspace.demo.texts import read

FIRST, APART = 24, 27  # days into the program year, and between two of them
AHEAD, TO_POST = 6, 2  # days from today
BOTH = 0.3  # how often the second adult comes too
SATURDAY = 6  # ordinal 1 was a Monday


@dataclass
class Held:
    """One activity of one center while families are written."""

    pk: int
    day: int
    told: dict
    category: int | None
    is_posted: bool
    worker: int


def hold(ground, tables):
    """Every activity of every center; returns them by the center's key."""
    told = read("activities")
    found = {}
    for worker in ground.workers:
        for place in worker.places:
            if place.pk not in found:
                found[place.pk] = [
                    *_through_the_years(ground, tables, place, worker, told, shift=len(found) % 5),
                    *_now(ground, tables, place, worker, told),
                ]
    return found


def _through_the_years(ground, tables, place, worker, told, shift):
    rows = []
    for first, last, _pk in ground.years[place.program]:
        days = range(first + FIRST + shift, min(last, ground.day - 4), APART)
        rows += [
            _one(ground, tables, place, worker, one, _weekday(day), True)
            for one, day in zip(told["held"], days, strict=False)
        ]
    return rows


def _now(ground, tables, place, worker, told):
    """In a year that runs: one that waits to be posted, one that is still to come."""
    if not any(first <= ground.day <= last for first, last, _pk in ground.years[place.program]):
        return []
    return [
        _one(ground, tables, place, worker, told["to_post"], ground.day - TO_POST, False),
        _one(ground, tables, place, worker, told["ahead"], ground.day + AHEAD, False),
    ]


def _weekday(day):
    """A weekend's day moves to the Friday before."""
    return day - max(0, (day - 1) % 7 - 4)


def _one(ground, tables, place, worker, told, day, is_posted):
    category = ground.categories[told["category"]].pk if told["category"] else None
    pk = tables.activity.add(
        kind=told["kind"],
        title=told["title"],
        center=place.pk,
        category=category,
        father_item=told["father"],
        held_on=date.fromordinal(day),
        minutes=told["minutes"],
        in_kind_minutes=told["in_kind"],
        line=told["line"],
        added_by=worker.pk,
        posted_at=at(day, 1005) if is_posted else None,
        posted_by=worker.pk if is_posted else None,
    )
    return Held(pk, day, told, category, is_posted, worker.pk)


def attend(ground, tables, life, held):
    """What this family came to, and what it is invited to."""
    rng = ground.random("attends", life.pk)
    last = life.until if life.plan.left else ground.day + AHEAD
    for one in held.get(life.plan.place.pk, ()):
        if life.plan.entered <= one.day <= last and rng.random() < one.told["share"]:
            _listed(ground, tables, life, one, rng)


def _listed(ground, tables, life, one, rng):
    second = life.adults[1:2] if rng.random() < BOTH else []
    came = [person.pk for person in [*life.adults[:1], *second]] if one.is_posted else []
    for person in life.adults:
        is_here = person.pk in came
        tables.attendance.add(
            activity=one.pk,
            family=life.pk,
            member=person.pk,
            is_present=is_here,
            is_father_figure=person.relationship in ("father", "partner"),
            in_kind_minutes=one.told["in_kind"] if is_here else 0,
        )
    if came and one.category:
        _helped(ground, tables, life, one, came)


def _helped(ground, tables, life, one, came):
    pk = tables.service_received.add(
        family=life.pk,
        category=one.category,
        what=one.told["line"] or one.told["title"],
        received_on=date.fromordinal(one.day),
        program_year=ground.year_on(life.plan.place.program, one.day),
        activity=one.pk,
        recorded_by=one.worker,
        recorded_at=at(one.day, 1005),
    )
    for member in came:
        tables.participants.raw(f"{pk}\t{member}")
