"""What may be asked about. Restricted kinds of need and help, restricted notes and goals about restricted needs are in
no answer.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import DateField, DurationField, Exists, ExpressionWrapper, F, Func, IntegerField, OuterRef
from django.db.models.functions import Cast, TruncDate
from django.utils.translation import gettext_lazy

from agency.access import NoteClass
from families.models import Assessment, Family, FamilyMember, Need
from families.models import ServiceReceived as Help
from goals.models import Goal, ProgressNote
from referrals.models import Referral


@dataclass(frozen=True)
class Word:
    code: str
    name: str
    means: str


@dataclass(frozen=True)
class Population(Word):
    """What is counted. `rows` of these families and days; `took` is (from, to) of what the median measures."""

    rows: Callable
    family: str = "family__"
    day: str = ""
    took: tuple = ()
    took_means: str = ""
    has: frozenset = frozenset()


def _restricted_goal():
    return Exists(Need.objects.filter(goals=OuterRef("pk"), category__is_restricted=True))


def _people(role):
    return lambda: FamilyMember.objects.filter(role=role, left_on=None)


POPULATIONS = (
    Population(
        "families", gettext_lazy("Families"), gettext_lazy("Families with a place on any of these days."),
        Family.objects.all, family="",
    ),
    Population(
        "children", gettext_lazy("Children"),
        gettext_lazy("Children in these families today, with or without a place of their own."),
        _people("child"), has=frozenset({"age"}),
    ),
    Population(
        "adults", gettext_lazy("Parents and guardians"), gettext_lazy("Parents and guardians in these families today."),
        _people("parent"), has=frozenset({"father"}),
    ),
    Population(
        "needs", gettext_lazy("Needs"), gettext_lazy("Needs these families told us in these days."),
        lambda: Need.objects.filter(category__is_restricted=False), day="opened_on",
        took=("opened_on", TruncDate("first_step_at")),
        took_means=gettext_lazy("days from a need being told to the first step"),
        has=frozenset({"category", "urgency"}),
    ),
    Population(
        "goals", gettext_lazy("Goals"), gettext_lazy("Goals these families set in these days."),
        lambda: Goal.objects.exclude(_restricted_goal()), day="set_on", took=("set_on", "ended_on"),
        took_means=gettext_lazy("days from a goal being set to its end"), has=frozenset({"goal_state", "outcome"}),
    ),
    Population(
        "referrals", gettext_lazy("Referrals"), gettext_lazy("Referrals begun for these families in these days."),
        lambda: Referral.objects.filter(need__category__is_restricted=False), day="made_on",
        took=("made_on", "service_received__received_on"),
        took_means=gettext_lazy("days from a referral being begun to help received"),
        has=frozenset({"need_category", "referral_state"}),
    ),
    Population(
        "services", gettext_lazy("Help received"), gettext_lazy("Help these families received in these days."),
        lambda: Help.objects.filter(category__is_restricted=False), day="received_on", has=frozenset({"category"}),
    ),
    Population(
        "contacts", gettext_lazy("Contacts"),
        gettext_lazy("Notes of a contact in these days; unanswered calls and restricted notes are left out."),
        lambda: ProgressNote.objects.contacts().exclude(visibility=NoteClass.RESTRICTED), day="happened_on",
        took=("happened_on", TruncDate("written_at")),
        took_means=gettext_lazy("days from a contact to the note about it"), has=frozenset({"contact"}),
    ),
    Population(
        "talks", gettext_lazy("Strengths conversations"),
        gettext_lazy("Strengths conversations finished in these days."), Assessment.objects.done, day="done_on",
        took=("started_on", "done_on"), took_means=gettext_lazy("days from beginning a conversation to its end"),
        has=frozenset({"occasion"}),
    ),
)  # fmt: skip


def days_taken(population):
    """How many days each took."""
    first, last = (F(each) if isinstance(each, str) else each for each in population.took)
    taken = ExpressionWrapper(Cast(last, DateField()) - Cast(first, DateField()), output_field=DurationField())
    return Func(taken, template="EXTRACT(day FROM %(expressions)s)", output_field=IntegerField())
