"""Father engagement, counted slowly."""

from collections import defaultdict

from families.models import Activity, Assessment, Attendance, FamilyMember
from goals.models import Review
from tests.reports.slow_standing.base import Slow


class Fathers(Slow):
    def count(self):
        members = {m.pk: m for m in self.all(FamilyMember)}
        activities = {a.pk: a for a in self.all(Activity)}
        part = [
            (activities[a.activity_id].father_item, activities[a.activity_id].held_on, a.member_id, a.family_id)
            for a in self.all(Attendance)
            if a.is_present and a.is_father_figure and activities[a.activity_id].posted_at
        ]
        for t in self.all(Assessment, "took_part"):
            part += [("assessment", t.done_on, m.pk, t.family_id) for m in t.took_part.all() if m.is_father_figure]
        for r in self.all(Review, "present"):
            part += [("goals", r.held_on, m.pk, r.family_id) for m in r.present.all() if m.is_father_figure]
        part = [p for p in part if p[0] and self.inside(p[1]) and p[3] in self.enrolled]
        known = {m.family_id for m in members.values() if m.is_father_figure}
        active, men = {p[3] for p in part}, defaultdict(set)
        for f in self.enrolled:
            self.family(f"known.all.{'known' if f in known else 'unknown'}", f)
            if f in known:
                self.family(f"known.all.{'took_part' if f in active else 'not_yet'}", f)
        for item, on, man, family in part:
            for row in (f"items.{item}", "items.all", f"months.{on:%Y-%m}"):
                self.thing(f"{row}.times", family)
                self.family(f"{row}.families", family)
                self.family(f"{row}.fathers", family)
                men[f"{row}.fathers"].add(man)
        self.numbers |= {figure: len(found) for figure, found in men.items()}
