"""How a family lives when it comes and when its year ends; what is missing of it, family by family; leaving."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from agency import asked, audit, drafts
from agency.access import Permission, requires
from agency.leaving import everything_missing
from agency.once import sent_once
from agency.typed import typed_form
from families import missing_list, snapshots
from families.actions import snapshots as actions
from families.forms.snapshot import SnapshotForm
from families.models import Family, Snapshot
from families.opening import open_family
from families.snapshots import beside_each_other, known, may_serve, years_of, years_without

A_PAGE = 25
P = Permission


@requires(P.ASSESSMENT_VIEW)
def overview(request, pk):
    """Year by year which of the two is there, and what was said beside what was said before."""
    family = open_family(request, pk)
    taken = _taken(request, family)
    columns, rows = beside_each_other(taken)
    page = {
        "family": family,
        "years": [_year(year, taken) for year in years_of(family, timezone.localdate())],
        "columns": columns,
        "rows": rows,
        "may_edit": request.user.may(P.ASSESSMENT_EDIT),
    }
    return render(request, "families/snapshots.html", page)


@requires(P.ASSESSMENT_EDIT)
@sent_once
def take(request, pk, moment):
    """Ask, and write it down once for every program of the family. What we know is offered, never copied unasked."""
    family = open_family(request, pk)
    moment = Snapshot.Moment.END if moment == "end" else Snapshot.Moment.ENROLLMENT
    today = timezone.localdate()
    years, taken = years_without(family, moment, today), _taken(request, family)
    if not years:
        return _nothing_to_ask(request, family, moment, taken)
    last = taken[0] if taken else None
    facts = known(family, moment, last)
    fills = bool(facts) and "fill" in request.GET
    key = f"snapshot:{moment}-of-{family.pk}"
    initial = {"taken_on": today, "years": [year.pk for year in years if year.starts_on <= today <= year.ends_on]}
    initial |= facts | {"filled": True} if fills else {}
    new = Snapshot(family=family, moment=moment, taken_by=request.user)
    form = typed_form(request, SnapshotForm, key, instance=new, initial=initial, years=years, last=last)
    if request.method == "POST" and form.is_valid() and _kept(request, form):
        drafts.forget(request, key)
        return redirect("families:snapshots", family.pk)
    return _form_page(request, family, form, key, offer=bool(facts) and not fills, last=last)


def _kept(request, form):
    try:
        kept = actions.take(form=form, years=form.cleaned_data["years"], by=request.user)
    except actions.TakenAlready as sentence:
        form.add_error("years", str(sentence))
        return False
    _say(request, kept)
    return True


@requires(P.ASSESSMENT_EDIT)
def edit(request, pk, snapshot_pk):
    """What was missing, or was said otherwise."""
    family = open_family(request, pk)
    snapshot = _snapshot(request, family, snapshot_pk)
    key = f"snapshot:{snapshot.pk}"
    form = typed_form(request, SnapshotForm, key, instance=snapshot)
    if request.method == "POST" and form.is_valid():
        _say(request, actions.change(form=form, by=request.user))
        drafts.forget(request, key)
        return redirect("families:snapshots", family.pk)
    return _form_page(request, family, form, key)


@requires(P.ASSESSMENT_EDIT)
@require_POST
def also(request, pk, snapshot_pk):
    """The same answers stand for another program of the family: nobody is asked twice."""
    family = open_family(request, pk)
    snapshot = _snapshot(request, family, snapshot_pk)
    open_years = years_without(family, snapshot.moment, timezone.localdate())
    year = get_object_or_404(open_years, pk=asked.number(request, "year", request.POST))
    actions.speak_also(snapshot=snapshot, year=year, by=request.user)
    said = _("It stands for %(year)s too now.") % {"year": snapshots.year_label(year)}
    messages.success(request, said)
    return redirect("families:snapshots", family.pk)


@requires(P.ASSESSMENT_VIEW)
def leaving(request, pk):
    """What would be lost or left hanging when this family leaves. It blocks nothing."""
    family = open_family(request, pk)
    found = everything_missing([family.pk], request.user)
    page = {"family": family, "missing": found, "may_edit": request.user.may(P.ASSESSMENT_EDIT)}
    return render(request, "families/exit.html", page)


@requires(P.ASSESSMENT_VIEW)
def missing(request):
    """What nobody has asked yet, for one's own families or one's workers'; narrowed by kind and by worker."""
    wanted = {"kind": asked.text(request, "kind"), "worker": asked.number(request, "worker")}
    mine = missing_list.for_worker(Family.objects.visible_to(request.user, P.ASSESSMENT_VIEW), wanted["worker"])
    found = missing_list.of(mine)
    shown = [row for row in found if not wanted["kind"] or wanted["kind"] in row.kinds]
    page = Paginator(shown, A_PAGE).get_page(request.GET.get("page"))
    audit.looked(request, [row.family_id for row in page])
    context = {
        "page": page,
        "rows": missing_list.rows(page, may_edit=request.user.may(P.ASSESSMENT_EDIT)),
        "filters": missing_list.filters(found, wanted),
        "workers": missing_list.workers(request.user),
        "wanted": wanted,
    }
    return render(request, "families/missing.html", context)


# ---- pieces -------------------------------------------------------------------------------------------------------


def _taken(request, family):
    found = Snapshot.objects.visible_to(request.user).filter(family=family)
    return list(found.select_related("taken_by").prefetch_related("years__program_year__program"))


def _snapshot(request, family, pk):
    return get_object_or_404(Snapshot.objects.visible_to(request.user).filter(family=family), pk=pk)


def _year(year, taken):
    """One program year: its two snapshots, or one that could stand for it."""
    return {"year": year, "label": snapshots.year_label(year), "moments": [_moment(year, m, taken) for m in MOMENTS]}


MOMENTS = (Snapshot.Moment.ENROLLMENT, Snapshot.Moment.END)


def _moment(year, moment, taken):
    mine = [one for one in taken if one.moment == moment]
    found = next((one for one in mine if any(row.program_year_id == year.pk for row in one.years.all())), None)
    return {
        "moment": moment,
        "found": found,
        "missing": len(found.missing()) if found else 0,
        "other": None if found else may_serve(mine, moment, year),
    }


def _nothing_to_ask(request, family, moment, taken):
    """Every year has its own: the newest opens, to add to it; without a place there is nothing to ask."""
    newest = next((one for one in taken if one.moment == moment), None)
    if newest:
        return redirect("families:snapshot-edit", family.pk, newest.pk)
    messages.info(request, _("This family holds no place in a program year yet. Ask them when they have one."))
    return redirect("families:snapshots", family.pk)


def _say(request, snapshot):
    count = len(snapshot.missing())
    if count:
        said = _("Saved. Not asked yet: %(n)s. It waits until you can ask.") % {"n": count}
        messages.success(request, said)
    else:
        messages.success(request, _("Saved. Everything is asked."))


def _form_page(request, family, form, key, **more):
    page = {"family": family, "form": form, "draft_key": key, "moment": form.instance.moment}
    return render(request, "families/snapshot_form.html", more | page)
