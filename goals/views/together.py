"""The agreement on one screen turned to the parent: written together, in the family's language."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from agency import drafts
from agency.access import Permission, requires
from agency.forms.together import Together
from agency.languages import OURS, others
from agency.once import sent_once
from families.opening import open_family
from families.panels import strengths
from goals import ideas, paper, sections
from goals.actions import together as actions
from goals.forms.together import AnswersTogether, GoalTogether, NewGoalTogether
from goals.models import FormSection, Goal
from goals.opening import agreement_or_404
from goals.states import AgreementState

BEING_WRITTEN = (AgreementState.ACCEPTED, AgreementState.REVISING)
Kind = FormSection.Kind


@requires(Permission.GOAL_EDIT)
@sent_once
def together(request, family_pk):
    """Every part of the form, in the manager's order, with room for the family's words."""
    family = open_family(request, family_pk)
    found = agreement_or_404(request, family)
    if found.state not in BEING_WRITTEN:
        messages.info(request, _("It is not being written now. Here it is as it stands."))
        return redirect("goals:agreement", family.pk)
    language = language_for(request, family)
    with override(language):
        return _written(request, family, found, language)


def language_for(request, family):
    """The language of a screen turned to the parent: chosen there, else the family's, else that of the page."""
    wanted = (request.GET.get("lang"), family.language, get_language(), "en")
    return next(code for code in wanted if code in OURS)


def _written(request, family, found, language):
    key = f"agreement-{family.pk}"
    page = _forms(request, family, key)
    posted = [form for form in page["goals"] if form.is_bound]  # a goal added meanwhile was not on that screen
    everything = Together([*posted, page["new"], page["answers"]])
    status = 200
    if request.method == "POST" and everything.is_valid():
        try:
            actions.keep(agreement=found, goals=posted, new=page["new"], answers=page["answers"], by=request.user)
        except actions.ChangedMeanwhile:
            status = 409
        else:
            drafts.forget(request, key)
            return _onward(request, family, language)
    page |= {"family": family, "agreement": found, "together": everything, "draft": key, "language": language}
    page |= {"parts": _parts(request, family, page), "languages": others(language), "ideas": ideas.offered()}
    return render(request, "goals/agreement_together.html", page, status=status)


def _forms(request, family, key):
    """The form of each open goal, one for a new goal, one for the questions; as posted, else as left, else as kept."""
    user = request.user
    goals = Goal.objects.visible_to(user, Permission.GOAL_EDIT).filter(family=family).open().prefetch_related("steps")
    typed = request.POST if request.method == "POST" else None
    left = {} if typed else drafts.restore(request, key)
    return {
        "goals": [GoalTogether(_if_there(typed, f"g{goal.pk}-version"), goal=goal, left=left) for goal in goals],
        "new": NewGoalTogether(typed, family=family, user=user, left=left),
        "answers": AnswersTogether(typed, sections=sections.asked(), said=paper.answers(family), left=left),
    }


def _if_there(typed, name):
    """A goal that a colleague added after the screen was opened has nothing posted: it shows as it is kept."""
    return typed if typed and name in typed else None


def _parts(request, family, page):
    """The parts of the form as the screen shows them; a part of which there is nothing to say is left out."""
    shown = {
        Kind.BRINGS: {"listed": strengths(family, request.user, on_paper=True)},
        Kind.PLANS: {"listed": paper.plans_of(family)},
    }
    found = []
    for section in sections.asked():
        part = {"section": section} | shown.get(section.kind, {})
        if section.kind == Kind.ASKS:
            part["field"] = page["answers"][section.code]
        if section.kind not in shown or part["listed"]:
            found.append(part)
    return found


def _onward(request, family, language):
    """Where the button leads: on with it, in the other language, to the paper, or away from the screen."""
    go = request.POST.get("go", "")
    here = reverse("goals:agreement-together", args=[family.pk])
    if go in OURS:
        return redirect(f"{here}?lang={go}")
    if go == "stop":
        return redirect("goals:agreement", family.pk)
    if go == "read":
        actions.begin_with(family=family, by=request.user)
        return redirect(f"{reverse('goals:agreement-read', args=[family.pk])}?lang={language}")
    messages.success(request, _("Kept."))
    return redirect(f"{here}?lang={language}")
