"""Notes: written in half a minute, found again, corrected with the old words kept, restricted ones opened knowingly."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Q, Value
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from agency import asked, audit, drafts
from agency.access import NoteClass, Permission, must_say_why, note_classes_read_by, note_classes_written_by, requires
from agency.database import Plain
from agency.once import sent_once
from agency.typed import typed_form
from families.models import Assignment, Family, FamilyMember
from families.opening import open_family
from goals.actions import note as actions
from goals.forms.note import NoteForm, WhyForm
from goals.models import GoalTouched, ProgressNote
from goals.opening import open_note

A_PAGE = 25
MOST_FOUND = 30


@requires(Permission.NOTE_VIEW)
def notes(request, family_pk):
    """The notes of a family this person may read, newest first; restricted ones stay closed here."""
    family = open_family(request, family_pk)
    q = asked.text(request)
    found = ProgressNote.objects.visible_to(request.user).filter(family=family)
    if q:  # a search never says what a restricted note holds
        found = found.exclude(visibility=NoteClass.RESTRICTED).filter(Q(text__icontains=q) | Q(next_step__icontains=q))
    page = Paginator(found.select_related("written_by").prefetch_related("present"), A_PAGE).get_page(
        request.GET.get("page")
    )
    _with_goals(page.object_list, request.user)
    context = {"family": family, "page": page, "q": q, "can_write": request.user.may(Permission.NOTE_EDIT)}
    return render(request, "goals/notes.html", context)


def _with_goals(listed, user):
    """Hang on each note the goals it touched, as far as this person may see them: one query."""
    listed = list(listed)
    touches = GoalTouched.objects.visible_to(user).filter(note__in=listed).select_related("goal")
    by_note = {}
    for touch in touches:
        by_note.setdefault(touch.note_id, []).append(touch)
    for note in listed:
        note.touched = by_note.get(note.pk, [])


@requires(Permission.NOTE_EDIT)
@asked.by_post
def anywhere(request):
    """Choose the family first: one's own families, or a name."""
    q = asked.text(request)
    mine = Assignment.objects.visible_to(request.user).in_force().filter(worker=request.user)
    families = Family.objects.visible_to(request.user, Permission.NOTE_EDIT)
    if q:
        named = Plain(Value(q))
        people = FamilyMember.objects.visible_to(request.user).filter(search_name__contains=named)
        families = families.filter(Q(search_name__contains=named) | Q(pk__in=people.values("family")))
    elif mine.exists():
        families = families.filter(pk__in=mine.values("family"))
    listed = list(families.with_people().order_by("name", "pk")[:MOST_FOUND])
    audit.looked(request, listed)
    return render(request, "goals/note_anywhere.html", {"families": listed, "q": q, "most": MOST_FOUND})


@requires(Permission.NOTE_EDIT)
@sent_once
def add(request, family_pk):
    family = open_family(request, family_pk)
    key = f"note-{family.pk}"
    note = ProgressNote(family=family, written_by=request.user)
    form = typed_form(request, NoteForm, key, user=request.user, instance=note, initial=_prefilled(request))
    if request.method == "POST" and form.is_valid():
        actions.write(form=form, by=request.user)
        drafts.forget(request, key)
        messages.success(request, _("Note saved."))
        return redirect("workspace:family", family.pk)
    page = {"family": family, "form": form, "draft": key, "kept": form.kept}
    return render(request, "goals/note_form.html", page)


def _prefilled(request):
    """A link may bring the kind of contact with it ("call them now")."""
    contact = request.GET.get("contact")
    return {"contact": contact} if contact in ProgressNote.Contact else {}


@requires(Permission.NOTE_VIEW)
def note(request, pk):
    found = open_note(request, pk)
    if found.visibility == NoteClass.RESTRICTED:
        return redirect("goals:note-restricted", found.pk)
    return render(request, "goals/note.html", _page(request, found))


@requires(Permission.NOTE_VIEW)
def restricted(request, pk):
    """A restricted note. Opening it is recorded; whoever is here only as a manager says why, each time."""
    found = open_note(request, pk)
    if found.visibility != NoteClass.RESTRICTED:
        return redirect(found)
    asks = must_say_why(request.user, found.family)
    form = WhyForm(request.POST or None)
    if asks and not (request.method == "POST" and form.is_valid()):
        return render(request, "goals/note_why.html", {"note": found, "family": found.family, "form": form})
    why = form.cleaned_data["why"] if asks else ""
    if why:
        audit.looked(request, [found.family], reason=why, anew=True)
    actions.restricted_opened(note=found, by=request.user)
    return render(request, "goals/note.html", _page(request, found))


def _page(request, found):
    _with_goals([found], request.user)
    return {
        "note": found,
        "family": found.family,
        "earlier": _earlier(found, request.user),
        "can_change": _may_change(request.user, found),
        "can_write": request.user.may(Permission.NOTE_EDIT),
    }


def _earlier(found, user):
    """The words a note had before it was changed, as far as this person may read them; restricted ones only here."""
    classes = set(note_classes_read_by(user, found.family))
    if found.visibility != NoteClass.RESTRICTED:
        classes.discard(NoteClass.RESTRICTED)
    events = found.history.filter(pgh_label="changed", visibility__in=classes).order_by("-pgh_id")
    shown = ("text", "contact", "happened_on", "minutes", "next_step", "next_on")
    after, kept = found, []
    for event in events:
        if any(getattr(event, name) != getattr(after, name) for name in shown):
            kept.append(event)
        after = event
    return kept


def _may_change(user, found):
    """A note stays its writer's; others write their own."""
    return found.written_by_id == user.pk and found.visibility in note_classes_written_by(user, found.family)


@requires(Permission.NOTE_EDIT)
def edit(request, pk):
    found = open_note(request, pk)
    if not _may_change(request.user, found):
        raise PermissionDenied
    key = f"note-edit-{found.pk}"
    form = typed_form(request, NoteForm, key, user=request.user, instance=found)
    if request.method == "POST" and form.is_valid():
        actions.change(form=form, by=request.user)
        drafts.forget(request, key)
        messages.success(request, _("Saved. The old words are kept below."))
        return redirect(found)
    page = {"family": found.family, "note": found, "form": form, "draft": key, "kept": form.kept}
    return render(request, "goals/note_form.html", page)


@requires(Permission.NOTE_EDIT)
@require_POST
def next_done(request, pk):
    found = open_note(request, pk)
    try:
        actions.next_step_done(note=found, by=request.user)
    except actions.NothingLeftToDo as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, _("Done, and off your day."))
    return redirect(
        reverse("goals:notes", args=[found.family_id]) if found.visibility == NoteClass.RESTRICTED else found
    )
