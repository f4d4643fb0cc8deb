"""Notes: written in half a minute, found again, corrected with the old words kept, restricted ones opened knowingly."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Q, Value
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from agency import asked, audit, drafts
from agency.access import NoteClass, Permission, note_classes_read_by, note_classes_written_by, requires
from agency.database import Plain
from agency.once import sent_once
from agency.typed import typed_form
from families.models import Assignment, Family, FamilyMember
from families.opening import open_family, why_first
from goals import corrections, finding
from goals.actions import note as actions
from goals.forms.note import NoteForm, WhyForm
from goals.forms.writing import FindForm, ManyForm
from goals.models import GoalTouched, NoteTemplate, ProgressNote, SharedWriting
from goals.opening import open_note

A_PAGE = 25
MOST_FOUND = 30
MOST_AT_ONCE = 200  # families one note can be written for


@requires(Permission.NOTE_VIEW)
@asked.by_post
def notes(request, family_pk):
    """The notes of a family this person may read, newest first; restricted ones stay closed here."""
    family = open_family(request, family_pk)
    read = ProgressNote.objects.visible_to(request.user).filter(family=family)
    page = _found(request, read) | {"family": family, "can_write": request.user.may(Permission.NOTE_EDIT)}
    return render(request, "goals/notes.html", page)


@requires(Permission.NOTE_EDIT)
@asked.by_post
def find(request):
    """Words in the notes of all one's families, of the last year unless another day is chosen."""
    read = ProgressNote.objects.visible_to(request.user).filter(family__in=_own_families(request.user))
    since = request.GET.get("since") or str(finding.a_year_back())
    page = _found(request, read.select_related("family"), {"since": since})
    audit.looked(request, [note.family for note in page["page"]])
    return render(request, "goals/notes_find.html", page)


def _own_families(user):
    """The families one serves; who serves none, but leads or supervises: all in which one may write."""
    mine = Assignment.objects.visible_to(user).in_force().filter(worker=user)
    families = Family.objects.visible_to(user, Permission.NOTE_EDIT)
    return families.filter(pk__in=mine.values("family")) if mine.exists() else families


def _found(request, read, initial=None):
    """A page of notes as asked for. Nothing says it just so? Then what comes near."""
    q, form = asked.text(request), FindForm((initial or {}) | request.GET.dict(), user=request.user)
    chosen = form.chosen()
    read = finding.narrowed(read, chosen)
    found = finding.saying(read, q) if q else read
    is_near = bool(q) and not found.exists()
    if is_near:
        found = finding.nearly_saying(read, q)
    listed = found.select_related("written_by").prefetch_related("present")
    page = Paginator(listed, A_PAGE).get_page(request.GET.get("page"))
    _with_goals(page.object_list, request.user)
    narrowed = any(request.GET.get(name) for name in ("contact", "readers", "since", "until"))
    return {"page": page, "q": q, "form": form, "is_near": is_near, "narrowed": narrowed}


def _with_goals(listed, user):
    """Hang on each note the goals it touched, as far as this person may see them: one query."""
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
    families = _own_families(request.user)
    if q:
        named = Plain(Value(q))
        people = FamilyMember.objects.visible_to(request.user).filter(search_name__contains=named)
        families = Family.objects.visible_to(request.user, Permission.NOTE_EDIT)
        families = families.filter(Q(search_name__contains=named) | Q(pk__in=people.values("family")))
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
    page = {"family": family, "form": form, "draft": key, "kept": form.kept, "texts": _texts(request.user)}
    return render(request, "goals/note_form.html", page)


def _texts(user):
    """What one writes often, to begin with or to put in."""
    return NoteTemplate.objects.visible_to(user)


def _prefilled(request):
    """A link may bring the kind of contact with it ("call them now"), or a text to begin with."""
    begun = _texts(request.user).filter(pk=asked.number(request, "text") or 0).first()
    said = {"text": begun.words, "contact": begun.contact} if begun else {}
    said |= {"contact": request.GET.get("contact", "")} if "contact" in request.GET else {}
    return {name: value for name, value in said.items() if name != "contact" or value in ProgressNote.Contact}


@requires(Permission.NOTE_EDIT)
@sent_once
def many(request):
    """One note to several families at once, as after a morning at the center or a call to everybody."""
    mine = _own_families(request.user).order_by("name", "pk")[:MOST_AT_ONCE]
    families = Family.objects.visible_to(request.user, Permission.NOTE_EDIT).prefetch_related("members")
    families = families.filter(pk__among=[one.pk for one in mine])
    initial = {"contact": "center"} | _prefilled(request)
    form = typed_form(request, ManyForm, "note-many", user=request.user, families=families, initial=initial)
    audit.looked(request, families)
    if request.method == "POST" and form.is_valid():
        writing = actions.write_to_many(form=form, by=request.user)
        drafts.forget(request, "note-many")
        return redirect("goals:note-writing", writing.pk)
    page = {"form": form, "draft": "note-many", "kept": form.kept, "texts": _texts(request.user), "most": MOST_AT_ONCE}
    return render(request, "goals/note_many.html", page)


@requires(Permission.NOTE_EDIT)
def writing(request, pk):
    """What became of one writing to several families; for a while it can be taken back."""
    found = get_object_or_404(SharedWriting.objects.visible_to(request.user), pk=pk)
    if request.method == "POST":
        try:
            actions.take_back(writing=found, by=request.user)
        except actions.TooLate as reason:
            messages.error(request, str(reason))
        else:
            messages.success(request, _("Taken back."))
        return redirect("goals:note-writing", found.pk)
    notes = ProgressNote.objects.visible_to(request.user).filter(writing=found).select_related("family")
    notes = list(notes.order_by("family__name", "pk"))
    audit.looked(request, [note.family for note in notes])
    return render(request, "goals/note_writing.html", {"writing": found, "notes": notes})


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
    if page := why_first(request, found.family, template="goals/note_why.html", form_class=WhyForm, note=found):
        return page
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
    """What each correction changed, newest first, as far as this person may read it; restricted words only here."""
    classes = set(note_classes_read_by(user, found.family))
    if found.visibility != NoteClass.RESTRICTED:
        classes.discard(NoteClass.RESTRICTED)
    events = found.history.filter(pgh_label="changed", visibility__in=classes).order_by("-pgh_id")
    after, kept = found, []
    for event in events:
        facts = corrections.facts(event, after)
        if event.text != after.text or facts:
            kept.append(
                {"at": event.pgh_created_at, "pieces": corrections.pieces(event.text, after.text), "facts": facts}
            )
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
    page["texts"] = _texts(request.user)
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
