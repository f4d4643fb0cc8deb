"""Two records of one family: the list of those that look alike, and one page to make them one."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from agency import audit
from agency.access import Permission, requires
from agency.asked import again, by_post, text
from agency.once import sent_once
from families import doubles
from families.actions import merging, structure
from families.forms.merging import MergeForm
from families.models import Family, FamilyLink, StructureChange
from families.opening import open_family

MOST_FOUND = 20


@requires(Permission.FAMILY_ASSIGN)
def duplicates(request):
    """Pairs of records that may be one family, and what has been merged lately."""
    pairs = doubles.pairs(request.user)
    merged = StructureChange.objects.visible_to(request.user, Permission.FAMILY_ASSIGN).filter(kind="merge")
    merged = list(merged.select_related("family", "other", "made_by").recent())
    shown = [family for pair in pairs for family in (pair.first, pair.second)]
    audit.looked(request, [*shown, *(change.family for change in merged)])
    return render(request, "families/duplicates.html", {"pairs": pairs, "merged": merged})


@requires(Permission.FAMILY_ASSIGN)
@require_POST
def different(request, pk, other_pk):
    """These two look alike and are two families: the pair is not shown again."""
    pair = [_open(request, key) for key in (pk, other_pk)]
    link = FamilyLink(family=pair[0], other=pair[1], kind=FamilyLink.Kind.DIFFERENT)
    structure.link(link=link, by=request.user)
    messages.success(request, _("Noted: these are two families. The pair is not shown again."))
    return redirect("families:duplicates")


def _open(request, key):
    return get_object_or_404(Family.objects.visible_to(request.user, Permission.FAMILY_ASSIGN), pk=key)


@requires(Permission.FAMILY_ASSIGN)
@by_post
def merge_find(request, pk):
    """With which record? For whoever knows better than the list."""
    family = open_family(request, pk)
    asked = text(request)
    found = Family.objects.visible_to(request.user, Permission.FAMILY_ASSIGN).exclude(pk=family.pk).with_people()
    found = list(found.matching(asked)[:MOST_FOUND]) if len(asked) > 1 else []
    audit.looked(request, found)
    hits = [{"family": one, "url": reverse("families:merge", args=[family.pk, one.pk])} for one in found]
    page = {"family": family, "asked": asked, "hits": hits, "purpose": "merge", "again": again(request)}
    return render(request, "families/link_find.html", page)


@requires(Permission.FAMILY_ASSIGN)
@sent_once
def merge(request, pk, other_pk):
    """Side by side, who is who, line by line; then one record, for thirty days with a way back."""
    keep, away = open_family(request, pk), open_family(request, other_pk)
    if keep == away:
        return redirect(keep)
    form = MergeForm(request.POST or None, keep=keep, away=away)
    if request.method == "POST" and not form.asks_again and "look" not in request.POST and form.is_valid():
        return _merged(request, keep, away, form)
    if form.is_bound and (form.asks_again or "look" in request.POST):
        form = _looked_again(request, keep, away)
    page = {"family": keep, "away": away, "form": form, "stays": merging.preview(keep=keep, away=away, by=request.user)}
    return render(request, "families/merge.html", page | {"sides": [_side(keep), _side(away)]})


def _looked_again(request, keep, away):
    """The same page for another answer to who is who: unbound lines, with what was typed kept."""
    return MergeForm(None, keep=keep, away=away, same=request.POST, initial={"reason": request.POST.get("reason", "")})


def _merged(request, keep, away, form):
    try:
        merging.merge(
            keep=keep,
            away=away,
            same=form.people(),
            picked=form.picked(),
            worker=form.worker(),
            reason=form.cleaned_data["reason"],
            by=request.user,
        )
    except merging.NotTwo as sentence:
        messages.error(request, str(sentence))
        return redirect("families:duplicates")
    messages.success(request, _("The two records are one now. For thirty days this can be taken back."))
    return redirect("families:changes", keep.pk)


def _side(family):
    """One record beside the other."""
    return {
        "family": family,
        "people": [*family.adults(), *family.children()],
        "homes": list(family.households.all()),
        "worker": family.main_worker,
    }
