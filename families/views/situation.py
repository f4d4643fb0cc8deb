"""Without a home, in foster care, child welfare, plans elsewhere: each added, corrected, ended, kept as history."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from agency import drafts
from agency.access import Permission, must_say_why, permissions_on, requires
from agency.asked import way_back
from agency.once import sent_once
from agency.typed import typed_form
from families import actions, situations
from families.opening import open_family, why_first


@requires(Permission.ASSESSMENT_VIEW)
def overview(request, pk):
    """Everything of this kind that is known of a family, what holds today first, and how it came."""
    family = open_family(request, pk)
    may = permissions_on(request.user, family)
    page = {
        "family": family,
        "parts": situations.parts(family, request.user, may),
        "restricted_url": _restricted_url(request, family, may),
    }
    return render(request, "families/situation.html", page)


def _restricted_url(request, family, may):
    """Whoever is here only as a manager gives a reason each time before restricted facts are shown."""
    asks = Permission.RESTRICTED_VIEW in may and must_say_why(request.user, family)
    return reverse("families:situation-restricted", args=[family.pk]) if asks else ""


@requires(Permission.RESTRICTED_VIEW)
def restricted(request, pk):
    """The restricted facts of a family. Opening them is recorded; a manager says why, each time."""
    family = open_family(request, pk)
    if page := why_first(request, family):
        return page
    may = permissions_on(request.user, family)
    page = {"family": family, "parts": situations.parts(family, request.user, may, only_restricted=True)}
    return render(request, "families/situation.html", page)


@requires(Permission.FAMILY_EDIT)
@sent_once
def add(request, pk, kind):
    family = open_family(request, pk)
    return _fact(request, family, situations.KINDS[kind], situations.KINDS[kind].new(family))


@requires(Permission.FAMILY_EDIT)
def edit(request, pk, kind, **fact_pk):
    family = open_family(request, pk)
    what = situations.KINDS[kind]
    return _fact(request, family, what, get_object_or_404(what.of(family, request.user), pk=_one(fact_pk)))


@requires(Permission.FAMILY_EDIT)
@require_POST
def end(request, pk, kind, **fact_pk):
    """It is over today; a wrong day can be corrected on its own page."""
    family = open_family(request, pk)
    fact = get_object_or_404(situations.KINDS[kind].of(family, request.user), pk=_one(fact_pk))
    actions.end_fact(fact=fact, by=request.user)
    messages.success(request, _("Written down as over since today."))
    return redirect(_back(request, family))


def _one(named):
    """The one number of an address that names its kind ("plan_pk")."""
    [pk] = named.values()
    return pk


def _fact(request, family, what, fact):
    if what.is_restricted and Permission.RESTRICTED_VIEW not in permissions_on(request.user, family):
        raise PermissionDenied
    key = f"{what.code}:{fact.pk or f'of-{family.pk}'}"
    form = typed_form(request, what.form, key, instance=fact, family=family, user=request.user)
    back = _back(request, family)
    if request.method == "POST" and form.is_valid():
        actions.keep_fact(form=form, by=request.user)
        drafts.forget(request, key)
        messages.success(request, _("Saved."))
        return redirect(back)
    page = {"family": family, "form": form, "draft_key": key, "title": what.title, "lede": what.lede}
    return render(request, "families/form.html", page | {"save": _("Save"), "back": back})


def _back(request, family):
    return way_back(request, reverse("families:situation", args=[family.pk]))
