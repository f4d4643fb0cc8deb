"""Data quality, counted slowly."""

from datetime import timedelta

from families.models import (
    Assessment,
    Assignment,
    Enrollment,
    FamilyMember,
    HomelessnessEpisode,
    Household,
    Need,
    ServiceReceived,
    Snapshot,
)
from goals.models import Goal, GoalTouched, PartnershipAgreement, ProgressNote
from referrals.models import Referral, ReferralEvent
from tests.reports.slow_standing.base import EVER, WAITING, Slow, holds


class Quality(Slow):
    def count(self):
        self.begun = self.since()
        main = [a for a in self.all(Assignment) if a.kind == "primary" and holds(a, self.last, "starts_on", "ends_on")]
        here = {p.family_id for p in self.places if holds(p, self.last, "entered_on", "exited_on")}
        anywhere = [p for p in self.all(Enrollment) if (p.exited_on or EVER) >= self.last]
        gone = self.enrolled - {p.family_id for p in anywhere}
        for f in sorted(self.enrolled):
            workers = {a.worker_id for a in main if a.family_id == f}
            found = {
                "missing": self._missing(f, workers) if f in here else [],
                "contradictory": self._contradictory(f, workers, f in here, f in gone),
                "stale": self._stale(f) if f in here else [],
            }
            for kind, codes in found.items():
                for code in codes:
                    self.family(f"{kind}.{code}.families", f)
                for row in (*(workers or ["none"]), "all") if codes else ():
                    self.family(f"workers.{row}.{kind}", f)
                    self.family(f"workers.{row}.families", f)

    def _missing(self, f, workers):
        members, talks = self.of(FamilyMember, f), self.of(Assessment, f)
        since = self.begun.get(f, EVER)
        asked = [s for s in self.of(Snapshot, f) if s.moment == "enrollment" and since <= s.taken_on <= self.last]
        checks = {
            "no_worker": not workers,
            "no_place": not any(h.postal_code for h in self.of(Household, f)),
            "no_birth_date": any(m.role == "child" and not m.born_on and not m.left_on for m in members),
            "no_main_contact": not any(m.is_main_contact for m in members),
            "no_conversation": not any(t.done_on and t.done_on <= self.last for t in talks),
            "no_offer": not any(a.offered_on <= self.last for a in self.of(PartnershipAgreement, f)),
            "no_snapshot": not asked,
        }
        return [code for code, wrong in checks.items() if wrong]

    def _contradictory(self, f, workers, is_here, is_gone):
        needs, goals = self.of(Need, f), self.of(Goal, f)
        work = any(n.closed_on is None for n in needs) or any(g.ended_on is None and g.state != "draft" for g in goals)
        said = [s for s in self.of(Snapshot, f) if s.taken_on <= self.last and s.housing]
        newest = max(said, key=lambda s: (s.taken_on, s.pk)).housing if said else ""
        homeless = any(holds(h, self.last, "began_on", "ended_on") for h in self.of(HomelessnessEpisode, f))
        places = self.of(Enrollment, f)
        outside = [
            s for s in self.of(ServiceReceived, f)
            if self.inside(s.received_on) and not s.counts_because
            and not any(holds(p, s.received_on, "entered_on", "exited_on") for p in places)
        ]  # fmt: skip
        checks = {
            "left_with_work": is_gone and work,
            "met_and_waiting": any(
                r.state in WAITING and (r.need.closed_on or EVER) <= self.last for r in self.of(Referral, f, "need")
            ),
            "home_differs": is_here
            and newest in ("shares_after_loss", "shelter", "motel", "unsheltered")
            and not homeless,
            "help_outside": bool(outside),
            "two_workers": len(workers) > 1,
        }
        return [code for code, wrong in checks.items() if wrong]

    def _stale(self, f):
        def lately(day, days):
            return day > self.last - timedelta(days=days)

        talks, notes = self.of(Assessment, f), {n.pk: n for n in self.of(ProgressNote, f)}
        spoke = [n for n in notes.values() if n.contact not in ("no_answer", "office") and n.happened_on <= self.last]
        done = [t.done_on for t in talks if t.done_on and t.done_on <= self.last]
        touched = {
            t.goal_id for t in self.all(GoalTouched) if t.note_id in notes and lately(notes[t.note_id].happened_on, 90)
        }
        heard = {e.referral_id for e in self.all(ReferralEvent) if lately(e.happened_on, 60)}
        checks = {
            "no_contact": not any(lately(n.happened_on, 90) for n in spoke),
            "old_conversation": bool(done) and max(done) < self.last - timedelta(days=365),
            "unfinished": any(not t.done_on and t.started_on < self.last - timedelta(days=30) for t in talks),
            "still_goal": any(
                g.state == "active" and g.set_on < self.last - timedelta(days=90) and g.pk not in touched
                for g in self.of(Goal, f)
            ),
            "still_referral": any(
                r.state in WAITING and r.sent_on < self.last - timedelta(days=60) and r.pk not in heard
                for r in self.of(Referral, f)
            ),
        }
        return [code for code, wrong in checks.items() if wrong]
