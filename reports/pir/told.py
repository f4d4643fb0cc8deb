"""Items answered from the two snapshots: who raises the child, schooling, work, help of the state."""

from families.models import Snapshot
from reports.pir.answers import Seen, Why, sort

START, END = Snapshot.Moment.ENROLLMENT.value, Snapshot.Moment.END.value
YES, NO, UNSAID = Snapshot.Said.YES.value, Snapshot.Said.NO.value, Snapshot.Said.UNSAID.value


def says(name, *values):
    """A test of a snapshot: True, False, or None when this was not asked or not said."""

    def test(shot):
        return None if shot[name] in ("", UNSAID) else shot[name] in values

    return test


def at_work(wanted, fields=Snapshot.WORK):
    """True when a parent does one of these (wanted) or certainly none of them (not wanted)."""

    def test(shot):
        said = {shot[name] for name in fields}
        if YES in said:
            return wanted
        return not wanted if said == {NO} else None

    return test


def and_also(first, second):
    """Both hold; False as soon as one certainly does not."""

    def test(shot):
        said = (first(shot), second(shot))
        return False if False in said else (None if None in said else True)

    return test


def by_snapshot(moment, test, *fields):
    """Families whose snapshot of that moment passes the test."""

    def answer(facts, form, item):
        shots = facts.snapshots[moment]
        return sort(facts.families, lambda family: _judged(facts, family, moment, shots.get(family), test, fields))

    return answer


def _judged(facts, family, moment, shot, test, fields):
    if shot is None:
        return missing(facts, family, moment)
    passed = test(shot)
    if passed:
        return Seen(on=shot["taken_on"])
    return Why("said_otherwise", shot["id"], shot["taken_on"]) if passed is False else _not_said(shot, fields)


def _not_said(shot, fields):
    reason = "not_asked" if any(shot[name] == "" for name in fields) else "would_not_say"
    return Why(reason, shot["id"], shot["taken_on"])


def missing(facts, family, moment):
    """Why there is no snapshot of that moment for this year."""
    other = facts.other_snapshots.get((moment, family))
    if other:
        return Why(f"{moment}_for_another_year", other)
    if moment == END and family not in facts.gone and not facts.year_is_over:
        return Why("end_to_come")
    return Why(f"no_{moment}_snapshot")


def changed(before, after):
    """Families that did (or did not) work at enrollment and do (or do not) at the end: two dated snapshots."""
    at_end, at_start = (
        by_snapshot(END, at_work(after), *Snapshot.WORK),
        by_snapshot(START, at_work(before), *Snapshot.WORK),
    )

    def answer(facts, form, item):
        ended, began = at_end(facts, form, item), at_start(facts, form, item)

        def judge(family):
            if family in ended.why:
                return ended.why[family]
            return began.why.get(family) or ended.counted[family]

        return sort(facts.families, judge)

    return answer
