"""From a need to a service: what goes on already, what fits, what the family chooses, or that nothing would do."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from agency import asked, drafts
from agency.access import Permission, requires
from agency.once import sent_once
from agency.transitions import MoveNotAllowed
from agency.typed import typed_form
from families import reaching
from partners import standing
from partners.models import Service
from referrals import actions, matching, offers, pages
from referrals.forms.offering import GapForm, InsteadForm
from referrals.forms.referral import ReferralForm
from referrals.models import Gap, Referral
from referrals.opening import open_need
from referrals.states import REFERRAL

SHOWN = 12


@requires(Permission.REFERRAL_EDIT)
@require_GET
def add(request, need_pk):
    """Matching services for one need, best first. Looking tells nobody anything."""
    return _offer(request, open_need(request, need_pk))


def _offer(request, need, gap=None):
    theirs = Referral.objects.visible_to(request.user).filter(family=need.family)
    theirs = list(theirs.select_related("service__partner", "need").order_by("made_on", "pk"))
    instead = _instead(request, need, theirs)
    fits = matching.fits(need, request.user, theirs)
    only = asked.text(request, "only")
    shown = fits.narrowed(only)
    if instead:
        shown = [fit for fit in shown if fit.pk != instead.service_id]
    found = fits.offers(shown[:SHOWN])
    matches = [offers.match(offer, need, number, instead) for number, offer in enumerate(found, start=1)]
    standing.tell(matches, [offer.service for offer in found], request.user)
    context = {
        "need": need,
        "what": reaching.ended(need.what),
        "family": need.family,
        "beside": offers.beside(need, [one for one in theirs if one != instead], fits.asking.plans),
        "matches": matches,
        "filters": offers.filters(fits, only, {"instead": instead.pk} if instead else {}),
        "count": len(shown),
        "more": len(shown) > SHOWN,
        "instead": instead,
        "gap": gap or GapForm(),
        "gaps": offers.gaps(Gap.objects.visible_to(request.user).filter(need=need)),
    }
    return render(request, "referrals/add.html", context)


def _instead(request, need, theirs):
    """The referral for which another place is looked for (`?instead=`), when it may still be left for one."""
    wanted = asked.number(request, "instead")
    sources = REFERRAL.moves["reroute"].sources
    return next((one for one in theirs if one.pk == wanted and one.need_id == need.pk and one.state in sources), None)


@requires(Permission.REFERRAL_EDIT)
@sent_once
def prepare(request, need_pk, service_pk):
    """The family has chosen a service: what we ask for, and whether its name goes with it."""
    need = open_need(request, need_pk)
    service = get_object_or_404(
        Service.objects.visible_to(request.user).active().select_related("partner"), pk=service_pk
    )
    theirs = list(Referral.objects.visible_to(request.user).filter(need=need).select_related("service__partner"))
    begun = next((one for one in theirs if one.service_id == service.pk and one.state == "draft"), None)
    if begun:
        messages.info(request, _("This referral has been prepared already. Here it is."))
        return redirect(begun)
    old = _instead(request, need, theirs)
    return _prepare(request, need, service, old)


def _prepare(request, need, service, old):
    key = f"referral:new:{need.pk}:{service.pk}"
    referral = Referral(family=need.family, need=need, service=service, reason=need.what, is_urgent=need.is_urgent)
    if old:
        referral.reason, referral.is_urgent = old.reason, old.is_urgent
        referral.about_id, referral.goal_id = old.about_id, old.goal_id
    form = typed_form(request, ReferralForm, key, instance=referral, user=request.user)
    leaving = InsteadForm(request.POST or None, old=old) if old else None
    trouble = ""
    if request.method == "POST" and form.is_valid() and (leaving is None or leaving.is_valid()):
        try:
            return _prepared(request, form, key, leaving)
        except (actions.MovedMeanwhile, MoveNotAllowed) as reason:
            trouble, leaving = str(reason), leaving.again()
    context = {
        "need": need,
        "what": reaching.ended(need.what),
        "family": need.family,
        "service": service,
        "form": form,
        "draft": key,
        "old": old,
        "leaving": leaving,
        "trouble": trouble,
        "number_only": request.GET.get("way") == "number",
    }
    return render(request, "referrals/prepare.html", context, status=409 if trouble else 200)


def _prepared(request, form, key, leaving):
    """Keep the draft, then go where the family chose: its name goes along, or it takes the number and calls."""
    referral = form.save(commit=False)
    if leaving:
        actions.reroute(old=leaving.old, new=referral, by=request.user, **leaving.cleaned_data)
    else:
        actions.prepare(referral=referral, by=request.user)
    drafts.forget(request, key)
    if request.POST.get("way") != "number":
        return redirect("referrals:send", referral.pk)
    actions.inform(referral=referral, by=request.user)
    messages.success(request, pages.informed(referral))
    return redirect(referral)


@requires(Permission.REFERRAL_EDIT)
@require_POST
def gap(request, need_pk):
    """Nothing here would do: why, so that the program hears what is missing around it."""
    need = open_need(request, need_pk)
    form = GapForm(request.POST)
    if not form.is_valid():
        return _offer(request, need, gap=form)
    actions.note_gap(need=need, by=request.user, **form.cleaned_data)
    messages.success(request, _("Written down. The community assessment counts it."))
    return redirect("referrals:add", need.pk)
