"""The team's own past: weekly counts that stay as they were, beside what is counted now.

Most figures cannot be worked out for an earlier day (a clock was set otherwise then, a record was corrected since), so
they are written down once a week: numbers by worker, never a name (docs/decisions/0018).
"""

from collections import defaultdict
from datetime import timedelta

from django.db.models import Q, Subquery
from django.utils.translation import gettext_lazy as _

from agency.access import Permission, Role
from agency.due import Clocks
from agency.models import RoleGrant, User
from supervision.caseloads import caseloads
from supervision.figures import FIGURES
from supervision.models import CaseloadCount

PLANNED, OVER = "planned", "over_limit"
EARLIER = ((28, _("4 weeks ago")), (84, _("12 weeks ago")))


def freeze(on):
    """Write down every worker's figures for this day. Safe to run twice; returns how many workers were counted."""
    clocks = Clocks(on)
    posts = RoleGrant.objects.in_force(on).filter(role=Role.WORKER)
    there = CaseloadCount.objects.filter(on=on).values("worker")
    staff = User.objects.filter(pk__in=posts.values("user"), is_active=True).exclude(pk__in=there).order_by("pk")
    for worker in staff:
        CaseloadCount.objects.bulk_create(_counts(worker, clocks), ignore_conflicts=True)
    return len(staff)


def _counts(worker, clocks):
    load = caseloads([worker], worker, clocks, Permission.FAMILY_VIEW)[0]
    numbers = {PLANNED: load.planned, OVER: int(load.is_over)} | {
        figure.code: load.count(figure.code) for figure in FIGURES
    }
    numbers |= load.signs  # with the weights of that day the weighted load follows from them (reports.standing)
    return [CaseloadCount(worker=worker, on=clocks.on, figure=code, n=n) for code, n in numbers.items()]


def earlier(staff, on):
    """{days ago: {figure: count}} of these workers together: the last counts by those days. One statement."""
    asked = Q()
    for days, _label in EARLIER:
        last = CaseloadCount.objects.filter(on__lte=on - timedelta(days=days), on__gt=on - timedelta(days=days + 14))
        asked |= Q(on=Subquery(last.order_by("-on").values("on")[:1]))
    rows = CaseloadCount.objects.filter(asked, worker__in=[one.pk for one in staff])
    found = {days: defaultdict(int) for days, _label in EARLIER}
    for day, figure, n in rows.values_list("on", "figure", "n"):
        found[_nearest(on, day)][figure] += n
    return found


def _nearest(on, day):
    """Which of the earlier days a count belongs to: the largest that is not further back."""
    return max(days for days, _label in EARLIER if day <= on - timedelta(days=days))
