"""The figures of the monthly program report (Head Start Act 642(d)(2); design 8), counted in families.

Every figure about families is first a set of families; the number is its size. So a number and the list behind it
cannot disagree, and no family is counted twice however many children it has here.
"""

from collections import defaultdict

from django.db import connection
from django.db.models import Count, Min, Q

from agency.due import Clocks
from agency.models import Agency, Program, ProgramYear, ServiceCategory
from families.models import Answer, Assessment, Assignment, Enrollment, Need, Outcome, ServiceReceived
from goals.models import Celebration, Goal, GoalTouched, PartnershipAgreement, ProgressNote
from goals.states import AgreementState, GoalState
from referrals.models import Consent, Disclosure, Referral, ReferralEvent
from referrals.states import ReferralState

MONTHS_SHOWN = 6
SAME = 0.05  # of a level: a smaller difference of two averages is no change


class Figures:
    """Collects numbers, and the families behind those that count families."""

    def __init__(self):
        self.numbers, self.families = {}, {}

    def families_in(self, code, ids):
        """Record `code` as the number of these families, and keep the list."""
        self.families[code] = sorted(set(ids))
        self.numbers[code] = len(self.families[code])
        return set(ids)


class Scope:
    """One program, or with None the whole agency, in one month."""

    def __init__(self, program, month):
        self.program, self.month = program, month
        self.first, self.last = month.first, month.last
        self.year_start = self._year_start()
        self.enrolled = self.places_during(self.first, self.last)
        self.served = self.places_during(self.year_start, self.last)  # those who left still count

    def _year_start(self):
        years = ProgramYear.objects.filter(starts_on__lte=self.last, **self.of_program)
        newest = years.order_by("program_id", "-starts_on").distinct("program_id").values("pk")
        return ProgramYear.objects.filter(pk__in=newest).aggregate(day=Min("starts_on"))["day"] or self.first

    @property
    def of_program(self):
        return {"program": self.program} if self.program else {}

    @property
    def months(self):
        return self.month.back(MONTHS_SHOWN)

    def places(self):
        return Enrollment.objects.filter(**self.of_program)

    def places_during(self, first, last):
        return set(self.places().during(first, last).values_list("family_id", flat=True))


def figures(program, month):
    """All figures of one report: `(content, families)`, content ready for JSON, families by figure."""
    scope, found = Scope(program, month), Figures()
    content = {"program": program.code if program else None, "month": str(month), "year_start": str(scope.year_start)}
    for count in (_families, _conversations, _agreements, _goals, _referrals, _staff, _rights, _cheers):
        count(scope, found)
    content |= {
        "contacts": _contacts(scope, found),
        "outcomes": _outcomes(scope, found),
        "help": _help(scope, found),
        "barriers": _barriers(scope),
        "small_cell": Agency.objects.values_list("small_cell", flat=True).first() or 5,
    }
    content["figures"] = found.numbers
    return content, found.families


def _families(scope, found):
    entered = scope.places().filter(entered_on__range=(scope.first, scope.last)).values_list("family_id", flat=True)
    earlier = scope.places().filter(entered_on__lt=scope.first).values_list("family_id", flat=True)
    left = scope.places().filter(exited_on__range=(scope.first, scope.last)).values_list("family_id", flat=True)
    at_end = scope.places().in_force(scope.month.next().first).values_list("family_id", flat=True)
    found.families_in("families", scope.enrolled)
    found.families_in("new", set(entered) - set(earlier))
    found.families_in("left", set(left) - set(at_end))
    found.families_in("served", scope.served)


def _contacts(scope, found):
    """Contacts and families reached, month by month; for the report's month the families with none as well."""
    this_month = ProgressNote.objects.contacts().filter(
        happened_on__range=(scope.first, scope.last), family__in=scope.enrolled
    )
    reached = set(this_month.order_by().values_list("family_id", flat=True).distinct())
    found.families_in("reached", reached)
    found.families_in("not_reached", scope.enrolled - reached)
    with_father = this_month.filter(present__is_father_figure=True).order_by().values_list("family_id", flat=True)
    found.families_in("fathers", with_father.distinct())
    return [_contacts_of(scope, found, month, counts) for month, counts in _by_month(scope)]


# Grouped by family first: counting the families of a month out of all its notes would sort every note.
BY_MONTH = """
SELECT month, sum(contacts)::int, count(*)
FROM (
    SELECT date_trunc('month', happened_on)::date AS month, family_id, count(*) AS contacts
    FROM goals_progressnote
    WHERE NOT contact IN ('no_answer', 'office') AND happened_on BETWEEN %(first)s AND %(last)s
      AND (%(everybody)s OR family_id = ANY(%(families)s))
    GROUP BY 1, 2
) AS of_a_family
GROUP BY month
"""


def _by_month(scope):
    """`(month, (contacts, families reached))` for the months shown."""
    first = scope.months[0].first
    families = sorted(scope.places_during(first, scope.last)) if scope.program else []
    facts = {"first": first, "last": scope.last, "everybody": scope.program is None, "families": families}
    with connection.cursor() as cursor:
        cursor.execute(BY_MONTH, facts)
        counted = {month: (contacts, reached) for month, contacts, reached in cursor.fetchall()}
    return [(month, counted.get(month.first, (0, 0))) for month in scope.months]


def _contacts_of(scope, found, month, counts):
    contacts, reached = counts
    families = scope.enrolled if month == scope.month else scope.places_during(month.first, month.last)
    none = max(0, len(families) - reached)
    if month == scope.month:
        none = found.numbers["not_reached"]
        found.numbers["contacts"] = contacts
    return {"month": str(month), "contacts": contacts, "families": len(families), "none": none}


def _conversations(scope, found):
    done = Assessment.objects.done().filter(done_on__lte=scope.last)
    this_month = done.filter(done_on__gte=scope.first, family__in=scope.enrolled)
    found.families_in("conversations_done", this_month.values_list("family_id", flat=True))
    ever = set(done.filter(family__in=scope.enrolled).values_list("family_id", flat=True))
    found.families_in("conversations_had", ever)
    found.families_in("conversations_late", _past_the_clock(scope, "assessment_done") - ever)


def _past_the_clock(scope, code):
    """Families whose clock, counted from their first day here, ran out before the month ended."""
    clocks = Clocks(on=scope.last)
    entries = scope.places().during(scope.first, scope.last).values_list("family_id", "program_id")
    first_days = entries.annotate(entered=Min("entered_on"))
    return {
        family
        for family, program, entered in first_days
        if (due := clocks.due_on(code, entered, program)) and due <= scope.last
    }


def _agreements(scope, found):
    """By their state today, for families enrolled in the month; closed ones are history."""
    rows = PartnershipAgreement.objects.open().filter(offered_on__lte=scope.last, family__in=scope.enrolled)
    by_state = defaultdict(set)
    for family, state in rows.values_list("family_id", "state"):
        by_state[state].add(family)
    signed = by_state[AgreementState.SIGNED] | by_state[AgreementState.REVISING]
    found.families_in("agreements_signed", signed)
    found.families_in("agreements_written", by_state[AgreementState.ACCEPTED])
    found.families_in("agreements_offered", by_state[AgreementState.OFFERED])
    found.families_in("agreements_not_ready", by_state[AgreementState.NOT_READY])
    found.families_in("agreements_declined", by_state[AgreementState.DECLINED])
    found.families_in("agreements_none", scope.enrolled - set().union(*by_state.values()))


def _goals(scope, found):
    goals = Goal.objects.filter(family__in=scope.served, set_on__lte=scope.last)
    this_year = goals.filter(set_on__gte=scope.year_start)
    reached = Q(state__in=[GoalState.ACHIEVED, GoalState.PARTLY])
    in_month = Q(ended_on__range=(scope.first, scope.last))
    found.numbers["goals_set_this_year"] = this_year.count()
    found.numbers["goals_set"] = goals.filter(set_on__gte=scope.first).count()
    found.numbers["goals_open"] = (
        goals.exclude(state=GoalState.DRAFT).filter(Q(ended_on=None) | Q(ended_on__gt=scope.last)).count()
    )
    found.numbers["goals_reached"] = goals.filter(reached & in_month).count()
    found.numbers["goals_reached_this_year"] = goals.filter(
        reached, ended_on__range=(scope.year_start, scope.last)
    ).count()
    moved = GoalTouched.objects.filter(
        moved=GoalTouched.Moved.FORWARD,
        goal__family__in=scope.served,
        note__happened_on__range=(scope.first, scope.last),
    )
    found.numbers["goals_moved"] = moved.values("goal").distinct().count()


def _referrals(scope, found):
    referrals = Referral.objects.filter(family__in=scope.served)
    in_month = (scope.first, scope.last)
    found.numbers["referrals_sent"] = referrals.filter(sent_on__range=in_month).count()
    informed = ReferralEvent.objects.filter(
        referral__in=referrals, to_state=ReferralState.INFORMED, happened_on__range=in_month
    )
    found.numbers["information_given"] = informed.values("referral").distinct().count()
    found.numbers["referrals_received"] = referrals.filter(service_received__received_on__range=in_month).count()
    found.numbers["referrals_not_received"] = referrals.filter(
        state=ReferralState.NOT_RECEIVED, closed_on__range=in_month
    ).count()
    waiting = referrals.waiting().filter(sent_on__lte=scope.last).values_list("family_id", flat=True)
    found.families_in("referrals_waiting", waiting)


def _barriers(scope):
    """Why help was not received, this program year: what the community assessment asks for (45 CFR 1302.11(b))."""
    closed = Referral.objects.filter(
        family__in=scope.served,
        state__in=[ReferralState.NOT_RECEIVED, ReferralState.DECLINED],
        closed_on__range=(scope.year_start, scope.last),
    ).exclude(barrier="")
    rows = closed.values("barrier").annotate(count=Count("pk")).order_by("-count", "barrier")
    return [{"code": row["barrier"], "count": row["count"]} for row in rows]


# First and latest finished conversation of each family, by outcome, over the questions answered in both.
CHANGE = """
WITH done AS (
    SELECT id, family_id,
           row_number() OVER (PARTITION BY family_id ORDER BY done_on, id) AS from_first,
           row_number() OVER (PARTITION BY family_id ORDER BY done_on DESC, id DESC) AS from_latest
    FROM families_assessment WHERE done_on <= %(last)s AND family_id = ANY(%(families)s)
)
SELECT item.outcome, a.family_id, avg(one.level)::float, avg(other.level)::float
FROM done a
JOIN done z ON z.family_id = a.family_id AND a.from_first = 1 AND z.from_latest = 1 AND z.id <> a.id
JOIN families_answer one ON one.assessment_id = a.id AND one.level IS NOT NULL
JOIN families_item item ON item.id = one.item_id
JOIN families_answer other ON other.assessment_id = z.id AND other.level IS NOT NULL
JOIN families_item again ON again.id = other.item_id AND again.code = item.code
GROUP BY item.outcome, a.family_id
"""


def _outcomes(scope, found):
    """Per outcome: average level first and latest, and families whose average went up, stayed or went down."""
    with connection.cursor() as cursor:
        cursor.execute(CHANGE, {"last": scope.last, "families": sorted(scope.served)})
        rows = cursor.fetchall()
    by_outcome = defaultdict(list)
    for outcome, family, first, latest in rows:
        by_outcome[outcome].append((family, first, latest))
    found.families_in("conversations_twice", {family for _outcome, family, _first, _latest in rows})
    return [_outcome(found, outcome, by_outcome[outcome]) for outcome in Outcome.values]


def _outcome(found, outcome, rows):
    up = found.families_in(f"outcome_{outcome}_up", [f for f, first, latest in rows if latest - first > SAME])
    down = found.families_in(f"outcome_{outcome}_down", [f for f, first, latest in rows if first - latest > SAME])
    same = {family for family, _first, _latest in rows} - up - down
    found.families_in(f"outcome_{outcome}_same", same)
    return {
        "outcome": outcome,
        "families": len(rows),
        "first": _average([first for _family, first, _latest in rows]),
        "latest": _average([latest for _family, _first, latest in rows]),
        "up": len(up),
        "same": len(same),
        "down": len(down),
    }


def _average(values):
    return round(sum(values) / len(values), 1) if values else None


def _help(scope, found):
    """By kind of help, this program year: families that wanted it, received it, and still wait."""
    year = (scope.year_start, scope.last)
    wanted = Need.objects.filter(family__in=scope.served, opened_on__range=year).exclude(interest=Answer.WorkOn.NO)
    received = ServiceReceived.objects.filter(family__in=scope.served, received_on__range=year)
    asked, got = _pairs(wanted), _pairs(received)
    still = _pairs(wanted.filter(Q(closed_on=None) | Q(closed_on__gt=scope.last)))
    found.families_in("helped", set().union(*got.values()))
    rows = []
    for category in ServiceCategory.objects.filter(pk__in={*asked, *got}):
        rows.append(_help_of(found, category, asked[category.pk], got[category.pk], still[category.pk]))
    return sorted(rows, key=lambda row: (-row["asked"], -row["received"], row["category"]))


def _pairs(rows):
    by_category = defaultdict(set)
    for category, family in rows.values_list("category_id", "family_id").distinct():
        by_category[category].add(family)
    return by_category


def _help_of(found, category, asked, got, still):
    found.families_in(f"asked_{category.code}", asked)
    found.families_in(f"received_{category.code}", got)
    found.families_in(f"open_{category.code}", still - got)
    return {
        "category": category.code,
        "name": dict(category.name),
        "asked": len(asked),
        "received": len(got),
        "open": len(still - got),
    }


def _staff(scope, found):
    """Planned families per worker beside the limit (45 CFR 1302.52(d)): the rule's count, never mixed with workload."""
    limit = Agency.objects.values_list("caseload_limit", flat=True).first() or 40
    main = Assignment.objects.in_force(scope.last).filter(kind=Assignment.Kind.PRIMARY, family__in=scope.enrolled)
    loads = list(main.values("worker").annotate(count=Count("family")).values_list("count", flat=True))
    found.numbers |= {
        "workers": len(loads),
        "caseload_limit": limit,
        "caseload_largest": max(loads, default=0),
        "workers_over_limit": sum(load > limit for load in loads),
    }
    with_worker = set(main.values_list("family_id", flat=True))
    found.families_in("without_worker", scope.enrolled - with_worker)


def _rights(scope, found):
    consents = Consent.objects.in_force(scope.last).filter(family__in=scope.enrolled)
    found.families_in("consents", consents.values_list("family_id", flat=True))
    disclosed = Disclosure.objects.filter(family__in=scope.served, made_at__date__range=(scope.first, scope.last))
    found.numbers["disclosures"] = disclosed.count()


def _cheers(scope, found):
    cheers = Celebration.objects.filter(family__in=scope.served, noticed_on__range=(scope.first, scope.last))
    found.families_in("celebrations", cheers.values_list("family_id", flat=True))


def scopes():
    """What a monthly report is made for: each program, a delegate's too, and the agency (None)."""
    return [*Program.objects.order_by("code"), None]
