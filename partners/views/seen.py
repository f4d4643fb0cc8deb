"""What colleagues saw and heard of a service, a manager's stop, and what has changed in an entry."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from agency.access import Permission, requires
from agency.once import sent_once
from partners import history
from partners.actions import seen as actions
from partners.forms.seen import RoomForm, StopForm, WordForm
from partners.models import DoNotRefer, FamilyWord, Partner, Service


@requires(Permission.DIRECTORY_VERIFY)
@require_POST
@sent_once
def room(request, pk):
    """One tap: room, a waiting list, full."""
    found = get_object_or_404(Service.objects.visible_to(request.user), pk=pk)
    form = RoomForm(request.POST)
    if form.is_valid():
        actions.see_room(service=found, state=form.cleaned_data["state"], wait=form.wait(), by=request.user)
        messages.success(request, _("Thank you. Colleagues see it with today’s date."))
    else:
        messages.error(request, _("Say whether there is room; the wait in whole weeks, up to 260."))
    return redirect(found)


@requires(Permission.DIRECTORY_VERIFY)
@sent_once
def word_add(request, pk):
    """A family said something about a service. Nothing leads from here to the family."""
    found = get_object_or_404(Service.objects.visible_to(request.user), pk=pk)
    form = WordForm(request.POST or None, instance=FamilyWord(service=found))
    if request.method == "POST" and form.is_valid():
        actions.hear(word=form.save(commit=False), by=request.user)
        messages.success(request, _("Kept, without a name."))
        return redirect(found)
    title = _("What a family said about %(service)s") % {"service": found}
    return render(request, "partners/form.html", {"form": form, "title": title, "back_url": found.get_absolute_url()})


@requires(Permission.DIRECTORY_EDIT)
@require_POST
def word_withdraw(request, pk):
    word = get_object_or_404(FamilyWord.objects.visible_to(request.user).select_related("service"), pk=pk)
    actions.withdraw(word=word, by=request.user)
    messages.success(request, _("It is shown no longer."))
    return redirect(word.service)


@requires(Permission.DIRECTORY_MANAGE)
def stop_partner(request, pk):
    found = get_object_or_404(Partner.objects.visible_to(request.user), pk=pk)
    return _stop(request, found, DoNotRefer(partner=found))


@requires(Permission.DIRECTORY_MANAGE)
def stop_service(request, pk):
    found = get_object_or_404(Service.objects.visible_to(request.user), pk=pk)
    return _stop(request, found, DoNotRefer(partner=found.partner, service=found))


def _stop(request, found, stop):
    """Why families are not sent there any more."""
    form = StopForm(request.POST or None, instance=stop)
    if request.method == "POST" and form.is_valid():
        try:
            actions.stop(stop=form.save(commit=False), by=request.user)
        except actions.StoppedAlready as reason:
            messages.error(request, str(reason))
        else:
            messages.success(request, _("Families are not sent there any more. Colleagues see that, and not why."))
        return redirect(found)
    title = _("Do not refer to %(whom)s") % {"whom": found}
    return render(request, "partners/form.html", {"form": form, "title": title, "back_url": found.get_absolute_url()})


@requires(Permission.DIRECTORY_MANAGE)
@require_POST
def stop_lift(request, pk):
    stop = get_object_or_404(DoNotRefer.objects.visible_to(request.user).select_related("partner", "service"), pk=pk)
    actions.lift(stop=stop, by=request.user)
    messages.success(request, _("Families may be sent there again."))
    return redirect(stop.service or stop.partner)


@requires(Permission.DIRECTORY_EDIT)
@require_GET
def service_history(request, pk):
    found = get_object_or_404(Service.objects.visible_to(request.user), pk=pk)
    return render(request, "partners/history.html", {"entry": found, "changes": history.of_service(found)})


@requires(Permission.DIRECTORY_EDIT)
@require_GET
def partner_history(request, pk):
    found = get_object_or_404(Partner.objects.visible_to(request.user), pk=pk)
    return render(request, "partners/history.html", {"entry": found, "changes": history.of_partner(found)})
