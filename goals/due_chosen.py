"""What is due on a day somebody chose: next steps, steps of goals, goals that rest; and what is to be celebrated.

All of them in one statement.
"""

from datetime import timedelta

from django.db.models import Case, CharField, DateField, F, TextField, Value, When
from django.db.models.functions import Cast, Left
from django.utils.translation import gettext as _

from agency.access import NoteClass, Permission
from agency.addresses import reverse
from agency.due import Due
from agency.prepared import ask
from goals.models import Celebration, Goal, GoalStep, ProgressNote
from goals.states import GoalState

AHEAD = timedelta(days=7)  # how far ahead a day somebody chose (a next step, a re-offer) is shown
STEP, GOAL_STEP, RESTS, CELEBRATE = "next_step", "goal_step", "goal_rests", "celebrate"
WORDS = 120  # of the family's own, where a goal has no statement yet


def items(families, user, clocks):
    """Everything of these (visible) families, named by key: one statement."""
    return [SAYS[row.d_kind](row) for row in ask(_chosen, user, families=families, on=clocks.on)]


def _chosen(user, families, on):
    parts = [_next_steps(families, user, on), _steps_past_their_day(families, user, on)]
    if user.may(Permission.AGREEMENT_VIEW):
        parts += [_resting(families, user, on), _celebrations(families, user)]
    return parts[0].union(*parts[1:], all=True).order_by("d_on", "d_kind", "d_key")


def _row(rows, kind, *, family, what, on, how="", leads_to="pk"):
    """Rows in the columns that all kinds share. `how` is the class of a note, or whose step it is."""
    columns = {
        "kind": Value(kind, CharField()),
        "key": F("pk"),
        "to": F(leads_to),
        "family": F(family),
        "name": F(f"{family}__name"),
        "on": Cast(on, DateField()),
        "what": Cast(what, TextField()),
        "how": Cast(F(how) if how else Value(""), TextField()),
    }
    columns = {f"d_{name}": column for name, column in columns.items()}
    return rows.order_by().annotate(**columns).values_list(*columns, named=True)


def _next_steps(families, user, on):
    notes = ProgressNote.objects.visible_to(user).exclude(next_step="")
    notes = notes.filter(family__pk__among=families, next_on__lte=on + AHEAD, next_done_on=None)
    return _row(notes, STEP, family="family", what="next_step", on="next_on", how="visibility")


def _steps_past_their_day(families, user, on):
    goals = Goal.objects.visible_to(user).filter(family__pk__among=families).active()
    steps = GoalStep.objects.filter(goal__in=goals, done_on=None, due_on__lte=on)
    return _row(steps, GOAL_STEP, family="goal__family", what="what", on="due_on", how="owner", leads_to="goal_id")


def _resting(families, user, on):
    goals = Goal.objects.visible_to(user).filter(family__pk__among=families)
    goals = goals.filter(state=GoalState.ON_HOLD, resume_on__lte=on + AHEAD)
    said = Case(When(statement="", then=Left("family_words", WORDS)), default="statement", output_field=TextField())
    return _row(goals, RESTS, family="family", what=said, on="resume_on")


def _celebrations(families, user):
    found = Celebration.objects.visible_to(user).filter(family__pk__among=families).unmarked()
    return _row(found, CELEBRATE, family="family", what="what", on="noticed_on")


# ---- in words -----------------------------------------------------------------------------------------------------
def _next_step(row):
    if row.d_how == NoteClass.RESTRICTED:
        return _due(row, _("A next step from a restricted note."), _("Open the note"), "goals:note", icon="lock")
    return _due(row, row.d_what, _("Open the note"), "goals:note", icon="note")


def _goal_step(row):
    waits_for = "" if row.d_how == GoalStep.Owner.STAFF else row.d_how
    return _due(row, row.d_what, _("Open the goal"), "goals:goal", icon="goal", waits_for=waits_for)


def _goal_rests(row):
    what = _("Look again at a goal that rests: %(goal)s") % {"goal": row.d_what}
    return _due(row, what, _("Open the goal"), "goals:goal", icon="goal")


def _celebrate(row):
    return _due(row, row.d_what, _("Mark the moment"), "goals:celebration-mark", icon="star")


def _due(row, what, act, page, **more):
    url = reverse(page, args=[row.d_to])
    return Due(row.d_family, row.d_name, row.d_kind, what, row.d_on, act, url, about=row.d_key, **more)


SAYS = {STEP: _next_step, GOAL_STEP: _goal_step, RESTS: _goal_rests, CELEBRATE: _celebrate}
