"""What may be typed about help a family received."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency.days import PastDay
from agency.models import ServiceCategory
from agency.widgets import Pills, PillsMany
from families import help as helping
from families.forms.fields import rows, side_by_side
from families.forms.needs import offer_categories
from families.models import Need, ServiceReceived


class ServiceForm(forms.ModelForm):
    """Everything about one help, by hand; help from a partner comes with its referral."""

    class Meta:
        model = ServiceReceived
        fields = [
            "what", "category", "received_on", "source", "need", "participants", "program_year", "counts_because",
        ]  # fmt: skip
        field_classes = {"received_on": PastDay}
        widgets = {"source": Pills, "participants": PillsMany}

    BY_HAND = [ServiceReceived.Source.PROGRAM, ServiceReceived.Source.FAMILY]  # a referral writes its own
    helper = rows(
        "what",
        "category",
        side_by_side("received_on", "need"),
        "source",
        "participants",
        side_by_side("program_year", "counts_because"),
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        family = self.instance.family
        offer_categories(self.fields["category"], self.instance.category_id)
        self.fields["need"].queryset = helping.needs_for(self.instance, user)
        self.fields["need"].empty_label = gettext_lazy("No need on record")
        self.fields["participants"].queryset = family.members.filter(left_on=None)
        self.fields["source"].choices = [(source.value, source.label) for source in self.BY_HAND]
        self.fields["program_year"].queryset = helping.years_for(family)
        self.fields["program_year"].empty_label = gettext_lazy("The year of that day")
        self.fields["program_year"].label_from_instance = helping.year_label
        if not self.instance.counts_because:
            self.initial["program_year"] = None

    def clean(self):
        cleaned = super().clean()
        year, reason = cleaned.get("program_year"), cleaned.get("counts_because")
        if year and not reason:
            self.add_error("counts_because", _("Say why it counts in that year, or leave the year to the day."))
        if reason and not year:
            self.add_error("program_year", _("Choose the year it counts in, or take the reason away."))
        return cleaned


class QuickForm(forms.Form):
    """Two taps: what kind of help, and it is written down for today (or the day above)."""

    category = forms.ModelChoiceField(ServiceCategory.objects.none())
    received_on = PastDay(label=gettext_lazy("On"))
    need = forms.ModelChoiceField(Need.objects.none(), required=False)

    def __init__(self, *args, family, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["category"].queryset = helping.kinds(user)
        self.fields["need"].queryset = Need.objects.visible_to(user).filter(family=family).open()
