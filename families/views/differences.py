"""Where another system says something else than we do: the list, and one family's page, field by field."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Max, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from agency import audit
from agency.access import Permission, requires
from families.actions import differences as actions
from families.imports.facts import FACTS
from families.models import Difference, Family
from families.opening import open_family

A_PAGE = 50
ANSWERS = {"ours": Difference.Answer.OURS, "theirs": Difference.Answer.THEIRS}


@requires(Permission.FAMILY_VIEW)
def differences(request):
    """The families with something to settle, as far as this person may open them."""
    waiting = Q(differences__answer="")
    found = (
        Family.objects.visible_to(request.user)
        .filter(waiting)
        .annotate(open_facts=Count("differences", filter=waiting), said_on=Max("differences__said_on"))
        .with_people()
        .order_by("name", "pk")
    )
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    audit.looked(request, page.object_list)
    return render(request, "families/differences.html", {"page": page})


@requires(Permission.FAMILY_EDIT)
def family_differences(request, pk):
    """One family's facts side by side: ours, theirs, and a press of a button for each."""
    family = open_family(request, pk)
    rows = Difference.objects.visible_to(request.user).waiting().filter(family=family).select_related("member", "batch")
    shown = [_shown(row, family) for row in rows]
    missing = sum(not row["choices"] and not row["row"].ours for row in shown)
    return render(request, "families/family_differences.html", {"family": family, "rows": shown, "missing": missing})


def _shown(row, family):
    fact = FACTS[row.fact]
    member = row.member
    return {
        "row": row,
        "label": fact.label,
        "about": str(member) if member else str(family),
        "ours": fact.shown(row.ours) if row.ours else "",
        "since": _last_changed(member or family),
        "theirs": fact.shown(row.theirs),
        "choices": fact.choices,
    }


def _last_changed(record):
    """The day our record was last changed; None when nobody has since it was made."""
    return record.history.aggregate(at=Max("pgh_created_at"))["at"]


@requires(Permission.FAMILY_EDIT)
@require_POST
def settle(request, pk, difference_pk):
    """Keep ours or take theirs, for one fact."""
    family = open_family(request, pk)
    row = get_object_or_404(Difference.objects.visible_to(request.user), family=family, pk=difference_pk)
    answer = ANSWERS.get(request.POST.get("answer", ""))
    if answer is None:
        return redirect("families:family-differences", pk=family.pk)
    try:
        actions.settle(difference=row, answer=answer, by=request.user, choice=request.POST.get("choice", ""))
    except (actions.Settled, actions.WordsMissing) as reason:
        messages.error(request, str(reason))
    return _next(request, family)


@requires(Permission.FAMILY_EDIT)
@require_POST
def take_missing(request, pk):
    """Take all that we have nothing of ourselves."""
    family = open_family(request, pk)
    taken = actions.take_missing(family=family, by=request.user)
    said = ngettext("%(n)s fact is taken over.", "%(n)s facts are taken over.", taken) % {"n": taken}
    messages.success(request, said)
    return _next(request, family)


def _next(request, family):
    if Difference.objects.visible_to(request.user).waiting().filter(family=family).exists():
        return redirect("families:family-differences", pk=family.pk)
    messages.success(request, _("Nothing differs any more."))
    return redirect(family)
