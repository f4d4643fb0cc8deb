"""Partnership: how we work with a partner, from knowing each other to one common project (45 CFR 1302.53(a))."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.access import Permission
from agency.editing import Versioned
from agency.history import counts_versions, tracked
from agency.models import Center, User
from partners.models.partner import Partner


class AgreementsQuerySet(models.QuerySet):
    """What only those who look after partnerships read."""

    def visible_to(self, user, permission=Permission.MOU_VIEW):
        return self.all() if user.may(permission) else self.none()


class OwnedQuerySet(AgreementsQuerySet):
    """Whoever took something on reads it and says when it is done, whatever their role."""

    def visible_to(self, user, permission=Permission.MOU_VIEW):
        return self.all() if user.may(permission) else self.filter(our_owner=user.pk)


class PartnershipQuerySet(AgreementsQuerySet):
    def of_entries(self):
        """Without those of an entry that was put together with another one, which has a partnership of its own."""
        return self.filter(partner__merged_into=None)


class Stage(models.IntegerChoices):
    """The four ways of working together, each closer than the one before."""

    NETWORKING = 1, _("networking")
    COORDINATION = 2, _("coordination")
    COOPERATION = 3, _("cooperation")
    COLLABORATION = 4, _("collaboration")


class PublicRole(models.TextChoices):
    """Parts that the law names, for the question which of them have an agreement with us."""

    PRESCHOOL = "preschool", _("manages publicly funded preschool")
    LEA = "lea", _("local educational agency (school district)")
    PART_C = "part_c", _("early intervention (Part C)")
    CHILD_WELFARE = "child_welfare", _("child welfare agency")
    HOMELESS_LIAISON = "homeless_liaison", _("school liaison for homeless families")
    CHILD_CARE = "child_care", _("child care partner")


@tracked
class Partnership(Versioned):
    """How we and one partner work together: who talks to whom, and how close we want to become."""

    partner = models.OneToOneField(Partner, on_delete=models.CASCADE, related_name="partnership")
    public_roles = ArrayField(
        models.CharField(max_length=20, choices=PublicRole), default=list, blank=True, verbose_name=_("what they are")
    )
    our_person = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("our point person")
    )
    their_person = models.CharField(_("their point person"), max_length=200, blank=True)
    their_phone = models.CharField(_("phone"), max_length=60, blank=True)
    their_email = models.EmailField(_("e-mail"), blank=True)
    target = models.PositiveSmallIntegerField(_("how closely we want to work"), choices=Stage, null=True, blank=True)
    target_on = models.DateField(_("by when"), null=True, blank=True)
    began_on = models.DateField(_("we have known each other since"), default=timezone.localdate)

    objects = PartnershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("partnership")
        verbose_name_plural = _("partnerships")
        ordering = ["partner__name"]
        triggers = [counts_versions()]

    def __str__(self):
        return str(self.partner)

    def get_absolute_url(self):
        return reverse("partners:partnership", args=[self.partner_id])


@tracked
class StageReached(models.Model):
    """From this day we worked together in this way. The newest is how it is now."""

    partnership = models.ForeignKey(Partnership, on_delete=models.CASCADE, related_name="stages")
    stage = models.PositiveSmallIntegerField(_("how we work together"), choices=Stage)
    since_on = models.DateField(_("since"), default=timezone.localdate)
    shows_in = models.CharField(_("what shows it"), max_length=300, blank=True)
    said_by = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="+")

    objects = AgreementsQuerySet.as_manager()

    class Meta:
        verbose_name = _("stage of a partnership")
        ordering = ["-since_on"]
        constraints = [
            models.UniqueConstraint(
                name="one_stage_a_day",
                fields=["partnership", "since_on"],
                violation_error_message=_("A stage begins on this day already."),
            ),
            models.CheckConstraint(name="stage_in_range", condition=Q(stage__range=(1, 4))),
        ]

    def __str__(self):
        return f"{self.get_stage_display()} {self.since_on}"


@tracked
class PartnershipPlan(Versioned):
    """Six steps planned with a partner, parents among those who plan. The fields stand in the order of the steps."""

    class Template(models.TextChoices):
        GENERAL = "general", _("for any partner")
        CHILD_WELFARE = "child_welfare", _("for a child welfare agency")

    partnership = models.ForeignKey(Partnership, on_delete=models.CASCADE, related_name="plans")
    template = models.CharField(_("kind of plan"), max_length=20, choices=Template, default=Template.GENERAL)
    started_on = models.DateField(_("begun on"), default=timezone.localdate)
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    # 1 the mission
    stakeholders = models.TextField(_("who plans together"), blank=True)
    parents_who_plan = models.CharField(_("parents who take part"), max_length=300, blank=True)
    interests = models.TextField(_("what each side needs from it"), blank=True)
    mission = models.TextField(_("our common mission"), blank=True)
    mission_on = models.DateField(_("agreed on"), null=True, blank=True)
    # 2 where we stand
    environment = models.TextField(_("how it is now"), blank=True)
    strengths = models.TextField(_("what works well"), blank=True)
    gaps = models.TextField(_("what is missing"), blank=True)
    barriers = models.TextField(_("what gets in the way of staff, of families, of the agency"), blank=True)
    # 3 goals are PlanGoals
    # 4 strategies
    considered = models.TextField(_("ways we thought of"), blank=True)
    chosen = models.TextField(_("ways we take"), blank=True)
    training = models.TextField(_("what staff need to learn"), blank=True)
    communication = models.TextField(_("how we keep talking"), blank=True)
    exchanged = models.TextField(_("what each side needs to know from the other"), blank=True)
    # 5 actions are PartnershipActions
    monitoring = models.TextField(_("how and when we look at progress"), blank=True)
    # 6 impact
    impact = models.TextField(_("what would be different in the community"), blank=True)
    shared_data = models.TextField(_("data we share, and under which consent"), blank=True)
    bundled = models.TextField(_("services offered together, to spare families visits"), blank=True)
    feedback = models.TextField(_("how families tell us what they think"), blank=True)
    safeguards = models.TextField(_("how families’ privacy is kept"), blank=True)
    added_by = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="+")

    objects = AgreementsQuerySet.as_manager()

    class Meta:
        verbose_name = _("plan with a partner")
        verbose_name_plural = _("plans with partners")
        ordering = ["closed_on", "-started_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                name="one_open_plan",
                fields=["partnership"],
                condition=Q(closed_on=None),
                violation_error_message=_("There is a plan with this partner already."),
            ),
            models.CheckConstraint(
                name="plan_closed_after_begun", condition=Q(closed_on=None) | Q(closed_on__gte=F("started_on"))
            ),
        ]
        triggers = [counts_versions()]

    def __str__(self):
        return f"{self.partnership}, {self.started_on}"

    def get_absolute_url(self):
        return reverse("partners:plan", args=[self.pk])


@tracked
class PlanGoal(Versioned):
    """What a plan wants to reach: where it stands at the start, how it is measured, what came of it."""

    plan = models.ForeignKey(PartnershipPlan, on_delete=models.CASCADE, related_name="goals")
    what = models.CharField(_("what we want to reach"), max_length=300)
    baseline = models.CharField(_("where we start"), max_length=200, blank=True)
    measure = models.CharField(_("how we will know"), max_length=200, blank=True)
    aim_on = models.DateField(_("by when"), null=True, blank=True)
    result = models.CharField(_("what came of it"), max_length=300, blank=True)

    objects = AgreementsQuerySet.as_manager()

    class Meta:
        verbose_name = _("goal of a plan")
        ordering = ["pk"]
        triggers = [counts_versions()]

    def __str__(self):
        return self.what


@tracked
class PartnerMeeting(Versioned):
    """We met: a talk, a working meeting, training together."""

    class Kind(models.TextChoices):
        MEETING = "meeting", _("meeting")
        CALL = "call", _("call")
        TRAINING = "training", _("training together")
        EVENT = "event", _("event for families")

    partnership = models.ForeignKey(Partnership, on_delete=models.CASCADE, related_name="meetings")
    kind = models.CharField(_("what it was"), max_length=10, choices=Kind, default=Kind.MEETING)
    held_on = models.DateField(_("on"), default=timezone.localdate)
    topic = models.CharField(_("about"), max_length=200)
    ours = models.ManyToManyField(User, blank=True, related_name="+", verbose_name=_("from our side"))
    theirs = models.CharField(_("from their side"), max_length=300, blank=True)
    people = models.PositiveSmallIntegerField(
        _("how many people took part"), null=True, blank=True, help_text=_("For trainings and events.")
    )
    said = models.TextField(_("what was talked about"), blank=True)
    decided = models.TextField(_("what was decided"), blank=True)
    next_on = models.DateField(_("next meeting"), null=True, blank=True)
    added_by = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="+")

    objects = AgreementsQuerySet.as_manager()

    class Meta:
        verbose_name = _("meeting with a partner")
        verbose_name_plural = _("meetings with partners")
        ordering = ["-held_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="next_meeting_comes_later",
                condition=Q(next_on=None) | Q(next_on__gt=F("held_on")),
                violation_error_message=_("The next meeting comes after this one."),
            )
        ]
        triggers = [counts_versions()]

    def __str__(self):
        return f"{self.topic}, {self.held_on}"


@tracked
class PartnershipAction(Versioned):
    """Something one of us does, or both: from a plan, from a meeting, or on its own."""

    partnership = models.ForeignKey(Partnership, on_delete=models.CASCADE, related_name="actions")
    plan = models.ForeignKey(PartnershipPlan, null=True, blank=True, on_delete=models.SET_NULL, related_name="actions")
    meeting = models.ForeignKey(
        PartnerMeeting, null=True, blank=True, on_delete=models.SET_NULL, related_name="actions"
    )
    what = models.CharField(_("what"), max_length=300)
    our_owner = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("who, on our side")
    )
    their_owner = models.CharField(_("who, on their side"), max_length=200, blank=True)
    due_on = models.DateField(_("by"), null=True, blank=True)
    success = models.CharField(_("how we will know it worked"), max_length=300, blank=True)
    done_on = models.DateField(_("done on"), null=True, blank=True)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        verbose_name = _("action with a partner")
        verbose_name_plural = _("actions with partners")
        ordering = ["done_on", "due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="action_has_an_owner",
                condition=Q(our_owner__isnull=False) | ~Q(their_owner=""),
                violation_error_message=_("Name somebody who does it, on our side or on theirs."),
            )
        ]
        indexes = [models.Index(name="open_partner_actions", fields=["due_on"], condition=Q(done_on=None))]
        triggers = [counts_versions()]

    def __str__(self):
        return self.what


class DatedQuerySet(AgreementsQuerySet):
    def in_force(self, on=None):
        on = on or timezone.localdate()
        return self.filter(Q(starts_on__lte=on) & (Q(ends_on=None) | Q(ends_on__gte=on)))


@tracked
class OnsiteService(Versioned):
    """Help a partner gives at one of our centers (45 CFR 1302.53(a)(1))."""

    partnership = models.ForeignKey(Partnership, on_delete=models.CASCADE, related_name="onsite_services")
    center = models.ForeignKey(Center, on_delete=models.PROTECT, related_name="+", verbose_name=_("at the center"))
    what = models.CharField(_("what they do there"), max_length=200)
    days = models.CharField(_("when"), max_length=200, blank=True)
    starts_on = models.DateField(_("from"), default=timezone.localdate)
    ends_on = models.DateField(_("until"), null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("service at our center")
        ordering = ["-starts_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="onsite_ends_after_it_starts",
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("The last day cannot come before the first."),
            )
        ]
        triggers = [counts_versions()]

    def __str__(self):
        return self.what


@tracked
class CommitteeSeat(Versioned):
    """Somebody of one side sits on a committee of the other: health advisory committee, policy council, their board."""

    class Committee(models.TextChoices):
        HEALTH = "health", _("our health advisory committee")
        COUNCIL = "council", _("our policy council")
        ADVISORY = "advisory", _("another committee of ours")
        THEIRS = "theirs", _("a committee of theirs")

    partnership = models.ForeignKey(Partnership, on_delete=models.CASCADE, related_name="seats")
    committee = models.CharField(_("committee"), max_length=10, choices=Committee)
    name = models.CharField(_("its name"), max_length=200, blank=True)
    who = models.CharField(_("who sits there"), max_length=200)
    starts_on = models.DateField(_("from"), default=timezone.localdate)
    ends_on = models.DateField(_("until"), null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("seat on a committee")
        ordering = ["-starts_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="seat_ends_after_it_starts",
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("The last day cannot come before the first."),
            )
        ]
        triggers = [counts_versions()]

    def __str__(self):
        return f"{self.who}, {self.name or self.get_committee_display()}"
