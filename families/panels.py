"""This room's pieces of a page about one family, each in a fixed number of queries."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from agency.access import Permission, must_say_why
from agency.templatetags.look import face
from agency.words import listed
from families import conversation, reaching, ties
from families.models import (
    Answer,
    Assessment,
    Assignment,
    ChildWelfareInvolvement,
    Enrollment,
    ExistingPlan,
    FamilyMember,
    FosterCare,
    HomelessnessEpisode,
    Language,
    Need,
    ServiceReceived,
)

NEAR = 24  # months; below, people give a child's age in months
MOST_STRENGTHS = 4


# ---- who they are -------------------------------------------------------------------------------------------------


def who(family):
    """“Elena and Rafael, with Angel (4) and Amaya (6 months)”. Reads fetched members when there are any."""
    adults = listed([member.first_name for member in _still_there(family.adults())])
    children = listed([_with_age(member) for member in _still_there(family.children())])
    if adults and children:
        return _("%(adults)s, with %(children)s") % {"adults": adults, "children": children}
    return adults or children


def language_of(family):
    """The language a family wants us to use, and whether somebody must interpret."""
    language = Language(family.language).label
    return _("%(language)s, with an interpreter") % {"language": language} if family.needs_interpreter else language


def existing_plans(family, user):
    """Plans other agencies made with this family that have not ended, for goals that build on them. One query.

    `plan.search_text` holds agency and content without accents, for a goal's words to be compared with.
    """
    plans = ExistingPlan.objects.visible_to(user).filter(family=family).in_force()
    if must_say_why(user, family):
        plans = plans.exclude(kind__in=ExistingPlan.RESTRICTED)
    return list(plans.select_related("member", "category"))


def with_situation(families, user):
    """These families, each with what `situation` shows: read with the family itself, no statement of its own."""
    return families.annotate(**{f"held_{name}": rows for name, rows in _held_today(user).items()})


def situation(family, user, may):
    """What holds today, in a line each, and the plans elsewhere, of a family read by `with_situation`."""
    if Permission.ASSESSMENT_VIEW not in may:
        return {}
    found = {name: getattr(family, f"held_{name}") or [] for name in ("stays", "foster", "welfare", "plans")}
    lines = [
        _("Without a home of their own: %(stays)s.") % {"stays": HomelessnessEpisode(**one)} for one in found["stays"]
    ]
    lines += [
        _("%(who)s is in foster care: %(kind)s.") % {"who": one.pop("who"), "kind": FosterCare(**one)}
        for one in found["foster"]
    ]
    reads_restricted = Permission.RESTRICTED_VIEW in may and not must_say_why(user, family)
    if reads_restricted:
        lines += [_("Child welfare: %(kind)s.") % {"kind": ChildWelfareInvolvement(**one)} for one in found["welfare"]]
    plans = [_plan(row) for row in found["plans"]]
    return {
        "lines": lines,
        "plans": [plan for plan in plans if reads_restricted or not plan.is_restricted],
        "url": reverse("families:situation", args=[family.pk]),
    }


def _held_today(user):
    """What this person may read of what holds today, as lists beside the family."""
    here = {"family": OuterRef("pk")}
    foster = FosterCare.objects.visible_to(user).filter(child__family=OuterRef("pk"))
    plans = ExistingPlan.objects.visible_to(user).filter(**here).in_force()
    return {
        "stays": _listed(HomelessnessEpisode.objects.visible_to(user).filter(**here).in_force(), "stays"),
        "foster": _listed(foster.in_force(), "kind", who="child__first_name"),
        "welfare": _listed(ChildWelfareInvolvement.objects.visible_to(user).filter(**here).in_force(), "kind"),
        "plans": _listed(plans, "kind", "agency_name", "ends_on", who="member__first_name"),
    }


def _listed(rows, *fields, **named):
    return ArraySubquery(rows.values(row=JSONObject(**{name: name for name in fields}, **named)))


def _plan(row):
    who, ends_on = row.pop("who"), row.pop("ends_on")
    member = FamilyMember(first_name=who) if who else None
    return ExistingPlan(**row, member=member, ends_on=parse_date(ends_on) if ends_on else None)


def on_record(family):
    """People and homes with the way to change each, for the page that edits a family."""
    return {
        "people": [
            {**_person(member), "url": reverse("families:member", args=[family.pk, member.pk])}
            for member in [*family.adults(), *family.children()]
        ],
        "homes": list(family.households.all()),
        "ties": ties.in_words(family),
    }


def places(family):
    """Places in programs by member."""
    held = {}
    for place in Enrollment.objects.filter(family=family).select_related("program", "center"):
        held.setdefault(place.member_id, []).append(place)
    return held


def _still_there(members):
    return [member for member in members if member.left_on is None]


def _with_age(member):
    age = age_of(member)
    return f"{member.first_name} ({age})" if age else member.first_name


def age_of(member):
    """“4”, or “6 months” for the youngest; "" without a birth date or before it."""
    months = member.months_on(timezone.localdate())
    if months is None or months < 0:
        return ""
    return str(months // 12) if months >= NEAR else _("%(n)s months") % {"n": months}


def _person(member):
    return {
        "name": member.get_full_name(),
        "face": face(member),
        "note": ". ".join(_notes(member)),
        **_mark(member),
    }


def _notes(member):
    if member.is_child:
        return [note for note in (member.about,) if note]
    notes = [capfirst(member.get_relationship_display())] if member.relationship != "unknown" else []
    if member.language:
        notes.append(_("%(language)s first") % {"language": member.get_language_display()})
    if member.reach_by and not member.do_not_contact:
        notes.append(_("Best way: %(way)s") % {"way": member.get_reach_by_display()})
    notes += [note.rstrip(".") for note in (reaching.easier(member),) if note]
    return notes


def _mark(member):
    if member.do_not_contact:
        return {"chip": _("Do not contact"), "tone": "attention", "icon": "shield"}
    if member.is_expecting:
        return {"chip": _("Expecting"), "tone": "info", "icon": "family"}
    return {}


# ---- who serves them ----------------------------------------------------------------------------------------------


def assignments(family):
    """Everybody who serves, will serve or has served the family."""
    today = timezone.localdate()
    known = list(Assignment.objects.filter(family=family).select_related("worker", "assigned_by"))
    return {
        "serving": [one for one in known if one.ends_on is None or one.ends_on >= today],
        "earlier": [one for one in known if one.ends_on and one.ends_on < today],
        "today": today,
    }


# ---- strengths, needs, help ---------------------------------------------------------------------------------------


def strengths(family, user, on_paper=False):
    """What the family brings, from the latest conversation. Paper travels, so it leaves restricted matters out."""
    if not user.may(Permission.ASSESSMENT_VIEW):
        return []
    latest = Assessment.objects.visible_to(user).filter(family=family).done().order_by("-done_on", "-pk")[:1]
    answers = Answer.objects.visible_to(user).filter(assessment__in=latest.values("pk")).select_related("item")
    if on_paper:
        answers = answers.exclude(item__category__is_restricted=True)
    return conversation.strengths_in(list(answers.order_by("item__position")), MOST_STRENGTHS)


def needs(family, user):
    """The family's needs, open and urgent ones first. One query."""
    rows = Need.objects.visible_to(user).filter(family=family).select_related("category", "answer")
    return list(rows.order_by("-closed_on", "-urgency", "opened_on", "pk"))  # what is open has no such day: it is first


def services(family, user, need=None):
    """Help received, newest first. Restricted kinds only for who may read them."""
    received = ServiceReceived.objects.visible_to(user).filter(family=family).select_related("category", "program_year")
    if need is not None:
        received = received.filter(need=need)
    if not user.may(Permission.RESTRICTED_VIEW):
        received = received.filter(category__is_restricted=False)
    return list(received)
