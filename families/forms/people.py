"""Who a family is: the family itself, its homes, its members, their telephones. Two people may edit each."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from agency.access import Permission
from agency.days import PastDay
from agency.editing import VersionedForm
from agency.widgets import Day, Pills
from families import actions, duplicates, phones, staff
from families.forms.fields import home_center, rows, side_by_side
from families.models import ContactPoint, Family, FamilyMember, Household

CHILD_AT_MOST = 25  # years; an older "child" is a slip in the year


class FamilyForm(VersionedForm):
    center = home_center()

    class Meta:
        model = Family
        fields = ["name", "language", "also_speaks", "needs_interpreter", "center", "voice", "voice_by", "voice_on"]
        field_classes = {"voice_on": PastDay}
        widgets = {"voice": forms.Textarea(attrs={"rows": 3, "class": "words"})}

    helper = rows(
        "version",
        "name",
        side_by_side("language", "also_speaks"),
        "needs_interpreter",
        "center",
        "voice",
        side_by_side("voice_by", "voice_on"),
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        offer_centers(self.fields["center"], user, self.instance)


def offer_centers(field, user, family):
    """The centers where this person may add families, and the one where the family is now."""
    reached = staff.centers_of(user, Permission.FAMILY_EDIT)
    field.queryset = staff.open_centers().filter(Q(pk__in=reached.values("pk")) | Q(pk=family.center_id))
    if len(field.queryset) == 1:
        field.initial = field.queryset[0]
    else:
        field.empty_label = _("Pick a center")


class HouseholdForm(VersionedForm):
    class Meta:
        model = Household
        fields = ["label", "address_1", "address_2", "city", "state", "postal_code", "is_hidden"]

    helper = rows(
        "version",
        "label",
        "address_1",
        "address_2",
        side_by_side("city", "state", "postal_code"),
        "is_hidden",
    )

    def clean_state(self):
        state = self.cleaned_data["state"].strip().upper()
        if state and not (len(state) == 2 and state.isalpha()):
            raise ValidationError(_("Write the two letters of the state, like CA."))
        return state

    def clean_postal_code(self):
        return check_zip(self.cleaned_data["postal_code"])

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not any(cleaned.get(name) for name in ("label", "address_1", "city", "postal_code")):
            raise ValidationError(_("Write at least a street, a city or whose home this is."))
        return cleaned

    def asked(self, family):
        """What can be looked up before this home is kept; a hidden one is compared with nothing."""
        typed = self.cleaned_data
        home = duplicates.Place(typed["address_1"], typed["city"], typed["postal_code"])
        return duplicates.Asked("", homes=() if typed["is_hidden"] else (home,))


def check_zip(code):
    """A ZIP code as people write it, or a sentence."""
    code = code.strip()
    digits = code.replace("-", "")
    if code and not (digits.isdigit() and len(digits) in (5, 9)):
        raise ValidationError(_("A ZIP code has five digits, like 95814, or nine."))
    return code


class MemberForm(VersionedForm):
    class Meta:
        model = FamilyMember
        fields = [
            "first_name",
            "last_name",
            "role",
            "relationship",
            "is_father_figure",
            "born_on",
            "is_expecting",
            "expected_on",
            "language",
            "needs_interpreter",
            "household",
            "about",
            "is_main_contact",
            "left_on",
        ]
        field_classes = {"born_on": PastDay, "left_on": PastDay}
        widgets = {"expected_on": Day}

    NOT_FOR_CHILDREN = ["is_father_figure", "is_expecting", "expected_on", "needs_interpreter", "is_main_contact"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        member = self.instance
        self.fields["household"].queryset = member.family.households.all()
        self.fields["household"].empty_label = _("Not said yet")
        name_the_blank(self.fields["language"])
        if member.is_child:
            for name in self.NOT_FOR_CHILDREN:
                del self.fields[name]
        self.helper = rows(*_member_rows(member))

    def clean_role(self):
        role = self.cleaned_data["role"]
        if role == FamilyMember.Role.CHILD and not self.instance.is_child and self.instance.is_expecting:
            raise ValidationError(_("An expecting mother is kept as a parent, however young she is."))
        return role

    def clean_born_on(self):
        return check_birth(self.cleaned_data["born_on"], is_child=self.instance.is_child)

    def clean(self):
        cleaned = super().clean()
        if not cleaned.get("is_expecting") and "expected_on" in self.fields:
            cleaned["expected_on"] = None
        return cleaned

    @transaction.atomic
    def save(self, commit=True):
        if commit and self.instance.is_main_contact:
            actions.step_back(member=self.instance)
        return super().save(commit)


def name_the_blank(language):
    """Somebody without a language of their own speaks the family's."""
    language.choices = [("", _("as the family")), *(choice for choice in language.choices if choice[0])]


def _member_rows(member):
    names = side_by_side("first_name", "last_name")
    if member.is_child:
        return [
            "version", names, side_by_side("role", "relationship"), side_by_side("born_on", "language"),
            "household", "about", "left_on",
        ]  # fmt: skip
    return [
        "version", names, side_by_side("role", "relationship"), "is_father_figure", "is_expecting", "expected_on",
        side_by_side("born_on", "language"), "needs_interpreter", "household", "about", "is_main_contact", "left_on",
    ]  # fmt: skip


def check_birth(born_on, *, is_child):
    """A child's birth date that makes the child an adult long since is a slip in the year."""
    if born_on and is_child:
        years = (timezone.localdate() - born_on).days // 365
        if years > CHILD_AT_MOST:
            raise ValidationError(_("This child would be %(years)s years old. Check the year.") % {"years": years})
    return born_on


class ContactForm(VersionedForm):
    class Meta:
        model = ContactPoint
        fields = ["kind", "value", "may_text", "may_leave_message"]
        widgets = {"kind": Pills}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = ContactPoint.Kind.choices

    def clean(self):
        cleaned = super().clean()
        value = cleaned.get("value", "")
        if value and cleaned.get("kind") == ContactPoint.Kind.EMAIL:
            self._check_email(value)
            self.instance.digits = ""
        elif value and cleaned.get("kind"):
            self._check_phone(cleaned)
        return cleaned

    def _check_email(self, value):
        try:
            validate_email(value)
        except ValidationError:
            self.add_error("value", _("This is not an e-mail address. Write it like name@example.org."))

    def _check_phone(self, cleaned):
        try:
            phone = phones.read(cleaned["value"])
        except phones.NotAPhone as sentence:
            self.add_error("value", str(sentence))
            return
        cleaned["value"] = phone.shown
        self.instance.digits = phone.digits
