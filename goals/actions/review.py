"""Hold a review: one decision per goal, each applied at once. Celebrate, and mark the moment."""

from dataclasses import asdict

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agency import audit, files
from families.models import Need
from goals.actions import goal as goal_actions
from goals.models import Celebration, CelebrationConsent, CelebrationPhoto, ReviewDecision, ReviewedNeed
from goals.states import GoalState

D = ReviewDecision.Decision
STORY, PHOTO = CelebrationConsent.What.STORY, CelebrationConsent.What.PHOTO
ENDS = {ReviewedNeed.Said.MET: Need.Closing.MET, ReviewedNeed.Said.NOT_NOW: Need.Closing.CHANGED}


class MarkedAlready(Exception):
    """A moment is marked once. The text is a sentence for the person who tried."""


@transaction.atomic
def hold(*, form, decisions, by, needs=()):
    """Keep the review and do what was decided about each goal, and said of each need: valid forms, one for each."""
    form.instance.held_by = by
    review = form.save()
    for decided in decisions:
        _decide(review, decided.goal, decided.cleaned_data, by)
    for looked_at in needs:
        _hear(review, looked_at.need, looked_at.cleaned_data["said"], by)
    audit.record("review_held", about=review, by=by, goals=len(decisions))
    return review


def _hear(review, need, said, by):
    """A need that is met, or no longer one, is closed by their word on the day of the review."""
    if not said:
        return
    ReviewedNeed.objects.create(review=review, need=need, said=said)
    locked = Need.objects.select_for_update(of=("self",)).get(pk=need.pk)
    if said in ENDS and locked.closed_on is None:
        locked.closed_on, locked.closing = review.held_on, ENDS[said]
        locked.save(update_fields=["closed_on", "closing"])
        audit.record("need_closed", about=locked, by=by, closing=locked.closing)


def _decide(review, goal, said, by):
    ReviewDecision.objects.create(
        review=review, goal=goal, decision=said["decision"], comment=said["comment"], confidence=said["confidence"]
    )
    if said["confidence"] and said["confidence"] != goal.confidence:
        goal.confidence = said["confidence"]
        goal.save(update_fields=["confidence"])
    name = move_for(said["decision"], goal)
    if name:
        goal_actions.move(
            goal=goal, name=name, by=by, reason=said["comment"], on=review.held_on, resume_on=said["resume_on"]
        )


def move_for(decision, goal):
    """The move a decision means for this goal, or None when it stays as it is."""
    if decision in (D.CONTINUE, D.CHANGE):
        return None
    if decision == D.HOLD and goal.state == GoalState.ON_HOLD:
        return None
    return str(decision)


@transaction.atomic
def celebrate(*, form, by):
    """Write down what there is to celebrate and how the family would like it."""
    form.instance.added_by = by
    celebration = form.save()
    if celebration.may_be_told:
        _yes(celebration, STORY, None, by)
    audit.record("celebration_noticed", about=celebration, by=by)
    return celebration


@transaction.atomic
def mark(*, celebration, by):
    """The moment was marked, as the family wished."""
    locked = type(celebration).objects.select_for_update(of=("self",)).get(pk=celebration.pk)
    if locked.marked_on:
        raise MarkedAlready(_("This moment was marked already."))
    locked.marked_on = timezone.localdate()
    locked.save(update_fields=["marked_on"])
    audit.record("celebration_marked", about=locked, by=by)
    return locked


def _yes(celebration, what, given_by, by):
    """The family says yes to the story or the photo; said again, the first yes stands."""
    consent, is_new = celebration.consents.in_force().get_or_create(
        what=what, defaults={"celebration": celebration, "given_by": given_by, "recorded_by": by}
    )
    if is_new:
        audit.record("celebration_yes", about=celebration, by=by, what=str(what))
    return consent


@transaction.atomic
def tell(*, form, by):
    """Keep the story as the family would tell it, and their yes."""
    form.instance.may_be_told = True
    celebration = form.save()
    _yes(celebration, STORY, form.cleaned_data["given_by"], by)
    return celebration


def show(*, celebration, upload, shows, given_by, by):
    """Keep a photo of the moment, and the family's yes to showing it."""
    kept = files.kept(upload, kinds=files.PICTURES, folder="celebrations")
    try:
        return _keep_photo(celebration, kept, shows, given_by, by)
    except BaseException:
        files.thrown_away(kept.path)  # no row, no file
        raise


@transaction.atomic
def _keep_photo(celebration, kept, shows, given_by, by):
    _yes(celebration, PHOTO, given_by, by)
    photo = CelebrationPhoto.objects.create(celebration=celebration, shows=shows, added_by=by, **asdict(kept))
    audit.record("celebration_photo_kept", about=celebration, by=by, photo=photo.pk)
    return photo


@transaction.atomic
def take_back_yes(*, consent, by):
    """The family has changed its mind: the story is told no more, the photo is shown to nobody, at once."""
    locked = CelebrationConsent.objects.select_for_update(of=("self",)).get(pk=consent.pk)
    if locked.withdrawn_on:
        return
    locked.withdrawn_on = timezone.localdate()
    locked.save(update_fields=["withdrawn_on"])
    if locked.what == STORY:
        Celebration.objects.filter(pk=locked.celebration_id).update(may_be_told=False)
    audit.record("celebration_yes_taken_back", about=locked.celebration, by=by, what=str(locked.what))
