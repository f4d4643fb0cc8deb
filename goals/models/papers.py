"""PaperScan, CopyGiven and AgreementBundle: the paper that was signed, the copy a family holds, many copies at once."""

from datetime import timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.access import CaseQuerySet, Permission
from agency.history import append_only
from agency.models import User, WorkRun
from agency.privacy import Privacy
from families.models import FamilyMember
from goals.models.agreement import AgreementVersion

KEPT_FOR = timedelta(days=3)


class OfAVersionQuerySet(CaseQuerySet):
    family = "agreement_version__agreement__family__"
    permission = Permission.AGREEMENT_VIEW


class PaperScan(models.Model):
    """A picture of the paper that was signed, beside the frozen version. A better picture is one more row."""

    agreement_version = models.ForeignKey(AgreementVersion, on_delete=models.PROTECT, related_name="scans")
    path = models.CharField(max_length=200)
    kind = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    note = models.CharField(_("what it shows"), max_length=200, blank=True)
    attached_at = models.DateTimeField(default=timezone.now)
    attached_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    objects = OfAVersionQuerySet.as_manager()
    privacy = Privacy(
        own="id agreement_version kind size digest attached_at attached_by", shareable="path", private="note"
    )

    class Meta:
        verbose_name = _("picture of a signed paper")
        ordering = ["pk"]
        triggers = append_only()

    def __str__(self):
        return self.note or f"{self.kind} {self.attached_at:%Y-%m-%d}"


class CopyGiven(models.Model):
    """A family got its copy of a signed version: who, on which day, how, in which language."""

    class How(models.TextChoices):
        PAPER = "paper", _("on paper")
        LARGE = "large_print", _("in large print")
        PHOTO = "photo", _("they took a picture of it")
        READ = "read", _("read aloud, and they want no paper")

    agreement_version = models.ForeignKey(AgreementVersion, on_delete=models.PROTECT, related_name="copies")
    member = models.ForeignKey(FamilyMember, on_delete=models.PROTECT, related_name="+", verbose_name=_("to whom"))
    given_on = models.DateField(_("when"), default=timezone.localdate)
    how = models.CharField(_("how did they get it?"), max_length=12, choices=How, default=How.PAPER)
    language = models.CharField(_("in which language"), max_length=5)
    given_at = models.DateTimeField(default=timezone.now)
    given_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    objects = OfAVersionQuerySet.as_manager()
    privacy = Privacy(own="id agreement_version member given_by given_at", shareable="given_on language", private="how")

    class Meta:
        verbose_name = _("copy handed over")
        verbose_name_plural = _("copies handed over")
        ordering = ["-pk"]
        triggers = append_only()

    def __str__(self):
        return f"{self.get_how_display()} {self.given_on}"


class BundleQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Only whoever asked for it, and only while it is kept."""
        return self.filter(run__asked_by=user, expires_at__gt=timezone.now())

    def expired(self):
        return self.filter(expires_at__lte=timezone.now()).exclude(path="")


def in_three_days():
    return timezone.now() + KEPT_FOR


class AgreementBundle(models.Model):
    """Many families' copies in one file, made in the background for one person; it goes after three days."""

    run = models.OneToOneField(WorkRun, on_delete=models.PROTECT, related_name="bundle")
    family_ids = ArrayField(models.BigIntegerField())
    purpose = models.CharField(_("what the copies are for"), max_length=200)
    is_large = models.BooleanField(_("in large print"), default=False)
    path = models.CharField(max_length=200, blank=True)
    expires_at = models.DateTimeField(default=in_three_days)

    objects = BundleQuerySet.as_manager()

    class Meta:
        verbose_name = _("copies in one file")
        constraints = [
            models.CheckConstraint(name="bundle_says_why", condition=~models.Q(purpose="")),
        ]

    def __str__(self):
        return f"{len(self.family_ids)}"
