"""This room's pieces of a page about one family, each in a fixed number of queries."""

from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency.access import Permission
from agency.templatetags.look import day, face, moment
from agency.words import listed
from families import conversation
from families.models import (
    Answer,
    Assessment,
    Assignment,
    Enrollment,
    FamilyMember,
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


def safe_contact(family):
    """What a colleague must know before reaching out, a sentence or more for each adult with a rule."""
    return [told for told in map(rule, _still_there(family.adults())) if told]


def rule(member):
    """What one adult has asked for; "" without a rule."""
    if member.do_not_contact:
        why = f" {ended(member.reach_note)}" if member.reach_note else ""
        return _("Do not contact %(name)s.") % {"name": member.first_name} + why
    if not member.reach_note:
        return ""
    return f"{_reach(member)} {ended(member.reach_note)}".strip()


REACH = {
    FamilyMember.Reach.TEXT: gettext_lazy("Text %(name)s."),
    FamilyMember.Reach.CALL: gettext_lazy("Call %(name)s."),
    FamilyMember.Reach.EMAIL: gettext_lazy("Write %(name)s an e-mail."),
    FamilyMember.Reach.MAIL: gettext_lazy("Send %(name)s a letter."),
    FamilyMember.Reach.IN_PERSON: gettext_lazy("Talk with %(name)s in person."),
}


def _reach(member):
    words = REACH.get(member.reach_by)
    return words % {"name": member.first_name} if words else f"{member.first_name}:"


def ended(sentence):
    """With a capital, and with a full stop where nothing else ends it."""
    sentence = capfirst(sentence.strip())
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."


def on_record(family):
    """People and homes with the way to change each, for the page that edits a family."""
    return {
        "people": [
            {**_person(member), "url": reverse("families:member", args=[family.pk, member.pk])}
            for member in [*family.adults(), *family.children()]
        ],
        "homes": list(family.households.all()),
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
    return list(Need.objects.visible_to(user).filter(family=family).select_related("category", "answer"))


def services(family, user, need=None):
    """Help received, newest first. Restricted kinds only for who may read them."""
    received = ServiceReceived.objects.visible_to(user).filter(family=family).select_related("category", "program_year")
    if need is not None:
        received = received.filter(need=need)
    if not user.may(Permission.RESTRICTED_VIEW):
        received = received.filter(category__is_restricted=False)
    return list(received)


def priorities(family, user):
    """Open needs the family wants to work on now, and those for later; without the restricted ones."""
    wanted = [need for need in needs(family, user) if need.is_open and need.interest != Answer.WorkOn.NO]
    on_paper = [need for need in wanted if not need.category.is_restricted]
    return {
        "now": [need for need in on_paper if need.interest == Answer.WorkOn.NOW],
        "later": [need for need in on_paper if need.interest == Answer.WorkOn.LATER],
        "left_out": len(wanted) - len(on_paper),
    }


def facts_of(need):
    """A need as a small list of facts."""
    facts = [
        (_("Kind"), str(need.category)),
        (_("How soon"), need.get_urgency_display()),
        (_("How much support"), need.get_intensity_display()),
        (_("Work on it"), need.get_interest_display()),
        (_("Told us"), day(need.opened_on)),
        (_("First step"), moment(need.first_step_at)),
        (_("Ended"), f"{day(need.closed_on)}: {need.get_closing_display()}" if need.closed_on else ""),
    ]
    return [{"label": label, "value": capfirst(str(value))} for label, value in facts if value]
