"""What we ask of a partner, how it goes there, and what became of it."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.days import PastDay
from agency.editing import VersionedForm
from agency.widgets import Day, Pills
from families.models import FamilyMember
from goals.models import Goal
from referrals.forms.asking import say_what_is_missing
from referrals.models import Referral, ReferralEvent


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


NEEDED = {
    "appointment_on": lambda referral: forms.DateField(
        label=_("When is the appointment?"), widget=Day(), initial=referral.appointment_on
    ),
    "barrier": lambda referral: forms.ChoiceField(
        label=_("What stood in the way?"), choices=[("", _("Pick one")), *Referral.Barrier.choices]
    ),
    "received_on": lambda referral: PastDay(label=_("When did they receive it?"), initial=timezone.localdate),
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

    happened_on = PastDay(label=_("On which day?"), initial=timezone.localdate)
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
