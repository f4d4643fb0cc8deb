"""Files and papers with a family in them that staff made or took along: from the records of looks and of acts.

They stay inside the program, so they are no disclosures (45 CFR 1303.24(b) leaves program officials out). A parent sees
them all the same. Both records are append-only, and so is what stands here.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency.languages import name_of
from agency.models import AccessEvent, AuditEvent
from families.models import Family, FamilyMember

# Pages that answer with a file in which the family can be told: what it was.
FILES = {
    "reports:export": gettext_lazy("A table with this family in it"),
    "referrals:export": gettext_lazy("A list of referrals with this family in it"),
    "goals:agreement-pdf": gettext_lazy("The agreement, as a file to print"),
    "goals:copy": gettext_lazy("The agreement, opened to print"),
    "goals:certificate": gettext_lazy("A certificate of what they reached"),
    "goals:bundle": gettext_lazy("The agreements of several families, as one file to print"),
    "families:assess-print": gettext_lazy("The questions of the strengths conversation, on paper"),
    "workspace:visits-sheet": gettext_lazy("The sheet for a day of visits"),
    "supervision:hand-over-letters": gettext_lazy("Letters that introduce the new worker"),
    "referrals:disclosures-copy": gettext_lazy("This list, as a copy for the family"),
}
# Acts by which a copy was made for somebody of the family.
COPIES = {
    "own_record_made": gettext_lazy("A copy of the whole record"),
    "agreement_copy_given": gettext_lazy("A copy of the agreement"),
    "consent_copy_given": gettext_lazy("A copy of a yes to sharing"),
}
MOST = 500


@dataclass(frozen=True)
class Taken:
    """One file or copy: on which day, what, by whom, for what."""

    at: datetime
    what: str
    who: str
    why: str


def of_family(family):
    """Newest first; the same again on one day by the same person is one line. Four queries."""
    keys = list(Family.every.filter(Q(pk=family.pk) | Q(merged_into=family.pk)).values_list("pk", flat=True))
    found = sorted([*_files(keys), *_copies(family, keys)], key=lambda one: one.at, reverse=True)
    once = {(timezone.localdate(one.at), one.what, one.who, one.why): one for one in reversed(found)}
    return sorted(once.values(), key=lambda one: one.at, reverse=True)


def _files(keys):
    looks = AccessEvent.objects.filter(family_ids__overlap=keys, page__in=FILES).select_related("by")
    return [Taken(look.at, str(FILES[look.page]), str(look.by), look.reason) for look in looks.order_by("-at")[:MOST]]


def _copies(family, keys):
    acts = AuditEvent.objects.filter(family_id__in=keys, event__in=COPIES).select_related("by").order_by("-at")[:MOST]
    people = {person.pk: person.first_name for person in FamilyMember.every.filter(family__in=keys)}
    return [Taken(act.at, str(COPIES[act.event]), str(act.by or ""), _for_whom(act.facts, people)) for act in acts]


def _for_whom(facts, people):
    said = [_("for %(name)s") % {"name": people[facts["reader"]]} if facts.get("reader") in people else ""]
    said.append(name_of(facts["language"]) if facts.get("language") else "")
    return ", ".join(part for part in said if part)
