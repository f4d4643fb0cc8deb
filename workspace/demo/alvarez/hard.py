"""What is hard and what is strong: the snapshots, the conversations with their answers, the needs."""

from workspace.demo import snapshots
from workspace.demo.copying import plain


def add_snapshots(story):
    """When they came to each program, and when their year ended."""
    for told in story.told["snapshots"]:
        military = dict.fromkeys(("military_active", "military_veteran"), "no")
        said = {name: "yes" if told[name] else "no" for name in ("employed", "in_training", "in_school")}
        said |= {name: "yes" if told[name] else "no" for name in ("tanf", "ssi", "wic", "snap")}
        said |= {"education": told["education"], "housing": told["housing"]}
        if told["kind"] == "enrollment":
            said |= military | {"parents": told["parents"], "figure": told["figure"]}
        day = story.day(told["on"])
        year = story.ground.year_on(story.ground.programs[told["program"]].pk, day.toordinal())
        snapshots.keep(story.tables, story.pk, told["kind"], day, story.staff("monica").pk, [year], said)


def add_talks(story):
    for told in story.told["assessments"]:
        pk = story.tables.assessment.add(
            family=story.pk,
            version=story.ground.version.pk,
            occasion=told["occasion"],
            started_on=story.day(told["started"]),
            done_on=story.day(told["done"]),
            language=told["language"],
            with_interpreter=told["with_interpreter"],
            place=told["place"],
            staff=story.staff(told["staff"]).pk,
        )
        for code in told["took_part"]:
            story.tables.took_part.raw(f"{pk}\t{story.members[code]}")
        for number, answer in enumerate(told["answers"]):
            _answer(story, told, pk, answer, number)


def _answer(story, talk, assessment, told, number):
    values = (
        assessment,
        story.items[told["item"]].pk,
        told["parent"],
        told["no_level"],
        told["staff"],
        told["work_on"],
        told["urgent"],
        story.said(told["strength"]),
        story.at(talk["done"], 600 + number),
    )
    pk = story.tables.answer.raw("\t".join(map(plain, values)))
    if talk["occasion"] == "first":
        story.answers[told["item"]] = pk


def add_needs(story):
    for told in story.told["needs"]:
        story.needs[told["code"]] = story.tables.need.add(
            family=story.pk,
            category=story.ground.categories[told["category"]].pk,
            what=story.said(told["what"]),
            answer=story.answers[told["item"]],
            urgency=told["urgency"],
            intensity=told["intensity"],
            interest=told["interest"],
            opened_on=story.day(told["opened"]),
            opened_at=story.at(told["opened"], 660),
            first_step_at=story.at(min(told["opened"] + 3, told["closed"]), 700),
            closed_on=story.day(told["closed"]),
            closing=told["closing"],
            closed_through="service",
            added_by=story.staff("monica").pk,
        )
