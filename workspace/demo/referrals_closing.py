"""How referrals close, or begin anew: another place after a no, two answers at once, what nobody near could give."""

from random import Random

from workspace.demo.days import at, day_of

AGAIN, BESIDE, GAPS = 0.7, 0.4, 0.5  # shares of what may happen
URGENT_EACH = 60  # one family in so many has an urgent referral that nobody has sent yet
MISSING = ("no_capacity", "transport", "hours", "language", "cost")
PLACES = range(2, 30)


def chance(*keys):
    """Chances of one family's own, so that what stands here changes nothing of what others draw."""
    return Random("-".join(map(str, keys)))  # noqa: S311  invented lives, not secrets


def goes_on(ground, life, need, events):
    """True when another place is tried after a no: then the old referral ends with that."""
    (state, on), rng = events[-1], chance("again", life.pk, need.pk)
    last = min(life.until, life.plan.last_contact)
    return state == "declined" and on + 4 < last and len(ground.help[need.category.code]) > 1 and rng.random() < AGAIN


def waited_for(life, need, events):
    """Place and day, as a waiting list tells them."""
    on = next((on for state, on in events if state == "waitlisted"), None)
    if on is None:
        return {}
    rng = chance("wait", life.pk, need.pk)
    return {"wait_place": rng.choice(PLACES), "expected_on": day_of(on + rng.randrange(20, 70))}


def said_beside(tables, life, referral, events):
    """A partner answers by its link what does not fit what we have: both stay, and nobody has settled it yet."""
    state, on = events[-1]
    rng = chance("beside", life.pk, on)
    said = {"received": "receive", "not_received": "accept", "withdrawn": "accept"}.get(state)
    if said is None or life.plan.left or rng.random() > BESIDE:
        return
    day = on + 1 + rng.randrange(2)
    tables.event.add(
        referral=referral, from_state=state, to_state=state, source="partner", said=said, differs=True,
        told={"received_on": day_of(day).isoformat()} if said == "receive" else None,
        happened_on=day_of(day), recorded_at=at(day, 700), recorded_by=None,
    )  # fmt: skip


def gaps(ground, tables, life):
    """Needs for which nothing near would do, while they are open."""
    for need in life.needs:
        rng = chance("gap", life.pk, need.pk)
        if ground.help.get(need.category.code) or need.opened + 10 > ground.day or rng.random() > GAPS:
            continue
        tables.gap.add(
            need=need.pk, reason=rng.choice(MISSING), noted_on=day_of(need.opened + 9),
            noted_by=life.worker_on(need.opened + 9).pk,
        )  # fmt: skip


def is_urgent_draft(ground, life, need):
    """Prepared yesterday for somebody in a hurry, and not sent: the supervisor hears of it today."""
    return life.pk % URGENT_EACH == 0 and not life.plan.left and bool(ground.help.get(need.category.code))
