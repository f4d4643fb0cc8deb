"""Items answered from the two snapshots: who raises the child, schooling, work, help of the state.

Families that gave the same answers are judged once. A test reads answers by name and says True, False, or None when
this was not asked or not said.
"""

from families.models import Snapshot
from reports.pir.answers import Answer, ByAnswers

START, END = Snapshot.Moment.ENROLLMENT.value, Snapshot.Moment.END.value
YES, NO, UNSAID = Snapshot.Said.YES.value, Snapshot.Said.NO.value, Snapshot.Said.UNSAID.value


def says(name, *values):
    def test(said):
        answer = said[name]
        return answer in values if answer and answer != UNSAID else None

    return test


def at_work(wanted, fields=Snapshot.WORK):
    """True when a parent does one of these (wanted) or certainly none of them (not wanted)."""

    def test(said):
        answers = {said[name] for name in fields}
        if YES in answers:
            return wanted
        return not wanted if answers == {NO} else None

    return test


def and_also(first, second):
    """Both hold; False as soon as one certainly does not."""

    def test(said):
        both = (first(said), second(said))
        return False if False in both else (None if None in both else True)

    return test


def by_snapshot(moment, test, *fields):
    """Families whose snapshot of that moment passes the test."""

    def answer(facts, form, item):
        found = ByAnswers(facts.snapshots[moment], facts.without_snapshot[moment])
        for answers, families in facts.alike(moment, fields).items():
            found.put_all(families, _reason(test(dict(zip(fields, answers, strict=True))), answers))
        return found

    return answer


def _reason(passed, answers):
    """Why they are not counted; "" when they are."""
    if passed is not None:
        return "" if passed else "said_otherwise"
    return "not_asked" if "" in answers else "would_not_say"


def changed(before, after):
    """Families that did (or did not) work at enrollment and do (or do not) at the end: two dated snapshots."""
    at_end = by_snapshot(END, at_work(after), *Snapshot.WORK)
    at_start = by_snapshot(START, at_work(before), *Snapshot.WORK)

    def answer(facts, form, item):
        ended, began = at_end(facts, form, item), at_start(facts, form, item)
        found, kept = Answer(facts.families), began.why
        found.others = dict(ended.why)
        for family, seen in ended.counted.items():
            found.put(family, seen if family in began.counted else kept[family])
        return found

    return answer
