"""What a partner may type at its own page: the code, an answer with what that answer needs, room today."""

import re

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.days import Hour, PastDay, is_ahead
from agency.widgets import Day
from referrals.forms.asking import say_what_is_missing
from referrals.links import answering
from referrals.models import Referral
from referrals.states import ReferralState

B = Referral.Barrier
REASONS = (
    B.NO_CAPACITY, B.WAIT, B.NOT_ELIGIBLE, B.DOCUMENTS, B.LANGUAGE, B.HOURS, B.COST, B.NO_CONTACT, B.CLOSED, B.UNKNOWN,
)  # fmt: skip


class CodeForm(forms.Form):
    """The six digits, with whatever blanks came along when they were copied."""

    code = forms.CharField(
        label=_("The six digits"),
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code", "pattern": "[0-9 ]*"}),
        error_messages={"required": _("Type the six digits from the mail.")},
    )

    def clean_code(self):
        return re.sub(r"\D", "", self.cleaned_data["code"])


def _day_of_help(state):
    if state == ReferralState.RECEIVED:
        return {}
    return {"received_on": PastDay(label=_("When did they receive it?"), initial=timezone.localdate)}


def _happened(state):
    return {"happened_on": PastDay(label=_("On which day?"), initial=timezone.localdate)}


def _appointment(state):
    return {
        "appointment_on": forms.DateField(label=_("On which day?"), widget=Day(), validators=[is_ahead]),
        "appointment_time": Hour(label=_("At what time?"), required=False),
    }


NEEDS = {
    "appoint": _appointment,
    "new_day": _appointment,
    "waitlist": lambda state: {
        "wait_place": forms.IntegerField(label=_("Place on the list"), required=False, min_value=1, max_value=9999),
        "expected_on": forms.DateField(label=_("About when"), required=False, widget=Day(), validators=[is_ahead]),
    },
    "ask_more": lambda state: {
        "needed": forms.CharField(
            label=_("What do you need from them?"), max_length=300, widget=forms.Textarea({"rows": 2})
        ),
    },
    "decline": lambda state: {
        "barrier": forms.ChoiceField(
            label=_("Why not?"), choices=[("", _("Pick one")), *((reason.value, reason.label) for reason in REASONS)]
        ),
    },
    "attend": _happened,
    "miss": _happened,
    "receive": _day_of_help,
    "complete": _day_of_help,
}


class DetailsForm(forms.Form):
    """What one answer needs, and nothing else."""

    def __init__(self, *args, state, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields |= NEEDS.get(self.prefix, lambda state: {})(state)
        say_what_is_missing(self)

    def clean(self):
        typed = super().clean()
        if "wait_place" in self.fields and not self.errors and not any(typed.values()):
            self.add_error("wait_place", _("A place on the list or a day, one of them."))
        return typed


class AnswerForm(forms.Form):
    """One answer, a word with it, and the details of each answer that is open. `kept` are words typed before."""

    answer = forms.ChoiceField(
        label=_("Your answer"),
        choices=[(answer.name, answer.words) for answer in answering.ANSWERS],
        error_messages={"required": _("Pick one."), "invalid_choice": _("Pick one.")},
    )
    note = forms.CharField(
        required=False,
        max_length=180,
        widget=forms.Textarea({"rows": 2}),
        help_text=_("No health or legal details, please. A call is better for those."),
    )

    def __init__(self, data=None, *, referral, kept=None):
        said = dict(data.lists()) if data else kept or {}
        super().__init__(data, initial={name: said.get(name, [""])[0] for name in ("answer", "note")})
        self.fields["note"].label = _("A word to %(name)s") % {"name": referral.made_by.first_name}
        self.picked = said.get("answer", [""])[0]
        self.details = {
            answer.name: DetailsForm(
                data if answer.name == self.picked else None,
                prefix=answer.name,
                state=referral.state,
                initial=_typed_before(answer.name, said),
            )
            for answer in self._offered(referral.state)
        }

    def _offered(self, state):
        """What may be said now, and what was picked when it still might."""
        now = answering.open_answers(state)
        return [answer for answer in answering.ANSWERS if answer in now or answer.name == self.picked]

    @property
    def chosen(self):
        return self.details.get(self.picked)

    def rows(self):
        """Each answer with its details, and whether it is picked."""
        answers = [answer for answer in answering.ANSWERS if answer.name in self.details]
        return [(answer, self.details[answer.name], answer.name == self.picked) for answer in answers]

    def is_valid(self):
        return super().is_valid() and self.chosen.is_valid()

    def typed(self):
        """The move's cleaned words; what the partner needs stands before its word to us."""
        details = {name: value for name, value in self.chosen.cleaned_data.items() if value not in (None, "")}
        words = [details.pop("needed", ""), self.cleaned_data["note"]]
        return details | {"note": " ".join(part for part in words if part)}


def _typed_before(name, said):
    """What was typed for one answer, by field."""
    start = f"{name}-"
    return {key.removeprefix(start): values[0] for key, values in said.items() if key.startswith(start)}
