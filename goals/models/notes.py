"""ProgressNote and the goals it touched, the texts that help to write one, one writing to several families."""

from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from agency.access import CaseQuerySet, NoteClass, Permission, note_condition
from agency.editing import Versioned
from agency.history import counts_versions, tracked
from agency.models import User
from agency.privacy import Privacy
from families.models import Family, FamilyMember, Language
from goals.models.goal import Goal

LATE_AFTER = 3  # days between what happened and the note about it


class TemplateQuerySet(models.QuerySet):
    def visible_to(self, user):
        """One's own, and the whole agency's."""
        return self.filter(Q(owner=user) | Q(owner=None), ended_on=None)

    def agencys(self):
        return self.filter(owner=None, ended_on=None)


class NoteTemplate(models.Model):
    """Words one writes often: a person's own, or the whole agency's in both languages. Begins a note, or joins one."""

    owner = models.ForeignKey(User, null=True, editable=False, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(_("name"), max_length=60)
    name_es = models.CharField(_("name in Spanish"), max_length=60, blank=True)
    shortcut = models.SlugField(
        _("short word"), max_length=20, help_text=_("Type it after a semicolon, like ;visit, and a space.")
    )
    contact = models.CharField(_("kind of contact"), max_length=12, blank=True)
    text = models.TextField(_("words"))
    text_es = models.TextField(_("words in Spanish"), blank=True)
    ended_on = models.DateField(null=True, editable=False)

    objects = TemplateQuerySet.as_manager()

    class Meta:
        verbose_name = _("text for notes")
        verbose_name_plural = _("texts for notes")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="own_shortcut_once",
                fields=["owner", "shortcut"],
                condition=Q(ended_on=None),
                nulls_distinct=False,
                violation_error_message=_("There is a text with this short word already."),
            )
        ]

    def __str__(self):
        return self.in_language(self.name, self.name_es)

    @property
    def words(self):
        return self.in_language(self.text, self.text_es)

    def in_language(self, english, spanish):
        return spanish if spanish and get_language() == "es" else english


class WritingQuerySet(models.QuerySet):
    def visible_to(self, user):
        """One's own."""
        return self.filter(written_by=user)


class SharedWriting(models.Model):
    """One writing that became a note in each of several families' records."""

    UNDO = timedelta(minutes=15)

    written_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(default=timezone.now)
    families = models.PositiveSmallIntegerField()
    undone_at = models.DateTimeField(null=True)

    objects = WritingQuerySet.as_manager()

    class Meta:
        verbose_name = _("note to several families")

    def __str__(self):
        return f"{self.written_at:%Y-%m-%d} {self.families}"

    @property
    def may_be_undone(self):
        return self.undone_at is None and timezone.now() - self.written_at <= self.UNDO


class NoteQuerySet(CaseQuerySet):
    permission = Permission.NOTE_VIEW

    def contacts(self):
        """Notes of a person reached: an unanswered call and a remark for the record are no contact."""
        return self.exclude(contact__in=NO_CONTACT)

    def visible_to(self, user, permission=None):
        """By role, the visibility classes it reads, in the families it opens (the table of design 3)."""
        notes = self.filter(note_condition(user))
        if permission is None or permission == Permission.NOTE_VIEW:
            return notes
        return notes & super().visible_to(user, permission)


@tracked
class ProgressNote(Versioned):
    """One contact with a family, or one thing worth remembering."""

    class Contact(models.TextChoices):
        HOME_VISIT = "home_visit", _("home visit")
        CENTER = "center", _("at the center")
        PHONE = "phone", _("phone")
        TEXT = "text", _("text message")
        VIDEO = "video", _("video call")
        COMMUNITY = "community", _("somewhere else")
        NO_ANSWER = "no_answer", _("tried, nobody answered")
        OFFICE = "office", _("nobody contacted, for the record")

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="notes")
    happened_on = models.DateField(_("when"), default=timezone.localdate)
    contact = models.CharField(_("how"), max_length=12, choices=Contact, default=Contact.PHONE)
    present = models.ManyToManyField(FamilyMember, blank=True, related_name="+", verbose_name=_("who was there"))
    others_present = models.CharField(_("who else was there"), max_length=150, blank=True, default="", db_default="")
    language = models.CharField(_("language"), max_length=5, choices=Language, blank=True)
    with_interpreter = models.BooleanField(_("with an interpreter"), default=False)
    minutes = models.PositiveSmallIntegerField(_("minutes"), null=True, blank=True)
    text = models.TextField(_("what happened"))
    visibility = models.CharField(_("who may read it"), max_length=10, choices=NoteClass, default=NoteClass.GENERAL)
    next_step = models.CharField(_("what comes next"), max_length=200, blank=True)
    next_on = models.DateField(_("on"), null=True, blank=True)
    next_done_on = models.DateField(null=True, editable=False)
    writing = models.ForeignKey(
        SharedWriting, null=True, editable=False, db_index=False, on_delete=models.PROTECT, related_name="notes"
    )
    written_by = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = NoteQuerySet.as_manager()
    privacy = Privacy(
        own="id version family visibility writing written_by written_at",
        private=(
            "happened_on contact others_present language with_interpreter minutes text next_step next_on next_done_on"
        ),
    )

    class Meta:
        verbose_name = _("note")
        verbose_name_plural = _("notes")
        ordering = ["-happened_on", "-pk"]
        indexes = [
            models.Index(name="notes_of_a_family", fields=["family", "-happened_on", "-id"]),
            models.Index(
                name="notes_with_a_next_step",
                fields=["family", "next_on"],
                condition=models.Q(next_on__isnull=False, next_done_on=None),
            ),
            models.Index(name="notes_of_one_writing", fields=["writing"], condition=models.Q(writing__isnull=False)),
            models.Index(
                name="contacts_in_time",
                fields=["happened_on", "family"],
                condition=~models.Q(contact__in=["no_answer", "office"]),
            ),
        ]
        triggers = [counts_versions()]

    def __str__(self):
        return f"{self.get_contact_display()} {self.happened_on}"

    def get_absolute_url(self):
        return reverse("goals:note", args=[self.pk])

    @property
    def is_late(self):
        """Entered some days after it happened."""
        return (timezone.localdate(self.written_at) - self.happened_on).days > LATE_AFTER


NO_CONTACT = (ProgressNote.Contact.NO_ANSWER, ProgressNote.Contact.OFFICE)


class TouchedQuerySet(CaseQuerySet):
    family = "note__family__"
    permission = Permission.NOTE_VIEW

    def visible_to(self, user, permission=None):
        """As far as both the note and the goal are visible: a shared note may touch a goal that is not."""
        return self.filter(
            note__in=ProgressNote.objects.visible_to(user, permission), goal__in=Goal.objects.visible_to(user)
        )


class GoalTouched(models.Model):
    """How far one goal moved at one contact."""

    class Moved(models.TextChoices):
        FORWARD = "forward", _("forward")
        SAME = "same", _("the same")
        BACK = "back", _("back a little")

    note = models.ForeignKey(ProgressNote, on_delete=models.CASCADE, related_name="goals_touched")
    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="touches")
    moved = models.CharField(_("how far it moved"), max_length=10, choices=Moved, default=Moved.SAME)

    objects = TouchedQuerySet.as_manager()
    privacy = Privacy(own="id note goal", shareable="moved")

    class Meta:
        verbose_name = _("goal touched by a note")
        constraints = [models.UniqueConstraint(name="goal_once_a_note", fields=["note", "goal"])]

    def __str__(self):
        return f"{self.goal_id} {self.moved}"
