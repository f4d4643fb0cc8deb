"""The family page, composed from every room: one request, works with scripts off."""

from functools import cache

from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from agency.access import Permission, permissions_on
from agency.due import Clocks
from agency.prepared import ask
from agency.story import newest
from agency.templatetags.look import face, on
from families import panels as families_panels
from families import reaching
from families import story as families_story
from families.models import Enrollment, Family, FamilyMember, Language
from goals import phases
from goals import story as goals_story
from goals.states import AgreementState as A
from referrals import story as referrals_story
from supervision import panels as supervision_panels
from supervision import story as supervision_story
from supervision.worklist import CELEBRATE, everything_due
from workspace import rows, threads, who
from workspace.header import Header

P = Permission
EVENTS = 6
EVENTS_A_PAGE = 50
MOST_PAGES = 200
NEXT = 12
STORIES = (families_story, goals_story, referrals_story, supervision_story)
TOLD = {kind: told for room in STORIES for kind, told in room.TOLD.items()}


def page(family, user):
    """Everything the page needs. `family` was read by `header.with_header`."""
    may = permissions_on(user, family)
    header = Header(family)
    lines = threads.lines(family, user, may)
    clocks = Clocks()
    due = everything_due([family.pk], user, clocks, header.aside)
    return lines | {
        "family": family,
        "may": may,
        "who": f"{who.sentence(family)} {who.languages(family)}".strip(),
        "chips": _chips(header, may),
        "rules": reaching.banner(header.members, is_hidden=bool(header.hidden), declined=header.declined),
        "quick": _quick(header),
        "acts": _acts(family, may, lines["open_needs"]),
        "strengths": families_panels.strengths(family, user) if P.ASSESSMENT_VIEW in may else [],
        "next": [_next(item, clocks, may) for item in due if item.kind != CELEBRATE][:NEXT],
        "cheers": [_cheer(item, may) for item in due if item.kind == CELEBRATE],
        "events": events(family, user, EVENTS),
        "people": [_person(member, header) for member in who.present([*family.adults(), *family.children()])],
        "team": [_teammate(row) for row in header.team],
        "links": _links(family, may),
        "has_hidden": bool(header.hidden) or any(member.code_word for member in header.members),
        "differences": header.differences if P.FAMILY_EDIT in may else [],
        "situation": families_panels.situation(family, user, may),
        "sees_needs": P.ASSESSMENT_VIEW in may,
        "phases": phases.of_family(family, may),
        "supervision": supervision_panels.of_family(family, may),
    }


def _next(item, clocks, may):
    """What waits; who only reads is not led to a form that refuses them."""
    row = rows.of_family(item, clocks)
    if clocks.rule(item.kind) and P.GOAL_EDIT not in may:
        return {name: said for name, said in row.items() if name not in ("url", "act", "act_url")}
    return row


def _cheer(item, may):
    way = {"url": item.url, "act": item.act} if P.GOAL_EDIT in may else {}
    return {"who": "", "text": item.what} | way


# ---- who ----------------------------------------------------------------------------------------------------------
def _chips(header, may):
    """Where they are enrolled, and how the agreement stands."""
    people = {member.pk: member.first_name for member in header.members}
    chips = [{"text": _place(place, people.get(place["member_id"], ""))} for place in header.places]
    if P.GOAL_VIEW in may and P.ASSESSMENT_VIEW in may:
        chips.append(_agreement(header.agreement))
    return chips


def _place(place, first_name):
    at = place["at"] if place["option"] == Enrollment.Option.CENTER else Enrollment.Option(place["option"]).label
    return _("%(program)s, %(at)s: %(who)s") % {"program": place["program"], "at": at, "who": first_name}


def _agreement(agreement):
    if agreement is None:
        return {"text": _("No agreement yet")}
    said = {
        A.OFFERED: ("info", "clock", _("Agreement offered %(day)s") % {"day": on(agreement["offered_on"])}),
        A.ACCEPTED: ("info", "pen", _("Agreement being written together")),
        A.NOT_READY: ("info", "clock", _("Agreement: we ask again %(day)s") % {"day": on(agreement["reoffer_on"])}),
        A.DECLINED: ("", "", _("No agreement, by their choice")),
        A.SIGNED: ("success", "check-circle", _("Agreement signed %(day)s") % {"day": on(agreement["signed_at"])}),
        A.REVISING: ("info", "pen", _("Agreement being changed together")),
        A.CLOSED: ("", "", _("Agreement closed")),
    }
    tone, icon, text = said[agreement["state"]]
    return {"tone": tone, "icon": icon, "text": text}


# ---- before you reach out -----------------------------------------------------------------------------------------
CALLS = {
    "text": ("sms", "message", gettext_lazy("Text %(name)s")),
    "call": ("tel", "phone", gettext_lazy("Call %(name)s")),
}


def _quick(header):
    """A text or a call to the main contact, where the rules allow it at this hour."""
    main = next((member for member in header.members if member.is_main_contact and not member.is_child), None)
    found = reaching.quick(main, header.declined) if main else None
    if found is None:
        return None
    way, number = found
    scheme, icon, words = CALLS[way]
    return {"url": f"{scheme}:{number.digits}", "icon": icon, "text": words % {"name": main.first_name}}


# ---- acts ---------------------------------------------------------------------------------------------------------
def _acts(family, may, needs):
    """The acts this person may do here, the most frequent first."""
    refer = reverse("referrals:add", args=[needs[0].pk]) if len(needs) == 1 else "#f-line"
    every = [
        (P.NOTE_EDIT, reverse("goals:note-add", args=[family.pk]), "pen", _("Write a note")),
        (P.GOAL_EDIT, reverse("goals:goal-add", args=[family.pk]), "goal", _("Add a goal")),
        (P.REFERRAL_EDIT, refer, "referral", _("Refer")) if needs else None,
        (P.ASSESSMENT_EDIT, reverse("families:assess", args=[family.pk]), "message", _("Strengths conversation")),
        (P.GOAL_EDIT, reverse("goals:celebrate", args=[family.pk]), "star", _("Celebrate")),
        (P.ASSESSMENT_VIEW, reverse("goals:copy", args=[family.pk]), "print", _("Parent’s copy")),
    ]
    return [{"url": act[1], "icon": act[2], "text": act[3]} for act in every if act and act[0] in may]


def _links(family, may):
    """Links in the heads and feet of the sheets, for who may follow them."""
    every = {
        "edit": (P.FAMILY_EDIT, "families:edit"),
        "differences": (P.FAMILY_EDIT, "families:family-differences"),
        "assign": (P.FAMILY_ASSIGN, "families:assign"),
        "need": (P.ASSESSMENT_EDIT, "families:need-add"),
        "service": (P.ASSESSMENT_EDIT, "families:help"),
        "snapshots": (P.ASSESSMENT_VIEW, "families:snapshots"),
        "needs": (P.ASSESSMENT_VIEW, "families:needs"),
        "then_and_now": (P.ASSESSMENT_VIEW, "families:compare"),
        "priorities": (P.ASSESSMENT_EDIT, "families:priorities"),
        "agreement": (P.ASSESSMENT_VIEW, "goals:agreement"),
        "disclosures": (P.REFERRAL_VIEW, "referrals:disclosures"),
        "requests": (P.REFERRAL_VIEW, "referrals:requests"),
        "told": (P.FAMILY_VIEW, "families:papers"),
        "hidden": (P.FAMILY_EDIT, "families:reveal"),
        "team": (P.GOAL_VIEW, "goals:team"),
        "changes": (P.FAMILY_VIEW, "families:changes"),
        "record": (P.RESTRICTED_VIEW, "workspace:own-record"),
        "timeline": (P.FAMILY_VIEW, "workspace:timeline"),
    }
    return {name: reverse(url, args=[family.pk]) for name, (permission, url) in every.items() if permission in may}


# ---- people -------------------------------------------------------------------------------------------------------
def _person(member, header):
    place = header.place_of(member)
    easier = "" if member.is_child else reaching.easier(member)
    said = [_relationship(member), _language(member), easier, reaching.ended(member.about) if member.about else ""]
    said.append(
        _("Since %(day)s in %(program)s.") % {"day": on(place["entered_on"]), "program": place["program"]}
        if place
        else ""
    )
    person = {"name": member.get_full_name(), "face": face(member), "note": " ".join(part for part in said if part)}
    if member.do_not_contact:
        person |= {"tone": "attention", "icon": "shield", "chip": _("Do not contact")}
    elif member.is_expecting:
        person |= {"tone": "celebrate", "icon": "sun", "chip": _("Expecting")}
    return person


def _relationship(member):
    if member.is_child or member.relationship == FamilyMember.Relationship.UNKNOWN:
        return _aged(member) if member.is_child else ""
    return f"{capfirst(member.get_relationship_display())}."


def _aged(member):
    """The face of a child is its age already; months stand there in one letter, so they are said here."""
    age = families_panels.age_of(member)
    return f"{age}." if age and not age.isdigit() else ""


def _language(member):
    if member.is_child or not member.language:
        return ""
    return _("%(language)s first.") % {"language": Language(member.language).label}


def _teammate(row):
    name = f"{row['first']} {row['last']}".strip()
    kinds = {"primary": _("Main contact"), "cover": _("Covers for now"), "team": row["title"] or _("On the team")}
    note = kinds[row["kind"]]
    if row["kind"] == "cover" and row["ends_on"]:
        note = _("Covers until %(day)s") % {"day": on(row["ends_on"])}
    return {"name": name, "note": note}


# ---- what has happened --------------------------------------------------------------------------------------------
def events(family, user, limit, start=0):
    """What happened in every room, newest first: `limit` entries from `start` on. One statement."""
    asked = {"family": family.pk, "on": timezone.localdate()}
    question = _question(get_language(), limit, start)
    rows = question(user, **asked) if start else ask(question, user, **asked)
    return [TOLD[row.s_kind](row) for row in rows]


@cache
def _question(_language, limit, start):
    """What happened, as one question for each language (of a category's name) and each number of entries."""

    def question(user, family, on):
        parts = [rows for room in STORIES for rows in room.parts(Family(pk=family), user, on)]
        return newest(parts, limit, start)

    return question


def story(family, user, number):
    """What page `number` of the timeline needs; the first, without a number."""
    number = min(number or 1, MOST_PAGES)
    start = (number - 1) * EVENTS_A_PAGE
    found = events(family, user, EVENTS_A_PAGE + 1, start)
    shown = {"family": family, "events": found[:EVENTS_A_PAGE], "has_more": len(found) > EVENTS_A_PAGE}
    return shown | {"number": number, "newer": number - 1, "older": number + 1}
