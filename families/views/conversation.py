"""The strengths conversation: begin, one outcome a screen turned to the parent, finish, and what came of it."""

from django.contrib import messages
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from agency import drafts
from agency.access import Permission, requires
from agency.languages import OURS, others
from agency.typed import part_of, typed_form
from families import actions, conversation
from families.forms.assessment import AnswerForm, BeginForm, FinishForm, StaffLevelForm, SuggestedNeedForm
from families.models import Assessment
from families.opening import open_family


@requires(Permission.ASSESSMENT_EDIT)
def begin(request, pk):
    """Begin a conversation on a screen or from paper, or go on where it was left."""
    family = open_family(request, pk)
    under_way = Assessment.objects.visible_to(request.user).filter(family=family).open().first()
    if under_way and "paper" in request.GET:
        return redirect("families:assess-paper", family.pk, under_way.pk)
    if under_way:
        return redirect("families:assess-part", family.pk, under_way.pk, conversation.next_part(under_way))
    versions = conversation.current_versions()
    version = conversation.version_for(family, versions)
    occasion = conversation.occasion(family)
    new = Assessment(family=family, version=version, language=family.language, occasion=occasion)
    form = BeginForm(request.POST or None, instance=new, versions=versions)
    if request.method == "POST" and form.is_valid():
        try:
            assessment = actions.start_assessment(
                family=family, by=request.user, **{"version": version} | form.cleaned_data
            )
        except actions.NoQuestions as sentence:
            messages.error(request, str(sentence))
        else:
            return _begun(request, assessment)
    page = {
        "family": family,
        "form": form,
        "version": version,
        "parts": conversation.parts(version),
        "papers": [("", _("In both languages")), *OURS.items()],
        "talked_before": family.assessments.done().exists(),
    }
    return render(request, "families/assess_begin.html", page)


def _begun(request, assessment):
    if request.POST.get("how") == "paper":
        return redirect("families:assess-paper", assessment.family_id, assessment.pk)
    return redirect("families:assess-part", assessment.family_id, assessment.pk, 1)


@requires(Permission.ASSESSMENT_EDIT)
def part(request, pk, assessment_pk, number):
    """One outcome on a screen a parent reads. What was said is kept with every way off the page."""
    family, assessment = open_conversation(request, pk, assessment_pk)
    if assessment.done_on:
        return over(request, assessment)
    if number not in assessment.version.numbers:
        raise Http404
    language = _screen_language(request, assessment)
    with translation.override(language):
        return _part(request, family, assessment, number, language)


def _part(request, family, assessment, number, language):
    key = f"assessment:{assessment.pk}:{number}"
    forms = _answer_forms(request, assessment, number, key)
    if drafts.is_typing(request):
        return kept_as_typed(request, assessment, forms, key)
    if request.method == "POST" and all(form.is_valid() for form in forms):
        return _kept(request, assessment, forms, key) or _turn(request, family, assessment, number, language)
    page = {
        "family": family,
        "assessment": assessment,
        "forms": forms,
        "open_item": _first_open(forms),
        "texts": assessment.version.outcome(number),
        "number": number,
        "parts": conversation.progress(assessment, number),
        "place": conversation.place(assessment.version, number),
        "languages": others(language),
        "language": language,
        "draft_key": key,
    }
    response = render(request, "families/assess_part.html", page)
    response.headers["Content-Language"] = language
    return response


def _kept(request, assessment, forms, key):
    """Keep what was said. Answers nothing, or the way to a conversation that a colleague has finished meanwhile."""
    try:
        keep(request, assessment, forms)
    except actions.FinishedMeanwhile as sentence:
        messages.error(request, str(sentence))
        return redirect(assessment)
    drafts.forget(request, key)
    return None


def keep(request, assessment, forms):
    """Keep what these forms changed. A need that begins with it speaks the worker's language, not the screen's."""
    said = {form.item: form.said() for form in forms}
    with translation.override(request.LANGUAGE_CODE):
        changed = {item: values for item, values in said.items() if values}
        actions.keep_answers(assessment=assessment, said=changed, by=request.user)


def kept_as_typed(request, assessment, forms, key):
    """Each tap is kept as an answer, not as a draft: it is there on any other screen, and what is urgent shows."""
    try:
        keep(request, assessment, [form for form in forms if form.is_valid()])
    except actions.FinishedMeanwhile as sentence:
        return JsonResponse({"error": str(sentence)}, status=409)
    drafts.forget(request, key)
    return JsonResponse({"saved_at": timezone.now().isoformat()})


def over(request, assessment):
    """The answer to whoever comes, or taps, after the end."""
    sentence = _("This conversation has been finished. Its answers stay as they are.")
    if drafts.is_typing(request):
        return JsonResponse({"error": sentence}, status=409)
    messages.info(request, sentence)
    return redirect(assessment)


def _answer_forms(request, assessment, number, key):
    draft = {} if request.method == "POST" else drafts.restore(request, key)
    answers = {answer.item_id: answer for answer in assessment.answers.all()}
    before = conversation.earlier_levels(assessment)
    forms = []
    for item in assessment.version.items.filter(outcome=number).select_related("category"):
        data = request.POST if request.method == "POST" else None
        known = {"item": item, "version": assessment.version, "answer": answers.get(item.pk)}
        form = AnswerForm(data, initial=part_of(draft, item.code), **known)
        form.before = None if form.is_restricted else before.get(item.code)
        forms.append(form)
    return forms


def _first_open(forms):
    """The first question nobody has answered yet, so that it stands open; without one, none does."""
    broken = [form.item for form in forms if form.is_bound and form.errors]
    waiting = [form.item for form in forms if form.answer is None]
    return next(iter(broken + waiting), None)


def _turn(request, family, assessment, number, language):
    """Where to go after a part: back, on, to the end, or away for today."""
    go = request.POST.get("go", "next")
    if go == "stop":
        with translation.override(request.LANGUAGE_CODE):
            messages.success(request, _("Kept. You can go on from here on any day."))
        return redirect(family)
    ahead = _ahead(go, number, assessment.version.numbers)
    language = go if go in OURS else language
    if ahead:
        url = reverse("families:assess-part", args=[family.pk, assessment.pk, ahead])
        return redirect(f"{url}?lang={language}")
    return redirect("families:assess-finish", family.pk, assessment.pk)


def _ahead(go, number, numbers):
    """The part to open next; None when the last is behind us."""
    if go in OURS:
        return number
    at = numbers.index(number)
    if go == "back":
        return numbers[max(0, at - 1)]
    return next(iter(numbers[at + 1 :]), None)


def _screen_language(request, assessment):
    asked = request.GET.get("lang", assessment.language)
    return asked if asked in OURS else "en"


@requires(Permission.ASSESSMENT_EDIT)
def finish(request, pk, assessment_pk):
    """When and how we talked, and which needs to keep: one page, one save."""
    family, assessment = open_conversation(request, pk, assessment_pk)
    if assessment.done_on:
        return redirect(assessment)
    key = f"assessment:{assessment.pk}:finish"
    initial = {"done_on": assessment.started_on if assessment.keyed_on else timezone.localdate()}
    form = typed_form(request, FinishForm, key, instance=assessment, initial=initial)
    needs = _need_forms(request, assessment, key)
    if request.method == "POST" and form.is_valid() and all(need.is_valid() for need in needs if need.is_wanted):
        wanted = [need.save(commit=False) for need in needs if need.is_wanted]
        return _finished(request, form, wanted, key)
    page = {
        "family": family, "assessment": assessment, "form": form, "needs": needs, "draft_key": key,
        "wrong": [need for need in needs if need.is_wanted and need.errors],
        "counts": conversation.counts(assessment),
        "urgent": conversation.needs_for_today(assessment, request.user),
        "last_part": assessment.version.numbers[-1],
    }  # fmt: skip
    return render(request, "families/assess_finish.html", page)


def _finished(request, form, wanted, key):
    people = form.cleaned_data["took_part"]
    assessment = form.save(commit=False)
    try:
        actions.finish_assessment(assessment=assessment, took_part=people, needs=wanted, by=request.user)
    except actions.FinishedMeanwhile as sentence:
        messages.error(request, str(sentence))
    else:
        messages.success(request, _("Kept. Thank the family, and read it together when you like."))
    drafts.forget(request, key)
    return redirect(assessment)


def _need_forms(request, assessment, key):
    draft = {} if request.method == "POST" else drafts.restore(request, key)
    on_the_list = conversation.open_needs_by_category(assessment.family)
    forms = []
    for need in conversation.suggested_needs(assessment):
        need.family, need.added_by = assessment.family, request.user
        already = on_the_list.get(need.category_id)
        data = request.POST if request.method == "POST" else None
        prefix = f"need-{need.answer_id}"
        typed = part_of(draft, prefix) | ({"keep": f"{prefix}-keep" in draft} if draft else {})
        forms.append(SuggestedNeedForm(data, instance=need, prefix=prefix, already=already, initial=typed))
    return forms


@requires(Permission.ASSESSMENT_VIEW)
def result(request, pk, assessment_pk):
    """What was said, outcome by outcome, strengths first; beside it what staff think and what was said before."""
    family, assessment = open_conversation(request, pk, assessment_pk)
    may_edit = conversation.may_edit(family, request.user)
    page = conversation.result(assessment, request.user) | {"may_edit": may_edit}
    return render(request, "families/assessment.html", page | {"family": family, "assessment": assessment})


@requires(Permission.ASSESSMENT_EDIT)
def staff_levels(request, pk, assessment_pk):
    """What staff think about each question, on a page no parent is shown."""
    family, assessment = open_conversation(request, pk, assessment_pk)
    answers = {answer.item_id: answer for answer in assessment.answers.all()}
    forms = [
        StaffLevelForm(request.POST or None, item=item, version=assessment.version, answer=answers.get(item.pk))
        for item in assessment.version.items.all()
    ]
    if request.method == "POST" and all(form.is_valid() for form in forms):
        levels = {form.item: form.cleaned_data["level"] for form in forms}
        actions.keep_staff_levels(assessment=assessment, levels=levels, by=request.user)
        messages.success(request, _("Saved. What the parents said is unchanged."))
        return redirect(assessment)
    page = {
        "family": family,
        "assessment": assessment,
        "forms": forms,
        "parts": conversation.grouped(forms, assessment),
    }
    return render(request, "families/staff_levels.html", page)


def open_conversation(request, pk, assessment_pk):
    """The family, and one of its conversations."""
    family = open_family(request, pk)
    conversations = Assessment.objects.visible_to(request.user).select_related(
        "version__instrument", "staff", "keyed_by"
    )
    return family, get_object_or_404(conversations, family=family, pk=assessment_pk)
