"""Help whose very name tells something of who asks for it, and the words that travel with what is sent there."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.history import append_only
from agency.models import ServiceCategory, User
from agency.words import WordsField
from partners.models.shared import DirectoryQuerySet


class SensitiveKind(models.Model):
    """Help after violence, treatment of addiction, mental health care: data about it is kept by rules of its own."""

    code = models.SlugField(_("code"), max_length=50, unique=True)
    name = WordsField(_("name"))
    categories = models.ManyToManyField(
        ServiceCategory, blank=True, related_name="sensitive_kinds", verbose_name=_("kinds of help")
    )
    position = models.PositiveSmallIntegerField(default=0)

    objects = DirectoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("sensitive kind of help")
        verbose_name_plural = _("sensitive kinds of help")
        ordering = ["position", "pk"]

    def __str__(self):
        return str(self.name)


class NoticeQuerySet(DirectoryQuerySet):
    def in_force(self, on=None):
        """The newest words of each kind on a day."""
        begun = self.filter(holds_from__lte=on or timezone.localdate())
        return begun.order_by("kind__position", "kind_id", "-holds_from", "-pk").distinct("kind__position", "kind_id")


class SensitiveNotice(models.Model):
    """The words that go along, from a day on: what was sent may not be passed on (42 CFR 2.32 and its like)."""

    kind = models.ForeignKey(SensitiveKind, on_delete=models.PROTECT, related_name="notices")
    words = WordsField(_("the words"))
    holds_from = models.DateField(_("from"), default=timezone.localdate)
    written_at = models.DateTimeField(default=timezone.now, editable=False)
    written_by = models.ForeignKey(User, null=True, editable=False, on_delete=models.PROTECT, related_name="+")

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("words that travel along")
        ordering = ["-holds_from", "-pk"]
        triggers = append_only()

    def __str__(self):
        return str(self.words)
