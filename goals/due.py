"""What is due in this room, computed from dates and clocks: one statement for each kind, however many families."""

from datetime import date, timedelta
from typing import NamedTuple

from django.db import connection
from django.utils.translation import gettext as _

from agency.access import Permission
from agency.addresses import reverse
from agency.due import Due
from goals import due_chosen, team_due
from goals.due_chosen import AHEAD
from goals.models.notes import NO_CONTACT
from goals.states import AgreementState, GoalState

EARLY = timedelta(days=35)  # a review held at most this long before its day counts for it
REVIEWS = ("review_january", "review_march", "review_may")


def items(families, user, clocks):
    """Everything this room waits for in these (visible) families, named by key. Each source is one SQL statement."""
    sources = [due_chosen.items, team_due.items]
    if user.may(Permission.AGREEMENT_VIEW):
        sources.append(by_the_clocks)
    return [item for source in sources for item in source(families, user, clocks)]


def _due(row, kind, what, due_on, act, url, **more):
    return Due(row.family_id, row.family_name, kind, what, due_on, act, url, **more)


# ---- by the clocks ------------------------------------------------------------------------------------------------
# For each family with a place today, the place held longest, whose entry starts the clocks, and what the clocks are
# counted from. The last contact is read backwards from the index notes_of_a_family.
PLACES = """
SELECT place.*, family.name, contact.happened_on, agreement.*, review.*, meeting.next_on, year.starts_on, year.ends_on,
rhythm.days, EXISTS (
    SELECT FROM goals_goal WHERE family_id = place.family_id AND state = ANY(%(looked_at)s)
)
FROM (
    SELECT DISTINCT ON (family_id) family_id, program_id, option, COALESCE(clocks_from, entered_on) AS entered_on
    FROM families_enrollment
    WHERE family_id = ANY(%(families)s) AND entered_on <= %(on)s AND (exited_on IS NULL OR exited_on >= %(on)s)
    ORDER BY family_id, 4, id
) place
JOIN families_family family ON family.id = place.family_id
LEFT JOIN goals_checkinrhythm rhythm ON rhythm.family_id = place.family_id AND rhythm.ended_on IS NULL
LEFT JOIN LATERAL (
    SELECT happened_on FROM goals_progressnote
    WHERE family_id = place.family_id AND contact <> ALL(%(no_contact)s)
    ORDER BY happened_on DESC, id DESC LIMIT 1
) contact ON true
LEFT JOIN LATERAL (
    SELECT count(*) > 0, bool_or(state = %(offered)s), max(reoffer_on) FILTER (WHERE state = %(not_ready)s)
    FROM goals_partnershipagreement WHERE family_id = place.family_id
) agreement ON true
LEFT JOIN LATERAL (
    SELECT max(held_on), (array_agg(next_on ORDER BY held_on DESC, id DESC))[1]
    FROM goals_review WHERE family_id = place.family_id
) review ON true
LEFT JOIN LATERAL (
    SELECT next_on FROM goals_teammeeting WHERE family_id = place.family_id ORDER BY held_on DESC, id DESC LIMIT 1
) meeting ON true
LEFT JOIN LATERAL (
    SELECT starts_on, ends_on FROM agency_programyear
    WHERE program_id = place.program_id AND starts_on <= %(on)s
    ORDER BY starts_on DESC LIMIT 1
) year ON true
ORDER BY place.family_id
"""


class Place(NamedTuple):
    """One row of PLACES."""

    family_id: int
    program_id: int
    option: str
    entered_on: date
    family_name: str
    last_contact_on: date | None
    has_agreement: bool
    open_offer: bool | None
    reoffer_on: date | None
    last_review_on: date | None
    next_review_on: date | None
    next_meeting_on: date | None
    year_starts_on: date | None
    year_ends_on: date | None
    rhythm: int | None
    has_goal: bool

    @property
    def season(self):
        return (self.year_starts_on, self.year_ends_on) if self.year_starts_on else None

    @property
    def here(self):
        """Where the clocks run: program, season, option."""
        return self.program_id, self.season, self.option


def by_the_clocks(families, user, clocks):
    """Contact, agreement and review of every family with a place today: one statement for all of them."""
    for place in _places(families, clocks.on):
        found = (_contact(place, clocks), _agreement(place, clocks), _review(place, clocks), _meeting(place, clocks))
        yield from (item for item in found if item)


def _places(families, on):
    facts = {
        "families": families,
        "on": on,
        "no_contact": list(NO_CONTACT),
        "offered": AgreementState.OFFERED,
        "not_ready": AgreementState.NOT_READY,
        "looked_at": [GoalState.ACTIVE, GoalState.ON_HOLD],
    }
    with connection.cursor() as cursor:
        cursor.execute(PLACES, facts)
        return [Place(*row) for row in cursor.fetchall()]


def _contact(place, clocks):
    return _welcome(place, clocks) if _is_new(place) else _check_in(place, clocks)


def _is_new(place):
    return place.last_contact_on is None or place.last_contact_on < place.entered_on


def _welcome(place, clocks):
    due_on = clocks.near("welcome_contact", place.entered_on, *place.here)
    if due_on is None:
        return None
    what = _("Say hello: nobody has talked with them since their first day.")
    return _due(place, "welcome_contact", what, due_on, _("Write a note"), _note_url(place), icon="phone")


def _check_in(place, clocks):
    """The usual day, overdue until somebody talks; from the latest day on, the latest day is the one that counts."""
    usual, latest = (
        clocks.due_on(kind, place.last_contact_on, *place.here) for kind in ("check_in", "check_in_latest")
    )
    if place.rhythm:
        return _as_agreed(place, clocks, latest)
    if latest and (latest <= clocks.on or usual is None):
        return _checked_in(place, "check_in_latest", latest, clocks)
    return _checked_in(place, "check_in", usual, clocks) if usual else None


def _as_agreed(place, clocks, latest):
    """The rhythm the family chose takes the place of the usual day; the latest day still holds."""
    due_on = place.last_contact_on + timedelta(days=place.rhythm)
    if latest and latest <= clocks.on:
        return _checked_in(place, "check_in_latest", latest, clocks)
    if due_on > clocks.on + timedelta(days=place.rhythm // 3):
        return None
    what = _("Check in, as you agreed: every %(days)s days.") % {"days": place.rhythm}
    return _due(place, "check_in", what, due_on, _("Write a note"), _note_url(place), icon="phone")


def _checked_in(place, kind, due_on, clocks):
    if not clocks.shows(kind, due_on, place.program_id, place.option):
        return None
    what = _("Check in: you last talked %(days)s days ago.") % {"days": (clocks.on - place.last_contact_on).days}
    return _due(place, kind, what, due_on, _("Write a note"), _note_url(place), icon="phone")


def _note_url(place):
    return reverse("goals:note-add", args=[place.family_id])


def _agreement(place, clocks):
    """Not offered yet, offered and not answered, or to be offered again on a day the family chose."""
    if place.reoffer_on:
        return _asked_again(place) if place.reoffer_on <= clocks.on + AHEAD else None
    if place.open_offer:
        return _unanswered(place, clocks)
    return None if place.has_agreement else _unoffered(place, clocks)


def _unoffered(place, clocks):
    due_on = clocks.near("agreement_offered", place.entered_on, *place.here)
    if due_on is None:
        return None
    url = reverse("goals:agreement-offer", args=[place.family_id])
    return _due(
        place, "agreement_offered", _("Offer a partnership agreement."), due_on, _("Offer it"), url, icon="hand"
    )


def _unanswered(place, clocks):
    due_on = clocks.near("agreement_answered", place.entered_on, *place.here)
    if due_on is None:
        return None
    url = reverse("goals:agreement", args=[place.family_id])
    what = _("Ask what they think of the agreement. Yes, not now and no are all good answers.")
    return _due(
        place, "agreement_answered", what, due_on, _("Write their answer"), url, icon="hand", waits_for="family"
    )


def _asked_again(place):
    url = reverse("goals:agreement", args=[place.family_id])
    what = _("They asked you to come back to the agreement.")
    return _due(place, "reoffer", what, place.reoffer_on, _("Offer it again"), url, icon="hand")


def _meeting(place, clocks):
    """The next meeting of the team, as the last one set it."""
    if not place.next_meeting_on or place.next_meeting_on > clocks.on + AHEAD:
        return None
    url = reverse("goals:meeting-add", args=[place.family_id])
    return _due(place, "team_meeting", _("The team meets."), place.next_meeting_on, _("Open it"), url, icon="family")


def _review(place, clocks):
    """The day both sides agreed on, when it is near; else the review of the season, only with a goal to look at."""
    agreed = place.next_review_on
    is_of_this_year = agreed and (place.year_starts_on is None or agreed >= place.year_starts_on)
    if is_of_this_year and agreed <= clocks.on + AHEAD:
        return _review_agreed(place)
    return _review_of_the_season(place, clocks)


def _review_agreed(place):
    what, act = _("You agreed to look at the goals together."), _("Hold the review")
    url = reverse("goals:review-add", args=[place.family_id])
    return _due(place, "review_agreed", what, place.next_review_on, act, url)


def _review_of_the_season(place, clocks):
    """The review whose day is near or past and that was not held since the one before.

    Who comes late skips the reviews that fall before the day of its first one.
    """
    if not (place.has_goal and place.year_starts_on and clocks.on <= place.year_ends_on):
        return None
    found, before = None, place.year_starts_on
    first_on = clocks.due_on("first_review", place.entered_on, *place.here) or place.entered_on
    for code in REVIEWS:
        due_on = clocks.near(code, place.year_starts_on, *place.here)
        if due_on is None:
            continue
        counts_from = max(due_on - EARLY, before)
        is_held = place.last_review_on is not None and place.last_review_on >= counts_from
        found = None if is_held or due_on < first_on else (code, due_on)
        before = due_on
    if found is None:
        return None
    code, due_on = found
    url = reverse("goals:review-add", args=[place.family_id])
    return _due(place, code, _("Look at every goal together."), due_on, _("Hold the review"), url)
