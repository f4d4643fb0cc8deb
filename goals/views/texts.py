"""Texts one writes often: a person's own, and the agency's."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from agency import audit
from agency.access import Permission, requires
from agency.once import sent_once
from goals.forms.texts import TextForm
from goals.models import NoteTemplate


@requires(Permission.NOTE_VIEW)
def texts(request):
    """All texts this person may put into a note."""
    found = [_with_rights(text, request.user) for text in NoteTemplate.objects.visible_to(request.user)]
    page = {
        "own": [text for text in found if text.owner_id],
        "agencys": [text for text in found if not text.owner_id],
        "may_write": request.user.may(Permission.NOTE_EDIT),
        "may_set": request.user.may(Permission.SETTINGS_EDIT),
    }
    return render(request, "goals/texts.html", page)


def _with_rights(text, user):
    text.may_change = text.owner_id == user.pk if text.owner_id else user.may(Permission.SETTINGS_EDIT)
    return text


@requires(Permission.NOTE_VIEW)
@sent_once
def add(request, whose):
    """A text of one's own; of the agency for whoever keeps its settings."""
    needs = {"own": Permission.NOTE_EDIT, "agency": Permission.SETTINGS_EDIT}.get(whose)
    if needs is None:
        raise Http404
    if not request.user.may(needs):
        raise PermissionDenied
    return _form(request, NoteTemplate(owner=request.user if whose == "own" else None))


@requires(Permission.NOTE_VIEW)
def edit(request, pk):
    return _form(request, _open(request, pk))


def _open(request, pk):
    found = _with_rights(get_object_or_404(NoteTemplate.objects.visible_to(request.user), pk=pk), request.user)
    if not found.may_change:
        raise PermissionDenied
    return found


def _form(request, text):
    form = TextForm(request.POST or None, instance=text)
    if request.method == "POST" and form.is_valid():
        kept = form.save()
        audit.record("note_text_kept", about=kept, by=request.user)
        messages.success(request, _("Kept. Type ;%(word)s in a note.") % {"word": kept.shortcut})
        return redirect("goals:texts")
    return render(request, "goals/text_form.html", {"form": form, "text": text})


@requires(Permission.NOTE_VIEW)
@require_POST
def end(request, pk):
    """A text nobody needs any more. Notes that were written with it stay as they are."""
    found = _open(request, pk)
    found.ended_on = timezone.localdate()
    found.save(update_fields=["ended_on"])
    audit.record("note_text_ended", about=found, by=request.user)
    messages.success(request, _("Gone from the list. Notes written with it stay as they are."))
    return redirect("goals:texts")
