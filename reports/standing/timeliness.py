"""Timeliness: for each clock, what fell due in these days, done in time, late or still open, and how long it took."""

from collections import defaultdict
from statistics import median

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency.due import Clocks
from agency.models import Deadline
from reports.monthly.counting.talks import seasons
from reports.standing.frame import Block, Measure, Standing

OF_PLACES = ("welcome_contact", "assessment_offered", "assessment_done", "agreement_offered", "agreement_answered")
OF_THINGS = ("urgent_need", "referral_follow_up")
TOGETHER = {"referral_follow_up_urgent": "referral_follow_up"}  # clocks that are one question to a reader

COLUMNS = {
    "due": Measure(gettext_lazy("Due"), gettext_lazy("The clock ran out on one of these days, or will."), "things"),
    "in_time": Measure(gettext_lazy("In time"), gettext_lazy("Done on the day it was due, or before."), "things"),
    "late": Measure(gettext_lazy("Late"), gettext_lazy("Done after the day it was due."), "things"),
    "open": Measure(gettext_lazy("Overdue"), gettext_lazy("Not done, although its day has passed."), "things"),
    "waiting": Measure(gettext_lazy("Not yet due"), gettext_lazy("Not done, and its day is still to come."), "things"),
    "days": Measure(
        gettext_lazy("Median days"), gettext_lazy("Half of what was done took so many days or fewer."), "days"
    ),
}  # fmt: skip

# From each family's first place in a program in these days: when what its clocks ask for was first done.
PLACES = """
, held AS MATERIALIZED (
    SELECT family_id, program_id, (array_agg(option ORDER BY entered_on, id))[1] AS option,
           min(entered_on) AS entered_on
    FROM places WHERE entered_on <= %(last)s AND (exited_on IS NULL OR exited_on >= %(first)s)
    GROUP BY family_id, program_id
), offers AS MATERIALIZED (
    SELECT family_id, min(offered_on) AS offered_on, min(answered_on) AS answered_on
    FROM goals_partnershipagreement JOIN (SELECT DISTINCT family_id FROM held) h USING (family_id) GROUP BY family_id
), talks AS MATERIALIZED (
    SELECT family_id, min(started_on) AS begun_on, min(done_on) AS done_on
    FROM families_assessment JOIN (SELECT DISTINCT family_id FROM held) h USING (family_id) GROUP BY family_id
)
SELECT held.family_id, held.program_id, held.option, held.entered_on, contact.on, talks.begun_on, talks.done_on,
       offers.offered_on, offers.answered_on
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
SELECT CASE WHEN r.is_urgent THEN 'referral_follow_up_urgent' ELSE 'referral_follow_up' END, r.family_id, c.program_id,
       r.sent_on, coalesce(heard.on, r.closed_on)
FROM referrals_referral r JOIN enrolled USING (family_id)
JOIN families_family f ON f.id = r.family_id JOIN agency_center c ON c.id = f.center_id
LEFT JOIN LATERAL (
    SELECT min(e.happened_on) AS on FROM referrals_referralevent e
    WHERE e.referral_id = r.id AND e.to_state <> 'sent' AND e.from_state <> 'draft'
) heard ON true
WHERE r.sent_on IS NOT NULL
"""


def names(codes):
    """The clocks by the names the agency gave them: of several rules the newest."""
    found = Deadline.objects.filter(code__in=codes).order_by("effective_on", "pk")
    return {one.code: str(one) for one in found}


class Timeliness(Standing):
    code = "timeliness"
    title = gettext_lazy("Timeliness")
    lead = gettext_lazy("For each clock: what fell due, done in time, late or not at all, and how long it took.")
    blocks = (
        Block("clocks", gettext_lazy("Each clock"), gettext_lazy("Clock"), COLUMNS, names,
              gettext_lazy("Places begun, needs for today and referrals of families with a place in these days."),
              gettext_lazy("By the clocks in force on the last day. What was done before a place began is left out."),
              "parts", ("in_time", "late", "open"), gettext_lazy("In time, late, overdue"),
              {"due": ("in_time", "late", "open", "waiting")}, keeps_order=True,
              empty=(gettext_lazy("No clock ran out in these days"),
                     gettext_lazy("Choose other days, or look at which clocks run."))),
    )  # fmt: skip

    def rows(self, scope):
        counted = Tally(scope)
        for row in scope.ask(PLACES):
            counted.place(*row)
        for row in scope.ask(THINGS):
            counted.thing(*row)
        return counted.rows()

    def head(self, report):
        codes = report.content["rows"]["clocks"]
        n = {column: sum(report.number(f"clocks.{code}.{column}") for code in codes) for column in ("due", "in_time")}
        if not n["due"]:
            return []
        row = max(codes, key=lambda code: report.number(f"clocks.{code}.open"))
        return [
            (
                f"clocks.{row}.open",
                _("of %(n)s due: the most overdue clock") % {"n": report.number(f"clocks.{row}.due")},
            )
        ]


class Tally:
    """Puts each thing that fell due into its column."""

    def __init__(self, scope):
        self.scope, self.until = scope, min(scope.last, timezone.localdate())
        self.clocks, self.seasons = Clocks(on=scope.last), seasons(scope)
        self.families, self.days, self.known = defaultdict(list), defaultdict(list), {}

    def place(self, family, program, option, entered, *done):
        for code, done_on in zip(OF_PLACES, done, strict=True):
            if done_on is None or done_on >= entered:
                self._count(code, family, (program, option), entered, done_on)

    def thing(self, code, family, program, start, done_on):
        self._count(code, family, (program, ""), start, done_on)

    def _count(self, code, family, here, start, done_on):
        due_on = self._due_on(code, here, start)
        if due_on is None or not self.scope.first <= due_on <= self.scope.last:
            return
        code = TOGETHER.get(code, code)
        done_on = done_on if done_on and done_on <= self.until else None
        self.families[code, "due"].append(family)
        self.families[code, _column(due_on, done_on, self.until)].append(family)
        if done_on:
            self.days[code].append(max(0, (done_on - start).days))

    def _due_on(self, code, here, start):
        key = code, here, start
        if key not in self.known:
            program, option = here
            self.known[key] = self.clocks.due_on(code, start, program, self.seasons.get(program), option)
        return self.known[key]

    def rows(self):
        for code in (*OF_PLACES, *OF_THINGS):
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
