"""How a family has changed its shape, and what may change next: what the pages about it show."""

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from agency.access import Permission
from families.actions import undoing
from families.actions.merging import kept_behind
from families.models import Enrollment, Family, FamilyLink, FamilyMember, StructureChange
from families.staff import in_charge_of

P = Permission


ACTS = [
    (P.FAMILY_EDIT, "newborn", "sun", _("A baby is born"), _("The child they expected becomes a member.")),
    (P.FAMILY_EDIT, "split", "family", _("Somebody moves out"), _("Parents part, or a child lives elsewhere now.")),
    (P.FAMILY_ASSIGN, "transfer", "pin", _("To another center"), _("Places go on there, with a worker from there.")),
    (P.FAMILY_EDIT, "leave", "back", _("They leave"), _("Places end with a reason; the time before still counts.")),
    (P.FAMILY_EDIT, "return", "check", _("They come back"), _("To the place they had, with the worker of before.")),
    (
        P.FAMILY_EDIT,
        "link-find",
        "plus",
        _("Link another family"),
        _("Two homes of one child; birth and foster family."),
    ),
    (P.FAMILY_ASSIGN, "merge-find", "search", _("They stand here twice"), _("Make two records of one family one.")),
]


def acts(family, may):
    """What can happen to a family: for who may record it, and where it makes sense."""
    holds = Enrollment.objects.filter(family=family, exited_on=None).exists()
    fits = {"newborn": _is_expecting(family), "transfer": holds, "leave": holds, "return": not holds}
    return [
        {"url": reverse(f"families:{name}", args=[family.pk]), "icon": icon, "title": title, "text": text}
        for permission, name, icon, title, text in ACTS
        if permission in may and fits.get(name, True)
    ]


def _is_expecting(family):
    return any(person.is_expecting and person.left_on is None for person in family.members.all())


def links(family, user):
    """The families this one knows of. Of one that the reader may not open, only that it is there and whom to ask."""
    found = FamilyLink.objects.of_family(family).filter(ended_on=None).exclude(kind=FamilyLink.Kind.DIFFERENT)
    found = found.select_related("child")
    keys = set(family.keys())
    rows = [(link, link.family_id if link.other_id in keys else link.other_id) for link in found]
    others = _families({key for _link, key in rows} - keys, user)
    return [_linked(link, *others[key], family, user) for link, key in rows if key not in keys]


def _families(keys, user):
    """By key: the living family behind it, and whether this person may open it."""
    rows = {row.pk: row.merged_into_id or row.pk for row in Family.every.filter(pk__in=keys)}
    living = {family.pk: family for family in Family.objects.filter(pk__in=rows.values()).select_related("center")}
    open_to = set(Family.objects.visible_to(user).filter(pk__in=living).values_list("pk", flat=True))
    return {key: (living[now], now in open_to) for key, now in rows.items()}


def _linked(link, other, may_open, family, user):
    about = [link.get_kind_display()]
    if link.child:
        about.append(link.child.first_name if may_open or link.child.family_id == family.pk else gettext("a child"))
    asked = None if may_open else in_charge_of(other.center)
    return {
        "pk": link.pk,
        "family": other if may_open else None,
        "name": str(other) if may_open else gettext("A family known here"),
        "about": ": ".join(about),
        "note": link.note if link.family_id == family.pk or may_open else "",
        "ask": gettext("Ask %(who)s.") % {"who": asked} if asked else "",
        "ties": _ties(link, family) if user.may(P.RESTRICTED_VIEW) else [],
    }


def _ties(link, family):
    """What the parted relations say, about people of this family by name, of the other one by who they are."""
    keys = [tie[end] for tie in link.ties for end in ("adult", "child")]
    names = dict(FamilyMember.every.filter(pk__in=keys, family=family).values_list("pk", "first_name"))
    return [_tie(tie, names) for tie in link.ties]


def _tie(tie, names):
    said = {
        "adult": names.get(tie["adult"]) or gettext("An adult of the other family"),
        "child": names.get(tie["child"]) or gettext("a child of the other family"),
        "who": FamilyMember.Relationship(tie["relationship"]).label,
    }
    words = [gettext("%(adult)s: %(who)s of %(child)s.") % said]
    if not tie["may_be_told"]:
        words.append(gettext("Must not be told about this child."))
    if tie["court_says"]:
        words.append(tie["court_says"])
    return " ".join(words)


def history(family, may):
    """Every act that changed the family's shape, newest first, with the way back where there is one."""
    found = StructureChange.objects.of_family(family).select_related("made_by", "undone_by", "other", "family")
    return [_told(change, family, may) for change in found]


def _told(change, family, may):
    return {
        "change": change,
        "title": change.get_kind_display(),
        "on": change.happened_on,
        "by": change.made_by,
        "reason": change.reason,
        "undone_at": change.undone_at,
        "undone_by": change.undone_by,
        "undo_until": change.undo_until,
        "undo_url": _undo_url(change, family) if needs(change) in may and not undoing.why_not(change) else "",
    }


def needs(change):
    """The permission to take a change back: that to make it."""
    by_supervisors = (StructureChange.Kind.MERGE, StructureChange.Kind.TRANSFER)
    return P.FAMILY_ASSIGN if change.kind in by_supervisors else P.FAMILY_EDIT


def _undo_url(change, family):
    return reverse("families:change-undo", args=[family.pk, change.pk])


def left_behind(family):
    """What stands under the keys of records merged into this one, by the name people use: it could not move."""
    found = {}
    for away in Family.every.filter(merged_into=family):
        for model, count in kept_behind(away).items():
            found[model] = found.get(model, 0) + count
    return [
        {"label": model._meta.verbose_name if count == 1 else model._meta.verbose_name_plural, "count": count}
        for model, count in found.items()
    ]
