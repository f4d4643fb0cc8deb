"""Texts one writes often."""

from django import forms
from django.utils.translation import gettext_lazy as _

from goals.forms.choices import without_empty
from goals.models import NoteTemplate, ProgressNote


class TextForm(forms.ModelForm):
    """A text of one's own, or of the agency, in both languages."""

    contact = forms.ChoiceField(label=_("Kind of contact"), required=False)

    class Meta:
        model = NoteTemplate
        fields = ["name", "name_es", "shortcut", "contact", "text", "text_es"]
        widgets = {"text": forms.Textarea(attrs={"rows": 4}), "text_es": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["contact"].choices = [("", _("Any")), *without_empty(ProgressNote.Contact.choices)]
        self.fields["contact"].optional = _("if it is always the same")
        if self.instance.owner_id:
            del self.fields["name_es"], self.fields["text_es"]

    def clean_shortcut(self):
        """One short word once: the owner is no field of the form, so it is asked for here."""
        shortcut = self.cleaned_data["shortcut"].lower()
        same = NoteTemplate.objects.filter(owner=self.instance.owner, shortcut=shortcut, ended_on=None)
        if same.exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(_("There is a text with this short word already."))
        return shortcut
