"""The answers of “Ask the data” a second time, in plain Python, by looking at each row."""

import re
from datetime import date
from itertools import product

from django.utils import timezone

from agency.access import NoteClass
from families.models import Assessment, Family, FamilyMember, Need, ServiceReceived
from goals.models import Goal, ProgressNote
from goals.models.notes import NO_CONTACT
from referrals.models import Referral
from reports.asking.counting import ALL, UNKNOWN

ROWS = {
    "families": lambda: Family.objects.all(),
    "children": lambda: FamilyMember.objects.filter(role="child", left_on=None),
    "adults": lambda: FamilyMember.objects.filter(role="parent", left_on=None),
    "needs": lambda: [one for one in Need.objects.all() if not one.category.is_restricted],
    "goals": lambda: [one for one in Goal.objects.all() if not any(n.category.is_restricted for n in one.needs.all())],
    "referrals": lambda: [one for one in Referral.objects.all() if not one.need.category.is_restricted],
    "services": lambda: [one for one in ServiceReceived.objects.all() if not one.category.is_restricted],
    "contacts": lambda: [
        one for one in ProgressNote.objects.select_related("family__center")
        if one.visibility != NoteClass.RESTRICTED and one.contact not in NO_CONTACT
    ],
    "talks": lambda: [one for one in Assessment.objects.all() if one.done_on],
}  # fmt: skip


def slowly(question, scope):
    """{(row, column): (how many, families)} by looking at each row."""
    population = question.population
    here = {
        place.family_id
        for place in scope.places()
        if place.entered_on <= scope.last and (place.exited_on is None or place.exited_on >= scope.first)
    }
    found = {}
    for one in ROWS[population.code]():
        family = one if population.code == "families" else one.family
        day = getattr(one, population.day) if population.day else scope.first
        if family.pk not in here or not scope.first <= day <= scope.last:
            continue
        keys = [[ALL, *_keys(part, one, family, day)] if part else [ALL] for part in (question.rows, question.columns)]
        for cell in product(*keys):
            count, of = found.setdefault(cell, (0, set()))
            found[cell] = (count + 1, of | {family.pk})
    return found


def _keys(part, one, family, day):
    if part.code == "worker":
        return [str(family.main_worker.pk) if family.main_worker else UNKNOWN]
    if part.code == "zip":
        homes = [home for home in family.households.order_by("pk") if not home.is_hidden]
        known = [home.postal_code[:5] for home in homes if re.match(r"\d{5}", home.postal_code)]
        return [known[0] if known else UNKNOWN]
    if part.code == "outcome":
        return [str(number) for number in one.outcomes]
    facts = {
        "center": lambda: family.center_id,
        "program": lambda: family.center.program_id,
        "language": lambda: family.language,
        "month": lambda: day.replace(day=1),
        "category": lambda: one.category_id,
        "need_category": lambda: one.need.category_id,
        "urgency": lambda: one.urgency,
        "goal_state": lambda: one.state,
        "referral_state": lambda: one.state,
        "contact": lambda: one.contact,
        "occasion": lambda: one.occasion,
        "father": lambda: int(one.is_father_figure),
        "age": lambda: _band(one.born_on, (12, 36, 60)),
        "time": lambda: _band(min((e.entered_on for e in family.enrollments.all()), default=None), (6, 12, 24)),
    }
    return [str(facts[part.code]())]


def _band(since, edges):
    """Completed months until today, counted month by month."""
    if since is None:
        return UNKNOWN
    today, months = timezone.localdate(), 0
    while later(since, months + 1) <= today:
        months += 1
    return sum(months >= edge for edge in edges)


def later(day, months):
    """The same day so many months later; the first of the next month where there is no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    try:
        return date(year, month + 1, day.day)
    except ValueError:
        return date(year, month + 2, 1)
