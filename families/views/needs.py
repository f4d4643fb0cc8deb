"""What is hard, what matters now, and the help that came."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from agency import drafts, line
from agency.access import Permission, requires
from agency.languages import OURS, others
from agency.once import sent_once
from agency.typed import typed_form
from families import actions, conversation, panels
from families import needs as of_family
from families.forms.needs import NeedCloseForm, NeedForm
from families.models import Answer, Need
from families.opening import open_family


@requires(Permission.ASSESSMENT_EDIT)
@sent_once
def add(request, pk):
    """A need somebody told us about, outside of a conversation."""
    family = open_family(request, pk)
    key = f"need:of-{family.pk}"
    form = typed_form(request, NeedForm, key, instance=Need(family=family, added_by=request.user))
    if request.method == "POST" and form.is_valid():
        need = actions.add_need(need=form.save(commit=False), by=request.user)
        return _saved(request, key, "families:need", need.pk)
    return _form_page(request, family, form, key, title=_("What is hard"), save=_("Keep this need"))


@requires(Permission.ASSESSMENT_VIEW)
def needs(request, pk):
    """All needs of a family, the pressing ones first, narrowed by what one looks for."""
    family = open_family(request, pk)
    page = of_family.listed(family, request.user, request.GET.get("show", ""), request.GET.get("kind", ""))
    page |= {"family": family, "may_edit": conversation.may_edit(family, request.user)}
    return render(request, "families/needs.html", page)


@requires(Permission.ASSESSMENT_VIEW)
def need(request, pk):
    """One need: how it began, what has been done, how it ended."""
    need = _need(request, pk)
    family = open_family(request, need.family_id)
    page = {
        "family": family,
        "need": need,
        "facts": of_family.facts_of(need),
        "services": panels.services(family, request.user, need=need),
        "may_edit": conversation.may_edit(family, request.user),
        "lines": line.through("need", need, request.user),
    }
    return render(request, "families/need.html", page)


@requires(Permission.ASSESSMENT_EDIT)
def edit(request, pk):
    need = _need(request, pk)
    family = open_family(request, need.family_id)
    key = f"need:{need.pk}"
    form = typed_form(request, NeedForm, key, instance=need)
    if request.method == "POST" and form.is_valid():
        form.save()
        return _saved(request, key, "families:need", need.pk)
    return _form_page(request, family, form, key, title=_("Change this need"), save=_("Save the need"))


@requires(Permission.ASSESSMENT_EDIT)
def close(request, pk):
    need = _need(request, pk)
    family = open_family(request, need.family_id)
    key = f"need-close:{need.pk}"
    form = typed_form(request, NeedCloseForm, key, instance=need, user=request.user)
    if request.method == "POST" and form.is_valid():
        actions.close_need(form=form, by=request.user)
        return _saved(request, key, "families:need", need.pk)
    return _form_page(request, family, form, key, title=_("How did it end?"), lede=need.what, save=_("Close this need"))


@requires(Permission.ASSESSMENT_EDIT)
@require_POST
def reopen(request, pk):
    """It came back, or was closed by mistake."""
    need = _need(request, pk)
    open_family(request, need.family_id)
    actions.reopen_need(need=need, by=request.user)
    messages.success(request, _("This need is open again."))
    return redirect("families:need", need.pk)


@requires(Permission.ASSESSMENT_EDIT)
@require_POST
def first_step(request, pk):
    """Something has been done about an urgent need today."""
    need = _need(request, pk)
    open_family(request, need.family_id)
    actions.take_first_step(need=need, by=request.user)
    messages.success(request, _("Kept: the first step is taken. Say what you did in a note."))
    return redirect("families:need", need.pk)


@requires(Permission.ASSESSMENT_VIEW)
def priorities(request, pk):
    """What matters to the family now, in its own order and language. Restricted matters are left out: paper travels."""
    family = open_family(request, pk)
    language = request.GET.get("lang", family.language)
    language = language if language in OURS else "en"
    is_large = "large" in request.GET
    with translation.override(language):
        page = {
            "family": family,
            "strengths": panels.strengths(family, request.user, on_paper=True),
            "languages": _languages(language, is_large),
            "language": language,
            "is_large": is_large,
            "today": timezone.localdate(),
            "may_edit": conversation.may_edit(family, request.user),
        }
        response = render(request, "families/priorities.html", page | of_family.priorities(family, request.user))
    response.headers["Content-Language"] = language
    return response


@requires(Permission.ASSESSMENT_EDIT)
@require_POST
def priority(request, pk):
    """The family moves one matter up or down, or between now and later. Its order is kept."""
    need = _need(request, pk)
    family = open_family(request, need.family_id)
    go = request.POST.get("go")
    if go in (Answer.WorkOn.NOW, Answer.WorkOn.LATER):
        actions.work_on(need=need, when=go, by=request.user)
    elif go in ("up", "down"):
        beside = of_family.priorities(family, request.user).get(need.interest, [])
        if need in beside:
            actions.move(need=need, beside=beside, up=go == "up", by=request.user)
    asked = {name: request.POST[name] for name in ("lang", "large") if request.POST.get(name)}
    query = f"?{urlencode(asked)}" if asked else ""
    return redirect(f"{reverse('families:priorities', args=[family.pk])}{query}#need-{need.pk}")


def _languages(language, is_large):
    """The paper in the other languages, as large as it is."""
    larger = "&large=1" if is_large else ""
    return [other | {"url": other["url"] + larger} for other in others(language)]


def _need(request, pk):
    known = ("category", "answer__assessment", "answer__item", "added_by", "closed_with")
    needs = Need.objects.visible_to(request.user).select_related(*known)
    return get_object_or_404(needs, pk=pk)


def _form_page(request, family, form, key, **more):
    return render(request, "families/form.html", more | {"family": family, "form": form, "draft_key": key})


def _saved(request, key, name, *args):
    drafts.forget(request, key)
    messages.success(request, _("Saved."))
    return redirect(reverse(name, args=args))
