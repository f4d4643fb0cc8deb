"""The matrix of adults and children: one square a pair, kept only where somebody said something."""

from families.forms.ties import TieForm
from families.models import FamilyMember, Relation, SecondHome


def of_family(family):
    """What is known, by (adult, child). One query."""
    known = Relation.objects.filter(child__family=family).select_related("child")
    return {(relation.adult_id, relation.child_id): relation for relation in known}


def unsaid(adult, child):
    """A pair nobody has spoken about: taken for granted is who the adult is to the children at large."""
    return Relation(
        adult=adult,
        child=child,
        relationship=adult.relationship,
        is_father_figure=adult.is_father_figure,
        may_be_told=adult.role == FamilyMember.Role.PARENT,
    )


def matrix(family, data=None, draft=None):
    """Each child with a square for each adult, and with its second homes."""
    known = of_family(family)
    adults = [adult for adult in family.adults() if adult.left_on is None]
    homes = {}
    for home in SecondHome.objects.in_force().filter(member__family=family).select_related("household"):
        homes.setdefault(home.member_id, []).append(home)
    return [
        {
            "child": child,
            "squares": [_square(adult, child, known.get((adult.pk, child.pk)), data, draft) for adult in adults],
            "second_homes": homes.get(child.pk, []),
        }
        for child in family.children()
        if child.left_on is None
    ]


def _square(adult, child, relation, data, draft):
    prefix = f"t{adult.pk}-{child.pk}"
    relation = relation or unsaid(adult, child)
    left = {name.removeprefix(f"{prefix}-"): said for name, said in (draft or {}).items() if name.startswith(prefix)}
    initial = {} if data is not None else left
    return {
        "adult": adult,
        "is_known": relation.pk is not None,
        "may_be_told": relation.may_be_told,
        "form": TieForm(data, prefix=prefix, instance=relation, initial=initial),
    }


def says_something(form):
    """A square to keep: changed, or the first time that anything at all is known of the pair."""
    named = form.cleaned_data.get("relationship") != FamilyMember.Relationship.UNKNOWN
    return form.has_changed() or (form.instance.pk is None and named)


def in_words(family):
    """What is known of each child, in a line: [(child, "Elena: mother, always; Rafael: father, part of the time")]."""
    known = of_family(family)
    adults = [adult for adult in family.adults() if adult.left_on is None]
    lines = []
    for child in family.children():
        said = [_in_words(adult, known[(adult.pk, child.pk)]) for adult in adults if (adult.pk, child.pk) in known]
        lines.append((child, "; ".join(said)))
    return lines


def _in_words(adult, relation):
    facts = [relation.get_relationship_display()] if relation.relationship != "unknown" else []
    facts += [relation.get_custody_display()] if relation.custody != Relation.Custody.UNKNOWN else []
    return f"{adult.first_name}: {', '.join(map(str, facts))}" if facts else adult.first_name
