"""How each family lived when it came and when its year ended, with the gaps that real records have."""

from datetime import date

HELP = {"tanf": 0.14, "ssi": 0.08, "wic": 0.62, "snap": 0.46}
WORK = {"employed": 0.64, "in_training": 0.12, "in_school": 0.11}
EDUCATION = (("less", 17), ("high_school", 44), ("some_college", 27), ("degree", 12))
HOUSING = (("rents", 62), ("owns", 13), ("shares", 12), ("shares_after_loss", 7), ("shelter", 3), ("motel", 3))
FIGURES = {
    "mother": "mother_only", "father": "father_only", "grandmother": "grandparents", "foster": "foster",
    "kin": "relatives",
}  # fmt: skip
BETTER = 0.18  # of what was no at the beginning is yes at the end
LATE = 45  # days before the end of a year in which its end is asked
NOBODY_ASKED, HALF_ASKED = 0.07, 0.12
CAREFUL = 3  # in the year that runs, gaps are so many times fewer
ORDER = ("parents", "figure", "education", *WORK, "military_active", "military_veteran", *HELP, "housing")


def snapshots(ground, tables, life):
    """Two for each program year of the family, as far as somebody has asked."""
    rng, place = ground.random("snapshots", life.pk), life.plan.place
    facts = _facts(life, rng)
    for first, last, year in ground.years[place.program]:
        begun, ended = max(first, life.plan.entered), min(last, life.plan.exited or last)
        if begun > ended or begun > life.until:
            continue
        _taken(ground, tables, life, rng, "enrollment", begun + rng.randrange(3, 28), year, facts, last)
        facts = facts | _later(facts, rng)
        _taken(ground, tables, life, rng, "end", ended - rng.randrange(LATE // 2), year, _at_end(facts), last)


def _facts(life, rng):
    def drawn(weighted):
        return rng.choices([name for name, _n in weighted], [n for _name, n in weighted])[0]

    is_two = len(life.adults) > 1 and life.kind not in ("split",)
    facts = {
        "parents": "two_parents" if is_two else "one_parent",
        "figure": FIGURES.get(life.kind, "biological" if is_two else "mother_only"),
        "education": drawn(EDUCATION),
        "housing": drawn(HOUSING),
        "military_active": "yes" if rng.random() < 0.02 else "no",
        "military_veteran": "yes" if rng.random() < 0.04 else "no",
    }
    return facts | {name: _said(rng, share) for name, share in (WORK | HELP).items()}


def _said(rng, share):
    if rng.random() < 0.02:
        return "unsaid"
    return "yes" if rng.random() < share else "no"


def _later(facts, rng):
    found = {name: "yes" for name in (*WORK, "snap") if facts[name] == "no" and rng.random() < BETTER}
    if facts["housing"] in ("shares_after_loss", "shelter", "motel") and rng.random() < 0.5:
        found["housing"] = "rents"
    return found


def _at_end(facts):
    return {name: value for name, value in facts.items() if name in ("education", "housing", *WORK, *HELP)}


def _taken(ground, tables, life, rng, moment, day, year, facts, last):
    luck = rng.random() * (CAREFUL if last >= ground.day else 1)
    if day > min(life.until, ground.day - 1) or luck < NOBODY_ASKED:
        return
    if luck < NOBODY_ASKED + HALF_ASKED:
        unasked = set(rng.sample(sorted(facts), 3))
        facts = {name: "" if name in unasked else value for name, value in facts.items()}
    keep(tables, life.pk, moment, date.fromordinal(day), life.worker_on(day).pk, [year], facts)


def keep(tables, family, moment, taken_on, taken_by, years, facts):
    pk = tables.snapshot.add(family=family, moment=moment, taken_on=taken_on, taken_by=taken_by, **facts)
    for year in years:
        tables.snapshot_year.add(snapshot=pk, program_year=year, family=family, moment=moment)
