"""Opening hours as people say them: these days from then to then, a few lines of it, or by appointment."""

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from agency.widgets import PillsMany
from partners.models import Schedule
from partners.models.schedule import DAYS
from partners.openhours import APPOINTMENT

LINES = 3
SHORT = [("MO", _("Mon")), ("TU", _("Tue")), ("WE", _("Wed")), ("TH", _("Thu")), ("FR", _("Fri")), ("SA", _("Sat")),
         ("SU", _("Sun"))]  # fmt: skip


def _days():
    return forms.MultipleChoiceField(label=_("Open on"), required=False, choices=SHORT, widget=PillsMany)


def _clock(label):
    return forms.TimeField(label=label, required=False, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))


class HoursForm(forms.Form):
    """The fields of three lines, and the box for appointments."""

    by_appointment = forms.BooleanField(label=_("By appointment: call first"), required=False)
    days_1, opens_1, closes_1 = _days(), _clock(_("From")), _clock(_("To"))
    days_2, opens_2, closes_2 = _days(), _clock(_("From")), _clock(_("To"))
    days_3, opens_3, closes_3 = _days(), _clock(_("From")), _clock(_("To"))


FIELDS = tuple(HoursForm.base_fields)


def names(number):
    return f"days_{number}", f"opens_{number}", f"closes_{number}"


def simple(service):
    """The rules a form with lines can say: each week, with hours, without a season. The others stay as they are."""
    plain = {"freq": "WEEKLY", "is_closed": False, "valid_from": None, "valid_to": None, "dtstart": None,
             "until": None, "location": None, "opens_at__isnull": False}  # fmt: skip
    return service.schedules.filter(**plain).exclude(interval__gt=1).exclude(byday="")


def stored(service):
    """What the fields show for a stored service."""
    if not service.pk:
        return {}
    found = {"by_appointment": service.schedules.filter(attending_type=APPOINTMENT).exists()}
    for number, rule in enumerate(simple(service)[:LINES], start=1):
        found[f"days_{number}"] = [code for code in rule.byday.split(",") if code in DAYS]
        found[f"opens_{number}"], found[f"closes_{number}"] = rule.opens_at, rule.closes_at
    return found


def check(form):
    """A line has days and an hour at which it begins, or nothing."""
    for number in range(1, LINES + 1):
        days, opens, closes = (form.cleaned_data.get(name) for name in names(number))
        if days and not opens and f"opens_{number}" not in form.errors:
            form.add_error(f"opens_{number}", _now("When do they open on these days?"))
        if (opens or closes) and not days:
            form.add_error(f"days_{number}", _now("On which days?"))
        if opens and closes and opens == closes:
            form.add_error(f"closes_{number}", _now("It closes when it opens. Look at the hours again."))


def keep(service, typed):
    """Write the lines as rules; a line that is as it was keeps its row and its place in other directories."""
    kept = list(simple(service)[:LINES])
    said = [line for number in range(1, LINES + 1) if (line := [typed.get(name) for name in names(number)])[0]]
    for old in kept[len(said) :]:
        old.delete()
    for place, (days, opens, closes) in enumerate(said):
        rule = kept[place] if place < len(kept) else Schedule(service=service, freq="WEEKLY")
        rule.byday, rule.opens_at, rule.closes_at = ",".join(days), opens, closes
        rule.save()
    appointment = service.schedules.filter(attending_type=APPOINTMENT)
    if not typed.get("by_appointment"):
        appointment.delete()
    elif not appointment.exists():
        Schedule.objects.create(service=service, attending_type=APPOINTMENT)
