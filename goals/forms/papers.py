"""The picture of a signed paper, the copy handed over, copies for many families."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency import files
from agency.days import PastDay
from agency.languages import OURS
from agency.widgets import Pills
from families.models import FamilyMember
from goals.forms.choices import without_empty
from goals.models import CopyGiven


class ScanForm(forms.Form):
    """A picture or a PDF of the paper that was signed."""

    paper = forms.FileField(
        label=gettext_lazy("The picture or the PDF"),
        validators=[files.MustBe(files.PAPERS)],
        help_text=gettext_lazy("Take a picture with the phone, or choose a file. PDF, PNG or JPG, up to 10 MB."),
        widget=forms.ClearableFileInput(attrs={"accept": "application/pdf,image/png,image/jpeg"}),
    )
    note = forms.CharField(
        label=gettext_lazy("What it shows"), max_length=200, required=False,
        help_text=gettext_lazy("“Page two, with both names.”"),
    )  # fmt: skip


class CopyForm(forms.ModelForm):
    """How the family got its copy: who took it, when, how, in which language."""

    given_on = PastDay(label=gettext_lazy("When"), initial=timezone.localdate)
    member = forms.ModelChoiceField(
        FamilyMember.objects.none(), label=gettext_lazy("Who took it?"), empty_label=None, widget=Pills,
        error_messages={"required": gettext_lazy("Choose who took the copy.")},
    )  # fmt: skip
    language = forms.ChoiceField(label=gettext_lazy("In which language?"), choices=list(OURS.items()), widget=Pills)

    class Meta:
        model = CopyGiven
        fields = ["member", "how", "language", "given_on"]
        widgets = {"how": Pills}
        labels = {"how": gettext_lazy("How did they get it?")}
        error_messages = {"how": {"required": gettext_lazy("Choose how they got their copy.")}}

    def __init__(self, *args, family, user, **kwargs):
        super().__init__(*args, **kwargs)
        adults = FamilyMember.objects.visible_to(user).filter(family=family, left_on=None)
        adults = adults.exclude(role=FamilyMember.Role.CHILD)
        self.fields["member"].queryset = adults
        self.fields["member"].label_from_instance = FamilyMember.get_full_name
        self.fields["how"].choices = without_empty(CopyGiven.How.choices)
        self.fields["how"].initial = None
        first = adults.order_by("-is_main_contact", "pk").first()
        self.fields["member"].initial = first and first.pk


class CopiesForm(forms.Form):
    """Which families' agreements, and why."""

    center = forms.ChoiceField(label=gettext_lazy("Center"), required=False)
    worker = forms.ChoiceField(label=gettext_lazy("Main contact"), required=False)
    large = forms.BooleanField(label=gettext_lazy("In large print"), required=False)
    purpose = forms.CharField(
        label=gettext_lazy("What are the copies for?"), max_length=200,
        help_text=gettext_lazy("“For the family conferences in January.” It is written down with your name."),
        error_messages={"required": gettext_lazy("Write what the copies are for.")},
    )  # fmt: skip

    def __init__(self, *args, centers, workers, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["center"].choices = [("", _("Every center")), *centers]
        self.fields["worker"].choices = [("", _("Everybody")), *workers]
        for name, rows in (("center", centers), ("worker", workers)):
            if len(rows) < 2:
                del self.fields[name]
