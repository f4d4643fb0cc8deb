"""Taking an import of families back: whole families that nobody has used or changed since, and no others."""

from agency.imports.undoing import pointed_at, rows_made
from families.models import (
    Assignment,
    ContactPoint,
    Difference,
    Enrollment,
    ExternalId,
    Family,
    FamilyMember,
    Household,
    Relation,
)

# What points goes before what it points at.
ORDER = (Difference, Relation, Assignment, Enrollment, ExternalId, ContactPoint, FamilyMember, Household, Family)
FAMILY_OF = {
    Family: "pk",
    Household: "family",
    FamilyMember: "family",
    ContactPoint: "member__family",
    ExternalId: "family",
    Enrollment: "family",
    Assignment: "family",
    Relation: "child__family",
    Difference: "family",
}
EDITED = (Family, Household, FamilyMember, ContactPoint, Relation)  # each counts its versions
AT_ONCE = 5000


def undo_families(batch):
    """Delete what the batch made; returns how many families were left because somebody has used them."""
    made = rows_made(batch)
    used = _used(made)
    for model in ORDER:
        keys = made.get(model, [])
        for start in range(0, len(keys), AT_ONCE):
            rows = model._base_manager.filter(pk__in=keys[start : start + AT_ONCE])
            rows = rows.exclude(**{f"{FAMILY_OF[model]}__in": used}) if used else rows
            gone = model._base_manager.filter(pk__in=list(rows.values_list("pk", flat=True)))
            # Not delete(): it would fetch all that points here, and _used has just asked.
            gone._raw_delete(gone.db)
    return len(used)


def _used(made):
    """The families in which somebody has changed a row the batch made, or added one of their own to it."""
    used = set()
    for model in EDITED:
        edited = model._base_manager.filter(pk__in=made.get(model, []), version__gt=0)
        used.update(edited.values_list(FAMILY_OF[model], flat=True))
    ended = Assignment.objects.filter(pk__in=made.get(Assignment, [])).exclude(ends_on=None)
    used.update(ended.values_list("family", flat=True))
    answered = Difference.objects.filter(pk__in=made.get(Difference, [])).exclude(answer="")
    used.update(answered.values_list("family", flat=True))
    for model in (Family, FamilyMember, Household, Enrollment):
        if keys := made.get(model):
            pointed = pointed_at(model, keys, but=made)
            used.update(model._base_manager.filter(pk__in=pointed).values_list(FAMILY_OF[model], flat=True))
    return used
