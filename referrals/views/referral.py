"""From a need to a service: find, choose, send or give the number, and follow what becomes of it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from agency.access import Permission, requires
from agency.transitions import MoveNotAllowed
from referrals import actions, pages
from referrals.forms.referral import MoveForm, ReferralForm, SettleForm, TryForm
from referrals.links import sending
from referrals.models import Referral, ReferralEvent
from referrals.opening import open_referral
from referrals.states import REFERRAL

ELSEWHERE = ("send", "inform", "reroute")  # moves with a page of their own


@requires(Permission.REFERRAL_EDIT)
def edit(request, pk):
    """Change what a referral says, as long as it has not left."""
    referral = open_referral(request, pk)
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
@require_POST
def inform(request, pk):
    """Give the number only: no personal data leaves."""
    referral = open_referral(request, pk)
    if referral.service_id is None:
        messages.info(request, _("Choose a service first."))
        return redirect("referrals:add", referral.need_id)
    try:
        actions.inform(referral=referral, by=request.user)
        messages.success(request, pages.informed(referral))
    except MoveNotAllowed as reason:
        messages.error(request, str(reason))
    return redirect("referrals:referral", referral.pk)


@requires(Permission.REFERRAL_VIEW)
@require_GET
def referral(request, pk):
    return _page(request, open_referral(request, pk))


def _page(request, referral, typed=None, attempt=None, settling=None, trouble="", status=200):
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
        "partner_link": sending.standing(referral) if referral.how_sent == sending.LINK else None,
        "may_edit": may_edit,
        "may_reroute": may_edit and referral.state in REFERRAL.moves["reroute"].sources,
        "may_print": may_edit and bool(referral.disclosure_id) and referral.consent.is_in_force,
    }
    for one in context["answers"]:
        one["form"] = settling if settling and settling.other == one["event"] else _settle_form(one)
    return render(request, "referrals/referral.html", context, status=status)


def _settle_form(answer):
    return SettleForm(other=answer["event"], may_hold=answer["may_hold"])


@requires(Permission.REFERRAL_EDIT)
def move(request, pk, name):
    referral = open_referral(request, pk)
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
        now = open_referral(request, pk)
        return _page(request, now, typed=form.again_on(now.version), trouble=str(reason), status=409)
    messages.success(request, pages.moved(referral), extra_tags="celebrate" if name == "receive" else "")
    return redirect("referrals:referral", referral.pk)


@requires(Permission.REFERRAL_EDIT)
def attempt(request, pk):
    """A try that changed nothing is kept too: the next colleague need not try the same."""
    referral = open_referral(request, pk)
    if request.method != "POST":
        return redirect(referral)
    form = TryForm(request.POST)
    if not form.is_valid():
        return _page(request, referral, attempt=form)
    actions.record_try(referral=referral, by=request.user, typed=form.cleaned_data)
    messages.success(request, _("Written down."))
    return redirect(referral)


@requires(Permission.REFERRAL_EDIT)
@require_POST
def settle(request, pk, event_pk):
    """Of two answers, say which one holds. Both stay on the page."""
    referral = open_referral(request, pk)
    other = get_object_or_404(ReferralEvent.objects.visible_to(request.user), pk=event_pk, referral=pk, differs=True)
    other.referral = referral
    form = SettleForm(request.POST, other=other, may_hold=actions.may_hold(other, referral))
    if not form.is_valid():
        return _page(request, referral, settling=form)
    theirs, note = form.cleaned_data["holds"] == form.THEIRS, form.cleaned_data["note"]
    try:
        actions.settle(other=other, holds=theirs, by=request.user, note=note)
    except (actions.AlreadySettled, MoveNotAllowed) as reason:
        messages.error(request, str(reason))
        return redirect(referral)
    messages.success(request, _("Settled. Both answers stay on the page."))
    return redirect(referral)
