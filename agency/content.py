"""What a new agency starts with: the service catalogue and the clocks. Safe to load twice; what is there stays."""

import json
from pathlib import Path

from django.utils import timezone

from agency.models import Agency, Deadline, PirItemOfCategory, Program, ServiceCategory
from agency.words import Words

CONTENT = Path(__file__).parent / "content"
SEASONAL = (Program.Kind.MIGRANT, Program.Kind.MIGRANT_EARLY)  # a season is too short for clocks counted in days


def _read(name):
    return json.loads((CONTENT / f"{name}.json").read_text(encoding="utf-8"))


def load_catalogue():
    """The kinds of help with their PIR items per form year. A category an agency has changed is left as it is."""
    known = set(ServiceCategory.objects.values_list("code", flat=True))
    rows = [(position, row) for position, row in enumerate(_read("service-catalogue")) if row["code"] not in known]
    categories = ServiceCategory.objects.bulk_create(_category(position, row) for position, row in rows)
    PirItemOfCategory.objects.bulk_create(
        PirItemOfCategory(category=category, form_year=form_year, item=item)
        for category, (_position, row) in zip(categories, rows, strict=True)
        for form_year, item in row["pir"].items()
        if item
    )


def _category(position, row):
    return ServiceCategory(
        code=row["code"],
        name=Words(row["name"]),
        group=row["group"],
        position=position,
        is_urgent=row["urgent"],
        is_restricted=row["restricted"],
        open_eligibility=row["open_eligibility"] or "",
    )


def bring_up_to_date(plan=(), **_signal):
    """After each migration, an agency that is set up gets the kinds of help and the clocks that are new, from today."""
    goes_back = any(backwards for _migration, backwards in plan)
    if not goes_back and Agency.objects.exists():
        load_catalogue()
        load_clocks(timezone.localdate())


def load_clocks(effective_on):
    """The agency's clocks, and those of each seasonal program, in force from `effective_on`."""
    _load_clocks(_read("clocks"), None, effective_on)
    for program in Program.objects.filter(kind__in=SEASONAL):
        _load_clocks(_read("clocks-seasonal"), program, effective_on)


def _load_clocks(rows, program, effective_on):
    known = set(Deadline.objects.filter(program=program).values_list("code", flat=True))
    Deadline.objects.bulk_create(
        Deadline(
            code=row["code"],
            name=Words(row["name"]),
            explains=Words(row["explains"]),
            starts_from=row["starts_from"],
            length=row["days"],
            unit=row["unit"],
            warn_before=row["warn_before"],
            escalate_after=row["escalate_after"],
            program=program,
            effective_on=effective_on,
        )
        for row in rows
        if row["code"] not in known
    )
