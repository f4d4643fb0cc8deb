"""Managers set the planned limit, say why a worker has another one, and weigh the signs: each from a day on."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from agency import audit, planned
from agency.access import Permission, requires
from agency.models import AboveLimit, CaseloadException, CaseloadLimit
from agency.once import sent_once
from supervision import load
from supervision.caseloads import workers
from supervision.forms.limits import ExceptionForm, LimitForm, WeightForm
from supervision.models import LoadWeight, Sign

SHOWN = 30


@requires(Permission.SETTINGS_EDIT)
@sent_once
def limits(request):
    """The limits and weights in force, those before and to come, and a form for each."""
    kind = request.POST.get("kind", "")
    limit = _form(request, LimitForm, kind == "limit", CaseloadLimit(set_by=request.user))
    weight = _form(request, WeightForm, kind == "weight", LoadWeight(set_by=request.user))
    for form in (limit, weight):
        if form.is_bound and form.is_valid():
            made = form.save()
            audit.record("caseload_rule_set", about=made, by=request.user, on=str(made.effective_on), kind=kind)
            messages.success(request, _("Saved. It counts from its day."))
            return redirect("supervision:limits")
    return render(request, "supervision/limits.html", {"limit_form": limit, "weight_form": weight, **_in_force()})


def _form(request, form_class, is_meant, instance):
    return form_class(request.POST if is_meant else None, instance=instance, auto_id=f"{form_class.__name__}-%s")


def _in_force():
    today, adds = timezone.localdate(), load.weights()
    return {
        "today": today,
        "usual": planned.agency_wide(),
        "limits": CaseloadLimit.objects.select_related("program", "set_by")[:SHOWN],
        "exceptions": CaseloadException.objects.filter(ends_on__gte=today).select_related("worker", "allowed_by"),
        "above": AboveLimit.objects.select_related("worker", "said_by")[:SHOWN],
        "weights": _by_weight(adds),
        "coming": [
            (one, load.in_words(one.weight))
            for one in LoadWeight.objects.filter(effective_on__gt=today).order_by("effective_on", "sign")
        ],
    }


def _by_weight(adds):
    """[(how much, the signs that add so much)], the heaviest first."""
    heaviest_first = sorted(set(adds.values()), reverse=True)
    return [(load.in_words(weight), [sign.label for sign in Sign if adds[sign] == weight]) for weight in heaviest_first]


@requires(Permission.SETTINGS_EDIT)
@sent_once
def exception(request, user_pk):
    """One worker is planned more (or fewer) families than the rest, for a time and with the reason."""
    worker = get_object_or_404(workers(request.user), pk=user_pk)
    new = CaseloadException(worker=worker, allowed_by=request.user)
    form = ExceptionForm(request.POST or None, instance=new)
    if request.method == "POST" and form.is_valid():
        made = form.save()
        audit.record("caseload_exception", about=made, by=request.user, worker=worker.pk, most=made.most)
        messages.success(request, _("Saved. It counts from its day and ends by itself."))
        return redirect("supervision:caseload", worker.pk)
    return render(request, "supervision/limit.html", {"form": form, "worker": worker})
