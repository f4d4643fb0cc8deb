"""Help a family received: in two taps, with everything about it, and taken back."""

from itertools import groupby

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from agency import drafts
from agency.access import Permission, requires
from agency.once import sent_once
from agency.typed import typed_form
from families import actions
from families import help as helping
from families.forms.help import QuickForm, ServiceForm
from families.models import ServiceReceived
from families.opening import open_family


@requires(Permission.ASSESSMENT_EDIT)
@sent_once
def received(request, pk):
    """Pick the kind, and it is written down; what stands there already is below, each with its way back."""
    family = open_family(request, pk)
    form = QuickForm(request.POST or None, family=family, user=request.user)
    if request.method == "POST" and form.is_valid() and _given(request, family, form):
        return redirect("families:help", family.pk)
    kinds = list(helping.kinds(request.user))
    page = {
        "family": family,
        "form": form,
        "day": form["received_on"].value() or timezone.localdate().isoformat(),
        "need": form["need"].value() or request.GET.get("need", ""),
        "at_hand": helping.at_hand(request.user, kinds),
        "groups": [(group, list(some)) for group, some in groupby(kinds, lambda kind: kind.get_group_display())],
        "services": helping.latest(family, request.user),
    }
    return render(request, "families/help.html", page)


def _given(request, family, form):
    try:
        service = actions.give(family=family, by=request.user, **form.cleaned_data)
    except actions.ReceivedAlready as sentence:
        form.add_error(None, str(sentence))
        return False
    messages.success(request, _("Written down: %(what)s. %(counts)s") % {"what": service, "counts": _counts(service)})
    return True


@requires(Permission.ASSESSMENT_EDIT)
@sent_once
def add(request, pk):
    """Help that really came, with everything about it. Help from a partner comes with its referral."""
    family = open_family(request, pk)
    initial = {"received_on": timezone.localdate(), "need": request.GET.get("need") or None}
    new = ServiceReceived(family=family, recorded_by=request.user)
    return _form(request, family, new, f"service:of-{family.pk}", actions.receive_by_hand, family, initial)


@requires(Permission.ASSESSMENT_EDIT)
def change(request, pk, help_pk):
    """What was written down, said better."""
    family = open_family(request, pk)
    service = _by_hand(request, family, help_pk)
    then = reverse("families:help", args=[family.pk])
    return _form(request, family, service, f"service:{service.pk}", actions.change_help, then, {})


@requires(Permission.ASSESSMENT_EDIT)
@require_POST
def take_back(request, pk, help_pk):
    """Written down by mistake: it goes, and no report counts it."""
    family = open_family(request, pk)
    found = ServiceReceived.objects.visible_to(request.user).filter(family=family)
    service = get_object_or_404(found, pk=help_pk)
    try:
        actions.take_back(service=service, by=request.user)
    except (actions.NotByHand, actions.TooLateToTakeBack) as sentence:
        messages.error(request, str(sentence))
    else:
        messages.success(request, _("Taken back: %(what)s. No report counts it.") % {"what": service})
    return redirect("families:help", family.pk)


def _form(request, family, service, key, keep, then, initial):
    form = typed_form(request, ServiceForm, key, instance=service, user=request.user, initial=initial)
    if request.method == "POST" and form.is_valid():
        kept = keep(form=form, by=request.user)
        drafts.forget(request, key)
        messages.success(request, _("Saved. %(counts)s") % {"counts": _counts(kept)})
        return redirect(then)
    page = {"family": family, "form": form, "draft_key": key}
    page |= {"title": _("Help received"), "save": _("Save the help received")}
    return render(request, "families/form.html", page)


def _by_hand(request, family, pk):
    mine = ServiceReceived.objects.visible_to(request.user).filter(family=family, activity=None)
    return get_object_or_404(mine.exclude(source=ServiceReceived.Source.REFERRAL).select_related("family"), pk=pk)


def _counts(service):
    if service.program_year_id:
        return _("It counts in %(year)s.") % {"year": helping.year_label(service.program_year)}
    return _("The family held no place on that day, so no report counts it.")
