"""What may be typed about referrals, consents and disclosures."""

from datetime import datetime, time, timedelta

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Layout
from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from agency.editing import VersionedForm
from agency.models import ServiceCategory
from agency.widgets import Day, Pills
from families.actions import program_year_of
from families.models import FamilyMember
from goals.models import Goal
from partners.models import Partner
from referrals import release, wording
from referrals.models import Consent, Disclosure, Referral, ReferralEvent

LONGEST_CONSENT = 366  # days: at most twelve months
LARGEST_DRAWING = 150_000  # characters of a PNG as a data URL; a finger's name takes some ten thousand
PNG = "data:image/png;base64,"


def records_to_tick():
    """The records a family can name, least first, as one ticks them."""
    return [(record, capfirst(record.label)) for record in release.COVERS]


def say_what_is_missing(form):
    """An empty field asks for what it needs, in words."""
    for field in form.fields.values():
        field.error_messages["required"] = missing(field)


def missing(field):
    if isinstance(field, forms.DateField):
        return _("Pick a day.")
    if isinstance(field, forms.MultipleChoiceField):
        return _("Tick at least one.")
    return _("Pick one.") if isinstance(field, forms.ChoiceField) else _("Write a few words.")


def not_yet_to_come(day):
    """The day, unless it lies ahead of us."""
    if day and day > timezone.localdate():
        raise forms.ValidationError(_("This day has not come yet."))
    return day


class ReferralForm(VersionedForm):
    """What we ask of a partner, for whom."""

    goal = forms.ModelChoiceField(Goal.objects.none(), label=_("For this goal"), required=False)
    about = forms.ModelChoiceField(FamilyMember.objects.none(), label=_("For whom"), required=False)

    class Meta:
        model = Referral
        fields = ["reason", "about", "goal", "is_urgent"]
        widgets = {"reason": forms.Textarea(attrs={"rows": 2})}
        help_texts = {
            "reason": _("One sentence. It goes to the partner when you refer by name: only what they must know."),
            "is_urgent": _("Somebody is at risk, or the help is needed within days."),
        }

    def __init__(self, *args, user, instance, **kwargs):
        super().__init__(*args, instance=instance, **kwargs)
        family = instance.family
        self.fields["goal"].queryset = Goal.objects.visible_to(user).filter(family=family).open()
        self.fields["goal"].empty_label = _("not for a goal")
        members = FamilyMember.objects.visible_to(user).filter(family=family, left_on=None)
        self.fields["about"].queryset = members
        self.fields["about"].empty_label = _("the whole family")


class SendForm(forms.Form):
    """How it goes there, and which lines stay ticked. The lines come from the consent, never from the form."""

    how_sent = forms.ChoiceField(label=_("How does it go there?"), choices=Referral.HowSent, widget=Pills)
    pieces = forms.MultipleChoiceField(required=False)
    handed_over_to = forms.CharField(
        label=_("Warm hand-off: who spoke with whom"),
        required=False,
        max_length=200,
        help_text=_("“I called with the family beside me and spoke with the intake worker.”"),
    )

    def __init__(self, *args, pieces, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["pieces"].choices = [(piece.key, piece.label) for piece in pieces]
        self.fields["how_sent"].error_messages["required"] = _("Pick how it goes there.")

    def ticked(self):
        """The keys that are ticked now: all of them when the page is first shown."""
        if self.is_bound:
            return self.data.getlist("pieces")
        return [key for key, _label in self.fields["pieces"].choices]


NEEDED = {
    "appointment_on": lambda referral: forms.DateField(
        label=_("When is the appointment?"), widget=Day(), initial=referral.appointment_on
    ),
    "barrier": lambda referral: forms.ChoiceField(
        label=_("What stood in the way?"), choices=[("", _("Pick one")), *Referral.Barrier.choices]
    ),
    "received_on": lambda referral: forms.DateField(
        label=_("When did they receive it?"), widget=Day(), initial=timezone.localdate
    ),
    "what": lambda referral: forms.CharField(
        label=_("What did they receive?"), max_length=200, initial=str(referral.service or "")
    ),
    "need_met": lambda referral: forms.ChoiceField(label=_("Is the need met?"), choices=Referral.NeedMet, widget=Pills),
    "confirmed_by": lambda referral: forms.ChoiceField(
        label=_("Who says so?"), choices=Referral.Confirmed, widget=Pills
    ),
}


class EventForm(forms.Form):
    """Something that happened to a referral, on a day, told by somebody."""

    happened_on = forms.DateField(label=_("On which day?"), widget=Day(), initial=timezone.localdate)
    source = forms.ChoiceField(
        label=_("Who told us?"),
        choices=ReferralEvent.Source,
        widget=Pills,
        initial=ReferralEvent.Source.STAFF,
        required=False,
    )
    note = forms.CharField(
        label=_("What they said"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def clean_happened_on(self):
        return not_yet_to_come(self.cleaned_data["happened_on"])


class TryForm(EventForm):
    """Somebody asked and nothing changed."""

    note = forms.CharField(
        label=_("What came of it?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("“Called twice, left no message.”"),
    )


class MoveForm(EventForm):
    """One move, with what that move needs and nothing else."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, move, referral, **kwargs):
        super().__init__(*args, auto_id=f"id_{move.name}_%s", **kwargs)
        self.move, self.referral = move, referral
        self.initial.setdefault("version", referral.version)
        for name in move.needs:
            if name in NEEDED:
                self.fields[name] = NEEDED[name](referral)
        self.fields["note"].required = "note" in move.needs
        if "received_on" in move.needs:
            del self.fields["happened_on"]  # the day it came is the day that counts
        if move.name == "complete":
            self._add_closing()
        self.order_fields([*move.needs, "satisfaction", "close_need", "happened_on", "source", "note", "version"])
        say_what_is_missing(self)

    def _add_closing(self):
        levels = [(str(number), str(number)) for number in range(1, 6)]
        self.fields["satisfaction"] = forms.TypedChoiceField(
            label=_("How was it for the family? 1 hard, 5 very good"),
            choices=levels, widget=Pills, coerce=int, empty_value=None, required=False,
        )  # fmt: skip
        if self.referral.need.is_open:
            self.fields["close_need"] = forms.BooleanField(
                label=_("Close the need too: “%(need)s”") % {"need": self.referral.need}, required=False
            )

    def again_on(self, version):
        """The same words, ready to be saved over what a colleague has just changed."""
        self.data = self.data.copy()
        self.data["version"] = version
        return self

    def clean_received_on(self):
        return not_yet_to_come(self.cleaned_data["received_on"])

    def clean_appointment_on(self):
        day = self.cleaned_data["appointment_on"]
        if day < self.referral.made_on:
            raise forms.ValidationError(_("This day lies before the referral was made."))
        return day

    def clean(self):
        typed = super().clean()
        if "received_on" in typed:
            typed["happened_on"] = typed["received_on"]
        if typed.get("close_need") and typed.get("need_met") == Referral.NeedMet.NO:
            self.add_error("close_need", _("The need is not met, so it stays open. Take this tick away."))
        return typed


class ConsentForm(forms.ModelForm):
    """Which records, why, to whom, until when; who will sign. The signature comes on the next page."""

    partner = forms.ModelChoiceField(Partner.objects.none(), label=_("With whom"), required=False)
    signer = forms.ModelChoiceField(FamilyMember.objects.none(), label=_("Who signs"))

    class Meta:
        model = Consent
        fields = ["partner", "partner_group", "records", "purpose", "expires_on", "language", "signer"]
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
            Div("partner", "partner_group", css_class="fields"), "records", "purpose",
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
    drawn = forms.CharField(required=False, widget=forms.HiddenInput, max_length=LARGEST_DRAWING)
    typed_name = forms.CharField(label=_("Your name"), required=False, max_length=200)
    copy_given = forms.BooleanField(label=_("I have received a copy"), required=False)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, text_hash, **kwargs):
        super().__init__(*args, **kwargs)
        self.text_hash = text_hash
        self.fields["typed_name"].optional = _("if you type it")

    def clean_drawn(self):
        drawn = self.cleaned_data["drawn"]
        if drawn and not drawn.startswith(PNG):
            raise forms.ValidationError(_("The drawing did not arrive whole. Please sign again, or type the name."))
        return drawn

    def clean(self):
        typed = super().clean()
        if typed.get("seen") != self.text_hash:
            raise forms.ValidationError(_("The text above has changed meanwhile. Please read it again, then sign."))
        if typed.get("method") == Consent.Method.DRAWN and not typed.get("drawn") and "drawn" not in self.errors:
            self.add_error("method", _("Nothing is drawn yet. Draw your name, type it, or sign on paper."))
        if typed.get("method") == Consent.Method.TYPED and not typed.get("typed_name"):
            self.add_error("typed_name", _("Type your name to sign."))
        return typed

    def signed(self):
        """What was left on the screen, to keep with the consent."""
        kept = self.cleaned_data
        if kept["method"] == Consent.Method.DRAWN:
            return {"png": kept["drawn"]}
        return {"typed": kept["typed_name"]} if kept["method"] == Consent.Method.TYPED else {}


class RevokeForm(forms.Form):
    note = forms.CharField(
        label=_("How did they tell us?"), max_length=200, required=False, help_text=_("“By phone, today.”")
    )


class DisclosureForm(forms.ModelForm):
    """What left without a consent, under a named exception of the rule."""

    records = forms.MultipleChoiceField(
        label=_("What left?"), choices=records_to_tick, required=False, widget=forms.CheckboxSelectMultiple
    )
    more = forms.CharField(
        label=_("Anything else that left"), required=False, max_length=300,
        help_text=_("Name the papers, not what stands in them."),
    )  # fmt: skip
    made_on = forms.DateField(label=_("On which day?"), widget=Day(), initial=timezone.localdate)

    class Meta:
        model = Disclosure
        fields = ["exception", "recipient", "why", "how"]
        labels = {
            "exception": _("Which exception of the rule?"),
            "recipient": _("To whom?"),
            "why": _("Why?"),
            "how": _("How did it go there?"),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["exception"] = forms.ChoiceField(
            label=self.Meta.labels["exception"], choices=[("", _("Pick one")), *Disclosure.Ground.choices]
        )
        self.fields["how"] = forms.ChoiceField(
            label=self.Meta.labels["how"], choices=Referral.HowSent, widget=Pills, required=False
        )
        self.order_fields(["exception", "recipient", "records", "more", "why", "made_on", "how"])
        say_what_is_missing(self)

    def clean_made_on(self):
        return not_yet_to_come(self.cleaned_data["made_on"])

    def clean(self):
        typed = super().clean()
        if not typed.get("records") and not typed.get("more") and "records" not in self.errors:
            self.add_error("records", _("Say what left: tick it, or name it below."))
        return typed

    def disclosure(self):
        """The Disclosure as it will be kept, not saved yet."""
        row, typed = self.instance, self.cleaned_data
        row.what = [{"record": record} for record in typed["records"]]
        row.what += [{"said": typed["more"]}] if typed["more"] else []
        if typed["made_on"] < timezone.localdate():
            row.made_at = timezone.make_aware(datetime.combine(typed["made_on"], time(12)))
        return row


def default_end(family):
    """The last day of the family's program year, but never more than a year away and never passed."""
    today = timezone.localdate()
    year = program_year_of(family, today)
    latest = today + timedelta(days=LONGEST_CONSENT - 1)
    return min(year.ends_on, latest) if year and year.ends_on > today else latest


def new_consent(family, **known):
    """A consent as the form first shows it: the family's language, the end of the year, its main contact."""
    return Consent(family=family, language=wording.language_for(family), expires_on=default_end(family), **known)
