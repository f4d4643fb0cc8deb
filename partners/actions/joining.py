"""Two partnerships with what turned out to be one partner: what the one that stays did not say, and the plan it has."""

from datetime import date

from django.utils import timezone

from partners.models import Partnership, PartnershipPlan

SAID = ("our_person_id", "their_person", "their_phone", "their_email", "target", "target_on")  # taken where it is empty


def join(*, kept, gone):
    """What stands of `gone` and not of `kept` is said there; of two open plans that of `gone` is closed today."""
    pair = _pair(kept, gone)
    if pair is None:
        return {}
    stays, goes = pair
    return {"said": _fill(stays, goes), "closed": _close(stays, goes)}


def _pair(kept, gone):
    rows = {row.partner_id: row for row in Partnership.objects.filter(partner__in=[kept.pk, gone.pk])}
    return (rows[kept.pk], rows[gone.pk]) if len(rows) == 2 else None


def _fill(stays, goes):
    """{field: [before, now]} of what was filled in."""
    values = {name: getattr(goes, name) for name in SAID if getattr(stays, name) in (None, "")}
    values["public_roles"] = list(dict.fromkeys([*stays.public_roles, *goes.public_roles]))
    values["began_on"] = min(stays.began_on, goes.began_on)
    said = {name: [_plain(getattr(stays, name)), _plain(value)] for name, value in values.items()}
    said = {name: pair for name, pair in said.items() if pair[0] != pair[1]}
    _write(stays, {name: values[name] for name in said})
    return said


def _write(partnership, values):
    for name, value in values.items():
        setattr(partnership, name, value)
    if values:
        partnership.save()


def _plain(value):
    return value.isoformat() if isinstance(value, date) else value


def _close(stays, goes):
    """[key, day] of the plan that was closed; one plan at a time."""
    plan = goes.plans.filter(closed_on=None).first()
    if plan is None or not stays.plans.filter(closed_on=None).exists():
        return None
    day = max(timezone.localdate(), plan.started_on)
    PartnershipPlan.objects.filter(pk=plan.pk).update(closed_on=day)
    return [plan.pk, day.isoformat()]


def part(*, kept, gone, before):
    """Each says again what it said, unless somebody has written something else since; the plan is open again."""
    pair = _pair(kept, gone)
    if pair is None or not before:
        return
    stays, goes = pair
    there = {name: was for name, (was, became) in before["said"].items() if _plain(getattr(stays, name)) == became}
    _write(stays, {name: Partnership._meta.get_field(name).to_python(was) for name, was in there.items()})
    if before["closed"] and not goes.plans.filter(closed_on=None).exists():
        key, day = before["closed"]
        goes.plans.filter(pk=key, closed_on=day).update(closed_on=None)
