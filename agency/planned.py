"""How many families one worker is planned to have at most on a day (45 CFR 1302.52(d)): 40, unless it was decided
otherwise for the agency, a program or one worker, each from a day on and above the rule with the reason."""

from collections import defaultdict

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from agency.access import Role
from agency.models import Agency, CaseloadException, CaseloadLimit, RoleGrant
from agency.models.caseload import RULE


def agency_wide(on=None):
    """The limit for everybody without one of their own. One statement."""
    return Agency.objects.values_list(everywhere(on), flat=True).first() or RULE


def everywhere(on=None):
    """The same as an expression on Agency: what was decided from a day on, else what the settings say."""
    decided = CaseloadLimit.objects.effective(on).filter(program=None)
    return Coalesce(Subquery(decided.values("most")[:1]), "caseload_limit")


def limits(workers, on=None):
    """{worker: the limit of each on that day}, workers named by key: their own exception, else their program's limit,
    else the agency's. Whoever works in two programs has the smaller one. Three statements, however many workers."""
    on, workers = on or timezone.localdate(), list(workers)
    usual = agency_wide(on)
    own = dict(CaseloadException.objects.in_force(on).filter(worker__in=workers).values_list("worker", "most"))
    programs = _of_programs(workers, on)
    return {pk: own.get(pk, min(programs.get(pk, ()), default=usual)) for pk in workers}


def _of_programs(workers, on):
    """{worker: the limits decided for the programs they work in}."""
    decided = CaseloadLimit.objects.effective(on)
    posts = RoleGrant.objects.in_force(on).filter(user__in=workers, role=Role.WORKER)
    posts = posts.annotate(of_program=Coalesce("program", "center__program"))
    here = decided.filter(program=OuterRef("of_program"))
    found = defaultdict(set)
    for worker, most in posts.annotate(most=Subquery(here.values("most")[:1])).values_list("user", "most"):
        if most:
            found[worker].add(most)
    return found
