"""A family changes its shape: who goes, who is born, where places go on, when they leave and come back."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency.access import Permission
from agency.days import PastDay
from agency.models import Center, User
from agency.widgets import Day, PillsMany
from families import staff
from families.forms.assignment import ColleagueChoice
from families.forms.fields import CenterChoice, rows, side_by_side
from families.models import Enrollment, FamilyLink, FamilyMember, Household

FURTHEST = 365
NEW_HOME, NO_HOME = "new", ""


class ComingDay(forms.DateField):
    """A day that may still be ahead, within a year."""

    widget = Day

    def clean(self, value):
        day = super().clean(value)
        if day and abs((day - timezone.localdate()).days) > FURTHEST:
            raise forms.ValidationError(_("This is more than a year from today. Check the year."))
        return day


class PlaceChoice(forms.ModelMultipleChoiceField):
    """Places, each by who holds it."""

    def label_from_instance(self, place):
        return f"{place.member.first_name}: {place}"


def worker_field(form, family, center=None):
    """Who may serve the family first, or nobody else than now."""
    form.fields["worker"].queryset = staff.holding([staff.Role.WORKER], center or family.center).order_by(
        "last_name", "first_name", "pk"
    )


class SplitForm(forms.Form):
    """Who goes, where they live from now on, and what of the family goes with them."""

    people = forms.ModelMultipleChoiceField(
        FamilyMember.objects.none(), label=gettext_lazy("Who moves out"), widget=PillsMany
    )
    name = forms.CharField(label=gettext_lazy("What the new family calls itself"), max_length=150, required=False)
    home = forms.ChoiceField(label=gettext_lazy("Where they live"), required=False)
    address_1 = forms.CharField(label=gettext_lazy("Street of the new home"), max_length=200, required=False)
    city = forms.CharField(label=gettext_lazy("City"), max_length=100, required=False)
    state = forms.CharField(label=gettext_lazy("State"), max_length=2, required=False)
    postal_code = forms.CharField(label=gettext_lazy("ZIP code"), max_length=10, required=False)
    is_hidden = forms.BooleanField(
        label=gettext_lazy("Keep this address hidden"),
        required=False,
        help_text=gettext_lazy("From the other family too: nobody there is told where they live."),
    )
    chosen = forms.MultipleChoiceField(
        label=gettext_lazy("Needs and goals that go with them"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy(
            "What is on record about a person goes with that person. Conversations, notes and signed agreements stay, "
            "and the two families stay linked."
        ),
    )
    worker = ColleagueChoice(
        User.objects.none(),
        label=gettext_lazy("Main worker of the new family"),
        required=False,
        empty_label=gettext_lazy("The same as now"),
    )
    happened_on = PastDay(label=gettext_lazy("Since"))
    reason = forms.CharField(label=gettext_lazy("Why"), max_length=300, required=False)

    def __init__(self, *args, family, may, choices, into=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.family = family
        self.people = family.members.filter(left_on=None)
        self.fields["people"].queryset = self.people
        self.homes = list((into or family).households.all())
        homes = [(str(home.pk), str(home)) for home in self.homes]
        self.fields["home"].choices = [(NO_HOME, _("Not said yet")), *homes, (NEW_HOME, _("At a new address"))]
        self._offer(choices)
        worker_field(self, family)
        if Permission.FAMILY_ASSIGN not in may or into:
            del self.fields["worker"]
        if into:
            del self.fields["name"]
        names = [name for name in ("name", "home") if name in self.fields]
        wanted = [name for name in ("chosen", "worker") if name in self.fields]
        self.helper = rows(
            "people", *names, "address_1", side_by_side("city", "state", "postal_code"), "is_hidden", *wanted,
            "happened_on", "reason",
        )  # fmt: skip

    def _offer(self, choices):
        """What is about one person is ticked, and goes along when that person does."""
        names = {person.pk: person.first_name for person in self.people}
        self.about = {one.key: one.about for one in choices if one.about in names}
        self.fields["chosen"].choices = [(one.key, self._said(one, names)) for one in choices]
        self.fields["chosen"].initial = list(self.about)
        if not choices:
            del self.fields["chosen"]

    def _said(self, one, names):
        said = {"kind": one.kind, "what": one.label, "who": names.get(one.about)}
        return _("%(kind)s, when %(who)s goes: %(what)s") % said if said["who"] else f"{one.kind}: {one.label}"

    def clean_chosen(self):
        going = {person.pk for person in self.cleaned_data.get("people", ())}
        return [key for key in self.cleaned_data["chosen"] if self.about.get(key) in {None, *going}]

    def clean(self):
        cleaned = super().clean()
        people = cleaned.get("people")
        if people is not None and len(people) == len(self.people):
            said = _("Somebody has to stay. When all of them leave, record that the family left.")
            self.add_error("people", said)
        if cleaned.get("home") == NEW_HOME and not (cleaned.get("address_1") or cleaned.get("city")):
            self.add_error("address_1", _("Write at least a street or a city, or choose “Not said yet”."))
        return cleaned

    def chosen_home(self):
        """The home chosen: one on record, a new one not yet kept, or None."""
        said = self.cleaned_data
        if said["home"] == NEW_HOME:
            names = ("address_1", "city", "state", "postal_code", "is_hidden")
            return Household(**{name: said[name] for name in names})
        return next((home for home in self.homes if str(home.pk) == said["home"]), None)


RELATED = [
    ("", gettext_lazy("no relation to note")),
    *[(value, label) for value, label in FamilyMember.Relationship.choices if value not in (
        "child", "foster_child", "grandchild", "unknown",
    )],
]  # fmt: skip


class NewbornForm(forms.Form):
    """The child they expected, in one short form: what is known of the family is not asked again."""

    mother = forms.ModelChoiceField(FamilyMember.objects.none(), label=gettext_lazy("Whose baby"), empty_label=None)
    first_name = forms.CharField(label=gettext_lazy("First name of the baby"), max_length=100)
    last_name = forms.CharField(label=gettext_lazy("Last name"), max_length=100, required=False)
    twin = forms.CharField(label=gettext_lazy("First name of a twin"), max_length=100, required=False)
    born_on = PastDay(label=gettext_lazy("Born on"))
    center = CenterChoice(
        Center.objects.none(),
        label=gettext_lazy("Place in Early Head Start"),
        required=False,
        help_text=gettext_lazy("The place of the pregnancy ends on the day of birth in any case."),
    )
    option = forms.ChoiceField(label=gettext_lazy("Option"), required=False)
    entered_on = ComingDay(label=gettext_lazy("First day"), required=False)

    def __init__(self, *args, family, expecting, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["mother"].queryset = expecting
        self.adults = [one for one in family.adults() if one.left_on is None]
        self.fields["center"].queryset = staff.open_centers()
        self.fields["center"].empty_label = _("No place yet")
        kinds = [choice for choice in Enrollment.Option.choices if choice[0] != Enrollment.Option.PREGNANCY]
        self.fields["option"].choices = kinds
        for adult in self.adults:
            self.fields[f"to-{adult.pk}"] = self._relation(adult)
        asked = [f"to-{adult.pk}" for adult in self.adults]
        whose = ["mother"] if len(expecting) > 1 else []
        if not whose:
            self.fields["mother"].required = False
        self.helper = rows(
            *whose, side_by_side("first_name", "last_name"), side_by_side("born_on", "twin"), *asked, "center",
            side_by_side("option", "entered_on"),
        )  # fmt: skip

    def _relation(self, adult):
        label = _("%(who)s is the child’s") % {"who": adult.first_name}
        guess = adult.relationship if adult.relationship in dict(RELATED) else ""
        return forms.ChoiceField(label=label, choices=RELATED, required=False, initial=guess)

    def clean(self):
        cleaned = super().clean()
        cleaned["mother"] = cleaned.get("mother") or self.fields["mother"].queryset.first()
        born_on, entered_on = cleaned.get("born_on"), cleaned.get("entered_on")
        if born_on and entered_on and entered_on < born_on:
            self.add_error("entered_on", _("The first day cannot come before the child was born."))
        return cleaned

    def babies(self):
        said = self.cleaned_data
        names = [said["first_name"], said["twin"]]
        return [FamilyMember(first_name=name, last_name=said["last_name"]) for name in names if name]

    def relations(self):
        """Who each adult but the mother is to the child, where somebody said so."""
        said = {adult: self.cleaned_data.get(f"to-{adult.pk}", "") for adult in self.adults}
        return {adult: who for adult, who in said.items() if who and adult != self.cleaned_data["mother"]}


class TransferForm(forms.Form):
    places = PlaceChoice(Enrollment.objects.none(), label=gettext_lazy("Which places go along"), widget=PillsMany)
    center = CenterChoice(Center.objects.none(), label=gettext_lazy("To which center"))
    starts_on = ComingDay(label=gettext_lazy("First day there"))
    worker = ColleagueChoice(User.objects.none(), label=gettext_lazy("Who serves the family there"), required=False)
    note = forms.CharField(
        label=gettext_lazy("What the next worker should know"), required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    reason = forms.CharField(label=gettext_lazy("Why"), max_length=300, required=False)

    helper = rows("places", side_by_side("center", "starts_on"), "worker", "note", "reason")

    def __init__(self, *args, family, **kwargs):
        super().__init__(*args, **kwargs)
        held = family.enrollments.filter(exited_on=None).select_related("member", "program", "center")
        self.fields["places"].queryset = held
        self.fields["places"].initial = list(held)
        self.fields["center"].queryset = staff.open_centers()
        self.fields["center"].empty_label = _("Pick a center")
        self.fields["worker"].queryset = staff.holding([staff.Role.WORKER]).order_by("last_name", "first_name", "pk")
        self.fields["worker"].empty_label = _("The same as now")

    def clean(self):
        cleaned = super().clean()
        center, places, worker = cleaned.get("center"), cleaned.get("places"), cleaned.get("worker")
        for place in places or []:
            if center and place.center_id == center.pk:
                said = _("%(who)s is at this center already.") % {"who": place.member.first_name}
                self.add_error("center", said)
            elif center and _holds_another(place, center):
                said = _("%(who)s has a place in this program already.") % {"who": place.member.first_name}
                self.add_error("center", said)
            if cleaned.get("starts_on") and cleaned["starts_on"] <= place.entered_on:
                self.add_error("starts_on", _("They began only after this day. Choose a later one."))
        if center and worker and not staff.holding([staff.Role.WORKER], center).contains(worker):
            said = _("%(who)s does not work for this center. Pick somebody who does.") % {"who": worker}
            self.add_error("worker", said)
        return cleaned


def _holds_another(place, center):
    others = Enrollment.objects.none() if place.program_id == center.program_id else place.member.enrollments
    return others.filter(program=center.program_id, exited_on=None).exists()


class LeaveForm(forms.Form):
    places = PlaceChoice(Enrollment.objects.none(), label=gettext_lazy("Which places end"), widget=PillsMany)
    last_day = ComingDay(label=gettext_lazy("Last day"))
    exit_reason = forms.ChoiceField(label=gettext_lazy("Why they leave"))
    keep_serving = forms.BooleanField(
        label=gettext_lazy("Somebody stays in touch: leave the assignments as they are"), required=False
    )
    reason = forms.CharField(label=gettext_lazy("In a few words"), max_length=300, required=False)

    helper = rows("places", side_by_side("last_day", "exit_reason"), "reason", "keep_serving")
    OTHERWISE = (Enrollment.ExitReason.TRANSFER, Enrollment.ExitReason.CENTER, Enrollment.ExitReason.BIRTH)

    def __init__(self, *args, family, **kwargs):
        super().__init__(*args, **kwargs)
        held = family.enrollments.filter(exited_on=None).select_related("member", "program", "center")
        self.fields["places"].queryset = held
        self.fields["places"].initial = list(held)
        why = [choice for choice in Enrollment.ExitReason.choices if choice[0] not in self.OTHERWISE]
        self.fields["exit_reason"].choices = [("", _("Pick one")), *why]

    def clean(self):
        cleaned = super().clean()
        for place in cleaned.get("places") or []:
            if cleaned.get("last_day") and cleaned["last_day"] < place.entered_on:
                self.add_error("last_day", _("The last day cannot come before the first."))
        return cleaned


class ReturnForm(forms.Form):
    places = PlaceChoice(Enrollment.objects.none(), label=gettext_lazy("Who comes back"), widget=PillsMany)
    center = CenterChoice(Center.objects.none(), label=gettext_lazy("To which center"))
    first_day = ComingDay(label=gettext_lazy("First day"))
    worker = ColleagueChoice(User.objects.none(), label=gettext_lazy("Who serves the family"), required=False)
    note = forms.CharField(
        label=gettext_lazy("What the next worker should know"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    helper = rows("places", side_by_side("center", "first_day"), "worker", "note")

    def __init__(self, *args, family, may, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["places"].queryset = last_places(family)
        self.fields["places"].initial = list(self.fields["places"].queryset)
        self.fields["center"].queryset = staff.open_centers()
        self.fields["center"].initial = family.center_id
        self.fields["worker"].initial = staff.worker_before(family)
        worker_field(self, family)
        self.fields["worker"].empty_label = _("Whoever serves the family now")
        if Permission.FAMILY_ASSIGN not in may:
            del self.fields["worker"], self.fields["note"]
            self.helper = rows("places", side_by_side("center", "first_day"))

    def clean(self):
        cleaned = super().clean()
        for place in cleaned.get("places") or []:
            if cleaned.get("first_day") and cleaned["first_day"] <= place.exited_on:
                self.add_error("first_day", _("They had a place until then. Choose a later day."))
            if (
                cleaned.get("center")
                and place.member.enrollments.filter(program=cleaned["center"].program_id, exited_on=None).exists()
            ):
                said = _("%(who)s has a place in this program already.") % {"who": place.member.first_name}
                self.add_error("center", said)
        return cleaned


def last_places(family):
    """The last place that ended of each child who holds none now."""
    ended = family.enrollments.exclude(exited_on=None).exclude(option=Enrollment.Option.PREGNANCY)
    ended = (
        ended.exclude(member__enrollments__exited_on=None)
        .order_by("member_id", "-exited_on", "-pk")
        .distinct("member_id")
    )
    return family.enrollments.filter(pk__in=ended.values("pk")).select_related("member", "program", "center")


class LinkForm(forms.ModelForm):
    class Meta:
        model = FamilyLink
        fields = ["kind", "child", "note"]

    helper = rows("kind", "child", "note")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [
            choice for choice in FamilyLink.Kind.choices if choice[0] not in (
                FamilyLink.Kind.SPLIT_FROM, FamilyLink.Kind.DIFFERENT,
            )
        ]  # fmt: skip
        self.fields["child"].queryset = self.instance.family.members.children()
        self.fields["child"].empty_label = _("None in particular")
