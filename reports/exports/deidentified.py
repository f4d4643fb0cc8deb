"""A table for research: a row a family, and nobody in it can be told (docs/decisions/0020).

No name, no day, no address, no words. The key is a keyed hash whose secret is forgotten with the file: two extracts
cannot be put together, and we ourselves cannot go back from a row to a family. Whatever still tells a family from
others (program, area, language, people, time with us) is made coarser until enough families share it.
"""

import hashlib
import hmac
import secrets
from collections import Counter

from django.db.models import Count, Exists, Max, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from families.models import Enrollment, Family, FamilyMember, Household, Need, ServiceReceived, Snapshot
from goals.models import Goal
from goals.states import GoalState
from referrals.models import Referral
from referrals.states import ENDED
from reports.exports.columns import TEXT, WHOLE, Column, Table
from reports.exports.tables import MAY

MOST = 10  # larger numbers are written as this one: who has many is known by it
MISSING = ""
# Areas of three digits with fewer than 20,000 people (45 CFR 164.514(b)(2)(i)(B), census of 2000): never written.
SMALL_AREAS = frozenset(
    ("036", "059", "063", "102", "203", "556", "692", "790", "821")
    + ("823", "830", "831", "878", "879", "884", "890", "893")
)

# What could tell a family from others, in the order in which it is given up: the most telling first.
TELLING = ("zip3", "youngest_child", "language", "needs_interpreter", "time_with_us", "children", "adults", "program")
COLUMNS = (
    Column("family_hash", None, TEXT, "keyed hash of our key; its secret is forgotten, so it means nothing elsewhere"),
    Column("program", None, TEXT, "short code of the program of the family's first place in these days"),
    Column("zip3", None, TEXT, "first three digits of the ZIP code; empty for small areas and hidden addresses"),
    Column("language", None, TEXT, "en, es or other"),
    Column("needs_interpreter", None, TEXT, "yes or no"),
    Column("adults", None, TEXT, "parents and guardians: 0, 1, 2+"),
    Column("children", None, TEXT, "children: 0, 1, 2, 3+"),
    Column("youngest_child", None, TEXT, "age of the youngest child on the last day: under 1, 1-2, 3-4, 5+"),
    Column("time_with_us", None, TEXT, "since the first place, on the last day: under 6 months, 6-11, 12-23, 24+"),
    Column("needs", None, WHOLE, "needs told in these days, 10 for more; restricted kinds are not counted"),
    Column("needs_closed", None, WHOLE, "of these, closed by today"),
    Column("goals_set", None, WHOLE, "goals set in these days, 10 for more; none about a restricted need"),
    Column("goals_reached", None, WHOLE, "of these, reached or reached in part"),
    Column("referrals", None, WHOLE, "referrals begun in these days, 10 for more; restricted kinds are not counted"),
    Column("referrals_ended", None, WHOLE, "of these, ended"),
    Column("services", None, WHOLE, "help received in these days, 10 for more; restricted kinds are not counted"),
    Column("employed_at_entry", None, TEXT, "a parent has work, as the newest entry snapshot says: yes, no, unsaid"),
    Column("employed_at_end", None, TEXT, "as the newest end snapshot says"),
)
CODE = "deidentified"
TABLE = Table(
    CODE, _("De-identified extract"),
    _("A row a family, for research. No name, day, address or words; what could tell a family apart is made coarser."),
    None, COLUMNS, names=False,
)  # fmt: skip


def rows(*, user, families, period, smallest):
    """(rows in the order of their hashes, {what was given up: in how many rows})."""
    known = [_as_row(found, period) for found in _found(user, families, period).iterator(chunk_size=2_000)]
    given_up = make_coarser(known, smallest)
    secret = secrets.token_bytes(32)
    for row in known:
        row["family_hash"] = hmac.new(secret, str(row["family_hash"]).encode(), hashlib.sha256).hexdigest()[:24]
    known.sort(key=lambda row: row["family_hash"])
    return [[row[one.code] for one in COLUMNS] for row in known], given_up


def make_coarser(known, smallest):
    """Blank what tells families of small groups apart, one thing after another; who still stands out is left out.

    Changes the rows in place. Returns how many rows lost what, by code; "left_out" counts rows that went.
    """
    given_up = Counter()
    for name in TELLING:
        groups = Counter(_group(row) for row in known)
        for row in known:
            if groups[_group(row)] < smallest and row[name] != MISSING:
                given_up[name] += 1
                row["_blank"] = [*row.get("_blank", ()), name]
        for row in known:
            for blank in row.pop("_blank", ()):
                row[blank] = MISSING
    groups = Counter(_group(row) for row in known)
    stays = [row for row in known if groups[_group(row)] >= smallest]
    given_up["left_out"] += len(known) - len(stays)
    known[:] = stays
    return {name: count for name, count in given_up.items() if count}


def _group(row):
    return tuple(row[name] for name in TELLING)


# ---- one family ---------------------------------------------------------------------------------------------------
def _found(user, families, period):
    found = Family.objects.visible_to(user, MAY).filter(pk__in=families).order_by("pk")
    return found.annotate(**_who(period), **_what(period)).values(
        "pk", "language", "needs_interpreter", *_who(period), *_what(period)
    )


def _who(period):
    here = {"family": OuterRef("pk")}
    places = Enrollment.objects.filter(entered_on__lte=period.last, **here).order_by("entered_on", "pk")
    now = places.filter(Q(exited_on=None) | Q(exited_on__gte=period.first))
    people = FamilyMember.objects.filter(left_on=None, **here).order_by().values("family")
    children = people.filter(role=FamilyMember.Role.CHILD)
    homes = Household.objects.filter(**here).order_by("pk")
    return {
        "program_code": Subquery(now.values("program__code")[:1]),
        "first_place": Subquery(places.values("entered_on")[:1]),
        "zip": Subquery(homes.exclude(postal_code="").values("postal_code")[:1]),
        "hides": Exists(homes.filter(is_hidden=True)),
        "adult_count": _number(people.filter(role=FamilyMember.Role.PARENT)),
        "child_count": _number(children),
        "youngest": Subquery(children.annotate(youngest=Max("born_on")).values("youngest")),
    }


def _what(period):
    here = {"family": OuterRef("pk")}
    days = (period.first, period.last)
    needs = Need.objects.filter(opened_on__range=days, category__is_restricted=False, **here)
    restricted = Need.objects.filter(goals=OuterRef("pk"), category__is_restricted=True)
    goals = Goal.objects.filter(~Exists(restricted), set_on__range=days, **here)
    referrals = Referral.objects.filter(made_on__range=days, need__category__is_restricted=False, **here)
    services = ServiceReceived.objects.filter(received_on__range=days, category__is_restricted=False, **here)
    counted = {
        "need_count": needs,
        "closed_count": needs.exclude(closed_on=None),
        "goal_count": goals,
        "reached_count": goals.filter(state__in=(GoalState.ACHIEVED, GoalState.PARTLY)),
        "referral_count": referrals,
        "ended_count": referrals.filter(state__in=ENDED),
        "service_count": services,
    }
    said = Snapshot.objects.filter(taken_on__lte=period.last, **here).order_by("-taken_on", "-pk")
    return {name: _number(rows.order_by().values("family")) for name, rows in counted.items()} | {
        f"work_{moment}": Subquery(said.filter(moment=moment).values("employed")[:1])
        for moment in Snapshot.Moment.values
    }


def _number(rows):
    return Coalesce(Subquery(rows.annotate(n=Count("pk")).values("n")), 0)


def _as_row(found, period):
    return {
        "family_hash": found["pk"],
        "program": found["program_code"] or MISSING,
        "zip3": _area(found),
        "language": found["language"] if found["language"] in ("en", "es") else "other",
        "needs_interpreter": "yes" if found["needs_interpreter"] else "no",
        "adults": _up_to(found["adult_count"], 2),
        "children": _up_to(found["child_count"], 3),
        "youngest_child": _band(_months(found["youngest"], period.last), AGES),
        "time_with_us": _band(_months(found["first_place"], period.last), TIMES),
        "needs": min(found["need_count"], MOST),
        "needs_closed": min(found["closed_count"], MOST),
        "goals_set": min(found["goal_count"], MOST),
        "goals_reached": min(found["reached_count"], MOST),
        "referrals": min(found["referral_count"], MOST),
        "referrals_ended": min(found["ended_count"], MOST),
        "services": min(found["service_count"], MOST),
        "employed_at_entry": found["work_enrollment"] or MISSING,
        "employed_at_end": found["work_end"] or MISSING,
    }


def _area(found):
    area = (found["zip"] or "")[:3]
    known = len(area) == 3 and area.isdigit() and area not in SMALL_AREAS
    return area if known and not found["hides"] else MISSING


def _up_to(count, most):
    return f"{most}+" if count >= most else str(count)


AGES = ((12, "under 1"), (36, "1-2"), (60, "3-4"), (None, "5+"))
TIMES = ((6, "under 6 months"), (12, "6-11 months"), (24, "12-23 months"), (None, "24+ months"))


def _band(months, bands):
    if months is None:
        return MISSING
    return next(name for below, name in bands if below is None or months < below)


def _months(since, day):
    """Completed months from one day to another; None when the first is not known."""
    if since is None:
        return None
    return max(0, (day.year - since.year) * 12 + day.month - since.month - (day.day < since.day))
