"""A goal and its seven steps, its strategies, its supports, its moves."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from agency import drafts, line
from agency.access import Permission, requires
from agency.once import sent_once
from agency.transitions import MoveNotAllowed
from agency.typed import typed_form
from families.models import Need
from families.opening import open_family
from families.panels import strengths
from goals import ideas, seven
from goals.actions import goal as actions
from goals.forms.goal import (
    GoalForm,
    GoalMoveForm,
    NewStepForm,
    NewSupportForm,
    SkillsForm,
    StepForm,
    StrengthsForm,
    StressorsForm,
    SupportForm,
    TrackForm,
)
from goals.models import Goal, GoalStep, GoalSupport, GoalTouched
from goals.opening import open_goal, open_step, open_support
from goals.panels import GOAL_TONES
from goals.states import GOAL, GoalState

WRITTEN = {2: SkillsForm, 3: StrengthsForm, 4: StressorsForm, 7: TrackForm}


@requires(Permission.GOAL_VIEW)
def goal(request, pk):
    """One goal: its words, its steps, who helps, what moved it, and what may become of it."""
    found = open_goal(request, pk)
    user = request.user
    touches = GoalTouched.objects.visible_to(user).filter(goal=found).select_related("note__written_by")
    tone, icon = GOAL_TONES[found.state]
    page = {
        "goal": found,
        "tone": tone,
        "icon": icon,
        "family": found.family,
        "steps": found.steps.select_related("partner"),
        "supports": found.supports.select_related("service__partner"),
        "lines": line.through("goal", found, user),
        "cycles": cycles_of(found, user),
        "needs": Need.objects.visible_to(user).filter(goals=found),
        "touches": touches.order_by("-note__happened_on", "-note_id")[:10],
        "changes": found.status_changes.select_related("changed_by").order_by("-pk"),
        "seven": seven.steps(found),
        "moves": GOAL.open_to(found.state, user),
        "can_edit": user.may(Permission.GOAL_EDIT),
        "can_progress": user.may(Permission.GOAL_PROGRESS),
        "reads_all": user.may(Permission.AGREEMENT_VIEW),
        "following": found.continued_by.visible_to(user).first(),
    }
    return render(request, "goals/goal.html", page)


def cycles_of(goal, user):
    """A goal and what it goes on from, the oldest first; a goal taken up once has one."""
    found, seen = [goal], {goal.pk}
    while found[0].continues_id and found[0].continues_id not in seen:
        before = Goal.objects.visible_to(user).filter(pk=found[0].continues_id).first()
        if before is None:
            break
        seen.add(before.pk)
        found.insert(0, before)
    return found if len(found) > 1 else []


@requires(Permission.GOAL_EDIT)
@sent_once
def add(request, family_pk):
    """The first of the seven steps; the goal is kept as soon as their words are there."""
    family = open_family(request, family_pk)
    key = f"goal-new-{family.pk}"
    new = Goal(family=family, added_by=request.user)
    thought = ideas.named(request.GET.get("idea", ""))
    initial = {"needs": request.GET.getlist("need")} | _first_guess(thought)
    form = typed_form(request, GoalForm, key, user=request.user, instance=new, initial=initial)
    if request.method == "POST" and form.is_valid():
        form.save(commit=False)
        actions.set_goal(goal=form.instance, by=request.user)
        form.save_m2m()
        drafts.forget(request, key)
        return redirect("goals:goal-part", form.instance.pk, 2)
    page = {"family": family, "form": form, "part": seven.part(1), "seven": seven.first_steps(), "draft": key}
    page |= {"ideas": ideas.offered(), "idea": thought, "kept_needs": request.GET.getlist("need")}
    return render(request, "goals/goal_part.html", page)


def _first_guess(idea):
    """What an idea suggests: how one would know, and the outcome. The family's words stay empty: they are theirs."""
    return {"statement": str(idea.statement), "outcomes": [idea.outcome]} if idea else {}


@requires(Permission.GOAL_EDIT)
def part(request, pk, number):
    """One of the seven steps. Any order; leaving loses nothing."""
    found = open_goal(request, pk)
    if seven.part(number) is None:
        raise Http404
    if number in (5, 6):
        return _rows(request, found, number)
    key = f"goal-{found.pk}-{number}"
    form = _form(request, found, number, key)
    if request.method == "POST" and form.is_valid():
        form.save()
        drafts.forget(request, key)
        return _onward(found, number)
    return render(request, "goals/goal_part.html", _page(request, found, number, key) | {"form": form})


def _form(request, found, number, key):
    initial = {}
    if number == 3 and not found.strengths:
        initial["strengths"] = "\n".join(strengths(found.family, request.user, on_paper=True))
    if number == 1:
        return typed_form(request, GoalForm, key, user=request.user, instance=found)
    return typed_form(request, WRITTEN[number], key, instance=found, initial=initial)


def _page(request, found, number, key):
    return {
        "family": found.family,
        "goal": found,
        "part": seven.part(number),
        "seven": seven.steps(found, now=number),
        "draft": key,
        "is_suggested": number == 3 and not found.strengths,
        "back": number - 1,
        "last": number == seven.LAST,
    }


def _onward(found, number):
    return redirect(found) if number == seven.LAST else redirect("goals:goal-part", found.pk, number + 1)


def _rows(request, found, number):
    """Strategies and supports: the rows that are there, and one to add."""
    key = f"goal-{found.pk}-{number}"
    form = _new_row(request, found, number, key)
    is_typed = bool(request.POST.get("what", "").strip())
    if request.method == "POST" and (not is_typed or form.is_valid()):
        if is_typed:
            form.save()
        drafts.forget(request, key)
        again = "add" in request.POST
        return redirect("goals:goal-part", found.pk, number) if again else _onward(found, number)
    page = _page(request, found, number, key) | {"form": form, "can_edit": True, "can_progress": True}
    return render(request, "goals/goal_rows.html", page)


def _new_row(request, found, number, key):
    typed = request.POST if request.POST.get("what", "").strip() else None
    initial = drafts.restore(request, key)
    if number == 6:
        return NewSupportForm(typed, user=request.user, instance=GoalSupport(goal=found), initial=initial)
    new = GoalStep(goal=found, position=found.steps.count() + 1)
    return NewStepForm(typed, user=request.user, instance=new, initial=initial)


@requires(Permission.GOAL_EDIT)
def move(request, pk, name):
    """One move of a goal: what it needs, why, since when."""
    found = open_goal(request, pk)
    if name not in GOAL.moves:
        raise Http404
    way = GOAL.moves[name]
    typed = request.POST if request.method == "POST" else None
    initial = {"statement": found.statement, "ended_on": timezone.localdate()}
    form = GoalMoveForm(typed, move=way, initial=initial)
    if request.method == "POST" and form.is_valid():
        return _moved(request, found, way, form)
    page = {"goal": found, "family": found.family, "move": way, "form": form, "words": WORDS[name]()}
    return render(request, "goals/goal_move.html", page)


def _moved(request, found, way, form):
    try:
        after = actions.move(goal=found, name=way.name, by=request.user, **form.facts())
    except (MoveNotAllowed, actions.SentenceMissing) as reason:
        messages.error(request, str(reason))
        return redirect(found)
    if after.state in (GoalState.ACHIEVED, GoalState.PARTLY):
        messages.success(request, _("They did it. How would they like it marked?"), extra_tags="celebrate")
        return redirect("goals:celebrate-goal", after.family_id, after.pk)
    messages.success(request, WORDS[way.name]()["done"])
    return redirect(after)


# What the page says before and after each move. A goal never fails.
WORDS = {
    "start": lambda: {
        "lede": _("From here on it shows on your day and on theirs."),
        "done": _("Started. Good luck to all of you."),
    },
    "hold": lambda: {
        "lede": _("A rest is not an end. Agree on a day to look at it again."),
        "done": _("It rests. We look at it again on the day you agreed."),
    },
    "resume": lambda: {"lede": _("Welcome back to it."), "done": _("Taken up again.")},
    "achieve": lambda: {"lede": _("Say it aloud, and ask how they would like it marked."), "done": ""},
    "achieve_partly": lambda: {"lede": _("Part of the way is a way. Write what was reached."), "done": ""},
    "set_aside": lambda: {
        "lede": _("People may change their minds. What they learned on the way stays theirs."),
        "done": _("Set aside, by their choice. It can be taken up again any day."),
    },
    "leave": lambda: {
        "lede": _("The goal goes with them. Here it ends without a judgement."),
        "done": _("Written down. The goal stays in their record."),
    },
}


@requires(Permission.GOAL_EDIT)
@require_POST
def again(request, pk):
    """A goal that had ended is taken up again, as a new goal that points back to it."""
    found = open_goal(request, pk)
    try:
        following = actions.take_up_again(goal=found, by=request.user)
    except actions.StillOpen as reason:
        messages.error(request, str(reason))
        return redirect(found)
    messages.success(request, _("A new start. The words are those of last time: change what has changed."))
    return redirect("goals:goal-part", following.pk, 1)


@requires(Permission.GOAL_PROGRESS)
@require_POST
def step_done(request, pk):
    """Tick a step, or take the tick away."""
    step = open_step(request, pk)
    ticked = actions.tick(step=step, by=request.user)
    ticked.goal = step.goal
    if request.htmx:
        rights = {"can_edit": request.user.may(Permission.GOAL_EDIT), "can_progress": True}
        return render(request, "goals/_goal_step.html", {"step": ticked, "goal": step.goal} | rights)
    if request.POST.get("on") == "part":
        return redirect("goals:goal-part", step.goal_id, 5)
    return redirect(step.goal)


@requires(Permission.GOAL_EDIT)
def step_edit(request, pk):
    return _row_form(request, open_step(request, pk), StepForm, 5)


def _row_form(request, row, form_class, number):
    """One strategy or one support, with the way to take it out."""
    form = form_class(request.POST or None, user=request.user, instance=row)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect("goals:goal-part", row.goal_id, number)
    page = {"goal": row.goal, "family": row.goal.family, "form": form, "part": seven.part(number), "remove": row}
    return render(request, "goals/row_form.html", page)


@requires(Permission.GOAL_EDIT)
@require_POST
def step_remove(request, pk):
    return _taken_out(request, open_step(request, pk), 5)


def _taken_out(request, row, number):
    goal_id = row.goal_id
    actions.take_out(row=row, by=request.user)
    messages.success(request, _("Taken out."))
    return redirect("goals:goal-part", goal_id, number)


@requires(Permission.GOAL_EDIT)
def support_edit(request, pk):
    return _row_form(request, open_support(request, pk), SupportForm, 6)


@requires(Permission.GOAL_EDIT)
@require_POST
def support_remove(request, pk):
    return _taken_out(request, open_support(request, pk), 6)
