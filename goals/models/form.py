"""FormSection and SectionAnswer: what stands on our agreement, in which order, and what a family answered there."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agency.access import CaseQuerySet, Permission
from agency.editing import Versioned
from agency.history import counts_versions, tracked
from agency.privacy import Privacy
from agency.words import WordsField
from goals.models.agreement import PartnershipAgreement


class SectionQuerySet(models.QuerySet):
    def asked(self):
        return self.filter(is_asked=True)

    def visible_to(self, user):
        """Who keeps the settings decides what is asked; everybody else meets it on an agreement."""
        return self if user.may(Permission.SETTINGS_EDIT) else self.none()


@tracked
class FormSection(Versioned):
    """One part of the agreement's form. The rule asks for no fixed form (45 CFR 1302.52(c)(3)), so it is ours to set.

    A signed version keeps the form it was signed with.
    """

    class Kind(models.TextChoices):
        BRINGS = "brings", _("what the family brings")
        GOALS = "goals", _("the goals")
        PLANS = "plans", _("plans with others")
        ASKS = "asks", _("a question to the family")
        SAYS = "says", _("words of ours")
        CHOICE = "choice", _("their choice")

    ALWAYS = (Kind.GOALS, Kind.CHOICE)  # an agreement without these is none

    code = models.SlugField(max_length=60, unique=True, editable=False)
    kind = models.CharField(_("what it is"), max_length=10, choices=Kind)
    position = models.PositiveSmallIntegerField(default=0, editable=False)
    heading = WordsField(_("heading"))
    help = WordsField(_("what helps to talk about it"), default=dict, blank=True, validators=[])
    text = WordsField(_("words on the paper"), default=dict, blank=True, validators=[])
    is_asked = models.BooleanField(_("stands on the agreement"), default=True)

    objects = SectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("section of the agreement")
        verbose_name_plural = _("sections of the agreement")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                name="goals_and_choice_always_stand",
                condition=~models.Q(kind__in=["goals", "choice"]) | models.Q(is_asked=True),
                violation_error_message=_("An agreement always holds the goals and the family’s choice."),
            )
        ]
        triggers = [counts_versions()]

    def __str__(self):
        return str(self.heading)

    def get_absolute_url(self):
        return reverse("goals:form-section", args=[self.code])

    @property
    def always_stands(self):
        return self.kind in self.ALWAYS


class SectionAnswerQuerySet(CaseQuerySet):
    family = "agreement__family__"
    permission = Permission.AGREEMENT_VIEW


@tracked
class SectionAnswer(Versioned):
    """What a family said to one question of the form, in its own words."""

    agreement = models.ForeignKey(PartnershipAgreement, on_delete=models.PROTECT, related_name="answers")
    section = models.ForeignKey(FormSection, on_delete=models.PROTECT, related_name="answers")
    text = models.TextField(blank=True)

    objects = SectionAnswerQuerySet.as_manager()
    privacy = Privacy(own="id version agreement section", shareable="text")

    class Meta:
        verbose_name = _("answer on the agreement")
        constraints = [models.UniqueConstraint(name="one_answer_a_section", fields=["agreement", "section"])]
        triggers = [counts_versions()]

    def __str__(self):
        return self.text[:60]
