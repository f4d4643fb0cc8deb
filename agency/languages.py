"""Languages of families and of partners' services. Codes of ISO 639-1, or 639-3 where there is no shorter one."""

from django.db import models
from django.utils.translation import get_language_info, override
from django.utils.translation import gettext_lazy as _

OURS = {"en": "English", "es": "Español"}  # the languages our own words exist in, each in its own words


class Language(models.TextChoices):
    """Languages families speak with us."""

    ENGLISH = "en", _("English")
    SPANISH = "es", _("Spanish")
    HMONG = "hmn", _("Hmong")
    ARABIC = "ar", _("Arabic")
    SOMALI = "so", _("Somali")
    VIETNAMESE = "vi", _("Vietnamese")
    HAITIAN = "ht", _("Haitian Creole")
    MIXTEC = "mix", _("Mixtec")
    CHINESE = "zh", _("Chinese")
    RUSSIAN = "ru", _("Russian")
    TAGALOG = "tl", _("Tagalog")
    OTHER = "und", _("another language")


def name_of(code):
    """A language's name as people read it; for one we have no word for, its code."""
    if code in Language.values:
        return str(Language(code).label)
    try:
        return get_language_info(code)["name_translated"]
    except KeyError:
        return code


def named(word):
    """A language somebody wrote in English, in the language of the page; a word we do not know stays as it is."""
    with override("en"):
        known = {str(language.label).lower(): language for language in Language}
    language = known.get(word.strip().lower())
    return str(language.label) if language else word.strip()


def others(language):
    """The other languages a screen or a paper can be read in, for components/_shared_bar.html."""
    return [{"code": code, "name": name, "url": f"?lang={code}"} for code, name in OURS.items() if code != language]
