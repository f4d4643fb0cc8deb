"""What may be typed about agreements with partners."""

from django import forms
from django.utils.translation import gettext_lazy as _

from agency import files
from agency.days import PastDay
from agency.editing import VersionedForm
from agency.models import Program
from agency.widgets import Day, Pills, PillsMany
from partners.forms.partnership import OurPeople, colleagues, lines, without_empty
from partners.models import (
    AnnexReview,
    DataAnnex,
    Mou,
    MouAmendment,
    MouFile,
    MouParty,
    MouSubmission,
    MouTopic,
    Obligation,
    ObligationMet,
    Partner,
    PreschoolException,
    SystemParticipation,
)

TRIBAL = (Program.Kind.AIAN, Program.Kind.AIAN_EARLY)


class MouForm(VersionedForm):
    class Meta:
        model = Mou
        fields = [
            "partner", "kind", "title", "programs", "summary", "owner", "effective_on", "ends_on", "review_on",
            "notice_days",
        ]  # fmt: skip
        widgets = {"programs": PillsMany, "summary": lines(3), "effective_on": Day, "ends_on": Day, "review_on": Day}
        help_texts = {"title": _("As you would call it in a meeting: “Preschool agreement with Harvest Unified”.")}

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["partner"].queryset = Partner.objects.visible_to(user).active()
        self.fields["owner"].queryset = colleagues(self.instance.owner_id)
        if self.instance.partner_id:
            del self.fields["partner"]
        if self.instance.pk:
            del self.fields["kind"]
        if self.instance.signed_on:
            self.fields["effective_on"].required = True


class MoveForm(forms.Form):
    """What one move of an agreement needs."""

    signed_on = PastDay(label=_("Signed by all on"))
    effective_on = forms.DateField(label=_("In force from"), widget=Day)
    terminated_on = forms.DateField(label=_("Ended on"), widget=Day)
    reason = forms.CharField(label=_("Why"), max_length=300)

    def __init__(self, *args, mou, move, **kwargs):
        super().__init__(*args, **kwargs)
        self.mou = mou
        for name in [name for name in self.fields if name not in move.needs]:
            del self.fields[name]
        for name in ("signed_on", "effective_on"):
            if name in self.fields:
                self.initial.setdefault(name, getattr(mou, name))

    def clean(self):
        said, mou = super().clean(), self.mou
        if said.get("effective_on") and mou.ends_on and said["effective_on"] > mou.ends_on:
            self.add_error("effective_on", _("The last day cannot come before the first."))
        if said.get("terminated_on") and mou.signed_on and said["terminated_on"] < mou.signed_on:
            self.add_error("terminated_on", _("It cannot end before it was signed."))
        return said


class TopicForm(VersionedForm):
    class Meta:
        model = MouTopic
        fields = ["text", "evidence"]
        widgets = {"text": lines(4)}
        help_texts = {"evidence": _("A paragraph number, a calendar of trainings, a list of places.")}


class PartyForm(forms.ModelForm):
    class Meta:
        model = MouParty
        fields = ["organization", "signer", "title", "signed_on"]
        field_classes = {"signed_on": PastDay}

    def clean_organization(self):
        said = self.cleaned_data["organization"]
        if self.instance.mou.parties.filter(organization=said).exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(_("This organization is a party already."))
        return said


class FileForm(forms.Form):
    kind = forms.ChoiceField(label=_("What it is"), choices=MouFile.Kind.choices, widget=Pills)
    paper = forms.FileField(
        label=_("The file"),
        validators=[files.MustBe(files.PAPERS)],
        help_text=_("A PDF or a picture. A file of the same kind that is here already stays as an earlier version."),
    )


class SubmissionForm(forms.ModelForm):
    class Meta:
        model = MouSubmission
        fields = ["to", "sent_on", "how"]
        field_classes = {"sent_on": PastDay}
        widgets = {"to": Pills}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        sent = set(self.instance.mou.submissions.values_list("to", flat=True))
        self.fields["to"].choices = [(value, label) for value, label in MouSubmission.To.choices if value not in sent]


class AmendmentForm(forms.ModelForm):
    class Meta:
        model = MouAmendment
        fields = ["what", "signed_on", "effective_on", "new_end_on"]
        field_classes = {"signed_on": PastDay}
        widgets = {"what": lines(3), "effective_on": Day, "new_end_on": Day}
        help_texts = {"new_end_on": _("Only when the change moves the last day.")}

    def clean_new_end_on(self):
        day, begins = self.cleaned_data["new_end_on"], self.instance.mou.effective_on
        if day and begins and day < begins:
            raise forms.ValidationError(_("The last day cannot come before the first."))
        return day


class ObligationForm(OurPeople, VersionedForm):
    class Meta:
        model = Obligation
        fields = ["what", "side", "our_owner", "their_owner", "due_on", "repeats", "ended_on"]
        widgets = {"side": Pills, "repeats": Pills, "due_on": Day}
        field_classes = {"ended_on": PastDay}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["side"].choices = without_empty(Obligation.Side.choices)
        self.fields["repeats"].choices = Obligation.Repeats.choices
        if not self.instance.pk:
            del self.fields["ended_on"]


class MetForm(forms.ModelForm):
    class Meta:
        model = ObligationMet
        fields = ["met_on", "how"]
        field_classes = {"met_on": PastDay}


class AnnexForm(VersionedForm):
    class Meta:
        model = DataAnnex
        fields = ["records", "purpose", "safeguards", "destruction", "receives_on"]
        widgets = {"records": lines(2), "purpose": lines(2), "safeguards": lines(2), "receives_on": Day}


class AnnexReviewForm(forms.ModelForm):
    class Meta:
        model = AnnexReview
        fields = ["reviewed_on", "finding", "note", "remedy"]
        field_classes = {"reviewed_on": PastDay}
        widgets = {"finding": Pills, "note": lines(3), "remedy": lines(2)}
        help_texts = {"remedy": _("Only needed when the agreement was broken.")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["finding"].choices = without_empty(AnnexReview.Finding.choices)


class ExceptionForm(VersionedForm):
    class Meta:
        model = PreschoolException
        fields = ["program", "why", "partner", "told", "since_on", "until_on", "hhs_told_on", "state_told_on"]
        field_classes = {"hhs_told_on": PastDay, "state_told_on": PastDay}
        labels = {"program": _("program")}
        widgets = {"why": forms.RadioSelect, "told": lines(3), "since_on": Day, "until_on": Day}

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["why"].choices = without_empty(PreschoolException.Why.choices)
        self.fields["partner"].queryset = Partner.objects.visible_to(user).active()


class SystemForm(VersionedForm):
    class Meta:
        model = SystemParticipation
        fields = ["program", "system", "answer", "name", "level", "why", "since_on", "until_on", "next_rating_on"]
        widgets = {"answer": forms.RadioSelect, "why": lines(3), "since_on": Day, "until_on": Day,
                   "next_rating_on": Day}  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["answer"].choices = without_empty(SystemParticipation.Answer.choices)

    def clean(self):
        said = super().clean()
        program = said.get("program")
        if said.get("answer") == SystemParticipation.Answer.OWN_CHOICE and program and program.kind not in TRIBAL:
            self.add_error(
                "answer", _("Only an American Indian and Alaska Native program may choose not to take part.")
            )
        return said


class MouFilterForm(forms.Form):
    """What narrows the list of agreements. A value nobody offered is left out rather than refused."""

    standing = forms.ChoiceField(label=_("How it stands"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), required=False, choices=[("", _("Any")), *Mou.Kind.choices])
    program = forms.ChoiceField(label=_("Program"), required=False)
    ends_by = forms.DateField(label=_("Ends by"), required=False, widget=Day)

    def __init__(self, *args, standings, programs, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["standing"].choices = [("", _("Any")), *((one.value, one.label) for one in standings)]
        self.fields["program"].choices = [("", _("Any")), *((str(one.pk), one.name) for one in programs)]
        self.full_clean()


class DayForm(forms.Form):
    on = forms.DateField(label=_("On which day"), required=False, widget=Day)
