"""Review, ReviewDecision, Celebration: looking together at how it goes, and marking what went well."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.access import CaseQuerySet, Permission
from agency.history import tracked
from agency.models import User
from agency.privacy import Privacy
from families.models import Family, FamilyMember, Language
from goals.models.goal import Goal


class ReviewQuerySet(CaseQuerySet):
    permission = Permission.AGREEMENT_VIEW


@tracked
class Review(models.Model):
    """Family and staff look at every goal together and decide what becomes of it (45 CFR 1302.52(c)(3))."""

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="reviews")
    held_on = models.DateField(_("held on"), default=timezone.localdate)
    present = models.ManyToManyField(FamilyMember, blank=True, related_name="+", verbose_name=_("who was there"))
    language = models.CharField(_("language"), max_length=5, choices=Language, blank=True)
    parent_comment = models.TextField(_("what the parents say"), blank=True)
    next_on = models.DateField(_("next review on"), null=True, blank=True)
    held_by = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="+")

    objects = ReviewQuerySet.as_manager()
    privacy = Privacy(own="id family held_by", shareable="held_on language", private="parent_comment next_on")

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        ordering = ["-held_on", "-pk"]
        indexes = [models.Index(name="reviews_of_a_family", fields=["family", "-held_on"])]

    def __str__(self):
        return str(self.held_on)


class DecisionQuerySet(CaseQuerySet):
    family = "review__family__"
    permission = Permission.AGREEMENT_VIEW


class ReviewDecision(models.Model):
    """What was decided about one goal at one review."""

    class Decision(models.TextChoices):
        CONTINUE = "continue", _("go on as we are")
        CHANGE = "change", _("change the goal or its steps")
        ACHIEVED = "achieve", _("they reached it")
        PARTLY = "achieve_partly", _("reached in part, and that is enough")
        HOLD = "hold", _("put it on hold")
        SET_ASIDE = "set_aside", _("no longer what they want")

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="decisions")
    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="decisions")
    decision = models.CharField(_("decision"), max_length=15, choices=Decision)
    comment = models.CharField(_("why, or what changes"), max_length=300, blank=True)

    objects = DecisionQuerySet.as_manager()
    privacy = Privacy(own="id review goal", shareable="decision", private="comment")

    class Meta:
        verbose_name = _("decision about a goal")
        constraints = [models.UniqueConstraint(name="one_decision_a_goal", fields=["review", "goal"])]

    def __str__(self):
        return self.get_decision_display()


class CelebrationQuerySet(CaseQuerySet):
    permission = Permission.GOAL_VIEW

    def visible_to(self, user, permission=None):
        """As far as its goal is visible; a teammate does not learn of a goal the family did not share."""
        celebrations = super().visible_to(user, permission)
        return celebrations.filter(Q(goal=None) | Q(goal__in=Goal.objects.visible_to(user)))

    def unmarked(self):
        return self.filter(marked_on=None)


@tracked
class Celebration(models.Model):
    """Something went well, and how the family wants it marked."""

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="celebrations")
    goal = models.ForeignKey(Goal, null=True, blank=True, on_delete=models.PROTECT, related_name="celebrations")
    what = models.CharField(_("what there is to celebrate"), max_length=300)
    wish = models.CharField(_("how the family wants it marked"), max_length=200, blank=True)
    noticed_on = models.DateField(_("since"), default=timezone.localdate)
    marked_on = models.DateField(_("marked on"), null=True, blank=True)
    may_be_told = models.BooleanField(_("the family agrees that the program tells the story"), default=False)
    added_by = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="+")

    objects = CelebrationQuerySet.as_manager()
    privacy = Privacy(own="id family goal added_by", shareable="noticed_on marked_on", private="what wish may_be_told")

    class Meta:
        verbose_name = _("celebration")
        verbose_name_plural = _("celebrations")
        ordering = ["-noticed_on", "-pk"]
        indexes = [models.Index(name="celebrations_of_a_family", fields=["family", "-noticed_on"])]

    def __str__(self):
        return self.what
