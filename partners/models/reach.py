"""Phone and Contact: how to reach a partner, one of its services, or somebody there."""

from django.db import models
from django.db.models import F, Func
from django.utils.translation import gettext_lazy as _

from agency.history import tracked
from partners.models.partner import Partner
from partners.models.place import Location
from partners.models.service import Service
from partners.models.shared import DirectoryQuerySet, Published


class Digits(Func):
    """Only the digits of a text."""

    template = "regexp_replace(%(expressions)s, '[^0-9]', '', 'g')"
    output_field = models.TextField()


class ContactQuerySet(DirectoryQuerySet):
    def public(self):
        """Those whom anybody may be told of."""
        return self.filter(is_staff_only=False)


@tracked
class Contact(Published):
    """A person at a partner (HSDS contact). Staff only, unless somebody says otherwise."""

    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="contacts")
    service = models.ForeignKey(Service, null=True, blank=True, on_delete=models.CASCADE, related_name="contacts")
    location = models.ForeignKey(Location, null=True, blank=True, on_delete=models.CASCADE, related_name="contacts")
    name = models.CharField(_("name"), max_length=200, blank=True)
    title = models.CharField(_("what they do there"), max_length=200, blank=True)
    department = models.CharField(_("department"), max_length=200, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    is_staff_only = models.BooleanField(
        _("for staff only"), default=True, help_text=_("Never printed for families, never exported.")
    )

    objects = ContactQuerySet.as_manager()

    class Meta:
        verbose_name = _("contact person")
        verbose_name_plural = _("contact persons")
        ordering = ["pk"]

    def __str__(self):
        return ", ".join(part for part in (self.name, self.title) if part) or self.email


@tracked
class Phone(Published):
    """A number of a partner, or of one of its services, places or people (HSDS phone)."""

    class Kind(models.TextChoices):
        VOICE = "voice", _("voice")
        TEXT = "text", _("text messages")
        CELL = "cell", _("cell phone")
        FAX = "fax", _("fax")
        TEXTPHONE = "textphone", _("text telephone (TTY)")
        VIDEO = "video", _("video calls")
        PAGER = "pager", _("pager")

    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="phones")
    service = models.ForeignKey(Service, null=True, blank=True, on_delete=models.CASCADE, related_name="phones")
    location = models.ForeignKey(
        Location, null=True, blank=True, on_delete=models.CASCADE, related_name="phones", verbose_name=_("at the place")
    )
    contact = models.ForeignKey(Contact, null=True, blank=True, on_delete=models.CASCADE, related_name="phones")
    number = models.CharField(_("number"), max_length=60)
    extension = models.CharField(_("extension"), max_length=20, blank=True)
    kind = models.CharField(_("kind of line"), max_length=10, choices=Kind, default=Kind.VOICE, db_default="voice")
    description = models.CharField(_("what it is for"), max_length=1000, blank=True)
    languages = models.CharField(_("languages spoken"), max_length=100, blank=True, default="", db_default="")
    is_staff_only = models.BooleanField(_("for staff only"), default=False)
    digits = models.GeneratedField(expression=Digits(F("number")), output_field=models.TextField(), db_persist=True)

    objects = DirectoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("phone")
        verbose_name_plural = _("phones")
        ordering = ["pk"]
        indexes = [models.Index(name="phone_by_digits", fields=["digits"])]

    def __str__(self):
        extension = _("ext. %(number)s") % {"number": self.extension} if self.extension else ""
        return " ".join(part for part in (self.number, extension) if part)
