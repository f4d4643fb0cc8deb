"""Colleagues who could take families, with what they carry, speak and where they work; and the effect of a choice."""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import override

from agency import languages
from agency.access import Permission, Role
from agency.languages import Language
from agency.models import Center, RoleGrant
from agency.templatetags.look import initials
from families.models import Assignment
from supervision.assigning.suggestion import Asking, Colleague
from supervision.caseloads import Caseload, workers
from supervision.models import Absence
from supervision.pages import url_of

OFFERED = 12  # colleagues among whom one chooses on a page


def near(user, families, *, but=None):
    """Up to `OFFERED` workers for these families (a queryset), among those whose families this person assigns.

    Who works at their centers comes first, then who works in their programs, then who has the fewest. One statement.
    """
    centers = Center.objects.filter(families__in=families)
    posts = RoleGrant.objects.in_force().filter(user=OuterRef("pk"), role=Role.WORKER)
    program = Q(center__program__centers__in=centers) | Q(program__centers__in=centers) | Q(center=None, program=None)
    main = Assignment.objects.in_force().filter(worker=OuterRef("pk"), kind="primary").order_by().values("worker")
    found = workers(user, Permission.FAMILY_ASSIGN).filter(Exists(posts))
    found = found.exclude(pk=but.pk) if but else found
    is_here, is_near = Exists(posts.filter(center__in=centers)), Exists(posts.filter(program))
    found = found.annotate(
        is_here=is_here, is_near=is_near, n=Coalesce(Subquery(main.annotate(n=Count("pk")).values("n")), 0)
    )
    nearest = found.order_by("-is_here", "-is_near", "n", "pk")[:OFFERED]
    return sorted(nearest, key=lambda one: (one.last_name, one.first_name, one.pk))


def speaks(worker):
    """The languages somebody works in, from what they wrote in their profile; English, too."""
    words = worker.works_in.lower()
    with override("en"):
        named = {language.value for language in Language if str(language.label).lower() in words}
    own = {code for code, name in languages.OURS.items() if name.lower() in words}
    return frozenset({Language.ENGLISH.value} | named | own)


def as_colleagues(loads, on=None):
    """Caseloads as the proposal sees them. Two statements."""
    pks = [load.worker.pk for load in loads]
    away = set(Absence.objects.in_force(on).filter(worker__in=pks).values_list("worker", flat=True))
    centers = {}
    for user, center in (
        RoleGrant.objects.in_force().filter(user__in=pks, center__isnull=False).values_list("user", "center")
    ):
        centers.setdefault(user, set()).add(center)
    return [_colleague(load, centers.get(load.worker.pk, ()), load.worker.pk in away) for load in loads]


def _colleague(load, centers, is_away):
    worker = load.worker
    return Colleague(
        worker.pk, worker.first_name or str(worker), load.planned, load.limit, load.load, speaks(worker),
        frozenset(centers), is_away,
    )  # fmt: skip


def asking(load, pks=None):
    """The families of a caseload as the proposal sees them."""
    families = [load.families[pk] for pk in (load.families if pks is None else pks)]
    return [Asking(one.pk, one.language, one.center_id, load.weight_of(one.pk)) for one in families]


@dataclass
class Effect:
    """One worker before and after."""

    load: Caseload
    planned: int
    weighted: float

    @property
    def is_over(self):
        return self.planned > self.load.limit

    @property
    def changes(self):
        return self.planned != self.load.planned

    @property
    def grows(self):
        return self.planned > self.load.planned


def effect(moves, source, loads):
    """What these moves ({family: worker}, by key) out of the caseload `source` would change: an `Effect` a worker."""
    came = {load.worker.pk: [0, 0.0] for load in loads}
    for family, worker in moves.items():
        came[worker][0] += 1
        came[worker][1] += source.weight_of(family)
    found = [
        Effect(load, load.planned + came[load.worker.pk][0], load.load + came[load.worker.pk][1]) for load in loads
    ]
    if source.worker is None:
        return found
    gone = sum(source.weight_of(family) for family in moves)
    return [Effect(source, source.planned - len(moves), source.load - gone), *found]


def effect_rows(effects):
    """The same for templates/supervision/_effect.html."""
    return [
        {
            "face": initials(one.load.worker), "head": str(one.load.worker), "url": url_of(one.load.worker),
            "pk": one.load.worker.pk, "before": one.load.planned, "after": one.planned, "limit": one.load.limit,
            "over": one.is_over,
            "load": f"{one.load.load:g}", "load_after": f"{one.weighted:g}", "changes": one.changes,
        }
        for one in effects
    ]  # fmt: skip
