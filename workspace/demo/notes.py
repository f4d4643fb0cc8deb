"""Notes of contacts, most of the agency's rows: written by hand into lines of text, from sentences filled in once."""

from workspace.demo.copying import text
from workspace.demo.days import at, iso
from workspace.demo.texts import fill, read, said

TOUCHES = 0.24  # of the notes say how far a goal moved
STEPS = 0.07  # of the notes name a next step
LATE = 0.08  # of the notes are written some days later
TWO_SENTENCES = 0.3
RESTRICTED = 0.125  # of the restricted sentences are said each time round
STUCK = 75  # days without a word about a goal
IN_PERSON = ("home_visit", "center", "video", "community")
MOVED = ("forward",) * 6 + ("same",) * 3 + ("back",)


def notes(ground, tables, life, working):
    """As many as planned, on working days from the first day here to the last contact."""
    plan, rng = life.plan, life.rng
    if not plan.notes:
        return
    first, after = working.between(plan.entered, min(life.until, plan.last_contact))
    pool = _Pool(ground, life)
    days = [working.days[position] for position in _positions(rng, first, after, plan.notes)]
    days[-1] = working.days[after - 1] if plan.situation else days[-1]
    for number, day in enumerate(days):
        _note(ground, tables, life, pool, day, number == len(days) - 1)


def _positions(rng, first, after, count):
    """One note a day as long as there are days enough."""
    if count <= after - first:
        return sorted(rng.sample(range(first, after), count))
    return sorted(first + int(rng.random() * (after - first)) for _number in range(count))


def _note(ground, tables, life, pool, day, is_last):
    chance = life.rng.random
    contact, visibility, minutes, said_then = pool.sentence()
    later = day if chance() > LATE else min(day + 1 + int(chance() * 6), ground.day - 1)
    step, step_on, step_done = _next_step(ground, life, pool, day, is_last)
    worker = life.workers[-1][2] if day >= life.workers[-1][0] else life.worker_on(day)
    pk = tables.note.raw(
        f"0\t{life.pk}\t{iso(day)}\t{contact}\t{life.language}\t{pool.interpreter}\t{minutes}\t{said_then}\t"
        f"{visibility}\t{step}\t{step_on}\t{step_done}\t{worker.pk}\t{at(later, 520 + int(chance() * 500))}"
    )
    if contact in IN_PERSON:
        tables.present.raw(f"{pk}\t{life.adults[0].pk}")
        if life.children and chance() < 0.4:
            tables.present.raw(f"{pk}\t{life.children[0].pk}")
        elif len(life.adults) > 1 and chance() < 0.35:
            tables.present.raw(f"{pk}\t{life.adults[1].pk}")
    if life.goals and chance() < TOUCHES:
        _touch(ground, tables, life, pk, day, chance, pool.goal if pool.goal and pool.title in said_then else None)


def _touch(ground, tables, life, note, day, chance, spoken_of):
    """How far a goal moved: the one the note speaks of, or any that was in work then."""
    if life.plan.situation == "stuck" and day > ground.day - STUCK:
        return
    goals = [spoken_of] if spoken_of else life.goals
    goals = [goal for goal in goals if goal.state != "draft" and goal.in_work_on(day)]
    if goals:
        goal = goals[int(chance() * len(goals))]
        tables.touched.raw(f"{note}\t{goal.pk}\t{MOVED[int(chance() * 10)]}")


def _next_step(ground, life, pool, day, is_last):
    """Few notes name one; those are done by now, but for the families that have one today, soon, or past its day."""
    open_steps = {"step_today": ground.day, "step_late": ground.day - 2, "step_soon": ground.day + 3}
    if is_last and life.plan.situation in open_steps:
        return pool.step(), iso(open_steps[life.plan.situation]), "\\N"
    if life.rng.random() > STEPS or is_last:
        return "", "\\N", "\\N"
    due = day + 3 + int(life.rng.random() * 9)
    if due > ground.day - 2:
        return "", "\\N", "\\N"
    return pool.step(), iso(due), iso(due)


# Some sentences are true of some families only.
ONLY = {
    "interpreter": lambda life: life.language not in ("en", "es"),
    "two adults": lambda life: len(life.adults) > 1 and life.kind != "split",
    "baby": lambda life: life.has_baby,
    "signed": lambda life: life.agreed in ("signed", "revising", "closed"),
    "no agreement": lambda life: life.agreed in ("", "offered", "not_ready"),
    "no goals": lambda life: not life.goals,
}


def _fits(row, life):
    if ("{goal}" in row["text"] and not life.goals) or ("{child}" in row["text"] and not life.children):
        return False
    return "only" not in row or ONLY[row["only"]](life)


def _go_together(row, other):
    return other["contact"] == row["contact"] and other["visibility"] == row["visibility"]


class _Pool:
    """Sentences about one family, each filled in when it is first needed."""

    def __init__(self, ground, life):
        self.rng, self.life = life.rng, life
        self.language = "es" if life.spoken == "es" else "en"
        self.rows = [row for row in read("notes")[self.language] if _fits(row, life)]
        self.ready, self.order = {}, []
        newest = life.goals[::-1]
        self.goal = next((goal for goal in newest if goal.state == "active"), newest[0] if newest else None)
        partners = sorted({service.partner.name for service in ground.services.values()})
        self.names = {
            "adult": life.adults[0].first_name,
            "child": life.children[0].first_name if life.children else "",
            "worker": self.rng.choice([one for one in ground.workers if one.pk != life.plan.worker.pk]).first_name,
            "partner": self.rng.choice(partners),
            "goal": said(self.goal.told["title"], life.spoken) if self.goal else "",
        }
        self.title = text(self.names["goal"])
        self.interpreter = "f" if life.language in ("en", "es") else "t"

    def sentence(self):
        """(contact, visibility, minutes, text): sometimes two sentences of the same kind make one note."""
        if len(self.order) < 2:
            self._begin_again()
        row = self.order.pop()
        said_then = self._filled(row)
        other = self.order[-1]
        if self.rng.random() < TWO_SENTENCES and _go_together(row, other):
            said_then = f"{said_then} {self._filled(self.order.pop())}"
        minutes = row["minutes"]
        return row["contact"], row["visibility"], "\\N" if minutes is None else minutes, said_then

    def _begin_again(self):
        """Nothing is said a second time before everything was said once; of the restricted ones, only some."""
        again = [row for row in self.rows if row["visibility"] != "restricted" or self.rng.random() < RESTRICTED]
        self.rng.shuffle(again)
        self.order = again + self.order

    def _filled(self, row):
        key = id(row)
        if key not in self.ready:
            self.ready[key] = text(fill(row["text"], self.names))
        return self.ready[key]

    def step(self):
        return text(said(self.rng.choice(read("details")["next_steps"]), self.language))
