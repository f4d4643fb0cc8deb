"""The agenda page, and the feed a person's own calendar reads."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, HttpResponseNotFound
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from agency import audit, limits
from agency.access import Permission, requires
from goals.actions import calendar as actions
from goals.models import CalendarFeed
from workspace import agenda, ics, rows

AN_HOUR = 60 * 60
MOST_GUESSES = 30  # wrong addresses an hour from one place; then nothing is looked up
MOST_READINGS = 60  # an hour of one address; calendars ask every few hours
ONCE = "calendar_address"  # in the session, until it has been shown once


@requires(Permission.FAMILY_VIEW)
def page(request):
    """What is due, by days: this week, or the next four."""
    length = agenda.MONTH if request.GET.get("view") == "month" else agenda.WEEK
    found = agenda.days(request.user, timezone.localdate(), length)
    audit.looked(request, agenda.families_shown(found))
    token = request.session.pop(ONCE, None)
    context = found | {
        "is_month": length == agenda.MONTH,
        "count": sum(len(each["rows"]) for each in found["days"]),
        "feed": CalendarFeed.objects.open().filter(user=request.user).first(),
        "address": request.build_absolute_uri(reverse("workspace:feed", args=[token])) if token else "",
        "filters": _views(length),
    }
    return render(request, "workspace/agenda.html", context)


def _views(length):
    here = reverse("workspace:agenda")
    return [
        {"url": here, "label": _("This week"), "icon": "calendar", "current": length == agenda.WEEK},
        {"url": f"{here}?view=month", "label": _("Four weeks"), "current": length == agenda.MONTH},
    ]


@requires(Permission.FAMILY_VIEW)
@require_POST
def address(request):
    """Make the secret address, or take it back."""
    if "revoke" in request.POST:
        actions.revoke(by=request.user)
        messages.success(request, _("Your calendar can no longer read your agenda."))
    else:
        request.session[ONCE] = actions.make(by=request.user)
        messages.success(request, _("Copy the address now: it is shown only once."))
    return redirect(f"{reverse('workspace:agenda')}#a-feed")


@login_not_required
@require_GET
def feed(request, token):
    """The agenda for a calendar program: initials only. A wrong address is a plain 404, and guessing leads nowhere."""
    guesses = f"calendar-guesses:{limits.source_of(request)}"
    if limits.so_far(guesses) >= MOST_GUESSES:
        return HttpResponseNotFound()
    user = actions.read(token)
    if user is None or not user.may(Permission.FAMILY_VIEW):
        limits.count(guesses, AN_HOUR)
        return HttpResponseNotFound()
    if limits.count(f"calendar-read:{user.pk}", AN_HOUR) > MOST_READINGS:
        return HttpResponse(status=429, headers={"Retry-After": str(AN_HOUR)})
    with translation.override(user.language):
        text = ics.calendar(_("Family Partnership"), _entries(request, user), timezone.now())
    answer = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    answer.headers["Cache-Control"] = "private, no-store"
    answer.headers["Content-Disposition"] = 'inline; filename="agenda.ics"'
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


def _entries(request, user):
    on = timezone.localdate()
    found, clocks = agenda.items(user, on, agenda.MONTH)
    for item in found:
        title = rows.title(item, clocks) or _("Agenda")
        yield {
            "uid": f"{item.kind}-{item.family_id}-{item.due_on:%Y%m%d}@{request.get_host().partition(':')[0]}",
            "on": max(item.due_on, on),  # what is past its day waits today
            "at": item.at,
            "title": f"{title}: {agenda.initials(item.family_name)}",
            "url": request.build_absolute_uri(reverse("workspace:family", args=[item.family_id])),
        }
