"""Looking together at every goal; celebrating."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from agency import drafts
from agency.access import Permission, requires
from agency.forms.together import Together
from agency.once import sent_once
from agency.transitions import MoveNotAllowed
from agency.typed import part_of
from families.models import Need
from families.opening import open_family
from goals import panels
from goals.actions import review as actions
from goals.forms.review import CelebrationForm, DecisionForm, NeedForm, ReviewForm
from goals.models import Celebration, Goal, Review
from goals.opening import open_celebration, open_goal, open_review
from goals.states import GoalState


@requires(Permission.GOAL_EDIT)
@sent_once
def add(request, family_pk):
    """Hold a review: who was there, one decision a goal, what the parents say, when we meet again."""
    family = open_family(request, family_pk)
    key = f"review-{family.pk}"
    draft = drafts.restore(request, key) if request.method == "GET" else {}
    typed = request.POST if request.method == "POST" else None
    review = Review(family=family, held_by=request.user, language=family.language)
    form = ReviewForm(typed, user=request.user, instance=review, initial=draft)
    decisions = [_decision(goal, typed, draft) for goal in _open_goals(family, request.user)]
    needs = [
        NeedForm(typed, need=need, initial=part_of(draft, f"n{need.pk}")) for need in _open_needs(family, request.user)
    ]
    together = Together([form, *decisions, *needs])
    if request.method == "POST" and together.is_valid() and _held(request, form, decisions, needs):
        drafts.forget(request, key)
        return redirect(_after(decisions, family))
    page = {"family": family, "form": form, "decisions": decisions, "needs": needs, "together": together, "draft": key}
    return render(request, "goals/review_form.html", page)


def _open_goals(family, user):
    return panels.with_steps(Goal.objects.visible_to(user)).filter(family=family).open().exclude(state=GoalState.DRAFT)


def _open_needs(family, user):
    """What is hard for them, each with the goals that answer it."""
    needs = Need.objects.visible_to(user).filter(family=family).open().prefetch_related("goals")
    return needs.order_by("pk")


def _decision(goal, typed, draft):
    kept = part_of(draft, f"g{goal.pk}")
    return DecisionForm(typed, goal=goal, initial={"confidence": goal.confidence} | kept)


def _held(request, form, decisions, needs):
    try:
        actions.hold(form=form, decisions=decisions, needs=needs, by=request.user)
    except MoveNotAllowed as reason:
        messages.error(request, str(reason))
        return False
    messages.success(request, _("Review saved. Each goal is where you agreed."))
    return True


def _after(decisions, family):
    """Good news first: a goal that was reached is celebrated next."""
    for decided in decisions:
        if decided.cleaned_data["decision"] in ("achieve", "achieve_partly"):
            return reverse("goals:celebrate-goal", args=[family.pk, decided.goal.pk])
    return reverse("goals:agreement", args=[family.pk])


@requires(Permission.AGREEMENT_VIEW)
def review(request, pk):
    """A review that was held."""
    found = open_review(request, pk)
    page = {
        "review": found,
        "family": found.family,
        "present": found.present.all(),
        "decisions": found.decisions.select_related("goal").order_by("pk"),
        "needs": found.needs_looked_at.select_related("need"),
    }
    return render(request, "goals/review.html", page)


@requires(Permission.GOAL_EDIT)
@sent_once
def celebrate(request, family_pk, goal_pk=None):
    """Something went well: what, and how the family would like it marked."""
    family = open_family(request, family_pk)
    goal = open_goal(request, goal_pk) if goal_pk else None
    if goal and goal.family_id != family.pk:
        raise Http404
    typed = request.POST if request.method == "POST" else None
    celebration = Celebration(family=family, goal=goal, what=str(goal) if goal else "")
    form = CelebrationForm(typed, user=request.user, instance=celebration)
    if request.method == "POST" and form.is_valid():
        actions.celebrate(form=form, by=request.user)
        messages.success(request, _("Noted. It shows on your day until it is marked."), extra_tags="celebrate")
        return redirect("goals:celebration", celebration.pk)
    return render(request, "goals/celebrate.html", {"family": family, "goal": goal, "form": form})


@requires(Permission.GOAL_EDIT)
def mark(request, pk):
    """The moment was marked as they wished: the question, then the answer."""
    celebration = open_celebration(request, pk)
    if request.method == "POST":
        try:
            actions.mark(celebration=celebration, by=request.user)
        except actions.MarkedAlready as reason:
            messages.error(request, str(reason))
        else:
            messages.success(request, _("Marked. Well done, all of you."), extra_tags="celebrate")
        return redirect("goals:celebration", celebration.pk)
    return render(request, "goals/celebration_mark.html", {"celebration": celebration, "family": celebration.family})
