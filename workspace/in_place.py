"""What can be done about a due thing where it stands: by kind, through the room's own door and action."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, OuterRef, Subquery
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from agency.access import Permission, permissions_on
from agency.due import Clocks
from families import actions as families_actions
from families.actions import waiting
from families.models import Need, Snooze
from goals import opening as goals
from goals.actions import goal as goal_actions
from goals.actions import note as note_actions
from goals.actions import team as team_actions
from goals.models import ProgressNote
from referrals import actions as referrals_actions
from referrals.forms.referral import TryForm
from referrals.opening import open_referral
from supervision.actions import decisions
from supervision.opening import open_decision
from supervision.worklist import everything_due, is_aside, may_wait
from workspace.forms import AsideForm, QuickNoteForm

P = Permission
LIMIT = "snooze_limit"  # the clock that says how long anything may be put aside
AT_MOST = 14  # days, where the agency has no such clock
LATELY = timedelta(days=90)  # how far back it is counted how often something was put aside
TALKS = ("check_in", "check_in_latest", "welcome_contact")
ASKS = ("referral_follow_up", "waiting_partner", "waiting_family")


@dataclass(frozen=True)
class Tick:
    """Something that is done with one press; `again` opens it once more."""

    needs: Permission
    label: Promise
    done: Promise
    act: Callable
    again: Callable | None = None


def _toggle(opens, does):
    """For actions that open again what they are asked twice."""
    return lambda request, pk: does(request, opens(request, pk))


def _first_step(request, pk):
    need = get_object_or_404(Need.objects.visible_to(request.user, P.ASSESSMENT_EDIT), pk=pk)
    families_actions.take_first_step(need=need, by=request.user)


def _step_done(request, pk):
    note_actions.next_step_done(note=goals.open_note(request, pk), by=request.user)


def _step_again(request, pk):
    note_actions.next_step_open_again(note=goals.open_note(request, pk), by=request.user)


def _tick_step(request, step):
    goal_actions.tick(step=step, by=request.user)


def _tick_action(request, action):
    may_all = P.GOAL_EDIT in permissions_on(request.user, action.meeting.family)
    team_actions.action_done(action=action, by=request.user, may_all=may_all)


def _tick_decision(request, decision):
    decisions.done(decision=decision, by=request.user)


GOAL_STEP = _toggle(goals.open_step, _tick_step)
ACTION = _toggle(goals.open_action, _tick_action)
DECISION = _toggle(open_decision, _tick_decision)

TICKS = {
    "urgent_need": Tick(P.ASSESSMENT_EDIT, _("A first step is taken"), _("The first step is taken."), _first_step),
    "next_step": Tick(P.NOTE_EDIT, _("It is done"), _("Done, and off your day."), _step_done, _step_again),
    "goal_step": Tick(P.GOAL_PROGRESS, _("The step is done"), _("The step is done."), GOAL_STEP, GOAL_STEP),
    "team_action": Tick(P.GOAL_PROGRESS, _("It is done"), _("Done, and off your day."), ACTION, ACTION),
    "supervision_action": Tick(P.SUPERVISION_VIEW, _("It is done"), _("Done, and off your day."), DECISION, DECISION),
}
TROUBLE = (note_actions.NothingLeftToDo, team_actions.NotYours, decisions.NobodyTookItOn)


def find(family, user, kind, about, clocks=None):
    """The due thing itself, as every page computes it; None when it is not due (any more)."""
    found = everything_due([family.pk], user, clocks or Clocks())
    return next((item for item in found if (item.kind, item.about) == (kind, about)), None)


def tick_of(item, may):
    tick = TICKS.get(item.kind)
    return tick if tick and tick.needs in may else None


def note_form(request, family, item, may):
    """A short note, where talking is what is due; a posted one when that is the form that was sent."""
    if item.kind not in TALKS or P.NOTE_EDIT not in may:
        return None
    note = ProgressNote(family=family, written_by=request.user)
    typed = request.POST if request.POST.get("act") == "note" else None
    return QuickNoteForm(typed, user=request.user, instance=note, prefix="note")


def try_form(request, item, may):
    """What somebody said who was asked, where asking is what is due."""
    if item.kind not in ASKS or P.REFERRAL_EDIT not in may:
        return None
    return TryForm(request.POST if request.POST.get("act") == "try" else None, prefix="try")


def aside_form(request, family, item, clocks):
    if not may_wait(item) or is_aside(item):
        return None
    typed = request.POST if request.POST.get("act") == "aside" else None
    return AsideForm(typed, at_most=longest(family, clocks), prefix="aside")


def longest(family, clocks):
    rule = clocks.rule(LIMIT, family.center.program_id)
    return rule.length if rule else AT_MOST


def put_aside(request, family, item, form, clocks):
    said = form.cleaned_data
    waiting.put_aside(
        family=family, kind=item.kind, about=item.about, days=said["days"], reason=said["reason"],
        at_most=longest(family, clocks), by=request.user,
    )  # fmt: skip


def bring_back(request, family, kind, about):
    waiting.bring_back(family=family, kind=kind, about=about, by=request.user)


def tried(request, item, form):
    referral = open_referral(request, item.about)
    referrals_actions.record_try(referral=referral, by=request.user, typed=form.cleaned_data)


def talked(request, form):
    return note_actions.write(form=form, by=request.user)


def is_put_aside(family, kind, about):
    return Snooze.objects.of_family(family).in_force().filter(kind=kind, about=about).exists()


def why_aside(family, item):
    """Who put it aside, why, and how often it was."""
    rows = Snooze.objects.of_family(family).filter(kind=item.kind, about=item.about).select_related("by")
    return {"last": rows.in_force().first(), "times": rows.count()}


def put_aside_now(user):
    """What is put aside today in families this person serves or leads, how often it was, and by whom."""
    rows = Snooze.objects.visible_to(user).in_force().select_related("family", "by").order_by("until_on", "pk")
    same = {name: OuterRef(name) for name in ("family", "kind", "about")}
    times = Snooze.objects.filter(**same, set_on__gte=timezone.localdate() - LATELY).order_by().values("family")
    return rows.annotate(times=Subquery(times.annotate(n=Count("pk")).values("n")))
