"""What they are at this year: told back from today, unlike the story before it."""

from datetime import timedelta

from workspace.demo.alvarez import agreed, happened
from workspace.demo.alvarez.story import LANGUAGE
from workspace.demo.days import at
from workspace.demo.texts import read, said

NOTES = (  # (days before today, key, contact, visibility, by, with whom)
    (61, "note_august", "phone", "general", "monica", ("elena",)),
    (24, "note_goal", "home_visit", "general", "monica", ("elena", "rafael", "amaya")),
    (20, "note_signed", "home_visit", "general", "monica", ("elena", "rafael")),
    (13, "note_step", "phone", "general", "monica", ("elena",)),
    (6, "note_play", "community", "team", "sabina", ("elena", "amaya")),
)
SIGNED = (
    {"member": "elena", "method": "drawn"},
    {"member": "rafael", "method": "drawn"},
    {"staff": "monica", "method": "typed"},
)


def tell(story):
    """Amaya is still here; Elena has set herself a goal, and a visit is agreed for today."""
    new, today, monica = read("details")["this_year"], story.ground.today, story.staff("monica")
    need = story.tables.need.add(
        family=story.pk,
        category=story.ground.categories["job_training"].pk,
        what=said(new["need"], LANGUAGE),
        urgency=1,
        intensity=2,
        interest="now",
        opened_on=today - timedelta(days=24),
        opened_at=at(today.toordinal() - 24, 640),
        first_step_at=at(today.toordinal() - 13, 640),
        added_by=monica.pk,
    )
    agreement = story.tables.agreement.add(
        family=story.pk,
        state="signed",
        offered_on=today - timedelta(days=61),
        answered_on=today - timedelta(days=24),
        their_words=said(new["their_words"], LANGUAGE),
        offered_by=monica.pk,
    )
    goal, printed = _new_goal(story, new, agreement)
    story.tables.goal_need.raw(f"{goal}\t{need}")
    agreed.add_version(story, agreement, 1, today - timedelta(days=20), [printed], "", SIGNED)
    for back, key, contact, visibility, by, present in NOTES:
        _recent_note(story, new, goal, back, key, contact, visibility, by, present)


def _recent_note(story, new, goal, back, key, contact, visibility, by, present):
    today, step = story.ground.today, {}
    if key == "note_play":
        step = {"step": said(new["next"], LANGUAGE), "step_on": today}
    pk = happened.add_note(
        story,
        day=today - timedelta(days=back),
        contact=contact,
        language="es",
        minutes={"phone": 15, "home_visit": 60, "community": 40}[contact],
        text=said(new[key], LANGUAGE),
        visibility=visibility,
        by=by,
        present=present,
        **step,
    )
    if key in ("note_signed", "note_step"):
        story.tables.touched.raw(f"{pk}\t{goal}\tforward")


def _new_goal(story, new, agreement):
    today = story.ground.today
    set_on, target = today - timedelta(days=24), today + timedelta(days=180)
    names = ("statement", "why", "family_skills", "staff_skills", "strengths")
    words = {"family_words": said(new["words"], LANGUAGE)} | {name: said(new[name], LANGUAGE) for name in names}
    words |= {"outcomes": [4, 1], "check_in": said(read("details")["check_ins"][1], LANGUAGE)}
    pk = story.tables.goal.add(
        family=story.pk,
        agreement=agreement,
        state="active",
        whose="adult",
        about=story.members["elena"],
        stressors=said(new["stressors"], LANGUAGE),
        target_on=target,
        confidence=4,
        is_shared_with_team=True,
        set_on=set_on,
        added_by=story.staff("monica").pk,
        **words,
    )
    back = (set_on - story.start).days
    agreed.moved_to(story, pk, "draft", "active", "", back)
    steps = []
    for position, told in enumerate(new["steps"]):
        days = {"due": back + told["due"], "done": back + told["done"] if told["done"] else None}
        steps.append(agreed.add_step(story, pk, position, told | days | {"owner_name": told["name"]}))
    printed = {"id": pk, **words, "target_on": str(target), "steps": steps, "supports": []}
    printed["words"] = printed.pop("family_words")
    return pk, printed
