"""What the forms of this room share: the records one ticks, and how an empty field asks for its words."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from agency.models import ServiceCategory
from referrals import release


def records_to_tick():
    """The records a family can name, least first, as one ticks them."""
    return [(record, capfirst(record.label)) for record in release.COVERS]


def kinds_to_name():
    """The restricted kinds of need: each leaves only where a family has named it."""
    kinds = ServiceCategory.objects.filter(is_restricted=True, retired_on=None)
    return [(kind.code, str(kind)) for kind in kinds]


def say_what_is_missing(form):
    """An empty field asks for what it needs, in words."""
    for field in form.fields.values():
        field.error_messages["required"] = missing(field)


def missing(field):
    if isinstance(field, forms.DateField):
        return _("Pick a day.")
    if isinstance(field, forms.MultipleChoiceField):
        return _("Tick at least one.")
    return _("Pick one.") if isinstance(field, forms.ChoiceField) else _("Write a few words.")
