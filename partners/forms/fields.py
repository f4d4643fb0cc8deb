"""How the directory's forms are laid out: what is rare stands folded, short fields stand side by side."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Layout, LayoutObject
from django.template.loader import render_to_string


class Fold(LayoutObject):
    """Fields that are seldom needed. Open when one of them must be looked at; says when something stands there."""

    def __init__(self, title, *fields):
        self.title, self.fields = title, list(fields)

    def render(self, form, context, template_pack="bootstrap5", **kwargs):
        names = [pointer.name for pointer in self.get_field_names()]
        said = {
            "title": self.title,
            "body": self.get_rendered_fields(form, context, template_pack, **kwargs),
            "is_open": any(name in form.errors for name in names),
            "is_filled": any(form[name].value() for name in names),
        }
        return render_to_string("partners/_fold.html", said)


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
