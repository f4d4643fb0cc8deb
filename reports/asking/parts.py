"""By what a table may be parted: a row, or a column, for each."""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, DateField, F, Func, IntegerField, Min, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Cast, Left, TruncMonth
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy, pgettext_lazy

from agency.languages import Language
from agency.models import Center, Program, ServiceCategory, User
from families.models import Assessment, Assignment, Enrollment, Household, Need, Outcome
from goals.models import ProgressNote
from goals.states import GoalState
from referrals.states import ReferralState
from reports.asking.populations import Word
from reports.periods import Month


@dataclass(frozen=True)
class Part(Word):
    """What the table is parted by. `key(population)` gives each row's part; `labels(keys)` their names."""

    key: Callable = None
    labels: Callable = None
    few: bool = False  # so few parts that they may stand side by side
    many: bool = False  # one row may be in several parts
    every: Callable | None = None  # every(scope) -> keys that stand in the table, also where nothing was found
    needs: str = ""  # what a population must have


def fits(part, population):
    """This population can be parted so."""
    if part.needs == "day":
        return bool(population.day)
    return not part.needs or part.needs in population.has


# ---- keys ---------------------------------------------------------------------------------------------------------
def _of_family(field):
    return lambda population: F(f"{population.family}{field}")


def _field(name):
    return lambda population: F(name)


def _worker(population):
    now = Assignment.objects.in_force().filter(kind="primary", family=OuterRef(f"{population.family}pk"))
    return Subquery(now.values("worker")[:1])


def _zip(population):
    """The five digits; what else stands in that field tells no area."""
    homes = Household.objects.filter(family=OuterRef(f"{population.family}pk"), is_hidden=False)
    known = homes.filter(postal_code__regex=r"^\d{5}").order_by("pk")
    return Subquery(known.annotate(zip=Left("postal_code", 5)).values("zip")[:1])


def _first_place(family):
    places = Enrollment.objects.filter(family=OuterRef(f"{family}pk")).order_by()
    return Subquery(places.values("family").annotate(first=Min("entered_on")).values("first"))


def _time(population):
    """Months since the first place, in bands, as of today."""
    return _band(_first_place(population.family), (6, 12, 24))


def _age(population):
    return _band(F("born_on"), (12, 36, 60))


def _band(since, months):
    """Completed months until today, in bands: today is ours, not that of the database's clock."""
    ago = [When(asked_since__gt=_months_ago(count), then=Value(str(at))) for at, count in enumerate(months)]
    return Since(since, Case(When(asked_since=None, then=Value("")), *ago, default=Value(str(len(months)))))


def _months_ago(count):
    """The same day so many months ago; the last of that month where it has no such day."""
    today = timezone.localdate()
    year, month = divmod(today.year * 12 + today.month - 1 - count, 12)
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))


@dataclass(frozen=True)
class Since:
    """A key that first needs a day of its own."""

    since: object
    key: object


# ---- names --------------------------------------------------------------------------------------------------------
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
    return {key: Month.of(date.fromisoformat(key)).title for key in sorted(keys)}


def _months_so_far(scope):
    """Every month of the days asked for that has begun: one in which nothing was found is a month, too."""
    last = Month.of(max(scope.first, min(scope.last, timezone.localdate())))
    month, keys = Month.of(scope.first), []
    while month <= last:
        keys.append(month.first.isoformat())
        month = month.next()
    return keys


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
         lambda population: Cast(TruncMonth(population.day), DateField()), _months_named, few=True, needs="day",
         every=_months_so_far),
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
