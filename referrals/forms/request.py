"""What a parent asks about the record, and each step of our answer."""

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.days import PastDay
from agency.widgets import Day, Pills
from families.models import FamilyMember
from referrals.forms.asking import say_what_is_missing
from referrals.models import RecordRequest
from referrals.request_states import Kind

SOMEBODY_ELSE = _("somebody else, named below")


class RequestForm(forms.ModelForm):
    """Who asks for what. A parent may say it in any words; these are theirs."""

    asked_on = PastDay(label=_("When did they ask?"), initial=timezone.localdate)

    class Meta:
        model = RecordRequest
        fields = ["kind", "asked_by", "stands_in", "child", "what", "why", "asked_on", "how", "language"]
        labels = {
            "kind": _("What do they ask for?"), "asked_by": _("Who asks?"), "child": _("About which child?"),
            "stands_in": _("Somebody in a parent’s place"), "how": _("How did they ask?"),
            "what": _("Which part of the record?"), "why": _("What is wrong with it?"),
        }  # fmt: skip
        help_texts = {
            "stands_in": _("The name, and what gives them the right: “Rosa Lara, guardian by court order of May 2”."),
            "what": _("In their own words."),
            "why": _("Wrong, misleading, or nobody’s business: as they say it."),
        }
        widgets = {
            "how": Pills(),
            "what": forms.Textarea(attrs={"rows": 3}), "why": forms.Textarea(attrs={"rows": 3}),
        }  # fmt: skip

    def __init__(self, *args, instance, user, **kwargs):
        super().__init__(*args, instance=instance, **kwargs)
        self.fields["kind"] = forms.ChoiceField(label=self.Meta.labels["kind"], choices=Kind, widget=Pills)
        people = FamilyMember.objects.visible_to(user).filter(family=instance.family, left_on=None)
        self.fields["asked_by"].queryset = people.adults()
        self.fields["asked_by"].empty_label = SOMEBODY_ELSE
        self.fields["child"].queryset = people.children()
        self.fields["child"].empty_label = _("the whole family")
        self.fields["language"] = forms.ChoiceField(
            label=_("In which language do we answer?"), choices=settings.LANGUAGES, widget=Pills
        )
        self.fields["asked_by"].optional = _("or who stands in their place")
        self.fields["stands_in"].optional = _("instead")
        self.fields["what"].optional = _("empty for all of it")
        self.fields["why"].optional = _("to have it put right")
        self.order_fields(self.Meta.fields)
        say_what_is_missing(self)

    def clean(self):
        typed = super().clean()
        if bool(typed.get("asked_by")) == bool(typed.get("stands_in")):
            self.add_error("asked_by", _("Say who asks: a parent, or who stands in a parent’s place. One of them."))
        if typed.get("kind") == Kind.AMEND:
            if not typed.get("what"):
                self.add_error("what", _("Say which part they want put right."))
            if not typed.get("why"):
                self.add_error("why", _("Say what is wrong with it, as they see it."))
        return typed


HEARING = ("hearing_on", "hearing_where", "hearing_told_on", "hearing_by", "hearing_is_fair")
# The fields of each step; those that may stay empty are marked with a question mark.
ASKS = {
    "give": ("answered_on", "answer?"),
    "amend": ("answer", "answered_on"),
    "refuse": ("answer", "answered_on"),
    "ask_hearing": ("hearing_asked_on", *(f"{name}?" for name in HEARING)),
    "set_hearing": ("hearing_on", *(f"{name}?" for name in HEARING[1:])),
    "uphold": ("finding", "decided_on", *HEARING),
    "keep": ("finding", "decided_on", *HEARING),
    "withdraw": ("answered_on",),
}
ANSWERS = {
    "give": _("What did they see or get, and where?"),
    "amend": _("What was put right?"),
    "refuse": _("Why not? The parent reads this."),
    "uphold": _("What did the hearing find, and what was put right?"),
    "keep": _("What did the hearing find, and on what evidence?"),
}
DAYS = {
    "give": _("On which day?"),
    "amend": _("On which day?"),
    "refuse": _("On which day do we answer?"),
    "withdraw": _("When did they tell us?"),
}


class StepForm(forms.ModelForm):
    """One step of our answer, with the facts that step asks for."""

    answered_on = PastDay()
    hearing_asked_on = PastDay(label=_("When did they ask for it?"))
    hearing_on = forms.DateField(label=_("Day of the hearing"), widget=Day)
    hearing_told_on = PastDay(label=_("When were they told of that day?"))
    hearing_is_fair = forms.BooleanField(label=_("This person has no direct interest in how it ends"))
    decided_on = PastDay(label=_("When was it decided?"))

    class Meta:
        model = RecordRequest
        fields = [
            "answer", "answered_on", "finding", "decided_on", "hearing_asked_on", "hearing_on", "hearing_where",
            "hearing_told_on", "hearing_by", "hearing_is_fair",
        ]  # fmt: skip
        labels = {"hearing_by": _("Who holds the hearing?"), "hearing_where": _("At what hour, and where?")}
        help_texts = {
            "hearing_by": _("Name and position. Nobody who wrote the record or refused the request."),
        }

    def __init__(self, *args, step, **kwargs):
        super().__init__(*args, **kwargs)
        self.step = step
        asked = [name.rstrip("?") for name in ASKS[step]]
        for name in set(self.fields) - set(asked):
            del self.fields[name]
        for name in ASKS[step]:
            self.fields[name.rstrip("?")].required = not name.endswith("?")
        for name, words in (("answer", ANSWERS), ("finding", ANSWERS), ("answered_on", DAYS)):
            if name in self.fields:
                self.fields[name].label = words[step]
        for name in ("answered_on", "hearing_asked_on", "decided_on"):
            if name in self.fields:
                self.initial[name] = timezone.localdate()
        self.order_fields(asked)
        say_what_is_missing(self)

    def clean(self):
        typed = super().clean()
        self._after("answered_on", self.instance.asked_on, _("They asked later than that."))
        self._after("hearing_asked_on", self.instance.answered_on, _("We had not answered by that day."))
        told, day = typed.get("hearing_told_on"), typed.get("hearing_on")
        if told and day and told >= day:
            self.add_error("hearing_told_on", _("They must hear of it before the day of the hearing."))
        if day and "decided_on" in self.fields:
            self._held(day, typed.get("decided_on"))
        return typed

    def _held(self, day, decided_on):
        if day > timezone.localdate():
            self.add_error("hearing_on", _("This day has not come yet. Set the day of the hearing instead."))
        elif decided_on and decided_on < day:
            self.add_error("decided_on", _("The hearing comes first, then the decision."))

    def _after(self, name, first, sentence):
        day = self.cleaned_data.get(name)
        if day and first and day < first:
            self.add_error(name, sentence)
