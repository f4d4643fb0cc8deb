"""TeamMember, CheckInRhythm, TeamMeeting, TeamAction: who stands with a family, and how they keep in step."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.access import CaseQuerySet, Permission, own_part_condition
from agency.editing import Versioned
from agency.history import counts_versions, tracked
from agency.models import User
from agency.privacy import Privacy
from families.models import Family, FamilyMember
from goals.models.goal import Goal


class TeamQuerySet(CaseQuerySet):
    permission = Permission.GOAL_VIEW

    def visible_to(self, user, permission=None):
        """A teammate knows the row that says what they themselves may see; others the whole team."""
        members = super().visible_to(user, permission)
        return members.filter(own_part_condition(user, Q(staff=user.pk)))

    def today(self):
        return self.filter(ended_on=None)


@tracked
class TeamMember(Versioned):
    """Somebody who stands with a family: a colleague, or a person from outside who has no account here.

    What a colleague who is a teammate may see is the family's choice, and agency.access keeps to it.
    """

    class Kind(models.TextChoices):
        TEACHER = "teacher", _("teacher")
        HOME_VISITOR = "home_visitor", _("home visitor")
        FAMILY_WORKER = "family_worker", _("family service worker")
        MENTAL_HEALTH = "mental_health", _("mental health consultant")
        HEALTH = "health", _("health or nutrition consultant")
        DISABILITY = "disability", _("disability specialist")
        RELATIVE = "relative", _("relative")
        FRIEND = "friend", _("friend or neighbor")
        OUTSIDE = "outside", _("somebody from another agency")

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="team")
    staff = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("colleague")
    )
    name = models.CharField(_("name"), max_length=100, blank=True)
    kind = models.CharField(_("as"), max_length=15, choices=Kind, default=Kind.TEACHER)
    does = models.CharField(_("what they do for the family"), max_length=200, blank=True)
    reach = models.CharField(_("how to reach them"), max_length=100, blank=True)
    is_main_contact = models.BooleanField(_("the family’s main contact"), default=False)
    only_chosen_goals = models.BooleanField(_("only the goals chosen here"), default=False)
    goals = models.ManyToManyField(Goal, blank=True, related_name="seen_by", verbose_name=_("goals they may see"))
    sees_notes = models.BooleanField(_("the notes to the team"), default=True)
    sees_dates = models.BooleanField(_("when we meet and review"), default=True)
    agreed_on = models.DateField(_("the family agreed on"), default=timezone.localdate)
    agreed_by = models.ForeignKey(
        FamilyMember, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("who agreed")
    )
    ended_on = models.DateField(_("until"), null=True, editable=False)
    added_by = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="+")

    objects = TeamQuerySet.as_manager()
    privacy = Privacy(
        own="id version family staff agreed_by added_by",
        private=("name kind does reach is_main_contact only_chosen_goals sees_notes sees_dates agreed_on ended_on"),
    )

    class Meta:
        verbose_name = _("member of a family's team")
        verbose_name_plural = _("members of a family's team")
        ordering = ["-is_main_contact", "pk"]
        constraints = [
            models.CheckConstraint(name="colleague_or_named", condition=Q(staff=None) ^ Q(name="")),
            models.UniqueConstraint(
                name="one_main_contact_of_a_team",
                fields=["family"],
                condition=Q(is_main_contact=True, ended_on=None),
                violation_error_message=_("This family has a main contact already."),
            ),
            models.UniqueConstraint(
                name="colleague_once_on_a_team",
                fields=["family", "staff"],
                condition=Q(staff__isnull=False, ended_on=None),
                violation_error_message=_("This colleague is on the team already."),
            ),
            models.CheckConstraint(
                name="team_ends_after_it_began", condition=Q(ended_on=None) | Q(ended_on__gte=F("agreed_on"))
            ),
        ]
        indexes = [models.Index(name="team_choices_of_a_colleague", fields=["staff"], condition=Q(ended_on=None))]
        triggers = [counts_versions()]

    def __str__(self):
        return self.name or str(self.staff)

    @property
    def is_colleague(self):
        return self.staff_id is not None


class RhythmQuerySet(CaseQuerySet):
    permission = Permission.GOAL_VIEW

    def today(self):
        return self.filter(ended_on=None)


@tracked
class CheckInRhythm(models.Model):
    """How often the family wants to hear from us, as agreed with them; it takes the place of the agency's clock."""

    SHORTEST, LONGEST = 1, 60

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="rhythms")
    days = models.PositiveSmallIntegerField(
        _("days from one check-in to the next"), validators=[MinValueValidator(SHORTEST), MaxValueValidator(LONGEST)]
    )
    how = models.CharField(_("how, and for how long"), max_length=150, blank=True)
    agreed_on = models.DateField(_("agreed on"), default=timezone.localdate)
    ended_on = models.DateField(null=True, editable=False)
    added_by = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="+")

    objects = RhythmQuerySet.as_manager()
    privacy = Privacy(own="id family added_by", shareable="days agreed_on", private="how ended_on")

    class Meta:
        verbose_name = _("agreed check-in rhythm")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(name="rhythm_in_range", condition=Q(days__range=(1, 60))),
            models.UniqueConstraint(name="one_rhythm_a_family", fields=["family"], condition=Q(ended_on=None)),
        ]

    def __str__(self):
        return str(self.days)


class MeetingQuerySet(CaseQuerySet):
    permission = Permission.GOAL_VIEW

    def visible_to(self, user, permission=None):
        """A teammate reads of the meetings they were at."""
        meetings = super().visible_to(user, permission)
        return meetings.filter(own_part_condition(user, Q(pk__in=_meetings_with(user))))


def _meetings_with(user):
    there = TeamMeeting.present.through.objects.filter(teammember__staff=user.pk)
    return there.values("teammeeting")


@tracked
class TeamMeeting(Versioned):
    """The team sat down together: who was there, what was decided, when it meets next."""

    class How(models.TextChoices):
        TOGETHER = "together", _("in one room")
        VIDEO = "video", _("by video")
        PHONE = "phone", _("by phone")

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="team_meetings")
    held_on = models.DateField(_("held on"), default=timezone.localdate)
    how = models.CharField(_("how"), max_length=10, choices=How, default=How.TOGETHER)
    family_present = models.ManyToManyField(
        FamilyMember, blank=True, related_name="+", verbose_name=_("who of the family was there")
    )
    present = models.ManyToManyField(
        TeamMember, blank=True, related_name="meetings", verbose_name=_("who of the team was there")
    )
    decided = models.TextField(_("what we decided"))
    next_on = models.DateField(_("next meeting on"), null=True, blank=True)
    held_by = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = MeetingQuerySet.as_manager()
    privacy = Privacy(own="id version family held_by written_at", private="held_on how decided next_on")

    class Meta:
        verbose_name = _("team meeting")
        verbose_name_plural = _("team meetings")
        ordering = ["-held_on", "-pk"]
        indexes = [
            models.Index(name="meetings_of_a_family", fields=["family", "-held_on", "-id"]),
        ]
        triggers = [counts_versions()]

    def __str__(self):
        return str(self.held_on)


class ActionQuerySet(CaseQuerySet):
    family = "meeting__family__"
    permission = Permission.GOAL_VIEW

    def visible_to(self, user, permission=None):
        """A teammate sees what they themselves took on, and what was agreed where they were."""
        actions = super().visible_to(user, permission)
        theirs = Q(member__staff=user.pk) | Q(meeting__in=_meetings_with(user))
        return actions.filter(own_part_condition(user, theirs, self.family))

    def open(self):
        return self.filter(done_on=None)


@tracked
class TeamAction(Versioned):
    """One thing somebody took on at a team meeting."""

    class Who(models.TextChoices):
        STAFF = "staff", _("we")
        FAMILY = "family", _("the family")
        MEMBER = "member", _("somebody on the team")

    meeting = models.ForeignKey(TeamMeeting, on_delete=models.CASCADE, related_name="actions")
    what = models.CharField(_("what"), max_length=300)
    who = models.CharField(_("who does it"), max_length=10, choices=Who, default=Who.STAFF)
    member = models.ForeignKey(TeamMember, null=True, blank=True, on_delete=models.PROTECT, related_name="actions")
    due_on = models.DateField(_("by"), null=True, blank=True)
    done_on = models.DateField(_("done on"), null=True, blank=True)

    objects = ActionQuerySet.as_manager()
    privacy = Privacy(own="id version meeting member", private="what who due_on done_on")

    class Meta:
        verbose_name = _("action of a team meeting")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="somebody_has_a_name",
                condition=Q(who="member", member__isnull=False) | ~Q(who="member") & Q(member=None),
            )
        ]
        indexes = [models.Index(name="actions_to_do", fields=["due_on"], condition=Q(done_on=None))]
        triggers = [counts_versions()]

    def __str__(self):
        return self.what
