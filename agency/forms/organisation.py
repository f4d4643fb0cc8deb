"""Agency, programs, centers, program years and closures."""

from django import forms
from django.utils.translation import gettext_lazy as _

from agency import files
from agency.editing import VersionedForm
from agency.models import Agency, Center, Closure, Program, ProgramYear
from agency.widgets import Day

LARGEST_LOGO = 1024 * 1024


class AgencyForm(VersionedForm):
    """What is true of the whole agency. Two managers may have it open."""

    picture = forms.FileField(
        label=_("Logo for letters and agreements"),
        required=False,
        validators=[files.MustBe(files.PICTURES, LARGEST_LOGO)],
        help_text=_("PNG or JPG, up to 1 MB. It stands at the head of what families take home."),
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg"}),
    )
    without_picture = forms.BooleanField(label=_("Take the logo away"), required=False)

    class Meta:
        model = Agency
        fields = [
            "name", "grant_numbers", "phone", "address", "privacy_regime", "caseload_limit", "small_cell",
            "publishes_directory", "signs_supervision",
            "school_notice_days", "refuses_unreviewed",
        ]  # fmt: skip
        labels = {
            "name": _("Name of the agency"),
            "grant_numbers": _("Grant numbers"),
            "phone": _("Phone"),
            "address": _("Address, as it stands on letters"),
            "privacy_regime": _("Privacy rules that govern child records"),
            "caseload_limit": _("Planned families for one worker, at most"),
            "small_cell": _("Smallest count shown in de-identified reports"),
            "school_notice_days": _("Days a parent has to refuse before a school gets records"),
        }
        widgets = {"address": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.instance.logo:
            del self.fields["without_picture"]

    def editable_names(self):
        return [name for name in super().editable_names() if name not in ("picture", "without_picture")]

    def save(self, commit=True):
        if self.cleaned_data.get("picture"):
            kept = files.kept(self.cleaned_data["picture"], kinds=files.PICTURES, folder="agency", largest=LARGEST_LOGO)
            self.instance.logo, self.instance.logo_kind = kept.path, kept.kind
        elif self.cleaned_data.get("without_picture"):
            self.instance.logo = self.instance.logo_kind = ""
        return super().save(commit)


class ProgramForm(forms.ModelForm):
    class Meta:
        model = Program
        fields = ["name", "code", "kind", "grant_number", "number", "delegate_name"]
        labels = {
            "name": _("Name"),
            "code": _("Short code"),
            "kind": _("Kind"),
            "grant_number": _("Grant number"),
            "number": _("Program number"),
            "delegate_name": _("Delegate agency"),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [("", _("Choose a kind")), *Program.Kind.choices]


class PartForm(forms.ModelForm):
    """A part of a program that the address has named: rules about the program are checked too."""

    def _get_validation_exclusions(self):
        named = {"program"} if self.instance.program_id else set()
        return super()._get_validation_exclusions() - named


class CenterForm(PartForm):
    class Meta:
        model = Center
        fields = ["name", "address", "postal_code", "phone", "closed_on"]
        widgets = {"closed_on": Day}
        labels = {
            "name": _("Name"),
            "address": _("Address"),
            "postal_code": _("ZIP code"),
            "phone": _("Phone"),
            "closed_on": _("Closed for good on"),
        }


class DatedForm(PartForm):
    """The database cannot even compare a range that ends before it starts, so this is said first."""

    backwards = ""

    def clean(self):
        cleaned = super().clean()
        first, last = cleaned.get("starts_on"), cleaned.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", self.backwards)
        return cleaned


class ProgramYearForm(DatedForm):
    backwards = _("The last day must come after the first.")

    class Meta:
        model = ProgramYear
        fields = ["starts_on", "ends_on"]
        widgets = {"starts_on": Day, "ends_on": Day}
        labels = {"starts_on": _("First day"), "ends_on": _("Last day")}


class ClosureForm(DatedForm):
    backwards = _("The last closed day cannot come before the first.")

    class Meta:
        model = Closure
        fields = ["starts_on", "ends_on", "reason"]
        widgets = {"starts_on": Day, "ends_on": Day}
        labels = {"starts_on": _("First closed day"), "ends_on": _("Last closed day"), "reason": _("Why")}
