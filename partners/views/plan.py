"""A plan with a partner: six steps, one screen each, and the goals it wants to reach."""

from datetime import date

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from agency import asked, drafts
from agency.access import Permission, requires
from agency.once import sent_once
from agency.templatetags.look import on as said
from agency.typed import typed_form
from partners import actions, plans
from partners.agreements import begun_or_404
from partners.forms.partnership import PlanGoalForm, StepForm
from partners.models import PartnershipPlan, PlanGoal
from partners.views.frame import keep


@requires(Permission.MOU_EDIT)
@require_POST
def begin(request, pk):
    found = begun_or_404(request, pk)
    template = request.POST.get("template", "")
    if template not in PartnershipPlan.Template.values:
        template = PartnershipPlan.Template.GENERAL
    try:
        plan = actions.begin_plan(partnership=found, template=template, by=request.user)
    except actions.PlanThere as reason:
        messages.info(request, str(reason))
        return redirect(found)
    return redirect("partners:plan-step", plan.pk, 1)


def _open(request, pk, permission=Permission.MOU_VIEW):
    rows = PartnershipPlan.objects.visible_to(request.user, permission).select_related("partnership__partner")
    return get_object_or_404(rows.prefetch_related("goals", "actions__our_owner"), pk=pk)


@requires(Permission.MOU_VIEW)
@require_GET
def plan(request, pk):
    """The whole plan, to read and to print."""
    found = _open(request, pk)
    steps = [{"step": step, "facts": _texts(found, step)} for step in plans.STEPS]
    may_edit = request.user.may(Permission.MOU_EDIT) and found.closed_on is None
    page = {"plan": found, "steps": steps, "partner": found.partnership.partner, "may_edit": may_edit}
    return render(request, "partners/plan.html", page)


def _texts(found, step):
    told = [(found._meta.get_field(name).verbose_name, getattr(found, name)) for name in step.fields]
    return [
        {"label": str(label).capitalize(), "value": said(value) if isinstance(value, date) else value}
        for label, value in told
        if value
    ]


@requires(Permission.MOU_EDIT)
def step(request, pk, number):
    """One step on a screen of its own; what is typed is kept, and the next step follows."""
    found = _open(request, pk, Permission.MOU_EDIT)
    if found.closed_on or number not in range(1, len(plans.STEPS) + 1):
        return redirect(found)
    here, draft = plans.step(number), f"partner-plan:{found.pk}:{number}"
    form = typed_form(request, StepForm, draft, instance=found, step=here) if here.fields else None
    if request.method == "POST" and (form is None or form.is_valid()):
        return _next(request, found, form, number, draft)
    page = {
        "plan": found, "partner": found.partnership.partner, "form": form, "here": here, "draft": draft,
        "steps": _seven(found, number), "ideas": plans.ideas(found, {3: "goals", 5: "actions"}.get(number, "")),
        "is_last": number == len(plans.STEPS),
    }  # fmt: skip
    return render(request, "partners/plan_step.html", page)


def _next(request, found, form, number, draft):
    if form is not None:
        actions.keep(form=form, event="partner_plan_changed", by=request.user)
        drafts.forget(request, draft)
    if number == len(plans.STEPS):
        messages.success(request, _("The plan is kept."))
        return redirect(found)
    return redirect("partners:plan-step", found.pk, number + 1)


def _seven(found, number):
    """The row of steps above a screen."""
    return [
        {"title": each.title, "url": reverse("partners:plan-step", args=[found.pk, each.number]),
         "state": "now" if each.number == number else "done" if plans.is_begun(found, each.number) else ""}
        for each in plans.STEPS
    ]  # fmt: skip


@requires(Permission.MOU_EDIT)
@require_POST
def close(request, pk):
    found = _open(request, pk, Permission.MOU_EDIT)
    actions.close_plan(plan=found, by=request.user)
    messages.success(request, _("The plan is closed. It stays here to be read."))
    return redirect(found.partnership)


@requires(Permission.MOU_EDIT)
@sent_once
def goal_add(request, pk):
    """A goal of the plan; for the child welfare template it may begin with an idea."""
    found = _open(request, pk, Permission.MOU_EDIT)
    ideas, number = plans.ideas(found, "goals"), asked.number(request, "idea")
    idea = {"what": str(ideas[number])} if number is not None and number < len(ideas) else {}
    return _goal(request, PlanGoal(plan=found), f"partner-goal:new:{found.pk}", idea)


@requires(Permission.MOU_EDIT)
def goal(request, pk):
    """A goal, and what came of it."""
    rows = PlanGoal.objects.visible_to(request.user, Permission.MOU_EDIT).select_related("plan")
    found = get_object_or_404(rows, pk=pk)
    return _goal(request, found, f"partner-goal:{found.pk}", {})


def _goal(request, row, draft, idea):
    form = typed_form(request, PlanGoalForm, draft, instance=row, initial=idea)
    open_step = reverse("partners:plan-step", args=[row.plan_id, 3])
    back = row.plan.get_absolute_url() if row.plan.closed_on else open_step
    return keep(request, form, title=_("What we want to reach"), back=back, draft=draft,
                save=lambda: actions.keep(form=form, event="partner_goal", by=request.user))  # fmt: skip
