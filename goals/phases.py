"""The six phases of the Family Partnership Process: where a family stands is worked out from what happened, never set.

A phase is behind a family once there is a day on which it happened; the family stands in the first one that is not.
What happened in an earlier stay, before a family left and came back, does not count.
"""

from collections import namedtuple

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency.access import Permission
from agency.templatetags.look import on
from goals.states import AgreementState

TITLES = (
    gettext_lazy("Recruitment and enrollment"),
    gettext_lazy("Family and child assessment"),
    gettext_lazy("Communication with the family"),
    gettext_lazy("Setting goals together"),
    gettext_lazy("Follow-up and review"),
    gettext_lazy("Learning from it"),
)
LAST = len(TITLES)
P = Permission
LEFT = 0  # no place in a program any more

# One statement for one family or for sixteen thousand. {families} is a query for their keys.
PLACES = """
WITH stays AS (
    SELECT h.id AS family_id,
           min(e.entered_on) FILTER (WHERE e.exited_on IS NULL OR e.exited_on >= %s) AS since,
           max(e.exited_on) FILTER (WHERE e.exited_on < %s) AS left_on
    FROM ({families}) AS h (id) LEFT JOIN families_enrollment e ON e.family_id = h.id
    GROUP BY h.id
), anew AS (
    SELECT *, CASE WHEN left_on < since THEN left_on ELSE '-infinity'::date END AS after_on FROM stays
), talks AS (
    SELECT a.family_id, min(c.done_on) AS assessed_on, CASE WHEN count(*) > 1 THEN max(c.done_on) END AS again_on
    FROM anew a JOIN families_assessment c ON c.family_id = a.family_id AND c.done_on > a.after_on
    GROUP BY a.family_id
), agreements AS (
    SELECT DISTINCT ON (a.family_id) a.family_id, g.offered_on, g.state, g.answered_on, g.reoffer_on
    FROM anew a JOIN goals_partnershipagreement g ON g.family_id = a.family_id AND g.offered_on > a.after_on
    ORDER BY a.family_id, g.offered_on DESC, g.id DESC
), goals AS (
    SELECT a.family_id, min(g.set_on) AS goal_on
    FROM anew a JOIN goals_goal g ON g.family_id = a.family_id AND g.set_on > a.after_on AND g.state <> 'draft'
    GROUP BY a.family_id
), reviews AS (
    SELECT a.family_id, min(r.held_on) AS reviewed_on
    FROM anew a JOIN goals_review r ON r.family_id = a.family_id AND r.held_on > a.after_on
    GROUP BY a.family_id
), facts AS (
    SELECT a.family_id, a.since, a.left_on, t.assessed_on, t.again_on, g.offered_on, g.state AS answer,
           g.answered_on, g.reoffer_on, o.goal_on, r.reviewed_on,
           coalesce(g.offered_on, o.goal_on, (
               SELECT n.happened_on FROM goals_progressnote n
               WHERE n.family_id = a.family_id AND n.happened_on >= t.assessed_on
                 AND n.contact NOT IN ('no_answer', 'office')
               ORDER BY n.happened_on LIMIT 1)) AS talked_on
    FROM anew a
    LEFT JOIN talks t USING (family_id) LEFT JOIN agreements g USING (family_id)
    LEFT JOIN goals o USING (family_id) LEFT JOIN reviews r USING (family_id)
), places AS (
    SELECT *, CASE WHEN since IS NULL AND left_on IS NOT NULL THEN 0
                   WHEN since IS NULL THEN 1
                   WHEN assessed_on IS NULL THEN 2
                   WHEN talked_on IS NULL THEN 3
                   WHEN goal_on IS NULL AND answer IS DISTINCT FROM 'declined' THEN 4
                   WHEN reviewed_on IS NULL THEN 5
                   ELSE 6 END AS place
    FROM facts
)
"""
Place = namedtuple(
    "Place", "family_id place since left_on assessed_on again_on talked_on offered_on answer answered_on reoffer_on "
    "goal_on reviewed_on",
)  # fmt: skip
OF_EACH = " ".join(["SELECT", ", ".join(Place._fields), "FROM places"])
COUNTED = """
SELECT f.center_id, p.worker_id, places.place, count(*)
FROM places JOIN families_family f ON f.id = places.family_id
LEFT JOIN LATERAL (
    SELECT worker_id FROM families_assignment s
    WHERE s.family_id = f.id AND s.kind = 'primary' AND s.starts_on <= %s AND (s.ends_on IS NULL OR s.ends_on >= %s)
    ORDER BY s.starts_on DESC, s.id DESC LIMIT 1) p ON TRUE
GROUP BY 1, 2, 3
"""


def _asked(families, question, *more):
    """The rows of `question` over the places of these (already visible) families."""
    try:
        keys, params = families.order_by().values("pk").query.sql_with_params()
    except EmptyResultSet:
        return []
    today = timezone.localdate()
    with connection.cursor() as cursor:
        cursor.execute(PLACES.format(families=keys) + question, [today, today, *params, *more])
        return cursor.fetchall()


def of(families):
    """The place of each of these families, by key. One statement."""
    return {row[0]: Place(*row) for row in _asked(families, OF_EACH)}


def counted(families):
    """[(center, main contact or None, place, how many families)]. One statement."""
    today = timezone.localdate()
    return _asked(families, COUNTED, today, today)


def names(model, keys):
    """What the centers or the people behind these numbers are called."""
    return {row.pk: str(row) for row in model._default_manager.filter(pk__in=keys - {None})}


def standing_in(families, number):
    """The keys of those of these families that stand in this phase."""
    return [row[0] for row in _asked(families, "SELECT family_id FROM places WHERE place = %s", number)]


def of_family(family, may):
    """The six phases of one family for its page, with what comes next; None for who may not read it all."""
    place = of(type(family).objects.filter(pk=family.pk)).get(family.pk) if P.AGREEMENT_VIEW in may else None
    if place is None or place.place == LEFT:
        return None
    return {"steps": steps(place), "next": next_step(place, family, may)}


# ---- as it is shown -----------------------------------------------------------------------------------------------
def title(number):
    return TITLES[number - 1] if number else _("No longer with us")


def steps(place):
    """The six phases of one family: title, state ("done", "now" or ""), and the day or what is missing."""
    happened = (place.since, place.assessed_on, place.talked_on, _goals_on(place), place.reviewed_on, place.again_on)
    return [
        {
            "title": TITLES[number - 1],
            "state": "now" if number == place.place else "done" if day else "",
            "note": _said(place, number, day),
        }
        for number, day in enumerate(happened, start=1)
    ]


def _goals_on(place):
    return place.goal_on or (place.answered_on if place.answer == AgreementState.DECLINED else None)


def _said(place, number, day):
    if number == 4 and place.goal_on is None and place.answer == AgreementState.DECLINED:
        return _("No agreement, by their choice")
    if number == 4 and place.goal_on is None and place.answer == AgreementState.NOT_READY:
        return _("Not now, by their choice. We ask again %(day)s") % {"day": on(place.reoffer_on)}
    return on(day) if day else ""


def next_step(place, family, may):
    """What comes next, as a sentence with a way there for who may go it; None for a family that has left."""
    pages = {
        1: (_("Give a child a place in a program."), "families:edit", P.FAMILY_EDIT),
        2: (_("Have the strengths conversation."), "families:assess", P.ASSESSMENT_EDIT),
        3: (_("Talk about what the conversation showed, and who is on their team."), "goals:note-add", P.NOTE_EDIT),
        4: (_goal_sentence(place), "goals:agreement", P.GOAL_VIEW),
        5: (_("Look at every goal together."), "goals:review-add", P.GOAL_EDIT),
        6: _learning(place),
    }
    if place.place == LEFT:
        return None
    text, url, permission = pages[place.place]
    return {"text": text, "url": reverse(url, args=[family.pk]) if permission in may else ""}


def _goal_sentence(place):
    said = {
        None: _("Offer an agreement."),
        AgreementState.OFFERED: _("An agreement is offered. Hear what they say."),
        AgreementState.NOT_READY: _("Not now, they said. Ask again on the day you agreed."),
        AgreementState.DECLINED: _("They chose to go on without one. The door stays open."),
    }
    return said.get(place.answer, _("Write the first goal together."))


def _learning(place):
    if place.again_on:
        return _("See what has changed since the first conversation."), "workspace:family", P.FAMILY_VIEW
    return _("Have the conversation again, and see what has changed."), "families:assess", P.ASSESSMENT_EDIT
