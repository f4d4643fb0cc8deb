"""What is said to have a report made or counted: which kind, whose, when."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency.editing import VersionedForm
from reports import days
from reports import scope as scopes
from reports.models import ReportNarrative
from reports.periods import Days, Month, NotAPeriod
from reports.scope import Scope

AGENCY, CENTERS = "agency", "centers"


class PeriodField(forms.CharField):
    """A month in a browser's month field, or typed as 2026-10; for other kinds a program year, or two days."""

    def __init__(self, *, period=Month, **kwargs):
        kwargs.setdefault("max_length", 30)
        if period is Days:
            kwargs.setdefault("widget", days.TwoDays())
        super().__init__(**kwargs)
        self.period = period
        if period is Month:
            self.widget.attrs |= {"type": "month", "placeholder": "2026-10"}
            self.widget.input_type = "month"

    def clean(self, value):
        text = super().clean(value)
        if not text:
            return None
        if text.startswith(days.BETWEEN) or text.endswith(days.BETWEEN):
            raise forms.ValidationError(_("Say the first and the last day."))
        try:
            period = self.period.named(text)
        except NotAPeriod as reason:
            raise forms.ValidationError(str(reason)) from reason
        if period.first > timezone.localdate():
            raise forms.ValidationError(self._not_yet())
        return period

    def _not_yet(self):
        if self.period is Month:
            return _("This month has not begun yet.")
        return _("These days have not begun yet.")


class WholeForm(forms.Form):
    """A period, and one of the whole scopes this person reaches: what a frozen report is made for."""

    month = PeriodField(label=gettext_lazy("Month"))
    program = forms.ChoiceField(label=gettext_lazy("Program"), required=False)

    def __init__(self, *args, wholes, period=Month, **kwargs):
        super().__init__(*args, **kwargs)
        self.wholes = {_code(*whole): whole for whole in wholes}
        self.fields["program"].choices = [(code, _label(*whole)) for code, whole in self.wholes.items()]
        self.fields["program"].required = "" not in self.wholes
        if period is not Month:
            self.fields["month"] = PeriodField(label=_("Program year"), period=period)
        self.fields["month"].initial = str(period.of(timezone.localdate()).previous())

    @property
    def scope(self):
        program, delegate = self.wholes[self.cleaned_data["program"]]
        return Scope(self.cleaned_data["month"], program, delegate)


def _code(program, delegate):
    return str(program.pk) if program else delegate and f"delegate:{delegate}"


def _label(program, delegate):
    if program:
        return str(program)
    return _("%(delegate)s, all programs") % {"delegate": delegate} if delegate else _("The whole agency")


def usual(kind):
    """The days a reader most often wants: the last full month, else the program year or the days that run."""
    now = kind.period.of(timezone.localdate())
    return now.previous() if kind.period is Month else now


class PeriodForm(forms.Form):
    """When, for who has no choice of whose. Where nothing is said the usual days stand there, and are counted."""

    is_narrowing = True  # no field needs an answer, and none says so

    def __init__(self, data, *, kind):
        super().__init__(data)
        self.kind = kind
        self.fields["period"] = PeriodField(label=_("When"), required=False, period=kind.period)
        self.fields["period"].initial = str(usual(kind))
        if data and not self["period"].data:
            self.data = {**{name: data[name] for name in data}, "period": str(usual(kind))}

    @property
    def said(self):
        return getattr(self, "cleaned_data", {})

    @property
    def days(self):
        return self.said.get("period") or usual(self.kind)

    @property
    def named(self):
        """[(word, name, is it what is shown)]: periods by name, one press away."""
        return [(word, name, self.kind.period.named(word) == self.days) for word, name in days.named(self.kind.period)]

    def word(self, name):
        """What the address said of one field, in one word."""
        said = self[name].data if self.is_bound else ""
        return "on" if said is True else said or ""


class LiveForm(PeriodForm):
    """What a standing report is counted for: anything this person reaches. All of it stands in the address."""

    where = forms.ChoiceField(label=gettext_lazy("Whose"), required=False)
    field_order = ["where", "period"]

    def __init__(self, data, *, user, kind):
        super().__init__(data, kind=kind)
        wholes = scopes.wholes(user, kind.permission)
        self.centers = list(scopes.own_centers(user, kind.permission).order_by("name", "pk"))
        self.wholes = {_code(*whole) or AGENCY: whole for whole in wholes}
        choices = [(code, _label(*whole)) for code, whole in self.wholes.items()]
        if self._is_part_of_several(wholes):
            choices.insert(0, (CENTERS, _("All your centers")))
        self.fields["where"].choices = choices + [(f"center:{one.pk}", str(one)) for one in self.centers]
        self.fields["where"].initial = choices[0][0]
        self.narrowed = kind.form(data, user=user) if kind.form else None
        if self.narrowed:
            self.fields |= self.narrowed.fields

    def _is_part_of_several(self, wholes):
        """Neither the agency nor just one program: what this person answers for is said in one word, and first."""
        programs = {program.pk for program, _delegate in wholes if program}
        is_one = len(programs) == 1 and programs == {one.program_id for one in self.centers}
        return AGENCY not in self.wholes and not is_one

    def clean(self):
        """The kind's own filters check themselves."""
        said = super().clean()
        if self.narrowed and not self.narrowed.is_valid():
            for name, problems in self.narrowed.errors.items():
                if name not in self.errors:
                    self.add_error(name, list(problems))
        return said

    @property
    def filters(self):
        """What the kind's own form narrows by: only what was said, as values JSON knows."""
        said = getattr(self.narrowed, "cleaned_data", {}) if self.narrowed else {}
        return {name: value for name, value in said.items() if value not in (None, "", [])}

    @property
    def scope(self):
        """The scope asked for; the widest there is, and the usual days, where nothing was said."""
        where = self.said.get("where") or self.fields["where"].initial
        if where in self.wholes:
            program, delegate = self.wholes[where]
            return Scope(self.days, program, delegate, filters=self.filters)
        if where == CENTERS:
            return Scope(self.days, centers=tuple(sorted(one.pk for one in self.centers)), filters=self.filters)
        return Scope(self.days, centers=(int(where.removeprefix("center:")),), filters=self.filters)


class NarrativeForm(VersionedForm):
    class Meta:
        model = ReportNarrative
        fields = ReportNarrative.PARTS
        widgets = {name: forms.Textarea(attrs={"rows": 4}) for name in ReportNarrative.PARTS}
