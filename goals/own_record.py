"""This room's part of a family's own record: goals, agreements, notes, reviews, celebrations."""

from django.utils.translation import gettext as _

from agency.access import NoteClass
from agency.own_record import section
from goals.models import Celebration, Goal, GoalStep, PartnershipAgreement, ProgressNote, Review, ReviewDecision


def sections(family, asked):
    """Restricted notes only by decision; who else was present at a talk is other people's business."""
    notes = ProgressNote.objects.filter(family=family).order_by("happened_on", "pk").select_related("written_by")
    if not asked.restricted:
        notes = notes.exclude(visibility=NoteClass.RESTRICTED)
    steps = GoalStep.objects.filter(goal__family=family).select_related("goal")
    decisions = ReviewDecision.objects.filter(review__family=family).select_related("goal")
    agreements = PartnershipAgreement.objects.of_family(family)
    return [
        section("agreements", _("Partnership agreement"), agreements, asked=asked),
        section("goals", _("Your goals"), Goal.objects.filter(family=family), asked=asked),
        section("steps", _("Steps toward your goals"), steps, asked=asked, first=("goal",)),
        section("reviews", _("When we looked at it together"), Review.objects.filter(family=family), asked=asked),
        section("decisions", _("What you decided then"), decisions, asked=asked, first=("goal",)),
        section("celebrations", _("Celebrations"), Celebration.objects.filter(family=family), asked=asked),
        section("notes", _("Our notes"), notes, asked=asked, first=("written_by",), leave_out=("others_present",)),
    ]
