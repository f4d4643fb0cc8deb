"""What the pages of this room share: forms that keep typed words, and the way back."""

from django.forms import BooleanField, ModelMultipleChoiceField
from django.utils.http import url_has_allowed_host_and_scheme

from agency import drafts


def typed_form(request, form_class, key, **kwargs):
    """The form as posted; else as stored, with the words this person had typed and not saved over it."""
    if request.method == "POST":
        return form_class(request.POST, **kwargs)
    draft = drafts.restore(request, key)
    if not draft:
        return form_class(**kwargs)
    kwargs["initial"] = kwargs.get("initial", {}) | draft
    form = form_class(**kwargs)
    _untick(form, draft)
    if "version" in draft and "version" in form.fields:
        form.initial["version"] = draft["version"]  # what a colleague has saved since then leads to the merge page
    return form


def _untick(form, draft):
    """A browser sends nothing for what is not ticked, so a draft without it means "no"."""
    for name, field in form.fields.items():
        if name not in draft and isinstance(field, BooleanField):
            form.initial[name] = False
        elif isinstance(field, ModelMultipleChoiceField):
            chosen = draft.get(name, [])
            form.initial[name] = chosen if isinstance(chosen, list) else [chosen]


def part_of(draft, prefix):
    """What a draft of several forms holds for the one with this prefix."""
    start = f"{prefix}-"
    return {name.removeprefix(start): value for name, value in draft.items() if name.startswith(start)}


def way_back(request, default):
    """The page this one was opened from, when it is one of ours; else `default`."""
    asked = request.GET.get("next", "")
    return asked if is_ours(request, asked) else default


def is_ours(request, url):
    """True for an address on this site."""
    return bool(url) and url_has_allowed_host_and_scheme(url, {request.get_host()}, require_https=request.is_secure())
