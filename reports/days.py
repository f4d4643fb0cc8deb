"""Days as they are picked: a first and a last day side by side, or a period by its name. Its address is one word."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency.widgets import Day
from reports.periods import Days, Month, NotAPeriod, Year

BETWEEN = ".."


class TwoDays(forms.MultiWidget):
    """Two days to pick. An address may say both in one word, too: period=2026-08-01..2027-01-31, or 2026-27."""

    template_name = "reports/_days.html"
    use_fieldset = True

    def __init__(self):
        super().__init__(
            {
                "first": Day({"aria-label": gettext_lazy("First day")}),
                "last": Day({"aria-label": gettext_lazy("Last day")}),
            }
        )

    def decompress(self, value):
        """The two days of a period; of words that name none, what was typed."""
        if not value:
            return [None, None]
        try:
            days = Days.named(value)
        except NotAPeriod:
            first, _between, last = str(value).partition(BETWEEN)
            return [first, last]
        return [days.first, days.last]

    def value_from_datadict(self, data, files, name):
        """A period said by name goes before the two days."""
        if data.get(name):
            return data[name]
        first, last = super().value_from_datadict(data, files, name)
        return f"{first or ''}{BETWEEN}{last or ''}" if first or last else ""

    def value_omitted_from_data(self, data, files, name):
        return name not in data and super().value_omitted_from_data(data, files, name)


def named(period):
    """[(word of the address, how it is called)]: what is asked for most, newest first."""
    if period is not Days:
        return []
    today = timezone.localdate()
    month, year = Month.of(today), Year.of(today)
    spans = [month, month.previous(), year, year.previous()]
    return [*((str(one), one.title) for one in spans), (str(Days.of(today)), _("The last twelve months"))]
