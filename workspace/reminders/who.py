"""Who gets reminders by mail today, and who does not, and why."""

from collections import defaultdict
from dataclasses import dataclass, field
from enum import StrEnum

from django.db.models import Exists, OuterRef

from agency.access import Permission
from agency.models import Digest, ReminderChoice, RoleGrant, User
from families.models import Assignment
from supervision.models import Absence
from workspace import day


class Why(StrEnum):
    """Why somebody gets no mail now; the run log has the words (agency.models.work.RUN_COUNTS)."""

    NO_ADDRESS = "no_address"
    NEVER_IN = "never_in"
    AWAY = "away"
    OFF = "off"
    NOT_TODAY = "not_today"
    LATER = "later"


@dataclass
class Reader:
    """One person, what they chose, and whom they serve today."""

    user: User
    choice: ReminderChoice
    serving: list = field(default_factory=list)
    is_away: bool = False

    def is_only(self, role):
        """Holds this role, at one place or several, and no other."""
        return {grant.role for grant in self.user.grants} == {role}

    @property
    def leads(self):
        return day.leads_a_team(self.user)

    @property
    def counts_the_agency(self):
        """Reads once a month how the agency is doing: who counts its supervision, a manager."""
        return self.user.may(Permission.SUPERVISION_COUNT)

    def why_never(self):
        """What keeps every mail from this person, urgent ones too; None when nothing does."""
        if not self.user.email:
            return Why.NO_ADDRESS
        if self.user.last_login is None and not self.user.has_usable_password():
            return Why.NEVER_IN
        return Why.AWAY if self.is_away else None

    def why_not(self, on, hour):
        """What keeps the mail of the day `on` from this person at this hour; None when nothing does."""
        never = self.why_never()
        if never:
            return never
        wants_team, wants_agency = self.choice.weekly and self.leads, self.choice.monthly and self.counts_the_agency
        if not (self.choice.daily or wants_team or wants_agency):
            return Why.OFF
        if on.isoweekday() not in self.choice.days:
            return Why.NOT_TODAY
        return Why.LATER if hour < self.choice.hour else None


def readers(on):
    """Everybody who works here, by key, with everything above read in four statements."""
    absent = Exists(Absence.objects.in_force(on).filter(worker=OuterRef("pk")))
    people = User.objects.working().annotate(is_absent=absent).select_related("reminder_choice").order_by("pk")
    grants, serving = _by(RoleGrant.objects.in_force(on), "user_id"), _by(_serving(on), "worker_id")
    covered = {row.family_id for rows in serving.values() for row in rows if row.kind == Assignment.Kind.COVER}
    return [_reader(user, grants[user.pk], serving[user.pk], covered) for user in people]


def _serving(on):
    return Assignment.objects.in_force(on).only("family_id", "worker_id", "kind", "ends_on").order_by("pk")


def _by(rows, column):
    found = defaultdict(list)
    for row in rows:
        found[getattr(row, column)].append(row)
    return found


def _reader(user, grants, serving, covered):
    for grant in grants:
        grant.user = user
    user.grants = grants  # else one statement for each person
    choice = getattr(user, "reminder_choice", None) or ReminderChoice(user=user)
    main = {row.family_id for row in serving if row.kind == Assignment.Kind.PRIMARY}
    return Reader(user, choice, serving, is_away=user.is_absent or bool(main) and main <= covered)


def settled(kind, on):
    """Keys of the people whose reminder of this kind and day is settled: sent, or nothing to say."""
    return set(Digest.objects.filter(kind=kind, for_on=on).values_list("user", flat=True))
