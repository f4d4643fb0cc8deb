"""Staff accounts, for administrators: who may come in, as what, and where."""

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, Prefetch, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from agency import actions, asked
from agency.access import Permission, requires
from agency.confirming import question
from agency.forms.accounts import AccountForm, roles_formset
from agency.models import RoleGrant, User
from agency.templatetags.look import initials, moment

A_PAGE = 50
SHOWN = {
    "working": gettext_lazy("Working here"),
    "without_password": gettext_lazy("No password yet"),
    "closed": gettext_lazy("Closed"),
}


@requires(Permission.ACCOUNT_EDIT)
def accounts(request):
    """Everybody with an account: roles, and when they last signed in."""
    shown = request.GET.get("show") if request.GET.get("show") in SHOWN else "working"
    query = asked.text(request)
    people = getattr(_people(), shown)().filter(_named(query))
    page = Paginator(people, A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "query": query, "shown": shown, "filters": _filters(shown), "columns": _columns()}
    return render(request, "agency/accounts.html", context | {"rows": [_row(person) for person in page]})


def _columns():
    labels = (_("Name"), _("Roles"), _("Last signed in"), _("Second step"))
    return [{"label": label} for label in labels]


def _row(person):
    roles = "; ".join(str(grant) for grant in person.roles_today) or _("No role")
    second = _("In use") if person.has_second_step else _("Not yet")
    seen = moment(person.last_login) if person.last_login else _("Never")
    return {
        "head": str(person),
        "note": person.email,
        "url": person.get_absolute_url(),
        "face": initials(person),
        "cells": [
            {"label": _("Roles"), "value": roles},
            {"label": _("Last signed in"), "value": seen, "soft": True},
            {"label": _("Second step"), "value": second, "soft": not person.has_second_step},
        ],
    }


def _people():
    grants = RoleGrant.objects.in_force().select_related("program", "center").order_by("role", "pk")
    second_step = Authenticator.objects.filter(user=OuterRef("pk"), type=Authenticator.Type.TOTP)
    return User.objects.prefetch_related(Prefetch("role_grants", grants, to_attr="roles_today")).annotate(
        has_second_step=Exists(second_step)
    )


def _named(query):
    found = Q()
    for word in query.split():
        found &= (
            Q(first_name__icontains=word)
            | Q(last_name__icontains=word)
            | Q(username__icontains=word)
            | Q(email__icontains=word)
        )
    return found


def _filters(shown):
    here = reverse("agency:accounts")
    return [{"url": f"{here}?show={key}", "label": label, "current": key == shown} for key, label in SHOWN.items()]


@requires(Permission.ACCOUNT_EDIT)
def add(request):
    """A new account. The person gets a link and chooses the password."""
    form = AccountForm(request.POST or None)
    roles = roles_formset(request.POST or None, instance=form.instance)
    if request.method == "POST" and form.is_valid() & roles.is_valid():
        user = actions.open_account(form=form, roles=roles, by=request.user)
        messages.success(request, _("Saved. A mail with a link to choose a password is on its way to %s.") % user.email)
        return redirect(user)
    return render(request, "agency/account_form.html", {"form": form, "roles": roles})


@requires(Permission.ACCOUNT_EDIT)
def account(request, pk):
    """One account: who it is, the roles with their dates, and the ways in."""
    user = get_object_or_404(_people(), pk=pk)
    form = AccountForm(request.POST or None, instance=user)
    roles = roles_formset(request.POST or None, instance=user)
    if request.method == "POST" and form.is_valid() & roles.is_valid():
        try:
            actions.change_account(form=form, roles=roles, by=request.user)
        except actions.LockedOut as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, _("Saved. It holds from the next page this person opens."))
            return redirect(user)
    return render(request, "agency/account_form.html", {"form": form, "roles": roles, "account": _people().get(pk=pk)})


@requires(Permission.ACCOUNT_EDIT)
@require_POST
def invite(request, pk):
    user = get_object_or_404(User.objects.without_password(), pk=pk)
    actions.invite(user=user, by=request.user)
    messages.success(request, _("A new link is on its way to %s.") % user.email)
    return redirect(user)


@requires(Permission.ACCOUNT_EDIT)
def deactivate(request, pk):
    """Asks first: the person is out at once."""
    user = get_object_or_404(User.objects.working(), pk=pk)
    if request.method == "POST":
        try:
            actions.deactivate(user=user, by=request.user)
        except actions.LockedOut as reason:
            messages.error(request, str(reason))
        else:
            messages.success(request, _("Closed. %s cannot sign in any more.") % user)
        return redirect(user)
    return question(
        request,
        title=_("Close the account of %s?") % user,
        text=_("Nobody signs in with it from now on. What this person wrote stays, and you can open it again."),
        yes=_("Close the account"),
        back_url=user.get_absolute_url(),
    )


@requires(Permission.ACCOUNT_EDIT)
@require_POST
def activate(request, pk):
    user = get_object_or_404(User.objects.closed(), pk=pk)
    actions.activate(user=user, by=request.user)
    messages.success(request, _("Open again. %s can sign in as before.") % user)
    return redirect(user)


@requires(Permission.ACCOUNT_EDIT)
def reset_second_step(request, pk):
    """Asks first: until its owner sets it up again, the password alone opens the account."""
    user = get_object_or_404(User.objects.all(), pk=pk)
    if request.method == "POST":
        actions.reset_second_step(user=user, by=request.user)
        messages.success(request, _("Taken off. %s signs in with the password alone until a new one is set up.") % user)
        return redirect(user)
    return question(
        request,
        title=_("Take the second step off for %s?") % user,
        text=_("Do this when a phone is lost, and only after you have spoken with the person yourself."),
        yes=_("Take it off"),
        back_url=user.get_absolute_url(),
    )
