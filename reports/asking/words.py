"""The vocabulary: what may be asked about, by what it may be parted, what may be counted. Nothing else can be asked.

Each word carries its definition, which the page shows. Restricted kinds of need and help, restricted notes and goals
about restricted needs are in no answer.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import (
    Case,
    CharField,
    DateField,
    DurationField,
    Exists,
    ExpressionWrapper,
    F,
    Func,
    IntegerField,
    Min,
    OuterRef,
    Q,
    Subquery,
    Value,
    When,
)  # fmt: skip
from django.db.models.functions import Cast, Left, TruncDate, TruncMonth
from django.utils.dates import MONTHS
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from agency.access import NoteClass
from agency.languages import Language
from agency.models import Center, Program, ServiceCategory, User
from families.models import Assessment, Assignment, Enrollment, Family, FamilyMember, Household, Need, Outcome
from families.models import ServiceReceived as Help
from goals.models import Goal, ProgressNote
from goals.states import GoalState
from referrals.models import Referral
from referrals.states import ReferralState


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


@dataclass(frozen=True)
class Part(Word):
    """What the table is parted by. `key(population)` gives each row's part; `labels(keys)` their names."""

    key: Callable = None
    labels: Callable = None
    few: bool = False  # so few parts that they may stand side by side
    many: bool = False  # one row may be in several parts
    needs: str = ""  # what a population must have


# ---- populations --------------------------------------------------------------------------------------------------
def _restricted_goal():
    return Exists(Need.objects.filter(goals=OuterRef("pk"), category__is_restricted=True))


def _people(role):
    return lambda: FamilyMember.objects.filter(role=role, left_on=None)


def _first_place(family):
    places = Enrollment.objects.filter(family=OuterRef(f"{family}pk")).order_by()
    return Subquery(places.values("family").annotate(first=Min("entered_on")).values("first"))


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


# ---- parts --------------------------------------------------------------------------------------------------------
def _of_family(field):
    return lambda population: F(f"{population.family}{field}")


def _field(name):
    return lambda population: F(name)


def _worker(population):
    now = Assignment.objects.in_force().filter(kind="primary", family=OuterRef(f"{population.family}pk"))
    return Subquery(now.values("worker")[:1])


def _zip(population):
    homes = Household.objects.filter(family=OuterRef(f"{population.family}pk"), is_hidden=False)
    return Subquery(homes.exclude(postal_code="").order_by("pk").annotate(zip=Left("postal_code", 5)).values("zip")[:1])


def _time(population):
    """Months since the first place, in bands, as of today."""
    return _band(population, _first_place(population.family), (6, 12, 24))


def _age(population):
    return _band(population, F("born_on"), (12, 36, 60))


def _band(population, since, months):
    ago = [When(asked_since__gt=Func(Value(f"{n} months"), template="(CURRENT_DATE - %(expressions)s::interval)"),
                then=Value(str(at))) for at, n in enumerate(months)]  # fmt: skip
    return _Since(since, Case(When(asked_since=None, then=Value("")), *ago, default=Value(str(len(months)))))


@dataclass(frozen=True)
class _Since:
    """A key that first needs a day of its own."""

    since: object
    key: object


def _names(model, field="name"):
    def labels(keys):
        found = model.objects.filter(pk__in=keys).values_list("pk", field)
        return {str(pk): str(name) for pk, name in sorted(found, key=lambda one: str(one[1]).casefold())}

    return labels


def _people_named(keys):
    return {str(one.pk): str(one) for one in User.objects.filter(pk__in=keys).order_by("last_name", "first_name", "pk")}


def _choice(choices):
    said = {str(value): capfirst(str(label)) for value, label in choices}
    return lambda keys: {key: said[key] for key in said if key in keys}


def _chosen(field):
    """Read anew in the language of each page."""
    return lambda keys: _choice(field())(keys)


def _months_named(keys):
    return {
        key: _("%(month)s %(year)s") % {"month": capfirst(MONTHS[int(key[5:7])]), "year": key[:4]}
        for key in sorted(keys)
    }


def _banded(*names):
    def labels(keys):
        return {str(at): str(name) for at, name in enumerate(names) if str(at) in keys}

    return labels


def _as_they_are(keys):
    return {key: key for key in sorted(keys)}


PARTS = (
    Part("center", gettext_lazy("Center"), gettext_lazy("Where our staff who serve the family work."),
         _of_family("center_id"), _names(Center)),
    Part("program", gettext_lazy("Program"), gettext_lazy("The program of that center."),
         _of_family("center__program_id"), _names(Program), few=True),
    Part("language", gettext_lazy("Language"), gettext_lazy("The language the family wants us to use."),
         _of_family("language"), _chosen(lambda: Language.choices), few=True),
    Part("worker", gettext_lazy("Main worker"), gettext_lazy("Who serves the family first today."),
         _worker, _people_named),
    Part("zip", gettext_lazy("ZIP code"), gettext_lazy("Of the first home that is not kept hidden."),
         _zip, _as_they_are),
    Part("time", gettext_lazy("Time in the program"), gettext_lazy("From the family’s first place until today."),
         _time, _banded(gettext_lazy("Under 6 months"), gettext_lazy("6 to 11 months"), gettext_lazy("12 to 23 months"),
                        gettext_lazy("24 months and more")), few=True),
    Part("month", gettext_lazy("Month"), gettext_lazy("The month of the day by which it is counted."),
         lambda population: Cast(TruncMonth(population.day), DateField()), _months_named, few=True, needs="day"),
    Part("category", gettext_lazy("Kind of need or help"), gettext_lazy("As in our list of services."),
         _field("category_id"), _names(ServiceCategory), needs="category"),
    Part("need_category", gettext_lazy("Kind of need"), gettext_lazy("Of the need the referral is for."),
         _field("need__category_id"), _names(ServiceCategory), needs="need_category"),
    Part("urgency", gettext_lazy("How soon"), gettext_lazy("As it stands today."), _field("urgency"),
         _chosen(lambda: Need.Degree.choices), few=True, needs="urgency"),
    Part("goal_state", gettext_lazy("State of the goal"), gettext_lazy("As it stands today."), _field("state"),
         _chosen(lambda: GoalState.choices), few=True, needs="goal_state"),
    Part("outcome", gettext_lazy("Family outcome"),
         gettext_lazy("Of the seven of the PFCE framework; a goal may serve several, and stands in each."),
         lambda population: Func(F("outcomes"), function="unnest", output_field=IntegerField()),
         _chosen(lambda: Outcome.choices), many=True, needs="outcome"),
    Part("referral_state", gettext_lazy("State of the referral"), gettext_lazy("As it stands today."), _field("state"),
         _chosen(lambda: ReferralState.choices), few=True, needs="referral_state"),
    Part("contact", pgettext_lazy("a contact", "How"), gettext_lazy("How the contact was made."), _field("contact"),
         _chosen(lambda: ProgressNote.Contact.choices), few=True, needs="contact"),
    Part("occasion", gettext_lazy("Occasion"), gettext_lazy("First, in the middle of the year, or at the end."),
         _field("occasion"), _chosen(lambda: Assessment.Occasion.choices), few=True, needs="occasion"),
    Part("age", gettext_lazy("Age"), gettext_lazy("Today, by the birth date."), _age,
         _banded(gettext_lazy("Under 1"), gettext_lazy("1 and 2"), gettext_lazy("3 and 4"),
                 gettext_lazy("5 and older")), few=True, needs="age"),
    Part("father", gettext_lazy("Father or father figure"), gettext_lazy("As the family says."),
         lambda population: Case(When(Q(is_father_figure=True), then=Value("1")), default=Value("0")),
         _banded(gettext_lazy("No"), gettext_lazy("Yes")), few=True, needs="father"),
)  # fmt: skip

# ---- measures -----------------------------------------------------------------------------------------------------
FAMILIES, COUNT, SHARE, DAYS = "families", "count", "share", "days"
MEASURES = (
    Word(FAMILIES, gettext_lazy("Families, each once"), gettext_lazy("Each family counts once in a cell.")),
    Word(COUNT, gettext_lazy("How many"), gettext_lazy("Each of them counts, several of one family too.")),
    Word(SHARE, gettext_lazy("Share of all families"),
         gettext_lazy("Families of the cell as a share of all families of the table, each once.")),
    Word(DAYS, gettext_lazy("Median days"), gettext_lazy("Half of them took so many days, or fewer.")),
)  # fmt: skip

POPULATION = {word.code: word for word in POPULATIONS}
PART = {word.code: word for word in PARTS}
MEASURE = {word.code: word for word in MEASURES}


def fits(part, population):
    """This population can be parted so."""
    if part.needs == "day":
        return bool(population.day)
    return not part.needs or part.needs in population.has


def days_taken(population):
    """How many days each took."""
    first, last = (F(each) if isinstance(each, str) else each for each in population.took)
    taken = ExpressionWrapper(Cast(last, DateField()) - Cast(first, DateField()), output_field=DurationField())
    return Func(taken, template="EXTRACT(day FROM %(expressions)s)", output_field=IntegerField())


def as_text(key):
    return Cast(key, CharField())
