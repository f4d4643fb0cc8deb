"""Consent and Disclosure: the leave to send something, and the record of what left."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.access import CaseQuerySet, Permission
from agency.history import append_only, tracked
from agency.languages import Language
from agency.models import ServiceCategory, User
from agency.privacy import Privacy
from families.models import Family, FamilyMember
from partners.models import Partner


class Records(models.TextChoices):
    """What a family may release, in words a family understands. Which fields each holds stands in referrals.release."""

    NAMES = "names", _("names and how to reach us")
    CHILDREN = "children", _("children’s names and birth dates")
    ADDRESS = "address", _("our address")
    LANGUAGE = "language", _("our language")
    NEED = "need", _("what we need help with")
    GOALS = "goals", _("the goal this belongs to")


class ConsentQuerySet(CaseQuerySet):
    permission = Permission.REFERRAL_VIEW

    def visible_to(self, user, permission=None):
        """A consent that names a restricted kind of need shows only to who may read restricted records."""
        rows = super().visible_to(user, permission)
        return rows if user.may(Permission.RESTRICTED_VIEW) else rows.unrestricted()

    def unrestricted(self):
        """Those that name no restricted kind of need."""
        return self.filter(restricted=[])

    def in_force(self, on=None):
        on = on or timezone.localdate()
        return self.filter(given_on__lte=on, expires_on__gte=on, revoked_at=None)

    def covering(self, partner):
        """Consents that name this partner, or a group of partners it belongs to."""
        return self.filter(Q(partner=partner) | Q(partner=None, partner_group=partner.group))

    def naming(self, category):
        """Consents that let this kind of need be told: a restricted one only where its own name stands in them."""
        return self.filter(restricted__contains=[category.code]) if category.is_restricted else self


@tracked
class Consent(models.Model):
    """A parent's signed leave: which records, why, to whom, until when (45 CFR 1303.22(a)). Voluntary and revocable."""

    class Method(models.TextChoices):
        DRAWN = "drawn", _("signed on the screen")
        TYPED = "typed", _("typed name, person known to staff")
        PAPER = "paper", _("signed on paper")

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="consents")
    records = ArrayField(models.CharField(max_length=20, choices=Records), verbose_name=_("what may be shared"))
    restricted = ArrayField(
        models.CharField(max_length=50), default=list, db_default=[], blank=True, verbose_name=_("restricted kinds")
    )
    purpose = models.CharField(_("why"), max_length=300)
    partner = models.ForeignKey(
        Partner, null=True, blank=True, on_delete=models.PROTECT, related_name="consents", verbose_name=_("with whom")
    )
    partner_group = models.CharField(
        _("or with a group of partners"), max_length=4, choices=ServiceCategory.Group, blank=True
    )
    given_on = models.DateField(_("signed on"), default=timezone.localdate)
    expires_on = models.DateField(_("ends on"))
    language = models.CharField(_("language of the text they read"), max_length=5)
    text_shown = models.TextField(editable=False)
    text_hash = models.CharField(max_length=64, editable=False)
    signer = models.ForeignKey(FamilyMember, on_delete=models.PROTECT, related_name="+", verbose_name=_("who signs"))
    method = models.CharField(_("how"), max_length=10, choices=Method, default=Method.TYPED)
    strokes = models.JSONField(null=True, blank=True)
    copy_given_on = models.DateField(_("copy given on"), null=True, blank=True)
    copy_language = models.CharField(
        _("language of the copy"), max_length=5, choices=Language, blank=True, default="", db_default=""
    )
    taken_by = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="+")
    revoked_at = models.DateTimeField(null=True, editable=False)
    revoked_by = models.ForeignKey(User, null=True, editable=False, on_delete=models.PROTECT, related_name="+")
    revoked_note = models.CharField(_("how they told us"), max_length=200, blank=True)

    objects = ConsentQuerySet.as_manager()
    privacy = Privacy(
        own="id family partner signer text_hash taken_by revoked_by",
        shareable="records restricted purpose partner_group given_on expires_on revoked_at",
        private="language text_shown method strokes copy_given_on copy_language revoked_note",
    )

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ["-given_on", "-pk"]
        constraints = [
            models.CheckConstraint(name="consent_names_somebody", condition=Q(partner=None) ^ Q(partner_group="")),
            models.CheckConstraint(name="consent_names_records", condition=~Q(records=[])),
            models.CheckConstraint(
                name="consent_ends_after_it_starts",
                condition=Q(expires_on__gt=F("given_on")),
                violation_error_message=_("It would end before it begins."),
            ),
            models.CheckConstraint(
                name="revoked_by_somebody",
                condition=Q(revoked_at=None, revoked_by=None) | Q(revoked_at__isnull=False, revoked_by__isnull=False),
            ),
        ]
        indexes = [
            models.Index(name="consents_in_force", fields=["family", "expires_on"], condition=Q(revoked_at=None))
        ]

    def __str__(self):
        return str(self.partner or self.get_partner_group_display())

    def get_absolute_url(self):
        return reverse("referrals:consent", args=[self.pk])

    @property
    def is_in_force(self):
        return self.revoked_at is None and self.given_on <= timezone.localdate() <= self.expires_on


class DisclosureQuerySet(CaseQuerySet):
    permission = Permission.REFERRAL_VIEW

    def visible_to(self, user, permission=None):
        """What left about a restricted kind of need, and a report of maltreatment: only to who may read that."""
        rows = super().visible_to(user, permission)
        if user.may(Permission.RESTRICTED_VIEW):
            return rows
        return rows.for_the_family().unrestricted()

    def unrestricted(self):
        """What left about no restricted kind of need: a paper at home may be read by whom it endangers."""
        return self.exclude(referral__need__category__is_restricted=True)

    def for_the_family(self):
        """What a parent's own copy holds (45 CFR 1303.22(c)(8) is never among it)."""
        return self.exclude(exception=Disclosure.Ground.MALTREATMENT)

    def about_child(self, child):
        """What names this child: line by line, by the facts of its ground, or by hand with all children."""
        children = {"record": Records.CHILDREN}
        by_hand = Q(consent=None, facts__child=None, what__contains=[children])
        named = Q(what__contains=[children | {"of": child.pk}]) | Q(referral__about=child)
        return self.filter(by_hand | named | Q(facts__child=child))

    def restricted(self):
        return self.filter(exception=Disclosure.Ground.MALTREATMENT)


class Disclosure(models.Model):
    """Something about a family left the agency: what, to whom, why, under what (45 CFR 1303.24(b)). Never changed."""

    class Ground(models.TextChoices):
        """The named exceptions of 45 CFR 1303.22(b)-(c) under which no consent is needed."""

        SCHOOL = "b_school", _("school of enrollment, after notice")
        ACTING_FOR_US = "c1_acting_for_us", _("somebody who works for the program under a written agreement")
        AUDIT = "c2_audit", _("audit or evaluation by officials")
        STUDY = "c3_study", _("study to improve outcomes")
        EMERGENCY = "c4_emergency", _("health or safety emergency")
        COURT = "c5_court", _("court order or subpoena")
        MEALS = "c6_meals", _("monitoring of meals, counts only")
        CHILD_WELFARE = "c7_child_welfare", _("caseworker of a child in foster care")
        MALTREATMENT = "c8_maltreatment", _("report of suspected maltreatment")

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="disclosures")
    partner = models.ForeignKey(Partner, null=True, on_delete=models.PROTECT, related_name="+")
    recipient = models.CharField(max_length=300)
    what = models.JSONField(help_text=_("The fields that left, by name. Not their values."))
    why = models.CharField(max_length=300)
    consent = models.ForeignKey(Consent, null=True, on_delete=models.PROTECT, related_name="disclosures")
    exception = models.CharField(max_length=20, choices=Ground, blank=True)
    how = models.CharField(max_length=20, blank=True)
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    objects = DisclosureQuerySet.as_manager()
    privacy = Privacy(own="id family partner consent made_by", shareable="recipient what why exception how made_at")

    class Meta:
        verbose_name = _("disclosure")
        verbose_name_plural = _("disclosures")
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(name="under_consent_or_exception", condition=Q(consent=None) ^ Q(exception="")),
        ]
        indexes = [models.Index(name="disclosures_of_a_family", fields=["family", "-made_at"])]
        triggers = append_only()

    def __str__(self):
        return f"{self.recipient} {self.made_at:%Y-%m-%d}"
