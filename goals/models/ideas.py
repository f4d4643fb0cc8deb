"""GoalIdea: what other families have worked toward, to think along with. It never stands in for a family's words."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agency.access import Permission
from agency.editing import Versioned
from agency.history import counts_versions, tracked
from agency.words import WordsField
from families.models import Outcome


class IdeaQuerySet(models.QuerySet):
    def in_use(self):
        return self.filter(retired_on=None)

    def visible_to(self, user):
        return self if user.may(Permission.GOAL_VIEW) else self.none()


@tracked
class GoalIdea(Versioned):
    """One idea for a goal, under the family outcome it serves."""

    code = models.SlugField(max_length=60, unique=True, editable=False)
    outcome = models.PositiveSmallIntegerField(_("family outcome it serves"), choices=Outcome)
    position = models.PositiveSmallIntegerField(default=0, editable=False)
    title = WordsField(_("idea"))
    ask = WordsField(_("question to think along with"), default=dict, blank=True, validators=[])
    statement = WordsField(_("a sentence one can see come true"), default=dict, blank=True, validators=[])
    retired_on = models.DateField(_("no longer offered since"), null=True, blank=True)

    objects = IdeaQuerySet.as_manager()

    class Meta:
        verbose_name = _("idea for a goal")
        verbose_name_plural = _("ideas for goals")
        ordering = ["outcome", "position", "pk"]
        triggers = [counts_versions()]

    def __str__(self):
        return str(self.title)

    def get_absolute_url(self):
        return reverse("goals:idea", args=[self.code])
