"""NoticeGiven, FamilyConsent, Intake: what we told a family, what it allowed, and how far its first talk has come."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.access import CaseQuerySet
from agency.editing import Versioned
from agency.history import counts_versions, tracked
from agency.languages import Language
from agency.models import User
from agency.privacy import Privacy
from families.models.family import Family, FamilyMember


class How(models.TextChoices):
    """How a paper or a word reached somebody."""

    IN_PERSON = "in_person", _("in person")
    PHONE = "phone", _("by phone")
    MAIL = "mail", _("by letter")
    EMAIL = "email", _("by e-mail")
    TEXT = "text", _("by text")


@tracked
class NoticeGiven(Versioned):
    """Something the law lets every family know: that it was said, when, in which language, and what they answered."""

    class Kind(models.TextChoices):
        RIGHTS = "rights", _("yearly notice of privacy rights")  # 45 CFR 1303.22(e)
        CHILD_SUPPORT = "child_support", _("child support services")  # Head Start Act 642(b)(10)
        PARENTING = "parenting", _("reading and parenting skills, for the adults")  # 642(b)(4)
        SUBSTANCE = "substance", _("alcohol and drugs: what harms a baby, where help is")  # 642(b)(5)
        INVOLVEMENT = "involvement", _("what taking part does for a child")  # 642(b)(7)

    class Answer(models.TextChoices):
        TOLD = "told", _("told")
        WANTED = "wanted", _("told, and they want to use it")
        DECLINED = "declined", _("offered, and they said no thank you")

    How = How

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="notices")
    kind = models.CharField(_("about what"), max_length=15, choices=Kind)
    given_on = models.DateField(_("on"), default=timezone.localdate)
    given_to = models.ForeignKey(
        FamilyMember,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="notices",
        verbose_name=_("to whom"),
    )
    language = models.CharField(_("in which language"), max_length=5, choices=Language)
    how = models.CharField(_("how"), max_length=10, choices=How, default=How.IN_PERSON)
    answer = models.CharField(_("what they said"), max_length=10, choices=Answer, default=Answer.TOLD)
    given_by = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="+")

    objects = CaseQuerySet.as_manager()
    privacy = Privacy(own="id version family given_by", private="kind given_on given_to language how answer")

    class Meta:
        verbose_name = _("notice given")
        verbose_name_plural = _("notices given")
        ordering = ["-given_on", "-pk"]
        indexes = [models.Index(name="notices_of_a_family", fields=["family", "kind", "-given_on"])]
        triggers = [counts_versions()]

    def __str__(self):
        return self.get_kind_display()


class FamilyConsentQuerySet(CaseQuerySet):
    def in_force(self, on=None):
        """Answers that hold on that day; of two on one subject the newer one counts (`newest`)."""
        on = on or timezone.localdate()
        return self.filter(Q(given_on__lte=on) & (Q(ended_on=None) | Q(ended_on__gt=on)))

    def newest(self, on=None):
        """The answers that count: one a family, a subject and a person who gave it."""
        return (
            self.in_force(on)
            .order_by("family_id", "kind", "given_by_id", "-given_on", "-pk")
            .distinct("family_id", "kind", "given_by_id")
        )


@tracked
class FamilyConsent(Versioned):
    """What a family lets the program do. Leave to tell a partner something is another thing: referrals.Consent."""

    class Kind(models.TextChoices):
        TEXTS = "texts", _("texts about the program")
        EMAIL = "email", _("e-mail about the program")
        PHOTOS = "photos", _("photos of the child")
        STORIES = "stories", _("telling their story")
        SCREENING = "screening", _("health and development screening")
        OUTINGS = "outings", _("outings")

    How = How

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="consents_given")
    kind = models.CharField(_("to what"), max_length=15, choices=Kind)
    agreed = models.BooleanField(_("they agreed"), default=True)
    given_by = models.ForeignKey(
        FamilyMember, on_delete=models.PROTECT, related_name="consents_given", verbose_name=_("who answered")
    )
    given_on = models.DateField(_("on"), default=timezone.localdate)
    language = models.CharField(_("in which language"), max_length=5, choices=Language)
    how = models.CharField(_("how"), max_length=10, choices=How, default=How.IN_PERSON)
    ended_on = models.DateField(_("taken back on"), null=True, blank=True)
    recorded_by = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="+")

    objects = FamilyConsentQuerySet.as_manager()
    privacy = Privacy(
        own="id version family recorded_by", private="kind agreed given_by given_on language how ended_on"
    )

    class Meta:
        verbose_name = _("answer to a request")
        verbose_name_plural = _("answers to requests")
        ordering = ["kind", "-given_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="taken_back_after_it_was_given",
                condition=Q(ended_on=None) | Q(ended_on__gte=F("given_on")),
                violation_error_message=_("It cannot be taken back before it was given."),
            ),
        ]
        indexes = [models.Index(name="consents_of_a_family", fields=["family", "kind", "-given_on"])]
        triggers = [counts_versions()]

    def __str__(self):
        return self.get_kind_display()


class IntakeQuerySet(CaseQuerySet):
    def left_open(self):
        return self.filter(finished_on=None)


@tracked
class Intake(models.Model):
    """The first talk with a family: which step it has come to, and whether it is finished."""

    family = models.ForeignKey(Family, on_delete=models.CASCADE, related_name="intakes")
    step = models.SlugField(max_length=20)
    begun_at = models.DateTimeField(default=timezone.now)
    begun_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    moved_at = models.DateTimeField(default=timezone.now)
    finished_on = models.DateField(null=True)

    objects = IntakeQuerySet.as_manager()
    privacy = Privacy(own="id family step begun_at begun_by moved_at finished_on")

    class Meta:
        verbose_name = _("intake")
        verbose_name_plural = _("intakes")
        ordering = ["-moved_at"]
        indexes = [models.Index(name="intakes_left_open", fields=["family"], condition=Q(finished_on=None))]

    def __str__(self):
        return self.step
