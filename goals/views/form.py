"""Settings of this room: what stands on the agreement and in which order, and the ideas for goals."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from agency.access import Permission, requires
from agency.once import sent_once
from agency.views.organisation import for_the_whole_agency
from goals import ideas as idea_list
from goals import sections as section_list
from goals.actions import form as actions
from goals.forms.form import IdeaForm, SectionForm
from goals.models import FormSection, GoalIdea


@requires(Permission.SETTINGS_EDIT)
def form(request):
    """The parts of the agreement in their order."""
    for_the_whole_agency(request)
    return render(request, "goals/form.html", {"sections": section_list.sections()})


@requires(Permission.SETTINGS_EDIT)
@sent_once
def section_add(request):
    return _section(request, FormSection(), _("A new part of the agreement"))


@requires(Permission.SETTINGS_EDIT)
def section(request, code):
    """Change one part of the form."""
    found = _named(section_list.sections(), code)
    return _section(request, found, str(found))


def _named(rows, code):
    for row in rows:
        if row.code == code:
            return row
    raise Http404


def _section(request, found, title):
    for_the_whole_agency(request)
    made = _stored(request, FormSection, section_list, found)
    form = SectionForm(request.POST or None, instance=made)
    if request.method == "POST" and form.is_valid():
        actions.keep_section(form=form, by=request.user)
        messages.success(request, _("Saved. The next agreement is written this way; signed ones stay as they are."))
        return redirect("goals:form")
    page = {"form": form, "title": title, "section": found, "back": _place("goals:form", _("The agreement’s form"))}
    return render(request, "goals/form_section.html", page)


def _stored(request, model, ours, found):
    """The row behind a part that came with the program: made on the first change, by whoever makes it."""
    if request.method != "POST" or found.pk or not found.code:
        return found
    ours.adopt()
    return model.objects.visible_to(request.user).get(code=found.code)


def _place(name, label):
    return {"url": reverse(name), "label": label}


@requires(Permission.SETTINGS_EDIT)
@require_POST
def section_move(request, code, way):
    """One place up or down."""
    for_the_whole_agency(request)
    actions.move_section(code=code, up=way == "up", by=request.user)
    return redirect("goals:form")


@requires(Permission.SETTINGS_EDIT)
@require_POST
def section_delete(request, code):
    for_the_whole_agency(request)
    found = _named(FormSection.objects.visible_to(request.user), code)
    try:
        actions.take_section_out(section=found, by=request.user)
    except actions.InUse as reason:
        messages.error(request, str(reason))
        return redirect(found)
    messages.success(request, _("Deleted."))
    return redirect("goals:form")


@requires(Permission.SETTINGS_EDIT)
def ideas(request):
    """The ideas for goals, outcome by outcome."""
    for_the_whole_agency(request)
    return render(request, "goals/ideas.html", {"groups": idea_list.by_outcome(idea_list.every())})


@requires(Permission.SETTINGS_EDIT)
@sent_once
def idea_add(request):
    return _idea(request, GoalIdea(), _("A new idea"))


@requires(Permission.SETTINGS_EDIT)
def idea(request, code):
    found = _named(idea_list.every(), code)
    return _idea(request, found, str(found))


def _idea(request, found, title):
    for_the_whole_agency(request)
    form = IdeaForm(request.POST or None, instance=_stored(request, GoalIdea, idea_list, found))
    if request.method == "POST" and form.is_valid():
        actions.keep_idea(form=form, by=request.user)
        messages.success(request, _("Saved."))
        return redirect("goals:ideas")
    back = _place("goals:ideas", _("Ideas for goals"))
    return render(request, "goals/form_section.html", {"form": form, "title": title, "back": back})
