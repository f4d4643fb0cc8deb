"""What stands on the paper that is read together and signed: content, its hash, its lines, its PDF."""

import hashlib
import json
from pathlib import Path

from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from agency import pdf, signature
from agency.models import Agency
from families.models import Outcome
from goals.models import Goal, GoalStep, GoalSupport
from goals.states import GoalState

TEMPLATE = Path(__file__).parent / "pdf" / "agreement.typ"
IN_WORK = (GoalState.ACTIVE, GoalState.ON_HOLD)


def content(family, staff):
    """What the family and the program agree today, as plain values. Not on the paper: what gets in the way.

    A paper lies on a kitchen table; hard things stay in the record.
    """
    goals = Goal.objects.filter(family=family, state__in=IN_WORK).prefetch_related("steps", "supports")
    agency = Agency.objects.first()
    return {
        "agency": agency.name if agency else "",
        "center": family.center.name,
        "family": family.name,
        "people": [member.get_full_name() for member in family.adults() if member.left_on is None],
        "staff": staff.get_full_name(),
        "phone": staff.phone or family.center.phone,
        "agreed_on": timezone.localdate().isoformat(),
        "goals": [_goal(goal) for goal in goals],
    }


def _goal(goal):
    return {
        "id": goal.pk,
        "words": goal.family_words,
        "statement": goal.statement,
        "why": goal.why,
        "outcomes": goal.outcomes,
        "family_skills": goal.family_skills,
        "staff_skills": goal.staff_skills,
        "strengths": goal.strengths,
        "target_on": _iso(goal.target_on),
        "check_in": goal.check_in,
        "steps": [
            {
                "id": step.pk,
                "what": step.what,
                "owner": step.owner,
                "name": step.owner_name,
                "due_on": _iso(step.due_on),
            }
            for step in goal.steps.all()
        ],
        "supports": [
            {"id": support.pk, "kind": support.kind, "what": support.what, "until_then": support.until_then}
            for support in goal.supports.all()
        ],
    }


def _iso(day):
    return day.isoformat() if day else ""


def canonical(value):
    """One text for one content, whatever the order in which it was put together."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def hash_of(value):
    return hashlib.sha256(canonical(value).encode()).hexdigest()


def is_intact(version):
    """True when the frozen words still give the hash that was written under them."""
    return hash_of(version.content) == version.content_hash


def differs_from_signed(family, version):
    """True when the goals have changed since `version` was signed."""
    goals = Goal.objects.filter(family=family, state__in=IN_WORK).prefetch_related("steps", "supports")
    return [_goal(goal) for goal in goals] != version.content["goals"]


# ---- as it is read ------------------------------------------------------------------------------------------------
def day(value):
    """A day on paper, written out: paper is read long after “today”."""
    return date_format(parse_date(value), "DATE_FORMAT") if value else ""


def lines(content, language):
    """The content with every word of ours in `language`; the family's words stay as they were said."""
    with override(language):
        return {
            "language": language,
            "title": _("What we agreed together"),
            "between": _("The %(family)s family and %(agency)s, %(day)s")
            % {"family": content["family"], "agency": content["agency"], "day": day(content["agreed_on"])},
            "goals": [_goal_lines(goal, content["staff"]) for goal in content["goals"]],
            "brings": _("What your family brings"),
            "strengths": _strengths(content["goals"]),
            "choice": _("Your choice"),
            "choice_text": _("You can change this at any time, or stop. Your child’s place does not depend on it."),
            "questions": _questions(content),
            "sign_here": _("Sign here, if this is right"),
            "signers": [*content["people"], content["staff"]],
        }


def _strengths(goals):
    said = [text for goal in goals for text in (goal["strengths"], goal["family_skills"])]
    found = [line.strip(" -•") for text in said for line in text.splitlines() if line.strip(" -•")]
    return list(dict.fromkeys(found))


def _questions(content):
    asked = {"staff": content["staff"], "center": content["center"], "phone": content["phone"]}
    if content["phone"]:
        return _("Questions: %(staff)s, %(center)s, %(phone)s") % asked
    return _("Questions: %(staff)s, %(center)s") % asked


def _goal_lines(goal, staff):
    return {
        "title": goal["statement"] or goal["words"],
        "words": goal["words"],
        "facts": [fact for fact in _facts(goal) if fact["value"]],
        "who_does_what": _("Who does what"),
        "steps": [_step_line(step, staff) for step in goal["steps"]],
        "help": _("What helps along the way"),
        "supports": [_support_line(support) for support in goal["supports"]],
    }


def _facts(goal):
    names = [str(Outcome(number).label) for number in goal["outcomes"]]
    return [
        {"label": _("By when"), "value": day(goal["target_on"])},
        {"label": _("Why it matters"), "value": goal["why"]},
        {"label": _("How often we talk about it"), "value": goal["check_in"]},
        {"label": _("What we bring"), "value": goal["staff_skills"]},
        {"label": _("Part of a strong family"), "value": ", ".join(names)},
    ]


def _step_line(step, staff):
    who = step["name"] or {
        GoalStep.Owner.FAMILY: _("The family"),
        GoalStep.Owner.STAFF: staff,
        GoalStep.Owner.PARTNER: _("A partner"),
    }.get(step["owner"], "")
    until = _("by %(day)s") % {"day": day(step["due_on"])} if step["due_on"] else ""
    return {"who": who, "what": step["what"], "until": until}


def _support_line(support):
    return {
        "kind": str(GoalSupport.Kind(support["kind"]).label),
        "what": support["what"],
        "until": _("until it starts: %(what)s") % {"what": support["until_then"]} if support["until_then"] else "",
    }


def names_under(version):
    """The signatures of a version, in the order they were given."""
    return list(version.signatures.select_related("member", "staff").order_by("pk")) if version else []


# ---- as a PDF -----------------------------------------------------------------------------------------------------
def as_pdf(content, language, version=None, *, large=False):
    """The paper as a tagged PDF in `language`; with `large`, in letters one can read without glasses."""
    data = lines(content, language) | {"agency": content["agency"], "large": large, "is_signed": version is not None}
    with override(language):
        data["signatures"] = [_signed(name) for name in names_under(version)]
        data["foot"] = _foot(version)
        data["signed_label"] = _("Signed")
    return pdf.render(TEMPLATE, data)


def _foot(version):
    if version is None:
        return _("Not signed yet. This is what we have written down so far.")
    return _("Version %(number)s. Keep this copy.") % {"number": version.number}


def _signed(name):
    how = {
        "day": date_format(timezone.localtime(name.signed_at), "DATE_FORMAT"),
        "how": str(name.get_method_display()),
    }
    return {
        "name": name.signer_name,
        "how": _("%(day)s, %(how)s") % how,
        "witness": _("Witness: %(name)s") % {"name": name.witness} if name.witness else "",
        "drawn": list(signature.picture((name.strokes or {}).get("png", ""))),
        "drawn_label": _("Signature of %(name)s") % {"name": name.signer_name},
    }
