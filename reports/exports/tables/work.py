"""What families need, want and receive: needs, goals, notes, referrals, help."""

from django.db.models import CharField, Exists, OuterRef
from django.db.models.functions import Cast, TruncDate
from django.utils.translation import gettext_lazy as _

from agency.access import NoteClass
from families.models import Need, ServiceReceived
from goals.models import Goal, ProgressNote
from referrals.models import Referral
from reports.exports.columns import DAY, KEY, MOMENT, TEXT, WHOLE, YES_NO, Column, Table
from reports.exports.tables.rows import FAMILY_ID, of, unrestricted


def _goals(user, families):
    restricted = Need.objects.filter(goals=OuterRef("pk"), category__is_restricted=True)
    return of(Goal)(user, families).exclude(Exists(restricted))


def _notes(user, families):
    return of(ProgressNote)(user, families).exclude(visibility=NoteClass.RESTRICTED)


def _outcomes_listed():
    """“1, 3”: the numbers of the outcomes a goal serves."""
    return Cast("outcomes", CharField())


NEEDS = Table(
    "needs", _("Needs"), _("A row a need that was told us in these days. Restricted kinds are left out."),
    unrestricted(Need),
    (
        Column("need_id", "pk", KEY, "our own key of the need"),
        FAMILY_ID,
        Column("category", "category__code", TEXT, "kind of need, as a code of our list"),
        Column("what", "what", TEXT, "in a few words, as the family said it"),
        Column("urgency", "urgency", WHOLE, "1 can wait, 2 soon, 3 today"),
        Column("intensity", "intensity", WHOLE, "1 a push is enough, 2 steady support, 3 a lot of support"),
        Column("interest", "interest", TEXT, "do they want to work on it: now, later or no"),
        Column("opened_on", "opened_on", DAY, "told us on"),
        Column("first_step_at", "first_step_at", MOMENT, "when somebody first did something about it"),
        Column("closed_on", "closed_on", DAY, ""),
        Column("closing", "closing", TEXT, "how it ended: met, partly, changed or left"),
        Column("closed_through", "closed_through", TEXT, "what made the difference, as a code"),
    ),
    day="opened_on",
)  # fmt: skip
GOALS = Table(
    "goals", _("Goals"), _("A row a goal that was set in these days. Goals about restricted needs are left out."),
    _goals,
    (
        Column("goal_id", "pk", KEY, "our own key of the goal"),
        FAMILY_ID,
        Column("statement", "statement", TEXT, "how the family will know; the family's longer words stay here"),
        Column("whose", "whose", TEXT, "child, adult or family"),
        Column("state", "state", TEXT, "draft, active, on_hold, achieved, partly, no_longer or left"),
        Column("outcomes", _outcomes_listed(), TEXT, "PFCE outcomes it serves, as {1,3}"),
        Column("set_on", "set_on", DAY, ""),
        Column("target_on", "target_on", DAY, "by when"),
        Column("ended_on", "ended_on", DAY, ""),
    ),
    day="set_on",
)  # fmt: skip
NOTES = Table(
    "notes", _("Notes"),
    _("A row a note about these days: when, how, by whom. The words only where you ask for them. No restricted note."),
    _notes,
    (
        Column("note_id", "pk", KEY, "our own key of the note"),
        FAMILY_ID,
        Column("happened_on", "happened_on", DAY, ""),
        Column("contact", "contact", TEXT, "how: home_visit, center, phone, text, video, community, no_answer, office"),
        Column("language", "language", TEXT, "as a code"),
        Column("with_interpreter", "with_interpreter", YES_NO, ""),
        Column("minutes", "minutes", WHOLE, ""),
        Column("visibility", "visibility", TEXT, "who may read it: general or team"),
        Column("next_on", "next_on", DAY, "when the next step is due"),
        Column("next_done_on", "next_done_on", DAY, ""),
        Column("staff_id", "written_by_id", KEY, "who wrote it, by our own key"),
        Column("written_at", "written_at", MOMENT, ""),
        Column("text", "text", TEXT, "what happened; only where it was asked for, with a reason", words=True),
        Column("next_step", "next_step", TEXT, "what comes next; as text", words=True),
    ),
    day="happened_on", names=False,
)  # fmt: skip
REFERRALS = Table(
    "referrals", _("Referrals"),
    _("A row a referral that was begun in these days, with the elements of CEDS. Restricted kinds are left out."),
    unrestricted(Referral, "need__category"),
    (
        Column("referral_id", "pk", KEY, "our own key of the referral"),
        FAMILY_ID,
        Column("need_id", "need_id", KEY, ""),
        Column("made_on", "made_on", DAY, "begun on"),
        Column("sent_on", "sent_on", DAY, "CEDS 001481 Referral Date"),
        Column("state", "state", TEXT, "CEDS 001482 Referral Outcome, as our code"),
        Column("category", "need__category__code", TEXT, "CEDS 001483 Referral Reason: the kind of need"),
        Column("type_received", "service_received__category__code", TEXT, "CEDS 001485 Referral Type Received"),
        Column("partner", "service__partner__name", TEXT, "CEDS 001486 Referred To"),
        Column("is_urgent", "is_urgent", YES_NO, ""),
        Column("how_sent", "how_sent", TEXT, "link, phone, letter, fax or in_person"),
        Column("received_on", "service_received__received_on", DAY, "help received on"),
        Column("need_met", "need_met", TEXT, "yes, partly or no; empty when not known"),
        Column("satisfaction", "satisfaction", WHOLE, "1 to 5, as the family said"),
        Column("barrier", "barrier", TEXT, "what stood in the way, as a code"),
        Column("closed_on", "closed_on", DAY, ""),
    ),
    day="made_on", names=False,
)  # fmt: skip
SERVICES = Table(
    "services", _("Help received"), _("A row a help received in these days. Restricted kinds are left out."),
    unrestricted(ServiceReceived),
    (
        Column("service_id", "pk", KEY, "our own key of the help received"),
        FAMILY_ID,
        Column("need_id", "need_id", KEY, "for which need; may be empty"),
        Column("category", "category__code", TEXT, "kind of help, as a code of our list"),
        Column("what", "what", TEXT, "what they received"),
        Column("received_on", "received_on", DAY, ""),
        Column("source", "source", TEXT, "program, referral or family"),
        Column("recorded_on", TruncDate("recorded_at"), DAY, "when it was written down"),
    ),
    day="received_on",
)  # fmt: skip
