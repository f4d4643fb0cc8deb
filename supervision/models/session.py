"""Session, Topic, Decision: a worker and a supervisor look at the work together, and what comes of it."""

import pgtrigger
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.access import CaseQuerySet, Permission, caseload
from agency.editing import Versioned
from agency.history import counts_versions, moves_only, tracked
from agency.models import User
from agency.privacy import Privacy
from families.models import Family
from supervision.states import SESSION, TOOK_PLACE, SessionState

LONGEST = 480  # minutes


def between(user, session=""):
    """The rows of sessions in which `user` is one of the two, for rows that reach theirs through `session`."""
    return Q(**{f"{session}worker": user.pk}) | Q(**{f"{session}supervisor": user.pk})


class SessionQuerySet(models.QuerySet):
    def visible_to(self, user):
        """A session is read by its own two people; whoever no longer takes part in supervision reads none."""
        return self.filter(between(user)) if user.may(Permission.SUPERVISION_VIEW) else self.none()

    def planned(self):
        return self.filter(state=SessionState.PLANNED)

    def held(self):
        return self.filter(state__in=TOOK_PLACE)


@tracked
class Session(Versioned):
    """One hour of reflective supervision: planned, prepared by both, held, and signed where the agency wants that."""

    supervisor = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="sessions_held")
    worker = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="sessions")
    planned_on = models.DateField(_("day"))
    begins_at = models.TimeField(_("time"), null=True, blank=True)
    place = models.CharField(_("where"), max_length=100, blank=True)
    state = models.CharField(max_length=10, choices=SessionState, default=SessionState.PLANNED, editable=False)
    moved_from = models.OneToOneField(
        "self", null=True, editable=False, on_delete=models.PROTECT, related_name="moved_to"
    )
    why = models.CharField(_("why it did not take place"), max_length=200, blank=True)
    held_on = models.DateField(_("held on"), null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(
        _("minutes"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(LONGEST)]
    )
    training = models.TextField(_("what would help to learn"), blank=True)
    support = models.TextField(_("support given"), blank=True)
    worker_signed_at = models.DateTimeField(null=True, editable=False)
    supervisor_signed_at = models.DateTimeField(null=True, editable=False)
    planned_by = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="+")

    objects = SessionQuerySet.as_manager()

    class Meta:
        verbose_name = _("supervision session")
        verbose_name_plural = _("supervision sessions")
        ordering = ["-planned_on", "-pk"]
        constraints = [
            models.CheckConstraint(name="session_of_two_people", condition=~Q(worker=F("supervisor"))),
            models.CheckConstraint(
                name="held_session_says_when",
                condition=Q(state__in=TOOK_PLACE, held_on__isnull=False, minutes__range=(1, LONGEST))
                | ~Q(state__in=TOOK_PLACE) & Q(held_on=None, minutes=None),
            ),
            models.CheckConstraint(
                name="signed_session_has_both_names",
                condition=~Q(state="signed") | Q(worker_signed_at__isnull=False, supervisor_signed_at__isnull=False),
            ),
            models.UniqueConstraint(
                name="planned_once_a_day",
                fields=["worker", "supervisor", "planned_on"],
                condition=Q(state="planned"),
                violation_error_message=_("A session is planned on this day already."),
            ),
        ]
        indexes = [
            models.Index(name="sessions_of_a_worker", fields=["worker", "-planned_on"]),
            models.Index(name="sessions_of_a_supervisor", fields=["supervisor", "-planned_on"]),
        ]
        triggers = [
            moves_only(SESSION),
            counts_versions(),
            pgtrigger.ReadOnly(name="same_two_people", fields=["worker", "supervisor"]),
            pgtrigger.Protect(
                name="frozen_when_signed",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__state="signed"),
            ),
        ]

    def __str__(self):
        return str(self.planned_on)

    def get_absolute_url(self):
        return reverse("supervision:session", args=[self.pk])

    @property
    def is_planned(self):
        return self.state == SessionState.PLANNED

    @property
    def is_held(self):
        return self.state in TOOK_PLACE

    @property
    def is_signed(self):
        return self.state == SessionState.SIGNED

    def other(self, user):
        """The other of the two."""
        return self.worker if user.pk == self.supervisor_id else self.supervisor

    def signed_by(self, user):
        """When this one of the two signed, or None."""
        return self.supervisor_signed_at if user.pk == self.supervisor_id else self.worker_signed_at


FROZEN = """
    IF EXISTS (
        SELECT FROM supervision_session WHERE id = coalesce(NEW.session_id, OLD.session_id) AND state = 'signed'
    ) AND (TG_OP <> 'UPDATE' OR ROW(new_fields) IS DISTINCT FROM ROW(old_fields)) THEN
        RAISE EXCEPTION 'pgtrigger: Cannot change % of a signed session', TG_TABLE_NAME;
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
"""


def frozen_with_session(*fields):
    """Once both have signed, these fields of a row of the session stay as they are, and no row comes or goes."""
    new, old = (", ".join(f"{row}.{name}" for name in fields) for row in ("NEW", "OLD"))
    return pgtrigger.Trigger(
        name="frozen_with_session",
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        when=pgtrigger.Before,
        func=FROZEN.replace("new_fields", new).replace("old_fields", old),
    )


class TopicQuerySet(CaseQuerySet):
    def visible_to(self, user, permission=None):
        """What the two have put on the list; a family that one of them may no longer open is left out."""
        if not user.may(Permission.SUPERVISION_VIEW):
            return self.none()
        opens = Q(family=None) | Q(family__isnull=False) & caseload(user, self.family, permission or self.permission)
        return self.filter(between(user, "session__") & opens)


@tracked
class Topic(Versioned):
    """Something one of the two wants to talk about: a family, a question, or both."""

    session = models.ForeignKey(Session, editable=False, on_delete=models.PROTECT, related_name="topics")
    family = models.ForeignKey(
        Family,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="supervision_topics",
        verbose_name=_("family"),
    )
    words = models.TextField(_("what I want to talk about"), blank=True)
    is_looked_at = models.BooleanField(_("we talked about it"), default=False)
    brought_by = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="+")

    objects = TopicQuerySet.as_manager()
    privacy = Privacy(own="id version session family brought_by is_looked_at", restricted="words")

    class Meta:
        verbose_name = _("topic of a session")
        verbose_name_plural = _("topics of a session")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="topic_says_something",
                condition=Q(family__isnull=False) | ~Q(words=""),
                violation_error_message=_("Choose a family or write a question."),
            ),
            models.UniqueConstraint(
                name="family_once_a_session",
                fields=["session", "family"],
                violation_error_message=_("This family is on the list already."),
            ),
        ]
        triggers = [counts_versions(), frozen_with_session("words", "is_looked_at", "brought_by_id")]

    def __str__(self):
        return self.words or str(self.family)


class DecisionQuerySet(CaseQuerySet):
    permission = Permission.ASSESSMENT_VIEW

    def visible_to(self, user, permission=None):
        """What was decided about a family stands in its record; what was decided about the work, between the two."""
        families = Q(family__isnull=False) & caseload(user, self.family, permission or self.permission)
        return self.filter(families | Q(family=None) & between(user, "session__"))

    def open(self):
        """Somebody has taken it on and has not done it yet."""
        return self.filter(owner__isnull=False, done_on=None)

    def to_do_for(self, user):
        """Open, and this person's: taken on by them, or come to them with the family."""
        return self.open().filter(Q(passed_to=user) | Q(passed_to=None, owner=user))


@tracked
class Decision(Versioned):
    """What was decided in a session: about a family it goes to the family's record; who does it, and by when."""

    session = models.ForeignKey(Session, editable=False, on_delete=models.PROTECT, related_name="decisions")
    family = models.ForeignKey(
        Family,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="supervision_decisions",
        verbose_name=_("about which family"),
    )
    what = models.CharField(_("what we decided"), max_length=500)
    owner = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("who does it")
    )
    due_on = models.DateField(_("by"), null=True, blank=True)
    # Who does it since the family has another worker. What was decided, and may be signed, stays as it was said.
    passed_to = models.ForeignKey(User, null=True, editable=False, on_delete=models.PROTECT, related_name="+")
    done_on = models.DateField(_("done on"), null=True, editable=False)
    done_by = models.ForeignKey(User, null=True, editable=False, on_delete=models.PROTECT, related_name="+")

    objects = DecisionQuerySet.as_manager()
    privacy = Privacy(own="id version session family owner passed_to done_by", private="what due_on done_on")

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="dated_decision_has_an_owner",
                condition=Q(due_on=None) | Q(owner__isnull=False),
                violation_error_message=_("Say who does it."),
            ),
            models.CheckConstraint(
                name="decision_passed_on_with_a_family",
                condition=Q(passed_to=None) | Q(owner__isnull=False, family__isnull=False),
            ),
            models.CheckConstraint(
                name="decision_done_on_and_by_together",
                condition=Q(done_on=None, done_by=None) | Q(done_on__isnull=False, done_by__isnull=False),
            ),
        ]
        indexes = [
            models.Index(name="decisions_to_do", fields=["owner", "due_on"], condition=Q(done_on=None)),
            models.Index(name="decisions_of_a_family", fields=["family", "-id"]),
        ]
        triggers = [counts_versions(), frozen_with_session("what", "owner_id", "due_on")]

    def __str__(self):
        return self.what

    def get_absolute_url(self):
        return reverse("supervision:decision", args=[self.pk])

    @property
    def doer(self):
        """Who does it now, or None."""
        return self.passed_to or self.owner

    @property
    def doer_id(self):
        return self.passed_to_id or self.owner_id

    @property
    def is_late(self):
        """Taken on, not done, and past its day."""
        return self.done_on is None and self.due_on is not None and self.due_on < timezone.localdate()
