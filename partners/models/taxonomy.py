"""Other people's words for kinds of help, and which of our own each means."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from agency.history import tracked
from agency.models import ServiceCategory
from partners.models.partner import Partner
from partners.models.place import Location
from partners.models.service import Service
from partners.models.shared import DirectoryQuerySet, Published


class Taxonomy(Published):
    """A list of words some publisher uses (HSDS taxonomy). We keep what a file carries and ship none."""

    name = models.CharField(_("name"), max_length=200)
    description = models.TextField(_("what it is"), blank=True)
    uri = models.URLField(_("web page"), max_length=500, blank=True)
    edition = models.CharField(_("edition"), max_length=50, blank=True)

    objects = DirectoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("list of words")
        verbose_name_plural = _("lists of words")
        ordering = ["name", "pk"]

    def __str__(self):
        return self.name


class TaxonomyTerm(Published):
    """A word of such a list (HSDS taxonomy_term). The same word may stand under several others: the code tells."""

    taxonomy = models.ForeignKey(Taxonomy, null=True, blank=True, on_delete=models.CASCADE, related_name="terms")
    list_name = models.CharField(_("list it comes from"), max_length=200, blank=True)
    code = models.CharField(_("code"), max_length=200, blank=True)
    name = models.CharField(_("word"), max_length=300)
    description = models.TextField(_("what it means"), blank=True)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="children")
    language = models.CharField(_("language"), max_length=20, blank=True)
    uri = models.URLField(_("web page"), max_length=500, blank=True)

    objects = DirectoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("word for a kind of help")
        ordering = ["name", "pk"]

    def __str__(self):
        return self.name


class TermLink(Published):
    """A word said of a partner, a service or a place (HSDS attribute)."""

    term = models.ForeignKey(TaxonomyTerm, on_delete=models.CASCADE, related_name="links")
    partner = models.ForeignKey(Partner, null=True, blank=True, on_delete=models.CASCADE, related_name="terms")
    service = models.ForeignKey(Service, null=True, blank=True, on_delete=models.CASCADE, related_name="terms")
    location = models.ForeignKey(Location, null=True, blank=True, on_delete=models.CASCADE, related_name="terms")
    kind = models.CharField(_("in what sense"), max_length=100, blank=True)
    value = models.TextField(_("value"), blank=True)
    label = models.CharField(_("label"), max_length=300, blank=True)

    objects = DirectoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("word said of an entry")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="word_said_of_one_entry",
                condition=Q(partner__isnull=False, service=None, location=None)
                | Q(partner=None, service__isnull=False, location=None)
                | Q(partner=None, service=None, location__isnull=False),
            ),
        ]

    def __str__(self):
        return self.label or str(self.term)


@tracked
class TermMeaning(models.Model):
    """A rule: a word called so, or standing below one called so, means this kind of help of ours."""

    word = models.CharField(_("word or heading"), max_length=300)
    category = models.ForeignKey(
        ServiceCategory, on_delete=models.CASCADE, related_name="words", verbose_name=_("kind of help")
    )

    objects = DirectoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("meaning of a word")
        ordering = ["word", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="word_means_a_kind_once",
                fields=["word", "category"],
                violation_error_message=_("This word already means that."),
            ),
        ]

    def __str__(self):
        return f"{self.word}: {self.category}"
