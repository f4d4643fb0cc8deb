"""The first page of an empty installation, part by part on one page."""

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from agency.forms.organisation import ProgramForm, ProgramYearForm
from agency.languages import OURS
from agency.models import Agency, Center, User
from agency.widgets import Pills


class FirstAgencyForm(forms.ModelForm):
    class Meta:
        model = Agency
        fields = ["name"]
        labels = {"name": _("Name of the agency")}


class FirstProgramForm(ProgramForm):
    class Meta(ProgramForm.Meta):
        fields = ["name", "code", "kind"]
        labels = ProgramForm.Meta.labels | {"name": _("Name of the first program")}


class FirstYearForm(ProgramYearForm):
    class Meta(ProgramYearForm.Meta):
        labels = {"starts_on": _("Program year from"), "ends_on": _("Program year to")}


class FirstCenterForm(forms.ModelForm):
    class Meta:
        model = Center
        fields = ["name"]
        labels = {"name": _("Name of the first center")}


class FirstAdministratorForm(forms.ModelForm):
    """Who looks after the accounts; in a small agency the same person manages the program."""

    first_name = forms.CharField(label=_("First name"), max_length=150)
    last_name = forms.CharField(label=_("Last name"), max_length=150, required=False)
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}, render_value=False),
        help_text=_("At least 10 characters, and not a word everybody uses."),
    )
    is_manager = forms.BooleanField(label=_("This person manages the program too"), required=False)

    class Meta:
        model = User
        fields = ["first_name", "last_name", "username", "email", "language"]
        widgets = {"language": Pills}
        labels = {"username": _("User name"), "email": _("E-mail"), "language": _("Language")}
        help_texts = {"username": ""}

    field_order = ["first_name", "last_name", "username", "email", "password", "language", "is_manager"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = list(OURS.items())

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("password"):
            person = User(username=cleaned.get("username", ""), email=cleaned.get("email", ""))
            self._check_password(cleaned["password"], person)
        return cleaned

    def _check_password(self, password, person):
        try:
            validate_password(password, person)
        except forms.ValidationError as trouble:
            self.add_error("password", trouble)


PARTS = {
    "agency": FirstAgencyForm,
    "program": FirstProgramForm,
    "year": FirstYearForm,
    "center": FirstCenterForm,
    "person": FirstAdministratorForm,
}


def first_forms(data=None):
    """All parts of the page, each with its own prefix."""
    return {name: form_class(data, prefix=name) for name, form_class in PARTS.items()}
