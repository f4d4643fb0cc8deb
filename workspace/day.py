"""My day: what a person's own families wait for today, and what there is to be glad about."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Case, OuterRef, Subquery, When
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from agency.access import Permission, reaches_everything
from agency.prepared import ask
from families.models import Assignment, Need
from referrals.models import Referral
from supervision import worklist

A_SECTION = 50  # rows a list shows at most
CHEERS = 5


@dataclass
class Mine:
    """The families a person serves today, by what they are to them."""

    serving: list

    @property
    def ids(self):
        return {row.family_id for row in self.serving}

    @property
    def planned(self):
        return len({row.family_id for row in self.serving if row.kind == Assignment.Kind.PRIMARY})

    @property
    def covers(self):
        return [row for row in self.serving if row.kind == Assignment.Kind.COVER]


def mine(user):
    """Today's assignments of `user` in families they may open; a cover knows the first name of whom it replaces."""
    return Mine(ask(_serving, user, on=timezone.localdate()))


def _serving(user, on):
    today = Assignment.objects.in_force(on)
    main = today.filter(family=OuterRef("family"), kind="primary").values("worker__first_name")
    covers = Case(When(kind="cover", then=Subquery(main[:1])))
    serving = today.visible_to(user).filter(worker=user.pk).annotate(covers_for=covers)
    return serving.only("family_id", "kind", "ends_on").order_by("pk")


def leads_a_team(user):
    """A supervisor's day shows their centers too; whoever reaches the whole agency looks at caseloads and reports."""
    return user.may(Permission.CASELOAD_VIEW) and not reaches_everything(user, Permission.CASELOAD_VIEW)


def listed(user, own):
    """Keys of the families a person's day is about: their own, and a supervisor's team's in urgent need.

    Whatever else waits in the team stands with the caseloads; here it would cost a supervisor of many families a
    second to count what they cannot do in a day.
    """
    if not leads_a_team(user):
        return own.ids  # read by `mine`, so visible
    needs = Need.objects.visible_to(user).urgent().filter(first_step_at=None).order_by()
    asked = Referral.objects.visible_to(user).open().filter(is_urgent=True).order_by()
    return own.ids.union(needs.values_list("family", flat=True).union(asked.values_list("family", flat=True)))


@dataclass
class Day:
    """Due things of some families on one day, to be asked for in parts."""

    items: list
    clocks: object

    @property
    def on(self):
        return self.clocks.on

    def part(self, belongs):
        return [item for item in self.items if belongs(item)]

    def urgent(self):
        return self.part(lambda item: item.is_urgent)

    def today(self):
        return self.part(lambda item: worklist.is_today(item, self.on))

    def late(self):
        return self.part(lambda item: worklist.is_overdue(item, self.on))

    def week(self):
        return self.part(lambda item: worklist.is_this_week(item, self.on))

    def later(self):
        return self.part(lambda item: worklist.is_later(item, self.on))

    def waiting(self, whom):
        return self.part(lambda item: worklist.waits_for(item, whom))

    def aside(self):
        """What somebody put aside; nearest day first."""
        return sorted(self.part(worklist.is_aside), key=lambda item: item.back_on)

    def cheers(self):
        """What nobody has marked with the family yet, newest first."""
        return sorted(
            self.part(lambda item: item.kind == worklist.CELEBRATE), key=lambda item: item.due_on, reverse=True
        )

    def visits(self):
        """What was agreed for a day of this week: the next steps of notes."""
        until = self.on + timedelta(days=7)
        return self.part(
            lambda item: item.kind == worklist.NEXT_STEP and self.on <= item.due_on <= until and not item.back_on
        )


@dataclass(frozen=True)
class Part:
    """One list of the page: what `?show=` calls it, its heading, its name among the filters."""

    code: str
    title: Promise
    icon: str
    filter: Promise = ""


TODAY = Part("today", _("Today"), "sun")
URGENT = Part("urgent", _("Urgent"), "alert", _("Urgent"))
LATE = Part("late", _("Past its day"), "clock", _("Overdue"))
WEEK = Part("week", _("Rest of the week"), "calendar", _("This week"))
LATER = Part("later", _("Later"), "calendar")
WAITING = Part("waiting", _("Waiting on a partner"), "partner", _("Waiting on a partner"))
FAMILY = Part("family", _("With the family now"), "family")
TEAM_URGENT = Part("team-urgent", _("Urgent in your team"), "alert")
ASIDE = Part("aside", _("Put aside for some days"), "clock", _("Put aside"))
FILTERS = (URGENT, LATE, WEEK, WAITING)


def parts(own, team):
    """Every list of the page with its items, in the page's order; `team` is empty for who leads nobody."""
    return {
        TODAY: own.today(),
        LATE: own.late(),
        TEAM_URGENT: team.urgent(),
        WEEK: own.week(),
        LATER: own.later(),
        WAITING: own.waiting("partner"),
        FAMILY: own.waiting("family"),
    }


def workers_of(items):
    """The main worker's name for each family of these items: a supervisor reads whose family it is. One statement."""
    ids = {item.family_id for item in items}
    serving = Assignment.objects.in_force().filter(family__in=ids, kind=Assignment.Kind.PRIMARY)
    return {row.family_id: str(row.worker) for row in serving.select_related("worker")} if ids else {}
