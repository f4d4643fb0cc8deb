"""What left by hand, under a named exception of the rule; a parent's own words about a part of the record."""

from datetime import datetime, time

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from agency.days import PastDay
from agency.widgets import Day, Pills
from families.models import FamilyMember
from partners.models import Mou
from referrals import grounds, refusals
from referrals.forms.asking import records_to_tick, say_what_is_missing
from referrals.models import Disclosure, DisclosureGround, Referral

Ground = Disclosure.Ground


class DisclosureForm(forms.ModelForm):
    """What left without a consent, under one named exception of the rule, and the facts that exception asks for."""

    records = forms.MultipleChoiceField(
        label=_("What left?"), choices=records_to_tick, required=False, widget=forms.CheckboxSelectMultiple
    )
    more = forms.CharField(
        label=_("Anything else that left"), required=False, max_length=300,
        help_text=_("Name the papers, not what stands in them."),
    )  # fmt: skip
    made_on = PastDay(label=_("On which day?"), initial=timezone.localdate)
    child = forms.ModelChoiceField(FamilyMember.objects.none(), label=_("About which child?"), required=False)
    notice_on = PastDay(label=_("When was the notice sent to the parent?"), required=False)
    is_copy_offered = forms.BooleanField(label=_("The parent was offered a copy"), required=False)
    is_notice_barred = forms.BooleanField(label=_("The order forbids telling the parent"), required=False)
    agreement = forms.ModelChoiceField(Mou.objects.none(), label=_("Under which written agreement?"), required=False)
    agreement_said = forms.CharField(label=_("Or an agreement that is not in our list"), required=False, max_length=200)
    destroy_by = forms.DateField(label=_("By when do they destroy it?"), widget=Day)
    emergency = forms.CharField(label=_("What is the emergency?"), max_length=200)
    ends_on = forms.DateField(
        label=_("When does it end?"), widget=Day, help_text=_("After that day nothing more goes under it.")
    )
    court = forms.CharField(label=_("Which court or office?"), max_length=120)
    case_number = forms.CharField(label=_("Its number"), required=False, max_length=40)
    is_counts_only = forms.BooleanField(label=_("Only counts left. Nobody can be recognised."), required=False)

    class Meta:
        model = Disclosure
        fields = ["recipient", "why", "how"]
        labels = {"recipient": _("To whom?"), "why": _("Why?"), "how": _("How did it go there?")}

    def __init__(self, *args, ground, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.ground, self.user = ground, user
        self.instance.exception = ground
        self.fields["how"] = forms.ChoiceField(
            label=self.Meta.labels["how"], choices=Referral.HowSent, widget=Pills, required=False
        )
        children = FamilyMember.objects.visible_to(user).filter(family=self.instance.family, left_on=None).children()
        self.fields["child"].queryset = children
        self.fields["child"].empty_label = _("Pick one") if ground in grounds.ABOUT_A_CHILD else _("the whole family")
        self.fields["child"].required = ground in grounds.ABOUT_A_CHILD
        self.fields["agreement"].queryset = Mou.objects.visible_to(user).select_related("partner")
        asked = grounds.ASKS[ground]
        for name in set(_facts()) - set(asked):
            del self.fields[name]
        if ground == Ground.MEALS:
            del self.fields["records"]
        self.order_fields(["recipient", *asked, "records", "more", "why", "made_on", "how"])
        say_what_is_missing(self)

    def clean(self):
        typed = super().clean()
        if not typed.get("records") and not typed.get("more"):
            name = "records" if "records" in self.fields else "more"
            if name not in self.errors:
                self.add_error(name, _("Say what left: tick it, or name it below."))
        check = {Ground.SCHOOL: self._school, Ground.COURT: self._court, Ground.EMERGENCY: self._emergency}
        check.get(self.ground, self._agreement)(typed)
        if self.ground == Ground.MEALS and not typed.get("is_counts_only"):
            self.add_error("is_counts_only", _("Only counts may go to the food program. Names need a consent."))
        return typed

    def _school(self, typed):
        if no := refusals.standing(typed.get("child"), typed.get("made_on")):
            self.add_error("child", refusals.sentence(no))
        if not typed.get("notice_on") and "notice_on" not in self.errors:
            self.add_error("notice_on", _("Without a notice to the parent nothing goes to a school."))
        if not typed.get("is_copy_offered"):
            self.add_error("is_copy_offered", _("Offer the parent a copy first."))
        until = typed["notice_on"] + grounds.time_to_refuse() if typed.get("notice_on") else None
        if until and typed.get("made_on") and typed["made_on"] <= until:
            sentence = _now("The parent may say no until %(day)s. Nothing goes to the school before that day is over.")
            self.add_error("notice_on", sentence % {"day": date_format(until, "DATE_FORMAT")})
        typed["refuse_until"] = until

    def _court(self, typed):
        if bool(typed.get("notice_on")) == bool(typed.get("is_notice_barred")) and "notice_on" not in self.errors:
            self.add_error("notice_on", _("Either the day the parent was told, or that the order forbids it."))

    def _emergency(self, typed):
        if typed.get("ends_on") and typed.get("made_on") and typed["ends_on"] < typed["made_on"]:
            self.add_error("ends_on", _("It was over before this left."))

    def _agreement(self, typed):
        if "agreement" not in self.fields:
            return
        agreement, day = typed.get("agreement"), typed.get("made_on")
        if not agreement and not typed.get("agreement_said"):
            self.add_error("agreement", _("Name the written agreement. Without one nothing goes."))
        elif agreement and day and not Mou.objects.visible_to(self.user).in_force(day).filter(pk=agreement.pk).exists():
            self.add_error("agreement", _("This agreement was not in force on that day."))
        if typed.get("destroy_by") and day and typed["destroy_by"] < day:
            self.add_error("destroy_by", _("This day comes before the day it left."))

    def disclosure(self):
        """The Disclosure as it will be kept, not saved yet."""
        row, typed = self.instance, self.cleaned_data
        row.what = [{"record": record} for record in typed.get("records", [])]
        row.what += [{"said": typed["more"]}] if typed["more"] else []
        if typed["made_on"] < timezone.localdate():
            row.made_at = timezone.make_aware(datetime.combine(typed["made_on"], time(12)))
        return row

    def facts(self):
        """What this ground asks for, not saved yet."""
        kept = {name: self.cleaned_data.get(name) for name in (*grounds.ASKS[self.ground], "refuse_until")}
        said = {name: value for name, value in kept.items() if value not in (None, "")}
        return DisclosureGround(ground=self.ground, left_on=self.cleaned_data["made_on"], **said)


def _facts():
    return dict.fromkeys(name for asked in grounds.ASKS.values() for name in asked)
