"""Items about a home, foster care and child welfare: families and children."""

from reports.pir.answers import Seen, Why, sort

LOST = {"shares_after_loss", "shelter", "motel", "unsheltered"}  # what a snapshot says of a home that was lost


def _in_year(facts, episodes):
    return [one for one in episodes if one[0] <= facts.last and (one[1] is None or one[1] >= facts.first)]


def homeless_families(facts, form, item):
    return sort(facts.families, lambda family: _homeless(facts, family))


def _homeless(facts, family):
    episodes = facts.episodes.get(family, ())
    inside = _in_year(facts, episodes)
    if inside:
        return Seen(on=inside[0][0])
    if any(facts.snapshots[moment].get(family, {}).get("housing") in LOST for moment in facts.snapshots):
        return Why("snapshot_says_no_home")
    return Why("without_a_home_in_other_years") if episodes else Why("always_had_a_home")


def homeless_children(facts, form, item):
    """The enrolled children of these families."""

    def judge(family):
        said = _homeless(facts, family)
        if isinstance(said, Why):
            return said
        children = facts.children.get(family, ())
        return Seen(tuple(children), said.on) if children else Why("no_child_enrolled")

    return sort(facts.families, judge)


def housing_acquired(facts, form, item):
    def judge(family):
        said = _homeless(facts, family)
        if isinstance(said, Why):
            return said
        found = [one[2] for one in _in_year(facts, facts.episodes[family]) if one[2]]
        inside = [day for day in found if facts.first <= day <= facts.until]
        if inside:
            return Seen(on=min(inside))
        return Why("found_a_home_in_another_year", on=max(found)) if found else Why("no_home_found_yet")

    return sort(facts.families, judge)


def foster_children(facts, form, item):
    def judge(family):
        children = facts.children.get(family, ())
        times = {child: facts.in_care.get(child, []) for child in children}
        inside = [child for child in children if _in_year(facts, times[child])]
        if inside:
            return Seen(
                tuple(inside), min(began for child in inside for began, _ended in _in_year(facts, times[child]))
            )
        if not children:
            return Why("no_child_enrolled")
        if any(times.values()):
            return Why("in_care_in_other_years")
        figure = facts.snapshots["enrollment"].get(family, {}).get("figure")
        return Why("snapshot_says_foster") if figure == "foster" else Why("not_in_care")

    return sort(facts.families, judge)


def referred_children(facts, form, item):
    sent, worked_with = facts.sent_by_welfare

    def judge(family):
        children = facts.children.get(family, ())
        ours = [child for child in children if child in sent]
        if ours:
            return Seen(tuple(ours), min(children[child] for child in ours))
        if not children:
            return Why("no_child_enrolled")
        return Why("not_sent_by_welfare" if family in worked_with else "no_welfare_on_record")

    return sort(facts.families, judge)
