"""SavedView, ViewSchedule and ViewMail: a report somebody wants to see again, and the mail that reminds them of it."""

from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.models import User

# What an address of ours is made of: words, numbers and the signs between them. No name of a family fits its fields.
QUERY = r"^[A-Za-z0-9_.:%&=+-]*$"


class SavedViewQuerySet(models.QuerySet):
    def visible_to(self, user):
        """One's own, and those that colleagues gave to everybody. What they show is counted for whoever looks."""
        return self.filter(Q(user=user) | Q(is_shared=True, user__is_active=True))


class SavedView(models.Model):
    """A standing report as somebody wants to see it again: which one, and the words of its address."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="saved_views", editable=False)
    kind = models.SlugField(max_length=20, editable=False)
    name = models.CharField(_("what you call it"), max_length=100, help_text=_("Name no family in it."))
    query = models.CharField(max_length=500, blank=True, editable=False)
    is_shared = models.BooleanField(
        _("colleagues may use it"), default=False,
        help_text=_("They see it counted for the families they may open, not for yours."),
    )  # fmt: skip
    saved_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = SavedViewQuerySet.as_manager()

    class Meta:
        verbose_name = _("saved view")
        verbose_name_plural = _("saved views")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="one_view_of_a_name", fields=["user", "name"],
                violation_error_message=_("You have a view of this name already."),
            ),
            models.CheckConstraint(name="view_keeps_an_address", condition=Q(query__regex=QUERY)),
        ]  # fmt: skip

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("reports:view", args=[self.pk])

    @property
    def kind_title(self):
        """The name of the report; its code where that report is no more."""
        from reports import kinds  # the kinds count with these models

        known = kinds.every().get(self.kind)
        return known.title if known else self.kind

    @property
    def address(self):
        """The report itself, with the words it was saved with."""
        return reverse("reports:live", args=[self.kind]) + (f"?{self.query}" if self.query else "")


class ViewSchedule(models.Model):
    """On which days the link to a view comes by mail."""

    class Every(models.TextChoices):
        WEEK = "week", _("every Monday")
        MONTH = "month", _("on the first of every month")

    view = models.OneToOneField(SavedView, on_delete=models.CASCADE, related_name="schedule")
    every = models.CharField(_("how often"), max_length=5, choices=Every)
    next_on = models.DateField(editable=False)

    objects = models.Manager()

    class Meta:
        verbose_name = _("mail about a view")
        indexes = [models.Index(name="mails_about_views", fields=["next_on"])]

    def __str__(self):
        return f"{self.view_id} {self.every}"

    def after(self, day):
        """The first day after `day` on which it comes."""
        if self.every == self.Every.WEEK:
            return day + timedelta(days=7 - day.weekday())
        return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


class ViewMail(models.Model):
    """One mail about one view on its day. The row and its mail are one act: whoever finds the row sends nothing."""

    schedule = models.ForeignKey(ViewSchedule, on_delete=models.CASCADE, related_name="mails")
    due_on = models.DateField()
    sent_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("mail about a view that was sent")
        constraints = [models.UniqueConstraint(name="one_mail_a_day_of_a_view", fields=["schedule", "due_on"])]

    def __str__(self):
        return f"{self.schedule_id} {self.due_on}"
