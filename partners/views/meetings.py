"""What happens between us and a partner: meetings, what each side took on, services at our centers, seats."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from agency import asked, drafts
from agency.access import Permission, requires
from agency.forms.together import Together
from agency.once import sent_once
from agency.typed import part_of, typed_form
from partners import actions, plans
from partners.agreements import begun_or_404
from partners.forms.partnership import ActionForm, MeetingForm, OnsiteForm, SeatForm, TakenForm
from partners.models import CommitteeSeat, OnsiteService, PartnerMeeting, PartnershipAction
from partners.views.frame import keep

MORE_ROWS = 3  # rows for what was taken on at a meeting; the first is open, the others when somebody wants them


@requires(Permission.MOU_EDIT)
@sent_once
def meeting_add(request, pk):
    found = begun_or_404(request, pk)
    return _meeting(request, PartnerMeeting(partnership=found), f"partner-meeting:new:{found.pk}")


@requires(Permission.MOU_EDIT)
def meeting(request, pk):
    """A meeting as it was written down, to be corrected."""
    rows = PartnerMeeting.objects.visible_to(request.user, Permission.MOU_EDIT).select_related("partnership__partner")
    found = get_object_or_404(rows, pk=pk)
    return _meeting(request, found, f"partner-meeting:{found.pk}")


def _meeting(request, found, draft):
    form = typed_form(request, MeetingForm, draft, instance=found)
    taken = _taken_forms(request, form)
    together = Together([form, *taken])
    back = found.partnership.get_absolute_url()
    if request.method == "POST" and together.is_valid():
        return keep(request, form, title="", back=back, draft=draft,
                    save=lambda: actions.keep_meeting(form=form, taken=taken, by=request.user))  # fmt: skip
    page = {"form": form, "taken": taken, "together": together, "draft": draft, "back_url": back,
            "partner": found.partnership.partner, "there": found.actions.all() if found.pk else ()}  # fmt: skip
    return render(request, "partners/meeting.html", page)


def _taken_forms(request, form):
    rows, draft = [], drafts.initial_from(form.kept)
    for number in range(MORE_ROWS):
        prefix = f"taken{number}"
        rows.append(TakenForm(
            request.POST if request.method == "POST" else None, prefix=prefix, empty_permitted=True,
            use_required_attribute=False, instance=PartnershipAction(partnership=form.instance.partnership),
            initial=part_of(draft, prefix),
        ))  # fmt: skip
    return rows


@requires(Permission.MOU_EDIT)
@sent_once
def action_add(request, pk):
    """Something one side takes on; for the child welfare template it may begin with an idea."""
    found = begun_or_404(request, pk)
    plan = found.plans.filter(closed_on=None).first()
    idea = _idea(request, plan, "actions")
    form = typed_form(request, ActionForm, f"partner-action:new:{found.pk}", initial=idea,
                      instance=PartnershipAction(partnership=found, plan=plan))  # fmt: skip
    return _action(request, form, found, f"partner-action:new:{found.pk}")


def _idea(request, plan, what):
    ideas, number = plans.ideas(plan, what), asked.number(request, "idea")
    return {"what": str(ideas[number])} if number is not None and number < len(ideas) else {}


def _action(request, form, found, draft, **more):
    back = asked.way_back(request, found.get_absolute_url())
    return keep(request, form, title=_("Who does what"), back=back, draft=draft, lede=str(found),
                save=lambda: actions.keep(form=form, event="partner_action", by=request.user), **more)  # fmt: skip


@requires(Permission.MOU_FACTS)
def action(request, pk):
    """An action: changed by who keeps agreements; whoever took it on reads it and says when it is done."""
    rows = PartnershipAction.objects.visible_to(request.user).select_related("partnership__partner", "our_owner")
    found = get_object_or_404(rows, pk=pk)
    if not request.user.may(Permission.MOU_EDIT):
        return render(request, "partners/action.html", {"action": found})
    form = typed_form(request, ActionForm, f"partner-action:{found.pk}", instance=found)
    return _action(request, form, found.partnership, f"partner-action:{found.pk}")


@requires(Permission.MOU_FACTS)
@require_POST
def action_done(request, pk):
    found = get_object_or_404(PartnershipAction.objects.visible_to(request.user, Permission.MOU_EDIT), pk=pk)
    actions.do_action(action=found, by=request.user)
    messages.success(request, _("Done. Thank you."))
    reads = request.user.may(Permission.MOU_VIEW)
    return redirect(found.partnership.get_absolute_url() if reads else reverse("partners:due"))


@requires(Permission.MOU_EDIT)
@sent_once
def onsite_add(request, pk):
    found = begun_or_404(request, pk)
    return _part(request, OnsiteForm, OnsiteService(partnership=found), _("A service at our center"))


@requires(Permission.MOU_EDIT)
def onsite(request, pk):
    rows = OnsiteService.objects.visible_to(request.user, Permission.MOU_EDIT)
    return _part(request, OnsiteForm, get_object_or_404(rows, pk=pk), _("A service at our center"))


@requires(Permission.MOU_EDIT)
@sent_once
def seat_add(request, pk):
    found = begun_or_404(request, pk)
    return _part(request, SeatForm, CommitteeSeat(partnership=found), _("A seat on a committee"))


@requires(Permission.MOU_EDIT)
def seat(request, pk):
    rows = CommitteeSeat.objects.visible_to(request.user, Permission.MOU_EDIT)
    return _part(request, SeatForm, get_object_or_404(rows, pk=pk), _("A seat on a committee"))


def _part(request, form_class, row, title):
    form = form_class(request.POST or None, instance=row)
    found = row.partnership
    return keep(request, form, title=title, back=found.get_absolute_url(), lede=str(found),
                save=lambda: actions.keep(form=form, event="partnership_changed", by=request.user))  # fmt: skip
