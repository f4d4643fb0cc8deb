"""Asking families what became of it: whom, how they may be reached, and what they say."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from agency import asked, audit
from agency.access import Permission, requires
from referrals import actions, calls
from referrals.forms.referral import FamilyForm
from referrals.opening import open_referral

A_PAGE = 25


@requires(Permission.REFERRAL_EDIT)
@require_GET
def call_list(request):
    """Families whose word is due, by whose families they are; the longest waiting first."""
    everybody = calls.may_see_others(request.user)
    whose = "all" if everybody and request.GET.get("whose") == "all" else "mine"
    waiting = calls.waiting(request.user, mine=whose == "mine")
    page = Paginator(waiting, A_PAGE).get_page(request.GET.get("page"))
    groups = calls.groups(page.object_list, request.user, here=request.get_full_path())
    audit.looked(request, [row["family"] for group in groups for row in group["rows"]])
    context = {"page": page, "groups": groups, "count": len(waiting), "everybody": everybody, "whose": whose}
    return render(request, "referrals/calls.html", context)


@requires(Permission.REFERRAL_EDIT)
def family_said(request, pk):
    """One short form for what the family says when it is asked."""
    referral = open_referral(request, pk)
    if referral.state == "draft":
        messages.info(request, _("This has not left yet, so there is nothing to ask about."))
        return redirect(referral)
    form = FamilyForm(request.POST or None, referral=referral)
    if request.method == "POST" and form.is_valid():
        return _family_said(request, referral, form)
    return _family_page(request, referral, form)


def _family_page(request, referral, form, trouble="", status=200):
    context = {"referral": referral, "family": referral.family, "form": form, "trouble": trouble}
    context["reach"] = calls.reach(referral.family, request.user)
    context["back"] = asked.way_back(request, referral.get_absolute_url())
    return render(request, "referrals/family_said.html", context, status=status)


def _family_said(request, referral, form):
    typed = dict(form.cleaned_data)
    try:
        event = actions.family_says(referral=referral, version=typed.pop("version"), by=request.user, typed=typed)
    except actions.MovedMeanwhile as reason:
        now = open_referral(request, referral.pk)
        return _family_page(request, now, form.again_on(now.version), trouble=str(reason), status=409)
    if event.differs:
        messages.info(request, _("Kept. We have something else here; both answers stand until somebody settles it."))
        return redirect(referral)
    messages.success(request, _("Written down, in their words."))
    return redirect(asked.way_back(request, referral.get_absolute_url()))
