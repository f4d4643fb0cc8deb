"""The agreement: offered, answered, read together, signed, changed, handed over."""

from django.contrib import messages
from django.db.models import Prefetch
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from agency import asked, pdf
from agency.access import Permission, requires
from agency.forms.together import Together
from agency.languages import OURS, others
from agency.transitions import MoveNotAllowed
from families.models import ExistingPlan, Need
from families.opening import open_family
from goals import classroom, differences, panels, paper, printing
from goals.actions import agreement as actions
from goals.forms.agreement import MoveForm, NameForm, OfferForm, ReasonForm
from goals.models import CopyGiven, PaperScan, PartnershipAgreement
from goals.opening import agreement_of, agreement_or_404
from goals.states import AGREEMENT, AgreementState

S = AgreementState
# The moves of the table that this page makes; "sign" has a page of its own.
ANSWERS = ("accept", "wait", "decline", "offer_again")
ASKED_HERE = (*ANSWERS, "revise", "close")


@requires(Permission.GOAL_VIEW)
def agreement(request, family_pk):
    """Where the agreement stands, its goals, and the needs beside them."""
    family = open_family(request, family_pk)
    user = request.user
    found = agreement_of(request, family)
    reads_all = user.may(Permission.AGREEMENT_VIEW)
    versions = _versions(found, user)
    page = {
        "family": family,
        "agreement": found,
        "state": panels.agreement(family, user),
        "goals": panels.goals(family, user),
        "needs": Need.objects.visible_to(user).filter(family=family).open().select_related("category"),
        "covered": set(panels.by_need(family, user)),
        "versions": versions,
        "names": paper.names_under(versions[0]) if versions else [],
        "changed": bool(versions) and found.state == S.SIGNED and paper.differs_from_signed(family, versions[0]),
        "reads_all": reads_all,
        "can_edit": user.may(Permission.GOAL_EDIT),
        "answers": [move for move in _moves(found, user) if move.name in ANSWERS],
        "can_close": "close" in [move.name for move in _moves(found, user)],
        "plans": ExistingPlan.objects.visible_to(user).filter(family=family).in_force(),
        "copies": _copies(versions, user),
    }
    return render(request, "goals/agreement.html", page)


def _versions(found, user):
    """The signed versions, newest first, each with the pictures of its paper."""
    if found is None:
        return []
    scans = Prefetch("scans", PaperScan.objects.visible_to(user), to_attr="papers")
    return list(found.versions.visible_to(user).select_related("frozen_by").prefetch_related(scans))


def _copies(versions, user):
    """Who got a copy of the version that holds now."""
    if not versions:
        return []
    given = CopyGiven.objects.visible_to(user).filter(agreement_version=versions[0])
    return given.select_related("member", "given_by")


def _moves(found, user):
    return [move for move in AGREEMENT.open_to(found.state, user) if move.name in ASKED_HERE] if found else []


@requires(Permission.GOAL_EDIT)
def offer(request, family_pk):
    family = open_family(request, family_pk)
    form = OfferForm(request.POST or None, instance=PartnershipAgreement(family=family))
    found = agreement_of(request, family)
    if found and found.state != S.CLOSED:
        messages.info(request, _("This family has an agreement already. Here it is."))
        return redirect("goals:agreement", family.pk)
    if request.method == "POST" and form.is_valid():
        return _offered(request, family, form.cleaned_data["offered_on"])
    return render(request, "goals/agreement_offer.html", {"family": family, "form": form})


def _offered(request, family, day):
    try:
        actions.offer(family=family, offered_on=day, by=request.user)
    except actions.AgreementThere as reason:
        messages.info(request, str(reason))
    else:
        messages.success(request, _("Offered. Give them the time they need."))
    return redirect("goals:agreement", family.pk)


@requires(Permission.GOAL_EDIT)
def answer(request, family_pk, move):
    """One move of the agreement: what it needs, and what the family said."""
    family = open_family(request, family_pk)
    found = agreement_or_404(request, family)
    if move not in ASKED_HERE:
        raise Http404
    way = AGREEMENT.moves[move]
    typed = request.POST if request.method == "POST" else None
    form = MoveForm(typed, move=way, initial=_first_guess(way), instance=PartnershipAgreement(family=family))
    if request.method == "POST" and form.is_valid():
        return _moved(request, family, found, move, form)
    page = {"family": family, "form": form, "move": way, "words": WORDS[move](), "bare": not form.fields}
    return render(request, "goals/agreement_answer.html", page)


def _first_guess(way):
    return {name: timezone.localdate() for name in way.needs if name != "reoffer_on"}


def _moved(request, family, found, name, form):
    try:
        actions.move(agreement=found, name=name, by=request.user, **form.facts())
    except MoveNotAllowed as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, WORDS[name]()["done"])
    return redirect("goals:agreement", family.pk)


# Each answer is a good answer: what the page says before and after it.
WORDS = {
    "accept": lambda: {
        "title": _("They would like an agreement"),
        "lede": _("Good. Now write down together what they want to work on, one goal or a few."),
        "done": _("Written down. Start with what they want most."),
    },
    "wait": lambda: {
        "title": _("Not now"),
        "lede": _("There is no hurry. Agree on a day to ask again; help does not wait for an agreement."),
        "done": _("Written down. We ask again on the day you agreed."),
    },
    "decline": lambda: {
        "title": _("They do not want an agreement"),
        "lede": _("That is their choice, and a good one to respect. Everything else we do goes on as before."),
        "done": _("Written down, as their choice. The door stays open."),
    },
    "offer_again": lambda: {
        "title": _("Offer it again"),
        "lede": _("Things change. Ask lightly, and take whatever answer comes."),
        "done": _("Offered again."),
    },
    "revise": lambda: {
        "title": _("Change it together"),
        "lede": _("The signed version stays as it was signed. What you change becomes the next version."),
        "done": _("Change the goals now. When it is right, read it together and sign."),
    },
    "close": lambda: {
        "title": _("Close the agreement"),
        "lede": _("The signed versions stay. A new agreement can be offered whenever they like."),
        "done": _("Closed. What was signed stays in the record."),
    },
}


@requires(Permission.AGREEMENT_VIEW)
def read(request, family_pk):
    """The paper on the screen, turned to the family: what we have written down, or what was signed."""
    family = open_family(request, family_pk)
    found = agreement_or_404(request, family)
    version = _version(request, found, None) if found.state == S.SIGNED else None
    page = _paper(request, family, version)
    can_sign = request.user.may(Permission.GOAL_EDIT) and found.state in (S.ACCEPTED, S.REVISING)
    return _turned(request, "goals/agreement_read.html", page | {"agreement": found, "can_sign": can_sign})


@requires(Permission.AGREEMENT_VIEW)
def version(request, family_pk, number):
    """A version as it was signed."""
    family = open_family(request, family_pk)
    signed = _version(request, agreement_or_404(request, family), number)
    page = _paper(request, family, signed)
    return _turned(request, "goals/agreement_read.html", page | {"agreement": signed.agreement})


@requires(Permission.AGREEMENT_VIEW)
def changes(request, family_pk, number):
    """What changed from the version before to this one."""
    family = open_family(request, family_pk)
    found = agreement_or_404(request, family)
    after, before = _version(request, found, number), _version(request, found, number - 1)
    page = {
        "family": family,
        "before": before,
        "after": after,
        "changes": differences.between(before.content, after.content),
    }
    return render(request, "goals/agreement_changes.html", page)


@requires(Permission.AGREEMENT_VIEW)
def copy(request, family_pk):
    """The family's copy, ready for the printer."""
    family = open_family(request, family_pk)
    found = agreement_of(request, family)
    if found is None:
        messages.info(request, _("There is no agreement to print yet. It is offered here."))
        return redirect("goals:agreement", family.pk)
    page = _paper(request, family, found.latest_version()) | {"classroom": classroom.for_copy(family)}
    return _turned(request, "goals/agreement_copy.html", page)


@requires(Permission.AGREEMENT_VIEW)
def as_pdf(request, family_pk):
    """The same copy as a PDF a screen reader can read; `?large=1` in large letters."""
    family = open_family(request, family_pk)
    found = agreement_or_404(request, family)
    signed = _version(request, found, asked.number(request, "version"))
    content = signed.content if signed else paper.content(family, request.user)
    language, large = _language(request, family, signed), "large" in request.GET
    made = printing.as_pdf(content, language, signed, large=large, classroom=classroom.for_copy(family))
    return pdf.response(made, "agreement.pdf")


def _version(request, found, number):
    """A signed version by its number; without one the latest, or None while nothing is signed."""
    versions = found.versions.visible_to(request.user)
    if number is None:
        return versions.first()
    one = versions.filter(number=number).first()
    if one is None:
        raise Http404
    return one


def _paper(request, family, signed):
    language = _language(request, family, signed)
    content = signed.content if signed else paper.content(family, request.user)
    return {
        "family": family,
        "version": signed,
        "intact": signed is None or paper.is_intact(signed),
        "paper": paper.lines(content, language) | _letterhead(),
        "names": paper.names_under(signed),
        "language": language,
        "languages": others(language),
        "stop_url": reverse("goals:agreement", args=[family.pk]),
    }


def _turned(request, template, page):
    """A screen turned to the family speaks its language throughout: the bar, the buttons, the errors."""
    with override(page["language"]):
        return render(request, template, page)


def _letterhead():
    """The agency's picture above the paper, when it has one."""
    logo = printing.logo()
    return {"logo_url": reverse("agency:logo"), "logo_words": logo["logo_words"]} if logo["logo"] else {}


def _language(request, family, signed):
    """The language of the paper: chosen, else the one it was signed in, else the family's, else the screen's."""
    wanted = (request.GET.get("lang"), signed and signed.language, family.language, get_language(), "en")
    return next(code for code in wanted if code in OURS)


@requires(Permission.GOAL_EDIT)
def sign(request, family_pk):
    """Sign what was read together. Saved whole, or not at all."""
    family = open_family(request, family_pk)
    found = agreement_or_404(request, family)
    signed = found.latest_version()
    adding = found.state == S.SIGNED
    forms = _name_forms(request, family, signed if adding else None)
    if not forms:
        messages.info(request, _("Everybody has signed this version."))
        return redirect("goals:agreement", family.pk)
    reason = ReasonForm(request.POST or None) if signed and not adding else None
    together = Together([reason, *forms])
    if request.method == "POST" and together.is_valid():
        done = _signed(request, family, found, forms, reason, adding)
        if done:
            return redirect("goals:agreement", family.pk)
    page = _paper(request, family, signed if adding else None)
    page |= {"agreement": found, "forms": forms, "reason": reason, "adding": adding, "together": together}
    return _turned(request, "goals/agreement_sign.html", page)


REFUSALS = (
    MoveNotAllowed,
    actions.NothingAgreedYet,
    actions.NobodyFromTheFamily,
    actions.NobodySigned,
    actions.NotSignedYet,
)


def _signed(request, family, found, forms, reason, adding):
    names = [name for name in (form.signature() for form in forms) if name]
    try:
        if adding:
            actions.add_names(agreement=found, names=names, by=request.user)
        else:
            why = reason.cleaned_data["reason"] if reason else ""
            language = _language(request, family, None)
            actions.sign(agreement=found, names=names, language=language, by=request.user, reason=why)
    except REFUSALS as trouble:
        messages.error(request, str(trouble))
        return False
    messages.success(request, _("Signed. Give them their copy."), extra_tags="celebrate")
    return True


def _name_forms(request, family, signed):
    """One form for each adult, then one for the member of staff; without those who have signed already."""
    typed = request.POST if request.method == "POST" else None
    under = paper.names_under(signed)
    members = {name.member_id for name in under}
    adults = [adult for adult in family.adults() if adult.left_on is None and adult.pk not in members]
    first = {adults[0].pk: {"method": "drawn"}} if adults and signed is None else {}
    forms = [NameForm(typed, member=adult, initial=first.get(adult.pk)) for adult in adults]
    if request.user.pk not in {name.staff_id for name in under}:
        forms.append(NameForm(typed, staff=request.user, initial={"method": "typed"}))
    return forms
