"""What may be typed at intake. Only a name is needed on the first day."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency.days import PastDay
from agency.models import Center, User
from agency.widgets import Day, Pills
from families import duplicates, staff
from families.forms.fields import CenterChoice, PhoneField, home_center, rows, side_by_side
from families.forms.people import check_birth, check_zip, name_the_blank, offer_centers
from families.models import Enrollment, Family, FamilyMember, Household

FURTHEST = 365  # days; a first day further ahead is a slip in the year
Relationship = FamilyMember.Relationship
OF_A_CHILD = [Relationship.CHILD, Relationship.FOSTER_CHILD, Relationship.GRANDCHILD]
OF_ANYONE = [Relationship.RELATIVE, Relationship.FRIEND, Relationship.UNKNOWN]
ADULTS = [(one.value, one.label) for one in Relationship if one not in OF_A_CHILD]
CHILDREN = [(one.value, one.label) for one in [*OF_A_CHILD, *OF_ANYONE]]


class StartForm(forms.ModelForm):
    """A new family, and the adult we met."""

    first_name = forms.CharField(label=gettext_lazy("First name"), max_length=100, required=False)
    last_name = forms.CharField(
        label=gettext_lazy("Last name"), max_length=100, required=False, help_text=gettext_lazy("If it is another one.")
    )
    relationship = forms.ChoiceField(label=gettext_lazy("Who they are to the children"), choices=ADULTS, required=False)
    phone = PhoneField(label=gettext_lazy("Mobile phone"), required=False)
    born_on = PastDay(label=gettext_lazy("Birth date"), required=False)
    child_first_name = forms.CharField(label=gettext_lazy("A child’s first name"), max_length=100, required=False)
    child_born_on = PastDay(label=gettext_lazy("The child’s birth date"), required=False)
    address_1 = forms.CharField(label=gettext_lazy("Street"), max_length=200, required=False)
    city = forms.CharField(label=gettext_lazy("City"), max_length=100, required=False)
    postal_code = forms.CharField(label=gettext_lazy("ZIP code"), max_length=10, required=False)
    is_hidden = forms.BooleanField(
        label=gettext_lazy("Keep this address hidden"),
        required=False,
        help_text=Household._meta.get_field("is_hidden").help_text,
    )
    center = home_center()

    class Meta:
        model = Family
        fields = ["name", "language", "also_speaks", "needs_interpreter", "center"]

    family_rows = rows("name", side_by_side("language", "also_speaks"), "needs_interpreter", "center")
    adult_rows = rows(side_by_side("first_name", "last_name"), side_by_side("relationship", "phone", "born_on"))
    more_rows = rows(
        side_by_side("child_first_name", "child_born_on"),
        side_by_side("address_1", "city", "postal_code"),
        "is_hidden",
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        offer_centers(self.fields["center"], user, self.instance)
        self.fields["relationship"].initial = FamilyMember.Relationship.UNKNOWN

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("phone") and not cleaned.get("first_name"):
            self.add_error("first_name", _("Whose number is this? Write a first name."))
        if cleaned.get("child_born_on") and not cleaned.get("child_first_name"):
            self.add_error("child_first_name", _("Whose birth date is this? Write a first name."))
        return cleaned

    def clean_child_born_on(self):
        return check_birth(self.cleaned_data["child_born_on"], is_child=True)

    def clean_postal_code(self):
        return check_zip(self.cleaned_data["postal_code"])

    def adult(self):
        """The adult we met, not kept yet; None when nobody was named."""
        if not self.cleaned_data["first_name"]:
            return None
        return FamilyMember(
            role=FamilyMember.Role.PARENT,
            first_name=self.cleaned_data["first_name"],
            last_name=self.cleaned_data["last_name"],
            born_on=self.cleaned_data["born_on"],
            relationship=self.cleaned_data["relationship"] or FamilyMember.Relationship.UNKNOWN,
        )

    def child(self):
        """The child we heard of, not kept yet; None when none was named."""
        if not self.cleaned_data["child_first_name"]:
            return None
        return FamilyMember(
            role=FamilyMember.Role.CHILD,
            relationship=FamilyMember.Relationship.CHILD,
            first_name=self.cleaned_data["child_first_name"],
            born_on=self.cleaned_data["child_born_on"],
        )

    def home(self):
        """Where they live, not kept yet; None when nobody said."""
        place = {name: self.cleaned_data[name] for name in ("address_1", "city", "postal_code")}
        return Household(**place, is_hidden=self.cleaned_data["is_hidden"]) if any(place.values()) else None

    def asked(self):
        """What can be looked up before a record is made."""
        typed = self.cleaned_data
        adult = duplicates.Person(typed["first_name"], typed["last_name"], typed["born_on"])
        child = duplicates.Person(typed["child_first_name"], "", typed["child_born_on"])
        phones = (typed["phone"].digits,) if typed["phone"] else ()
        homes = (duplicates.Place(typed["address_1"], typed["city"], typed["postal_code"]),)
        people = tuple(person for person in (adult, child) if person.first_name)
        return duplicates.Asked(typed["name"], people, phones, homes)


class AdultForm(forms.ModelForm):
    phone = PhoneField(label=gettext_lazy("Mobile phone"), required=False)
    relationship = forms.ChoiceField(label=gettext_lazy("Who they are to the children"), choices=ADULTS)

    class Meta:
        model = FamilyMember
        fields = [
            "first_name",
            "last_name",
            "relationship",
            "is_father_figure",
            "born_on",
            "is_expecting",
            "expected_on",
            "language",
            "needs_interpreter",
            "reach_by",
            "reach_note",
            "do_not_contact",
            "is_main_contact",
        ]
        field_classes = {"born_on": PastDay}
        widgets = {"reach_by": Pills, "reach_note": forms.Textarea(attrs={"rows": 2}), "expected_on": Day}

    helper = rows(
        side_by_side("first_name", "last_name"),
        side_by_side("relationship", "phone"),
        side_by_side("born_on", "language"),
        "needs_interpreter",
        "is_father_figure",
        "is_main_contact",
        "is_expecting",
        "expected_on",
        "reach_by",
        "reach_note",
        "do_not_contact",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.role = FamilyMember.Role.PARENT
        self.fields["relationship"].initial = FamilyMember.Relationship.UNKNOWN
        self.fields["reach_by"].choices = FamilyMember.Reach.choices
        name_the_blank(self.fields["language"])

    def clean(self):
        cleaned = super().clean()
        refuse_twice(self, self.instance.family, cleaned, "relationship")
        if cleaned.get("expected_on"):
            cleaned["is_expecting"] = True
        return cleaned

    def asked(self, family):
        typed = self.cleaned_data
        phones = (typed["phone"].digits,) if typed["phone"] else ()
        person = duplicates.Person(typed["first_name"], typed["last_name"], typed["born_on"])
        return duplicates.Asked(family.name, (person,), phones)


class ChildForm(forms.ModelForm):
    """A child and, when there is one, the place in a program."""

    relationship = forms.ChoiceField(label=gettext_lazy("Who they are to the adults"), choices=CHILDREN)
    center = CenterChoice(
        Center.objects.none(),
        label=gettext_lazy("Program and center"),
        required=False,
        empty_label=gettext_lazy("No place yet"),
    )
    option = forms.ChoiceField(
        label=gettext_lazy("Option"),
        required=False,
        choices=[choice for choice in Enrollment.Option.choices if choice[0] != Enrollment.Option.PREGNANCY],
        initial=Enrollment.Option.CENTER,
    )
    entered_on = forms.DateField(label=gettext_lazy("First day"), required=False, widget=Day)

    class Meta:
        model = FamilyMember
        fields = ["first_name", "last_name", "born_on", "relationship", "about"]
        field_classes = {"born_on": PastDay}

    child_rows = rows(side_by_side("first_name", "last_name"), side_by_side("born_on", "relationship"), "about")
    place_rows = rows("center", side_by_side("option", "entered_on"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.role = FamilyMember.Role.CHILD
        self.fields["center"].queryset = staff.open_centers()

    def clean_born_on(self):
        return check_birth(self.cleaned_data["born_on"], is_child=True)

    def clean(self):
        cleaned = super().clean()
        check_place(self, cleaned)
        born_on, entered_on = cleaned.get("born_on"), cleaned.get("entered_on")
        if born_on and entered_on and entered_on < born_on:
            self.add_error("entered_on", _("The first day cannot come before the child was born."))
        refuse_twice(self, self.instance.family, cleaned, "born_on")
        return cleaned

    def asked(self, family):
        typed = self.cleaned_data
        person = duplicates.Person(typed["first_name"], typed["last_name"], typed["born_on"])
        return duplicates.Asked(family.name, (person,))


class PlaceForm(forms.Form):
    """A place in a program for somebody who is on record: a child, or an adult who expects one."""

    center = CenterChoice(Center.objects.none(), label=gettext_lazy("Program and center"))
    option = forms.ChoiceField(label=gettext_lazy("Option"), choices=Enrollment.Option.choices)
    entered_on = forms.DateField(label=gettext_lazy("First day"), widget=Day)

    helper = rows("center", side_by_side("option", "entered_on"))

    def __init__(self, *args, member, **kwargs):
        super().__init__(*args, **kwargs)
        self.member = member
        self.fields["center"].queryset = staff.open_centers()
        for_child = member.is_child
        self.fields["option"].choices = [
            choice for choice in Enrollment.Option.choices if (choice[0] == Enrollment.Option.PREGNANCY) != for_child
        ]

    def clean(self):
        cleaned = super().clean()
        check_place(self, cleaned)
        center, entered_on = cleaned.get("center"), cleaned.get("entered_on")
        if self.member.born_on and entered_on and entered_on < self.member.born_on:
            self.add_error("entered_on", _("The first day cannot come before the child was born."))
        if center and self.member.enrollments.filter(program=center.program, exited_on=None).exists():
            self.add_error("center", _("This person has a place in this program already."))
        return cleaned


class LastDayForm(forms.ModelForm):
    """The last day of a place, and why they leave. It may be a day to come."""

    class Meta:
        model = Enrollment
        fields = ["exited_on", "exit_reason"]
        widgets = {"exited_on": Day}

    helper = rows(side_by_side("exited_on", "exit_reason"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["exited_on"].required = self.fields["exit_reason"].required = True
        self.fields["exit_reason"].choices = [("", _("Pick one")), *Enrollment.ExitReason.choices]

    def clean_exited_on(self):
        last_day = self.cleaned_data["exited_on"]
        if last_day < self.instance.entered_on:
            raise ValidationError(_("The last day cannot come before the first."))
        if (last_day - timezone.localdate()).days > FURTHEST:
            raise ValidationError(_("This is more than a year from now. Check the year."))
        return last_day


def refuse_twice(form, family, typed, same):
    """Nobody is added twice: a button pressed again, a page sent once more."""
    names = ("first_name", "last_name", same)
    if not all(name in typed for name in names):
        return
    if family.members.filter(role=form.instance.role, **{name: typed[name] for name in names}).exists():
        said = _("%(who)s is on record already. Change that line, or add a last name to tell the two apart.")
        form.add_error("first_name", said % {"who": typed["first_name"]})


def check_place(form, cleaned):
    """A place needs a center and a first day, and the day a year that can be true."""
    center, entered_on = cleaned.get("center"), cleaned.get("entered_on")
    if center and not entered_on and "entered_on" not in form.errors:
        form.add_error("entered_on", _("On which day do they start? It may be a day to come."))
    if entered_on and not center and "center" not in form.errors:
        form.add_error("center", _("At which center do they start?"))
    if entered_on and (entered_on - timezone.localdate()).days > FURTHEST:
        form.add_error("entered_on", _("This is more than a year from now. Check the year."))
    if entered_on and (timezone.localdate() - entered_on).days > FURTHEST * 20:
        form.add_error("entered_on", _("This is many years ago. Check the year."))


class WorkerChoice(forms.ModelChoiceField):
    """A colleague, with how many families they serve now."""

    def label_from_instance(self, worker):
        return _("%(who)s, %(n)s families now") % {"who": worker, "n": worker.families_now}


class MainWorkerForm(forms.Form):
    worker = WorkerChoice(User.objects.none(), label=gettext_lazy("Main worker"), widget=forms.RadioSelect)

    def __init__(self, *args, family, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["worker"].queryset = staff.workers_at(family.center)
        self.fields["worker"].empty_label = None
