"""What a person chooses about reminders by mail."""

from datetime import time

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from agency.access import Permission
from agency.models import ReminderChoice
from agency.models.reminders import EARLIEST, EVERY_DAY, LATEST
from agency.templatetags.look import clock
from agency.widgets import PillsMany


class ReminderForm(forms.ModelForm):
    """When the mail comes, and what is in it. What goes to supervisors and managers is offered to those only."""

    days = forms.TypedMultipleChoiceField(
        label=_("On these days"),
        coerce=int,
        choices=[(day, WEEKDAYS[day - 1]) for day in EVERY_DAY],
        widget=PillsMany,
        error_messages={"required": _("Choose at least one day. To get no mail at all, switch it off above.")},
    )
    hour = forms.TypedChoiceField(label=_("From this hour on"), coerce=int)
    left_out = forms.MultipleChoiceField(
        label=_("Leave out"),
        choices=[(value, capfirst(label)) for value, label in ReminderChoice.Part.choices],
        widget=PillsMany,
        required=False,
    )

    class Meta:
        model = ReminderChoice
        fields = ["daily", "days", "hour", "left_out", "weekly", "monthly"]
        labels = {
            "daily": _("A mail on each of my days when something waits for me"),
            "weekly": _("Once a week, in that mail: how my team is doing"),
            "monthly": _("Once a month, in that mail: agreements, notices, and what is past its day"),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["hour"].choices = [(hour, clock(time(hour))) for hour in range(EARLIEST, LATEST + 1)]
        user = self.instance.user
        if not user.may(Permission.CASELOAD_VIEW):
            del self.fields["weekly"]
        if not user.may(Permission.SUPERVISION_COUNT):
            del self.fields["monthly"]
