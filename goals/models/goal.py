"""Goal with its seven steps, GoalStep, GoalSupport."""

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.access import CaseQuerySet, Permission, caseload, shared_goal_condition
from agency.editing import Versioned
from agency.history import append_only, counts_versions, moves_only, tracked
from agency.models import User
from agency.privacy import Privacy
from families.models import Family, FamilyMember, Need, Outcome
from goals.models.agreement import PartnershipAgreement
from goals.states import ENDED, GOAL, GoalState
from partners.models import Partner, Service


class GoalQuerySet(CaseQuerySet):
    permission = Permission.GOAL_VIEW

    def visible_to(self, user, permission=None):
        """A teammate sees the goals the family shares with its team; others all goals of their families."""
        if permission is None or permission == Permission.GOAL_VIEW:
            return self.filter(shared_goal_condition(user))
        return self.filter(shared_goal_condition(user) & caseload(user, self.family, permission))

    def open(self):
        return self.exclude(state__in=ENDED)

    def active(self):
        return self.filter(state=GoalState.ACTIVE)


@tracked
class Goal(Versioned):
    """What a family has decided to work toward. The first words are theirs; the seven steps are the fields below."""

    class Whose(models.TextChoices):
        CHILD = "child", _("about a child")
        ADULT = "adult", _("about a parent")
        FAMILY = "family", _("about the whole family")

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="goals")
    agreement = models.ForeignKey(
        PartnershipAgreement, null=True, editable=False, on_delete=models.PROTECT, related_name="goals"
    )
    state = models.CharField(max_length=10, choices=GoalState, default=GoalState.DRAFT, editable=False)
    # 1 set a goal
    family_words = models.TextField(_("what they want, in their words"))
    statement = models.CharField(
        _("how we will know"),
        max_length=300,
        blank=True,
        help_text=_("One sentence one can see come true, with a day."),
    )
    whose = models.CharField(_("whose goal"), max_length=10, choices=Whose, default=Whose.FAMILY)
    about = models.ForeignKey(
        FamilyMember, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("about whom")
    )
    why = models.TextField(_("why it matters to them"), blank=True)
    outcomes = ArrayField(
        models.PositiveSmallIntegerField(choices=Outcome),
        verbose_name=_("family outcomes it serves"),
        default=list,
        blank=True,
    )
    needs = models.ManyToManyField(Need, blank=True, related_name="goals", verbose_name=_("needs it answers"))
    # 2 skills, 3 strengths, 4 stressors
    family_skills = models.TextField(_("what they can do already"), blank=True)
    staff_skills = models.TextField(_("what we can do"), blank=True)
    strengths = models.TextField(_("what helps them"), blank=True)
    stressors = models.TextField(_("what gets in the way"), blank=True)
    # 5 strategies are GoalSteps, 6 support are GoalSupports
    # 7 track progress
    target_on = models.DateField(_("by when"), null=True, blank=True)
    confidence = models.PositiveSmallIntegerField(
        _("how sure they feel, 1 to 5"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    check_in = models.CharField(_("how often we talk about it"), max_length=100, blank=True)
    is_shared_with_team = models.BooleanField(_("the family’s team may see this goal"), default=False)
    resume_on = models.DateField(_("take it up again on"), null=True, blank=True, editable=False)
    set_on = models.DateField(_("set on"), default=timezone.localdate, editable=False)
    ended_on = models.DateField(null=True, editable=False)
    continues = models.ForeignKey(
        "self", null=True, editable=False, on_delete=models.PROTECT, related_name="continued_by"
    )
    added_by = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="+")

    objects = GoalQuerySet.as_manager()
    privacy = Privacy(
        own="id version family agreement continues added_by about",
        shareable="state statement whose outcomes target_on set_on ended_on",
        private=(
            "family_words why family_skills staff_skills strengths stressors confidence check_in is_shared_with_team "
            "resume_on"
        ),
    )

    class Meta:
        verbose_name = _("goal")
        verbose_name_plural = _("goals")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="ended_goal_has_a_day",
                condition=Q(state__in=list(ENDED), ended_on__isnull=False)
                | ~Q(state__in=list(ENDED)) & Q(ended_on=None),
            ),
            models.CheckConstraint(
                name="confidence_in_range", condition=Q(confidence=None) | Q(confidence__range=(1, 5))
            ),
        ]
        indexes = [models.Index(name="goals_being_worked_on", fields=["family"], condition=Q(state="active"))]
        triggers = [counts_versions(), moves_only(GOAL)]

    def __str__(self):
        return self.statement or self.family_words[:120]

    def get_absolute_url(self):
        return reverse("goals:goal", args=[self.pk])

    @property
    def is_open(self):
        return self.state not in ENDED

    @property
    def outcome_names(self):
        return [Outcome(number).label for number in self.outcomes]


class OfAGoalQuerySet(CaseQuerySet):
    family = "goal__family__"
    permission = Permission.GOAL_VIEW

    def visible_to(self, user, permission=None):
        """As far as the goal itself is visible."""
        return self.filter(goal__in=Goal.objects.visible_to(user, permission))


class GoalStatusChange(models.Model):
    """One move of a goal from state to state, with the reason."""

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="status_changes")
    from_state = models.CharField(max_length=10, choices=GoalState)
    to_state = models.CharField(max_length=10, choices=GoalState)
    reason = models.CharField(max_length=300, blank=True)
    changed_on = models.DateField(default=timezone.localdate)
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    objects = OfAGoalQuerySet.as_manager()
    privacy = Privacy(own="id goal changed_by changed_at", shareable="from_state to_state changed_on", private="reason")

    class Meta:
        verbose_name = _("change of a goal's state")
        ordering = ["pk"]
        triggers = append_only()

    def __str__(self):
        return f"{self.from_state} → {self.to_state}"


@tracked
class GoalStep(Versioned):
    """One thing somebody does toward a goal (strategies, the fifth of the seven steps)."""

    class Owner(models.TextChoices):
        FAMILY = "family", _("the family")
        STAFF = "staff", _("we")
        PARTNER = "partner", _("a partner")

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="steps")
    position = models.PositiveSmallIntegerField(default=0, editable=False)
    what = models.CharField(_("what"), max_length=300)
    owner = models.CharField(_("who does it"), max_length=10, choices=Owner, default=Owner.FAMILY)
    owner_name = models.CharField(_("name"), max_length=100, blank=True)
    partner = models.ForeignKey(
        Partner, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("which partner")
    )
    due_on = models.DateField(_("by"), null=True, blank=True)
    done_on = models.DateField(_("done on"), null=True, blank=True)
    blocked_by = models.CharField(_("what holds it up"), max_length=300, blank=True)

    objects = OfAGoalQuerySet.as_manager()
    privacy = Privacy(
        own="id version goal position", shareable="what owner owner_name partner due_on done_on", private="blocked_by"
    )

    class Meta:
        verbose_name = _("step")
        verbose_name_plural = _("steps")
        ordering = ["position", "pk"]
        triggers = [counts_versions()]

    def __str__(self):
        return self.what


@tracked
class GoalSupport(models.Model):
    """Who or what helps with a goal (the sixth step), and what bridges the time until it starts."""

    class Kind(models.TextChoices):
        PERSON = "person", _("somebody they know")
        PROGRAM = "program", _("our program")
        PARTNER = "partner", _("a partner")

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="supports")
    kind = models.CharField(_("from"), max_length=10, choices=Kind, default=Kind.PERSON)
    what = models.CharField(_("who or what"), max_length=200)
    service = models.ForeignKey(
        Service, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("which service")
    )
    starts_on = models.DateField(_("it starts about"), null=True, blank=True)
    started_on = models.DateField(_("it has started on"), null=True, blank=True)
    until_then = models.CharField(_("until it starts"), max_length=200, blank=True)
    cost = models.CharField(_("what it costs"), max_length=100, blank=True)
    version = models.PositiveIntegerField(default=0, db_default=0, editable=False)

    objects = OfAGoalQuerySet.as_manager()
    privacy = Privacy(own="id version goal", shareable="kind what service starts_on started_on until_then cost")

    class Meta:
        verbose_name = _("support")
        verbose_name_plural = _("supports")
        ordering = ["pk"]
        triggers = [counts_versions()]

    def __str__(self):
        return self.what
