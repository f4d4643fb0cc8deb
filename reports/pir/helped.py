"""Items of the list of services: who received which kind of help, who needed it, and why the others do not count."""

from reports.pir.answers import Seen, Why, sort

SOURCES = {"program": "program", "referral": "referral"}
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
    kinds = form.kinds_of(item)
    return sort(facts.families, lambda family: _received(facts, family, kinds))


def _received(facts, family, kinds):
    firsts = [facts.help[kind][family] for kind in kinds if family in facts.help.get(kind, ())]
    if firsts:
        first = min(firsts)
        return Seen(on=first.first_on, source=first.source)
    return _why(facts, family, kinds)


def _why(facts, family, kinds):
    """The reason nearest to counting: help that lies outside, then a referral, then a need, then nothing."""
    if not kinds:
        return Why("no_kind_here")
    besides = [facts.help_besides[kind][family] for kind in kinds if family in facts.help_besides.get(kind, ())]
    if besides:
        reason, day = max(besides, key=lambda one: one[1])
        return Why(reason, on=day)
    return _by_referral(facts, family, kinds) or _by_need(facts, family, kinds)


def _by_referral(facts, family, kinds):
    found = {}
    for kind in kinds:
        if kind in facts.referrals:
            found |= facts.referrals[kind].get(family, {})
    for state, reason in BY_REFERRAL.items():
        if state in found:
            return Why(reason, found[state])
    return None


def _by_need(facts, family, kinds):
    asked = [facts.needs[kind][family] for kind in kinds if family in facts.needs.get(kind, ())]
    return Why("need_only", on=min(asked)) if asked else Why("nothing_recorded")


def needed(facts, form, item):
    """Families with a need of a kind that counts under this letter."""
    kinds = form.kinds_of(item)

    def judge(family):
        days = [facts.needs[kind][family] for kind in kinds if family in facts.needs.get(kind, ())]
        if days:
            return Seen(on=min(days))
        return Why("no_need_recorded" if kinds else "no_kind_here")

    return sort(facts.families, judge)


def any_received(facts, form, item):
    """Families counted under at least one letter."""
    kinds = form.kinds_of_any("service_received")
    others = set(facts.help) - set(kinds)

    def judge(family):
        said = _received(facts, family, kinds)
        if isinstance(said, Seen):
            return said
        elsewhere = [facts.help[kind][family].first_on for kind in others if family in facts.help[kind]]
        return Why("no_letter", on=min(elsewhere)) if elsewhere else said

    return sort(facts.families, judge)


def any_needed(facts, form, item):
    kinds = form.kinds_of_any("service_needed")
    others = set(facts.needs) - set(kinds)

    def judge(family):
        days = [facts.needs[kind][family] for kind in kinds if family in facts.needs.get(kind, ())]
        if days:
            return Seen(on=min(days))
        elsewhere = [kind for kind in others if family in facts.needs[kind]]
        return Why("no_letter" if elsewhere else "no_need_recorded")

    return sort(facts.families, judge)
