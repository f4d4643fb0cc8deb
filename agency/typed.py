"""Forms that keep typed words: shown as posted, else as stored with what this person had typed and not saved."""

from django import forms

from agency import drafts


def typed_form(request, form_class, key, *, initial=None, **kwargs):
    """The form as posted; else as stored, with the draft `key` over it as it was left.

    `form.kept` is that draft, or None. It knows on which version it was written, so that what a colleague has saved
    since then leads to the merge page and is not overwritten unseen.
    """
    if request.method == "POST":
        form, draft = form_class(request.POST, initial=initial, **kwargs), None
    else:
        draft = drafts.find(request, key)
        form = form_class(initial=(initial or {}) | drafts.initial_from(draft), **kwargs)
        _as_left(form, draft)
    form.kept = draft
    return form


def part_of(draft, prefix):
    """What a draft of several forms (`drafts.restore`) holds for the one with this prefix."""
    start = f"{prefix}-"
    return {name.removeprefix(start): value for name, value in draft.items() if name.startswith(start)}


def _as_left(form, draft):
    """A browser sends nothing for an empty box, so what a draft does not hold was left empty on purpose."""
    if draft is None:
        return
    for name, field in form.fields.items():
        if isinstance(field, forms.BooleanField) and name not in draft.typed:
            form.initial[name] = False
        elif isinstance(field, (forms.MultipleChoiceField, forms.ModelMultipleChoiceField)):
            form.initial[name] = draft.typed.get(name, [])
    version = draft.typed.get("version", [""])[0]
    if version.isdecimal() and "version" in form.fields:
        form.initial["version"] = int(version)
