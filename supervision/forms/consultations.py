"""A consultation about a family with which child welfare is involved."""

from django import forms
from django.utils.translation import gettext_lazy as _

from agency.days import PastDay
from agency.editing import VersionedForm
from families.forms.fields import rows
from supervision.models import Consultation


class ConsultationForm(VersionedForm):
    class Meta:
        model = Consultation
        fields = ["held_on", "consulted", "people", "decided"]
        field_classes = {"held_on": PastDay}
        widgets = {"consulted": forms.RadioSelect, "decided": forms.Textarea(attrs={"rows": 4})}
        error_messages = {"decided": {"required": _("Write in a sentence what was decided.")}}
        help_texts = {"decided": _("What we do, and who. Not what was reported: that stays with the agency that asks.")}

    helper = rows("version", "held_on", "consulted", "people", "decided")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["consulted"].choices = Consultation.With.choices
