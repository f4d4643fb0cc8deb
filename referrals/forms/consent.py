"""What may leave, to whom, until when; the name under it; taking it back."""

from datetime import timedelta

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Layout
from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from agency import files, signature
from agency.models import ServiceCategory
from agency.widgets import Day, Pills
from families.actions import program_year_of
from families.models import FamilyMember
from partners.models import Partner
from referrals import wording
from referrals.forms.asking import kinds_to_name, records_to_tick, say_what_is_missing
from referrals.models import Consent

LONGEST_CONSENT = 366  # days: at most twelve months
PAPER = {"accept": "application/pdf,image/png,image/jpeg"}


class ConsentForm(forms.ModelForm):
    """Which records, why, to whom, until when; who will sign. The signature comes on the next page."""

    partner = forms.ModelChoiceField(Partner.objects.none(), label=_("With whom"), required=False)
    signer = forms.ModelChoiceField(FamilyMember.objects.none(), label=_("Who signs"))

    class Meta:
        model = Consent
        fields = ["partner", "partner_group", "records", "restricted", "purpose", "expires_on", "language", "signer"]
        widgets = {"expires_on": Day()}
        help_texts = {
            "purpose": _("One sentence the family would say, in its language."),
            "expires_on": _("The end of the program year, unless the family wants it shorter. At most twelve months."),
        }

    def __init__(self, *args, user, instance, **kwargs):
        super().__init__(*args, instance=instance, **kwargs)
        self.fields["partner"].queryset = Partner.objects.visible_to(user).active()
        self.fields["partner"].empty_label = _("a group of partners instead")
        adults = FamilyMember.objects.visible_to(user).filter(family=instance.family, left_on=None).adults()
        self.fields["signer"].queryset = adults
        self.fields["records"] = forms.MultipleChoiceField(
            label=_("What may be shared"), choices=records_to_tick, widget=forms.CheckboxSelectMultiple
        )
        self.fields["restricted"] = forms.MultipleChoiceField(
            label=_("May one of these be told too?"), choices=kinds_to_name, required=False,
            widget=forms.CheckboxSelectMultiple,
            help_text=_("They leave only where the family names them. Tick what the family wants told, nothing else."),
        )  # fmt: skip
        self.fields["restricted"].optional = _("only by name")
        self.fields["language"] = forms.ChoiceField(
            label=_("Language of the text they read"), choices=settings.LANGUAGES, widget=Pills
        )
        self.fields["partner_group"].choices = [("", _("one partner instead")), *ServiceCategory.Group.choices]
        self.fields["partner"].optional = _("or a group")
        self.fields["partner_group"].label = _("A group of partners")
        self.fields["partner_group"].optional = _("instead")
        self.order_fields(self.Meta.fields)
        say_what_is_missing(self)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.layout = Layout(
            Div("partner", "partner_group", css_class="fields"), "records", "restricted", "purpose",
            Div("expires_on", "signer", css_class="fields"), "language",
        )  # fmt: skip

    def clean_expires_on(self):
        day, today = self.cleaned_data["expires_on"], timezone.localdate()
        if day <= today:
            raise forms.ValidationError(_("This day has passed. A consent looks forward."))
        if day > today + timedelta(days=LONGEST_CONSENT):
            raise forms.ValidationError(_("At most twelve months from today. Ask again then."))
        return day

    def clean(self):
        typed = super().clean()
        partner, group = typed.get("partner"), typed.get("partner_group")
        if partner and group:
            self.add_error("partner_group", _("One partner or one group, not both."))
        if not partner and not group and "partner" not in self.errors:
            self.add_error("partner", _("Pick a partner, or a group of partners below."))
        return typed


class SignForm(forms.Form):
    """A name under the text: drawn, typed, or on paper."""

    WAYS = [
        (Consent.Method.DRAWN, _("I draw my name")),
        (Consent.Method.TYPED, _("I type my name")),
        (Consent.Method.PAPER, _("I sign on paper")),
    ]

    method = forms.ChoiceField(label=_("How do you sign?"), choices=WAYS, widget=Pills, initial="drawn")
    drawn = forms.CharField(required=False, widget=forms.HiddenInput, validators=[signature.must_be_a_drawing])
    typed_name = forms.CharField(label=_("Your name"), required=False, max_length=200)
    paper = forms.FileField(
        label=_("The signed paper"), required=False, validators=[files.MustBe(files.PAPERS)],
        help_text=_("Take a picture with the phone, or choose a file. It can be added later too."),
        widget=forms.ClearableFileInput(attrs=PAPER),
    )  # fmt: skip
    copy_given = forms.BooleanField(label=_("I have received a copy"), required=False)
    copy_language = forms.ChoiceField(
        label=_("In which language?"), choices=settings.LANGUAGES, widget=Pills, required=False
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, text_hash, **kwargs):
        super().__init__(*args, **kwargs)
        self.text_hash = text_hash
        self.fields["paper"].optional = _("if you sign on paper")
        self.fields["copy_language"].initial = get_language()
        self.fields["typed_name"].optional = _("if you type it")

    def clean(self):
        typed = super().clean()
        if typed.get("seen") != self.text_hash:
            raise forms.ValidationError(_("The text above has changed meanwhile. Please read it again, then sign."))
        if typed.get("method") == Consent.Method.DRAWN and not typed.get("drawn") and "drawn" not in self.errors:
            self.add_error("method", _("Nothing is drawn yet. Draw your name, type it, or sign on paper."))
        if typed.get("paper") and typed.get("method") != Consent.Method.PAPER:
            self.add_error(
                "method", _("There is a picture of a signed paper. Choose “I sign on paper”, or take it out.")
            )
        if typed.get("method") == Consent.Method.TYPED and not typed.get("typed_name"):
            self.add_error("typed_name", _("Type your name to sign."))
        return typed

    def signed(self):
        """What was left on the screen, to keep with the consent."""
        kept = self.cleaned_data
        if kept["method"] == Consent.Method.DRAWN:
            return {"png": kept["drawn"]}
        return {"typed": kept["typed_name"]} if kept["method"] == Consent.Method.TYPED else {}


class PaperForm(forms.Form):
    """A picture or a PDF of the paper that was signed."""

    paper = forms.FileField(
        label=_("The picture or the PDF"),
        validators=[files.MustBe(files.PAPERS)],
        help_text=_("Take a picture with the phone, or choose a file. PDF, PNG or JPG, up to 10 MB."),
        widget=forms.ClearableFileInput(attrs=PAPER),
        error_messages={"required": _("Choose the picture first.")},
    )


class CopyForm(forms.Form):
    """In which language the family has its copy."""

    language = forms.ChoiceField(label=_("In which language?"), choices=settings.LANGUAGES, widget=Pills)


class RevokeForm(forms.Form):
    note = forms.CharField(
        label=_("How did they tell us?"), max_length=200, required=False, help_text=_("“By phone, today.”")
    )


def default_end(family):
    """The last day of the family's program year, but never more than a year away and never passed."""
    today = timezone.localdate()
    year = program_year_of(family, today)
    latest = today + timedelta(days=LONGEST_CONSENT - 1)
    return min(year.ends_on, latest) if year and year.ends_on > today else latest


def new_consent(family, **known):
    """A consent as the form first shows it: the family's language, the end of the year, its main contact."""
    return Consent(family=family, language=wording.language_for(family), expires_on=default_end(family), **known)
