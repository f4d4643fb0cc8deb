"""Timeliness: for each clock, what fell due in these days, done in time, late or still open, and how long it took."""

from collections import defaultdict
from functools import cache
from statistics import median

from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency.due import A_YEAR, Clocks
from agency.models import Deadline
from reports.monthly.counting.talks import seasons
from reports.standing import years
from reports.standing.blocks import Block, Measure
from reports.standing.frame import Standing, told

OF_PLACES = ("welcome_contact", "assessment_offered", "assessment_done", "agreement_offered", "agreement_answered")
OF_THINGS = ("urgent_need", "referral_urgent_send", "referral_follow_up", "record_request")
ORDER = (*OF_PLACES, *years.CODES, *OF_THINGS)
A_MONTH = 31
MOST_OVERDUE = 4  # clocks that stand on top
TOGETHER = {"referral_follow_up_urgent": "referral_follow_up"}  # clocks that are one question to a reader

COLUMNS = {
    "due": Measure(gettext_lazy("Due"), gettext_lazy("The clock ran out on one of these days, or will."), "things"),
    "in_time": Measure(gettext_lazy("In time"), gettext_lazy("Done on the day it was due, or before."), "things"),
    "late": Measure(gettext_lazy("Late"), gettext_lazy("Done after the day it was due."), "things"),
    "open": Measure(gettext_lazy("Overdue"), gettext_lazy("Not done, although its day has passed."), "things"),
    "waiting": Measure(gettext_lazy("Not yet due"), gettext_lazy("Not done, and its day is still to come."), "things"),
    "days": Measure(
        gettext_lazy("Median days"), gettext_lazy("Half of what was done took so many days or fewer."), "days",
        is_of=("in_time", "late"),
    ),
}  # fmt: skip

# From each family's first place in a program in these days: when what its clocks ask for was first done.
PLACES = """
, held AS MATERIALIZED (
    SELECT family_id, program_id, (array_agg(option ORDER BY clocks_from, id))[1] AS option,
           min(clocks_from) AS entered_on,
           CASE WHEN bool_and(exited_on IS NOT NULL) THEN max(exited_on) END AS left_on
    FROM places WHERE entered_on <= %(last)s AND (exited_on IS NULL OR exited_on >= %(first)s)
    GROUP BY family_id, program_id
    HAVING min(clocks_from) >= %(first)s::date - %(furthest)s  -- else every clock had run out before these days
), offers AS MATERIALIZED (
    SELECT family_id, min(offered_on) AS offered_on, min(answered_on) AS answered_on
    FROM goals_partnershipagreement JOIN (SELECT DISTINCT family_id FROM held) h USING (family_id) GROUP BY family_id
), talks AS MATERIALIZED (
    SELECT family_id, min(started_on) AS begun_on, min(done_on) AS done_on
    FROM families_assessment JOIN (SELECT DISTINCT family_id FROM held) h USING (family_id) GROUP BY family_id
)
SELECT held.family_id, held.program_id, held.option, held.entered_on, held.left_on,
       contact.on, talks.begun_on, talks.done_on, offers.offered_on, offers.answered_on
FROM held LEFT JOIN talks USING (family_id) LEFT JOIN offers USING (family_id)
LEFT JOIN LATERAL (
    SELECT n.happened_on AS on FROM goals_progressnote n
    WHERE n.family_id = held.family_id AND n.happened_on >= held.entered_on AND n.contact NOT IN ('no_answer', 'office')
    ORDER BY n.happened_on, n.id LIMIT 1
) contact ON true
"""
THINGS = """
SELECT 'urgent_need', n.family_id, NULL::bigint, (n.opened_at AT TIME ZONE %(zone)s)::date,
       coalesce((n.first_step_at AT TIME ZONE %(zone)s)::date, n.closed_on)
FROM families_need n JOIN enrolled USING (family_id)
WHERE n.urgency = 3
UNION ALL
SELECT 'referral_urgent_send', r.family_id, c.program_id, r.made_on, coalesce(r.sent_on, gone.on, r.closed_on)
FROM referrals_referral r JOIN enrolled USING (family_id)
JOIN families_family f ON f.id = r.family_id JOIN agency_center c ON c.id = f.center_id
LEFT JOIN LATERAL (
    SELECT min(e.happened_on) AS on FROM referrals_referralevent e
    WHERE e.referral_id = r.id AND e.from_state = 'draft'
) gone ON true
WHERE r.is_urgent
UNION ALL
SELECT CASE WHEN r.is_urgent THEN 'referral_follow_up_urgent' ELSE 'referral_follow_up' END, r.family_id, c.program_id,
       r.sent_on, coalesce(heard.on, r.closed_on)
FROM referrals_referral r JOIN enrolled USING (family_id)
JOIN families_family f ON f.id = r.family_id JOIN agency_center c ON c.id = f.center_id
LEFT JOIN LATERAL (
    SELECT min(e.happened_on) AS on FROM referrals_referralevent e
    WHERE e.referral_id = r.id AND e.to_state <> 'sent' AND e.from_state <> 'draft'
) heard ON true
WHERE r.sent_on IS NOT NULL
UNION ALL
SELECT 'record_request', q.family_id, c.program_id, q.asked_on, q.answered_on
FROM referrals_recordrequest q JOIN enrolled USING (family_id)
JOIN families_family f ON f.id = q.family_id JOIN agency_center c ON c.id = f.center_id
"""


def names(codes):
    """The clocks by the names the agency gave them: its own rule before one of a program, the newest of several."""
    found = Deadline.objects.filter(code__in=codes).order_by(F("program").desc(nulls_last=True), "effective_on", "pk")
    return {one.code: str(one) for one in found}


class Timeliness(Standing):
    code = "timeliness"
    title = gettext_lazy("Timeliness")
    lead = gettext_lazy("For each clock: what fell due, done in time, late or not at all, and how long it took.")
    blocks = (
        Block("clocks", gettext_lazy("Each clock"), gettext_lazy("Clock"), COLUMNS, names,
              gettext_lazy("What the clocks ask for, of families with a place in these days."),
              gettext_lazy("By the clocks in force on the last day. Left out: what was done before a clock began, and "
                           "what was still to be done when the family left."),
              "parts", ("in_time", "late", "open"), gettext_lazy("In time, late, overdue"),
              {"due": ("in_time", "late", "open", "waiting")}, keeps_order=True,
              empty=(gettext_lazy("No clock ran out in these days"),
                     gettext_lazy("Choose other days, or look at which clocks run."))),
    )  # fmt: skip

    def rows(self, scope, figure=""):
        """Of one figure only the statement that knows its clock is asked."""
        counted, clock = Tally(scope), figure.split(".")[1] if figure else ""
        if not clock or clock in OF_PLACES:
            for row in scope.ask(PLACES, furthest=counted.furthest):
                counted.place(*row)
        if not clock or clock in years.CODES:
            for row in years.held(scope):
                counted.year(row)
        if not clock or clock in OF_THINGS:
            for row in scope.ask(THINGS):
                counted.thing(*row)
        return counted.rows()

    def head(self, report):
        codes = report.content["rows"]["clocks"]
        codes = sorted(codes, key=lambda code: -(report.number(f"clocks.{code}.open") or 0))[:MOST_OVERDUE]
        return [(f"clocks.{code}.open", told(report, _("of %(n)s due"), f"clocks.{code}.due")) for code in codes]


class Tally:
    """Puts each thing that fell due into its column."""

    def __init__(self, scope):
        self.scope, self.until = scope, min(scope.last, timezone.localdate())
        self.clocks, self.seasons = Clocks(on=scope.last), seasons(scope)
        self.families, self.days = defaultdict(list), defaultdict(list)
        self.due_on = cache(self.clocks.due_on)  # of many families' clocks few begin on another day

    @property
    def furthest(self):
        """So many days after a place began the last of its clocks has run out, however they are counted."""
        rules = Deadline.objects.filter(code__in=OF_PLACES).order_by("pk").values_list("length", flat=True)
        return max(A_YEAR, 2 * max(rules, default=0) + A_MONTH)

    def place(self, family, program, option, entered, left_on, *done):
        for code, done_on in zip(OF_PLACES, done, strict=True):
            if done_on is None or done_on >= entered:
                due_on = self.due_on(code, entered, program, self.seasons.get(program), option)
                self._count(code, family, due_on, done_on, entered, left_on)

    def year(self, row):
        for code, due_on, done_on, start in years.asked(row, self.clocks, self.due_on):
            self._count(code, row.family_id, due_on, done_on, start, row.left_on)

    def thing(self, code, family, program, start, done_on):
        due_on = self.due_on(code, start, program, self.seasons.get(program), "")
        self._count(code, family, due_on, done_on, start)

    def _count(self, code, family, due_on, done_on, start, left_on=None):
        if due_on is None or not self.scope.first <= due_on <= self.scope.last:
            return
        done_on = done_on if done_on and done_on <= self.until else None
        if done_on is None and left_on and left_on < due_on:
            return  # they left while the clock ran
        code = TOGETHER.get(code, code)
        self.families[code, "due"].append(family)
        self.families[code, _column(due_on, done_on, self.until)].append(family)
        if done_on and start:
            self.days[code].append(max(0, (done_on - start).days))

    def rows(self):
        for code in ORDER:
            for column in COLUMNS:
                if ids := self.families.get((code, column)):
                    yield "clocks", code, column, len(ids), ids
            if code in self.days:
                yield "clocks", code, "days", median(self.days[code]), None


def _column(due_on, done_on, until):
    if done_on:
        return "in_time" if done_on <= due_on else "late"
    return "open" if due_on < until else "waiting"


KIND = Timeliness()
