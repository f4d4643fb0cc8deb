"""Instrument, InstrumentVersion, Item; Assessment, Answer: the conversation about strengths and needs."""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from agency.access import CaseQuerySet, Permission
from agency.history import tracked
from agency.models import ServiceCategory, User
from agency.privacy import Privacy
from agency.words import Words, WordsField
from families.models.family import Family, FamilyMember, Language


class Outcome(models.IntegerChoices):
    """The seven family engagement outcomes of the PFCE framework (45 CFR 1302.52(b) words them otherwise)."""

    WELL_BEING = 1, _("Family well-being")
    PARENT_CHILD = 2, _("Positive parent-child relationships")
    EDUCATORS = 3, _("Families as lifelong educators")
    LEARNERS = 4, _("Families as learners")
    TRANSITIONS = 5, _("Family engagement in transitions")
    CONNECTIONS = 6, _("Family connections to peers and community")
    LEADERS = 7, _("Families as advocates and leaders")


class Instrument(models.Model):
    """A set of questions about strengths and needs. Ours is one; an agency may bring its own."""

    code = models.SlugField(_("code"), max_length=60, unique=True)
    title = WordsField(_("title"))

    class Meta:
        verbose_name = _("instrument")
        verbose_name_plural = _("instruments")

    def __str__(self):
        return str(self.title)

    def current(self):
        """The version new conversations use: the newest one published and not retired."""
        return self.versions.filter(published_on__lte=timezone.localdate(), retired_on=None).order_by("-number").first()


# What was asked is part of each answer: once published, a version and its questions stand as they are. It may retire.
STANDS = """
IF OLD.published_on IS NOT NULL
    AND (NEW.instrument_id, NEW.number, NEW.published_on, NEW.intro, NEW.levels, NEW.outcome_texts)
    IS DISTINCT FROM (OLD.instrument_id, OLD.number, OLD.published_on, OLD.intro, OLD.levels, OLD.outcome_texts)
THEN RAISE EXCEPTION 'pgtrigger: Cannot change a published row of % table', TG_TABLE_NAME; END IF;
RETURN NEW;
"""
ASKED = """
IF EXISTS (
    SELECT FROM families_instrumentversion
    WHERE published_on IS NOT NULL
    AND (TG_OP <> 'INSERT' AND id = OLD.version_id OR TG_OP <> 'DELETE' AND id = NEW.version_id)
) THEN RAISE EXCEPTION 'pgtrigger: Cannot change a published row of % table', TG_TABLE_NAME; END IF;
IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
RETURN NEW;
"""


class InstrumentVersion(models.Model):
    """An instrument as it was asked at one time. A changed word is a new version; older answers keep theirs."""

    instrument = models.ForeignKey(Instrument, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    published_on = models.DateField(null=True)
    retired_on = models.DateField(null=True)
    intro = WordsField(_("what we say before we begin"), default=dict, blank=True)
    levels = models.JSONField(help_text=_("The five levels, strongest first: value and label by language."))
    outcome_texts = models.JSONField(help_text=_("For each outcome: name and opening question by language."))
    made_by = models.ForeignKey(User, null=True, editable=False, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("version of an instrument")
        constraints = [
            models.UniqueConstraint(name="instrument_version_once", fields=["instrument", "number"]),
            models.UniqueConstraint(
                name="one_draft_an_instrument", fields=["instrument"], condition=Q(published_on=None, retired_on=None)
            ),
        ]
        triggers = [
            pgtrigger.Trigger(name="published_stands", operation=pgtrigger.Update, when=pgtrigger.Before, func=STANDS),
            pgtrigger.Protect(
                name="published_stays",
                operation=pgtrigger.Delete,
                condition=pgtrigger.Q(old__published_on__isnull=False),
            ),
        ]

    def __str__(self):
        return f"{self.instrument} {self.number}"

    @property
    def is_draft(self):
        return self.published_on is None and self.retired_on is None

    @cached_property
    def numbers(self):
        """The outcomes it asks about, in order: a part of the conversation each."""
        asked = set(self.items.values_list("outcome", flat=True))
        return [number for number in Outcome.values if number in asked]

    def level_label(self, level):
        """What the level is called, in the language of the page."""
        return next((str(Words(said["label"])) for said in self.levels if said["value"] == level), "")

    def outcome(self, number):
        """The texts of one outcome: `name`, `plain_name` and `ask`, each in the language of the page."""
        texts = next((texts for texts in self.outcome_texts if texts["number"] == number), {})
        name = Words(texts.get("name") or {"en": Outcome(number).label})
        return {
            "name": name,
            "plain_name": Words(texts.get("plain_name") or name),
            "ask": Words(texts.get("ask") or {}),
        }


class Item(models.Model):
    """One question of an instrument, with what each level means."""

    class For(models.TextChoices):
        ALL = "all", _("every family")
        BABY = "baby", _("families with a baby or expecting one")
        SPECIAL = "special", _("families it concerns")

    version = models.ForeignKey(InstrumentVersion, on_delete=models.PROTECT, related_name="items")
    code = models.CharField(max_length=10)
    outcome = models.PositiveSmallIntegerField(choices=Outcome)
    position = models.PositiveSmallIntegerField()
    is_urgent = models.BooleanField(default=False, help_text=_("The lowest answer may not wait until tomorrow."))
    concerns = models.CharField(max_length=10, choices=For, default=For.ALL)
    label = WordsField()
    ask = WordsField()
    strength_ask = WordsField(default=dict, blank=True)
    anchors = models.JSONField()
    category = models.ForeignKey(ServiceCategory, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("question")
        ordering = ["position"]
        constraints = [models.UniqueConstraint(name="item_once_in_a_version", fields=["version", "code"])]
        triggers = [
            pgtrigger.Trigger(
                name="published_stands",
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                when=pgtrigger.Before,
                func=ASKED,
            )
        ]

    def __str__(self):
        return str(self.label)

    def anchor(self, level):
        """What this level means for this question, in the language of the page; "" when nothing was written."""
        return str(Words(self.anchors.get(str(level)) or {}))


class AssessmentQuerySet(CaseQuerySet):
    permission = Permission.ASSESSMENT_VIEW

    def done(self):
        return self.exclude(done_on=None)

    def open(self):
        return self.filter(done_on=None)


@tracked
class Assessment(models.Model):
    """One conversation about strengths and needs, from the first question to the last; it may take several days."""

    class Occasion(models.TextChoices):
        FIRST = "first", _("first")
        MIDDLE = "middle", _("in the middle of the year")
        END = "end", _("at the end")

    class Place(models.TextChoices):
        HOME = "home", _("at home")
        CENTER = "center", _("at the center")
        COMMUNITY = "community", _("somewhere else")
        PHONE = "phone", _("by phone")
        VIDEO = "video", _("by video")

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="assessments")
    version = models.ForeignKey(InstrumentVersion, on_delete=models.PROTECT, related_name="+")
    occasion = models.CharField(_("occasion"), max_length=10, choices=Occasion, default=Occasion.FIRST)
    started_on = models.DateField(_("begun on"), default=timezone.localdate)
    done_on = models.DateField(_("talked through on"), null=True, blank=True)
    took_part = models.ManyToManyField(FamilyMember, blank=True, related_name="+", verbose_name=_("who took part"))
    language = models.CharField(_("language we spoke"), max_length=5, choices=Language, default=Language.ENGLISH)
    with_interpreter = models.BooleanField(_("with an interpreter"), default=False)
    place = models.CharField(_("where"), max_length=10, choices=Place, default=Place.HOME)
    staff = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    keyed_on = models.DateField(_("typed in from paper on"), null=True, editable=False)
    keyed_by = models.ForeignKey(User, null=True, editable=False, on_delete=models.PROTECT, related_name="+")

    objects = AssessmentQuerySet.as_manager()
    privacy = Privacy(
        own="id family version staff keyed_on keyed_by",
        shareable="occasion done_on language",
        private="started_on with_interpreter place",
    )

    class Meta:
        verbose_name = _("strengths conversation")
        verbose_name_plural = _("strengths conversations")
        ordering = ["-started_on", "-pk"]
        constraints = [
            models.UniqueConstraint(name="one_open_conversation", fields=["family"], condition=Q(done_on=None)),
            models.CheckConstraint(
                name="conversation_done_after_begun", condition=Q(done_on=None) | Q(done_on__gte=models.F("started_on"))
            ),
            models.CheckConstraint(
                name="paper_typed_in_by_somebody",
                condition=Q(keyed_on=None, keyed_by=None)
                | Q(keyed_on__gte=models.F("started_on"), keyed_by__isnull=False),
            ),
        ]
        indexes = [models.Index(name="conversations_done", fields=["family", "done_on"])]

    def __str__(self):
        return f"{self.get_occasion_display()}, {self.started_on}"

    def get_absolute_url(self):
        return reverse("families:assessment", args=[self.family_id, self.pk])


class AnswerQuerySet(CaseQuerySet):
    family = "assessment__family__"
    permission = Permission.ASSESSMENT_VIEW

    def visible_to(self, user, permission=None):
        """Answers about restricted matters show only to who may read restricted records."""
        answers = super().visible_to(user, permission)
        return answers if user.may(Permission.RESTRICTED_VIEW) else answers.exclude(item__category__is_restricted=True)


@tracked
class Answer(models.Model):
    """What was said to one question. The parent's level is the one that counts; staff keep theirs beside it."""

    class NoLevel(models.TextChoices):
        NOT_DISCUSSED = "ND", _("we have not talked about it")
        PREFER_NOT = "PN", _("prefer not to say")
        NOT_APPLICABLE = "NA", _("does not apply")

    class WorkOn(models.TextChoices):
        NOW = "now", _("now")
        LATER = "later", _("later")
        NO = "no", _("no")

    assessment = models.ForeignKey(Assessment, on_delete=models.CASCADE, related_name="answers")
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    level = models.PositiveSmallIntegerField(null=True, blank=True)
    no_level = models.CharField(max_length=2, choices=NoLevel, blank=True)
    staff_level = models.PositiveSmallIntegerField(null=True, blank=True)
    work_on = models.CharField(max_length=5, choices=WorkOn, blank=True)
    is_urgent = models.BooleanField(default=False)
    strength = models.CharField(_("what is going well"), max_length=500, blank=True)
    answered_at = models.DateTimeField(default=timezone.now)

    objects = AnswerQuerySet.as_manager()
    privacy = Privacy(
        own="id assessment item answered_at",
        shareable="level work_on",
        private="no_level staff_level is_urgent strength",
    )

    class Meta:
        verbose_name = _("answer")
        constraints = [
            models.UniqueConstraint(name="one_answer_a_question", fields=["assessment", "item"]),
            models.CheckConstraint(
                name="a_level_or_why_not",
                condition=Q(level__range=(1, 5), no_level="") | Q(level=None) & ~Q(no_level=""),
            ),
            models.CheckConstraint(
                name="staff_level_in_range", condition=Q(staff_level=None) | Q(staff_level__range=(1, 5))
            ),
        ]

    def __str__(self):
        return f"{self.item_id}: {self.level or self.no_level}"
