"""RecordRequest: a parent asks to see the record, to have a copy, or to have it put right (45 CFR 1303.23)."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.access import CaseQuerySet, Permission
from agency.editing import Versioned
from agency.history import counts_versions, moves_only, tracked
from agency.languages import Language
from agency.models import User
from agency.privacy import Privacy
from families.models import Family, FamilyMember
from families.models.notices import How
from referrals.models.rights import ParentStatement
from referrals.request_states import OPEN, REQUEST, Kind, RequestState

S = RequestState
HEARD = (S.HELD, S.STATED)  # the hearing found that the record stays as it is


class RequestQuerySet(CaseQuerySet):
    permission = Permission.REFERRAL_VIEW

    def open(self):
        """What still waits for us: an answer, or the hearing."""
        return self.filter(state__in=OPEN)


def _when(states, **facts):
    """A request in one of these states has these facts."""
    return ~Q(state__in=states) | Q(**facts)


@tracked
class RecordRequest(Versioned):
    """What a parent asked about their record, what we answered, and the hearing when they did not agree."""

    Kind = Kind

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="record_requests")
    kind = models.CharField(_("what they ask for"), max_length=10, choices=Kind)
    asked_by = models.ForeignKey(
        FamilyMember, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("who asks")
    )
    stands_in = models.CharField(_("who asks in a parent’s place"), max_length=200, blank=True)
    child = models.ForeignKey(
        FamilyMember,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("about which child"),
    )
    what = models.TextField(_("which part of the record"), blank=True)
    why = models.TextField(_("what is wrong with it"), blank=True)
    asked_on = models.DateField(_("asked on"), default=timezone.localdate)
    how = models.CharField(_("how they asked"), max_length=10, choices=How, default=How.IN_PERSON)
    language = models.CharField(_("language of our answer"), max_length=5, choices=Language)
    state = models.CharField(max_length=10, choices=RequestState, default=S.ASKED, editable=False)
    answer = models.TextField(_("our answer"), blank=True)
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    answered_by = models.ForeignKey(User, null=True, editable=False, on_delete=models.PROTECT, related_name="+")
    hearing_asked_on = models.DateField(_("hearing asked for on"), null=True, blank=True)
    hearing_on = models.DateField(_("day of the hearing"), null=True, blank=True)
    hearing_where = models.CharField(_("hour and place of the hearing"), max_length=200, blank=True)
    hearing_told_on = models.DateField(_("they were told of it on"), null=True, blank=True)
    hearing_by = models.CharField(_("who holds the hearing"), max_length=200, blank=True)
    hearing_is_fair = models.BooleanField(_("this person has no direct interest in how it ends"), default=False)
    finding = models.TextField(_("what the hearing found"), blank=True)
    decided_on = models.DateField(_("decided on"), null=True, blank=True)
    decided_by = models.ForeignKey(User, null=True, editable=False, on_delete=models.PROTECT, related_name="+")
    statement = models.OneToOneField(
        ParentStatement, null=True, editable=False, on_delete=models.PROTECT, related_name="request"
    )
    recorded_by = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = RequestQuerySet.as_manager()
    privacy = Privacy(
        own="id version family asked_by child answered_by decided_by statement recorded_by recorded_at",
        private=(
            "kind stands_in what why asked_on how language state answer answered_on hearing_asked_on hearing_on "
            "hearing_where hearing_told_on hearing_by hearing_is_fair finding decided_on"
        ),
    )

    class Meta:
        verbose_name = _("request about the record")
        verbose_name_plural = _("requests about the record")
        ordering = ["-asked_on", "-pk"]
        constraints = [
            models.CheckConstraint(name="request_of_somebody", condition=Q(asked_by__isnull=False) ^ ~Q(stands_in="")),
            models.CheckConstraint(
                name="amending_says_what_and_why", condition=~Q(kind=Kind.AMEND) | ~Q(what="") & ~Q(why="")
            ),
            models.CheckConstraint(
                name="request_answered_by_somebody",
                condition=Q(state=S.ASKED, answered_on=None, answered_by=None)
                | ~Q(state=S.ASKED) & Q(answered_on__gte=F("asked_on"), answered_by__isnull=False),
            ),
            models.CheckConstraint(
                name="answer_fits_the_request",
                condition=_when([S.GIVEN], kind__in=[Kind.INSPECT, Kind.COPY])
                & _when([S.AMENDED, S.HEARING, *HEARD], kind=Kind.AMEND),
            ),
            models.CheckConstraint(
                name="answer_says_what_or_why",
                condition=~Q(state__in=[S.AMENDED, S.REFUSED, S.HEARING, *HEARD]) | ~Q(answer=""),
            ),
            models.CheckConstraint(
                name="hearing_was_asked_for", condition=_when([S.HEARING, *HEARD], hearing_asked_on__isnull=False)
            ),
            models.CheckConstraint(
                name="hearing_was_fair",
                condition=~Q(state__in=HEARD) & (~Q(state=S.AMENDED) | Q(hearing_asked_on=None))
                | Q(hearing_is_fair=True, hearing_told_on__lt=F("hearing_on"), decided_on__gte=F("hearing_on"))
                & Q(decided_by__isnull=False)
                & ~Q(hearing_by="")
                & ~Q(finding=""),
            ),
            models.CheckConstraint(name="statement_was_placed", condition=_when([S.STATED], statement__isnull=False)),
        ]
        indexes = [
            models.Index(name="open_record_requests", fields=["family", "asked_on"], condition=Q(state__in=list(OPEN)))
        ]
        triggers = [counts_versions(), moves_only(REQUEST)]

    def __str__(self):
        return self.get_kind_display()

    def get_absolute_url(self):
        return reverse("referrals:request", args=[self.pk])

    @property
    def is_open(self):
        return self.state in OPEN

    @property
    def asker(self):
        """Whom we answer, as one says it."""
        return self.stands_in or str(self.asked_by)
