"""The service gap, counted slowly."""

from collections import defaultdict

from families.models import Household, Need, ServiceReceived
from partners.models import Service
from tests.reports.slow_standing.base import EVER, Slow


class Gap(Slow):
    def count(self):
        wanted, got = defaultdict(set), defaultdict(set)
        self.running = [
            (s.partner_id, {c.code for c in s.categories.all()}, {one.postal_code[:5] for one in s.locations.all()})
            for s in self.all(Service, "categories", "locations") if s.status == "active"
        ]  # fmt: skip
        for n in self.all(Need, "category"):
            if n.interest != "no" and n.opened_on <= self.last and (n.closed_on or EVER) >= self.first:
                wanted[n.family_id].add(n.category.code)
        for s in self.all(ServiceReceived, "category"):
            if self.inside(s.received_on):
                got[s.family_id].add(s.category.code)
        for f in self.enrolled:
            place = self._zip(f)
            self.family(f"zips.{place}.families", f)
            for kind in wanted[f] | got[f]:
                rows = (f"kinds.{kind}", f"places.{kind}~{place}")
                self._gap(rows, f, kind in wanted[f], kind in wanted[f] - got[f])
                if kind in got[f]:
                    self.family(f"kinds.{kind}.received", f)
                self._offered(kind, place)
            if wanted[f]:
                self._gap((f"zips.{place}", "kinds.all"), f, True, bool(wanted[f] - got[f]))
            if got[f]:
                self.family("kinds.all.received", f)
        asked = {kind for f in self.enrolled for kind in wanted[f] | got[f]}
        if anywhere := {partner for partner, kinds, _zips in self.running if kinds & asked}:
            self.numbers["kinds.all.partners"] = len(anywhere)

    def _gap(self, rows, family, needed, left):
        for row in rows if needed else ():
            self.family(f"{row}.needed", family)
            self.family(f"{row}.{'gap' if left else 'helped'}", family)

    def _zip(self, family):
        homes = [h for h in self.of(Household, family) if not h.is_hidden]
        return next((h.postal_code[:5] for h in homes if h.postal_code[:5].isdigit()), "none")

    def _offered(self, kind, place):
        offering = [(partner, zips) for partner, kinds, zips in self.running if kind in kinds]
        near = {partner for partner, zips in offering if place in zips}
        everywhere = {partner for partner, _zips in offering}
        for row, n in ((f"kinds.{kind}", len(everywhere)), (f"places.{kind}~{place}", len(near))):
            if n:
                self.numbers[f"{row}.partners"] = n
