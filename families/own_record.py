"""This room's part of a family's own record. Where the reader does not live, and how to reach others, stays out.

So do the rules for a safe contact, the reader's own among them: a paper lies about at home.
"""

from django.utils.translation import gettext as _

from agency.own_record import section
from families.models import (
    Answer,
    Attendance,
    ChildWelfareInvolvement,
    ContactPoint,
    Enrollment,
    ExistingPlan,
    FamilyConsent,
    FosterCare,
    HomelessnessEpisode,
    Need,
    NoticeGiven,
    Relation,
    ServiceReceived,
    Snapshot,
)


def sections(family, asked):
    return [*_people(family, asked), *_work(family, asked), *_situation(family, asked)]


def _people(family, asked):
    members = list(family.members.order_by("pk"))
    own = [member for member in members if member.pk == asked.reader.pk]
    others = [member for member in members if member.pk != asked.reader.pk]
    homes = family.households.filter(is_hidden=False, members__in=[asked.reader, *_children(members)]).distinct()
    children = [member.pk for member in _children(members)]
    relations = Relation.objects.filter(adult=asked.reader, child__in=children).select_related("child")
    points = ContactPoint.objects.filter(member=asked.reader)
    places = Enrollment.objects.filter(family=family).select_related("program", "center", "member")
    return [
        section("family", _("Family"), [family], asked=asked),
        section("you", _("You"), own, asked=asked, only_shareable=True),
        section("people", _("People of the family"), others, asked=asked, only_shareable=True),
        section("relations", _("You and the children"), relations, asked=asked, first=("child",)),
        section("homes", _("Where you live"), _where(homes, asked), asked=asked),
        section("contact", _("How we reach you"), points, asked=asked),
        section("places", _("Places in our programs"), places, asked=asked, first=("member",)),
    ]


def _children(members):
    return [member for member in members if member.is_child]


def _where(homes, asked):
    """Only homes in which the reader lives: a child may have another one, and its address is not the reader's."""
    return [home for home in homes if home.pk == asked.reader.household_id]


def _work(family, asked):
    answers = Answer.objects.filter(assessment__family=family, assessment__done_on__isnull=False)
    answers = answers.select_related("item", "assessment").order_by("assessment__done_on", "item__position")
    needs = Need.objects.filter(family=family).select_related("category")
    help_ = ServiceReceived.objects.filter(family=family).select_related("category")
    attended = Attendance.objects.filter(family=family, is_present=True).select_related("activity", "member")
    if not asked.restricted:
        answers = answers.exclude(item__category__is_restricted=True)
        needs, help_ = needs.filter(category__is_restricted=False), help_.filter(category__is_restricted=False)
    return [
        section("answers", _("What you told us in our conversations"), answers, asked=asked, first=("item",)),
        section("needs", _("What is or was hard"), needs, asked=asked),
        section("help", _("Help you received"), help_, asked=asked),
        section("activities", _("Activities you came to"), attended, asked=asked, first=("activity", "member")),
    ]


def _situation(family, asked):
    members = family.members.values("pk")
    plans = ExistingPlan.objects.filter(family=family)
    if not asked.restricted:
        plans = plans.exclude(kind__in=ExistingPlan.RESTRICTED)
    welfare = ChildWelfareInvolvement.objects.filter(family=family) if asked.restricted else []
    homeless = HomelessnessEpisode.objects.filter(family=family)
    foster = FosterCare.objects.filter(child__in=members)
    notices, yes = NoticeGiven.objects.filter(family=family), FamilyConsent.objects.filter(family=family)
    return [
        section("snapshots", _("How the family was doing"), Snapshot.objects.filter(family=family), asked=asked),
        section("housing", _("Times without a home"), homeless, asked=asked),
        section("foster", _("Foster care"), foster, asked=asked, first=("child",)),
        section("welfare", _("Child welfare"), welfare, asked=asked, leave_out=("caseworker", "caseworker_phone")),
        section("plans", _("Plans with other agencies"), plans, asked=asked),
        section("notices", _("What we explained to you"), notices, asked=asked),
        section("consents", _("What you said yes or no to"), yes, asked=asked),
    ]
