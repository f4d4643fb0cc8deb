"""Conversations about strengths and needs, and the needs they bring up."""

from dataclasses import dataclass
from datetime import date

from families.actions import instruments
from families.models import Item
from workspace.demo.copying import text
from workspace.demo.days import at, iso
from workspace.demo.texts import read, said

TALK = {"first": 33, "middle": 175, "end": 276}  # about how many days after the first day of the year or the stay
NEEDS_AT_MOST = 4
PAPER = 9  # about every ninth conversation was held on paper
CAME_BACK = 11  # about every eleventh open need had been closed before
IMPROVED = ("met", "partly")
THROUGH = ("service", "family", "goal", "circle", "service", "family", "elsewhere", "goal")
URGENT = 3


@dataclass
class Wish:
    """One need. It is written last, when goals and referrals have told what became of it."""

    pk: int
    item: str
    category: object
    opened: int
    closed: int | None
    closing: str
    interest: str
    urgency: int
    facts: dict
    through: str = ""

    def met(self, day, closing):
        """A partner's help ended it, unless it had ended before."""
        if self.closed is None or self.closed > day:
            self.closed, self.closing, self.through = day, closing, "service"


def talk(ground, tables, life):
    """Every conversation of the family's stay, first to latest; the first one brings the needs."""
    life.first_talk = 0
    mood = life.rng.gauss(3.3, 0.45)
    for held, (occasion, day) in enumerate(_days(ground, life)):
        is_done = not (life.plan.situation == "half_talked" and held == 0)
        pk = _conversation(ground, tables, life, occasion, day, is_done)
        answers = _answers(ground, tables, life, pk, day, mood + 0.28 * held, is_done, held == 0)
        if held == 0 and is_done:
            life.first_talk = day
            _needs(ground, tables, life, answers, day)
    if life.plan.situation in ("urgent", "urgent_known"):
        _urgent_today(ground, tables, life)


def _days(ground, life):
    plan, rng = life.plan, life.rng
    if plan.situation in ("new", "unassessed"):
        return
    last = min(life.until, plan.last_contact)
    scale = 0.35 if plan.place.is_seasonal else 1
    if plan.situation == "half_talked":
        yield "first", ground.day - 4
        return
    day = plan.entered + round(scale * (TALK["first"] + rng.randrange(-12, 11)))
    if day > last:
        return
    yield "first", day
    seen = day
    for first, end, _pk in ground.years[plan.place.program]:
        for occasion in ("middle", "end"):
            day = first + round((end - first) * TALK[occasion] / 298) + rng.randrange(-14, 10)
            if seen + 60 < day <= last and rng.random() < 0.85:
                yield occasion, day
                seen = day


def _conversation(ground, tables, life, occasion, day, is_done):
    rng = life.rng
    worker = life.worker_on(day)
    keyed = min(day + life.pk % 5, ground.day) if is_done and (life.pk + day) % PAPER == 0 else None
    pk = tables.assessment.add(
        family=life.pk,
        version=ground.version.pk,
        occasion=occasion,
        started_on=date.fromordinal(day),
        keyed_on=date.fromordinal(keyed) if keyed else None,
        keyed_by=worker.pk if keyed else None,
        done_on=date.fromordinal(day) if is_done else None,
        language=life.language,
        with_interpreter=life.language not in ("en", worker.language) and not worker.speaks_spanish,
        place=rng.choice(["home", "home", "center", "video", "community"]),
        staff=worker.pk,
    )
    for adult in life.adults[: 1 + (rng.random() < 0.5)]:
        tables.took_part.raw(f"{pk}\t{adult.pk}")
    return pk


def _answers(ground, tables, life, assessment, day, mood, is_done, with_words):
    """All 34, or the first dozen of an unfinished conversation. Returns what was said below the middle."""
    rng, line, low = life.rng, tables.answer.raw, []
    strengths = read("strengths")
    wobble = rng.choices((-2, -1, 0, 0, 0, 1, 1), k=len(ground.items))
    chance = [rng.random() for _item in ground.items]
    for number, item in enumerate(ground.items if is_done else ground.items[:12]):
        moment = at(day, 600 + number)
        if not _concerns(life, item, chance[number]):
            line(f"{assessment}\t{item.pk}\t\\N\tNA\t\\N\t\tf\t\t{moment}")
            continue
        if chance[number] > 0.97:
            line(f"{assessment}\t{item.pk}\t\\N\t{'PN' if item.is_urgent else 'ND'}\t\\N\t\tf\t\t{moment}")
            continue
        level = max(1, min(5, round(mood + wobble[number])))
        staff = max(1, min(5, level + (chance[number] < 0.12) - (0.12 < chance[number] < 0.2)))
        work_on = _work_on(level, chance[number])
        strength = ""
        if level >= 4 and chance[number] < (0.35 if with_words else 0.2):
            strength = text(said(rng.choice(strengths), life.spoken))
        is_urgent = with_words and item.is_urgent and level == 1 and chance[number] < 0.5
        pk = line(
            f"{assessment}\t{item.pk}\t{level}\t\t{staff}\t{work_on}\t{'t' if is_urgent else 'f'}\t{strength}\t{moment}"
        )
        if work_on in ("now", "later") and level <= 2:
            low.append((pk, item, level, work_on, is_urgent))
    return low


def _concerns(life, item, chance):
    if item.concerns == "baby":
        return life.has_baby
    return item.concerns == "all" or chance < 0.3


def _work_on(level, chance):
    if level <= 2:
        return "now" if chance < 0.6 else "later" if chance < 0.88 else "no"
    return "later" if level == 3 and chance < 0.25 else "no"


# ---- needs --------------------------------------------------------------------------------------------------------


def _needs(ground, tables, life, answers, day):
    rng = life.rng
    rng.shuffle(answers)
    for answer, item, level, work_on, is_urgent in answers[:NEEDS_AT_MOST]:
        closed, closing = _end(life, day)
        _need(
            tables,
            life,
            item,
            answer=answer,
            day=day,
            urgency=URGENT if is_urgent else rng.choice((1, 2, 2)),
            intensity=3 if level == 1 and rng.random() < 0.4 else rng.choice((1, 2, 2)),
            interest=work_on,
            first_step=at(day, 930) if is_urgent else None,
            closed=closed,
            closing=closing,
        )


def _end(life, day):
    """When and how a need ended; most of those said long ago have."""
    rng, plan = life.rng, life.plan
    day_it_ended = day + rng.randrange(25, 260)
    if day_it_ended <= min(life.until, plan.last_contact) and rng.random() < 0.85:
        return day_it_ended, rng.choices(("met", "partly", "changed"), (62, 24, 14))[0]
    if plan.left:
        return plan.exited, "left"
    return None, ""


def _need(tables, life, item, *, day, interest, urgency, closed=None, closing="", minute=600, **facts):
    facts |= {
        "what": said(life.rng.choice(read("needs")[item.code]), life.spoken),
        "opened_at": at(day, minute),
        "added_by": life.worker_on(day).pk,
    }
    life.needs.append(
        Wish(tables.need.next(), item.code, item.category, day, closed, closing, interest, urgency, facts)
    )


def write_needs(tables, life):
    """All needs of the family, with what became of them."""
    begun = {need.pk for goal in life.goals for need in goal.needs} | life.asked
    rank = 0
    for need in life.needs:
        if need.pk in begun and not need.facts.get("first_step"):
            need.facts["first_step"] = at(need.opened + 2, 640)
        is_ranked = need.closed is None and need.interest == "now" and life.pk % 3 == 0
        rank += is_ranked
        tables.need.put(
            need.pk,
            family=life.pk,
            category=need.category.pk,
            urgency=need.urgency,
            interest=need.interest,
            opened_on=date.fromordinal(need.opened),
            first_step_at=need.facts.pop("first_step", None),
            rank=rank if is_ranked else None,
            **_became(need, life),
            **need.facts,
        )


def _became(need, life):
    """How it ended and through what; or that it came back."""
    if need.closed is None:
        came_back = need.urgency < URGENT and need.pk % CAME_BACK == 0 and need.opened + 40 <= life.until
        return {"reopened_on": date.fromordinal(need.opened + 40) if came_back else None}
    through = need.through or (THROUGH[need.pk % len(THROUGH)] if need.closing in IMPROVED else "")
    return {"closed_on": date.fromordinal(need.closed), "closing": need.closing, "closed_through": through}


def _urgent_today(ground, tables, life):
    """Something that may not wait: said yesterday afternoon with no first step yet, or this week with one."""
    code = ("WB2", "WB1")[ground.workers.index(life.plan.worker) % 2]
    item = next(item for item in ground.items if item.code == code)
    is_new = life.plan.situation == "urgent"
    day = ground.day - (1 if is_new else 3)
    _need(
        tables,
        life,
        item,
        day=day,
        minute=980,
        interest="now",
        urgency=URGENT,
        intensity=3,
        first_step=None if is_new else f"{iso(day)} 17:05",
    )


# ---- the next version of the questions ----------------------------------------------------------------------------


def next_version(ground):
    """The manager has begun the next version: a question put otherwise, and a new one not translated yet."""
    told, manager = read("questions"), ground.people["thomas"]
    draft = instruments.make_draft(instrument=ground.version.instrument, by=manager)
    for code, ask in told["changed"].items():
        item = draft.items.get(code=code)
        item.ask = ask
        instruments.save_item(item=item, by=manager)
    new = told["new"] | {"category": ground.categories[told["new"]["category"]]}
    instruments.save_item(item=Item(version=draft, **new), by=manager)
