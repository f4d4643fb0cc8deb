"""Assign families, hand a caseload over, cover for somebody away: chosen for each family, seen before it counts."""

from datetime import timedelta

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from agency import audit, drafts
from agency.access import Permission, requires
from agency.confirming import asked_first
from agency.due import Clocks
from agency.once import sent_once
from agency.pdf import response
from agency.typed import typed_form
from supervision.actions import absences, assigning
from supervision.assigning import boards, letters, shown
from supervision.assigning.pages import print_of
from supervision.caseloads import workers
from supervision.forms.assigning import AbsenceForm, AssignForm, HandOverForm
from supervision.models import Absence, HandOver
from supervision.opening import open_absence, open_hand_over

THEY_HEAR_FIRST = timedelta(days=7)  # a hand-over is proposed for then: each family hears it from a person before
SEEN = "seen"  # the button says which choice its presser has seen the effect of


@requires(Permission.FAMILY_ASSIGN)
@sent_once
def assign(request):
    """Families without a main worker, and colleagues who could take them."""
    board, waiting = boards.of_nobody(request.user, Clocks())
    page = {"waiting": waiting, "title": _("Assign families"), "draft_key": "assign-many"}
    form = _form(request, AssignForm, board, page, board.propose)
    return _answer(request, board, form, page, "supervision/assign.html", _assigned)


def _assigned(request, form, moves):
    starts_on = form.cleaned_data["starts_on"]
    assigning.assign_many(moves=moves, starts_on=starts_on, by=request.user, above=form.above)
    count = len(moves)
    said = ngettext("%(n)s family has a main worker now.", "%(n)s families have a main worker now.", count)
    messages.success(request, said % {"n": count})
    return redirect("supervision:assign")


@requires(Permission.FAMILY_ASSIGN)
@sent_once
def hand_over_new(request, user_pk):
    """Some or all families of one worker go to colleagues, in one act."""
    worker, clocks = _worker(request, user_pk), Clocks()
    board, new = boards.of(worker, request.user, clocks), HandOver(worker=worker, starts_on=clocks.on + THEY_HEAR_FIRST)
    page = {"worker": worker, "title": _("Hand over from %(name)s") % {"name": worker}}
    page |= {"draft_key": f"hand-over:{worker.pk}"}
    form = _form(request, HandOverForm, board, page, lambda: boards.propose(board), instance=new)
    return _answer(request, board, form, page, "supervision/hand_over_new.html", _handed)


def _handed(request, form, moves):
    made = assigning.hand_over(
        hand_over=form.instance, moves=moves, notes=form.notes(), by=request.user, above=form.above
    )
    said = _("Saved. Here are the letters, and the way back until the day.")
    messages.success(request, said if made.may_be_undone() else _("Saved. Here are the letters."))
    return redirect(made)


@requires(Permission.FAMILY_ASSIGN)
@sent_once
def absence_new(request, user_pk):
    """Somebody is away for some days: who covers for which family."""
    worker = _worker(request, user_pk)
    board, new = boards.of(worker, request.user, Clocks(), adds=False), Absence(worker=worker)
    page = {"worker": worker, "title": _("Cover for %(name)s") % {"name": worker}, "draft_key": f"absence:{worker.pk}"}
    form = _form(request, AbsenceForm, board, page, board.propose, instance=new)
    return _answer(request, board, form, page, "supervision/absence_new.html", _covered)


def _covered(request, form, moves):
    made = absences.cover(absence=form.instance, covers=moves, by=request.user)
    messages.success(request, _("Saved. The covers begin and end by themselves."))
    return redirect(made)


# ---- what the three pages share -----------------------------------------------------------------------------------


def _worker(request, pk):
    return get_object_or_404(workers(request.user, Permission.FAMILY_ASSIGN), pk=pk)


def _form(request, form_class, board, page, propose, **more):
    """The form as posted or left; asked for a proposal, with that filled in."""
    if request.method != "POST" and "suggest" in request.GET:
        propose()
        drafts.forget(request, page["draft_key"])
    choices = {"families": board.families, "colleagues": board.colleagues}
    return typed_form(request, form_class, page["draft_key"], initial=board.initial(), **choices, **more)


def _answer(request, board, form, page, template, done):
    """The page; after a press the effect of what was chosen; after a second press on the same choice, the act."""
    moves = {}
    if request.method == "POST" and form.is_valid():
        moves = form.moves()
        if request.POST.get(SEEN) == print_of(moves) and form.says_why(board.above(moves)):
            try:
                answer = done(request, form, moves)
            except (assigning.MovedMeanwhile, absences.CoverThere) as sentence:
                form.add_error(None, str(sentence))
            else:
                drafts.forget(request, page["draft_key"])
                return answer
    elif board.suggested and request.method != "POST":
        moves = board.proposed()
    audit.looked(request, board.families)
    context = page | board.context(form, moves)
    return render(request, "supervision/_chosen.html" if request.htmx else template, context)


# ---- afterwards ---------------------------------------------------------------------------------------------------


@requires(Permission.FAMILY_ASSIGN)
def hand_over(request, pk):
    """One hand-over: which family went to whom, the letters, and the way back until its day."""
    made = open_hand_over(request, pk)
    handed = shown.handed(made, request.user)
    audit.looked(request, [one.family_id for one in handed])
    return render(request, "supervision/hand_over.html", {"hand_over": made, "handed": handed})


@requires(Permission.FAMILY_ASSIGN)
@require_POST
def hand_over_undo(request, pk):
    made = open_hand_over(request, pk)
    if page := asked_first(
        request,
        title=_("Take this hand-over back?"),
        text=_("Every family keeps the worker it has. What was written for the next one goes away with it."),
        yes=_("Take it back"),
        back_url=made.get_absolute_url(),
    ):
        return page
    try:
        assigning.undo(hand_over=made, by=request.user)
    except (assigning.TooLate, assigning.MovedMeanwhile) as sentence:
        messages.error(request, str(sentence))
    else:
        messages.success(request, _("Taken back. Nobody changes."))
    return redirect(made)


@requires(Permission.FAMILY_ASSIGN)
def hand_over_letters(request, pk):
    """A letter for each family, in its language, that introduces the new worker."""
    made = open_hand_over(request, pk)
    handed = shown.handed(made, request.user)
    audit.looked(request, [one.family_id for one in handed])
    return response(letters.as_pdf(made, handed, by=request.user), f"letters-{made.starts_on}.pdf")


@requires(Permission.FAMILY_ASSIGN)
def absence(request, pk):
    """One absence: who covered for which family, from when to when."""
    away = open_absence(request, pk)
    covers = shown.covers(away, request.user)
    audit.looked(request, [one.family_id for one in covers])
    return render(request, "supervision/absence.html", {"absence": away, "covers": covers, **shown.standing(away)})


@requires(Permission.FAMILY_ASSIGN)
@require_POST
def absence_back(request, pk):
    """The worker is back before the day."""
    away = open_absence(request, pk)
    if page := asked_first(
        request,
        title=_("Is %(name)s back?") % {"name": away.worker},
        text=_("From now on nobody covers. What was written meanwhile stays."),
        yes=_("Yes, end the covers"),
        back_url=away.get_absolute_url(),
    ):
        return page
    absences.back(absence=away, by=request.user)
    messages.success(request, _("The covers have ended."))
    return redirect(away)


@requires(Permission.CASELOAD_VIEW)
def history(request):
    """Who had how many families on any day; hand-overs and absences around it."""
    return render(request, "supervision/history.html", shown.history(request) | {"lately": shown.lately(request.user)})
