"""One due thing, where it stands: done with one press, noted in two words, put aside with a reason, or taken back."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django_htmx.http import reswap, retarget

from agency import audit
from agency.access import Permission, permissions_on, requires
from agency.due import Clocks
from families.opening import open_family
from supervision.worklist import is_aside
from workspace import in_place, rows

A_PAGE = 50


@requires(Permission.NOTE_EDIT)
def thing(request, family_pk, kind, about):
    """The page of one due thing; also the piece that opens below its row, and what the row becomes when it is done."""
    family, clocks = open_family(request, family_pk), Clocks()
    if request.htmx and "leave" in request.GET:
        return HttpResponse()
    if request.method == "POST" and request.POST.get("act") == "again":
        return _again(request, family, kind, about, clocks)
    item = in_place.find(family, request.user, kind, about, clocks)
    if item is None:
        return _over(request, family)
    page = _page(request, family, item, clocks)
    act = ACTS.get(request.POST.get("act")) if request.method == "POST" else None
    done = act(request, page) if act else None
    return _done(request, page, done) if done else _shown(request, page)


def _page(request, family, item, clocks):
    may = permissions_on(request.user, family)
    return {
        "family": family,
        "item": item,
        "kind": rows.title(item, clocks) or item.what,
        "clocks": clocks,
        "tick": in_place.tick_of(item, may),
        "note": in_place.note_form(request, family, item, may),
        "try": in_place.try_form(request, item, may),
        "aside": in_place.aside_form(request, family, item, clocks),
        "why": in_place.why_aside(family, item) if is_aside(item) else None,
        "here": reverse("workspace:thing", args=[family.pk, item.kind, item.about]),
        "back": _back(request),
        "row": _row(item, clocks),
    }


def _row(item, clocks):
    return rows.of_day(item, clocks.on, doing="")


def _back(request):
    """My day, with the list that was open there."""
    asked = request.GET.get("back", "")
    return f"{reverse('workspace:my-day')}{'?' + asked if asked else ''}"


def _shown(request, page):
    if not request.htmx:
        return render(request, "workspace/thing.html", page)
    answer = render(request, "workspace/_thing.html", page)
    return reswap(retarget(answer, f"#{page['row']['id']}-here"), "innerHTML")


# ---- what can be done; each answers with the sentence that says so, or None when a form has to be looked at ---------
def _tick(request, page):
    tick = page["tick"]
    if tick is None:
        raise PermissionDenied
    try:
        tick.act(request, page["item"].about)
    except in_place.TROUBLE as reason:
        messages.error(request, str(reason))
        return None
    return str(tick.done)


def _note(request, page):
    if page["note"] is None:
        raise PermissionDenied
    if not page["note"].is_valid():
        return None
    in_place.talked(request, page["note"])
    return _("Note saved.")


def _try(request, page):
    if page["try"] is None:
        raise PermissionDenied
    if not page["try"].is_valid():
        return None
    in_place.tried(request, page["item"], page["try"])
    return _("Written down.")


def _aside(request, page):
    if page["aside"] is None:
        messages.error(request, _("What is urgent, or waits for somebody else, cannot be put aside."))
        return None
    if not page["aside"].is_valid():
        return None
    in_place.put_aside(request, page["family"], page["item"], page["aside"], page["clocks"])
    return _("Put aside. It is back by itself on its day.")


ACTS = {"done": _tick, "note": _note, "try": _try, "aside": _aside}


def _done(request, page, said):
    """In the row's own place what was done and the way back; without scripts, the day again."""
    again = page["tick"] and page["tick"].again and request.POST["act"] == "done" or request.POST["act"] == "aside"
    if request.htmx:
        return render(request, "workspace/_thing_done.html", page | {"said": said, "again": again})
    messages.success(request, said)
    return redirect(page["here"] if request.POST["act"] == "aside" else page["back"])


def _again(request, family, kind, about, clocks):
    """What was done a moment ago was not: open again, or back from where it was put."""
    tick = in_place.TICKS.get(kind)
    if in_place.is_put_aside(family, kind, about):
        in_place.bring_back(request, family, kind, about)
    elif tick and tick.again and in_place.find(family, request.user, kind, about, clocks) is None:
        if tick.needs not in permissions_on(request.user, family):
            raise PermissionDenied
        tick.again(request, about)
    item = in_place.find(family, request.user, kind, about, clocks)
    if item is None:
        return _over(request, family)
    if request.htmx:
        return render(request, "components/_due_row.html", {"row": _row(item, clocks)})
    messages.success(request, _("It stands on the day again."))
    return redirect(_back(request))


def _over(request, family):
    messages.info(request, _("This is not due any more: somebody has done it, or its day has moved."))
    if request.htmx:
        return reswap(render(request, "workspace/_thing_over.html", {"family": family}), "innerHTML")
    return redirect(_back(request))


@requires(Permission.NOTE_EDIT)
def put_aside(request):
    """What is put aside in the families one serves or leads: why, until when, and how often already."""
    page = Paginator(in_place.put_aside_now(request.user), A_PAGE).get_page(request.GET.get("page"))
    audit.looked(request, {kept.family_id for kept in page})
    clocks = Clocks()
    listed = [
        {
            "family": kept.family,
            "kind": rows.title_of(kept.kind, clocks),
            "last": kept,
            "times": kept.times,
            "url": reverse("workspace:thing", args=[kept.family_id, kept.kind, kept.about]),
        }
        for kept in page
    ]
    return render(request, "workspace/put_aside.html", {"rows": listed, "page": page})
