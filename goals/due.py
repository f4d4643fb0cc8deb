"""What is due in this room, computed from dates and clocks: one statement for each kind, however many families."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, Subquery
from django.urls import reverse_lazy as reverse  # hundreds of rows are counted, a few are shown
from django.utils.translation import gettext as _

from agency.access import NoteClass, Permission
from agency.due import Due
from agency.models import ProgramYear
from families.models import Enrollment
from goals.models import Celebration, Goal, GoalStep, PartnershipAgreement, ProgressNote, Review
from goals.states import AgreementState, GoalState

AHEAD = timedelta(days=7)  # how far ahead a day somebody chose (a next step, a re-offer) is shown
EARLY = timedelta(days=35)  # a review held at most this long before its day counts for it
REVIEWS = ("review_january", "review_march", "review_may")


def items(families, user, clocks):
    """Everything this room waits for in these (visible) families. Each source below is one SQL statement."""
    sources = [_next_steps, _steps_past_their_day]
    if user.may(Permission.AGREEMENT_VIEW):
        sources += [_by_the_clocks, _resting, _celebrations]
    return [item for source in sources for item in source(families, user, clocks)]


def _due(family, kind, what, due_on, act, url, **more):
    return Due(family.pk, family.name, kind, what, due_on, act, url, **more)


# ---- by the clocks ------------------------------------------------------------------------------------------------
def _by_the_clocks(families, user, clocks):
    """Contact, agreement and review of every family with a place today: one statement for all of them."""
    for place in _first_places(families, clocks.on).annotate(**_dates(clocks.on)):
        yield from (
            item for item in (_contact(place, clocks), _agreement(place, clocks), _review(place, clocks)) if item
        )


def _first_places(families, on):
    """For each family with a place today, the place held longest: its entry starts the clocks."""
    places = Enrollment.objects.in_force(on).filter(family__in=families.order_by())
    return (
        places.order_by("family_id", "entered_on", "pk")
        .distinct("family_id")
        .select_related("family")
        .only("entered_on", "program", "family__name")
    )


def _dates(on):
    """What the clocks are counted from. The last contact is read backwards from the index notes_of_a_family."""
    same = {"family": OuterRef("family_id")}
    contacts = ProgressNote.objects.contacts().filter(**same).order_by("-happened_on", "-id")
    agreements = PartnershipAgreement.objects.filter(**same)
    reviews = Review.objects.filter(**same).order_by("-held_on")
    years = ProgramYear.objects.filter(program=OuterRef("program_id"), starts_on__lte=on, ends_on__gte=on)
    return {
        "last_contact_on": Subquery(contacts.values("happened_on")[:1]),
        "has_agreement": Exists(agreements),
        "open_offer": Exists(agreements.filter(state=AgreementState.OFFERED)),
        "reoffer_on": Subquery(agreements.filter(state=AgreementState.NOT_READY).values("reoffer_on")[:1]),
        "last_review_on": Subquery(reviews.values("held_on")[:1]),
        "has_goal": Exists(Goal.objects.filter(**same, state__in=(GoalState.ACTIVE, GoalState.ON_HOLD))),
        "year_starts_on": Subquery(years.values("starts_on")[:1]),
        "year_ends_on": Subquery(years.values("ends_on")[:1]),
    }


def _contact(place, clocks):
    return _welcome(place, clocks) if _is_new(place) else _check_in(place, clocks)


def _is_new(place):
    return place.last_contact_on is None or place.last_contact_on < place.entered_on


def _welcome(place, clocks):
    due_on = clocks.due_on("welcome_contact", place.entered_on, place.program_id)
    if due_on is None or not clocks.shows("welcome_contact", due_on, place.program_id):
        return None
    what = _("Say hello: nobody has talked with them since their first day.")
    return _due(place.family, "welcome_contact", what, due_on, _("Write a note"), _note_url(place), icon="phone")


def _check_in(place, clocks):
    """The usual day, overdue until somebody talks; from the latest day on, the latest day is the one that counts."""
    usual, latest = (
        clocks.due_on(kind, place.last_contact_on, place.program_id) for kind in ("check_in", "check_in_latest")
    )
    if latest and (latest <= clocks.on or usual is None):
        return _checked_in(place, "check_in_latest", latest, clocks)
    return _checked_in(place, "check_in", usual, clocks) if usual else None


def _checked_in(place, kind, due_on, clocks):
    if not clocks.shows(kind, due_on, place.program_id):
        return None
    what = _("Check in: you last talked %(days)s days ago.") % {"days": (clocks.on - place.last_contact_on).days}
    return _due(place.family, kind, what, due_on, _("Write a note"), _note_url(place), icon="phone")


def _note_url(place):
    return reverse("goals:note-add", args=[place.family_id])


def _agreement(place, clocks):
    """Not offered yet, offered and not answered, or to be offered again on a day the family chose."""
    if place.reoffer_on:
        return _asked_again(place) if place.reoffer_on <= clocks.on + AHEAD else None
    if place.open_offer:
        return _unanswered(place, clocks)
    return None if place.has_agreement else _unoffered(place, clocks)


def _unoffered(place, clocks):
    due_on = clocks.due_on("agreement_offered", place.entered_on, place.program_id)
    if due_on is None or not clocks.shows("agreement_offered", due_on, place.program_id):
        return None
    url = reverse("goals:agreement-offer", args=[place.family_id])
    return _due(
        place.family, "agreement_offered", _("Offer a partnership agreement."), due_on, _("Offer it"), url, icon="hand"
    )


def _unanswered(place, clocks):
    due_on = clocks.due_on("agreement_answered", place.entered_on, place.program_id)
    if due_on is None or not clocks.shows("agreement_answered", due_on, place.program_id):
        return None
    url = reverse("goals:agreement", args=[place.family_id])
    what = _("Ask what they think of the agreement. Yes, not now and no are all good answers.")
    return _due(
        place.family, "agreement_answered", what, due_on, _("Write their answer"), url, icon="hand", waits_for="family"
    )


def _asked_again(place):
    url = reverse("goals:agreement", args=[place.family_id])
    what = _("They asked you to come back to the agreement.")
    return _due(place.family, "reoffer", what, place.reoffer_on, _("Offer it again"), url, icon="hand")


def _review(place, clocks):
    """The review whose day is near or past and that was not held since the one before; only with a goal to look at."""
    if not (place.has_goal and place.year_starts_on):
        return None
    season = (place.year_starts_on, place.year_ends_on)
    found, before = None, place.year_starts_on
    for code in REVIEWS:
        due_on = clocks.due_on(code, place.year_starts_on, place.program_id, season)
        if due_on is None or not clocks.shows(code, due_on, place.program_id):
            continue
        counts_from = max(due_on - EARLY, before)
        is_held = place.last_review_on is not None and place.last_review_on >= counts_from
        found = None if is_held or due_on < place.entered_on else (code, due_on)
        before = due_on
    if found is None:
        return None
    code, due_on = found
    url = reverse("goals:review-add", args=[place.family_id])
    return _due(place.family, code, _("Look at every goal together."), due_on, _("Hold the review"), url)


# ---- days somebody chose ------------------------------------------------------------------------------------------
def _next_steps(families, user, clocks):
    notes = ProgressNote.objects.visible_to(user).filter(
        family__in=families.order_by(), next_on__lte=clocks.on + AHEAD, next_done_on=None
    )
    notes = notes.exclude(next_step="").select_related("family").order_by("next_on", "pk")
    act = _("Open the note")
    for note in notes.only("visibility", "next_step", "next_on", "family__name"):
        is_locked = note.visibility == NoteClass.RESTRICTED
        what = _("A next step from a restricted note.") if is_locked else note.next_step
        url = reverse("goals:note", args=[note.pk])
        yield _due(note.family, "next_step", what, note.next_on, act, url, icon="lock" if is_locked else "note")


def _steps_past_their_day(families, user, clocks):
    steps = GoalStep.objects.filter(
        goal__in=Goal.objects.visible_to(user).filter(family__in=families.order_by()).active(),
        done_on=None,
        due_on__lte=clocks.on,
    )
    steps = steps.select_related("goal__family").order_by("due_on", "pk")
    act = _("Open the goal")
    for step in steps.only("what", "owner", "due_on", "goal__family__name"):
        waits_for = "" if step.owner == GoalStep.Owner.STAFF else step.owner
        url = reverse("goals:goal", args=[step.goal_id])
        yield _due(
            step.goal.family, "goal_step", step.what, step.due_on, act, url, icon="goal",
            waits_for=waits_for,
        )  # fmt: skip


def _resting(families, user, clocks):
    goals = Goal.objects.visible_to(user).filter(
        family__in=families.order_by(), state=GoalState.ON_HOLD, resume_on__lte=clocks.on + AHEAD
    )
    for goal in goals.select_related("family"):
        what = _("Look again at a goal that rests: %(goal)s") % {"goal": goal}
        url = goal.get_absolute_url()
        yield _due(goal.family, "goal_rests", what, goal.resume_on, _("Open the goal"), url, icon="goal")


def _celebrations(families, user, clocks):
    found = Celebration.objects.visible_to(user).filter(family__in=families.order_by()).unmarked()
    for celebration in found.select_related("family").only("what", "noticed_on", "family__name"):
        url = reverse("goals:celebration-mark", args=[celebration.pk])
        yield _due(
            celebration.family,
            "celebrate",
            celebration.what,
            celebration.noticed_on,
            _("Mark the moment"),
            url,
            icon="star",
        )
