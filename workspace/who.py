"""Small sentences about a family that the workspace's pages share. Reads only members already fetched."""

from django.utils import timezone
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from agency.templatetags.look import as_date, day
from families import panels as families_panels
from families.models import Language


def sentence(family):
    """“Elena and Rafael, with Angel (4) and Amaya (6 months).”"""
    said = families_panels.who(family)
    return f"{said}." if said else ""


def languages(family):
    """“Spanish and English at home.”"""
    also = [word.strip() for word in family.also_speaks.split(",") if word.strip()]
    spoken = get_text_list([str(Language(family.language).label), *also], _("and"))
    if family.needs_interpreter:
        return _("%(languages)s at home, with an interpreter.") % {"languages": spoken}
    return _("%(languages)s at home.") % {"languages": spoken}


def on(value):
    """A day inside a sentence: “signed today”, “signed Friday”, “signed Nov 20”."""
    said = day(value)
    return said.lower() if value and abs((as_date(value) - timezone.localdate()).days) <= 1 else said


def present(members):
    return [member for member in members if member.left_on is None]
