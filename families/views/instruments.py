"""Settings: the questions of the strengths conversation, made, translated, published and retired by a manager."""

from functools import wraps

from django.contrib import messages
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from agency import drafts, pdf
from agency.access import Permission, requires
from agency.confirming import asked_first
from agency.languages import OURS, others
from agency.once import sent_once
from agency.typed import typed_form
from agency.views.organisation import for_the_whole_agency
from families import content, instruments, paper
from families.actions import instruments as acts
from families.forms.assessment import AnswerForm
from families.forms.instruments import BringForm, ItemForm, NameForm, PartForm, WordsForm
from families.models import Instrument, InstrumentVersion, Item, Outcome


def settings_page(view):
    """A page of a manager of the whole agency; what a draft refuses is said, and leads back to the version."""

    @requires(Permission.SETTINGS_EDIT)
    @wraps(view)
    def guarded(request, *args, **kwargs):
        for_the_whole_agency(request)
        try:
            return view(request, *args, **kwargs)
        except (acts.NotADraft, acts.NotReady) as sentence:
            messages.error(request, str(sentence))
            return redirect("instruments:list")

    return guarded


@settings_page
def listed(request):
    """All sets of questions with their versions: in use, in the making, retired."""
    return render(request, "instruments/list.html", {"rows": instruments.listed()})


@settings_page
@sent_once
def new(request):
    """A set of questions from nothing."""
    form = NameForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            version = acts.begin_instrument(title=form.words("title"), by=request.user)
        except acts.CodeTaken as sentence:
            form.add_error("title_en", str(sentence))
        else:
            return redirect("instruments:version", version.pk)
    page = {
        "form": form,
        "title": _("A new set of questions"),
        "save": _("Begin"),
        "lede": _("It begins with the seven outcomes and the five levels, and no question yet."),
        "back_url": reverse("instruments:list"),
        "back": _("Questions"),
    }
    return render(request, "instruments/words.html", page)


@settings_page
def bring(request):
    """A set of questions from a file, as a draft to look at before anybody is asked."""
    form = BringForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        version = acts.bring(said=form.cleaned_data["file"], by=request.user)
        messages.success(request, _("Here is what the file says, as a draft. Nobody is asked it yet."))
        return redirect("instruments:version", version.pk)
    return render(request, "instruments/bring.html", {"form": form})


@settings_page
@require_POST
def draft(request, pk):
    """The next version, as a copy of the newest."""
    version = acts.make_draft(instrument=get_object_or_404(Instrument.objects.all(), pk=pk), by=request.user)
    return redirect("instruments:version", version.pk)


@settings_page
def version(request, pk):
    """One version: its parts and questions, what is missing, and what may be done with it."""
    version = _version(pk)
    page = {
        "version": version,
        "parts": instruments.parts(version),
        "missing": instruments.missing(version) if version.is_draft else [],
        "questions": version.items.count(),
    }
    return render(request, "instruments/version.html", page)


@settings_page
def words(request, pk):
    """The name, what we say first, the levels."""
    version = _draft(pk)
    key = f"instrument:{pk}:words"
    form = typed_form(request, WordsForm, key, stored=WordsForm.stored_in(version))
    if request.method == "POST" and form.is_valid():
        acts.save_words(
            version=version,
            title=form.words("title"),
            intro=form.words("intro"),
            levels=form.levels(),
            by=request.user,
        )
        return _saved(request, key, version)
    return _words_page(request, version, form, key, title=_("Name, opening words and levels"))


@settings_page
def part(request, pk, number):
    """The words of one outcome."""
    version = _draft(pk)
    if number not in Outcome.values:
        raise Http404
    key = f"instrument:{pk}:part-{number}"
    stored = next((texts for texts in version.outcome_texts if texts["number"] == number), {})
    form = typed_form(request, PartForm, key, stored=stored)
    if request.method == "POST" and form.is_valid():
        words = {name: form.words(name) for name in instruments.PART_TEXTS}
        acts.save_part(version=version, number=number, words=words, by=request.user)
        return _saved(request, key, version, f"part-{number}")
    return _words_page(request, version, form, key, title=Outcome(number).label)


@settings_page
@sent_once
def question_add(request, pk):
    version = _draft(pk)
    asked = request.GET.get("outcome", "")
    outcome = int(asked) if asked in map(str, Outcome.values) else Outcome.WELL_BEING
    return _question(request, Item(version=version, outcome=outcome), f"instrument:{pk}:new-{outcome}")


@settings_page
def question(request, pk):
    item = _item(pk)
    _draft(item.version_id)
    return _question(request, item, f"instrument-item:{pk}")


def _question(request, item, key):
    form = typed_form(request, ItemForm, key, item=item, version=item.version)
    if request.method == "POST" and form.is_valid():
        acts.save_item(item=form.filled(), by=request.user)
        return _saved(request, key, item.version, f"question-{item.pk}")
    title = f"{item.code} {item.label}" if item.pk else _("A new question")
    return _words_page(request, item.version, form, key, title=title, item=item)


@settings_page
@require_POST
def move(request, pk):
    """One place up or down."""
    item = _item(pk)
    acts.move_item(item=item, up=request.POST.get("go") == "up", by=request.user)
    if request.htmx:
        members = next(part for part in instruments.parts(item.version) if part["number"] == item.outcome)
        return render(request, "instruments/_part.html", {"part": members, "version": item.version, "moved": item.pk})
    return _back(item.version, f"question-{item.pk}")


@settings_page
@require_POST
def remove(request, pk):
    """Take a question out of a draft, after asking."""
    item = _item(pk)
    said = {"code": item.code, "label": item.label}
    text = _("%(code)s %(label)s. What families answered to it before stays.") % said
    if page := _asked_first(request, item.version, _("Remove this question?"), text, _("Remove it")):
        return page
    acts.remove_item(item=item, by=request.user)
    messages.success(request, _("The question is removed."))
    return _back(item.version, f"part-{item.outcome}")


@settings_page
def preview(request, pk, number):
    """A part as a parent sees it. Nothing that is tapped here is kept."""
    version = _version(pk)
    if number not in version.numbers:
        raise Http404
    asked = request.GET.get("lang", request.LANGUAGE_CODE)
    language = asked if asked in OURS else "en"
    with translation.override(language):
        items = version.items.filter(outcome=number).select_related("category")
        forms = [AnswerForm(item=item, version=version) for item in items]
        at = version.numbers.index(number)
        page = {
            "version": version,
            "forms": forms,
            "open_item": forms[0].item,
            "texts": version.outcome(number),
            "place": {"at": at + 1, "of": len(version.numbers)},
            "back": version.numbers[at - 1] if at else None,
            "next": next(iter(version.numbers[at + 1 :]), None),
            "languages": others(language),
            "language": language,
        }
        response = render(request, "instruments/preview.html", page)
    response.headers["Content-Language"] = language
    return response


@settings_page
@require_POST
def publish(request, pk):
    """New conversations ask this from now on."""
    version = _version(pk)
    text = _("New conversations ask them from today. No word of this version can change then; a new version can.")
    if page := _asked_first(request, version, _("Publish these questions?"), text, _("Publish them")):
        return page
    try:
        acts.publish_version(version=version, by=request.user)
    except acts.NotReady as sentence:
        messages.error(request, str(sentence))
    else:
        messages.success(request, _("Published. New conversations ask these questions from today."))
    return _back(version)


@settings_page
@require_POST
def retire(request, pk):
    """No new conversation asks it."""
    version = _version(pk)
    text = _("No new conversation asks them from now on. Those that have begun are finished with them; answers stay.")
    if page := _asked_first(request, version, _("Retire these questions?"), text, _("Retire them")):
        return page
    acts.retire_version(version=version, by=request.user)
    messages.success(request, _("Retired."))
    return _back(version)


@settings_page
@require_POST
def throw_away(request, pk):
    """A draft nobody wants, after asking."""
    version = _version(pk)
    text = _("What was changed in it is gone. Published versions stay.")
    if page := _asked_first(request, version, _("Throw this draft away?"), text, _("Throw it away")):
        return page
    acts.throw_away_draft(version=version, by=request.user)
    messages.success(request, _("The draft is gone."))
    return redirect("instruments:list")


def _asked_first(request, version, title, text, yes):
    back_url = reverse("instruments:version", args=[version.pk])
    return asked_first(request, title=title, text=text, yes=yes, back_url=back_url)


@settings_page
def as_file(request, pk):
    """The version as a file, to keep or to bring to another agency."""
    version = _version(pk)
    shown = {"ensure_ascii": False, "indent": 2}
    response = JsonResponse(content.as_file(version), json_dumps_params=shown)
    name = f"{version.instrument.code}-{version.number}.json"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@settings_page
def sheets(request, pk):
    """The version on paper."""
    return pdf.response(paper.sheets(_version(pk), request.GET.get("lang", "")), "questions.pdf")


def _version(pk):
    versions = InstrumentVersion.objects.select_related("instrument", "made_by")
    return get_object_or_404(versions, pk=pk)


def _draft(pk):
    version = _version(pk)
    if not version.is_draft:
        raise acts.NotADraft(_("This version is not a draft any more. Make a new draft to change a word."))
    return version


def _item(pk):
    return get_object_or_404(Item.objects.select_related("version__instrument", "category"), pk=pk)


def _words_page(request, version, form, key, **more):
    page = {
        "form": form,
        "version": version,
        "draft_key": key,
        "save": _("Save"),
        "back_url": reverse("instruments:version", args=[version.pk]),
        "back": str(version),
    }
    return render(request, "instruments/words.html", page | more)


def _saved(request, key, version, at=""):
    drafts.forget(request, key)
    messages.success(request, _("Saved."))
    return _back(version, at)


def _back(version, at=""):
    url = reverse("instruments:version", args=[version.pk])
    return redirect(f"{url}#{at}" if at else url)
