"""From need to help received: one line a need, its places put together from four rooms, drawn for three pages."""

from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from agency.access import Permission, permissions_on
from agency.templatetags.look import day, on
from families import panels as families_panels
from families.models import Answer, Need
from goals import panels as goals_panels
from goals.states import GoalState
from referrals import panels as referrals_panels
from referrals import times

P = Permission
MOST = 12
MOST_WORDS = 12  # of a goal; its page has it whole
QUIET_AFTER = 14  # days without an answer until the line says “Ask them”
WORK_ON = {
    Answer.WorkOn.NOW: gettext_lazy("“Work on it now.”"),
    Answer.WorkOn.LATER: gettext_lazy("“Later.”"),
    Answer.WorkOn.NO: gettext_lazy("“Not something we want to work on.”"),
}
CHEERED = (GoalState.ACHIEVED, GoalState.PARTLY)
BY_CHOICE = (Answer.WorkOn.LATER, Answer.WorkOn.NO)


def lines(family, user, may):
    """The lines of the needs this person may see, then the goals that belong to none of them; what has ended apart."""
    needs, goals, draw = _pieces(family, user, may)
    known = {need.pk for need in needs}
    every = [(need.is_open, draw(need)) for need in needs]
    every += [(goal.is_open, _goal_alone(goal)) for goal in goals if known.isdisjoint(goal.need_ids)]
    going_on, ended = ([line for is_open, line in every if is_open == wanted] for wanted in (True, False))
    return {
        "lines": going_on[:MOST],
        "ended": ended[:MOST],
        "more_lines": max(0, len(going_on) - MOST) + max(0, len(ended) - MOST),
        "open_needs": [need for need in needs if need.is_open],
    }


def of_goal(goal, user):
    """For a goal's page: a line for each need it answers; for a goal that answers none, its own."""
    needs, goals, draw = _pieces(goal.family, user, permissions_on(user, goal.family))
    this = next((one for one in goals if one.pk == goal.pk), None)
    if this is None:
        return []
    return [draw(need, [this]) for need in needs if need.pk in this.need_ids] or [_goal_alone(this)]


def of_need(need, user):
    """For a need's page: one line for each goal that answers it; one that shows the gap while none does."""
    needs, goals, draw = _pieces(need.family, user, permissions_on(user, need.family))
    this = next((one for one in needs if one.pk == need.pk), None)
    if this is None:
        return []
    return [draw(this, [goal]) for goal in _of(this, goals)] or [draw(this, [])]


def _pieces(family, user, may):
    """The needs, the goals, and what draws the line of one need. One statement a room."""
    needs = list(families_panels.needs(family, user)) if P.ASSESSMENT_VIEW in may else []
    goals = goals_panels.goals(family, user) if P.GOAL_VIEW in may else []
    referrals = referrals_panels.by_need(family, user) if P.REFERRAL_VIEW in may else {}
    services = _by_need(families_panels.services(family, user)) if P.ASSESSMENT_VIEW in may else {}

    def draw(need, answering=None):
        mine = _of(need, goals) if answering is None else answering
        return _line(need, mine, referrals.get(need.pk, []), services.get(need.pk, []), may)

    return needs, goals, draw


def _by_need(services):
    found = {}
    for service in services:
        found.setdefault(service.need_id, []).append(service)
    return found


def _of(need, goals):
    return [goal for goal in goals if need.pk in goal.need_ids]


def _line(need, goals, referrals, services, may):
    steps = [_need(need, may, is_alone=not (goals or referrals or services)), _goal(need, goals, may)]
    if goals or referrals or services or need.interest not in BY_CHOICE:
        steps += [_referral(need, referrals, may), _service(need, referrals, services), *_outcome(goals, need)]
    return {"label": need.what, "steps": steps}


def _goal_alone(goal):
    return {"label": str(goal), "steps": [_reached(goal), *_outcome([goal])]}


def _outcome(goals, need=None):
    """Where it leads: the family outcomes its goals serve, reached when one of them was."""
    names = list(dict.fromkeys(str(name) for goal in goals for name in goal.outcome_names))
    if not names:
        return []
    reached = any(goal.state in CHEERED for goal in goals) or (need and need.closing == Need.Closing.MET)
    step = {"icon": "sun", "kind": _("Family outcome"), "what": ", ".join(names)}
    return [step if reached else step | {"open": True}]


def _need(need, may, *, is_alone=False):
    step = {"icon": "message", "kind": _("What is hard"), "what": need.what, "meta": _told(need)}
    step["url"] = reverse("families:need", args=[need.pk])
    if need.category.is_restricted:
        return step | {"tone": "info", "chip_icon": "lock", "chip": _("Restricted")}
    if need.is_urgent:
        return step | {"tone": "urgent", "chip_icon": "alert", "chip": _("Urgent")}
    if is_alone and need.is_open and need.interest not in BY_CHOICE:
        return step | {"tone": "attention", "chip_icon": "hand", "chip": _("Nobody works on it yet")}
    return step


def _told(need):
    """“Level 2 on Oct 14. “Work on it now.””"""
    words = WORK_ON.get(need.interest, "")
    if need.answer and need.answer.level:
        said = {"level": need.answer.level, "day": on(need.opened_on), "words": words}
        return _("Level %(level)s, %(day)s. %(words)s") % said
    return _("Told us %(day)s. %(words)s") % {"day": on(need.opened_on), "words": words}


def _goal(need, goals, may):
    if goals:
        return _reached(next((goal for goal in goals if goal.is_open), goals[0]), len(goals) - 1)
    step = {"icon": "goal", "kind": _("Goal"), "open": True}
    if need.interest in BY_CHOICE or not need.is_open:
        return step | {"what": _("None, by their choice")}
    if P.GOAL_EDIT in may:
        return step | {"what": _("Set one together"), "url": _with_need("goals:goal-add", need)}
    return step | {"what": _("Not yet")}


def _with_need(name, need):
    return f"{reverse(name, args=[need.family_id])}?need={need.pk}"


def _reached(goal, others=0):
    step = {
        "icon": "goal",
        "kind": _("Goal"),
        "what": Truncator(str(goal)).words(MOST_WORDS),
        "url": goal.get_absolute_url(),
        "meta": _progress(goal),
    }
    if others:
        step["meta"] += " " + ngettext("And %(n)s more goal.", "And %(n)s more goals.", others) % {"n": others}
    if goal.state in CHEERED:
        return step | {"tone": "celebrate", "chip_icon": "star", "chip": capfirst(goal.get_state_display())}
    if goal.state != GoalState.ACTIVE:
        return step | {"tone": "info", "chip_icon": "clock", "chip": capfirst(goal.get_state_display())}
    return step


def _progress(goal):
    if not goal.total:
        return _("No step written down yet.")
    return _("Step %(done)s of %(total)s done.") % {"done": goal.done, "total": goal.total}


def _referral(need, referrals, may):
    if not referrals:
        return _no_referral(need, may)
    referral = referrals[0]
    step = {
        "icon": "referral",
        "kind": _("Referral"),
        "what": str(referral),
        "url": referral.get_absolute_url(),
        "meta": _asked(referral, len(referrals) - 1),
    }
    if referral.is_waiting and referral.sent_on and (timezone.localdate() - referral.sent_on).days >= QUIET_AFTER:
        return step | {"tone": "attention", "chip_icon": "clock", "chip": _("Ask them")}
    return step


def _no_referral(need, may):
    step = {"icon": "referral", "kind": _("Referral"), "open": True}
    if need.is_open and P.REFERRAL_EDIT in may:
        return step | {"what": _("Find help"), "url": reverse("referrals:add", args=[need.pk])}
    return step | {"what": _("None")}


def _asked(referral, others):
    said = f"{capfirst(referral.get_state_display())}."
    if referral.sent_on:
        said += " " + _("Asked %(day)s.") % {"day": on(referral.sent_on)}
    if referral.appointment_on:
        said += " " + _("Appointment %(day)s.") % {"day": times.appointment(referral, said=on)}
    if others:
        said += " " + ngettext("And %(n)s other.", "And %(n)s others.", others) % {"n": others}
    return said


def _service(need, referrals, services):
    step = {"icon": "service", "kind": _("Help received")}
    if not services:
        return step | {"what": _("Not yet"), "open": True, "meta": _we_ask(referrals)}
    what = services[0].what
    meta = capfirst(", ".join(day(service.received_on) for service in services[:3]))
    if len(services) > 1:
        more = len(services) - 1
        meta += ". " + ngettext("And %(n)s more.", "And %(n)s more.", more) % {"n": more}
    step |= {"what": what, "meta": meta}
    if need.closing == Need.Closing.MET:
        return step | {"tone": "success", "chip_icon": "check-circle", "chip": _("Need met")}
    return step


def _we_ask(referrals):
    next_on = next(
        (each.appointment_on for each in referrals if each.state == "appointment" and each.appointment_on), None
    )
    return _("We ask after %(day)s.") % {"day": on(next_on)} if next_on else ""
