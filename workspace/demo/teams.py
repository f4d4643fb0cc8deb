"""Who stands with the families: what each may see, how often they talk, what a team decided, goals in the classroom.

Written after the families, from what they are: as many rows as there are teammates, and of the rest a few for each
worker, so that the largest agency takes seconds.
"""

from datetime import timedelta

from families.models import Assignment, FamilyMember
from goals.models import (
    Celebration,
    CelebrationConsent,
    CheckInRhythm,
    ClassroomGoal,
    ClassroomNote,
    Goal,
    NoteTemplate,
    TeamAction,
    TeamMeeting,
    TeamMember,
)
from workspace.demo.texts import read, said

LANGUAGE = "en"
AT_ONCE = 2000
SHOWN = 400  # families with a rhythm, a meeting, an aunt; an agency of any size has its first ones
KINDS = {"ruth": "mental_health", "sabina": "home_visitor"}


def stand(ground):
    """Everything of this chapter, in a few statements each."""
    told, rng = read("team"), ground.random("team", 0)
    _texts(ground, told)
    members = _members(ground, told)
    families = sorted({member.family_id for member in members})[:SHOWN]
    _outside(ground, told, families)
    _rhythms(ground, told, families, rng)
    _meetings(ground, told, [member for member in members if member.family_id in set(families)], rng)
    _classroom(ground, told, members)
    _yes(ground, told)


def _texts(ground, told):
    def text(row, **more):
        words = {"name": row["name"]["en"], "name_es": row["name"]["es"], "text": row["text"]["en"]}
        return NoteTemplate(shortcut=row["shortcut"], text_es=row["text"]["es"], **words, **more)

    agencys = [text(row, contact=row["contact"]) for row in told["texts"]]
    NoteTemplate.objects.bulk_create([*agencys, text(told["own_text"], owner=ground.people["monica"])])


def _members(ground, told):
    """Each colleague on a team, with what the family lets them see."""
    serving = Assignment.objects.in_force(ground.today).filter(kind="team").select_related("worker").order_by("pk")
    rows = []
    for number, row in enumerate(serving):
        kind = KINDS.get(row.worker.username, "teacher")
        rows.append(
            TeamMember(
                family_id=row.family_id,
                staff_id=row.worker_id,
                kind=kind,
                does=said(told["does"][kind], LANGUAGE),
                sees_notes=number % 5 != 4,
                agreed_on=row.starts_on,
                added_by_id=row.assigned_by_id or ground.people["denise"].pk,
            )
        )
    return TeamMember.objects.bulk_create(rows, AT_ONCE)


def _outside(ground, told, families):
    """A relative or a neighbor for every third family."""
    TeamMember.objects.bulk_create(
        TeamMember(
            family_id=family,
            name=who["name"],
            kind=who["kind"],
            does=said(who["does"], LANGUAGE),
            agreed_on=ground.today - timedelta(days=40),
            added_by=ground.people["denise"],
        )
        for number, family in enumerate(families[::3])
        for who in [told["outside"][number % len(told["outside"])]]
    )


def _rhythms(ground, told, families, rng):
    CheckInRhythm.objects.bulk_create(
        CheckInRhythm(
            family_id=family,
            days=rhythm["days"],
            how=said(rhythm["how"], LANGUAGE),
            agreed_on=ground.today - timedelta(days=60),
            added_by=ground.people["denise"],
        )
        for family in families[::2]
        for rhythm in [rng.choice(told["rhythms"])]
    )


def _meetings(ground, told, members, rng):
    """One meeting of each team, with what a teammate and the family took on."""
    teams = {}
    for member in members:
        teams.setdefault(member.family_id, []).append(member)
    held = []
    for family, team in teams.items():
        words, back = rng.choice(told["meetings"]), rng.randrange(8, 26)
        on = ground.today - timedelta(days=back)
        meeting = TeamMeeting(
            family_id=family, held_on=on, how=rng.choice(TeamMeeting.How.values),
            decided=said(words["decided"], LANGUAGE),
            next_on=on + timedelta(days=28), held_by_id=team[0].added_by_id,
        )  # fmt: skip
        held.append((meeting, words, team))
    TeamMeeting.objects.bulk_create([meeting for meeting, _words, _team in held], AT_ONCE)
    through = TeamMeeting.present.through
    through.objects.bulk_create(
        [through(teammeeting=meeting, teammember=member) for meeting, _words, team in held for member in team], AT_ONCE
    )
    TeamAction.objects.bulk_create([row for met in held for row in _actions(*met)], AT_ONCE)


def _actions(meeting, words, team):
    by = meeting.held_on + timedelta(days=28)
    yield TeamAction(meeting=meeting, what=said(words["action"], LANGUAGE), who="member", member=team[0], due_on=by)
    done = meeting.held_on + timedelta(days=4)
    yield TeamAction(meeting=meeting, what=said(words["family"], LANGUAGE), who="family", due_on=by, done_on=done)


def _classroom(ground, told, members):
    """Goals about a child, in families with a teacher on the team: let in, and worked on once."""
    teachers = {member.family_id: member for member in members if member.kind == "teacher"}
    goals = Goal.objects.filter(family__in=list(teachers)[:SHOWN], state="active", whose="child")
    children = {}
    for child in FamilyMember.objects.filter(family__in=list(teachers)[:SHOWN], role="child").order_by("-pk"):
        children[child.family_id] = child
    first = {goal.family_id: goal for goal in goals.order_by("family", "pk") if goal.family_id in children}
    shared, notes = [], []
    for number, (family, goal) in enumerate(first.items()):
        words, teacher = told["classroom"][number % len(told["classroom"])], teachers[family]
        let_in = ClassroomGoal(
            goal=goal, child=goal.about if goal.about_id and goal.about.role == "child" else children[family],
            their_wish=said(words["wish"], LANGUAGE), agreed_on=goal.set_on, added_by_id=goal.added_by_id,
        )  # fmt: skip
        shared.append(let_in)
        notes.append(
            ClassroomNote(
                classroom_goal=let_in, happened_on=ground.today - timedelta(days=number % 12 + 1),
                in_curriculum=said(words["curriculum"], LANGUAGE), child_did=said(words["did"], LANGUAGE),
                at_home=said(words["home"], LANGUAGE), written_by_id=teacher.staff_id,
            )
        )  # fmt: skip
        teacher.goals.add(goal)
    ClassroomGoal.objects.bulk_create(shared, AT_ONCE)
    ClassroomNote.objects.bulk_create(notes, AT_ONCE)


def _yes(ground, told):
    """Where a story may be told there is a yes, and some families have told it in their own words."""
    agreed = list(Celebration.objects.filter(may_be_told=True).order_by("pk"))
    CelebrationConsent.objects.bulk_create(
        [
            CelebrationConsent(celebration=one, what="story", given_on=one.noticed_on, recorded_by_id=one.added_by_id)
            for one in agreed
        ],
        AT_ONCE,
    )
    for number, one in enumerate(agreed[:: max(1, len(agreed) // 20)]):
        Celebration.objects.filter(pk=one.pk).update(story=said(told["stories"][number % 2], LANGUAGE))
