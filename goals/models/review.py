"""Review, ReviewDecision, Celebration: looking together at how it goes, and marking what went well."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.access import CaseQuerySet, Permission
from agency.history import tracked
from agency.models import User
from agency.privacy import Privacy
from families.models import Family, FamilyMember, Language, Need
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
    confidence = models.PositiveSmallIntegerField(_("how sure they feel, 1 to 5"), null=True, blank=True)

    objects = DecisionQuerySet.as_manager()
    privacy = Privacy(own="id review goal", shareable="decision", private="comment confidence")

    class Meta:
        verbose_name = _("decision about a goal")
        constraints = [
            models.UniqueConstraint(name="one_decision_a_goal", fields=["review", "goal"]),
            models.CheckConstraint(
                name="decided_confidence_in_range", condition=Q(confidence=None) | Q(confidence__range=(1, 5))
            ),
        ]

    def __str__(self):
        return self.get_decision_display()


class ReviewedNeed(models.Model):
    """What the family said of one need at one review."""

    class Said(models.TextChoices):
        STILL = "still", _("still needed")
        MET = "met", _("met")
        NOT_NOW = "not_now", _("no longer needed")

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="needs_looked_at")
    need = models.ForeignKey(Need, on_delete=models.PROTECT, related_name="+")
    said = models.CharField(_("what they say of it"), max_length=10, choices=Said)

    objects = DecisionQuerySet.as_manager()
    privacy = Privacy(own="id review need", private="said")

    class Meta:
        verbose_name = _("need looked at in a review")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(name="need_once_a_review", fields=["review", "need"])]

    def __str__(self):
        return self.get_said_display()


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
    story = models.TextField(_("the story, as they would tell it"), blank=True, default="", db_default="")
    added_by = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="+")

    objects = CelebrationQuerySet.as_manager()
    privacy = Privacy(
        own="id family goal added_by", shareable="noticed_on marked_on", private="what wish may_be_told story"
    )

    class Meta:
        verbose_name = _("celebration")
        verbose_name_plural = _("celebrations")
        ordering = ["-noticed_on", "-pk"]
        indexes = [models.Index(name="celebrations_of_a_family", fields=["family", "-noticed_on"])]

    def __str__(self):
        return self.what


class OfACelebrationQuerySet(CaseQuerySet):
    family = "celebration__family__"
    permission = Permission.GOAL_VIEW

    def visible_to(self, user, permission=None):
        """As far as the celebration itself is visible."""
        return self.filter(celebration__in=Celebration.objects.visible_to(user, permission))

    def in_force(self):
        """Of consents, those that have not been withdrawn."""
        return self.filter(withdrawn_on=None)

    def shown(self):
        """Of photos, those to which the family's yes stands."""
        yes = CelebrationConsent.objects.filter(what=CelebrationConsent.What.PHOTO).in_force()
        return self.filter(celebration__in=yes.values("celebration"))


@tracked
class CelebrationConsent(models.Model):
    """The family's yes to telling a story or showing a photo, and its no when it changes its mind."""

    class What(models.TextChoices):
        STORY = "story", _("the story")
        PHOTO = "photo", _("the photo")

    celebration = models.ForeignKey(Celebration, on_delete=models.PROTECT, related_name="consents")
    what = models.CharField(max_length=10, choices=What)
    given_by = models.ForeignKey(
        FamilyMember, null=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("who said yes")
    )
    given_on = models.DateField(_("on"), default=timezone.localdate)
    withdrawn_on = models.DateField(null=True)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    objects = OfACelebrationQuerySet.as_manager()
    privacy = Privacy(own="id celebration given_by recorded_by", private="what given_on withdrawn_on")

    class Meta:
        verbose_name = _("consent to tell of a celebration")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                name="one_yes_at_a_time", fields=["celebration", "what"], condition=Q(withdrawn_on=None)
            )
        ]

    def __str__(self):
        return self.get_what_display()


@tracked
class CelebrationPhoto(models.Model):
    """A picture of the moment. It is shown only while the family's yes to it stands."""

    celebration = models.ForeignKey(Celebration, on_delete=models.PROTECT, related_name="photos")
    path = models.CharField(max_length=200)
    kind = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    shows = models.CharField(_("what one sees"), max_length=200, help_text=_("For people who cannot see the picture."))
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)

    objects = OfACelebrationQuerySet.as_manager()
    privacy = Privacy(own="id celebration added_by added_at", private="path kind size digest shows")

    class Meta:
        verbose_name = _("photo of a celebration")
        ordering = ["pk"]

    def __str__(self):
        return self.shows
