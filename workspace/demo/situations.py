"""Who is who to whom, what they live through, plans elsewhere, what they were told and what they allow."""

from datetime import date

from workspace.demo.days import at
from workspace.demo.texts import read, said

CONSENTS = (("texts", 88), ("photos", 76), ("screening", 95), ("email", 55), ("outings", 82), ("stories", 30))
HOMELESS, WELFARE, PLAN, TOLD = 6, 3, 24, 98  # of a hundred families
STAYS = ("shares_after_loss", "shares_after_loss", "shares_after_loss", "motel", "shelter", "transitional")
FATHERS = ("father", "partner", "stepfather")
UNTOLD_SPAN = 20  # days into the year in which the yearly notice is given


def live(ground, tables, life):
    """Write all of it for one family. It has dice of its own, so that the other chapters fall as ever."""
    rng = ground.random("situation", life.plan.number)
    _ties(tables, life)
    _homeless(tables, life, rng)
    _foster(tables, life)
    _welfare(tables, life, rng)
    _plan(tables, life, rng)
    _papers(ground, tables, life, rng)
    if life.plan.situation == "new":
        moment = at(ground.day - 1, 640)
        worker = life.plan.worker.pk
        tables.intake.add(family=life.pk, step="reach", begun_at=moment, moved_at=moment, begun_by=worker)


def _ties(tables, life):
    """Each adult beside each child; parents who live apart share custody and the week."""
    apart = life.kind == "split"
    for number, adult in enumerate(life.adults):
        for child in life.children:
            tables.relation.add(
                adult=adult.pk,
                child=child.pk,
                relationship=adult.relationship,
                is_father_figure=adult.relationship in FATHERS,
                custody=_custody(life.kind, number),
                lives_with="part" if apart and number else "always",
            )


def _custody(kind, number):
    if kind in ("foster", "kin"):
        return "foster"
    if kind in ("two", "split"):
        return "shared"
    return "none" if number else "full"


def _homeless(tables, life, rng):
    if rng.randrange(100) >= HOMELESS or life.until - life.plan.entered < 30:
        return
    began = rng.randrange(life.plan.entered - 20, life.until - 20)
    ended = min(began + rng.randrange(30, 200), life.until) if rng.random() < 0.75 else None
    found = ended if ended and rng.random() < 0.7 else None
    tables.homelessness.add(
        family=life.pk,
        stays=rng.choice(STAYS),
        began_on=date.fromordinal(began),
        ended_on=_day(ended),
        housing_acquired_on=_day(found),
        recorded_by=life.plan.worker.pk,
    )


def _foster(tables, life):
    if life.kind not in ("foster", "kin"):
        return
    for child in life.children:
        tables.foster_care.add(
            child=child.pk,
            kind="kin" if life.kind == "kin" else "not_related",
            placed_by=said(read("situations")["placed_by"], "en"),
            began_on=date.fromordinal(life.plan.entered - 60),
            ended_on=date.fromordinal(life.plan.exited) if life.plan.left else None,
            recorded_by=life.plan.worker.pk,
        )


def _welfare(tables, life, rng):
    is_placed = life.kind in ("foster", "kin") and life.children
    if not is_placed and rng.randrange(100) >= WELFARE:
        return
    words = read("situations")
    referred = bool(is_placed) and rng.random() < 0.5
    tables.child_welfare.add(
        family=life.pk,
        child=life.children[0].pk if is_placed else None,
        kind="out_of_home" if is_placed else "support",
        agency_name=said(words["placed_by"], "en"),
        caseworker=rng.choice(words["caseworkers"]),
        referred_to_us=referred,
        began_on=date.fromordinal(life.plan.entered - 60),
        recorded_by=life.plan.worker.pk,
    )


def _plan(tables, life, rng):
    if rng.randrange(100) >= PLAN:
        return
    told = rng.choice(read("situations")["plans"])
    is_childs = told["kind"] in ("ifsp", "iep")
    if is_childs and not life.children:
        return
    begun = life.plan.entered - rng.randrange(10, 120)
    tables.existing_plan.add(
        family=life.pk,
        member=life.children[0].pk if is_childs else life.adults[0].pk,
        kind=told["kind"],
        agency_name=told["agency"],
        contact_name=rng.choice(read("situations")["caseworkers"]),
        says=said(told["says"], life.spoken),
        starts_on=date.fromordinal(begun),
        ends_on=date.fromordinal(begun + 365 * rng.randrange(1, 4)),
        shared=rng.choice(("yes", "yes", "asked", "unknown", "no")),
        recorded_by=life.plan.worker.pk,
    )


def _day(number):
    return date.fromordinal(number) if number else None


# ---- told and allowed ---------------------------------------------------------------------------------------------


def _papers(ground, tables, life, rng):
    first = life.plan.entered
    talk = {"family": life.pk, "language": life.language}
    if life.plan.situation == "new":
        return
    for day in _rights_days(ground, life, rng):
        tables.notice.add(
            **talk, kind="rights", given_on=date.fromordinal(day), given_to=life.adults[0].pk,
            how="in_person", given_by=life.plan.worker.pk,
        )  # fmt: skip
    if len(life.adults) == 1 and rng.random() < 0.8:
        tables.notice.add(
            **talk, kind="child_support", given_on=date.fromordinal(min(first + 12, life.until)),
            given_to=life.adults[0].pk, answer=rng.choice(("told", "wanted", "declined")),
            given_by=life.plan.worker.pk,
        )  # fmt: skip
    for kind, share in CONSENTS:
        if rng.random() < 0.9:
            tables.family_consent.add(
                **talk, kind=kind, agreed=rng.randrange(100) < share, given_by=life.adults[0].pk,
                given_on=date.fromordinal(first), recorded_by=life.plan.worker.pk,
            )  # fmt: skip


def _rights_days(ground, life, rng):
    """On the first day, and early in each program year after it; now and then a year was forgotten."""
    days = [life.plan.entered]
    for start, _end, _pk in ground.years[life.plan.place.program]:
        day = start + rng.randrange(2, UNTOLD_SPAN)
        if life.plan.entered < day - 60 and day <= life.until and rng.randrange(100) < TOLD:
            days.append(day)
    return days


# ---- the family whose whole year is told --------------------------------------------------------------------------


def tell(story):
    """What the Alvarez family lived through, as their story has it."""
    told, tables, monica = story.told, story.tables, story.staff("monica").pk
    children = [code for code, member in _of(told, "child")]
    for code, member in _of(told, "parent"):
        for child in children:
            tables.relation.add(
                adult=story.members[code], child=story.members[child], relationship=member["relationship"],
                is_father_figure=member["father_figure"], custody="shared", lives_with="always",
            )  # fmt: skip
    lost = told["homelessness"]
    tables.homelessness.add(
        family=story.pk, stays=lost["kind"], began_on=story.day(lost["started"]), ended_on=story.day(lost["ended"]),
        housing_acquired_on=story.day(lost["ended"]) if lost["housing_acquired"] else None, recorded_by=monica,
    )  # fmt: skip
    _alvarez_papers(story, tables, monica)


def _of(told, role):
    return [(member["code"], member) for member in told["members"] if member["role"] == role]


def _alvarez_papers(story, tables, monica):
    notice, elena = story.told["rights_notice"], story.members["elena"]
    talk = {"family": story.pk, "language": notice["language"]}
    this_year = story.ground.today.replace(month=9, day=9)
    this_year = this_year if this_year <= story.ground.today else this_year.replace(year=this_year.year - 1)
    for day in sorted({story.day(notice["on"]), this_year}):
        tables.notice.add(**talk, kind="rights", given_on=day, given_to=elena, given_by=monica)
    for kind in ("texts", "photos", "screening", "outings"):
        tables.family_consent.add(
            **talk, kind=kind, given_by=elena, given_on=story.day(notice["on"]), recorded_by=monica
        )
