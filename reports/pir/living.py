"""Items about a home, foster care and child welfare: families and children."""

from reports.pir.answers import Seen, Why, nobody

LOST = {"shares_after_loss", "shelter", "motel", "unsheltered"}  # what a snapshot says of a home that was lost


def in_year(facts, times):
    """Those of these times that hold a day of the year; each begins with its first and last day."""
    return [one for one in times if one[0] <= facts.last and (one[1] is None or one[1] >= facts.first)]


def homeless_families(facts, form, item):
    return _homeless(facts, lambda family, inside: Seen(on=inside[0][0]))


def _homeless(facts, judge):
    """Families without a home in the year, each as `judge(family, its times)` says; the others with their reason."""
    found = nobody(facts, "always_had_a_home")
    for shots in facts.snapshots.values():
        for family, shot in shots.items():
            if shot.housing in LOST:
                found.because(family, Why("snapshot_says_no_home"))
    for family, episodes in facts.episodes.items():
        inside = in_year(facts, episodes)
        if inside:
            found.put(family, judge(family, inside))
        elif family not in found.others:
            found.because(family, Why("without_a_home_in_other_years"))
    return found


def homeless_children(facts, form, item):
    """The enrolled children of these families."""

    def judge(family, inside):
        children = tuple(facts.children.get(family, ()))
        return Seen(children, inside[0][0]) if children else Why("no_child_enrolled")

    return _homeless(facts, judge)


def housing_acquired(facts, form, item):
    def judge(family, inside):
        days = [one[2] for one in inside if one[2]]
        of_year = [day for day in days if facts.first <= day <= facts.until]
        if of_year:
            return Seen(on=min(of_year))
        return Why("found_a_home_in_another_year", on=max(days)) if days else Why("no_home_found_yet")

    return _homeless(facts, judge)


def childless(facts, found):
    """Families without an enrolled child say so; the answer, to go on with."""
    for family in facts.families:
        if family not in facts.children:
            found.because(family, Why("no_child_enrolled"))
    return found


def foster_children(facts, form, item):
    found = nobody(facts, "not_in_care")
    for family, shot in facts.snapshots["enrollment"].items():
        if shot.figure == "foster":
            found.because(family, Why("snapshot_says_foster"))
    childless(facts, found)
    for family, children in facts.children.items():
        times = {child: facts.in_care[child] for child in children if child in facts.in_care}
        inside = {child: in_year(facts, times[child]) for child in times if in_year(facts, times[child])}
        if inside:
            found.put(family, Seen(tuple(inside), min(one[0] for some in inside.values() for one in some)))
        elif times:
            found.because(family, Why("in_care_in_other_years"))
    return found


def referred_children(facts, form, item):
    sent, worked_with = facts.sent_by_welfare
    found = nobody(facts, "no_welfare_on_record")
    for family in worked_with:
        found.because(family, Why("not_sent_by_welfare"))
    childless(facts, found)
    for family, children in facts.children.items():
        ours = [child for child in children if child in sent]
        if ours:
            found.put(family, Seen(tuple(ours), min(children[child] for child in ours)))
    return found
