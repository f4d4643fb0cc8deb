"""Difference: where another system says something else about a family than we do."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.access import CaseQuerySet, Permission
from agency.history import tracked
from agency.models import ImportBatch, User
from agency.privacy import Privacy
from families.models.family import Family, FamilyMember


class DifferenceQuerySet(CaseQuerySet):
    permission = Permission.FAMILY_EDIT

    def waiting(self):
        return self.filter(answer="")


@tracked
class Difference(models.Model):
    """One fact of a family that a file tells otherwise. Ours stays until somebody who serves the family decides."""

    class Answer(models.TextChoices):
        OURS = "ours", _("ours is right")
        THEIRS = "theirs", _("theirs is right")
        SETTLED = "settled", _("they agree again")

    family = models.ForeignKey(Family, on_delete=models.CASCADE, related_name="differences")
    member = models.ForeignKey(
        FamilyMember, null=True, on_delete=models.CASCADE, related_name="differences", verbose_name=_("about")
    )
    batch = models.ForeignKey(ImportBatch, null=True, on_delete=models.SET_NULL, related_name="+")
    source = models.SlugField(max_length=40)
    said_on = models.DateField(default=timezone.localdate)
    fact = models.SlugField(max_length=40)  # of families.imports.facts: which field of which record
    ours = models.CharField(max_length=200, blank=True)
    theirs = models.CharField(max_length=200)
    answer = models.CharField(max_length=10, choices=Answer, blank=True)
    answered_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True)

    objects = DifferenceQuerySet.as_manager()
    privacy = Privacy(
        own="id family member batch source said_on fact answer answered_by answered_at", private="ours theirs"
    )

    class Meta:
        verbose_name = _("difference to another system")
        verbose_name_plural = _("differences to other systems")
        ordering = ["family", "member", "pk"]
        constraints = [
            models.CheckConstraint(
                name="difference_answered_at_a_moment",
                condition=Q(answer="", answered_at=None) | ~Q(answer="") & Q(answered_at__isnull=False),
            ),
            models.UniqueConstraint(
                name="asked_once",
                fields=["family", "member", "source", "fact"],
                condition=Q(answer=""),
                nulls_distinct=False,
            ),
        ]
        indexes = [models.Index(name="differences_waiting", fields=["family"], condition=Q(answer=""))]

    def __str__(self):
        return self.fact
