"""What happened on the way: notes, reviews, celebrations."""

from workspace.demo.copying import plain
from workspace.demo.days import at


def add_notes(story):
    for told in story.told["notes"]:
        pk = add_note(
            story,
            day=story.day(told["on"]),
            contact=told["contact"],
            language=told["language"],
            minutes=told["minutes"],
            text=story.said(told["text"]),
            visibility=told["visibility"],
            by=told["by"],
            present=told["present"],
            **_step_after(story, told["next"]),
        )
        for touch in told["goals"]:
            story.tables.touched.raw(f"{pk}\t{story.goals[touch['goal']][0]}\t{touch['moved']}")


def _step_after(story, told):
    """What the note said comes next; in the story it came on its day."""
    if told is None:
        return {}
    return {"step": story.said(told["what"]), "step_on": story.day(told["on"]), "step_done": story.day(told["on"])}


def add_note(
    story, *, day, contact, language, minutes, text, visibility, by, present, step="", step_on=None, step_done=None
):
    moment = at(day.toordinal(), 1000)
    values = (0, story.pk, day, contact, language, False, minutes, text, visibility, step, step_on, step_done)
    pk = story.tables.note.raw("\t".join(map(plain, (*values, story.staff(by).pk, moment))))
    for code in present:
        story.tables.present.raw(f"{pk}\t{story.members[code]}")
    return pk


def add_reviews(story):
    for told in story.told["reviews"]:
        pk = story.tables.review.add(
            family=story.pk,
            held_on=story.day(told["on"]),
            language=told["language"],
            parent_comment=story.said(told["parent_comment"]),
            next_on=story.day(told["next"]),
            held_by=story.staff(told["staff"][0]).pk,
        )
        for code in told["present"]:
            story.tables.reviewed_with.raw(f"{pk}\t{story.members[code]}")
        for decision in told["decisions"]:
            story.tables.decision.add(
                review=pk,
                goal=story.goals[decision["goal"]][0],
                decision=decision["decision"],
                comment=story.said(decision["comment"]),
            )


def add_celebrations(story):
    for told in story.told["celebrations"]:
        story.tables.celebration.add(
            family=story.pk,
            goal=story.goals[told["goal"]][0] if told["goal"] else None,
            what=story.said(told["what"]),
            wish=story.said(told["wish"]),
            noticed_on=story.day(told["noticed"]),
            marked_on=story.day(told["marked"]),
            may_be_told=told["may_be_told"],
            added_by=story.staff("monica").pk,
        )
