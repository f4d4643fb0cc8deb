"""What they agreed: the agreement, its goals with steps and support, each signed version as it stood that day."""

from itertools import compress, pairwise

from goals import paper, sections
from workspace.demo.alvarez.story import STROKES
from workspace.demo.days import at


def add_agreement(story):
    told = story.told["agreement"]
    return story.tables.agreement.add(
        family=story.pk,
        state="closed",
        offered_on=story.day(told["offered"]),
        answered_on=story.day(told["accepted"]),
        their_words=story.said(told["their_words"]),
        closed_on=story.day(told["closed"]),
        offered_by=story.staff("monica").pk,
    )


def add_goal(story, told, agreement):
    history = told["state_history"]
    words = {
        "family_words": story.said(told["words"]),
        "statement": story.said(told["statement"]),
        "why": story.said(told["why"]),
        "outcomes": told["outcomes"],
        "family_skills": story.said(told["family_skills"]),
        "staff_skills": story.said(told["staff_skills"]),
        "strengths": story.said(told["strengths"]),
        "check_in": story.said(told["check_in"]),
    }
    pk = story.tables.goal.add(
        family=story.pk,
        agreement=agreement,
        state=history[-1]["to"],
        whose=told["whose"],
        about=story.members[told["about"]],
        stressors=story.said(told["stressors"]),
        target_on=story.day(told["target"]),
        confidence=told["confidence"][-1]["value"],
        is_shared_with_team=bool(told["shared_with"]),
        set_on=story.day(told["set"]),
        ended_on=story.day(history[-1]["on"]),
        added_by=story.staff("monica").pk,
        **words,
    )
    for code in told["needs"]:
        story.tables.goal_need.raw(f"{pk}\t{story.needs[code]}")
    for before, after in pairwise([{"to": "draft"}, *history]):
        moved_to(story, pk, before["to"], after["to"], story.said(after.get("reason")), after["on"])
    steps = [add_step(story, pk, number, step) for number, step in enumerate(told["steps"])]
    supports = [_support(story, pk, support) for support in told["supports"]]
    printed = {"id": pk, **words, "target_on": str(story.day(told["target"])), "steps": steps, "supports": supports}
    printed["words"] = printed.pop("family_words")
    story.goals[told["code"]] = (pk, told["set"], history[-1]["on"], printed)


def moved_to(story, goal, before, after, reason, number):
    story.tables.status_change.add(
        goal=goal,
        from_state=before,
        to_state=after,
        reason=reason,
        changed_on=story.day(number),
        changed_at=story.at(number, 965),
        changed_by=story.staff("monica").pk,
    )


def add_step(story, goal, position, told):
    what = story.said(told["what"])
    pk = story.tables.step.add(
        goal=goal,
        position=position,
        what=what,
        owner=told["owner"],
        owner_name=told["owner_name"],
        due_on=story.day(told["due"]),
        done_on=story.day(told["done"]),
    )
    due = str(story.day(told["due"]))
    return {"id": pk, "what": what, "owner": told["owner"], "name": told["owner_name"], "due_on": due}


def _support(story, goal, told):
    until, what = story.said(told["until_then"]), story.said(told["what"])
    pk = story.tables.support.add(
        goal=goal, kind=told["kind"], what=what, until_then=until, cost=story.said(told["cost"])
    )
    return {"id": pk, "kind": told["kind"], "what": what, "until_then": until}


def add_versions(story, agreement):
    for told in story.told["agreement"]["versions"]:
        there = [code for code, (_pk, first, last, _printed) in story.goals.items() if first <= told["on"] < last]
        goals = [_as_it_stood(story, code, told["on"]) for code in there]
        add_version(
            story,
            agreement,
            told["number"],
            story.day(told["on"]),
            goals,
            story.said(told["reason"]),
            told["signatures"],
        )


def _as_it_stood(story, code, on):
    """What the paper said of a goal on a day: without the steps that came later."""
    printed = story.goals[code][3]
    told = next(goal for goal in story.told["goals"] if goal["code"] == code)
    there = [step.get("added", 0) <= on for step in told["steps"]]
    return printed | {"steps": list(compress(printed["steps"], there))}


def add_version(story, agreement, number, day, goals, reason, signatures):
    monica, moment = story.staff("monica"), at(day.toordinal(), 952)
    content = {
        "agency": story.ground.agency_name,
        "center": story.center.name,
        "family": story.told["family"]["name"],
        "people": [f"{m['first_name']} {m['last_name']}" for m in story.told["members"] if m["role"] != "child"],
        "staff": monica.get_full_name(),
        "phone": monica.phone,
        "agreed_on": str(day),
        "goals": goals,
        "plans": [],  # they have none elsewhere
        "sections": [sections.as_content(section, "") for section in story.ground.form],
    }
    version = story.tables.version.add(
        agreement=agreement,
        number=number,
        language="es",
        content=content,
        content_hash=paper.hash_of(content),
        reason=reason,
        frozen_at=moment,
        frozen_by=monica.pk,
    )
    for signature in signatures:
        _signature(story, version, signature, moment)
    story.tables.copy_given.add(
        agreement_version=version, member=story.members["elena"], given_on=day, how="paper", language="es",
        given_at=moment, given_by=monica.pk,
    )  # fmt: skip


def _signature(story, version, told, moment):
    if "member" in told:
        member = next(m for m in story.told["members"] if m["code"] == told["member"])
        who = {
            "member": story.members[told["member"]],
            "signer_name": f"{member['first_name']} {member['last_name']}",
        }
    else:
        staff = story.staff(told["staff"])
        who = {"staff": staff.pk, "signer_name": staff.get_full_name()}
    story.tables.signature.add(
        agreement_version=version,
        method=told["method"],
        strokes=STROKES if told["method"] == "drawn" else None,
        known_by="login" if "staff" in told else "known",
        signed_at=moment,
        taken_by=story.staff("monica").pk,
        **who,
    )
