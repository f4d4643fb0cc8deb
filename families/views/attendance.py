"""Who is invited to an activity, and who came."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from agency import asked, audit
from agency.access import Permission, requires
from agency.words import listed
from families import attending
from families.actions import activities as actions
from families.models import Activity, Family

TO_CHOOSE = 200
MOST = 1000  # keys one page of families may post
P = Permission


@requires(P.ASSESSMENT_EDIT)
@asked.by_post
def choose(request, pk):
    """The families one may invite, by center, worker, last attendance or name; ticked, or all that are shown."""
    activity = _activity(request, pk)
    wanted = {
        "center": asked.number(request, "center"),
        "worker": asked.number(request, "worker"),
        "came": asked.text(request, "came"),
        "everybody": "everybody" in request.GET,
        "text": asked.text(request),
    }
    found = attending.to_choose_from(activity, request.user, **wanted)
    page = Paginator(attending.for_choosing(found, activity), TO_CHOOSE).get_page(request.GET.get("page"))
    audit.looked(request, page.object_list)
    context = {
        "activity": activity,
        "page": page,
        "free": [family.pk for family in page if not family.is_listed and family.grown],
        "centers": attending.centers_for(request.user),
        "workers": attending.workers_for(request.user),
        "wanted": wanted,
        "query": request.GET.urlencode(),
    }
    return render(request, "families/activity_families.html", context)


@requires(P.ASSESSMENT_EDIT)
@require_POST
def invite(request, pk):
    """Put the ticked families, or all that were shown, on the list. Families of others are refused."""
    activity = _activity(request, pk)
    wanted = _keys(request.POST.get("shown", "").split(",")) if "all" in request.POST else _keys(
        request.POST.getlist("family")
    )  # fmt: skip
    mine = Family.objects.visible_to(request.user, P.ASSESSMENT_EDIT).filter(pk__among=list(wanted))
    families = {family.pk: family for family in mine}
    if not wanted:
        messages.error(request, _("Tick at least one family, or take all that are shown."))
        return redirect(asked.way_back(request, reverse("families:activity-families", args=[activity.pk])))
    without = actions.invite(activity=activity, families=list(families), by=request.user)
    _say_invited(request, families, without, len(wanted) - len(families))
    return redirect(activity)


def _say_invited(request, families, without, refused):
    count = len(families) - len(without)
    if count:
        said = ngettext("%(n)s family is on the list.", "%(n)s families are on the list.", count)
        messages.success(request, said % {"n": count})
    if without:
        names = listed(families[key].name for key in sorted(without))
        messages.warning(
            request, _("No adult is on record for %(families)s, so nobody can come.") % {"families": names}
        )
    if refused:
        said = ngettext(
            "%(n)s family was left out: you may not record for it.",
            "%(n)s families were left out: you may not record for them.",
            refused,
        )
        messages.error(request, said % {"n": refused})


@requires(P.ASSESSMENT_EDIT)
@require_POST
def post(request, pk):
    """Who came, as ticked: the first time this posts it, afterwards it corrects."""
    activity = _activity(request, pk)
    ticked = {name: _keys(request.POST.getlist(name)) for name in ("came", "father")}
    on_page = _keys(request.POST.get("asked", "").split(","))
    try:
        kept = actions.keep_attendance(
            activity=activity, came=ticked["came"], fathers=ticked["father"], asked=on_page, by=request.user
        )
    except (actions.NotHeldYet, actions.NobodyCame) as sentence:
        messages.error(request, str(sentence))
    else:
        _say_kept(request, kept)
    return redirect(activity)


def _say_kept(request, kept):
    families = ngettext("%(n)s family", "%(n)s families", kept.families) % {"n": kept.families}
    adults = ngettext("%(n)s adult", "%(n)s adults", kept.adults) % {"n": kept.adults}
    messages.success(request, _("Posted: %(adults)s of %(families)s.") % {"adults": adults, "families": families})
    if kept.already:
        said = _("Already counted for this activity on this day, so left as they are: %(families)s.")
        messages.warning(request, said % {"families": listed(family.name for family in kept.already)})
    if kept.without_place:
        said = ngettext(
            "%(n)s family holds no place on this day: it stands in their story and counts in no report.",
            "%(n)s families hold no place on this day: it stands in their story and counts in no report.",
            kept.without_place,
        )
        messages.info(request, said % {"n": kept.without_place})


def _activity(request, pk):
    found = Activity.objects.visible_to(request.user).select_related("center", "program", "category", "added_by")
    return get_object_or_404(found, pk=pk)


def _keys(said):
    """The keys posted; anything else somebody may have typed is passed over."""
    numbers = (asked.number(None, "n", {"n": one}) for one in said[:MOST])
    return {number for number in numbers if number is not None}
