"""Items of the list of services: who received which kind of help, who needed it, and why the others do not count."""

from reports.pir.answers import Seen, Why, nobody

# What a referral says about help that is not there, the most telling first.
BY_REFERRAL = {
    "attended": "attended_without_a_day", "received": "received_elsewhere", "completed": "received_elsewhere",
    "appointment": "referral_waits", "accepted": "referral_waits", "waitlisted": "on_a_waiting_list",
    "needs_more": "referral_waits", "missed": "referral_waits", "acknowledged": "referral_waits",
    "sent": "referral_waits", "informed": "information_only", "declined": "partner_declined",
    "not_received": "help_not_received", "rerouted": "sent_on_elsewhere", "withdrawn": "referral_withdrawn",
    "draft": "referral_not_sent",
}  # fmt: skip


def received(facts, form, item):
    """Families that received help of a kind that counts under this letter."""
    return _received(facts, form.kinds_of(item))


def _received(facts, kinds):
    """For the others the reason nearest to counting: help that lies outside, then a referral, a need, nothing."""
    found = nobody(facts, "nothing_recorded" if kinds else "no_kind_here")
    for family, day in _earliest(facts.needs, kinds).items():
        found.because(family, Why("need_only", on=day))
    for family, why in _by_referral(facts, kinds).items():
        found.because(family, why)
    for family, (reason, day) in _besides(facts, kinds).items():
        found.because(family, Why(reason, on=day))
    for family, help_ in _earliest(facts.help, kinds).items():
        found.count(family, Seen(on=help_.first_on, source=help_.source))
    return found


def _earliest(by_kind, kinds):
    """{family: the first of what it has in these kinds}."""
    found = {}
    for kind in kinds:
        for family, one in by_kind.get(kind, {}).items():
            if family not in found or one < found[family]:
                found[family] = one
    return found


def _besides(facts, kinds):
    found = {}
    for kind in kinds:
        for family, one in facts.help_besides.get(kind, {}).items():
            if family not in found or one[1] > found[family][1]:
                found[family] = one
    return found


def _by_referral(facts, kinds):
    states = {}
    for kind in kinds:
        for family, by_state in facts.referrals.get(kind, {}).items():
            states[family] = states.get(family, {}) | by_state
    return {family: _most_telling(found) for family, found in states.items()}


def _most_telling(found):
    state = next(state for state in BY_REFERRAL if state in found)
    return Why(BY_REFERRAL[state], found[state])


def needed(facts, form, item):
    """Families with a need of a kind that counts under this letter."""
    return _needed(facts, form.kinds_of(item))


def _needed(facts, kinds):
    found = nobody(facts, "no_need_recorded" if kinds else "no_kind_here")
    for family, day in _earliest(facts.needs, kinds).items():
        found.count(family, Seen(on=day))
    return found


def any_received(facts, form, item):
    """Families counted under at least one letter."""
    kinds = form.kinds_of_any("service_received")
    found = _received(facts, kinds)
    for family, help_ in _earliest(facts.help, set(facts.help) - kinds).items():
        if family not in found.counted:
            found.because(family, Why("no_letter", on=help_.first_on))
    return found


def any_needed(facts, form, item):
    kinds = form.kinds_of_any("service_needed")
    found = _needed(facts, kinds)
    for family, day in _earliest(facts.needs, set(facts.needs) - kinds).items():
        if family not in found.counted:
            found.because(family, Why("no_letter", on=day))
    return found
