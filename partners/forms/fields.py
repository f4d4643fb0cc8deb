"""How the directory's forms are laid out: what is rare stands folded, short fields stand side by side."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Layout, LayoutObject
from django import forms
from django.template.loader import render_to_string


class Fold(LayoutObject):
    """Fields that are seldom needed. Open when one of them must be looked at; says what stands there."""

    def __init__(self, title, *fields):
        self.title, self.fields = title, list(fields)

    def render(self, form, context, template_pack="bootstrap5", **kwargs):
        bound = [form[pointer.name] for pointer in self.get_field_names()]
        filled = [field for field in bound if _is_filled(field)]
        said = {
            "title": self.title,
            "body": self.get_rendered_fields(form, context, template_pack, **kwargs),
            "is_open": any(field.errors or (field.field.required and field not in filled) for field in bound),
            "is_filled": bool(filled),
            "chosen": ", ".join(label for field in filled for label in _chosen(field)),
        }
        return render_to_string("partners/_fold.html", said)


def _is_filled(bound):
    """Something else stands there than what a new entry has."""
    names = {field.name: field for field in bound.form._meta.model._meta.fields}
    usual = names[bound.name].get_default() if bound.name in names else None
    return bool(bound.value()) and bound.value() != usual


def _chosen(bound):
    """The labels of what is ticked in a long list."""
    if not isinstance(bound.field, forms.MultipleChoiceField | forms.ModelMultipleChoiceField):
        return []
    ticked = {str(getattr(value, "pk", value)) for value in bound.value()}
    return [str(label) for value, label in bound.field.choices if str(value) in ticked]


def beside(*fields):
    return Div(*fields, css_class="fields")


def laid_out(*fields):
    helper = FormHelper()
    helper.form_tag = False
    helper.layout = Layout(*fields)
    return helper


def lines(text, longest=200):
    """The lines of a text, without empty ones and repetitions."""
    return list(dict.fromkeys(line.strip()[:longest] for line in text.splitlines() if line.strip()))


def keep(rows, model, field, wanted):
    """Make `rows` (of `model`) say exactly `wanted`: what is gone goes, what is new comes, the rest stays."""
    rows.exclude(**{f"{field}__in": wanted}).delete()
    there = set(rows.values_list(field, flat=True))
    owner = {rows.field.name: rows.instance}
    rows.bulk_create([model(**owner, **{field: value}) for value in wanted if value not in there])
