"""What of this room may go along when a family becomes two: its open goals. What was signed stays as it is."""

from django.db.models import F, Q
from django.utils.translation import gettext as _

from families.moving import Choice
from goals.models import Goal


def choices(family, user):
    """Open goals this person may see. One that is about somebody goes with that person unless it is said otherwise."""
    goals = Goal.objects.visible_to(user).filter(family=family).open()
    return [Choice(f"goal-{goal.pk}", str(goal), _("Goal"), about=goal.about_id) for goal in goals]


def follow(ledger, *, family, new, chosen):
    keys = [goal.pk for goal in family.goals.all() if f"goal-{goal.pk}" in chosen]
    ledger.move(Goal.objects.filter(pk__in=keys), family=new, agreement=None)
    answers = Goal.needs.through._base_manager.filter(Q(goal__family=new) | Q(goal__family=family))
    for answer in answers.exclude(need__family=F("goal__family")):
        ledger.take_away(answer)
