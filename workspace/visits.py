"""A day of home visits: which families, in which order, and the sheet one takes along.

Paper travels: what is restricted, what is only between staff, and every hidden address stay out of it.
"""

from dataclasses import dataclass

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency.access import NoteClass, Permission
from agency.due import Clocks
from families import reaching
from families.models import Family, FamilyMember
from families.reaching import Way
from goals.models import ProgressNote
from supervision.worklist import CELEBRATE, everything_due, is_aside
from workspace import day, rows
from workspace.who import present

MOST = 15  # families one visits on a day
LAST_NOTES = 2
A_LINE = 140  # characters of a note
SHOWN = 8  # due things of a family
AGREED = ("next_step", "team_meeting", "review_agreed", "reoffer")  # a day somebody chose for this family
SAID = (*AGREED, "goal_step", "team_action")  # words one may carry along; of all else only the kind
AMONG_STAFF = ("child_welfare_consultation", "flag_answer", "supervision_action", "no_main_worker", CELEBRATE)


@dataclass(frozen=True)
class Paper:
    """Something to take along, and where it is printed."""

    what: Promise
    url: str = ""  # of the page for this family


BRING = {
    "assessment_offered": Paper(gettext_lazy("The questions of the strengths conversation"), "families:assess-print"),
    "assessment_done": Paper(gettext_lazy("The questions of the strengths conversation"), "families:assess-print"),
    "agreement_offered": Paper(gettext_lazy("The partnership agreement, to show what it is"), "goals:agreement-offer"),
    "agreement_answered": Paper(gettext_lazy("The partnership agreement, to sign"), "goals:agreement"),
    "reoffer": Paper(gettext_lazy("The partnership agreement, to offer again"), "goals:agreement"),
    "review_agreed": Paper(gettext_lazy("A copy of the agreement with every goal"), "goals:copy"),
    "review_january": Paper(gettext_lazy("A copy of the agreement with every goal"), "goals:copy"),
    "review_march": Paper(gettext_lazy("A copy of the agreement with every goal"), "goals:copy"),
    "review_may": Paper(gettext_lazy("A copy of the agreement with every goal"), "goals:copy"),
    "rights_notice": Paper(gettext_lazy("The yearly notice of their rights, to hand over"), "families:papers-add"),
    "child_support": Paper(gettext_lazy("The paper about child support services"), "families:papers-add"),
    "consent_expiry": Paper(gettext_lazy("A permission to share, to sign"), "referrals:consent-add"),
    "referral_draft": Paper(gettext_lazy("A permission to share, to sign"), "referrals:consent-add"),
    "referral_urgent_send": Paper(gettext_lazy("A permission to share, to sign"), "referrals:consent-add"),
    "waiting_family": Paper(gettext_lazy("The list of what the partner needs from them")),
    "enrollment_snapshot": Paper(gettext_lazy("The questions about how they live")),
    "end_snapshot": Paper(gettext_lazy("The questions about how they live")),
}


# ---- which families -----------------------------------------------------------------------------------------------
def to_choose(user, on):
    """The families this person serves: first those with something agreed for the day, then the others, near by near."""
    own = day.mine(user)
    families = Family.objects.visible_to(user, Permission.NOTE_EDIT).filter(pk__among=list(own.ids))
    found = list(families.prefetch_related("households").order_by("name", "pk"))
    due = _due([family.pk for family in found], user, on)
    choices = [_choice(family, due.get(family.pk, []), on) for family in found]
    return sorted(choices, key=lambda choice: (not choice["agreed"], choice["near"], choice["family"].name))


def _choice(family, items, on):
    agreed = [item for item in items if item.kind in AGREED and item.due_on == on]
    homes = [home for home in family.households.all() if not home.is_hidden and home.postal_code]
    return {
        "family": family,
        "agreed": ", ".join(item.what for item in agreed),
        "near": homes[0].postal_code if homes else "",
        "place": homes[0].city if homes else "",
        "count": len(items),
    }


def _due(families, user, on):
    """{family: what is due by that day}, without what only staff should read."""
    found = {}
    for item in everything_due(families, user, Clocks(on)):
        if item.kind not in AMONG_STAFF and not is_aside(item):
            found.setdefault(item.family_id, []).append(item)
    return found


def chosen(asked):
    """Keys of the families in the order their numbers say; without numbers as they stand in the address."""
    keys = dict.fromkeys(int(key) for key in asked.getlist("f") if key.isascii() and key.isdecimal() and len(key) < 19)
    return sorted(keys, key=lambda key: _number(asked.get(f"n{key}", "")))[:MOST]


def _number(typed):
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 4 else 1000


def day_of(asked, today):
    """The day asked for; today when none is, or one that makes no sense."""
    try:
        on = parse_date(asked.get("on", "")) or today
    except ValueError:
        return today
    return on if on >= today else today


# ---- the sheet ----------------------------------------------------------------------------------------------------
def sheet(user, keys, on):
    """One part a family, in the order of `keys`; families this person does not serve are not there."""
    families = Family.objects.visible_to(user, Permission.NOTE_EDIT).filter(pk__in=keys)
    families = families.with_people().prefetch_related("households", "members__contact_points")
    found = families.annotate(last_notes=_notes(user)).in_bulk()
    declined = reaching.declined_in(list(found))
    due, clocks = _due(list(found), user, on), Clocks(on)
    return [_part(found[key], due.get(key, []), declined, clocks) for key in keys if key in found]


def _notes(user):
    """The last notes this person may read, and may carry about."""
    notes = ProgressNote.objects.visible_to(user).filter(family=OuterRef("pk"))
    notes = notes.exclude(visibility=NoteClass.RESTRICTED).order_by("-happened_on", "-pk")
    return ArraySubquery(notes.values(row=JSONObject(on="happened_on", text="text"))[:LAST_NOTES])


def _part(family, items, declined, clocks):
    adults = present(family.adults())
    homes = list(family.households.all())
    hidden = any(home.is_hidden for home in homes)
    return {
        "family": family,
        "rules": reaching.banner(family.adults(), is_hidden=hidden, declined=declined),
        "is_safe": any(reaching.may(person, Way.VISIT) for person in adults),
        "homes": [{"label": home.label, "lines": home.address_lines(), "is_hidden": home.is_hidden} for home in homes],
        "people": [_person(person, declined) for person in adults],
        "children": present(family.children()),
        "notes": [{"on": parse_date(note["on"]), "text": first_line(note["text"])} for note in family.last_notes],
        "due": [_said(item, clocks) for item in items[:SHOWN]],
        "more": max(0, len(items) - SHOWN),
        "bring": bring(family, items),
    }


def _person(person: FamilyMember, declined):
    calls = reaching.points(person, Way.CALL, declined)
    return {"person": person, "call": calls[0] if calls else None, "visit": reaching.may(person, Way.VISIT)}


def first_line(text):
    """Enough to remember by."""
    line = text.strip().splitlines()[0] if text.strip() else ""
    return line if len(line) <= A_LINE else f"{line[:A_LINE].rsplit(' ', 1)[0]}…"


def _said(item, clocks):
    """What is due, in words that may lie on a car seat."""
    kind = rows.title(item, clocks)
    when = _("past its day") if item.due_on < clocks.on else ""
    return {"what": item.what if item.kind in SAID or not kind else kind, "when": when, "urgent": item.is_urgent}


def bring(family, items):
    """The papers of what is due, each once, with the page that prints it."""
    papers = dict.fromkeys(BRING[item.kind] for item in items if item.kind in BRING)
    return [
        {"what": paper.what, "url": reverse(paper.url, args=[family.pk]) if paper.url else ""}
        for paper in {paper.what: paper for paper in papers}.values()
    ]
