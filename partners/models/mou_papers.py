"""What comes to an agreement after it was written: its papers, its submissions, its changes."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.history import append_only, tracked
from agency.models import User
from partners.models.mou import Mou
from partners.models.partnership import AgreementsQuerySet


class MouFile(models.Model):
    """A paper that belongs to an agreement, as it was handed in. A better copy is a further file, never a change."""

    class Kind(models.TextChoices):
        SIGNED = "signed", _("the signed agreement")
        ANNEX = "annex", _("annex")
        AMENDMENT = "amendment", _("change to it")
        EVIDENCE = "evidence", _("proof of submission or notice")
        OTHER = "other", _("other paper")

    mou = models.ForeignKey(Mou, on_delete=models.CASCADE, related_name="files")
    kind = models.CharField(_("what it is"), max_length=10, choices=Kind)
    number = models.PositiveSmallIntegerField()
    path = models.CharField(max_length=200)
    content_kind = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)

    objects = AgreementsQuerySet.as_manager()

    class Meta:
        verbose_name = _("file of an agreement")
        ordering = ["kind", "-number"]
        constraints = [models.UniqueConstraint(name="file_number_once", fields=["mou", "kind", "number"])]
        triggers = append_only()

    def __str__(self):
        return _("%(kind)s, version %(number)s") % {"kind": self.get_kind_display(), "number": self.number}


class MouSubmission(models.Model):
    """An agreement was sent to whom it must go (Head Start Act 642(e)(5)(B))."""

    class To(models.TextChoices):
        HHS = "hhs", _("the Department of Health and Human Services")
        STATE = "state", _("the State Head Start Collaboration Director")

    mou = models.ForeignKey(Mou, on_delete=models.CASCADE, related_name="submissions")
    to = models.CharField(_("to"), max_length=5, choices=To)
    sent_on = models.DateField(_("sent on"), default=timezone.localdate)
    how = models.CharField(_("how"), max_length=200, blank=True)
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    objects = AgreementsQuerySet.as_manager()

    class Meta:
        verbose_name = _("submission")
        ordering = ["sent_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="submitted_once_to_each",
                fields=["mou", "to"],
                violation_error_message=_("It has been sent there already."),
            )
        ]
        triggers = append_only()

    def __str__(self):
        return f"{self.get_to_display()} {self.sent_on}"


@tracked
class MouAmendment(models.Model):
    """A change both sides agreed to while it was in force. The agreement stays; this stands beside it."""

    mou = models.ForeignKey(Mou, on_delete=models.CASCADE, related_name="amendments")
    number = models.PositiveSmallIntegerField(editable=False)
    what = models.TextField(_("what changes"))
    signed_on = models.DateField(_("signed on"))
    effective_on = models.DateField(_("in force from"))
    new_end_on = models.DateField(_("new last day"), null=True, blank=True)
    added_by = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="+")

    objects = AgreementsQuerySet.as_manager()

    class Meta:
        verbose_name = _("change to an agreement")
        ordering = ["number"]
        constraints = [models.UniqueConstraint(name="amendment_number_once", fields=["mou", "number"])]

    def __str__(self):
        return _("change %(number)s") % {"number": self.number}
