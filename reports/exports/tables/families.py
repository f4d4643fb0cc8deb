"""Families, their people, their places, and how they live."""

from django.contrib.postgres.aggregates import StringAgg
from django.db.models import Case, CharField, Count, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, Concat
from django.utils.translation import gettext_lazy as _

from families.models import (
    Assignment,
    ContactPoint,
    Enrollment,
    Family,
    FamilyConsent,
    FamilyMember,
    Snapshot,
)
from reports.exports.columns import DAY, KEY, TEXT, WHOLE, YES_NO, Column, Table
from reports.exports.tables.rows import FAMILY_ID, MAY, of

REACHED = Q(do_not_contact=False, left_on=None)
PHONES = (ContactPoint.Kind.MOBILE, ContactPoint.Kind.HOME, ContactPoint.Kind.WORK)


def _families(user, families):
    return Family.objects.visible_to(user, MAY).filter(pk__in=families)


def _members(user, families):
    return of(FamilyMember)(user, families).annotate(mail_is_fine=_no_to_mail())


def _main_worker():
    now = Assignment.objects.in_force().filter(family=OuterRef("pk"), kind=Assignment.Kind.PRIMARY)
    name = Concat("worker__first_name", Value(" "), "worker__last_name", output_field=CharField())
    return Subquery(now.annotate(name=name).values("name")[:1])


def _people(role):
    here = FamilyMember.objects.filter(family=OuterRef("pk"), role=role, left_on=None).order_by()
    return Coalesce(Subquery(here.values("family").annotate(n=Count("pk")).values("n")), 0)


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
    "enrollments", _("Enrollments"), _("A row a place a child or a pregnant woman held."), of(Enrollment),
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
SNAPSHOTS = Table(
    "snapshots", _("Snapshots"), _("A row a snapshot taken in these days: what the PIR asks at entry and at the end."),
    of(Snapshot),
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
