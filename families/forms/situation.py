"""What a family is living through, and the plans other agencies made with it."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency.access import Permission
from agency.days import PastDay
from agency.editing import VersionedForm
from agency.widgets import Day, Pills
from families import catalogue, phones
from families.forms.fields import PhoneField, rows, side_by_side
from families.models import ChildWelfareInvolvement, ExistingPlan, FosterCare, HomelessnessEpisode


class PeriodForm(VersionedForm):
    """A fact that begins and may end. Whoever keeps it has said so on their name."""

    def __init__(self, *args, family, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.family, self.user = family, user


class HomelessnessForm(PeriodForm):
    class Meta:
        model = HomelessnessEpisode
        fields = ["stays", "began_on", "ended_on", "housing_acquired_on", "note"]
        field_classes = {"began_on": PastDay, "ended_on": PastDay, "housing_acquired_on": PastDay}
        widgets = {"stays": forms.RadioSelect, "note": forms.Textarea(attrs={"rows": 2})}

    helper = rows("version", "stays", side_by_side("began_on", "ended_on", "housing_acquired_on"), "note")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["stays"].choices = HomelessnessEpisode.Stays.choices

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("housing_acquired_on") and not cleaned.get("ended_on") and "ended_on" not in self.errors:
            cleaned["ended_on"] = cleaned["housing_acquired_on"]
        return cleaned


class FosterCareForm(PeriodForm):
    class Meta:
        model = FosterCare
        fields = ["child", "kind", "placed_by", "began_on", "ended_on"]
        field_classes = {"began_on": PastDay, "ended_on": PastDay}
        widgets = {"kind": forms.RadioSelect}

    helper = rows("version", "child", "kind", "placed_by", side_by_side("began_on", "ended_on"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["child"].queryset = self.family.members.children()
        self.fields["child"].empty_label = _("Pick a child")
        self.fields["kind"].choices = FosterCare.Kind.choices


class ChildWelfareForm(PeriodForm):
    caseworker_phone = PhoneField(label=gettext_lazy("Caseworker’s phone"), required=False)

    class Meta:
        model = ChildWelfareInvolvement
        fields = [
            "child", "kind", "agency_name", "caseworker", "caseworker_phone", "referred_to_us", "began_on",
            "ended_on", "note",
        ]  # fmt: skip
        field_classes = {"began_on": PastDay, "ended_on": PastDay, "caseworker_phone": PhoneField}
        widgets = {"kind": forms.RadioSelect, "note": forms.Textarea(attrs={"rows": 3})}

    helper = rows(
        "version", "child", "kind", "agency_name", side_by_side("caseworker", "caseworker_phone"), "referred_to_us",
        side_by_side("began_on", "ended_on"), "note",
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["child"].queryset = self.family.members.children()
        self.fields["child"].empty_label = _("the whole family")
        self.fields["kind"].choices = ChildWelfareInvolvement.Kind.choices

    def clean_caseworker_phone(self):
        return _shown(self.cleaned_data["caseworker_phone"])

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("referred_to_us") and cleaned.get("child") is None:
            self.add_error("child", _("Which child did they refer to us?"))
        return cleaned


class PlanForm(PeriodForm):
    contact_phone = PhoneField(label=gettext_lazy("Their phone"), required=False)

    class Meta:
        model = ExistingPlan
        fields = [
            "kind", "agency_name", "member", "category", "says", "starts_on", "ends_on", "contact_name",
            "contact_phone", "contact_email", "shared",
        ]  # fmt: skip
        field_classes = {"starts_on": PastDay, "contact_phone": PhoneField}
        widgets = {"ends_on": Day, "says": forms.Textarea(attrs={"rows": 3}), "shared": Pills}

    helper = rows(
        "version", side_by_side("kind", "agency_name"), side_by_side("member", "category"), "says",
        side_by_side("starts_on", "ends_on"), side_by_side("contact_name", "contact_phone", "contact_email"), "shared",
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["member"].queryset = self.family.members.all()
        self.fields["member"].empty_label = _("the whole family")
        categories = catalogue.in_use(self.instance.category_id)
        if not self.user.may(Permission.RESTRICTED_VIEW):
            categories = categories.filter(is_restricted=False)
        self.fields["category"].queryset = categories
        self.fields["category"].choices = catalogue.choices(categories, _("Not one thing"))
        self.fields["shared"].choices = ExistingPlan.Shared.choices
        self.fields["kind"].choices = [("", _("Pick one")), *ExistingPlan.Kind.choices]

    def clean_contact_phone(self):
        return _shown(self.cleaned_data["contact_phone"])


def _shown(phone):
    return phone.shown if isinstance(phone, phones.Phone) else ""
