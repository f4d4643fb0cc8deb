"""The demo's letterbox: mail that was not sent, for whoever holds a demo log-in."""

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render

from agency.access import Permission, requires
from agency.models import OutboxMail

A_PAGE = 20


@requires(Permission.STAFF)
def outbox(request):
    if not settings.DEMO or settings.MAIL != "outbox":
        raise Http404
    page = Paginator(OutboxMail.objects.all(), A_PAGE).get_page(request.GET.get("page"))
    return render(request, "agency/outbox.html", {"page": page})
