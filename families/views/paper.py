"""The conversation on paper: print the questions, and type in afterwards what was ticked."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from agency import drafts, pdf
from agency.access import Permission, requires
from agency.typed import part_of
from families import actions, conversation, paper
from families.forms.assessment import PaperAnswerForm, PaperForm
from families.models import Assessment
from families.opening import open_family
from families.views.conversation import keep, kept_as_typed, open_conversation, over


@requires(Permission.ASSESSMENT_EDIT)
def sheets(request, pk):
    """The questions with boxes, in one language or two, empty or with last time's answers marked."""
    family = open_family(request, pk)
    talks = Assessment.objects.visible_to(request.user).filter(family=family).select_related("version__instrument")
    version = conversation.version_for(family, conversation.current_versions())
    if version is None:
        messages.error(request, _("No set of questions has been published yet. Ask a manager to publish one."))
        return redirect("families:assess", family.pk)
    last = talks.done().order_by("-done_on", "-pk").first() if "last" in request.GET else None
    return pdf.response(paper.sheets(version, request.GET.get("lang", ""), last), "questions.pdf")


@requires(Permission.ASSESSMENT_EDIT)
def key_in(request, pk, assessment_pk):
    """All questions on one page, for whoever types in from paper. What is typed is kept as it is typed."""
    family, assessment = open_conversation(request, pk, assessment_pk)
    if assessment.done_on:
        return over(request, assessment)
    key = f"assessment:{assessment.pk}:paper"
    day = PaperForm(request.POST or None, initial={"talked_on": assessment.started_on})
    forms = _forms(request, assessment, key)
    if drafts.is_typing(request):
        return kept_as_typed(request, assessment, forms, key)
    if request.method == "POST" and day.is_valid() and all(form.is_valid() for form in forms):
        return _kept(request, assessment, day, forms, key)
    page = {
        "family": family,
        "assessment": assessment,
        "day": day,
        "parts": conversation.by_part(forms, assessment.version),
        "wrong": next((form for form in forms if form.is_bound and form.errors), None),
        "draft_key": key,
    }
    return render(request, "families/assess_paper.html", page)


def _kept(request, assessment, day, forms, key):
    try:
        actions.key_in(assessment=assessment, talked_on=day.cleaned_data["talked_on"], by=request.user)
        keep(request, assessment, forms)
    except actions.FinishedMeanwhile as sentence:
        messages.error(request, str(sentence))
        return redirect(assessment)
    drafts.forget(request, key)
    if request.POST.get("go") == "stop":
        messages.success(request, _("Kept. You can go on from here on any day."))
        return redirect("workspace:family", assessment.family_id)
    return redirect("families:assess-finish", assessment.family_id, assessment.pk)


def _forms(request, assessment, key):
    draft = {} if request.method == "POST" else drafts.restore(request, key)
    answers = {answer.item_id: answer for answer in assessment.answers.all()}
    data = request.POST if request.method == "POST" else None
    return [
        PaperAnswerForm(
            data,
            item=item,
            version=assessment.version,
            answer=answers.get(item.pk),
            initial=part_of(draft, item.code),
        )
        for item in assessment.version.items.select_related("category")
    ]
