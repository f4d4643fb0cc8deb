"""The words a manager puts beside the figures of a frozen report."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from agency import audit, drafts
from agency.access import Permission, requires
from reports.forms import NarrativeForm
from reports.models import ReportNarrative, ReportRun


@requires(Permission.REPORT_EXPORT)
def narrative(request, pk):
    run = get_object_or_404(ReportRun.objects.visible_to(request.user).select_related("program"), pk=pk)
    key = f"report-words:{run.pk}"
    words = ReportNarrative.objects.visible_to(request.user).filter(run=run).first() or ReportNarrative(run=run)
    typed = request.POST if request.method == "POST" else None
    form = NarrativeForm(typed, instance=words, initial=drafts.restore(request, key) or None)
    if request.method == "POST" and form.is_valid():
        form.instance.written_by, form.instance.written_at = request.user, timezone.now()
        saved = form.save()
        audit.record("report_words_written", about=saved, by=request.user)
        drafts.forget(request, key)
        messages.success(request, _("Saved. The words stand in the board’s copy, too."))
        return redirect(run)
    return render(request, "reports/narrative.html", {"run": run, "form": form, "draft_key": key})
