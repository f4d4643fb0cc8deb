"""Items answered from the two snapshots: who raises the child, schooling, work, help of the state."""

from families.models import Snapshot
from reports.pir.answers import Answer

START, END = Snapshot.Moment.ENROLLMENT.value, Snapshot.Moment.END.value
YES, NO, UNSAID = Snapshot.Said.YES.value, Snapshot.Said.NO.value, Snapshot.Said.UNSAID.value


def says(name, *values):
    """A test of a snapshot: True, False, or None when this was not asked or not said."""

    def test(shot):
        said = shot[name]
        return said in values if said and said != UNSAID else None

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
        found = Answer(why=dict(facts.without_snapshot[moment]))
        for family, shot in facts.snapshots[moment].items():
            passed = test(shot)
            if passed:
                found.counted[family] = shot["seen"]
            else:
                found.why[family] = shot["otherwise"] if passed is False else _not_said(shot, fields)
        return found

    return answer


def _not_said(shot, fields):
    return shot["not_asked" if any(shot[name] == "" for name in fields) else "would_not_say"]


def changed(before, after):
    """Families that did (or did not) work at enrollment and do (or do not) at the end: two dated snapshots."""
    at_end = by_snapshot(END, at_work(after), *Snapshot.WORK)
    at_start = by_snapshot(START, at_work(before), *Snapshot.WORK)

    def answer(facts, form, item):
        ended, began = at_end(facts, form, item), at_start(facts, form, item)
        found = Answer(why=ended.why)
        for family, seen in ended.counted.items():
            if family in began.counted:
                found.counted[family] = seen
            else:
                found.why[family] = began.why[family]
        return found

    return answer
