"""What is said to take a table along: which one, whose, which days, as which file, what for."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency.access import Permission
from reports.exports import deidentified, tables
from reports.forms import LiveForm
from reports.models import Export
from reports.periods import Days


class Reached:
    """What LiveForm asks of a kind: whose families, which days."""

    permission = Permission.REPORT_EXPORT
    period = Days
    form = None


def choices():
    """[(code, title)]: the general tables, then the de-identified one."""
    found = [(table.code, table.title) for table in tables.every().values()]
    return [*found, (deidentified.CODE, deidentified.TABLE.title)]


class WhereForm(LiveForm):
    """Whose families and which days, as they are kept with an export."""

    def __init__(self, data, *, user):
        super().__init__(data, user=user, kind=Reached)


class ExportForm(WhereForm):
    is_narrowing = False
    what = forms.ChoiceField(label=gettext_lazy("Table"))
    file_type = forms.ChoiceField(label=gettext_lazy("File"), choices=Export.Type)
    purpose = forms.CharField(
        label=gettext_lazy("What is it for?"), max_length=300,
        help_text=gettext_lazy("It is kept with the export, for everybody who asks later. Name no family in it."),
    )  # fmt: skip
    with_words = forms.BooleanField(label=gettext_lazy("Notes: with what was written in them"), required=False)
    why_words = forms.CharField(
        label=gettext_lazy("Why are the words needed?"), max_length=300, required=False,
        help_text=gettext_lazy("Only when you ask for the words of notes."),
    )  # fmt: skip
    field_order = ["what", "where", "period", "file_type", "purpose", "with_words", "why_words"]

    def __init__(self, data, *, user):
        super().__init__(data, user=user)
        usual = Days.of(timezone.localdate())
        self.fields["period"].initial = str(Days(usual.first, timezone.localdate()))
        self.fields["period"].required = self.fields["where"].required = True
        self.fields["what"].choices = choices()
        if not user.may(Permission.NOTE_EXPORT):
            del self.fields["with_words"], self.fields["why_words"]
        self.order_fields(self.field_order)

    def clean(self):
        said = super().clean()
        words, why = said.get("with_words"), said.get("why_words", "")
        if words and said.get("what") != tables.NOTES.code:
            self.add_error("with_words", _("Only the table of notes has words. Leave this empty for other tables."))
        if words and not why:
            self.add_error("why_words", _("Say why the words themselves are needed."))
        return said

    @property
    def asked(self):
        """What is kept of it."""
        said = self.cleaned_data
        words = bool(said.get("with_words"))
        return {
            "what": said["what"],
            "where": said.get("where") or self.fields["where"].initial,
            "period": str(self.days),
            "file_type": said["file_type"],
            "purpose": said["purpose"],
            "with_words": words,
            "why_words": said["why_words"] if words else "",
        }
