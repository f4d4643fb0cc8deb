"""ClassroomGoal and ClassroomNote: a family's goal for its child, on its way into the classroom."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.access import CaseQuerySet, Permission
from agency.editing import Versioned
from agency.history import counts_versions, tracked
from agency.models import User
from agency.privacy import Privacy
from families.models import FamilyMember
from goals.models.goal import Goal, OfAGoalQuerySet


class ClassroomGoalQuerySet(OfAGoalQuerySet):
    def today(self):
        return self.filter(ended_on=None)


@tracked
class ClassroomGoal(Versioned):
    """The family lets the classroom work on its goal for a child. Whoever may see the goal sees this."""

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="classroom")
    child = models.ForeignKey(
        FamilyMember, on_delete=models.PROTECT, related_name="+", verbose_name=_("for which child")
    )
    their_wish = models.TextField(_("what the family would like the classroom to know"), blank=True)
    agreed_on = models.DateField(_("the family agreed on"), default=timezone.localdate)
    agreed_by = models.ForeignKey(
        FamilyMember, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("who agreed")
    )
    ended_on = models.DateField(_("until"), null=True, editable=False)
    added_by = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="+")

    objects = ClassroomGoalQuerySet.as_manager()
    privacy = Privacy(own="id version goal child agreed_by added_by", private="their_wish agreed_on ended_on")

    class Meta:
        verbose_name = _("goal in the classroom")
        verbose_name_plural = _("goals in the classroom")
        ordering = ["-agreed_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                name="goal_once_in_a_classroom",
                fields=["goal"],
                condition=Q(ended_on=None),
                violation_error_message=_("The classroom works on this goal already."),
            )
        ]
        triggers = [counts_versions()]

    def __str__(self):
        return str(self.goal)


class ClassroomNoteQuerySet(CaseQuerySet):
    family = "classroom_goal__goal__family__"
    permission = Permission.GOAL_VIEW

    def visible_to(self, user, permission=None):
        """As far as the goal itself is visible."""
        return self.filter(classroom_goal__goal__in=Goal.objects.visible_to(user, permission))


@tracked
class ClassroomNote(Versioned):
    """How a family's goal entered the curriculum, and what the child did. The family reads it in its copy."""

    classroom_goal = models.ForeignKey(ClassroomGoal, on_delete=models.PROTECT, related_name="notes")
    happened_on = models.DateField(_("when"), default=timezone.localdate)
    in_curriculum = models.TextField(_("how it became part of the day"))
    child_did = models.TextField(_("what the child did"), blank=True)
    at_home = models.CharField(_("an idea for at home"), max_length=300, blank=True)
    written_by = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = ClassroomNoteQuerySet.as_manager()
    privacy = Privacy(
        own="id version classroom_goal written_by written_at", private="happened_on in_curriculum child_did at_home"
    )

    class Meta:
        verbose_name = _("note from the classroom")
        verbose_name_plural = _("notes from the classroom")
        ordering = ["-happened_on", "-pk"]
        triggers = [counts_versions()]

    def __str__(self):
        return str(self.happened_on)
