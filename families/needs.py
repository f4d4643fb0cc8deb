"""The needs of one family: as a list, as small facts, and as the family's own page of what matters now."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency.templatetags.look import day, moment, on
from families import conversation
from families.models import Answer, Need
from families.reaching import ended


def priorities(family, user):
    """Open needs the family wants to work on now, and those for later, in its own order; without the restricted ones.

    What comes from an answer is worded in the language of the paper, as long as nobody has put it otherwise.
    """
    known = Need.objects.visible_to(user).filter(family=family).open().exclude(interest=Answer.WorkOn.NO)
    known = list(known.select_related("category", "answer__item"))
    on_paper = [need for need in known if not need.category.is_restricted]
    on_paper.sort(key=lambda need: (need.rank is None, need.rank, -need.urgency, need.opened_on, need.pk))
    for need in on_paper:
        need.in_their_words = conversation.worded(need)
    return {
        "now": [need for need in on_paper if need.interest == Answer.WorkOn.NOW],
        "later": [need for need in on_paper if need.interest == Answer.WorkOn.LATER],
        "left_out": len(known) - len(on_paper),
    }


SHOWN = {
    "open": (gettext_lazy("Open"), lambda need: need.is_open),
    "urgent": (gettext_lazy("Today"), lambda need: need.is_urgent),
    "now": (gettext_lazy("Work on it now"), lambda need: need.is_open and need.interest == Answer.WorkOn.NOW),
    "later": (gettext_lazy("Later"), lambda need: need.is_open and need.interest == Answer.WorkOn.LATER),
    "no": (gettext_lazy("Not asked for"), lambda need: need.is_open and need.interest == Answer.WorkOn.NO),
    "closed": (gettext_lazy("Closed"), lambda need: not need.is_open),
}


def listed(family, user, show, kind):
    """The list of needs: how soon times how much support decides the order, the newest end that of the closed ones."""
    known = list(Need.objects.visible_to(user).filter(family=family).select_related("category", "closed_with"))
    show = show if show in SHOWN else "open"
    shown = [need for need in known if SHOWN[show][1](need)]
    kinds = {str(need.category_id): str(need.category) for need in shown}
    rows = [need for need in shown if str(need.category_id) == kind] if kind in kinds else shown
    rows.sort(key=_how_pressing)
    for need in rows:
        need.facts_in_short = _in_short(need)
    return {
        "needs": rows,
        "show": show,
        "kind": kind if kind in kinds else "",
        "filters": [_filter(name, known, show) for name in SHOWN],
        "kinds": sorted(kinds.items(), key=lambda one: one[1]) if len(kinds) > 1 else [],
        "any": bool(known),
    }


def _how_pressing(need):
    if need.is_open:
        return (0, -need.urgency * need.intensity, need.opened_on.toordinal(), need.pk)
    return (1, -need.closed_on.toordinal(), 0, need.pk)


def _filter(name, known, show):
    label, belongs = SHOWN[name]
    count = sum(1 for need in known if belongs(need))
    return {"url": f"?show={name}", "label": label, "count": count, "current": name == show}


def _in_short(need):
    """“Soon, steady support. They want to work on it now. Told us Oct 14.”, or how it ended."""
    if not need.is_open:
        return ended(_ended_how(need))
    weight = _("%(soon)s, %(support)s") % {
        "soon": need.get_urgency_display(),
        "support": need.get_intensity_display(),
    }
    return " ".join((ended(weight), ended(_("Told us %(day)s") % {"day": on(need.opened_on)})))


def _ended_how(need):
    """“Nov 3: the need is met, through help they received: a box of food.”"""
    said = {"day": day(need.closed_on), "how": need.get_closing_display()}
    if not need.closed_through:
        return _("%(day)s: %(how)s") % said
    said["through"] = need.get_closed_through_display()
    if need.closed_with:
        said["through"] += f" ({need.closed_with})"
    return _("%(day)s: %(how)s, through %(through)s") % said


def facts_of(need):
    """A need as a small list of facts."""
    facts = [
        (_("Kind"), str(need.category)),
        (_("How soon"), need.get_urgency_display()),
        (_("How much support"), need.get_intensity_display()),
        (_("Work on it"), need.get_interest_display()),
        (_("Told us"), day(need.opened_on)),
        (_("First step"), moment(need.first_step_at)),
        (_("Open again since"), day(need.reopened_on) if need.is_open else ""),
        (_("Ended"), _ended_how(need) if need.closed_on else ""),
    ]
    return [{"label": label, "value": capfirst(str(value))} for label, value in facts if value]
