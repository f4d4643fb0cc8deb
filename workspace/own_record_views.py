"""The page on which staff make a family's own record for the parent who asks for it."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency import audit, pdf
from agency.access import Permission, permissions_on, requires
from agency.languages import Language
from agency.own_record import Asked
from agency.widgets import Pills
from families.models import FamilyMember
from families.opening import open_family
from workspace import own_record

P = Permission
NAME = "own-record"


class RecordForm(forms.Form):
    """Whose copy, in which language, as what; and whether restricted records go too, with the reason."""

    reader = forms.ModelChoiceField(
        FamilyMember.objects.none(), label=gettext_lazy("Who asks for it"), empty_label=None
    )
    language = forms.ChoiceField(label=gettext_lazy("Language"), choices=Language, widget=Pills)
    kind = forms.ChoiceField(
        label=gettext_lazy("As"),
        choices=[("pdf", gettext_lazy("a paper (PDF)")), ("json", gettext_lazy("data (JSON)"))],
        widget=Pills,
        initial="pdf",
    )
    restricted = forms.BooleanField(label=gettext_lazy("with restricted records"), required=False)
    reason = forms.CharField(
        label=gettext_lazy("Why restricted records may go too"), max_length=300, required=False,
        help_text=gettext_lazy("It is kept beside your name. A report of suspected maltreatment is never part of it."),
    )  # fmt: skip

    def __init__(self, *args, family, may_decide, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reader"].queryset = family.members.adults().filter(left_on=None)
        self.fields["reader"].initial = next((one for one in family.adults() if one.is_main_contact), None)
        self.fields["language"].initial = family.language if family.language in ("en", "es") else "en"
        self.fields["language"].choices = [choice for choice in Language.choices if choice[0] in ("en", "es")]
        if not may_decide:
            del self.fields["restricted"], self.fields["reason"]

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("restricted") and not cleaned.get("reason", "").strip():
            self.add_error("reason", _("Say why, in a few words: it must be understood in a year."))
        return cleaned


@requires(P.RESTRICTED_VIEW)
def record(request, pk):
    """Asked as a page, answered as a file: only this family's facts, and what the reader may know of each other one."""
    family = open_family(request, pk)
    may_decide = P.FAMILY_ASSIGN in permissions_on(request.user, family)
    form = RecordForm(request.POST or None, family=family, may_decide=may_decide)
    if request.method == "POST" and form.is_valid():
        return _file(request, family, form.cleaned_data)
    return render(request, "workspace/own_record.html", {"family": family, "form": form})


def _file(request, family, said):
    asked = Asked(said["reader"], request.user, said.get("restricted", False))
    told = own_record.content(family, asked, said["language"])
    facts = {"kind": said["kind"], "language": said["language"], "reader": said["reader"].pk}
    audit.record("own_record_made", about=family, by=request.user, restricted=asked.restricted, **facts)
    audit.looked(request, [family], reason=said.get("reason", ""), page="workspace:own-record", anew=True)
    if said["kind"] == "pdf":
        return pdf.response(own_record.as_pdf(told), f"{NAME}.pdf")
    answer = HttpResponse(own_record.as_json(told), content_type="application/json")
    answer.headers["Content-Disposition"] = f'attachment; filename="{NAME}.json"'
    return answer
