"""Small sentences about a family that the workspace's pages share. Reads only members already fetched."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from agency.languages import Language, named
from agency.words import listed
from families import panels as families_panels


def sentence(family):
    """“Elena and Rafael, with Angel (4) and Amaya (6 months).”"""
    said = families_panels.who(family)
    return f"{said}." if said else ""


def languages(family):
    """“Spanish and English at home.”"""
    also = [named(word) for word in family.also_speaks.split(",") if word.strip()]
    spoken = capfirst(listed([str(Language(family.language).label), *also]))
    if family.needs_interpreter:
        return _("%(languages)s at home, with an interpreter.") % {"languages": spoken}
    return _("%(languages)s at home.") % {"languages": spoken}


def present(members):
    return [member for member in members if member.left_on is None]
