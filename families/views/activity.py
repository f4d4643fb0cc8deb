"""Activities with many families: the list, one of them, whom to invite, who came, the sheet to sign, the figures."""

import csv
from datetime import date

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from agency import asked, audit, drafts
from agency.access import Permission, requires
from agency.confirming import asked_first
from agency.held import StillAsked
from agency.once import sent_once
from agency.spreadsheets import harmless
from agency.typed import typed_form
from families import activity_page as shown
from families import attending, staff
from families.actions import activities as actions
from families.forms.activity import ActivityForm
from families.models import Activity

A_PAGE = 25
TO_CHOOSE = 200
MOST = 400  # keys a page of families may post
P = Permission


@requires(P.ASSESSMENT_VIEW)
def activities(request):
    """What has been held and what is being prepared, narrowed as one asks, with the figures of all of it."""
    wanted = _asked_for(request)
    found = attending.narrowed(Activity.objects.visible_to(request.user), **wanted)
    page = Paginator(found.select_related("center", "program", "category"), A_PAGE).get_page(request.GET.get("page"))
    figures = attending.figures(page.object_list)
    context = {
        "page": page,
        "rows": [shown.row(activity, figures.get(activity.pk, attending.NONE)) for activity in page],
        "columns": shown.columns(),
        "total": shown.figures(attending.total(found)),
        "filters": _states(request),
        "kinds": Activity.Kind.choices,
        "centers": staff.centers_of(request.user, P.ASSESSMENT_VIEW),
        "wanted": wanted,
        "may_add": request.user.may(P.ASSESSMENT_EDIT),
        "may_export": _may_export(request.user),
        "query": request.GET.urlencode(),
    }
    return render(request, "families/activities.html", context)


@requires(P.ASSESSMENT_VIEW)
def in_kind(request):
    """The in-kind minutes of each posted activity, as a file for the books. It names no family."""
    if not _may_export(request.user):
        raise PermissionDenied
    found = attending.narrowed(Activity.objects.visible_to(request.user), **_asked_for(request))
    held = list(found.posted().select_related("center", "program").order_by("held_on", "pk"))
    figures = attending.figures(held)
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="in-kind-{timezone.localdate()}.csv"'
    writer = csv.writer(response)
    writer.writerow([_("Day"), _("Activity"), _("Kind"), _("Where"), _("Families"), _("Adults"), _("Fathers"),
                     _("In-kind minutes")])  # fmt: skip
    for one in held:
        row = figures.get(one.pk, attending.NONE)
        said = [one.held_on, harmless(one.title), one.get_kind_display(), harmless(str(shown.where(one)))]
        writer.writerow([*said, row["families"], row["adults"], row["fathers"], row["minutes"]])
    audit.record("in_kind_exported", by=request.user, activities=len(held))
    return response


@requires(P.ASSESSMENT_EDIT)
@sent_once
def add(request):
    """A new activity: what it is. Whom to invite comes next."""
    initial = {"held_on": timezone.localdate(), "center": _usual_center(request.user)}
    return _edit(request, Activity(), "activity:new", "families:activity-families", initial)


@requires(P.ASSESSMENT_EDIT)
def edit(request, pk):
    """What it is, said better, as long as it is not posted."""
    activity = _activity(request, pk)
    return _edit(request, activity, f"activity:{activity.pk}", "families:activity", {})


def _edit(request, activity, key, then, initial):
    centers = staff.centers_of(request.user, P.ASSESSMENT_EDIT)
    offered = {"centers": centers, "programs": attending.programs_of(centers)}
    form = typed_form(request, ActivityForm, key, instance=activity, initial=initial, **offered)
    if request.method == "POST" and form.is_valid():
        try:
            saved = actions.prepare(form=form, by=request.user)
        except actions.PostedAlready as sentence:
            form.add_error(None, str(sentence))
        else:
            drafts.forget(request, key)
            messages.success(request, _("Saved. Nobody is counted before you post it."))
            return redirect(then, saved.pk)
    return render(request, "families/activity_form.html", {"activity": activity, "form": form, "draft_key": key})


@requires(P.ASSESSMENT_VIEW)
def activity(request, pk):
    """What it is, who is on the list, who came. Families of colleagues are counted, not named."""
    activity = _activity(request, pk)
    families = attending.on_the_list(activity, request.user)
    page = Paginator(families, TO_CHOOSE).get_page(request.GET.get("page"))
    audit.looked(request, [family for family, _adults in page])
    figures = attending.figures([activity]).get(activity.pk, attending.NONE)
    mine = attending.may_record(activity, request.user) if request.user.may(P.ASSESSMENT_EDIT) else set()
    tick = request.GET.get("tick", "")
    context = {
        "activity": activity,
        "facts": shown.facts(activity),
        "figures": shown.figures(figures),
        "page": page,
        "listed": [shown.ticks(family, adults, family.pk in mine, tick, activity) for family, adults in page],
        "hidden": figures["families"] - sum(any(row.is_present for row in adults) for _family, adults in families),
        "asked": ",".join(str(row.pk) for family, adults in page if family.pk in mine for row in adults),
        "may_edit": request.user.may(P.ASSESSMENT_EDIT),
        "is_ahead": activity.held_on > timezone.localdate(),
        "undo_until": actions.undo_until(activity),
        "today": timezone.localdate(),
    }
    return render(request, "families/activity.html", context)


@requires(P.ASSESSMENT_EDIT)
@require_POST
def undo(request, pk):
    """Take the whole posting back, once one has said so."""
    activity = _activity(request, pk)
    if page := asked_first(
        request,
        title=_("Undo this posting?"),
        text=_("It leaves every family’s story, and no report counts it. Who was ticked stays ticked."),
        yes=_("Undo the posting"),
        back_url=activity.get_absolute_url(),
    ):
        return page
    try:
        actions.undo(activity=activity, by=request.user)
    except actions.CannotUndo as sentence:
        messages.error(request, str(sentence))
    else:
        messages.success(request, _("Undone. No report counts it any more. You can change it and post it again."))
    return redirect(activity)


@requires(P.ASSESSMENT_EDIT)
@require_POST
def drop(request, pk):
    """What was prepared and never held goes, once one has said so."""
    activity = _activity(request, pk)
    if page := asked_first(
        request,
        title=_("Throw this activity away?"),
        text=_("It was never posted, so no family’s story changes. Its list goes too."),
        yes=_("Throw it away"),
        back_url=activity.get_absolute_url(),
    ):
        return page
    try:
        actions.drop(activity=activity, by=request.user)
    except (actions.PostedAlready, StillAsked) as sentence:  # whose record is held may be no family of theirs
        messages.error(request, str(sentence))
        return redirect(activity)
    messages.success(request, _("The activity is thrown away."))
    return redirect("families:activities")


@requires(P.ASSESSMENT_VIEW)
def sheet(request, pk):
    """The list on paper, to sign at the door: grown-ups by name, nothing else about a family."""
    activity = _activity(request, pk)
    families = attending.on_the_list(activity, request.user)
    audit.looked(request, [family for family, _adults in families])
    adults = sorted((row.member for _family, rows in families for row in rows), key=lambda one: one.search_name)
    page = {"activity": activity, "where": shown.where(activity), "adults": adults, "spare": range(8)}
    return render(request, "families/activity_sheet.html", page)


# ---- pieces -------------------------------------------------------------------------------------------------------


def _activity(request, pk):
    found = Activity.objects.visible_to(request.user).select_related("center", "program", "category", "added_by")
    return get_object_or_404(found, pk=pk)


def _asked_for(request):
    return {
        "state": asked.text(request, "state"),
        "kind": asked.text(request, "kind"),
        "center": asked.number(request, "center"),
        "first": _day(request, "first"),
        "last": _day(request, "last"),
        "text": asked.text(request),
    }


def _day(request, name):
    try:
        return date.fromisoformat(request.GET.get(name, ""))
    except ValueError:
        return None


def _states(request):
    states = [("", _("All")), ("posted", _("Posted")), ("prepared", _("Being prepared")), ("undone", _("Undone"))]
    return [
        {"label": label, "current": request.GET.get("state", "") == code, "url": _narrowed_to(request, code)}
        for code, label in states
    ]


def _narrowed_to(request, state):
    query = request.GET.copy()
    query.pop("page", None)
    query["state"] = state
    return f"?{query.urlencode()}"


def _usual_center(user):
    """The only center of this person, when there is one."""
    centers = list(staff.centers_of(user, P.ASSESSMENT_EDIT)[:2])
    return centers[0].pk if len(centers) == 1 else None


def _may_export(user):
    """A reviewer reads figures and takes none away."""
    return user.may(P.REPORT_EXPORT) or user.may(P.REPORT_OWN)
