"""Search over everything a person may see: families and their members, phone numbers, partners and services.

Spelling and accents are forgiven: a word is found in a name when enough of its three-letter pieces stand there
together (PostgreSQL's word similarity). The operator that asks so can use the names' trigram indexes.
"""

import re
from dataclasses import dataclass, field
from functools import reduce
from operator import add, or_

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db import connection, transaction
from django.db.models import Case, Prefetch, Q, Value, When

from agency.access import Permission
from agency.templatetags.look import plain
from families.models import Assignment, ContactPoint, Enrollment, Family, FamilyMember
from partners.models import Partner, Service

SIMILAR = 0.35  # "garsia" and "garcia" are 0.43 alike, "gimenes" and "jimenez" 0.38
FAINTLY = 0.25  # two letters in the wrong order: "gracia" and "garcia" are 0.29 alike
NEARLY = 0.7  # of the best answer's score: further away is noise once something better is found
IN_A_TEXT = 0.6  # a long description holds pieces of every word; it must hold more of this one
SHORTEST = 2
FEWEST_DIGITS = 4
MOST_WORDS = 3
SHOWN = 20
READ = 100  # rows read a group before the best are picked


@dataclass
class Asked:
    """What somebody typed, taken apart."""

    text: str
    exact: bool = False
    words: list = field(default_factory=list)
    digits: str = ""

    def __post_init__(self):
        self.words = [word for word in re.findall(r"[^\W_]+", plain(self.text)) if not word.isdigit()][:MOST_WORDS]
        digits = re.sub(r"\D", "", self.text)
        self.digits = digits if len(digits) >= FEWEST_DIGITS else ""

    @property
    def is_too_short(self):
        return not self.digits and not any(len(word) >= SHORTEST for word in self.words)


@dataclass
class Found:
    """What was found, in groups, the best first."""

    families: list = field(default_factory=list)
    children: list = field(default_factory=list)
    partners: list = field(default_factory=list)
    services: list = field(default_factory=list)
    phones: dict = field(default_factory=dict)  # family id → the contact points that matched
    also: list = field(default_factory=list)  # other spellings that were found
    more_families: int = 0

    @property
    def count(self):
        return len(self.families) + len(self.children) + len(self.partners) + len(self.services)


@transaction.atomic
def find(asked, user):
    """Everything `user` may see that answers `asked`. When no family does, it looks once more, less strictly."""
    for alike in (SIMILAR, FAINTLY):
        found = _find(asked, user, alike)
        if found.families or asked.exact or not asked.words:
            break
    return found


def _find(asked, user, alike):
    _forgive_spelling(alike)
    found = Found()
    if user.may(Permission.FAMILY_VIEW):
        _find_families(found, asked, user)
    if user.may(Permission.DIRECTORY_VIEW) and asked.words:
        found.partners = _best(named(Partner.objects.visible_to(user).active(), "search_name", asked))
        _forgive_spelling(IN_A_TEXT)
        services = Service.objects.visible_to(user).active().with_clock().select_related("partner")
        found.services = named(services, "search_text", asked, SHOWN)
    found.also = _other_spellings(found, asked, alike)
    return found


def _forgive_spelling(alike):
    """For this transaction only: a pooler may give the session to somebody else after it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('pg_trgm.word_similarity_threshold', %s, true)", [str(alike)])


def named(rows, column, asked, at_most=READ, first=None):
    """`rows` whose `column` holds something like one of the words, best first; `alike` says how much, word by word.

    `first` is a condition that lifts rows up when more than `at_most` are found.
    """
    lookup = f"{column}__contains" if asked.exact else f"{column}__trigram_word_similar"
    condition = reduce(or_, (Q(**{lookup: word}) for word in asked.words))
    score = reduce(add, (TrigramWordSimilarity(word, column) for word in asked.words))
    if first is not None:
        score = score + Case(When(first, then=Value(1.0)), default=Value(0.0))
    answers = list(rows.filter(condition).annotate(score=score).order_by("-score", "pk")[:at_most])
    for row in answers:
        row.alike = [likeness(word, getattr(row, column)) for word in asked.words]
    return answers


def _best(rows):
    """The first rows, without those far behind the best."""
    ranked = sorted(rows, key=lambda row: -sum(row.alike))
    return [row for row in ranked if sum(row.alike) >= NEARLY * sum(ranked[0].alike)][:SHOWN]


def _find_families(found, asked, user):
    members, homes = [], []
    if asked.words:
        homes = named(Family.objects.visible_to(user), "search_name", asked)
        at_home = Q(family__in=[family.pk for family in homes])
        members = named(FamilyMember.objects.visible_to(user), "search_name", asked, first=at_home)
    alike = {family.pk: family.alike for family in homes}
    for member in members:
        alike[member.family_id] = [
            max(pair) for pair in zip(alike.get(member.family_id, member.alike), member.alike, strict=True)
        ]
    scores = {pk: sum(each) for pk, each in alike.items()}
    for phone in _phones(asked, user):
        found.phones.setdefault(phone.member.family_id, []).append(phone)
        scores[phone.member.family_id] = len(asked.words) + 1
    _load_families(found, scores, user)
    _load_children(found, _best(members), user)


def _phones(asked, user):
    if not asked.digits:
        return []
    points = ContactPoint.objects.visible_to(user).filter(digits__contains=asked.digits)
    return list(points.select_related("member").order_by("pk")[:SHOWN])


def _load_families(found, scores, user):
    best = max(scores.values(), default=0)
    near = sorted((pk for pk in scores if scores[pk] >= NEARLY * best), key=lambda pk: (-scores[pk], pk))
    found.more_families = max(0, len(near) - SHOWN)
    now = Prefetch("assignments", Assignment.objects.visible_to(user).in_force().select_related("worker"), "now")
    rows = Family.objects.visible_to(user).filter(pk__in=near[:SHOWN]).with_people().prefetch_related(now)
    found.families = sorted(rows, key=lambda family: near.index(family.pk))


def _load_children(found, members, user):
    """The children among the best members, each with the place it holds today."""
    children = [member for member in members if member.is_child]
    homes = {family.pk: family for family in found.families}
    missing = {child.family_id for child in children} - homes.keys()
    homes |= {family.pk: family for family in Family.objects.visible_to(user).filter(pk__in=missing)}
    places = Enrollment.objects.visible_to(user).in_force().filter(member__in=children)
    place_of = {place.member_id: place for place in places.select_related("program", "center")}
    for child in children:
        child.family = homes[child.family_id]
        child.place = place_of.get(child.pk)
    found.children = children


def _other_spellings(found, asked, alike):
    """Names that were found although they are spelled otherwise, for the page to mark and to tell."""
    names = [family.name for family in found.families]
    names += [member.get_full_name() for family in found.families for member in family.members.all()]
    names += [row.name for row in [*found.partners, *found.services]]
    said = {}
    for token in (token for name in names for token in re.findall(r"[^\W_]+", name)):
        if any(resembles(word, plain(token), alike) for word in asked.words):
            said.setdefault(plain(token), token)
    return [token for spelled, token in said.items() if not any(word in spelled for word in asked.words)]


def resembles(word, name, alike):
    """True when the two are as much alike as was asked for, by the database's own measure, word against word."""
    wanted, there = pieces(word), pieces(name)
    return len(wanted & there) >= alike * len(wanted | there)


def likeness(word, name):
    """How much of `word` stands in the part of `name` most like it, 0 to 1."""
    wanted = pieces(word)
    return max((len(wanted & pieces(there)) for there in name.split()), default=0) / len(wanted)


def pieces(word):
    """The three-letter pieces of a word, as pg_trgm cuts it."""
    padded = f"  {word} "
    return {padded[start : start + 3] for start in range(len(padded) - 2)}
