"""Flags on a record: raised, answered, asked again, settled."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from agency import drafts
from agency.access import Permission, permissions_on, requires
from agency.once import sent_once
from agency.transitions import MoveNotAllowed
from agency.typed import typed_form
from families.opening import open_family
from supervision.actions import flags as actions
from supervision.forms.flags import RaiseForm, SayForm
from supervision.models import CaseFlag, FlagEntry
from supervision.opening import open_flag
from supervision.states import FLAG


@requires(Permission.FLAG_RAISE)
@sent_once
def add(request, family_pk):
    """A supervisor points at something in this record; the worker finds it on their day."""
    family = open_family(request, family_pk)
    key = f"flag-{family.pk}"
    form = typed_form(request, RaiseForm, key, instance=CaseFlag(family=family))
    if request.method == "POST" and form.is_valid():
        flag = actions.raise_flag(form=form, by=request.user)
        drafts.forget(request, key)
        messages.success(request, _("Raised. Their worker finds it on My day."))
        return redirect(flag)
    page = {"family": family, "form": form, "draft_key": key, "title": _("Raise a flag"), "save": _("Raise it")}
    lede = _("Their worker and you see it, nobody else. Point at the record, not at the person.")
    return render(request, "families/form.html", page | {"lede": lede})


@requires(Permission.FLAG_VIEW)
def flag(request, pk):
    """What was said so far, and what may be said next."""
    found = open_flag(request, pk)
    return render(request, "supervision/flag.html", _page(request, found))


def _page(request, found, bound=None):
    entries = FlagEntry.objects.visible_to(request.user).filter(flag=found).select_related("said_by").order_by("pk")
    may = permissions_on(request.user, found.family)
    moves = [move for move in FLAG.open_to(found.state, request.user) if move.permission in may]
    forms = [bound if bound and bound.move == move else _form(found, move, request) for move in moves]
    return {"flag": found, "family": found.family, "entries": entries, "forms": forms, "bound": bound}


def _form(found, move, request, data=None):
    kept = drafts.restore(request, f"flag-{found.pk}-{move.name}") if data is None else {}
    initial = {"words": kept.get(f"{move.name}-words", "")}
    form = SayForm(data, move=move, initial=initial)
    form.move, form.key = move, f"flag-{found.pk}-{move.name}"
    form.url = reverse("supervision:flag-move", args=[found.pk, move.name])
    return form


@requires(Permission.FLAG_VIEW)
@require_POST
@sent_once
def move(request, pk, name):
    """Answer, ask again, settle: each with a sentence, but for settling."""
    found = open_flag(request, pk)
    asked = FLAG.moves.get(name)
    if asked is None or asked.permission not in permissions_on(request.user, found.family):
        messages.error(request, _("This is not yours to do. Talk with each other."))
        return redirect(found)
    form = _form(found, asked, request, request.POST)
    if not form.is_valid():
        return render(request, "supervision/flag.html", _page(request, found, form))
    try:
        actions.move(flag=found, name=name, words=form.cleaned_data["words"], by=request.user)
    except (MoveNotAllowed, actions.WordsMissing) as reason:
        messages.error(request, str(reason))
        return redirect(found)
    drafts.forget(request, form.key)
    messages.success(request, _("Saved. Your colleague can read it now."))
    return redirect(found)
