"""Two people, one record: the second is told, sees both, loses nothing."""

from django import forms
from django.db import models, transaction
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from agency.history import counts_versions


class Versioned(models.Model):
    """A record two people may edit. The database counts its versions."""

    version = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        abstract = True
        triggers = [counts_versions()]


class ChangedMeanwhile(Exception):
    """Somebody saved this record after the form was opened. Answered by the merge page (agency.middleware)."""

    def __init__(self, form, current):
        super().__init__()
        self.form = form
        self.current = current

    def page(self, request):
        """Both versions side by side, what was typed still in the form; nothing has been saved."""
        conflict = {
            "rows": list(_rows(self.form, self.current)),
            "version": self.current.version,
            "hidden": [(key, value) for key, values in request.POST.lists() for value in values if _is_typed(key)],
        } | _last_change(self.current)
        return render(request, "merge.html", {"conflict": conflict}, status=409)


def _is_typed(key):
    return key not in ("csrfmiddlewaretoken", "version", "_merge") and not key.startswith("pick_")


def _rows(form, current):
    for name in form.editable_names():
        theirs, yours = (
            _shown(form, name, form.initial_of(name, current)),
            _shown(form, name, form.cleaned_data.get(name)),
        )
        yield {
            "name": name,
            "label": form.fields[name].label,
            "theirs": theirs,
            "yours": yours,
            "same": theirs == yours,
        }


def _shown(form, name, value):
    """A value as a person reads it: a choice by its label, several joined, nothing as an empty text."""
    labels = dict(getattr(form.fields[name], "choices", ()) or ())
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, (list, tuple, set, models.QuerySet)):
        return ", ".join(_shown(form, name, item) for item in value)
    return "" if value is None else str(labels.get(getattr(value, "pk", value), value))


def _last_change(current):
    """Who saved the version we now see, and when, from the row history."""
    history = getattr(current, "history", None)
    event = history and history.select_related("pgh_context").order_by("pgh_id").last()
    if not event:
        return {"who": None, "when": None}
    return {"who": _person(event.pgh_context), "when": event.pgh_created_at}


def _person(context):
    from agency.models import User

    return User.objects.filter(pk=(context.metadata or {}).get("user")).first() if context else None


class VersionedForm(forms.ModelForm):
    """A form on a `Versioned` record. It remembers which version it was opened on and refuses to overwrite a newer one.

    Posted back from the merge page, each `pick_<field>=theirs` takes the stored value for that field.
    """

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, data=None, *args, instance=None, **kwargs):
        if data is not None and "_merge" in data and instance is not None:
            data = self._with_theirs(data, instance)
        super().__init__(data, *args, instance=instance, **kwargs)
        if self.instance.pk:
            self.initial["version"] = self.instance.version

    def _with_theirs(self, data, instance):
        merged = data.copy()
        for key in [key for key in data if key.startswith("pick_") and data[key] == "theirs"]:
            name = key.removeprefix("pick_")
            if name in self.base_fields:
                merged.setlist(name, _as_posted(self.initial_of(name, instance)))
        return merged

    def editable_names(self):
        return [name for name in self.fields if name != "version" and not self.fields[name].disabled]

    def initial_of(self, name, instance):
        """The stored value of one field, as the form would show it."""
        if not hasattr(type(instance), name):
            return None
        value = getattr(instance, name)
        if hasattr(value, "all"):
            return list(value.all())
        return value

    @transaction.atomic
    def save(self, commit=True):
        if self.instance.pk and commit:
            current = type(self.instance)._base_manager.select_for_update(of=("self",)).get(pk=self.instance.pk)
            if current.version != self.cleaned_data.get("version"):
                raise ChangedMeanwhile(self, current)
        saved = super().save(commit)
        if commit:
            saved.refresh_from_db(fields=["version"])
        return saved


def _as_posted(value):
    """A stored value the way a browser would send it."""
    if isinstance(value, (list, tuple)):
        return [str(getattr(item, "pk", item)) for item in value]
    if value is None or value is False:
        return []
    return ["on" if value is True else str(getattr(value, "pk", value))]
