"""What a consent lets out: which fields of which records, as pieces one can read, tick and untick.

Only fields that their model declares shareable (`privacy`) stand here; a test holds every line to it.
"""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from agency.languages import name_of
from families import reaching
from families.models import ContactPoint, Family, FamilyMember, Household, Need
from families.reaching import Way
from goals.models import Goal
from referrals.models import ParentStatement, Records, Referral

# Least first: what a partner nearly always needs stands above what it seldom does.
COVERS = {
    Records.LANGUAGE: {Family: ("language", "also_speaks", "needs_interpreter")},
    Records.NEED: {Need: ("category", "what"), Referral: ("reason", "is_urgent")},
    Records.NAMES: {FamilyMember: ("first_name", "last_name", "reach_by"), ContactPoint: ("kind", "value")},
    Records.CHILDREN: {FamilyMember: ("first_name", "last_name", "born_on")},
    Records.ADDRESS: {Household: ("address_1", "address_2", "city", "state", "postal_code")},
    Records.GOALS: {Goal: ("statement", "target_on"), ParentStatement: ("words",)},
}


# What a partner needs to say yes or no and to reach somebody: ticked before staff tick anything.
LEAST = ("language-spoken", "language-interpreter", "need-reason", "need-urgent", "names-name")


@dataclass(frozen=True)
class Piece:
    """One thing that would leave: what it is called, what it says, and which fields that is."""

    key: str
    record: str
    label: str
    value: str
    row: object
    fields: tuple

    def entries(self):
        """The fields by name and whose they are, for the Disclosure. Never their values."""
        model = type(self.row)._meta.label_lower
        return [{"record": self.record, "field": f"{model}.{name}", "of": self.row.pk} for name in self.fields]


def pieces(referral, consent):
    """Everything about this referral that the consent lets out, least first."""
    found = []
    for record, gather in GATHER.items():
        if record in consent.records and (record != Records.GOALS or goal_is_named(referral, consent)):
            found += gather(referral)
    return found


def is_named(referral, consent):
    """A restricted kind of need (violence, substance use, mental health) stands in the consent by name."""
    category = referral.need.category
    return not category.is_restricted or category.code in consent.restricted


def goal_is_named(referral, consent):
    """The same for the goal: what it is about besides this need must be named too."""
    if referral.goal_id is None:
        return True
    kinds = referral.goal.needs.filter(category__is_restricted=True).values_list("category__code", flat=True)
    return set(kinds) <= set(consent.restricted)


def picked(referral, consent, keys):
    """The pieces among `keys` that the consent covers; anything else is left out, whoever asked for it.

    What a parent says about a goal goes along with it, ticked or not (45 CFR 1303.24(c)).
    """
    found = pieces(referral, consent) if is_named(referral, consent) else []
    goal_leaves = any(piece.key in keys and isinstance(piece.row, Goal) for piece in found)
    return [piece for piece in found if piece.key in keys or goal_leaves and isinstance(piece.row, ParentStatement)]


def least(found):
    """The keys of what is asked first: what we ask for, a name, the first way to reach them, their language."""
    reach = [piece.key for piece in found if piece.key.startswith("names-contact")]
    return [piece.key for piece in found if piece.key.rpartition("-")[0] in LEAST or piece.key in reach[:1]]


def released(referral, consent, disclosure):
    """The pieces that left with this disclosure, as far as they may still leave; none when nothing is known to have."""
    if disclosure is None:
        return []
    gone = {(entry.get("record"), entry.get("field"), entry.get("of")) for entry in disclosure.what}
    return [
        piece
        for piece in pieces(referral, consent)
        if all((entry["record"], entry["field"], entry["of"]) in gone for entry in piece.entries())
    ]


def _piece(record, row, name, label, value, *fields):
    return Piece(f"{record.value}-{name}-{row.pk}", record.value, label, value, row, fields)


def _language(referral):
    family = referral.family
    value = ", ".join(part for part in (name_of(family.language), family.also_speaks) if part)
    spoken = _piece(Records.LANGUAGE, family, "spoken", _("Language"), value, "language", "also_speaks")
    interpreter = _piece(
        Records.LANGUAGE, family, "interpreter", _("Interpreter"), _("needs an interpreter"), "needs_interpreter"
    )
    return [spoken, interpreter] if family.needs_interpreter else [spoken]


def _need(referral):
    need, urgent = referral.need, []
    asked = _piece(Records.NEED, referral, "reason", _("What we ask for"), referral.reason, "reason")
    if referral.is_urgent:
        urgent = [_piece(Records.NEED, referral, "urgent", _("How soon"), capfirst(_("urgent")), "is_urgent")]
    told = _piece(Records.NEED, need, "need", _("What is hard"), f"{need.category}: {need.what}", "category", "what")
    return [asked, *urgent, told]


def _names(referral):
    """The person the referral is about when that is an adult, else the main contact: name, then numbers.

    Whoever must not be contacted stays out altogether.
    """
    person = reached(referral)
    if person is None:
        return []
    name = _piece(Records.NAMES, person, "name", _("Name"), person.get_full_name(), "first_name", "last_name")
    found = [name]
    if person.reach_by:
        label = _("Best way to reach %(name)s") % {"name": person.first_name}
        found.append(_piece(Records.NAMES, person, "reach", label, person.get_reach_by_display(), "reach_by"))
    return [*found, *(_number(person, point) for point in numbers(person))]


def _number(person, point):
    value = " ".join(said for said in (point.value, _hours(person, point)) if said)
    return _piece(Records.NAMES, point, "contact", capfirst(point.get_kind_display()), value, "kind", "value")


def numbers(person):
    """What a partner may use: a number that may be called or texted, an address that may be written to."""
    usable = {point.pk for way in (Way.CALL, Way.TEXT, Way.EMAIL) for point in reaching.points(person, way)}
    return [point for point in person.contact_points.all() if point.pk in usable]


def _hours(person, point):
    hours = "" if point.kind == point.Kind.EMAIL else reaching.hours(person)
    return f"({hours})" if hours else ""


def reached(referral):
    """Whom the partner would reach: the adult the referral is about, else the main contact; None when nobody may be."""
    adults = [person for person in referral.family.adults() if not person.do_not_contact and person.left_on is None]
    chosen = [person for person in adults if person.pk == referral.about_id]
    return next(iter(chosen or adults), None)


def _children(referral):
    return [
        _piece(
            Records.CHILDREN, child, "child", _("Child"), _with_birth_date(child), "first_name", "last_name", "born_on"
        )
        for child in referral.family.children()
        if child.left_on is None
    ]


def _with_birth_date(child):
    if child.born_on is None:
        return child.get_full_name()
    return _("%(name)s, born %(day)s") % {
        "name": child.get_full_name(),
        "day": date_format(child.born_on, "DATE_FORMAT"),
    }


def _address(referral):
    """The addresses the family has not asked us to hide."""
    fields = COVERS[Records.ADDRESS][Household]
    return [
        _piece(Records.ADDRESS, home, "home", _("Address"), ", ".join(home.address_lines()), *fields)
        for home in referral.family.households.all()
        if home.address_lines()
    ]


def _goals(referral):
    goal = referral.goal
    if goal is None or not goal.statement:
        return []
    value = (
        goal.statement if goal.target_on is None else f"{goal.statement} ({date_format(goal.target_on, 'DATE_FORMAT')})"
    )
    said = ParentStatement.objects.filter(goal=goal).select_related("parent")
    label = _("What a parent says about this goal; it goes along")
    return [
        _piece(Records.GOALS, goal, "goal", _("Goal"), value, "statement", "target_on"),
        *(_piece(Records.GOALS, row, "statement", label, row.words, "words") for row in said),
    ]


GATHER = {
    Records.LANGUAGE: _language,
    Records.NEED: _need,
    Records.NAMES: _names,
    Records.CHILDREN: _children,
    Records.ADDRESS: _address,
    Records.GOALS: _goals,
}


def in_words(what):
    """A disclosure's list as people read it: (record, its fields) pairs, such as ("Our language", "language")."""
    groups = {}
    for entry in what:
        if "said" in entry:
            groups.setdefault(entry["said"], [])
        elif entry.get("record") in Records.values:
            words = groups.setdefault(capfirst(Records(entry["record"]).label), [])
            words += [_field(entry["field"])] if "field" in entry and not entry["field"].endswith(".kind") else []
    return [(group, ", ".join(dict.fromkeys(words))) for group, words in groups.items()]


def _field(name):
    """A field's own name in the reader's language."""
    model, field = name.rsplit(".", 1)
    return str(FIELDS[model]._meta.get_field(field).verbose_name) if model in FIELDS else field


FIELDS = {model._meta.label_lower: model for covered in COVERS.values() for model in covered}
