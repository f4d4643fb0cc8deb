"""Partners we work with: how close we are, who talks to whom."""

from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from agency.access import Permission, requires
from agency.once import sent_once
from agency.templatetags.look import on as said
from agency.typed import typed_form
from partners import actions, listing, standing
from partners.agreements import begun_or_404, open_partnership
from partners.forms.partnership import PartnershipFilterForm, PartnershipForm, StageForm
from partners.models import Mou, Partnership, PublicRole, Stage, StageReached
from partners.states import Standing
from partners.views.frame import keep

ON_A_PAGE = 25
SHOWN = 10
TOLD = (Standing.DRAFT, Standing.IN_REVIEW, Standing.COMING, Standing.IN_FORCE, Standing.LAPSED)


@requires(Permission.MOU_VIEW)
@require_GET
def partnerships(request):
    """Partners we work with, by name; narrowed by group, by stage, or to one's own."""
    known = Partnership.objects.visible_to(request.user).of_entries()
    found = listing.for_list(known).order_by("partner__name", "pk")
    form = PartnershipFilterForm(request.GET)
    page = Paginator(_narrowed(found, form.cleaned_data, request.user), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "table": _table(page), "form": form, "is_narrowed": any(form.cleaned_data.values())}
    return render(request, "partners/partnerships.html", context)


def _narrowed(found, wanted, user):
    if wanted.get("group"):
        found = found.filter(partner__group=wanted["group"])
    if wanted.get("stage"):
        found = found.filter(stage_now=wanted["stage"])
    return found.filter(our_person=user.pk) if wanted.get("whose") else found


def _table(page):
    labels = [_("Partner"), _("How we work together"), _("Who"), _("Next meeting"), _("Open actions"), _("Agreements")]
    rows = [_row(one, labels) for one in page]
    return {"columns": [{"label": label} for label in labels], "rows": rows}


def _row(one, labels):
    told = [mou for mou in one.partner.agreements if mou.standing in TOLD]
    worst = next((mou for mou in told if mou.standing == Standing.LAPSED), told[0] if told else None)
    agreement = {"value": _("none")} if worst is None else {**_as_cell(standing.chip(worst)), "value": ""}
    who = ", ".join(part for part in (str(one.our_person or ""), one.their_person) if part)
    cells = [
        {"value": climb(one)},
        {"value": who or "–"},
        {"value": said(one.meets_on) if one.meets_on else "–"},
        {"value": one.open_actions},
    ]
    cells = [cell | {"label": label} for cell, label in zip([*cells, agreement], labels[1:], strict=True)]
    return {"head": one.partner.name, "url": one.get_absolute_url(), "note": one.partner.get_group_display(),
            "cells": cells}  # fmt: skip


def _as_cell(chip):
    return {"chip": chip["text"], "tone": chip["tone"], "icon": chip["icon"]}


def climb(one):
    """“coordination → cooperation”: how it is now, and where we want to go."""
    now = Stage(one.stage_now).label if one.stage_now else _("not said yet")
    if not one.target or one.target == one.stage_now:
        return now
    return _("%(now)s → %(target)s") % {"now": now, "target": Stage(one.target).label}


@requires(Permission.MOU_VIEW)
@require_GET
def partnership(request, pk):
    owner, found = open_partnership(request, pk)
    if owner.merged_into_id:
        return redirect("partners:partnership", owner.merged_into_id)
    may_edit = request.user.may(Permission.MOU_EDIT)
    page = {"partner": owner, "partnership": found, "may_edit": may_edit, "mous": _mous(request, owner)}
    if found is None:
        return render(request, "partners/partnership.html", page)
    todo = found.actions.select_related("our_owner")
    page |= {
        "stages": found.stages.select_related("said_by"),
        "stage_now": found.stages.filter(since_on__lte=timezone.localdate()).first(),
        "plan": found.plans.filter(closed_on=None).first(),
        "closed_plans": found.plans.exclude(closed_on=None),
        "open_actions": todo.filter(done_on=None),
        "done_actions": todo.exclude(done_on=None)[:SHOWN],
        "meetings": found.meetings.prefetch_related("ours", "actions")[:SHOWN],
        "onsite": found.onsite_services.select_related("center"),
        "seats": found.seats.all(),
        "facts": _facts(found),
    }
    return render(request, "partners/partnership.html", page)


def _mous(request, owner):
    mous = Mou.objects.visible_to(request.user).filter(partner=owner).with_standing()
    return [{"mou": mou, "chip": standing.chip(mou)} for mou in mous]


def _facts(found):
    roles = dict(PublicRole.choices)
    lines = [
        (_("Our person"), found.our_person),
        (_("Their person"), found.their_person),
        (_("Phone"), found.their_phone),
        (_("E-mail"), found.their_email),
        (_("What they are"), ", ".join(str(roles[role]) for role in found.public_roles if role in roles)),
    ]
    return [{"label": label, "value": value} for label, value in lines if value]


@requires(Permission.MOU_EDIT)
@sent_once
def edit(request, pk):
    """Who talks to whom, and how close we want to become; the first time it begins the partnership."""
    owner, found = open_partnership(request, pk, Permission.MOU_EDIT)
    form = typed_form(request, PartnershipForm, f"partnership:{owner.pk}", instance=found or Partnership(partner=owner))
    return keep(
        request, form, title=_("Working with %(partner)s") % {"partner": owner}, draft=f"partnership:{owner.pk}",
        back=reverse("partners:partnership", args=[owner.pk]),
        save=lambda: actions.keep_partnership(form=form, by=request.user),
    )  # fmt: skip


@requires(Permission.MOU_EDIT)
@sent_once
def stage_add(request, pk):
    found = begun_or_404(request, pk)
    form = StageForm(request.POST or None, instance=StageReached(partnership=found))
    return keep(request, form, title=_("How we work together now"), back=found.get_absolute_url(), lede=str(found),
                save=lambda: actions.reach_stage(form=form, by=request.user))  # fmt: skip
