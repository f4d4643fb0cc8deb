"""WorkRun, Draft, OutboxMail: background work, words not saved yet, and the demo's letterbox."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.access import Permission
from agency.models.staff import User


class WorkRunQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Who keeps the settings reads the whole log; everybody else the runs they asked for."""
        return self if user.may(Permission.SETTINGS_EDIT) else self.filter(asked_by=user)


# What runs, as a person says it; a name that is not here is shown as it is.
RUN_NAMES = {
    "monthly-report": _("Monthly report"),
    "pir-report": _("PIR worksheet"),
    "agreements": _("Copies of agreements"),
    "export": _("Export"),
    "import-look": _("A look at a file before it is written"),
    "import-write": _("Import"),
    "import-undo": _("Undoing an import"),
    "reminders": _("Reminders by mail"),
    "urgent-reminders": _("Urgent reminders by mail"),
}

# What a run counts, as a person says it; a number without a name here is the type of an error.
RUN_COUNTS = {
    "people": _("People looked at"),
    "mails": _("Mails sent"),
    "nothing": _("Nothing to tell"),
    "already": _("Had theirs already"),
    "no_address": _("No e-mail address"),
    "never_in": _("Not signed in yet"),
    "away": _("Away, a colleague covers every family"),
    "off": _("Want no mail"),
    "not_today": _("Not on this day"),
    "later": _("Want it later in the day"),
}


class WorkRun(models.Model):
    """One run of background work, with its progress and how it ended. A manager reads the list."""

    class State(models.TextChoices):
        RUNNING = "running", _("running")
        DONE = "done", _("done")
        FAILED = "failed", _("stopped by an error")

    name = models.SlugField(max_length=60)
    subject = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.RUNNING)
    asked_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="work_runs")
    started_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True, blank=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    counts = models.JSONField(default=dict)
    error = models.CharField(max_length=200, blank=True)
    result_url = models.CharField(max_length=200, blank=True)  # where its result is read, once there is one

    objects = WorkRunQuerySet.as_manager()

    class Meta:
        verbose_name = _("run")
        verbose_name_plural = _("run log")
        ordering = ["-started_at"]
        indexes = [models.Index(name="runs_of_a_name", fields=["name", "-started_at"])]

    def __str__(self):
        return f"{self.name} {self.started_at:%Y-%m-%d %H:%M}"

    @property
    def label(self):
        return RUN_NAMES.get(self.name, self.name)

    @property
    def counted(self):
        """Its numbers, each with its name, in the order a person reads them."""
        order = {name: place for place, name in enumerate(RUN_COUNTS)}
        names = sorted(self.counts, key=lambda name: (order.get(name, len(order)), name))
        return [(RUN_COUNTS.get(name, name), self.counts[name]) for name in names]

    @property
    def percent(self):
        """How far it is, 0 to 100; None while nobody knows how much there is."""
        return min(100, round(100 * self.done / self.total)) if self.total else None

    @property
    def is_late(self):
        """Nothing takes so long: whoever did it was cut off, or has not come to it."""
        longest = timedelta(seconds=settings.CELERY_TASK_TIME_LIMIT)
        return self.state == self.State.RUNNING and timezone.now() - self.started_at > longest

    @property
    def took(self):
        """How long it ran, or None while it does."""
        return self.finished_at - self.started_at if self.finished_at else None


class Draft(models.Model):
    """What a person has typed into a form and not saved yet. Only that person ever reads it."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="drafts")
    key = models.CharField(max_length=150)
    path = models.CharField(max_length=300, blank=True)  # the page of the form, to find it again
    label = models.CharField(max_length=100, blank=True)  # what the form is, in the words of the page; never a name
    family_id = models.BigIntegerField(null=True)
    typed = models.JSONField(default=dict)
    saved_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("draft")
        constraints = [models.UniqueConstraint(name="one_draft_a_form", fields=["user", "key"])]

    def __str__(self):
        return self.key


class OutboxMail(models.Model):
    """A mail the demo did not send. The outbox page shows it to whoever holds a demo log-in."""

    at = models.DateTimeField(default=timezone.now)
    to = models.CharField(max_length=300)
    subject = models.CharField(max_length=300)
    body = models.TextField()

    class Meta:
        verbose_name = _("mail in the outbox")
        ordering = ["-at"]

    def __str__(self):
        return self.subject
