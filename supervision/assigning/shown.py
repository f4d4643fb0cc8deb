"""Hand-overs and absences as their pages show them; and who had how many families on any day."""

from datetime import date

from django.core.paginator import Paginator
from django.utils import timezone
from django.utils.translation import gettext as _

from agency import planned
from agency.access import Permission
from agency.templatetags.look import initials
from families import staff
from families.models import Assignment
from supervision.caseloads import workers
from supervision.models import Absence, Handed, HandOver
from supervision.pages import url_of

LISTED, WORKERS_A_PAGE = 20, 50


def handed(hand_over, user):
    """The families of a hand-over this person may assign, by name."""
    rows = Handed.objects.visible_to(user).filter(hand_over=hand_over)
    return list(rows.select_related("family__center", "to", "begun").order_by("family__name", "family"))


def covers(absence, user):
    """The covers of an absence: who, for which family, in which days."""
    rows = Assignment.objects.visible_to(user, Permission.FAMILY_ASSIGN).filter(pk__in=absence.covers.values("pk"))
    return list(rows.select_related("family", "worker").order_by("family__name", "family", "pk"))


def standing(absence):
    """Where an absence stands today."""
    today = timezone.localdate()
    return {
        "is_over": absence.back_at is not None or absence.ends_on < today,
        "is_ahead": absence.back_at is None and absence.starts_on > today,
    }


def asked_day(request):
    """The day asked for; today without one that can be read."""
    try:
        return date.fromisoformat(request.GET.get("on", ""))
    except ValueError:
        return timezone.localdate()


def history(request):
    """How many families each worker had on a day, past or to come, beside the limit of that day."""
    on = asked_day(request)
    people = list(workers(request.user))
    had, most = staff.planned_on(on, people), planned.limits([one.pk for one in people], on)
    page = Paginator(people, WORKERS_A_PAGE).get_page(request.GET.get("page"))
    columns = [{"label": _("Staff")}, {"label": _("Families")}]
    rows = [_row(one, had.get(one.pk, 0), most[one.pk]) for one in page]
    said = {"day": on, "today": timezone.localdate(), "page": page, "table": {"columns": columns, "rows": rows}}
    return said | {"families": sum(had.values()), "over": sum(had.get(pk, 0) > limit for pk, limit in most.items())}


def _row(worker, had, limit):
    label = _("Families, planned up to %(limit)s") % {"limit": limit}
    cells = [{"value": had, "limit": limit, "label": label}]
    return {"head": str(worker), "face": initials(worker), "url": url_of(worker), "cells": cells}


def lately(user):
    """The last hand-overs and absences of the staff this person assigns families to, the newest first."""
    own = workers(user, Permission.FAMILY_ASSIGN).values("pk")
    made = HandOver.objects.filter(worker__in=own).select_related("worker", "made_by")
    away = Absence.objects.filter(worker__in=own).select_related("worker", "added_by")
    return {"hand_overs": list(made[:LISTED]), "absences": list(away[:LISTED])}


def around(worker, today):
    """What is coming for one worker: the hand-over ahead, the absence now or ahead."""
    ahead = HandOver.objects.standing().filter(worker=worker, starts_on__gt=today).order_by("starts_on", "pk")
    away = Absence.objects.filter(worker=worker, ends_on__gte=today, back_at=None).order_by("starts_on", "pk")
    return {"hand_over_ahead": ahead.first(), "absence": away.first()}
