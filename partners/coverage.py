"""Which groups of partners, school districts and early intervention agencies have an agreement in force on a day."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Q

from agency.models import Program, ServiceCategory
from partners.models import Mou, Partner, Partnership, PreschoolException, PublicRole
from partners.states import Standing

Kind = Mou.Kind
# The agreement each of these has to have, by the law that names them.
ASKED = {
    PublicRole.LEA: (Kind.DISABILITIES, Kind.TRANSITION),
    PublicRole.PART_C: (Kind.PART_C,),
    PublicRole.CHILD_WELFARE: (Kind.CHILD_WELFARE,),
    PublicRole.PRESCHOOL: (Kind.PRESCHOOL,),
}
EARLY = ("ehs", "aian_ehs", "mshs_ehs")  # programs for babies: the preschool agreement does not concern them


@dataclass
class Row:
    """One line of the report: a group, an agency or a program, and the agreements it has in force."""

    label: str
    mous: list = field(default_factory=list)
    partner: object = None
    exception: object = None
    partners: int = 0

    @property
    def is_covered(self):
        return bool(self.mous) or self.exception is not None


@dataclass
class Coverage:
    """The whole report for one day."""

    on: object
    groups: list
    roles: list  # (role in words, kind in words, rows)
    programs: list


def coverage(on):
    """The report for a day, in six statements however many agreements there are."""
    in_force = Mou.objects.with_standing(on).filter(standing=Standing.IN_FORCE)
    mous = list(in_force.select_related("partner").prefetch_related("programs").order_by("partner__name", "pk"))
    by_partner = defaultdict(list)
    for mou in mous:
        by_partner[mou.partner_id].append(mou)
    return Coverage(on, _groups(mous, on), _roles(by_partner), _programs(mous, on))


def _groups(mous, on):
    there = Partner.objects.entries().filter(Q(closed_on=None) | Q(closed_on__gt=on)).values_list("group", flat=True)
    counted = defaultdict(int)
    for group in there:
        counted[group] += 1
    return [
        Row(label, [mou for mou in mous if mou.partner.group == code], partners=counted[code])
        for code, label in ServiceCategory.Group.choices
    ]


def _roles(by_partner):
    partnerships = list(Partnership.objects.of_entries().exclude(public_roles=[]).select_related("partner"))
    return [
        (PublicRole(role).label, Kind(kind).label, [
            Row(one.partner.name, [mou for mou in by_partner[one.partner_id] if mou.kind == kind], partner=one.partner)
            for one in partnerships if role in one.public_roles
        ])
        for role, kinds in ASKED.items() for kind in kinds
    ]  # fmt: skip


def _programs(mous, on):
    exceptions = {
        one.program_id: one
        for one in PreschoolException.objects.filter(Q(until_on=None) | Q(until_on__gte=on), since_on__lte=on)
    }
    found = [mou for mou in mous if mou.kind == Kind.PRESCHOOL]
    return [
        Row(program.name, [mou for mou in found if binds(mou, program)], exception=exceptions.get(program.pk),
            partner=program)
        for program in Program.objects.exclude(kind__in=EARLY).order_by("name")
    ]  # fmt: skip


def binds(mou, program):
    """An agreement that names no program binds them all."""
    named = mou.programs.all()
    return not named or program in named
