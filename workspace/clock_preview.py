"""What a changed clock would do: the very code that says what is due, asked twice, once with the rule not yet kept."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from agency.access import who_counts
from agency.due import Clocks
from families import due_places, due_snapshots
from families.models import Enrollment, Family
from goals import due as goals_due
from referrals import due as referrals_due
from supervision import due as supervision_due
from supervision.worklist import is_overdue
from workspace import rows

NAMED = 20  # families

# Who says what is due by which clock. A clock that is not here runs for partners, links or staff, not for families.
SAYS = {
    due_places.items: ("assessment_offered", "assessment_done", "rights_notice", "child_support"),
    due_snapshots.items: ("enrollment_snapshot", "end_snapshot"),
    goals_due.by_the_clocks: (
        "welcome_contact", "check_in", "check_in_latest", "agreement_offered", "agreement_answered", "first_review",
        "review_january", "review_march", "review_may",
    ),
    referrals_due.items: (
        "referral_follow_up", "referral_follow_up_urgent", "referral_again", "referral_urgent_send", "consent_expiry",
        "record_request",
    ),
    supervision_due.items: ("child_welfare_consultation", "flag_answer"),
}  # fmt: skip
ASKED_OF = {code: says for says, codes in SAYS.items() for code in codes}


@dataclass
class Effect:
    """Families past their day with the new rule and with the old one, on the day from which it would hold."""

    on: date
    before: int
    after: int
    newly: list  # (kind, family key) past their day only with the new rule
    kinds: list  # (title of the clock, families) of those
    programs: list  # (program, families) of those
    freed: int  # past their day only with the old rule
    families: list  # the first of them by name

    @property
    def count(self):
        return len({family for _kind, family in self.newly})

    @property
    def more(self):
        return self.count - len(self.families)


def effect(rule, user):
    """What `rule` (not kept) does to the families this manager answers for; None when it is not about families."""
    says = ASKED_OF.get(rule.code)
    if says is None:
        return None
    on = max(rule.effective_on, timezone.localdate())
    families = _touched(rule, user, on)
    counting = who_counts(user)
    old, new = (_past(says, families, counting, clocks) for clocks in (Clocks(on), Clocks(on, instead=[rule])))
    newly, freed = sorted(new.keys() - old.keys()), old.keys() - new.keys()
    kinds = {rule.code, *(kind for kind, _family in [*newly, *freed])}
    named = Family.objects.visible_to(user).filter(pk__among=[family for _kind, family in newly])
    return Effect(
        on=on,
        before=len({family for kind, family in old if kind in kinds}),
        after=len({family for kind, family in new if kind in kinds}),
        newly=newly,
        kinds=_by_kind(newly, new, Clocks(on, instead=[rule])),
        programs=_by_program(named),
        freed=len({family for _kind, family in freed}),
        families=list(named.order_by("name", "pk")[:NAMED]),
    )


def _touched(rule, user, on):
    """Keys of the families with a place that day where the rule runs."""
    places = Enrollment.objects.in_force(on)
    if rule.program_id:
        places = places.filter(program=rule.program_id)
    if rule.option:
        places = places.filter(option=rule.option)
    families = Family.objects.visible_to(user).filter(pk__in=places.values("family"))
    return list(families.values_list("pk", flat=True))


def _past(says, families, user, clocks):
    """{(kind, family): item} of what is past its day."""
    return {(item.kind, item.family_id): item for item in says(families, user, clocks) if is_overdue(item, clocks.on)}


def _by_kind(newly, items, clocks):
    counts = Counter(kind for kind, _family in newly)
    titles = {kind: rows.title(items[kind, family], clocks) for kind, family in newly}
    return [(titles[kind], count) for kind, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))]


def _by_program(families):
    counts = Counter(families.values_list("center__program__name", flat=True))
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
