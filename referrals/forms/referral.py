"""What we ask of a partner, how it goes there, and what became of it."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.days import Hour, PastDay
from agency.editing import VersionedForm
from agency.widgets import Day, Pills
from families.models import FamilyMember
from goals.models import Goal
from referrals.actions import Came
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

LEVELS = [(str(number), str(number)) for number in range(1, 6)]


def _how_it_was():
    return forms.TypedChoiceField(
        label=_("How was it for the family? 1 hard, 5 very good"),
        choices=LEVELS, widget=Pills, coerce=int, empty_value=None, required=False,
    )  # fmt: skip


def _expected():
    return forms.DateField(label=_("When do they expect to have a place?"), widget=Day(), required=False)


def _place():
    return forms.IntegerField(label=_("Which place on their list?"), min_value=1, max_value=9999, required=False)


def _hour():
    return Hour(label=_("At what time?"), required=False)


def _is_met():
    return forms.ChoiceField(
        label=_("Is the need met?"), choices=[("", _("not known")), *Referral.NeedMet.choices], required=False
    )


# What a move may bring along besides what it needs.
OFFERED = {
    "appoint": {"appointment_time": _hour},
    "new_day": {"appointment_time": _hour},
    "waitlist": {"wait_place": _place, "expected_on": _expected},
    "close_unmet": {"need_met": _is_met, "satisfaction": _how_it_was},
    "complete": {"satisfaction": _how_it_was},
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


def close_the_need(referral):
    return forms.BooleanField(label=_("Close the need too: “%(need)s”") % {"need": referral.need}, required=False)


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
        offered = OFFERED.get(move.name, {})
        self.fields.update({name: make() for name, make in offered.items()})
        if move.name == "complete" and referral.need.is_open:
            self.fields["close_need"] = close_the_need(referral)
        self.order_fields([*move.needs, *offered, "close_need", "happened_on", "source", "note", "version"])
        say_what_is_missing(self)

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


class FamilyForm(forms.Form):
    """What the family says when it is asked: did the help come, was it enough, how was it."""

    came = forms.ChoiceField(label=_("Did they get the help?"), choices=Came, widget=Pills)
    received_on = PastDay(label=_("On which day?"), required=False)
    need_met = forms.ChoiceField(label=_("Is the need met?"), choices=Referral.NeedMet, widget=Pills, required=False)
    barrier = forms.ChoiceField(label=_("What stood in the way?"), required=False)
    satisfaction = _how_it_was()
    note = forms.CharField(
        label=_("In their words"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, referral, **kwargs):
        super().__init__(*args, **kwargs)
        self.referral = referral
        self.initial.setdefault("version", referral.version)
        if referral.service_received:
            self.initial.setdefault("received_on", referral.service_received.received_on)  # as somebody said already
        self.fields["barrier"].choices = [("", _("Pick one")), *Referral.Barrier.choices]
        self.fields["received_on"].optional = _("if they did")
        self.fields["barrier"].optional = _("if they did not")
        self.fields["need_met"].optional = _("if they know")
        if referral.need.is_open:
            self.fields["close_need"] = close_the_need(referral)
            self.order_fields(["came", "received_on", "need_met", "close_need", "barrier"])
        say_what_is_missing(self)

    def again_on(self, version):
        """The same words, ready to be saved over what has just changed."""
        self.data = self.data.copy()
        self.data["version"] = version
        return self

    def clean(self):
        typed = super().clean()
        came, day = typed.get("came"), typed.get("received_on")
        if came == Came.YES and not day and "received_on" not in self.errors:
            self.add_error("received_on", _("Pick the day on which it came. It counts on that day."))
        if came == Came.NO and not typed.get("barrier"):
            self.add_error("barrier", _("Say what stood in the way."))
        if typed.get("close_need") and typed.get("need_met") not in (Referral.NeedMet.YES, Referral.NeedMet.PARTLY):
            self.add_error("close_need", _("The need is not met, so it stays open. Take this tick away."))
        return typed | self._only_what_belongs(came, day)

    def _only_what_belongs(self, came, day):
        """A day of help that did not come, a barrier to help that did: left out, whatever is in the boxes."""
        is_yes = came == Came.YES
        belongs = {"happened_on": day if is_yes and day else timezone.localdate()}
        return belongs | ({"barrier": ""} if is_yes else {"received_on": None, "close_need": False})


class SettleForm(forms.Form):
    """Of two answers, which one holds."""

    OURS, THEIRS = "ours", "theirs"

    holds = forms.ChoiceField(label=_("Which one holds?"), widget=Pills)
    note = forms.CharField(label=_("How do you know?"), max_length=500, required=False)

    def __init__(self, *args, other, may_hold, **kwargs):
        super().__init__(*args, auto_id=f"id_answer_{other.pk}_%s", **kwargs)
        self.other = other
        theirs = [(self.THEIRS, _("what they said"))] if may_hold else []
        self.fields["holds"].choices = [*theirs, (self.OURS, _("what we have"))]
        say_what_is_missing(self)
