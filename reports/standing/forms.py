"""What standing reports are narrowed by, beside whose and when. It stands in the address; no name ever does."""

from django import forms
from django.utils.translation import gettext_lazy as _

from agency.languages import Language
from agency.models import ProgramOption


class NarrowForm(forms.Form):
    """Families that want to be spoken to in one language; places of one option."""

    language = forms.ChoiceField(label=_("Language"), required=False, choices=[("", _("All")), *Language.choices])
    option = forms.ChoiceField(label=_("Option"), required=False, choices=[("", _("All")), *ProgramOption.choices])

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
