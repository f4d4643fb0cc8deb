"""The PIR counted a second time, slowly: plain Python over every row, with no line of the product's own counting."""

from collections import defaultdict
from datetime import timedelta

from django.utils import timezone

from agency.models import PirItemOfCategory, ProgramYear, ServiceCategory
from families.models import (
    Assessment,
    Attendance,
    ChildWelfareInvolvement,
    Enrollment,
    Family,
    FamilyMember,
    FosterCare,
    HomelessnessEpisode,
    Need,
    Relation,
    ServiceReceived,
    SnapshotYear,
)
from goals.models import Review, Signature
from partners.models import Mou
from reports.models import PirSaid
from reports.pir.counting import Worksheet
from reports.pir.reasons import REASONS

SINGLE = {
    "two_parents": ("enrollment", "parents", {"two_parents"}),
    "one_parent": ("enrollment", "parents", {"one_parent"}),
    "figure_parents": ("enrollment", "figure", {"biological", "mother_only", "father_only"}),
    "figure_mother": ("enrollment", "figure", {"mother_only"}),
    "figure_father": ("enrollment", "figure", {"father_only"}),
    "figure_grandparents": ("enrollment", "figure", {"grandparents"}),
    "figure_relatives": ("enrollment", "figure", {"relatives"}),
    "figure_foster": ("enrollment", "figure", {"foster"}),
    "figure_other": ("enrollment", "figure", {"other"}),
    "education_degree": ("enrollment", "education", {"degree"}),
    "education_some_college": ("enrollment", "education", {"some_college"}),
    "education_high_school": ("enrollment", "education", {"high_school"}),
    "education_less": ("enrollment", "education", {"less"}),
    "employed_start": ("enrollment", "employed", {"yes"}),
    "training_start": ("enrollment", "in_training", {"yes"}),
    "school_start": ("enrollment", "in_school", {"yes"}),
    "military_active": ("enrollment", "military_active", {"yes"}),
    "military_veteran": ("enrollment", "military_veteran", {"yes"}),
    **{f"{what}_start": ("enrollment", what, {"yes"}) for what in ("tanf", "ssi", "wic", "snap")},
    **{f"{what}_end": ("end", what, {"yes"}) for what in ("tanf", "ssi", "wic", "snap")},
}
MANY = {
    ServiceReceived: ["participants"], Assessment: ["took_part"], Review: ["present"], Mou: ["programs"],
    Attendance: ["activity"],
}  # fmt: skip
FIGURE = {
    "parents": "biological", "mother": "mother_only", "father": "father_only", "grandparents": "grandparents",
    "relatives": "relatives", "foster": "foster", "other": "other",
}  # fmt: skip


class Slow:
    """`Slow(year, on).answer(item, items)` is the set of counted families and the number."""

    def __init__(self, year, on):
        self.year, self.on, self.read = year, on, {}
        self.first, self.last = year.starts_on, min(year.ends_on, on)
        later = [y.starts_on for y in ProgramYear.objects.all() if y.program_id == year.program_id]
        later = [day for day in later if day > year.starts_on]
        self.until = min(min(later) - timedelta(days=1), on) if later else on
        living = {family.pk for family in Family.objects.all()}
        self.all_places = [
            e for e in Enrollment.objects.all() if e.program_id == year.program_id and e.family_id in living
        ]
        self.places = [
            e for e in self.all_places
            if e.entered_on <= self.last and (e.exited_on is None or e.exited_on >= self.first)
        ]  # fmt: skip
        self.families = {e.family_id for e in self.places}
        self.category = {c.pk: c for c in ServiceCategory.objects.all()}
        self.code_of = {c.pk: c.code for c in self.category.values()}
        self.shots = {"enrollment": {}, "end": {}}
        for row in SnapshotYear.objects.select_related("snapshot"):
            if row.program_year_id == year.pk and row.snapshot.taken_on <= on:
                self.shots[row.moment][row.family_id] = row.snapshot

    def rows(self, model, manager="objects"):
        """Every row of a table, read once."""
        if (model, manager) not in self.read:
            rows = getattr(model, manager).all().prefetch_related(*MANY.get(model, ()))
            self.read[(model, manager)] = list(rows)
        return self.read[(model, manager)]

    # ---- who ------------------------------------------------------------------------------------------------------
    def children(self, family):
        return {e.member_id for e in self.places if e.family_id == family and e.option != "pregnancy"}

    def left(self, family, days):
        """How many of its children went before the last day of the year, for good, after fewer than `days`."""
        found = 0
        for child in self.children(family):
            held = [e for e in self.places if e.member_id == child and e.option != "pregnancy"]
            still = [
                e for e in held if e.exited_on is None or e.exited_on > self.on or e.exited_on >= self.year.ends_on
            ]
            if not still:
                last, first = max(e.exited_on for e in held), min(e.entered_on for e in held)
                found += (last - first).days + 1 < days
        return found

    def women(self, family):
        found = {}
        for e in sorted(self.places, key=lambda e: (e.entered_on, e.pk)):
            if e.family_id == family and e.option == "pregnancy":
                found.setdefault(e.member_id, e)
        return found

    # ---- the answer -----------------------------------------------------------------------------------------------
    def answer(self, item, items):
        """{family: how many} and the number of one item."""
        if item.rule == "by_hand":
            said = [s for s in self.rows(PirSaid) if s.program_year_id == self.year.pk]
            return {}, next((s.number or 0 for s in said if s.code == f"item:by_hand:{item.key}"), 0)
        if item.rule == "agreements":
            return {}, len(self.partners(item.key))
        found = {family: self.count(family, item, items) for family in self.families}
        found = {family: count for family, count in found.items() if count}
        return found, sum(found.values())

    def count(self, family, item, items):
        rule = item.rule
        if rule == "families_total":
            return 1
        if rule in SINGLE:
            moment, field, values = SINGLE[rule]
            shot = self.shots[moment].get(family)
            return int(shot is not None and getattr(shot, field) in values)
        if rule.startswith(("two_", "one_")):
            return int(self.of_parents(family, rule))
        if "working" in rule:
            return int(self.working(family, rule))
        if rule.startswith(("service_", "any_service_")):
            return int(self.served(family, item, items))
        if rule.startswith("father_"):
            return int(self.father(family, rule.removeprefix("father_")))
        if rule.startswith(("children_left", "toddlers_left")):
            return self.left(family, 45 if rule.endswith("early") else 10_000)
        if rule.startswith("pregnant_"):
            return self.pregnant(family, item)
        return {
            "homeless_families": lambda: int(bool(self.episodes(family))),
            "homeless_children": lambda: len(self.children(family)) if self.episodes(family) else 0,
            "housing_acquired": lambda: int(any(self.first <= day <= self.until for day in self.homes(family))),
            "foster_children": lambda: len(self.children(family) & self.in_care()),
            "referred_children": lambda: len(self.children(family) & self.sent()),
        }[rule]()  # fmt: skip

    # ---- snapshots ------------------------------------------------------------------------------------------------
    def says(self, family, moment, *names):
        """True, False, None: one of these is a yes; all are a no; nobody can tell."""
        shot = self.shots[moment].get(family)
        if shot is None:
            return None
        said = [getattr(shot, name) for name in names]
        if "yes" in said:
            return True
        return False if all(one == "no" for one in said) else None

    def working(self, family, rule):
        work = ("employed", "in_training", "in_school")
        start, end = self.says(family, "enrollment", *work), self.says(family, "end", *work)
        return {
            "working_start": start is True,
            "not_working_start": start is False,
            "working_end": end is True,
            "not_working_end": end is False,
            "working_both": end is True and start is True,
            "working_new": end is True and start is False,
            "not_working_lost": end is False and start is True,
            "not_working_still": end is False and start is False,
        }[rule]

    def of_parents(self, family, rule):
        shot = self.shots["enrollment"].get(family)
        how_many, _sep, what = rule.partition("_")
        if shot is None or shot.parents != f"{how_many}_parent{'s' if how_many == 'two' else ''}":
            return False
        if what.startswith("figure_"):
            return shot.figure == FIGURE[what.removeprefix("figure_")]
        names = ("employed",) if what.endswith("employed") else ("in_training", "in_school")
        return self.says(family, "enrollment", *names) is (not what.startswith("none_"))

    # ---- help -----------------------------------------------------------------------------------------------------
    def counts(self, service):
        """This help counts in this year of this program."""
        if service.family_id not in self.families or service.received_on > self.on or service.source == "family":
            return False
        if service.counts_because:
            return service.program_year_id == self.year.pk
        held = any(
            e.family_id == service.family_id
            and e.entered_on <= service.received_on
            and (e.exited_on is None or e.exited_on >= service.received_on)
            for e in self.all_places
        )
        return held and self.first <= service.received_on <= self.until

    def letters(self, item, items):
        numbers = {item.number.split("-")[0]}
        if item.rule.startswith("any_"):
            rule = item.rule.removeprefix("any_")
            numbers = {other.number.split("-")[0] for other in items if other.rule == rule}
        rows = self.rows(PirItemOfCategory)
        return {row.category_id for row in rows if row.form_year == item.form.year and row.item in numbers}

    def served(self, family, item, items):
        kinds = self.letters(item, items)
        if item.rule.endswith("needed"):
            return any(
                need.family_id == family and need.category_id in kinds and need.opened_on <= self.until
                and (need.closed_on is None or need.closed_on >= self.first)
                for need in self.rows(Need)
            )  # fmt: skip
        services = [s for s in self.rows(ServiceReceived) if s.family_id == family and s.category_id in kinds]
        return any(self.counts(service) for service in services)

    # ---- people ---------------------------------------------------------------------------------------------------
    def is_father(self, member):
        ties = self.rows(Relation)
        return member.is_father_figure or any(tie.adult_id == member.pk and tie.is_father_figure for tie in ties)

    def father(self, family, what):
        days = [
            there.activity.held_on
            for there in self.rows(Attendance)
            if there.family_id == family and there.is_present and there.is_father_figure and there.activity.posted_at
            and there.activity.father_item == what
        ]  # fmt: skip
        grown = {m.pk: m for m in self.rows(FamilyMember, "every") if m.family_id == family and m.role != "child"}
        if what == "assessment":
            for talk in self.rows(Assessment):
                if talk.family_id == family and talk.done_on and self._any_father(talk.took_part, grown):
                    days.append(talk.done_on)
        if what == "goals":
            for review in self.rows(Review):
                if review.family_id == family and self._any_father(review.present, grown):
                    days.append(review.held_on)
            for signed in self.rows(Signature):
                if signed.member_id in grown and self.is_father(grown[signed.member_id]):
                    days.append(timezone.localtime(signed.signed_at).date())
        places = [e for e in self.places if e.family_id == family]
        return any(
            self.first <= day <= self.until and any(e.exited_on is None or e.exited_on >= day for e in places)
            for day in days
        )

    def _any_father(self, people, grown):
        return any(self.is_father(grown[one.pk]) for one in people.all() if one.pk in grown)

    def pregnant(self, family, item):
        women = self.women(family)
        if item.rule == "pregnant_women":
            return len(women)
        if item.rule == "pregnant_service":
            helped = [
                {person.pk for person in service.participants.all()}
                for service in self.rows(ServiceReceived)
                if service.family_id == family and self.code_of[service.category_id] in item.categories
                and self.counts(service)
            ]  # fmt: skip
            return sum(1 for woman in women if any(not people or woman in people for people in helped))
        wanted = {"pregnant_first": 1, "pregnant_second": 2, "pregnant_third": 3}[item.rule]
        return sum(1 for place in women.values() if self.trimester(place) == wanted)

    def trimester(self, place):
        term = timedelta(days=280)
        due = next(m for m in self.rows(FamilyMember, "every") if m.pk == place.member_id).expected_on
        if due is None:
            born = [m.born_on for m in self.rows(FamilyMember) if m.family_id == place.family_id and m.role == "child"]
            soon = [day for day in born if day and place.entered_on <= day <= place.entered_on + term]
            due = min(soon, default=None)
        if due is None:
            return None
        weeks = ((place.entered_on - due).days + 280) // 7
        return 1 if weeks < 14 else 2 if weeks < 28 else 3

    # ---- a home, care, welfare, partners --------------------------------------------------------------------------
    def episodes(self, family):
        return [
            e for e in self.rows(HomelessnessEpisode)
            if e.family_id == family and e.began_on <= self.last and (e.ended_on is None or e.ended_on >= self.first)
        ]  # fmt: skip

    def homes(self, family):
        return [e.housing_acquired_on for e in self.episodes(family) if e.housing_acquired_on]

    def in_care(self):
        return {
            care.child_id for care in self.rows(FosterCare)
            if care.began_on <= self.last and (care.ended_on is None or care.ended_on >= self.first)
        }  # fmt: skip

    def sent(self):
        rows = self.rows(ChildWelfareInvolvement)
        return {row.child_id for row in rows if row.referred_to_us and row.child_id and row.began_on <= self.last}

    def partners(self, kind):
        found = defaultdict(bool)
        for mou in self.rows(Mou):
            bound = {program.pk for program in mou.programs.all()}
            ours = not bound or self.year.program_id in bound
            begun = mou.state in ("signed", "terminated") and mou.effective_on and mou.effective_on <= self.last
            over = (mou.ends_on and mou.ends_on < self.last) or (mou.terminated_on and mou.terminated_on <= self.last)
            if mou.kind == kind and ours and begun and not over:
                found[mou.partner_id] = True
        return set(found)


def differences(year, on, form):
    """Where the worksheet and the slow count disagree, item by item; [] when they are one."""
    slow = Slow(year, on)
    found = Worksheet(year, form, on)
    wrong = []
    for line in found.lines:
        if line.answer is None:
            continue
        counted, number = slow.answer(line.item, found.asked.items)
        mine = {family: len(seen.who) or 1 for family, seen in line.answer.counted.items()}
        if (mine, line.number) != (counted, number):
            wrong.append((line.item.number, line.item.code, mine, counted))
        if line.answer.counted.keys() | line.answer.why.keys() != slow.families:
            wrong.append((line.item.number, "somebody stands on no side"))
        if line.answer.counted.keys() & line.answer.why.keys():
            wrong.append((line.item.number, "somebody stands on both sides"))
        wrong += [(line.item.number, said.reason) for said in line.answer.why.values() if said.reason not in REASONS]
    return wrong
