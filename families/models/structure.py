"""FamilyLink and StructureChange: families that know of each other, and how one became two or two became one."""

from datetime import timedelta

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.access import CaseQuerySet, caseload
from agency.history import tracked
from agency.models import User
from agency.privacy import Privacy
from families.models.family import Family, FamilyMember

UNDO_FOR = timedelta(days=30)


class BetweenQuerySet(CaseQuerySet):
    """Rows between two families: whoever may open one of them sees the row, never by that the other family."""

    def visible_to(self, user, permission=None):
        permission = permission or self.permission
        return self.filter(caseload(user, "family__", permission) | caseload(user, "other__", permission))

    def of_family(self, family):
        """Those in which the family, or a record merged into it, has a part."""
        keys = Family.every.filter(Q(pk=family.pk) | Q(merged_into=family.pk)).values("pk")
        return self.filter(Q(family__in=keys) | Q(other__in=keys))


@tracked
class FamilyLink(models.Model):
    """Two families that know of each other: one child in both homes, parents who parted, a child in foster care."""

    class Kind(models.TextChoices):
        SHARED_CHILD = "shared_child", _("share a child")
        SPLIT_FROM = "split_from", _("were one family")
        FORMER_PARTNERS = "former_partners", _("former partners")
        BIRTH_FAMILY = "birth_family", _("birth family of a child in care")
        KIN = "kin", _("relatives")
        DIFFERENT = "different", _("alike, but not the same family")

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="+", verbose_name=_("the other family"))
    kind = models.CharField(_("how they are linked"), max_length=20, choices=Kind)
    child = models.ForeignKey(
        FamilyMember, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("which child")
    )
    note = models.CharField(_("good to know"), max_length=300, blank=True)
    ties = models.JSONField(
        default=list, editable=False
    )  # adult, child and what stood in their Relation when a split parted them
    linked_on = models.DateField(default=timezone.localdate, editable=False)
    linked_by = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="+")
    ended_on = models.DateField(null=True, editable=False)

    objects = BetweenQuerySet.as_manager()
    privacy = Privacy(own="id family other kind child linked_on linked_by ended_on", private="note", restricted="ties")

    class Meta:
        verbose_name = _("link between two families")
        verbose_name_plural = _("links between families")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(name="linked_to_another", condition=~Q(family=F("other"))),
            models.UniqueConstraint(
                name="linked_once",
                fields=["family", "other", "kind", "child"],
                condition=Q(ended_on=None),
                nulls_distinct=False,
                violation_error_message=_("These two families are linked in this way already."),
            ),
        ]

    def __str__(self):
        return self.get_kind_display()


class ChangeQuerySet(BetweenQuerySet):
    def recent(self):
        """Those that can still be taken back, as far as days go."""
        return self.filter(made_at__date__gte=timezone.localdate() - UNDO_FOR, undone_at=None)


@tracked
class StructureChange(models.Model):
    """One act by which a family changed its shape, with every row it touched, so that it can be taken back."""

    class Kind(models.TextChoices):
        SPLIT = "split", _("the family became two")
        MERGE = "merge", _("two records became one")
        TRANSFER = "transfer", _("moved to another center")
        NEWBORN = "newborn", _("a baby was born")
        LEAVE = "leave", _("the family left")
        RETURN = "return", _("the family came back")

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey(Family, null=True, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind)
    happened_on = models.DateField(_("on"), default=timezone.localdate)
    reason = models.CharField(_("why"), max_length=300, blank=True)
    rows = models.JSONField(default=list, editable=False)  # families.moving.Ledger: what was changed, from and to
    made = models.JSONField(default=list, editable=False)  # the rows this act created
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    made_by = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="+")
    undone_at = models.DateTimeField(null=True, editable=False)
    undone_by = models.ForeignKey(User, null=True, editable=False, on_delete=models.PROTECT, related_name="+")

    objects = ChangeQuerySet.as_manager()
    privacy = Privacy(
        own="id family other kind happened_on made made_at made_by undone_at undone_by", private="reason rows"
    )

    class Meta:
        verbose_name = _("change of a family")
        verbose_name_plural = _("changes of families")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="undone_at_and_by_together",
                condition=Q(undone_at=None, undone_by=None) | Q(undone_at__isnull=False, undone_by__isnull=False),
            ),
            models.CheckConstraint(
                name="two_families_for_two",
                condition=Q(kind__in=["split", "merge"], other__isnull=False)
                | (~Q(kind__in=["split", "merge"]) & Q(other=None)),
            ),
        ]
        triggers = [pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete)]

    def __str__(self):
        return self.get_kind_display()

    @property
    def undo_until(self):
        """The last day on which this can be taken back."""
        return timezone.localdate(self.made_at + UNDO_FOR)

    @property
    def is_recent(self):
        return timezone.localdate() <= self.undo_until
