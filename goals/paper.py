"""What stands on the paper that is read together and signed: content, its hash, its lines. Its PDF: printing.py."""

import hashlib
import json

from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import override

from agency.models import Agency
from agency.words import Words
from families.models import ExistingPlan, Outcome
from goals import contested, sections
from goals.models import FormSection, Goal, GoalStep, GoalSupport, SectionAnswer
from goals.states import AgreementState, GoalState

IN_WORK = (GoalState.ACTIVE, GoalState.ON_HOLD)
Kind = FormSection.Kind
SAID = (Kind.SAYS, Kind.CHOICE)  # the parts whose words are ours


def content(family, staff):
    """What the family and the program agree today, as plain values. Not on the paper: what gets in the way.

    A paper lies on a kitchen table; hard things stay in the record.
    """
    agency = Agency.objects.first()
    return {
        "agency": agency.name if agency else "",
        "center": family.center.name,
        "family": family.name,
        "people": [member.get_full_name() for member in family.adults() if member.left_on is None],
        "staff": staff.get_full_name(),
        "phone": staff.phone or family.center.phone,
        "agreed_on": timezone.localdate().isoformat(),
        **agreed(family),
    }


def agreed(family):
    """The part of the content that the family and we can change: goals, answers, plans, and the form itself."""
    goals = Goal.objects.filter(family=family, state__in=IN_WORK)
    goals = goals.prefetch_related("steps__partner", "supports__service")
    said = answers(family)
    return {
        "goals": [_goal(goal) for goal in goals],
        "plans": _plans_today(family),
        "sections": [sections.as_content(section, said.get(section.code, "")) for section in sections.asked()],
    }


def _plans_today(family):
    """Plans with others, without those nobody should find on a kitchen table."""
    plans = ExistingPlan.objects.filter(family=family).exclude(kind__in=ExistingPlan.RESTRICTED).in_force()
    return [{"kind": plan.kind, "agency": plan.agency_name} for plan in plans]


def plans_of(family):
    """The lines on plans with others, as they would stand on a paper written today."""
    return _plans({"plans": _plans_today(family)})


def answers(family):
    """What the family said to the questions of the form on its open agreement, by the code of the question."""
    given = SectionAnswer.objects.filter(agreement__family=family).exclude(agreement__state=AgreementState.CLOSED)
    return dict(given.values_list("section__code", "text"))


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
                "name": step.owner_name or (step.partner.name if step.partner else ""),
                "due_on": _iso(step.due_on),
            }
            for step in goal.steps.all()
        ],
        "supports": [
            {
                "id": support.pk,
                "kind": support.kind,
                "what": support.what,
                "until_then": "" if support.started_on else support.until_then,
                "starts_on": "" if support.started_on else _iso(support.starts_on),
            }
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
    """True when what was agreed has changed since `version` was signed. What its form did not hold is not compared."""
    today = agreed(family)
    return any(
        _differs(today[name], version.content[name]) for name in ("goals", "plans") if name in version.content
    ) or (_answers_in(today) != _answers_in(version.content) if "sections" in version.content else False)


def _differs(now, signed):
    """Compare as far as the signed value goes: a version signed long ago does not know what came later."""
    if isinstance(signed, dict):
        return any(_differs(now.get(key), value) for key, value in signed.items())
    if isinstance(signed, list) and isinstance(now, list):
        return len(now) != len(signed) or any(_differs(*pair) for pair in zip(now, signed, strict=True))
    return now != signed


def _answers_in(content):
    return {section["code"]: section["answer"] for section in content["sections"] if section["answer"]}


# ---- as it is read ------------------------------------------------------------------------------------------------
def day(value):
    """A day on paper, written out: paper is read long after “today”."""
    return date_format(parse_date(value), "DATE_FORMAT") if value else ""


def lines(content, language):
    """The content with every word of ours in `language`; the family's words stay as they were said."""
    with override(language):
        said = contested.said_about([goal["id"] for goal in content["goals"] if "id" in goal])
        goals = [_goal_lines(goal, content["staff"], said) for goal in content["goals"]]
        parts = [
            _part(section, content, goals, language) for section in content.get("sections") or sections.before_forms()
        ]
        return {
            "language": language,
            "title": _("What we agreed together"),
            "between": _("The %(family)s family and %(agency)s, %(day)s")
            % {"family": content["family"], "agency": content["agency"], "day": day(content["agreed_on"])},
            "parts": [part for part in parts if part["text"] or part["items"] or part["goals"]],
            "goals": goals,
            "choice_text": next((part["text"] for part in parts if part["kind"] == Kind.CHOICE), ""),
            "questions": _questions(content),
            "sign_here": _("Sign here, if this is right"),
            "signers": [*content["people"], content["staff"]],
        }


def _part(section, content, goals, language):
    """One part of the form as it is read; a part with nothing to say is left out by `lines`."""
    kind = section["kind"]
    items = {Kind.BRINGS: _strengths(content["goals"]), Kind.PLANS: _plans(content)}.get(kind, [])
    return {
        "kind": kind,
        "heading": Words(section["heading"]).said_in(language),
        "text": section["answer"]
        if kind == Kind.ASKS
        else Words(section["text"]).said_in(language)
        if kind in SAID
        else "",
        "is_theirs": kind in (Kind.BRINGS, Kind.ASKS),
        "items": items,
        "goals": goals if kind == Kind.GOALS else [],
    }


def _plans(content):
    """Plans with others, in one line each: “early intervention plan (IFSP), Kern Regional Center”."""
    kinds = dict(ExistingPlan.Kind.choices)
    named = ((str(kinds.get(plan["kind"], "")), plan["agency"]) for plan in content.get("plans", []))
    return [capfirst(", ".join(part for part in pair if part)) for pair in named]


def _strengths(goals):
    said = [text for goal in goals for text in (goal["strengths"], goal["family_skills"])]
    found = [line.strip(" -•") for text in said for line in text.splitlines() if line.strip(" -•")]
    return list(dict.fromkeys(found))


def _questions(content):
    asked = {"staff": content["staff"], "center": content["center"], "phone": content["phone"]}
    if content["phone"]:
        return _("Questions: %(staff)s, %(center)s, %(phone)s") % asked
    return _("Questions: %(staff)s, %(center)s") % asked


def _goal_lines(goal, staff, said):
    return {
        "title": goal["statement"] or goal["words"],
        "words": goal["words"],
        "facts": [fact for fact in _facts(goal) if fact["value"]],
        "who_does_what": _("Who does what"),
        "steps": [_step_line(step, staff) for step in goal["steps"]],
        "help": _("What helps along the way"),
        "supports": [_support_line(support) for support in goal["supports"]],
        "said": said.get(goal.get("id"), []),
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
        "until": _until(support["until_then"], day(support.get("starts_on", ""))),
    }


def _until(what, starts):
    """What bridges the time until the real help starts, and when that is about."""
    if what and starts:
        return _("until it starts, about %(day)s: %(what)s") % {"day": starts, "what": what}
    if what:
        return _("until it starts: %(what)s") % {"what": what}
    return _("starts about %(day)s") % {"day": starts} if starts else ""


def names_under(version):
    """The signatures of a version, in the order they were given."""
    return list(version.signatures.select_related("member", "staff").order_by("pk")) if version else []
