"""How many families one worker is planned to have at most on a day (45 CFR 1302.52(d)).

Forty, unless it was decided otherwise for the agency, a program or one worker: each from a day on, and above the rule
with the reason.
"""

from django.db.models import F, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from agency.access import Role
from agency.models import AboveLimit, Agency, CaseloadException, CaseloadLimit, RoleGrant, User
from agency.models.caseload import RULE
from agency.prepared import ask

SHORTEST = 10  # letters of a reason


def agency_wide(on=None):
    """The limit for everybody without one of their own. One statement."""
    return Agency.objects.values_list(everywhere(on), flat=True).first() or RULE


def everywhere(on=None):
    """The same as an expression on Agency: what was decided from a day on, else what the settings say."""
    decided = CaseloadLimit.objects.effective(on).filter(program=None)
    return Coalesce(Subquery(decided.values("most")[:1]), "caseload_limit")


def limits(workers, on=None):
    """{worker: the limit of each on that day}, workers named by key. One statement, however many.

    Their own exception, else their program's limit, else the agency's. Whoever works in two programs has the smaller.
    """
    return dict(ask(_limits, workers=list(workers), on=on or timezone.localdate()))


def _limits(workers, on):
    own = CaseloadException.objects.in_force(on).filter(worker=OuterRef("pk")).values("most")
    usual = Agency.objects.annotate(usual=everywhere(on)).values("usual")
    most = Coalesce(Subquery(own[:1]), Subquery(_of_programs(on)[:1]), Subquery(usual[:1]), Value(RULE))
    return User.objects.filter(pk__among=workers).order_by().annotate(most=most).values_list("pk", "most")


def _of_programs(on):
    """The limits decided for the programs a worker has a post in, the smallest first."""
    decided = CaseloadLimit.objects.effective(on).filter(program=OuterRef("of_program")).values("most")
    posts = RoleGrant.objects.in_force(on).filter(user=OuterRef("pk"), role=Role.WORKER)
    posts = posts.annotate(of_program=Coalesce("program", "center__program"))
    return posts.annotate(most=Subquery(decided[:1])).order_by(F("most").asc(nulls_last=True)).values("most")


def says_why(why):
    """Whether these words can be a reason for more families than the limit: a dot or an “ok” is none."""
    return len(why) >= SHORTEST


def keep_reasons(above, *, by):
    """Why these workers come above their limit, said by the person who decided it."""
    for one in above:
        one.said_by = by
    return AboveLimit.objects.bulk_create(above)


def last_reason(worker):
    """The newest reason why this worker stands above the limit, or None."""
    return AboveLimit.objects.filter(worker=worker).select_related("said_by").first()
