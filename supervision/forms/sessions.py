"""Planning a session, bringing something to it, and keeping what came of it."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency import held
from agency.days import PastDay, is_ahead
from agency.editing import VersionedForm
from agency.widgets import Day
from families.models import Family
from supervision.models import Decision, Session, Topic

FURTHEST = timedelta(days=365)


class Time(forms.TimeInput):
    """A time of day, picked from the browser's own clock."""

    input_type = "time"

    def __init__(self):
        super().__init__(format="%H:%M")


class PlanForm(forms.ModelForm):
    """When and where these two meet."""

    class Meta:
        model = Session
        fields = ["planned_on", "begins_at", "place"]
        widgets = {"planned_on": Day, "begins_at": Time}
        help_texts = {"place": gettext_lazy("A quiet room, a walk, a call.")}

    def clean_planned_on(self):
        day = self.cleaned_data["planned_on"]
        is_ahead(day)
        if day > timezone.localdate() + FURTHEST:
            raise forms.ValidationError(_("This is more than a year ahead. Check the year."))
        return day


class MissedForm(forms.ModelForm):
    """Why a session did not take place."""

    class Meta:
        model = Session
        fields = ["why"]
        error_messages = {"why": {"required": gettext_lazy("Say in a few words what came between.")}}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["why"].required = True


class TopicForm(VersionedForm):
    """A family, a question, or both. Whose session it is stands on the instance."""

    class Meta:
        model = Topic
        fields = ["family", "words"]
        widgets = {"words": forms.Textarea(attrs={"rows": 2})}
        labels = {"words": gettext_lazy("What I want to talk about")}

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        session = self.instance.session
        served = Family.objects.visible_to(user).filter(assignments__worker=session.worker_id).distinct()
        taken = Topic.objects.visible_to(user).filter(session=session, family__isnull=False)
        taken = taken.exclude(pk=self.instance.pk).values("family")
        self.fields["family"].queryset = served.exclude(pk__in=taken).order_by("name", "pk")
        self.fields["family"].empty_label = _("No family: a question of my own")
        self.fields["family"].optional = _("if it is about one")
        self.fields["words"].optional = _("if a family says it already")
        if self.instance.pk:
            del self.fields["family"]

    def clean(self):
        said = super().clean()
        family = self.instance.family if self.instance.pk else said.get("family")
        if not family and not said.get("words", "").strip():
            self.add_error("words", _("Choose a family or write a question."))
        return said


class HoldForm(VersionedForm):
    """What came of a session, but for its decisions."""

    looked_at = forms.ModelMultipleChoiceField(
        Topic.objects.none(), required=False, label=gettext_lazy("What we talked about")
    )

    class Meta:
        model = Session
        fields = ["held_on", "minutes", "place", "looked_at", "training", "support"]
        field_classes = {"held_on": PastDay}
        widgets = {
            "minutes": forms.NumberInput(attrs={"inputmode": "numeric", "min": 1, "max": 480}),
            "training": forms.Textarea(attrs={"rows": 2}),
            "support": forms.Textarea(attrs={"rows": 2}),
        }
        help_texts = {
            "training": gettext_lazy("A skill, a subject, a colleague to watch."),
            "support": gettext_lazy("What was offered: an ear, a hand, time, a change of work."),
        }

    def __init__(self, *args, user, topics, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("held_on", "minutes"):
            self.fields[name].required = True
        session = self.instance
        self.fields["looked_at"].queryset = Topic.objects.visible_to(user).filter(session=session)
        self.initial.setdefault("looked_at", [topic.pk for topic in topics if topic.is_looked_at])
        if session.is_planned:
            self.initial.setdefault("minutes", None)
            self.initial["held_on"] = self.initial.get("held_on") or min(session.planned_on, timezone.localdate())

    def initial_of(self, name, instance):
        if name == "looked_at":
            return list(self.fields["looked_at"].queryset.filter(is_looked_at=True))
        return super().initial_of(name, instance)


class DecisionForm(forms.ModelForm):
    """One decision, with who does it and by when. Left empty, nothing is added; emptied, it is taken away.

    The version of the session stands for all of them: whoever keeps decisions keeps the session.
    """

    owner = forms.TypedChoiceField(label=gettext_lazy("Who"), required=False, coerce=int, empty_value=None)

    class Meta:
        model = Decision
        fields = ["what", "due_on"]
        widgets = {"what": forms.Textarea(attrs={"rows": 2}), "due_on": Day}
        labels = {"what": gettext_lazy("What we decided"), "due_on": gettext_lazy("By")}

    def __init__(self, *args, two, **kwargs):
        super().__init__(*args, use_required_attribute=False, **kwargs)
        self.fields["what"].required = False
        names = [(person.pk, person.first_name or person.username) for person in two]
        self.fields["owner"].choices = [("", _("Nobody: a decision only")), *names]
        self.initial.setdefault("owner", str(self.instance.owner_id or ""))
        self.fields["due_on"].optional = self.fields["owner"].optional = ""

    def clean(self):
        said = super().clean()
        if (said.get("due_on") or said.get("owner")) and not said.get("what", "").strip():
            self.add_error("what", _("Say what was decided."))
        if said.get("due_on") and not said.get("owner"):
            self.add_error("owner", _("Say who does it."))
        if self._goes(said) and held.among([self.instance.family_id]):
            self.add_error("what", str(held.StillAsked(self.instance.family_id)))
        self.instance.owner_id = said.get("owner")
        return said

    def _goes(self, said):
        """It was there and is emptied now."""
        return self.instance.pk is not None and "what" in self.changed_data and not said.get("what", "").strip()

    def keep(self, session):
        """Save it as a decision of this session, take it away, or leave it. What was not sent is not touched."""
        is_there = self.instance.pk is not None
        if self.add_prefix("what") not in self.data or not self.has_changed():
            return
        if not self.cleaned_data["what"].strip():
            self.instance.delete()
        elif is_there:
            self.instance.save(update_fields=self._to_save())
        else:
            self.instance.session = session
            self.save()

    def _to_save(self):
        """Whoever is named anew does it, wherever the family has gone since."""
        if "owner" not in self.changed_data:
            return self.changed_data
        self.instance.passed_to = None
        return [*self.changed_data, "passed_to"]
