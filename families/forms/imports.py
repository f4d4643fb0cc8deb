"""What an import of families must be told besides: where they go, and who serves them."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency.forms.imports import StartForm
from agency.models import Center
from families.forms.fields import CenterChoice
from families.staff import workers_at

IN_TURN, LATER = "in_turn", "later"


class FamiliesStartForm(StartForm):
    center = CenterChoice(
        Center.objects.none(),
        label=gettext_lazy("Center for families whose row names none"),
        empty_label=gettext_lazy("Pick a center"),
        help_text=gettext_lazy("Its program is the one the children hold their places in."),
    )
    serves = forms.ChoiceField(
        label=gettext_lazy("Who serves the new families"),
        choices=[
            (LATER, gettext_lazy("a supervisor assigns them afterwards")),
            (IN_TURN, gettext_lazy("the workers of that center, in turn")),
        ],
        initial=LATER,
    )
    field_order = ["file", "layout", "center", "serves", "source"]

    def __init__(self, *args, centers, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["center"].queryset = centers
        if len(centers) == 1:
            self.fields["center"].initial = centers[0]

    def clean(self):
        facts = super().clean()
        if facts.get("serves") == IN_TURN and facts.get("center") and not workers_at(facts["center"]).exists():
            self.add_error("serves", _("No family service worker serves this center yet."))
        return facts

    def where(self):
        center = self.cleaned_data["center"]
        workers = []
        if self.cleaned_data["serves"] == IN_TURN:
            workers = list(workers_at(center).order_by("families_now", "pk").values_list("pk", flat=True))
        return {"program": center.program, "center": center, "options": {"workers": workers}}
