"""Goals in the classroom: let in by the family, worked on by the teacher, read by the family in its copy."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from agency import audit, drafts
from agency.access import Permission, permissions_on, requires
from agency.once import sent_once
from agency.typed import typed_form
from families.models import Assignment
from goals.actions import classroom as actions
from goals.forms.classroom import ClassroomForm, ClassroomNoteForm
from goals.models import ClassroomGoal, ClassroomNote
from goals.opening import open_classroom_goal, open_classroom_note, open_goal

A_PAGE = 30


@requires(Permission.GOAL_PROGRESS)
def goals(request):
    """The goals families let into the classroom of the children one works with."""
    mine = Assignment.objects.visible_to(request.user).in_force().filter(worker=request.user)
    shared = ClassroomGoal.objects.visible_to(request.user).today().filter(goal__family__in=mine.values("family"))
    shared = shared.select_related("goal__family", "child").prefetch_related(_newest(request.user))
    page = Paginator(shared.order_by("child__first_name", "pk"), A_PAGE).get_page(request.GET.get("page"))
    audit.looked(request, [one.goal.family_id for one in page])
    return render(request, "goals/classroom.html", {"page": page})


def _newest(user):
    notes = ClassroomNote.objects.visible_to(user).select_related("written_by").order_by("-happened_on", "-pk")
    return Prefetch("notes", queryset=notes, to_attr="written")


@requires(Permission.GOAL_EDIT)
@sent_once
def add(request, goal_pk):
    """The family lets the classroom work on a goal for its child."""
    goal = open_goal(request, goal_pk)
    child = goal.about if goal.about_id and goal.about.is_child else None
    shared = ClassroomGoal(goal=goal, added_by=request.user)
    key = f"classroom-{goal.pk}"
    form = typed_form(request, ClassroomForm, key, user=request.user, instance=shared, initial={"child": child})
    if request.method == "POST" and form.is_valid() and _let_in(request, form):
        drafts.forget(request, key)
        return redirect("goals:classroom-goal", form.instance.pk)
    page = {"goal": goal, "family": goal.family, "form": form, "draft": key}
    return render(request, "goals/classroom_form.html", page)


def _let_in(request, form):
    try:
        actions.let_in(form=form, by=request.user)
    except actions.InTheClassroomAlready as reason:
        messages.error(request, str(reason))
        return False
    messages.success(request, _("It is on the teacher’s list."))
    return True


@requires(Permission.GOAL_VIEW)
def goal(request, pk):
    """One goal in the classroom, with everything the teacher wrote."""
    shared = open_classroom_goal(request, pk)
    may = permissions_on(request.user, shared.goal.family)
    notes = ClassroomNote.objects.visible_to(request.user).filter(classroom_goal=shared).select_related("written_by")
    page = {
        "shared": shared,
        "goal": shared.goal,
        "family": shared.goal.family,
        "notes": notes,
        "can_write": Permission.GOAL_PROGRESS in may and shared.ended_on is None,
        "can_edit": Permission.GOAL_EDIT in may,
    }
    return render(request, "goals/classroom_goal.html", page)


@requires(Permission.GOAL_PROGRESS)
@sent_once
def note_add(request, pk):
    """How it entered the day, and what the child did."""
    shared = open_classroom_goal(request, pk)
    if shared.ended_on:
        messages.error(request, _("The classroom no longer works on this goal."))
        return redirect("goals:classroom-goal", shared.pk)
    return _note(request, ClassroomNote(classroom_goal=shared, written_by=request.user), f"class-note-{shared.pk}")


@requires(Permission.GOAL_PROGRESS)
def note_edit(request, pk):
    """A note stays its writer's."""
    found = open_classroom_note(request, pk)
    if found.written_by_id != request.user.pk:
        raise PermissionDenied
    return _note(request, found, f"class-note-edit-{found.pk}")


def _note(request, instance, key):
    form = typed_form(request, ClassroomNoteForm, key, instance=instance)
    shared = instance.classroom_goal
    if request.method == "POST" and form.is_valid():
        actions.write(form=form, by=request.user)
        drafts.forget(request, key)
        messages.success(request, _("Kept. The family reads it in its copy."))
        return redirect("goals:classroom-goal", shared.pk)
    page = {"shared": shared, "goal": shared.goal, "family": shared.goal.family, "form": form, "draft": key}
    return render(request, "goals/classroom_note.html", page)


@requires(Permission.GOAL_EDIT)
@require_POST
def end(request, pk):
    shared = open_classroom_goal(request, pk)
    actions.end(shared=shared, by=request.user)
    messages.success(request, _("The classroom no longer works on it. What was written stays."))
    return redirect(shared.goal)
