"""A form taken up again where it was left."""

from django import forms

TICKED = (forms.BooleanField, forms.MultipleChoiceField, forms.ModelMultipleChoiceField)


def take_up(form, draft):
    """Show the words of `draft` in `form` as they were left.

    A browser does not send an empty box, so what is missing was left empty on purpose; and the draft knows on which
    version it was written, so that a newer one is not overwritten unseen.
    """
    if draft is None:
        return form
    for name, field in form.fields.items():
        if isinstance(field, TICKED) and name not in draft.typed:
            form.initial[name] = False if isinstance(field, forms.BooleanField) else []
    version = draft.typed.get("version", [""])[0]
    if version.isdigit():
        form.initial["version"] = int(version)
    return form
