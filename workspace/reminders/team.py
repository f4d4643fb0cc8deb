"""How a team, or the agency, is doing: counts over many families from the very items their workers see.

One pass over all families serves every supervisor and manager; each is then given the sum over the families they may
open, and nothing else.
"""

from collections import Counter, defaultdict
from datetime import timedelta

from django.db.models import Count
from django.utils.functional import cached_property

from agency.access import Permission, Role
from agency.models import RoleGrant, User
from families.models import Assignment, Family
from partners import due as partners_due
from referrals.models import Referral
from supervision import caseloads, coverage, rhythm
from supervision.worklist import NO_CONTACT, everything_due, is_overdue

AT_ONCE = 1000  # families
PAST = "past:"
NOTICES = ("rights_notice", "child_support")
FLAG, CONSULTATION = "flag_answer", "child_welfare_consultation"
SUPERVISORS_OWN = {FLAG, CONSULTATION, "supervision_action"}  # kinds no manager reads: not even how many
OLD_REFERRAL = "referral_escalate"


class Picture:
    """What is past its day, family by family, seen as a supervisor of every center sees it."""

    def __init__(self, families, clocks):
        self.families, self.clocks = sorted(families), clocks

    @cached_property
    def signs(self):
        """family → the signs that stand there: "past", "urgent", and the kind of each thing past its day."""
        found, viewer = defaultdict(set), eyes()
        for start in range(0, len(self.families), AT_ONCE):
            some = self.families[start : start + AT_ONCE]
            programs = dict(Family.objects.filter(pk__among=some).values_list("pk", "center__program"))
            for item in everything_due(some, viewer, self.clocks):
                found[item.family_id].update(self._signs(item, programs.get(item.family_id)))
        return found

    def _signs(self, item, program):
        on = self.clocks.on
        if item.is_urgent:
            yield "urgent"
        if item.kind in NO_CONTACT and item.due_on < on:
            yield "no_contact"
        if item.kind in (FLAG, CONSULTATION, *NOTICES):
            yield item.kind
        if is_overdue(item, on):
            yield "past"
            yield PAST + item.kind
            if self._is_escalated(item, program):
                yield "escalated"

    def _is_escalated(self, item, program):
        rule = self.clocks.rule(item.kind, program)
        after = rule.escalate_after if rule else None
        return after is not None and item.due_on + timedelta(days=after) <= self.clocks.on

    def count(self, families):
        """In how many of these families each sign stands."""
        return Counter(sign for pk in families for sign in self.signs.get(pk, ()))


def _past_for_a_manager(picture, families):
    """In how many families something is past its day, and each kind; what only supervisors read is left out."""
    kinds, past = Counter(), 0
    for pk in families:
        signs = picture.signs.get(pk, ())
        found = {sign.removeprefix(PAST) for sign in signs if sign.startswith(PAST)} - SUPERVISORS_OWN
        kinds.update(found)
        past += bool(found)
    return past, dict(_most_first(kinds))


def eyes():
    """A supervisor of every center who is nobody: what is due is asked for once, not once for each person."""
    eyes = User(pk=0)
    eyes.grants = [RoleGrant(user=eyes, role=Role.SUPERVISOR)]
    return eyes


def served(readers):
    """Families with a main worker."""
    return {row.family_id for one in readers for row in one.serving if row.kind == Assignment.Kind.PRIMARY}


def _most_first(signs):
    return sorted(signs.items(), key=lambda one: (-one[1], one[0]))


def _within(picture, user):
    """Those of the picture's families that this person may open as one who looks at caseloads."""
    mine = Family.objects.visible_to(user, Permission.CASELOAD_VIEW).order_by().values_list("pk", flat=True)
    return set(picture.families).intersection(mine)


def week(user, picture):
    """A supervisor's week: how many families, and in how many something stands out."""
    clocks, families = picture.clocks, _within(picture, user)
    signs = picture.count(families)
    staff = rhythm.rhythms(caseloads.workers(user), clocks)
    return {
        "families": len(families),
        "urgent": signs["urgent"],
        "past": signs["past"],
        "escalated": signs["escalated"],
        "no_contact": signs["no_contact"],
        "old_referrals": _old_referrals(user, clocks),
        "flags": signs[FLAG],
        "consultations": signs[CONSULTATION],
        "supervision": sum(one.is_late(clocks.on) and one.planned is None for one in staff),
    }


def _old_referrals(user, clocks):
    """Families whose partner was asked so long ago that the supervisor should hear of it."""
    rule = clocks.rule(OLD_REFERRAL)
    if rule is None:
        return 0
    old = Referral.objects.visible_to(user, Permission.CASELOAD_VIEW).waiting()
    old = old.filter(sent_on__lte=clocks.on - timedelta(days=rule.length)).order_by()
    return old.aggregate(n=Count("family", distinct=True))["n"]


def month(user, picture):
    """A manager's month: agreements, notices, clocks past, supervision held in the month that ended."""
    clocks, families = picture.clocks, _within(picture, user)
    signs, (past, by_clock) = picture.count(families), _past_for_a_manager(picture, families)
    waiting = partners_due.items(user, clocks) if user.may(Permission.MOU_EDIT) else []
    last = clocks.on.replace(day=1) - timedelta(days=1)
    held = coverage.totals(coverage.of(coverage.workers(user), last.replace(day=1), last, clocks))
    return {
        "families": len(families),
        "past": past,
        "by_clock": by_clock,
        "notices": sum(signs[kind] for kind in NOTICES),
        "agreements": len(waiting),
        "agreements_past": sum(item.due_on < clocks.on for item in waiting),
        "supervision_due": held["due"],
        "supervision_held": held["held"],
    }
