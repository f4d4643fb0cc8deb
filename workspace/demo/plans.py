"""Who the families are, before a word is written about them: where, since when, with whom, and what is up today.

Light enough to hold sixteen thousand of them at once; what each lives through is written one family at a time.
"""

from dataclasses import dataclass

from workspace.demo import shape

# What each worker finds on My day, one family each, in this order; everybody else is in good order.
SITUATIONS = (
    "urgent",  # said yesterday afternoon, no first step yet
    "step_today",  # a next step written for today
    "reoffer",  # the agreement is to be offered again today
    "follow_up",  # a partner was asked two weeks ago
    "new",  # came last week, not welcomed yet
    "step_late",  # a next step two days past its day
    "celebrate",  # something nobody has marked yet
    "no_contact",  # five weeks without a word
    "half_talked",  # a conversation begun, not finished
    "old_referral",  # a partner has been silent for seven weeks
    "step_soon",
    "unassessed",  # the first conversation is late
    "offered",  # an agreement offered, no answer yet
    "stuck",  # a goal nothing has touched for months
    "consent_ends",
    "writing",  # the agreement is being written
    "urgent_known",  # said this week, first step made the same day
    "declined",
    "waitlisted",
    "step_today",
)
CAME = (26, 22, 18, 14, 10, 6, 4)  # how likely a family came this program year, the last one, the one before …
LEFT = 6  # of a hundred families have left in any case,
LEFT_A_YEAR = 3  # and so many more for each year the agency remembers


@dataclass
class Plan:
    """One family to come."""

    number: int
    worker: object
    place: object
    entered: int  # days as numbers
    exited: int | None
    situation: str = ""
    notes: int = 0
    last_contact: int = 0

    @property
    def left(self):
        return self.exited is not None


def plans(ground, spared_notes):
    """All families but the one with the story, with the number of notes each will have.

    `spared_notes` is how many of the agency's notes that story brings itself.
    """
    found = [_plan(ground, number, worker) for number, worker in enumerate(_workers(ground), start=1)]
    _give_situations(ground, found)
    _share_notes(ground, found, ground.size.notes - spared_notes)
    return found


def _workers(ground):
    """Each worker as often as they have families; Monica's first one is the family with the story."""
    total = sum(worker.share for worker in ground.workers)
    wanted, given = 0, 0
    for number, worker in enumerate(ground.workers):
        wanted += worker.share
        until = round((ground.size.families - shape.ADDED) * wanted / total)
        yield from [worker] * (until - given - (number == 0))
        given = until


def _plan(ground, number, worker):
    rng = ground.random("plan", number)
    place = rng.choices(worker.places, weights=(7, 4)[: len(worker.places)])[0]
    entered, exited = _stay(ground, rng, place)
    return Plan(number, worker, place, entered, exited)


def _stay(ground, rng, place):
    """First and last day with us. Most came at the start of a program year, some in the middle of it."""
    years = [(first, last) for first, last, _pk in ground.years[place.program] if first <= ground.day]
    left = len(years) > 1 and rng.randrange(100) < LEFT + LEFT_A_YEAR * len(years)
    first_back = 1 if left else 0
    back = rng.choices(range(first_back, len(years)), CAME[first_back : len(years)])[0]
    first, last = years[-1 - back]
    entered = first + (rng.randrange(22) if rng.random() < 0.72 else rng.randrange(22, last - first - 40))
    if entered > ground.day - 12:
        entered = max(first, ground.day - 75 - rng.randrange(60))
    if not left:
        return entered, None
    leaving = rng.randrange(max(1, back)) + 1
    first, last = years[-1 - leaving]
    exited = last if rng.random() < 0.6 else rng.randrange(max(entered + 40, first), max(entered + 41, last))
    return entered, min(exited, ground.day - 3)


def _give_situations(ground, found):
    """Each worker's families that are here today get the situations in turn; the newest come from the place's year."""
    turn = {worker.pk: number * 3 for number, worker in enumerate(ground.workers)}
    given = dict.fromkeys(turn, 0)
    for plan in found:
        plan.last_contact = ground.day - 1
        pk = plan.worker.pk
        if plan.left or given[pk] >= len(SITUATIONS):
            continue
        start = 0 if pk == ground.workers[0].pk else turn[pk]
        plan.situation = SITUATIONS[(start + given[pk]) % len(SITUATIONS)]
        given[pk] += 1
        _fit(ground, plan)


def _fit(ground, plan):
    """Days that a situation asks for."""
    if plan.situation == "new":
        plan.entered = ground.day - 12
    elif plan.situation == "unassessed":
        plan.entered = ground.day - 52
    elif plan.situation == "half_talked":
        plan.entered = ground.day - 38
    elif plan.situation in ("offered", "writing", "reoffer"):
        plan.entered = ground.day - 62 - plan.number % 12
    elif plan.entered > ground.day - 110 and plan.situation in ("stuck", "old_referral", "consent_ends", "waitlisted"):
        plan.entered = ground.day - 150 - plan.number % 60
    elif plan.entered > ground.day - 60:
        plan.entered = ground.day - 70 - plan.number % 25
    if plan.situation == "no_contact":
        plan.last_contact = ground.day - 36 - plan.number % 9
    elif plan.situation == "stuck":
        plan.last_contact = ground.day - 12


def _share_notes(ground, found, notes):
    """Notes by the length of the stay, so that their sum is exact; nobody welcomed last week's family yet."""
    weights = [0 if plan.situation == "new" else max(5, _until(plan) - plan.entered) for plan in found]
    total, wanted, given = sum(weights), 0, 0
    for plan, weight in zip(found, weights, strict=True):
        wanted += weight
        until = round(notes * wanted / total)
        plan.notes, given = until - given, until


def _until(plan):
    return plan.exited if plan.left else plan.last_contact
