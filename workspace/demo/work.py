"""What a family decides to work toward: agreement, goals with their seven steps, reviews, celebrations."""

from dataclasses import dataclass

from goals import paper
from workspace.demo import papers
from workspace.demo.days import at, day_of, iso
from workspace.demo.texts import read, said

REVIEWS = (152, 215, 277)  # days into the program year
ENDED = ("achieved", "partly", "no_longer", "left")


@dataclass
class Aim:
    """One goal while its family is being written."""

    pk: int
    told: dict
    set_on: int
    ended_on: int | None
    state: str
    needs: list
    about: object
    on_paper: dict

    def in_work_on(self, day):
        return self.set_on <= day and (self.ended_on is None or day <= self.ended_on)


def work(ground, tables, life):
    """The agreement and everything that hangs on it, if the family was ever offered one."""
    plan = life.plan
    if not life.first_talk or plan.situation == "half_talked":
        return
    offered = min(life.first_talk + life.rng.randrange(9), life.until)
    state = life.agreed = _state(ground, life, offered)
    if state == "offered":
        offered = ground.day - 11
    agreement, signed = _agreement(ground, tables, life, state, offered)
    if state in ("offered", "not_ready", "declined"):
        return
    _goals(ground, tables, life, agreement, state, offered)
    if signed:
        _versions(ground, tables, life, agreement, signed)
        _reviews(ground, tables, life, signed)
    _celebrations(ground, tables, life)


def _state(ground, life, offered):
    fixed = {"reoffer": "not_ready", "offered": "offered", "declined": "declined", "writing": "accepted"}
    if life.plan.situation in fixed:
        return fixed[life.plan.situation]
    if life.plan.left:
        return "closed" if life.plan.exited > offered + 60 else "declined"
    if ground.day - offered < 30:
        return "accepted"
    return life.rng.choices(("signed", "revising", "not_ready", "declined", "accepted"), (84, 4, 5, 4, 3))[0]


def _agreement(ground, tables, life, state, offered):
    rng, texts = life.rng, read("details")["agreement"]
    answered = min(offered + rng.randrange(13), life.until) if state != "offered" else None
    signed = min(answered + rng.randrange(6, 20), life.until) if state in ("signed", "revising", "closed") else None
    said_then = texts.get(state, texts["accepted"])
    reoffer = None
    if state == "not_ready":
        reoffer = ground.day if life.plan.situation == "reoffer" else ground.day + rng.randrange(9, 70)
    pk = tables.agreement.add(
        family=life.pk,
        state=state,
        offered_on=day_of(offered),
        answered_on=day_of(answered),
        reoffer_on=day_of(reoffer),
        their_words=said(rng.choice(said_then), life.spoken) if answered else "",
        closed_on=day_of(life.plan.exited) if state == "closed" else None,
        offered_by=life.worker_on(offered).pk,
    )
    return pk, signed


# ---- goals --------------------------------------------------------------------------------------------------------


def _goals(ground, tables, life, agreement, state, offered):
    """One or two when they agree, and one or two more in each later program year."""
    rng = life.rng
    fitting = _fitting(life)
    starts = [offered + 4]
    for first, _last, _pk in ground.years[life.plan.place.program]:
        if first > offered + 100 and first + 45 <= life.until:
            starts.append(first + 30 + rng.randrange(15))
    if life.plan.situation == "stuck":
        starts = [day for day in starts if day < ground.day - 75] or [ground.day - 100]
    for number, start in enumerate(starts):
        for told in _chosen(rng, fitting, life, 1 + (rng.random() < 0.55)):
            is_last = number == len(starts) - 1
            begin = min(start + rng.randrange(4), life.until)
            _goal(ground, tables, life, agreement, told, begin, is_last, state)


def _fitting(life):
    fits = {"any", "toddler" if life.plan.place.is_early else "preschool"}
    fits |= {"baby"} if life.has_baby else set()
    fits |= {"pregnancy"} if life.is_expecting else set()
    fits |= {"two_homes"} if life.kind == "split" else set()
    if not life.children:
        fits -= {"toddler", "preschool"}
    return [goal for goal in read("goals") if goal["fits"] in fits and (life.children or goal["whose"] != "child")]


def _chosen(rng, fitting, life, count):
    """Those that answer a need first; each goal at most once a family."""
    taken = {goal.told["item"] for goal in life.goals}
    needed = {need.item for need in life.needs}
    free = [told for told in fitting if told["item"] not in taken]
    wanted = [told for told in free if told["item"] in needed]
    pool = (wanted or free)[:]
    rng.shuffle(pool)
    chosen = {}
    for told in pool:
        chosen.setdefault(told["item"], told)
    return list(chosen.values())[:count]


def _goal(ground, tables, life, agreement, told, start, is_last, agreed):
    rng = life.rng
    target = start + told["target_days"]
    state, ended, reason = _fate(ground, life, start, target, is_last, agreed)
    child = life.children[0] if life.children else None
    about = {"child": child, "adult": life.adults[0]}.get(told["whose"])
    needs = [need for need in life.needs if need.item == told["item"] and need.opened <= start]
    resume = ground.day + rng.randrange(12, 60) if state == "on_hold" else None
    values = _in_words(told, target, life)
    pk = tables.goal.add(
        family=life.pk,
        agreement=agreement,
        state=state,
        whose=told["whose"],
        about=about.pk if about else None,
        stressors=said(told["stressors"], life.spoken),
        confidence=rng.choice((2, 3, 3, 4, 4, 5)),
        is_shared_with_team=not told["restricted"] and rng.random() < 0.45,
        resume_on=day_of(resume),
        set_on=day_of(start),
        ended_on=day_of(ended),
        added_by=life.worker_on(start).pk,
        **values,
    )
    for need in needs:
        tables.goal_need.raw(f"{pk}\t{need.pk}")
    _history(ground, tables, life, pk, start, state, ended, reason)
    steps = _steps(ground, tables, life, pk, told, start, state, ended)
    supports = _supports(tables, life, pk, told)
    on_paper = {"id": pk, **values, "target_on": iso(target), "steps": steps, "supports": supports}
    on_paper["words"] = on_paper.pop("family_words")
    life.goals.append(Aim(pk, told, start, ended, state, needs, about, on_paper))


def _in_words(told, target, life):
    words = life.spoken
    return {
        "family_words": said(told["words"], words),
        "statement": said(told["statement"], words),
        "why": "",
        "outcomes": [told["outcome"]],
        "family_skills": said(told["skills"], words),
        "staff_skills": "",
        "strengths": said(told["strengths"], words),
        "target_on": day_of(target),
        "check_in": said(life.rng.choice(read("details")["check_ins"]), words),
    }


def _fate(ground, life, start, target, is_last, agreed):
    """What became of a goal by today: (state, day it ended, reason)."""
    rng, reasons = life.rng, read("details")["goal_ends"]

    def because(state):
        return said(rng.choice(reasons[state]), life.spoken)

    last = min(life.until, life.plan.last_contact)
    if agreed == "accepted":
        return "draft", None, ""
    if life.plan.situation == "stuck" and is_last:
        return "active", None, ""
    ended = start + round((target - start) * rng.uniform(0.55, 1.25))
    if ended <= last - 5 and (not is_last or rng.random() < 0.75):
        state = rng.choices(("achieved", "partly", "no_longer"), (66, 19, 15))[0]
        return state, ended, because(state)
    if life.plan.left:
        return "left", max(start, life.plan.exited), because("left")
    if not is_last and start + 330 < ground.day:
        return "partly", min(start + 330, last), because("partly")
    if rng.random() < 0.08 and start + 20 < last:
        return "on_hold", None, because("on_hold")
    return "active", None, ""


def _history(ground, tables, life, goal, start, state, ended, reason):
    """Every move of a goal with its day."""
    if state == "draft":
        return
    moves = [("draft", "active", start, "")]
    if state == "on_hold":
        day = min(life.until, start + 20 + life.rng.randrange(60))
        moves.append(("active", "on_hold", max(start, min(day, ground.day - 1)), reason))
    elif state != "active":
        moves.append(("active", state, ended, reason))
    for before, after, day, why in moves:
        tables.status_change.add(
            goal=goal,
            from_state=before,
            to_state=after,
            reason=why,
            changed_on=day_of(day),
            changed_at=at(min(day, ground.day - 1), 965),
            changed_by=life.worker_on(day).pk,
        )


def _steps(ground, tables, life, goal, told, start, state, ended):
    found = []
    for position, step in enumerate(told["steps"]):
        due = start + step["due_days"]
        done = _done(ground, life, due, start, state, ended)
        name = {"family": life.adults[0].first_name, "staff": life.worker_on(start).first_name}.get(step["owner"], "")
        what = said(step["what"], life.spoken)
        pk = tables.step.add(
            goal=goal, position=position, what=what, owner=step["owner"], owner_name=name,
            due_on=day_of(due), done_on=day_of(done),
        )  # fmt: skip
        found.append({"id": pk, "what": what, "owner": step["owner"], "name": name, "due_on": iso(due)})
    return found


def _done(ground, life, due, start, state, ended):
    """The day a step was done: those of a reached goal all, those of a goal in work when their day has passed."""
    rng = life.rng
    if state == "draft" or (life.plan.situation == "stuck" and due > ground.day - 70):
        return None
    if state == "achieved":
        return max(start, min(due + rng.randrange(-6, 5), ended))
    if state in ENDED:
        return due if due < ended and rng.random() < 0.6 else None
    return max(start, min(due - rng.randrange(8), ground.day - 2)) if due <= ground.day + 2 else None


def _supports(tables, life, goal, told):
    found = []
    for support in told["supports"]:
        what = said(support["what"], life.spoken)
        pk = tables.support.add(goal=goal, kind=support["kind"], what=what)
        found.append({"id": pk, "kind": support["kind"], "what": what, "until_then": ""})
    return found


# ---- what is signed -----------------------------------------------------------------------------------------------


def _versions(ground, tables, life, agreement, signed):
    """A version when they first sign, and one after each later change of goals, as they stood on that day."""
    days = sorted({signed, *(goal.set_on + 3 for goal in life.goals if goal.set_on + 3 > signed + 30)})
    number, before = 0, None
    for day in (day for day in days if day <= life.until):
        goals = [goal.on_paper for goal in life.goals if goal.in_work_on(day)]
        if goals == before:
            continue  # two goals of one talk are signed together
        number, before = number + 1, goals
        worker = life.worker_on(day)
        content = {
            "agency": ground.agency_name,
            "center": life.plan.place.name,
            "family": life.name,
            "people": [adult.name for adult in life.adults],
            "staff": worker.name,
            "phone": worker.phone or life.plan.place.phone,
            "agreed_on": iso(day),
            "goals": goals,
            **papers.form(ground, life, day),
        }
        _frozen(ground, tables, life, agreement, number, day, content, worker)
    papers.answers(ground, tables, life, agreement)


def _frozen(ground, tables, life, agreement, number, day, content, worker):
    reason = said(life.rng.choice(read("details")["agreement"]["revised"]), life.spoken) if number > 1 else ""
    version = tables.version.add(
        agreement=agreement,
        number=number,
        language=life.language if life.language in ("en", "es") else "en",
        content=content,
        content_hash=paper.hash_of(content),
        reason=reason,
        frozen_at=at(day, 950),
        frozen_by=worker.pk,
    )
    for adult in life.adults[:2]:
        method = life.rng.choice(("typed", "paper", "typed"))
        _name(tables, version, adult.name, method, day, worker, member=adult.pk)
    _name(tables, version, worker.name, "typed", day, worker, staff=worker.pk)
    language = life.language if life.language in ("en", "es") else "en"
    papers.copy(ground, tables, life, version, day, worker, language)


def _name(tables, version, name, method, day, worker, **who):
    tables.signature.add(
        agreement_version=version,
        signer_name=name,
        method=method,
        known_by="login" if "staff" in who else "known",
        signed_at=at(day, 955),
        taken_by=worker.pk,
        **who,
    )


# ---- looking back and being glad ----------------------------------------------------------------------------------

DECIDED = {"achieved": "achieve", "partly": "achieve_partly", "no_longer": "set_aside"}


def _reviews(ground, tables, life, signed):
    rng, texts = life.rng, read("reviews")
    last = min(life.until, life.plan.last_contact)
    for first, end, _pk in ground.years[life.plan.place.program]:
        for number, into in enumerate(REVIEWS):
            day = first + round((end - first) * into / 298) + rng.randrange(-10, 9)
            goals = [goal for goal in life.goals if goal.in_work_on(day)]
            if not goals or not signed + 30 < day <= last or rng.random() < 0.08:
                continue
            following = first + round((end - first) * REVIEWS[number + 1] / 298) if number < 2 else None
            _review(tables, life, day, goals, following, texts)


def _review(tables, life, day, goals, following, texts):
    rng = life.rng
    pk = tables.review.add(
        family=life.pk,
        held_on=day_of(day),
        language=life.language,
        parent_comment=said(rng.choice(texts["proud"]), life.spoken) if rng.random() < 0.7 else "",
        next_on=day_of(following),
        held_by=life.worker_on(day).pk,
    )
    for adult in life.adults[:2]:
        tables.reviewed_with.raw(f"{pk}\t{adult.pk}")
    for goal in goals:
        ends_now = goal.ended_on is not None and goal.ended_on - day < 6
        decision = DECIDED.get(goal.state, "continue") if ends_now else rng.choices(("continue", "change"), (9, 1))[0]
        fitting = [comment for comment in texts["comments"] if comment["decision"] == decision]
        tables.decision.add(
            review=pk, goal=goal.pk, decision=decision, comment=said(rng.choice(fitting)["comment"], life.spoken)
        )


def _celebrations(ground, tables, life):
    """Each goal reached is something to mark; one of each worker's families still waits for it."""
    rng, texts = life.rng, read("celebrations")
    for goal in life.goals:
        if goal.state == "achieved" and rng.random() < 0.7:
            marked = min(goal.ended_on + rng.randrange(1, 9), ground.day - 1)
            _celebration(tables, life, said(goal.told["title"], life.spoken), goal.ended_on, marked, goal.pk)
    if life.plan.situation == "celebrate":
        told = rng.choice(texts["celebrations"])
        _celebration(tables, life, said(told["what"], life.spoken), ground.day - 2, None, None, told["wish"])


def _celebration(tables, life, what, noticed, marked, goal, wish=None):
    wishes = read("celebrations")["wishes"]
    tables.celebration.add(
        family=life.pk,
        goal=goal,
        what=what,
        wish=said(wishes[wish or life.rng.choice(list(wishes))], life.spoken),
        noticed_on=day_of(noticed),
        marked_on=day_of(marked),
        may_be_told=life.rng.random() < 0.3,
        added_by=life.worker_on(noticed).pk,
    )
