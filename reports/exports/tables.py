"""The tables one may take along. Names of columns never change once they were published.

What holds for all of them: only families this person may export; nothing restricted (violence, substance use, mental
health, maltreatment) in a general table; a hidden address and the numbers of who must not be contacted stay here.
"""

from functools import cache

from django.contrib.postgres.aggregates import ArrayAgg, StringAgg
from django.db.models import Case, CharField, Count, Exists, F, Max, Min, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Cast, Coalesce, Concat, TruncDate
from django.utils.translation import gettext_lazy as _

from agency.access import NoteClass, Permission
from families.models import (
    Answer,
    Assessment,
    Assignment,
    ContactPoint,
    Enrollment,
    Family,
    FamilyConsent,
    FamilyMember,
    Need,
    ServiceReceived,
    Snapshot,
)
from goals.models import Goal, ProgressNote
from referrals.models import Referral
from reports.exports.columns import DAY, KEY, MOMENT, TEXT, WHOLE, YES_NO, Column, Table

MAY = Permission.REPORT_EXPORT
FAMILY_ID = Column(
    "family_id",
    Coalesce("family__merged_into_id", "family_id"),
    KEY,
    "our own key of the family; of merged records, that of the record they are part of now",
)


def _of(model):
    """The rows of `model` about these families that this person may take along."""

    def rows(user, families):
        found = model.objects.visible_to(user, MAY)
        return found.filter(**{f"{found.family}pk__in": families})

    return rows


def _families(user, families):
    return Family.objects.visible_to(user, MAY).filter(pk__in=families)


def _unrestricted(model, category="category"):
    """The same, without restricted kinds of need or help: they are in no general export, whoever asks."""

    def rows(user, families):
        return _of(model)(user, families).exclude(**{f"{category}__is_restricted": True})

    return rows


def _answers(user, families):
    found = _unrestricted(Answer, "item__category")(user, families)
    return found.filter(assessment__done_on__isnull=False)


def _goals(user, families):
    restricted = Need.objects.filter(goals=OuterRef("pk"), category__is_restricted=True)
    return _of(Goal)(user, families).exclude(Exists(restricted))


def _notes(user, families):
    return _of(ProgressNote)(user, families).exclude(visibility=NoteClass.RESTRICTED)


# ---- pieces of columns --------------------------------------------------------------------------------------------
def _main_worker():
    now = Assignment.objects.in_force().filter(family=OuterRef("pk"), kind=Assignment.Kind.PRIMARY)
    name = Concat("worker__first_name", Value(" "), "worker__last_name", output_field=CharField())
    return Subquery(now.annotate(name=name).values("name")[:1])


def _people(role):
    here = FamilyMember.objects.filter(family=OuterRef("pk"), role=role, left_on=None).order_by()
    return Coalesce(Subquery(here.values("family").annotate(n=Count("pk")).values("n")), 0)


REACHED = Q(do_not_contact=False, left_on=None)


def _at_home(field):
    """A part of the address, where it may be written down."""
    shown = REACHED & Q(household__is_hidden=False, may_mail=True)
    return Case(When(shown, then=F(f"household__{field}")), default=Value(""), output_field=CharField())


def _points(may, *kinds):
    """Numbers or addresses that may be used."""
    theirs = ContactPoint.objects.filter(member=OuterRef("pk"), kind__in=kinds).order_by()
    joined = theirs.values("member").annotate(all=StringAgg("value", Value("; "), order_by="pk")).values("all")
    return Case(When(REACHED & may, then=Subquery(joined)), default=Value(""), output_field=CharField())


def _no_to_mail():
    """The newest answer to our question about e-mail was a no."""
    asked = FamilyConsent.objects.in_force().filter(given_by=OuterRef("pk"), kind=FamilyConsent.Kind.EMAIL)
    newest = Subquery(asked.order_by("-given_on", "-pk").values("agreed")[:1])
    return Coalesce(newest, True)


def _members(user, families):
    return _of(FamilyMember)(user, families).annotate(mail_is_fine=_no_to_mail())


def _outcomes_listed():
    """“1, 3”: the numbers of the outcomes a goal serves."""
    return Cast("outcomes", CharField())


PHONES = (ContactPoint.Kind.MOBILE, ContactPoint.Kind.HOME, ContactPoint.Kind.WORK)


def _moved(row):
    """First and latest answer, and which way it went: a level is 1 (hardest) to 5 (a strength)."""
    *known, levels = row
    first, latest = levels[0], levels[-1]
    change = ("up" if latest > first else "down" if latest < first else "same") if len(levels) > 1 else ""
    return [*known, first, latest, change]


# ---- the tables ---------------------------------------------------------------------------------------------------
FAMILIES = Table(
    "families", _("Families"), _("A row a family: where, language, who serves it, how many people."), _families,
    (
        Column("family_id", "pk", KEY, "our own key of the family"),
        Column("family_name", "name", TEXT, "as the family calls itself"),
        Column("center", "center__name", TEXT, "where our staff who serve the family work"),
        Column("program", "center__program__code", TEXT, "short code of that center's program"),
        Column("language", "language", TEXT, "language they want us to use, as a code (en, es)"),
        Column("needs_interpreter", "needs_interpreter", YES_NO, "the family needs an interpreter"),
        Column("known_since", "known_since", DAY, "the day we first wrote the family down"),
        Column("main_worker", _main_worker(), TEXT, "name of the member of staff who serves the family first today"),
        Column("adults", _people("parent"), WHOLE, "parents and guardians in the family today"),
        Column("children", _people("child"), WHOLE, "children in the family today"),
    ),
)  # fmt: skip
MEMBERS = Table(
    "members", _("Family members"),
    _("A row a person, with how they may be reached. Hidden addresses and who must not be contacted stay blank."),
    _members,
    (
        Column("member_id", "pk", KEY, "our own key of the person"),
        FAMILY_ID,
        Column("role", "role", TEXT, "parent, child or other"),
        Column("relationship", "relationship", TEXT, "to the children, for an adult; to the main adult, for a child"),
        Column("first_name", "first_name", TEXT, ""),
        Column("last_name", "last_name", TEXT, ""),
        Column("born_on", "born_on", DAY, "birth date"),
        Column("language", "language", TEXT, "as a code; empty when it is the family's"),
        Column("is_father_figure", "is_father_figure", YES_NO, "father or father figure"),
        Column("is_expecting", "is_expecting", YES_NO, "expects a baby"),
        Column("is_main_contact", "is_main_contact", YES_NO, "we talk to this person first"),
        Column("do_not_contact", "do_not_contact", YES_NO, "must not be contacted: no address, phone, e-mail"),
        Column("street", _at_home("address_1"), TEXT, "empty when hidden, or when no letters may be sent"),
        Column("city", _at_home("city"), TEXT, "as street"),
        Column("state", _at_home("state"), TEXT, "as street"),
        Column("zip", _at_home("postal_code"), TEXT, "as street"),
        Column("phone", _points(Q(may_call=True), *PHONES), TEXT, "numbers we may call, joined by “; ”"),
        Column("email", _points(Q(may_email=True, mail_is_fine=True), ContactPoint.Kind.EMAIL), TEXT,
               "addresses we may write to, joined by “; ”"),
        Column("left_on", "left_on", DAY, "no longer part of the family since"),
    ),
)  # fmt: skip
ENROLLMENTS = Table(
    "enrollments", _("Enrollments"), _("A row a place a child or a pregnant woman held."), _of(Enrollment),
    (
        Column("enrollment_id", "pk", KEY, "our own key of the place"),
        FAMILY_ID,
        Column("member_id", "member_id", KEY, "who holds it"),
        Column("program", "program__code", TEXT, "short code of the program"),
        Column("center", "center__name", TEXT, ""),
        Column("option", "option", TEXT, "center, home, fcc, local or pregnancy"),
        Column("entered_on", "entered_on", DAY, "first day"),
        Column("exited_on", "exited_on", DAY, "last day; empty while the place is held"),
        Column("exit_reason", "exit_reason", TEXT, "why they left, as a code"),
    ),
    names=False,
)  # fmt: skip
ASSESSMENTS = Table(
    "assessments", _("Strengths conversations"), _("A row a conversation that was finished in these days."),
    _of(Assessment),
    (
        Column("assessment_id", "pk", KEY, "our own key of the conversation"),
        FAMILY_ID,
        Column("instrument", "version__instrument__code", TEXT, "which set of questions"),
        Column("instrument_version", "version__number", WHOLE, ""),
        Column("occasion", "occasion", TEXT, "first, middle or end"),
        Column("started_on", "started_on", DAY, ""),
        Column("done_on", "done_on", DAY, "talked through on"),
        Column("language", "language", TEXT, "language spoken, as a code"),
        Column("with_interpreter", "with_interpreter", YES_NO, ""),
        Column("place", "place", TEXT, "home, center, community, phone or video"),
        Column("staff_id", "staff_id", KEY, "our own key of the member of staff"),
    ),
    day="done_on", names=False,
)  # fmt: skip
ANSWERS = Table(
    "answers", _("Answers"), _("A row an answer of these conversations. Restricted questions are left out."), _answers,
    (
        Column("answer_id", "pk", KEY, "our own key of the answer"),
        Column("assessment_id", "assessment_id", KEY, ""),
        Column("family_id", Coalesce("assessment__family__merged_into_id", "assessment__family_id"), KEY,
               "our own key of the family"),
        Column("item", "item__code", TEXT, "the question's code"),
        Column("outcome", "item__outcome", WHOLE, "PFCE family outcome, 1 to 7"),
        Column("level", "level", WHOLE, "1 (in need of help) to 5 (a strength), as the parent said"),
        Column("no_level", "no_level", TEXT, "ND not discussed, PN prefer not to say, NA does not apply"),
        Column("staff_level", "staff_level", WHOLE, "as the member of staff saw it"),
        Column("work_on", "work_on", TEXT, "now, later or no"),
    ),
    day="assessment__done_on", names=False,
)  # fmt: skip
NEEDS = Table(
    "needs", _("Needs"), _("A row a need that was told us in these days. Restricted kinds are left out."),
    _unrestricted(Need),
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
    _unrestricted(Referral, "need__category"),
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
    _unrestricted(ServiceReceived),
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
SNAPSHOTS = Table(
    "snapshots", _("Snapshots"), _("A row a snapshot taken in these days: what the PIR asks at entry and at the end."),
    _of(Snapshot),
    (
        Column("snapshot_id", "pk", KEY, "our own key of the snapshot"),
        FAMILY_ID,
        Column("moment", "moment", TEXT, "enrollment or end"),
        Column("taken_on", "taken_on", DAY, ""),
        *(
            Column(name, name, TEXT, "as the PIR asks it: a code; empty when nobody has asked yet")
            for name in ("parents", "figure", "education", "employed", "in_training", "in_school", "military_active",
                         "military_veteran", "tanf", "ssi", "wic", "snap", "housing")
        ),
    ),
    day="taken_on", names=False,
)  # fmt: skip


def _changes(user, families):
    return _answers(user, families).filter(level__isnull=False)


OUTCOMES = Table(
    "outcomes", _("Outcomes"),
    _("A row a family and question: the first and the latest answer of these days. Restricted questions are left out."),
    _changes,
    (
        Column("family_id", Coalesce("assessment__family__merged_into_id", "assessment__family_id"), KEY,
               "our own key of the family"),
        Column("outcome", "item__outcome", WHOLE, "PFCE family outcome, 1 to 7"),
        Column("item", "item__code", TEXT, "the question's code"),
        Column("first_on", Min("assessment__done_on"), DAY, "day of the first answer in these days"),
        Column("latest_on", Max("assessment__done_on"), DAY, "day of the latest answer in these days"),
        Column("answers", Count("pk"), WHOLE, "how many answers with a level there are"),
        Column("levels", ArrayAgg("level", order_by=["assessment__done_on", "pk"]), WHOLE, "", inner=True),
    ),
    day="assessment__done_on", names=False, finish=_moved,
    further=(
        Column("first_level", None, WHOLE, "1 (in need of help) to 5 (a strength)"),
        Column("latest_level", None, WHOLE, "as first_level"),
        Column("change", None, TEXT, "up, same or down; empty when there is one answer"),
    ),
)  # fmt: skip


@cache
def every():
    """All tables by code. What is de-identified is another thing: reports.exports.deidentified."""
    general = (FAMILIES, MEMBERS, ENROLLMENTS, ASSESSMENTS, ANSWERS, NEEDS, GOALS, NOTES, REFERRALS, SERVICES,
               SNAPSHOTS, OUTCOMES)  # fmt: skip
    return {table.code: table for table in general}
