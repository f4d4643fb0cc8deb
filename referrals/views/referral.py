"""From a need to a service: find, choose, send or give the number, and follow what becomes of it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from agency import drafts
from agency.access import Permission, requires
from agency.once import sent_once
from agency.transitions import MoveNotAllowed
from agency.typed import typed_form
from families.models import Need
from families.opening import open_family
from partners import standing
from partners.models import Service
from referrals import actions, matching, pages, release
from referrals.forms.referral import MoveForm, ReferralForm, SendForm, TryForm
from referrals.models import Referral
from referrals.states import REFERRAL

SHOWN = 12
ELSEWHERE = ("send", "inform", "reroute")  # moves with a page of their own


def _need(request, pk):
    need = get_object_or_404(Need.objects.visible_to(request.user).select_related("category"), pk=pk)
    need.family = open_family(request, need.family_id)
    return need


def _referral(request, pk):
    found = Referral.objects.visible_to(request.user).select_related(
        "need__category",
        "goal",
        "service__partner",
        "consent__signer",
        "disclosure",
        "service_received",
        "about",
        "made_by",
    )
    referral = get_object_or_404(found, pk=pk)
    referral.family = open_family(request, referral.family_id)
    return referral


@requires(Permission.REFERRAL_EDIT)
@require_GET
def add(request, need_pk):
    """Matching services for one need, best first. Looking tells nobody anything."""
    need = _need(request, need_pk)
    running = Referral.objects.visible_to(request.user).filter(need=need).open().select_related("service__partner")
    fits = matching.fits(need)
    matches = [pages.match(fit, need, number) for number, fit in enumerate(fits[:SHOWN], start=1)]
    standing.tell(matches, [fit.service for fit in fits[:SHOWN]], request.user)
    return render(
        request,
        "referrals/add.html",
        {
            "need": need,
            "family": need.family,
            "running": running,
            "matches": matches,
            "count": len(fits),
            "more": len(fits) > SHOWN,
        },
    )


@requires(Permission.REFERRAL_EDIT)
@sent_once
def prepare(request, need_pk, service_pk):
    """The family has chosen a service: what we ask for, and whether its name goes with it."""
    need = _need(request, need_pk)
    service = get_object_or_404(
        Service.objects.visible_to(request.user).active().select_related("partner"), pk=service_pk
    )
    begun = Referral.objects.visible_to(request.user).filter(need=need, service=service, state="draft").first()
    if begun:
        messages.info(request, _("This referral has been prepared already. Here it is."))
        return redirect(begun)
    key = f"referral:new:{need.pk}:{service.pk}"
    referral = Referral(family=need.family, need=need, service=service, reason=need.what, is_urgent=need.is_urgent)
    form = typed_form(request, ReferralForm, key, instance=referral, user=request.user)
    if request.method == "POST" and form.is_valid():
        return _prepared(request, form, key)
    context = {"need": need, "family": need.family, "service": service, "form": form, "draft": key}
    return render(request, "referrals/prepare.html", context | {"number_only": request.GET.get("way") == "number"})


def _prepared(request, form, key):
    """Keep the draft, then go where the family chose: its name goes along, or it takes the number and calls."""
    referral = actions.prepare(referral=form.save(commit=False), by=request.user)
    drafts.forget(request, key)
    if request.POST.get("way") != "number":
        return redirect("referrals:send", referral.pk)
    actions.inform(referral=referral, by=request.user)
    messages.success(request, pages.informed(referral))
    return redirect(referral)


@requires(Permission.REFERRAL_EDIT)
def edit(request, pk):
    """Change what a referral says, as long as it has not left."""
    referral = _referral(request, pk)
    if referral.state != "draft":
        messages.error(request, _("This has left already, so its words stay as they were."))
        return redirect(referral)
    form = ReferralForm(request.POST or None, instance=referral, user=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect(referral)
    return render(request, "referrals/edit.html", {"referral": referral, "family": referral.family, "form": form})


@requires(Permission.REFERRAL_EDIT)
def send(request, pk):
    """Exactly what the consent lets out, least first; or the sentence that says why nothing goes."""
    referral = _referral(request, pk)
    if referral.state != "draft":
        messages.info(request, _("This referral has left already."))
        return redirect(referral)
    if referral.service_id is None:
        messages.info(request, _("Choose a service first."))
        return redirect("referrals:add", referral.need_id)
    consent = actions.consent_for(referral)
    if consent is None:
        return _refused(request, referral)
    form = SendForm(request.POST or None, pieces=release.pieces(referral, consent))
    if request.method == "POST" and form.is_valid():
        return _send(request, referral, consent, form)
    return _send_page(request, referral, consent, form)


def _send(request, referral, consent, form):
    typed = form.cleaned_data
    try:
        actions.send(
            referral=referral,
            by=request.user,
            picked=typed["pieces"],
            how_sent=typed["how_sent"],
            handed_over_to=typed["handed_over_to"],
        )
    except actions.NothingPicked as reason:
        form.add_error(None, str(reason))
        return _send_page(request, _referral(request, referral.pk), consent, form)
    except actions.ConsentMissing:
        return _refused(request, _referral(request, referral.pk))
    except MoveNotAllowed as reason:
        messages.error(request, str(reason))
        return redirect("referrals:referral", referral.pk)
    messages.success(request, _("It is written down: what goes, to whom and why. Here is what to say or print."))
    return redirect("referrals:papers", referral.pk)


def _send_page(request, referral, consent, form):
    ticked = form.ticked()
    context = {
        "referral": referral,
        "family": referral.family,
        "consent": consent,
        "form": form,
        "lines": [(piece, piece.key in ticked) for piece in release.pieces(referral, consent)],
        "notes": pages.kept_back(referral, consent),
    }
    return render(request, "referrals/send.html", context)


def _refused(request, referral):
    """Nothing was sent: why, and the two things one can do."""
    partner = referral.service.partner
    query = urlencode({"partner": partner.pk, "referral": referral.pk})
    context = {
        "referral": referral,
        "family": referral.family,
        "sentence": str(actions.ConsentMissing(partner)),
        "ask_url": f"{reverse('referrals:consent-add', args=[referral.family_id])}?{query}",
    }
    return render(request, "referrals/refused.html", context, status=409 if request.method == "POST" else 200)


@requires(Permission.REFERRAL_EDIT)
@require_POST
def inform(request, pk):
    """Give the number only: no personal data leaves."""
    referral = _referral(request, pk)
    if referral.service_id is None:
        messages.info(request, _("Choose a service first."))
        return redirect("referrals:add", referral.need_id)
    try:
        actions.inform(referral=referral, by=request.user)
        messages.success(request, pages.informed(referral))
    except MoveNotAllowed as reason:
        messages.error(request, str(reason))
    return redirect("referrals:referral", referral.pk)


@requires(Permission.REFERRAL_EDIT)
@require_GET
def papers(request, pk):
    """What goes to the partner: words for the phone, or a letter with its fax cover. Only what was released."""
    referral = _referral(request, pk)
    if referral.disclosure is None:
        messages.info(request, _("Nothing has left for this referral, so there is nothing to print."))
        return redirect(referral)
    if not referral.consent.is_in_force:
        messages.error(request, _("The consent has ended or was taken back, so this is not shown or printed again."))
        return redirect(referral)
    context = {
        "referral": referral,
        "family": referral.family,
        "pieces": release.released(referral, referral.consent, referral.disclosure),
        "numbers": referral.service.numbers(for_staff=True),
        "worker": request.user,
    }
    return render(request, "referrals/papers.html", context)


@requires(Permission.REFERRAL_VIEW)
@require_GET
def referral(request, pk):
    return _page(request, _referral(request, pk))


def _page(request, referral, typed=None, attempt=None, trouble="", status=200):
    """A referral's whole life. `typed` is a move's form that could not be saved; its words stay."""
    may_edit = Referral.objects.visible_to(request.user, Permission.REFERRAL_EDIT).filter(pk=referral.pk).exists()
    moves = REFERRAL.open_to(referral.state, request.user) if may_edit else []
    forms = [
        typed if typed and typed.move.name == move.name else MoveForm(move=move, referral=referral)
        for move in moves
        if move.name not in ELSEWHERE
    ]
    if typed and typed not in forms:
        forms.insert(0, typed)
    context = pages.life(referral) | {
        "referral": referral,
        "family": referral.family,
        "forms": forms,
        "typed": typed,
        "attempt": attempt or TryForm(),
        "trouble": trouble,
        "may_edit": may_edit,
        "may_print": may_edit and bool(referral.disclosure_id) and referral.consent.is_in_force,
    }
    return render(request, "referrals/referral.html", context, status=status)


@requires(Permission.REFERRAL_EDIT)
def move(request, pk, name):
    referral = _referral(request, pk)
    step = REFERRAL.moves.get(name)
    if request.method != "POST" or step is None or name in ELSEWHERE:
        return redirect(referral)
    form = MoveForm(request.POST, move=step, referral=referral)
    if not form.is_valid():
        return _page(request, referral, typed=form, status=200)
    typed = form.cleaned_data
    try:
        actions.move(referral=referral, name=name, version=typed["version"], by=request.user, typed=typed)
    except (actions.MovedMeanwhile, MoveNotAllowed) as reason:
        now = _referral(request, pk)
        return _page(request, now, typed=form.again_on(now.version), trouble=str(reason), status=409)
    messages.success(request, pages.moved(referral), extra_tags="celebrate" if name == "receive" else "")
    return redirect("referrals:referral", referral.pk)


@requires(Permission.REFERRAL_EDIT)
def attempt(request, pk):
    """A try that changed nothing is kept too: the next colleague need not try the same."""
    referral = _referral(request, pk)
    if request.method != "POST":
        return redirect(referral)
    form = TryForm(request.POST)
    if not form.is_valid():
        return _page(request, referral, attempt=form)
    actions.record_try(referral=referral, by=request.user, typed=form.cleaned_data)
    messages.success(request, _("Written down."))
    return redirect(referral)
