"""My day, the family page, its timeline, search: composed from every room; no tables of their own."""

from django.shortcuts import redirect, render
from django.urls import reverse

from agency import audit
from agency.access import Permission, requires
from agency.asked import by_post, number, words
from agency.context import first_page
from families.models import Family
from families.opening import open_family
from families.panels import with_situation
from supervision import panels as supervision
from workspace import family_page, hits, my_day, recent
from workspace.forms import SearchForm
from workspace.header import with_header
from workspace.search import Asked, find


@requires(Permission.STAFF)
def day(request):
    """My day. Who only keeps accounts has no day here and goes to the accounts."""
    if first_page(request.user) != reverse("workspace:my-day"):
        return redirect(first_page(request.user))
    context = my_day.page(request)
    audit.looked(request, my_day.families_shown(context))
    return render(request, "workspace/my_day.html", context | {"places": my_day.places(request.user)})


@requires(Permission.FAMILY_VIEW)
def family(request, pk):
    """One family on one page: who, their words, what comes next, from need to help received, what has happened."""
    families = with_situation(Family.objects.visible_to(request.user), request.user)
    families = supervision.beside(families, request.user)
    family = open_family(request, pk, with_header(families, request.user))
    return render(request, "workspace/family.html", family_page.page(family, request.user))


@requires(Permission.FAMILY_VIEW)
def timeline(request, pk):
    """Everything that has happened with one family, page by page."""
    family = open_family(request, pk)
    page = family_page.story(family, request.user, number(request, "page"))
    return render(request, "workspace/timeline.html", page)


@requires(Permission.STAFF)
@by_post
def search(request):
    """Families, children, phone numbers, partners and services, with typos and accents."""
    form = SearchForm({"q": words(request), "exact": request.GET.get("exact")})
    typed = form.cleaned_data if form.is_valid() else {"q": "", "exact": False}
    asked = Asked(typed["q"], typed["exact"])
    found = None if asked.is_too_short else find(asked, request.user)
    last = recent.opened_last(request.user)
    audit.looked(request, [*(hits.families_shown(found)), *last])
    context = {
        "form": form,
        "asked": asked,
        "found": found,
        "groups": hits.groups(found, request.user),
        "words": [*asked.words, *(found.also if found else [])],
        "recent": last,
        "may_begin": request.user.may(Permission.FAMILY_EDIT),
    }
    return render(request, "search/search.html", context)


@requires(Permission.STAFF)
def more(request):
    """The places that have no tab on a phone."""
    return render(request, "workspace/more.html", {"rooms": my_day.rooms(request.user)})
