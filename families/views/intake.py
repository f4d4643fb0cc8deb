"""Intake, step by step: each step is saved as it is left, each can be taken up again on another day."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from agency import audit, drafts
from agency.access import Permission, permissions_on, requires
from agency.forms.together import Together
from agency.once import sent_once
from agency.typed import typed_form
from families import actions, duplicates, intakes, panels, papers, reaching, situations, ties
from families.forms.intake import AdultForm, ChildForm, MainWorkerForm, StartForm
from families.forms.notices import PapersForm
from families.forms.people import FamilyForm, HouseholdForm
from families.intakes import STEPS
from families.models import Assignment, FamilyMember, Household
from families.opening import open_family
from families.views import papers as talk

NEW = "intake"
MAY_STAY_EMPTY = {"empty_permitted": True, "use_required_attribute": False}  # a step can be left without adding anybody
FATHERS = ["father", "stepfather", "grandfather", "uncle"]


@requires(Permission.FAMILY_EDIT)
def left_open(request):
    """Intakes that were begun and not finished, the newest first: each is taken up where it was left."""
    opened = intakes.left_open(request.user)
    audit.looked(request, [intake.family for intake in opened])
    return render(request, "families/intakes.html", {"intakes": opened})


@requires(Permission.FAMILY_EDIT)
@sent_once
def start(request):
    """The first step: the record begins with a name, after a look for families known already."""
    form = typed_form(request, StartForm, NEW, user=request.user)
    known = None
    if request.method == "POST" and form.is_valid():
        known, told = _known_already(request, form.asked())
        if not known:
            family = actions.begin(
                family=form.save(commit=False),
                adult=form.adult(),
                phone=form.cleaned_data["phone"],
                child=form.child(),
                home=form.home(),
                by=request.user,
            )
            _remember(request, family, told)
            drafts.forget(request, NEW)
            return redirect("families:intake-step", family.pk, "adults")
    page = {"form": form, "known": known, "name": "family", "number": 1, "draft_key": NEW}
    page["steps"] = _steps(None, "family")
    page["open_intakes"] = len(intakes.left_open(request.user))
    return render(request, "families/intake_start.html", page)


@requires(Permission.FAMILY_EDIT)
def step(request, pk, name):
    """Any step of an intake that has begun."""
    if name not in STEPS:
        raise Http404
    family = open_family(request, pk)
    return HANDLERS[name](request, family)


def _family(request, family):
    key = f"intake:{family.pk}:family"
    form = typed_form(request, FamilyForm, key, instance=family, user=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        return _go_on(request, family, "family", key)
    return _page(request, family, "family", form=form, draft_key=key)


def _adults(request, family):
    key = f"intake:{family.pk}:adults"
    adults = family.adults()
    member = FamilyMember(family=family, is_main_contact=not adults)
    form = known = None
    if _is_adding(request, key, nobody=not adults):
        form = typed_form(request, AdultForm, key, instance=member, **MAY_STAY_EMPTY)
    if request.method == "POST" and (form is None or form.is_valid()):
        if form is None or not form.has_changed():
            return _go_on(request, family, "adults", key)
        known, told = _known_already(request, form.asked(family), family)
        if not known:
            actions.add_member(member=form.save(commit=False), phone=form.cleaned_data["phone"], by=request.user)
            _remember(request, family, told)
            return _go_on(request, family, "adults", key)
    return _page(request, family, "adults", form=form, known=known, members=adults, draft_key=key)


def _home(request, family):
    key = f"intake:{family.pk}:home"
    homes = list(family.households.all())
    form = known = None
    if _is_adding(request, key, nobody=not homes):
        form = typed_form(request, HouseholdForm, key, instance=Household(family=family), **MAY_STAY_EMPTY)
    if request.method == "POST" and (form is None or not form.has_changed() or form.is_valid()):
        if form is None or not form.has_changed():
            return _go_on(request, family, "home", key)
        known, told = _known_already(request, form.asked(family), family)
        if not known:
            actions.add_household(household=form.save(commit=False), by=request.user)
            _remember(request, family, told)
            return _go_on(request, family, "home", key)
    return _page(request, family, "home", form=form, known=known, homes=homes, draft_key=key)


def _children(request, family):
    key = f"intake:{family.pk}:children"
    children = family.children()
    form = known = None
    if _is_adding(request, key, nobody=not children):
        instance = FamilyMember(family=family, role="child", relationship="child")
        form = typed_form(request, ChildForm, key, instance=instance, **MAY_STAY_EMPTY)
    if request.method == "POST" and (form is None or form.is_valid()):
        if form is None or not form.has_changed():
            return _go_on(request, family, "children", key)
        known, told = _known_already(request, form.asked(family), family)
        if not known:
            actions.add_child(child=form.save(commit=False), place=form.cleaned_data, by=request.user)
            _remember(request, family, told)
            return _go_on(request, family, "children", key)
    people = {"members": children, "adults": _may_expect(family), "places": panels.places(family)}
    return _page(request, family, "children", form=form, known=known, draft_key=key, **people)


def _may_expect(family):
    """Adults who might expect a baby, as far as the record can tell."""
    return [adult for adult in family.adults() if adult.relationship not in FATHERS]


def _ties(request, family):
    """Each adult beside each child; what is left as it was is not written down."""
    key = f"intake:{family.pk}:ties"
    draft = drafts.find(request, key)
    children = ties.matrix(family, request.POST if request.method == "POST" else None, drafts.initial_from(draft))
    squares = Together([square["form"] for child in children for square in child["squares"]])
    if request.method == "POST" and squares.is_valid():
        actions.keep_ties(forms=[form for form in squares.forms if ties.says_something(form)], by=request.user)
        return _go_on(request, family, "ties", key)
    return _page(request, family, "ties", children=children, others=squares, draft_key=key)


def _reach(request, family):
    if request.method == "POST":
        return _go_on(request, family, "reach", f"intake:{family.pk}:reach")
    declined = reaching.declined_in([family.pk])
    adults = [
        {"adult": adult, "rule": reaching.rule(adult, declined), "easier": reaching.easier(adult)}
        for adult in family.adults()
        if adult.left_on is None
    ]
    return _page(request, family, "reach", adults=adults)


def _situation(request, family):
    if request.method == "POST":
        return _go_on(request, family, "situation", f"intake:{family.pk}:situation")
    may = permissions_on(request.user, family)
    return _page(request, family, "situation", parts=situations.parts(family, request.user, may))


def _papers(request, family):
    key = f"intake:{family.pk}:papers"
    form = None
    if _is_adding(request, key, nobody=not family.notices.exists()):
        form = typed_form(request, PapersForm, key, family=family, initial=PapersForm.initial_for(family))
    says = form is not None and request.method == "POST" and form.says_something()
    if request.method == "POST" and (not says or form.is_valid()):
        if says:
            talk.keep(form, family, request.user)
        return _go_on(request, family, "papers", key)
    return _page(request, family, "papers", form=form, draft_key=key, **papers.of_family(family, request.user))


def _worker(request, family):
    key = f"intake:{family.pk}:worker"
    form = None
    if request.user.may(Permission.FAMILY_ASSIGN):
        initial = {"worker": family.main_worker}
        form = MainWorkerForm(request.POST or None, family=family, initial=initial)
    if request.method == "POST" and (form is None or form.is_valid()):
        if form is not None:
            _assign(request, family, form.cleaned_data["worker"])
        drafts.forget(request, key)
        actions.finish_intake(family=family, by=request.user)
        messages.success(request, _("Saved. Everything about this family stands on its page now."))
        return redirect(family)
    return _page(request, family, "worker", form=form, draft_key=key)


def _assign(request, family, worker):
    if worker == family.main_worker:
        return
    today = timezone.localdate()
    kind = Assignment.Kind.PRIMARY
    actions.assign(family=family, worker=worker, kind=kind, starts_on=today, by=request.user)


HANDLERS = {
    "family": _family,
    "adults": _adults,
    "home": _home,
    "children": _children,
    "ties": _ties,
    "reach": _reach,
    "situation": _situation,
    "papers": _papers,
    "worker": _worker,
}


def _is_adding(request, key, *, nobody):
    """A new one is being written: it was asked for, nobody is there yet, or words were typed and not saved."""
    if request.method == "POST":
        return "adding" in request.POST
    return nobody or "add" in request.GET or drafts.find(request, key) is not None


def _go_on(request, family, name, key):
    """On to the next step, or here again for one more."""
    drafts.forget(request, key)
    if request.POST.get("go") == "add":
        return redirect(f"{reverse('families:intake-step', args=[family.pk, name])}?add=1")
    onward = STEPS[STEPS.index(name) + 1]
    actions.reach_step(family=family, step=onward)
    return redirect("families:intake-step", family.pk, onward)


def _page(request, family, name, **more):
    place = STEPS.index(name)
    back = reverse("families:intake-step", args=[family.pk, STEPS[place - 1]]) if place else ""
    page = {"family": family, "name": name, "steps": _steps(family, name), "number": place + 1, "back_url": back}
    page["is_complete"] = not intakes.is_open(family)
    return render(request, f"families/intake_{name}.html", page | more)


def _steps(family, now):
    """The steps as templates/goals/_seven.html wants them."""
    titles = [
        _("The family"),
        _("Adults"),
        _("Home"),
        _("Children and program"),
        _("Who is who to whom"),
        _("Before we reach out"),
        _("What they live through"),
        _("What we tell and ask"),
        _("Main worker"),
    ]
    notes = [
        _("Name, language, center"),
        _("Who raises the children, and how to reach them"),
        _("Where they live, and who may know"),
        _("Names, birth dates, first day"),
        _("Each adult beside each child, second homes"),
        _("Ways, hours, code word, what makes it easier"),
        _("Home, foster care, plans elsewhere"),
        _("Rights, services, photos, texts"),
        _("Whom they call"),
    ]
    done = intakes.done(family) if family else [False] * len(STEPS)
    return [
        {
            "title": title,
            "note": note,
            "state": "now" if name == now else "done" if is_done else "",
            "url": reverse("families:intake-step", args=[family.pk, name]) if family else "",
        }
        for name, title, note, is_done in zip(STEPS, titles, notes, done, strict=True)
    ]


# ---- known already? -----------------------------------------------------------------------------------------------


def _known_already(request, asked, family=None):
    """What this person may be told of families like this one, unless they have asked about them; and who was found."""
    key = str(family.pk) if family else ""
    asked_about = set(request.session.get("asked_about", {}).get(key, []))
    found = duplicates.find(asked, leave_out={family.pk} if family else ())
    if request.POST.get("known") == "no":
        return None, found
    known = duplicates.told([pk for pk in found if pk not in asked_about], request.user)
    audit.looked(request, known.families)
    return known, found


def _remember(request, family, found):
    """Nobody is asked twice about the same two families."""
    kept = request.session.setdefault("asked_about", {})
    kept[str(family.pk)] = sorted({*kept.get(str(family.pk), []), *found})
    request.session.modified = True
