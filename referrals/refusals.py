"""A parent's no to a school (45 CFR 1303.22(b)): whether it stands, and the sentence that says so."""

from django.utils import timezone
from django.utils.translation import gettext as _

from agency.days import written
from referrals.models import SchoolRefusal


def standing(child, on=None):
    """The no that binds for this child on a day, or None."""
    if child is None:
        return None
    return (
        SchoolRefusal.objects.standing(on or timezone.localdate()).filter(child=child).select_related("parent").first()
    )


def of_family(family, user):
    """Every no of this family, those that stand first."""
    rows = (
        SchoolRefusal.objects.visible_to(user).filter(family=family).select_related("child", "parent", "taken_back_by")
    )
    return sorted(rows, key=lambda row: row.taken_back_on is not None)


def standing_of(family, user):
    """The sentences of the noes that stand in this family."""
    return [sentence(no) for no in of_family(family, user) if no.taken_back_on is None]


def standing_words(no):
    """A no as the family's list says it: since when it holds, or when it was taken back."""
    said = {"who": no.parent.first_name, "day": written(no.refused_on)}
    words = _("%(who)s said no to any school on %(day)s.") % said
    if no.taken_back_on:
        back = {"who": no.taken_back_by.first_name, "day": written(no.taken_back_on)}
        words += " " + _("%(who)s took it back on %(day)s.") % back
    return words


def sentence(no):
    said = {"who": no.parent.first_name, "day": written(no.refused_on), "child": no.child.first_name}
    return _("%(who)s said no on %(day)s, so nothing about %(child)s goes to a school. Ask for a consent.") % said
