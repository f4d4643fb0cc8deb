"""What standing reports are narrowed by, beside whose and when. It stands in the address; no name ever does."""

from django import forms
from django.utils.translation import gettext_lazy as _

from agency.languages import Language
from agency.models import ProgramOption
from reports.models import SavedView, ViewSchedule


class NarrowForm(forms.Form):
    """Families that want to be spoken to in one language; places of one option."""

    language = forms.ChoiceField(label=_("Language"), required=False, choices=[("", _("All")), *Language.choices])
    option = forms.ChoiceField(label=_("Option"), required=False, choices=[("", _("All")), *ProgramOption.choices])
    sharing = forms.BooleanField(
        label=_("For sharing"), required=False,
        help_text=_("Small numbers, and what would give them away, are hidden."),
    )  # fmt: skip

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user


class KeepForm(forms.ModelForm):
    """A name for what one looks at, and how often its link should come."""

    every = forms.ChoiceField(
        label=_("Send me the link"), required=False, choices=[("", _("never")), *ViewSchedule.Every.choices],
        help_text=_("The mail holds the link alone: no number and no name."),
    )  # fmt: skip
    keeps_days = forms.BooleanField(
        label=_("Always exactly these days"), required=False,
        help_text=_("Otherwise each time the newest days are counted."),
    )  # fmt: skip

    replaces = forms.BooleanField(label=_("In place of my view of this name"), required=False)

    class Meta:
        model = SavedView
        fields = ["name", "is_shared"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.order_fields(["name", "replaces", "is_shared", "every", "keeps_days"])
        if self._namesake is None:
            del self.fields["replaces"]

    @property
    def _namesake(self):
        """The view of one's own that has this name already."""
        user, name = self.instance.user, (self.data.get("name") or "").strip()
        return SavedView.objects.visible_to(user).filter(user=user, name=name).first() if name else None

    def clean(self):
        """A name stands for one view: another one takes its place only when that was said."""
        said, namesake = super().clean(), self._namesake
        if namesake and said.get("replaces"):
            self.instance.pk, self.instance._state.adding = namesake.pk, False
        elif namesake:
            self.add_error("name", _("You have a view of this name already. Put this one in its place, or rename it."))
        return said
