"""What is still missing for the report of a year, by center and by worker, so that June holds no surprise."""

from collections import defaultdict
from dataclasses import dataclass, field
from operator import attrgetter

from families.models import Assignment, Enrollment, Snapshot
from reports.pir.reasons import REASONS

MOMENTS = Snapshot.Moment.values
ASKED = {moment: attrgetter(*(name for name in names if name != "housing")) for moment, names in Snapshot.ASKED.items()}
OF_THE_FORM = ("no_letter", "no_kind_here")  # mended once in the mapping, not family by family


@dataclass
class Missing:
    """One place or worker: how many families, and of those how many lack something, by kind."""

    families: set = field(default_factory=set)
    lacks: dict = field(default_factory=lambda: defaultdict(set))  # {kind: families}

    @property
    def any(self):
        return set().union(*self.lacks.values()) if self.lacks else set()


def of(sheet):
    """{family: {kind}} of what somebody could still write down: snapshots, answers in them, and what else is open."""
    found = defaultdict(set)
    for moment in MOMENTS:
        for family, why in sheet.facts.without_snapshot[moment].items():
            if REASONS[why.reason].is_open:
                found[family].add(moment)
        for family, shot in sheet.facts.snapshots[moment].items():
            if "" in ASKED[moment](shot):
                found[family].add("answers")
    for line in sheet.lines:
        if not line.rule.told and any(REASONS[reason].is_open for reason in line.by_reason):
            _else(line, found)
    return found


def _else(line, found):
    for reason in line.by_reason:
        if REASONS[reason].is_open and reason not in OF_THE_FORM:
            for family in line.answer.side(reason):
                found[family].add("other")


def completeness(sheet):
    """How much of the year's facts is there: families, and those of whom nothing is missing; snapshots by moment."""
    lacking = of(sheet)
    shots = sheet.facts.snapshots
    families = len(sheet.facts.families)
    return {
        "families": families,
        "complete": families - sum(1 for kinds in lacking.values() if kinds),
        **{moment: len(shots[moment]) for moment in MOMENTS},
        "due": families if sheet.facts.year_is_over else len(sheet.facts.gone),  # of these the end is known by now
    }


def by_center(sheet):
    """{center: Missing}: a family stands at each center in which it holds or held a place this year."""
    rows = Enrollment.objects.filter(program=sheet.year.program_id, family__pk__among=sheet.facts.families)
    rows = rows.during(sheet.facts.first, sheet.facts.last)
    if sheet.facts.centers is not None:
        rows = rows.filter(center__in=sheet.facts.centers)
    return _by(sheet, rows.order_by().values_list("center_id", "family_id").distinct())


def by_worker(sheet):
    """{worker or None: Missing}: who serves the family first today."""
    rows = Assignment.objects.in_force().filter(
        kind=Assignment.Kind.PRIMARY, family__pk__among=sheet.facts.families
    )  # fmt: skip
    pairs = list(rows.order_by().values_list("worker_id", "family_id"))
    without = set(sheet.facts.families) - {family for _worker, family in pairs}
    return _by(sheet, pairs + [(None, family) for family in without])


def _by(sheet, pairs):
    lacking, found = of(sheet), defaultdict(Missing)
    for key, family in pairs:
        one = found[key]
        one.families.add(family)
        for kind in lacking.get(family, ()):
            one.lacks[kind].add(family)
    return dict(found)
