"""What ran in the background, how far it is, and how it ended."""

from django.core.paginator import Paginator
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agency.access import Permission, requires
from agency.models import WorkRun

A_PAGE = 50
REMINDERS = ("reminders", "urgent-reminders")


def _readable(user):
    return WorkRun.objects.visible_to(user).select_related("asked_by")


@requires(Permission.SETTINGS_EDIT)
def run_log(request):
    shown = request.GET.get("show") if request.GET.get("show") in WorkRun.State.values else ""
    runs = _readable(request.user).filter(state=shown) if shown else _readable(request.user)
    page = Paginator(runs, A_PAGE).get_page(request.GET.get("page"))
    here = reverse("agency:run-log")
    filters = [{"url": here, "label": _("All"), "current": not shown}]
    filters += [
        {"url": f"{here}?show={value}", "label": capfirst(label), "current": value == shown}
        for value, label in WorkRun.State.choices
    ]
    return render(request, "agency/run_log.html", {"page": page, "filters": filters})


@requires(Permission.STAFF)
def run(request, pk):
    """One run: how far, or how it ended."""
    record = get_object_or_404(_readable(request.user), pk=pk)
    may_read_log = request.user.may(Permission.SETTINGS_EDIT)
    context = {"run": record, "text": _said(record), "took": _took(record), "may_read_log": may_read_log}
    return render(request, "agency/run.html", context | {"again_url": _again(record) if may_read_log else ""})


def _took(record):
    """How long it ran, in a few words; "" while it does."""
    if record.took is None:
        return ""
    seconds = max(1, round(record.took.total_seconds()))
    if seconds < 120:
        return ngettext("%(n)s second", "%(n)s seconds", seconds) % {"n": seconds}
    minutes = round(seconds / 60)
    return ngettext("%(n)s minute", "%(n)s minutes", minutes) % {"n": minutes}


def _again(record):
    """Where whoever keeps the settings asks for the same work again; "" for what is asked for on a page of its own."""
    return reverse("workspace:reminders-again", args=[record.name]) if record.name in REMINDERS else ""


@requires(Permission.STAFF)
def progress(request, pk):
    """What static/js/progress.js asks every few seconds."""
    record = get_object_or_404(_readable(request.user), pk=pk)
    done = record.state == WorkRun.State.DONE
    return JsonResponse(
        {
            "percent": 100 if done else record.percent,
            "text": _said(record),
            "url": (record.result_url or reverse("agency:run", args=[pk])) if done else "",
            "failed": record.state == WorkRun.State.FAILED,
        }
    )


def _said(record):
    """How far a run is, in a sentence."""
    if record.state == WorkRun.State.DONE:
        return _("Done.")
    if record.state == WorkRun.State.FAILED:
        return _("It stopped by an error. Nothing half-done was kept; it may be started again.")
    if record.is_late:
        return _(
            "It should have ended by now. What was cut off is taken up again by itself; you may also ask for it anew."
        )
    if record.total:
        return ngettext("%(done)s of %(total)s is done.", "%(done)s of %(total)s are done.", record.done) % {
            "done": record.done,
            "total": record.total,
        }
    return _("It has started.")
