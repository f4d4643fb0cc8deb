"""What families said: strengths conversations, their answers, and how far the answers moved."""

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, Max, Min
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from families.models import Answer, Assessment
from reports.exports.columns import DAY, KEY, TEXT, WHOLE, YES_NO, Column, Table
from reports.exports.tables.rows import FAMILY_ID, of, unrestricted


def _answers(user, families):
    found = unrestricted(Answer, "item__category")(user, families)
    return found.filter(assessment__done_on__isnull=False)


def _changes(user, families):
    return _answers(user, families).filter(level__isnull=False)


def _moved(row):
    """First and latest answer, and which way it went: a level is 1 (hardest) to 5 (a strength)."""
    *known, levels = row
    first, latest = levels[0], levels[-1]
    change = ("up" if latest > first else "down" if latest < first else "same") if len(levels) > 1 else ""
    return [*known, first, latest, change]


ASSESSMENTS = Table(
    "assessments", _("Strengths conversations"), _("A row a conversation that was finished in these days."),
    of(Assessment),
    (
        Column("assessment_id", "pk", KEY, "our own key of the conversation"),
        FAMILY_ID,
        Column("instrument", "version__instrument__code", TEXT, "which set of questions"),
        Column("instrument_version", "version__number", WHOLE, ""),
        Column("occasion", "occasion", TEXT, "first, middle or end"),
        Column("started_on", "started_on", DAY, ""),
        Column("done_on", "done_on", DAY, "talked through on"),
        Column("language", "language", TEXT, "language spoken, as a code"),
        Column("with_interpreter", "with_interpreter", YES_NO, ""),
        Column("place", "place", TEXT, "home, center, community, phone or video"),
        Column("staff_id", "staff_id", KEY, "our own key of the member of staff"),
    ),
    day="done_on", names=False,
)  # fmt: skip
ANSWERS = Table(
    "answers", _("Answers"), _("A row an answer of these conversations. Restricted questions are left out."), _answers,
    (
        Column("answer_id", "pk", KEY, "our own key of the answer"),
        Column("assessment_id", "assessment_id", KEY, ""),
        Column("family_id", Coalesce("assessment__family__merged_into_id", "assessment__family_id"), KEY,
               "our own key of the family"),
        Column("item", "item__code", TEXT, "the question's code"),
        Column("outcome", "item__outcome", WHOLE, "PFCE family outcome, 1 to 7"),
        Column("level", "level", WHOLE, "1 (in need of help) to 5 (a strength), as the parent said"),
        Column("no_level", "no_level", TEXT, "ND not discussed, PN prefer not to say, NA does not apply"),
        Column("staff_level", "staff_level", WHOLE, "as the member of staff saw it"),
        Column("work_on", "work_on", TEXT, "now, later or no"),
    ),
    day="assessment__done_on", names=False,
)  # fmt: skip
OUTCOMES = Table(
    "outcomes", _("Outcomes"),
    _("A row a family and question: the first and the latest answer of these days. Restricted questions are left out."),
    _changes,
    (
        Column("family_id", Coalesce("assessment__family__merged_into_id", "assessment__family_id"), KEY,
               "our own key of the family"),
        Column("outcome", "item__outcome", WHOLE, "PFCE family outcome, 1 to 7"),
        Column("item", "item__code", TEXT, "the question's code"),
        Column("first_on", Min("assessment__done_on"), DAY, "day of the first answer in these days"),
        Column("latest_on", Max("assessment__done_on"), DAY, "day of the latest answer in these days"),
        Column("answers", Count("pk"), WHOLE, "how many answers with a level there are"),
        Column("levels", ArrayAgg("level", order_by=["assessment__done_on", "pk"]), WHOLE, "", inner=True),
    ),
    day="assessment__done_on", names=False, finish=_moved,
    further=(
        Column("first_level", None, WHOLE, "1 (in need of help) to 5 (a strength)"),
        Column("latest_level", None, WHOLE, "as first_level"),
        Column("change", None, TEXT, "up, same or down; empty when there is one answer"),
    ),
)  # fmt: skip
