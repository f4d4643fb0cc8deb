"""ReminderChoice and Digest: which reminders a person wants by mail, and which they got."""

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import connection, models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.models.staff import User
from agency.models.work import WorkRun

EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]
EARLIEST, LATEST = 4, 20  # hours of the day
UNLESS_THERE = """
INSERT INTO agency_digest (user_id, kind, for_on, slot, state, counts, told, run_id, at)
VALUES (%(user_id)s, %(kind)s, %(for_on)s, %(slot)s, %(state)s, %(counts)s, %(told)s::varchar(80)[], %(run_id)s, %(at)s)
ON CONFLICT (user_id, kind, for_on, slot) DO NOTHING
"""


def monday_to_friday():
    return EVERY_DAY[:5]


class ReminderChoice(models.Model):
    """What one person chose about their reminders; who chose nothing gets them on weekday mornings.

    The mail about somebody at risk today is no choice: it comes to whoever serves the family.
    """

    class Part(models.TextChoices):
        WEEK = "week", _("what is due in the next seven days")
        WAITING = "waiting", _("what waits for a partner or a family")
        CHEER = "cheer", _("what there is to celebrate")
        DRAFTS = "drafts", _("what I began and did not save")

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="reminder_choice")
    daily = models.BooleanField(_("one mail on each of my days, when something waits"), default=True)
    days = ArrayField(models.PositiveSmallIntegerField(), default=monday_to_friday, verbose_name=_("on these days"))
    hour = models.PositiveSmallIntegerField(
        _("from this hour on"), default=6, validators=[MinValueValidator(EARLIEST), MaxValueValidator(LATEST)]
    )
    weekly = models.BooleanField(_("once a week: how my team is doing"), default=True)
    monthly = models.BooleanField(_("once a month: agreements, notices, and what is past its day"), default=True)
    left_out = ArrayField(models.CharField(max_length=10, choices=Part), default=list, blank=True)

    class Meta:
        verbose_name = _("choice of reminders")
        constraints = [
            models.CheckConstraint(
                name="reminded_on_days_of_the_week",
                condition=Q(days__contained_by=EVERY_DAY, days__len__gt=0),
                violation_error_message=_("Choose at least one day."),
            ),
            models.CheckConstraint(name="reminded_by_day", condition=Q(hour__range=(EARLIEST, LATEST))),
        ]

    def __str__(self):
        return f"{self.days} {self.hour}"


class Digest(models.Model):
    """One reminder one person got. The row and its mail are one act: whoever finds the row sends nothing."""

    class Kind(models.TextChoices):
        DAILY = "daily", _("mail of the day")
        WEEKLY = "weekly", _("week of a team")
        MONTHLY = "monthly", _("month of the agency")
        URGENT = "urgent", _("somebody at risk")

    class State(models.TextChoices):
        SENT = "sent", _("sent")
        NOTHING = "nothing", _("nothing to say")

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="digests")
    kind = models.CharField(max_length=10, choices=Kind)
    for_on = models.DateField()  # the day; the Monday of the week; the first of the month
    slot = models.PositiveSmallIntegerField(default=0)  # several urgent ones fit into a day
    state = models.CharField(max_length=10, choices=State)
    counts = models.JSONField(default=dict)
    told = ArrayField(models.CharField(max_length=80), default=list)  # urgent: which things, so that none comes twice
    run = models.ForeignKey(WorkRun, null=True, on_delete=models.SET_NULL, related_name="digests")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("reminder")
        ordering = ["-at", "-pk"]
        constraints = [models.UniqueConstraint(name="one_digest", fields=["user", "kind", "for_on", "slot"])]
        indexes = [models.Index(name="digests_of_a_day", fields=["for_on", "kind"])]

    def __str__(self):
        return f"{self.kind} {self.for_on}"

    def keep_unless_there(self):
        """True when this row is written, False when its place is taken: one statement, in which the first one wins."""
        values = {
            field.column: field.get_db_prep_save(getattr(self, field.attname), connection)
            for field in self._meta.concrete_fields
        }
        with connection.cursor() as cursor:
            cursor.execute(UNLESS_THERE, values)
            return cursor.rowcount == 1
