"""A profile, an account, and the roles somebody holds."""

from django import forms
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.forms import inlineformset_factory
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from agency.access import Role
from agency.languages import OURS
from agency.models import Center, Program, RoleGrant, User
from agency.widgets import Day, Pills


class ProfileForm(forms.ModelForm):
    """What a person says about themself."""

    first_name = forms.CharField(label=_("First name"), max_length=150)
    last_name = forms.CharField(label=_("Last name"), max_length=150, required=False)

    class Meta:
        model = User
        fields = ["first_name", "last_name", "title", "phone", "works_in", "language", "theme"]
        widgets = {"language": Pills, "theme": Pills}
        labels = {
            "title": _("Title"),
            "phone": _("Work phone"),
            "works_in": _("Languages you work in"),
            "language": _("Language of your screens"),
            "theme": _("Colors"),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = list(OURS.items())
        self.fields["theme"].choices = [(value, capfirst(label)) for value, label in User.Theme.choices]
        self.fields["theme"].required = False


class AccountForm(forms.ModelForm):
    """Who a member of staff is, as the administrator writes it."""

    first_name = forms.CharField(label=_("First name"), max_length=150)
    last_name = forms.CharField(label=_("Last name"), max_length=150, required=False)
    username = forms.CharField(
        label=_("User name"),
        max_length=150,
        validators=[UnicodeUsernameValidator()],
        help_text=_("Letters, numbers and . _ - only. People may sign in with this or with their e-mail."),
    )

    class Meta:
        model = User
        fields = ["first_name", "last_name", "username", "email", "title", "phone", "language"]
        widgets = {"language": Pills}
        labels = {"email": _("E-mail"), "title": _("Title"), "phone": _("Work phone"), "language": _("Language")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = list(OURS.items())

    def clean_username(self):
        name = self.cleaned_data["username"]
        if User.objects.filter(username__iexact=name).exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(_("Another account has this user name already."))
        return name


class RoleForm(forms.ModelForm):
    """One role, where it holds, and from when to when."""

    class Meta:
        model = RoleGrant
        fields = ["role", "program", "center", "starts_on", "ends_on"]
        widgets = {"starts_on": Day, "ends_on": Day}
        labels = {
            "role": _("Role"),
            "program": _("Only this program"),
            "center": _("Only this center"),
            "starts_on": _("From"),
            "ends_on": _("Until"),
        }

    def __init__(self, *args, programs=None, centers=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["starts_on"].show_hidden_initial = False
        # The rows of a formset share their choices: two queries, however many roles somebody holds.
        self.fields["program"].choices = [("", _("Every program")), *(programs or [])]
        self.fields["center"].choices = [("", _("Every center")), *(centers or [])]
        self.fields["role"].choices = [("", _("Choose a role")), *Role.choices]

    def lines(self):
        """The fields as they share lines."""
        return [[self[name] for name in names] for names in (("role", "program", "center"), ("starts_on", "ends_on"))]


RoleFormSet = inlineformset_factory(User, RoleGrant, form=RoleForm, extra=1, can_delete=True)


def roles_formset(data=None, instance=None):
    """The roles of one person, with an empty row for the next."""
    centers = Center.objects.filter(closed_on=None).select_related("program")
    places = {
        "programs": [(program.pk, str(program)) for program in Program.objects.all()],
        "centers": [(center.pk, f"{center} ({center.program})") for center in centers],
    }
    return RoleFormSet(data, instance=instance, form_kwargs=places, prefix="roles")
