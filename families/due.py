"""What is due by this room's tables: an urgent need, a conversation not held yet, a family without a worker."""

from django.db.models import Exists, F, OuterRef, Subquery
from django.urls import reverse_lazy as reverse  # hundreds of rows are counted, a few are shown
from django.utils import timezone
from django.utils.translation import gettext as _

from agency.access import Permission
from agency.due import Due
from agency.models import ProgramYear
from families.models import Assessment, Assignment, Enrollment, Need


def items(families, user, clocks):
    """Everything due, one statement for each kind."""
    return [
        *_urgent_needs(families, user, clocks),
        *_conversations(families, user, clocks),
        *_without_a_worker(families, user, clocks),
    ]


def _urgent_needs(families, user, clocks):
    """A person is at risk today: nobody has taken a first step."""
    if clocks.rule("urgent_need") is None:
        return []
    waiting = Need.objects.visible_to(user, Permission.ASSESSMENT_EDIT).urgent().filter(first_step_at=None)
    rows = waiting.filter(family__in=families).values_list("pk", "family", "family__name", "what", "opened_at")
    return [
        Due(
            family_id=family,
            family_name=name,
            kind="urgent_need",
            what=_("Urgent: %(what)s. Nobody has taken a first step.") % {"what": what.rstrip(".")},
            due_on=clocks.due_on("urgent_need", timezone.localtime(opened_at).date()),
            act=_("First step"),
            url=reverse("families:need", args=[pk]),
            icon="alert",
            is_urgent=True,
            facts={"since": opened_at},
        )
        for pk, family, name, what, opened_at in rows
    ]


def _conversations(families, user, clocks):
    """Families in a program that have not talked their strengths through: first the offer is due, then the end."""
    if not user.may(Permission.ASSESSMENT_EDIT):
        return []
    held = Assessment.objects.filter(family=OuterRef("family"))
    year = ProgramYear.objects.filter(program=OuterRef("program"), starts_on__lte=OuterRef("entered_on"))
    places = (
        Enrollment.objects.visible_to(user, Permission.ASSESSMENT_EDIT)
        .in_force(clocks.on)
        .filter(~Exists(held.done()), family__in=families.order_by())
        .annotate(
            is_begun=Exists(held.open()),
            season_from=Subquery(year.order_by("-starts_on").values("starts_on")[:1]),
            season_to=Subquery(year.order_by("-starts_on").values("ends_on")[:1]),
        )
        .order_by("family", "entered_on", "pk")
        .distinct("family")
        .values("family", "family__name", "program", "is_begun", "season_from", "season_to", first_day=F("entered_on"))
    )
    return [item for item in (_conversation(place, clocks) for place in places) if item]


def _conversation(place, clocks):
    code = "assessment_done" if place["is_begun"] else "assessment_offered"
    season = (place["season_from"], place["season_to"]) if place["season_from"] else None
    due_on = clocks.due_on(code, place["first_day"], place["program"], season)
    if due_on is None or not clocks.shows(code, due_on, place["program"]):
        return None
    begun = place["is_begun"]
    return Due(
        family_id=place["family"],
        family_name=place["family__name"],
        kind=code,
        what=_("The strengths conversation has begun.") if begun else _("Time to talk about what is strong and hard."),
        due_on=due_on,
        act=_("Go on") if begun else _("Begin it"),
        url=reverse("families:assess", args=[place["family"]]),
        icon="sun",
    )


def _without_a_worker(families, user, clocks):
    """Families that nobody serves: for whoever may assign them."""
    if not user.may(Permission.FAMILY_ASSIGN):
        return []
    served = Assignment.objects.in_force(clocks.on).filter(family=OuterRef("pk"), kind=Assignment.Kind.PRIMARY)
    placed = Enrollment.objects.in_force(clocks.on).values("family")
    rows = families.filter(~Exists(served), pk__in=placed).order_by("pk").values_list("pk", "name")
    return [
        Due(
            family_id=pk,
            family_name=name,
            kind="no_main_worker",
            what=_("Nobody is the main worker of this family."),
            due_on=clocks.on,
            act=_("Assign a worker"),
            url=reverse("families:assign", args=[pk]),
            icon="hand",
        )
        for pk, name in rows
    ]
