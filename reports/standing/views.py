"""Views of standing reports that people keep, and the mails that remind them of them."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from agency.access import Permission, requires
from agency.once import sent_once
from reports import kinds
from reports.forms import LiveForm
from reports.models import SavedView
from reports.standing import saving
from reports.standing.forms import KeepForm


@requires(Permission.REPORT_VIEW)
@sent_once
def keep(request, code):
    """Keep the report as it is looked at: its words come along in the address, read as the report reads them."""
    kind = kinds.every().get(code)
    if kind is None or kind.freezes or kind.page or not request.user.may(kind.permission):
        raise Http404
    asked = LiveForm(request.GET or None, user=request.user, kind=kind)
    if request.GET and not asked.is_valid():
        return redirect("reports:live", code)
    form = KeepForm(request.POST or None, instance=SavedView(user=request.user, kind=code))
    if request.method == "POST" and form.is_valid():
        query = _words(asked, keeps_days=form.cleaned_data["keeps_days"])
        saving.keep(view=form.instance, query=query, every=form.cleaned_data["every"], by=request.user)
        messages.success(request, _("Kept. You find it on the page of reports."))
        return redirect("reports:list")
    context = {"form": form, "kind": kind, "query": request.GET.urlencode()}
    return render(request, "reports/keep.html", context, status=422 if request.method == "POST" else 200)


def _words(asked, keeps_days):
    """What was chosen, as an address: only known fields, only what they accept; no days unless they are kept."""
    chosen = QueryDict(mutable=True)
    for name in asked.fields:
        value = asked.word(name)
        if value and (keeps_days or name != "period"):
            chosen[name] = value
    return urlencode(sorted(chosen.items()))


@requires(Permission.REPORT_VIEW)
def view(request, pk):
    """The way to a kept view: the address a mail carries, which tells nothing."""
    return redirect(get_object_or_404(SavedView.objects.visible_to(request.user), pk=pk).address)


@requires(Permission.REPORT_VIEW)
@require_POST
def drop(request, pk):
    """Only one's own: a colleague's view goes when the colleague lets it go."""
    own = get_object_or_404(SavedView.objects.visible_to(request.user), pk=pk, user=request.user)
    saving.drop(view=own, by=request.user)
    messages.success(request, _("This view is gone; no more mail comes about it."))
    return redirect("reports:list")
