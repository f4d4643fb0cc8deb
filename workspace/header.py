"""Who a family is, read in one statement with the family itself: people, places, team, agreement, what is put aside."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, Case, OuterRef, When
from django.db.models.functions import JSONObject
from django.utils.dateparse import parse_date, parse_datetime, parse_time

from families import reaching
from families.models import (
    Assignment,
    ContactPoint,
    Difference,
    Enrollment,
    FamilyConsent,
    FamilyMember,
    Household,
    Snooze,
)
from goals.models import PartnershipAgreement

MEMBER = [
    "id",
    "role",
    "relationship",
    "first_name",
    "last_name",
    "born_on",
    "is_expecting",
    "language",
    "needs_interpreter",
    "about",
    "is_main_contact",
    "reach_by",
    "reach_note",
    "best_times",
    "reach_from",
    "reach_until",
    *reaching.ALLOWED_BY.values(),
    "do_not_contact",
    "accommodations",
    "accommodation_note",
    "left_on",
]
CONTACT = ["kind", "value", "digits", "may_text", "may_leave_message"]


def with_header(families, user):
    """These families, each with the lists that `Header` turns into people, places and days."""
    here = {"family": OuterRef("pk")}
    contacts = _rows(ContactPoint.objects.filter(member=OuterRef("pk")).order_by("pk"), *CONTACT)
    places = Enrollment.objects.in_force().filter(**here).order_by("entered_on", "pk")
    team = Assignment.objects.in_force().filter(**here).order_by("pk")
    agreements = PartnershipAgreement.objects.visible_to(user).filter(**here).order_by("-offered_on", "-pk")
    answers = FamilyConsent.objects.filter(kind__in=reaching.ASKED_FOR.values(), **here).newest()
    return families.select_related("center").annotate(
        h_members=_rows(
            FamilyMember.objects.filter(**here).order_by("pk"),
            *MEMBER,
            contacts=contacts,
            has_code_word=Case(When(code_word="", then=False), default=True, output_field=BooleanField()),
        ),
        h_places=_rows(places, "member_id", "entered_on", "option", program="program__name", at="center__name"),
        h_team=_rows(
            team,
            "kind",
            "ends_on",
            "worker_id",
            first="worker__first_name",
            last="worker__last_name",
            title="worker__title",
        ),
        h_answers=_rows(answers, "given_by_id", "kind", "agreed"),
        h_differences=_rows(Difference.objects.waiting().filter(**here), "id"),
        h_aside=_rows(Snooze.objects.in_force().filter(**here).order_by("pk"), "kind", "about", "until_on"),
        h_hidden=_rows(Household.objects.filter(is_hidden=True, **here).order_by("pk"), "label"),
        h_agreements=_rows(
            agreements.order_by("-offered_on", "-pk", "-versions__number")[:1],
            "state",
            "offered_on",
            "reoffer_on",
            signed_at="versions__frozen_at",
        ),
    )


def _rows(rows, *fields, **named):
    return ArraySubquery(rows.values(row=JSONObject(**{name: name for name in fields}, **named)))


class Header:
    """What a family read by `with_header` brought along, with days as days and people as people."""

    def __init__(self, family):
        self.family = family
        self.members = [_member(row, family) for row in family.h_members]
        family._prefetched_objects_cache = {"members": self.members}
        self.places = [row | {"entered_on": parse_date(row["entered_on"])} for row in family.h_places]
        self.team = [row | {"ends_on": row["ends_on"] and parse_date(row["ends_on"])} for row in family.h_team]
        self.hidden = family.h_hidden
        self.differences = family.h_differences
        self.aside = {(family.pk, row["kind"], row["about"]): parse_date(row["until_on"]) for row in family.h_aside}
        self.declined = {(row["given_by_id"], row["kind"]) for row in family.h_answers if not row["agreed"]}
        self.agreement = _agreement(family.h_agreements[0]) if family.h_agreements else None

    def place_of(self, member):
        return next((place for place in self.places if place["member_id"] == member.pk), None)


def _member(row, family):
    contacts = [ContactPoint(**contact) for contact in row.pop("contacts")]
    for name in ("born_on", "left_on"):
        row[name] = parse_date(row[name]) if row[name] else None
    for name in ("reach_from", "reach_until"):
        row[name] = parse_time(row[name]) if row[name] else None
    row["code_word"] = "?" if row.pop("has_code_word") else ""  # that there is one; the word itself is asked for
    member = FamilyMember(family=family, **row)
    member.contacts = contacts
    return member


def _agreement(row):
    for name in ("offered_on", "reoffer_on"):
        row[name] = parse_date(row[name]) if row[name] else None
    row["signed_at"] = parse_datetime(row["signed_at"]) if row["signed_at"] else None
    return row
