"""PartnerLink, LinkCode and LinkVisit: how a partner without an account answers, and everybody who tried the door.

Neither an address nor a code is kept: both are worked out again from a row's `salt` and the key of this installation
(referrals.links.tokens), so whoever reads the tables alone can open nothing.
"""

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.access import CaseQuerySet, Permission
from agency.history import append_only, tracked
from agency.models import User
from agency.privacy import Privacy
from referrals.models.consent import Consent
from referrals.models.referral import Referral, ReferralEvent
from referrals.states import WAITING, ReferralState

ANSWERABLE = (*WAITING, ReferralState.RECEIVED)


class LinkQuerySet(CaseQuerySet):
    family = "referral__family__"
    permission = Permission.REFERRAL_VIEW

    def standing(self):
        """Not taken back and not over, whatever has become of the referral."""
        return self.filter(revoked_at=None, expires_at__gt=timezone.now())

    def heard(self):
        """The link stands and the family's yes holds: its partner is heard, whatever became of the referral."""
        return self.standing().filter(Exists(Consent.objects.in_force().filter(pk=OuterRef("referral__consent"))))

    def usable(self):
        """What opens today: besides, the referral waits for word."""
        return self.heard().filter(referral__state__in=ANSWERABLE)

    def beside(self, link):
        """All that went to the same address of the same partner: its queue."""
        return self.filter(sent_to__iexact=link.sent_to, referral__service__partner=link.referral.service.partner_id)

    def unanswered(self):
        """Nobody has answered for the partner, here or by telephone."""
        answered = LinkVisit.objects.filter(link=OuterRef("pk"), what=LinkVisit.What.ANSWERED)
        still = (ReferralState.SENT, ReferralState.ACKNOWLEDGED)
        return self.filter(~Exists(answered), referral__state__in=still)


@tracked
class PartnerLink(models.Model):
    """An address at which one partner answers one referral, sent to an e-mail address we knew. It ends by itself."""

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="links")
    salt = models.CharField(max_length=64)
    token_hash = models.CharField(max_length=64, unique=True)
    sent_to = models.EmailField(_("sent to"))
    language = models.CharField(_("language"), max_length=5, choices=User.Language, default=User.Language.ENGLISH)
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    expires_at = models.DateTimeField()
    mailed_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
    revoked_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    objects = LinkQuerySet.as_manager()
    privacy = Privacy(
        own="id referral salt token_hash made_at made_by expires_at mailed_at reminded_at revoked_at revoked_by",
        private="sent_to language",
    )

    class Meta:
        verbose_name = _("partner link")
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.UniqueConstraint(name="one_link_a_referral", fields=["referral"], condition=Q(revoked_at=None)),
            models.CheckConstraint(name="link_ends_after_it_starts", condition=Q(expires_at__gt=F("made_at"))),
            models.CheckConstraint(
                name="link_revoked_by_somebody",
                condition=Q(revoked_at=None, revoked_by=None) | Q(revoked_at__isnull=False, revoked_by__isnull=False),
            ),
        ]
        indexes = [
            models.Index(name="links_of_an_address", fields=["sent_to"], condition=Q(revoked_at=None)),
        ]

    def __str__(self):
        return f"{self.referral_id} {self.made_at:%Y-%m-%d}"


class CodeQuerySet(CaseQuerySet):
    family = "link__referral__family__"
    permission = Permission.REFERRAL_VIEW

    def open(self):
        return self.filter(used_at=None, expires_at__gt=timezone.now())


class LinkCode(models.Model):
    """Six digits, sent to the address the link went to, good once and for minutes: who reads them there may open it."""

    link = models.ForeignKey(PartnerLink, on_delete=models.PROTECT, related_name="codes")
    salt = models.CharField(max_length=64)
    made_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    mailed_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True)

    objects = CodeQuerySet.as_manager()
    privacy = Privacy(own="id link salt made_at expires_at mailed_at tries used_at")

    class Meta:
        verbose_name = _("code of a link")
        ordering = ["-pk"]
        constraints = [models.CheckConstraint(name="tries_of_a_code", condition=Q(tries__lte=5))]

    def __str__(self):
        return f"{self.link_id} {self.made_at:%Y-%m-%d %H:%M}"


class VisitQuerySet(CaseQuerySet):
    family = "link__referral__family__"
    permission = Permission.REFERRAL_VIEW


class LinkVisit(models.Model):
    """One thing that happened at a partner's door. Never changed; never says from where, only whether from the same."""

    class What(models.TextChoices):
        OPENED = "opened", _("address opened")
        CODE_SENT = "code_sent", _("code asked for")
        WRONG_CODE = "wrong_code", _("wrong code")
        RIGHT_CODE = "right_code", _("right code")
        READ = "read", _("read")
        ANSWERED = "answered", _("answered")
        ROOM = "room", _("room told")
        EXPIRED = "expired", _("refused: the link has ended")
        REVOKED = "revoked", _("refused: the link was taken back")
        CLOSED = "closed", _("refused: the referral has ended or its consent no longer holds")
        UNKNOWN = "unknown", _("refused: no such link")
        TOO_MANY = "too_many", _("refused: too many tries")

    link = models.ForeignKey(PartnerLink, null=True, on_delete=models.PROTECT, related_name="visits")
    at = models.DateTimeField(default=timezone.now)
    what = models.CharField(max_length=10, choices=What)
    source = models.CharField(max_length=32, blank=True)  # a keyed hash of where it came from
    event = models.ForeignKey(ReferralEvent, null=True, on_delete=models.PROTECT, related_name="+")

    objects = VisitQuerySet.as_manager()
    privacy = Privacy(own="id link at source event", private="what")

    class Meta:
        verbose_name = _("visit to a partner link")
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(name="unknown_link_is_none", condition=~Q(what="unknown") | Q(link=None)),
        ]
        indexes = [models.Index(name="visits_of_a_link", fields=["link", "what", "-at"])]
        triggers = append_only()

    def __str__(self):
        return f"{self.what} {self.at:%Y-%m-%d %H:%M}"
