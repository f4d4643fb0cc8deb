"""The message catalogues: written anew from what our code says, compiled, checked; no system gettext is needed."""

import os
import re
from pathlib import Path

import polib
from django.conf import settings

from agency.said import said

PLACEHOLDER = re.compile(r"%(?:\((\w+)\))?[sdif]|%%")
PLURAL_FORMS = "nplurals=2; plural=(n != 1);"


def path_of(language):
    return Path(settings.LOCALE_PATHS[0]) / language / "LC_MESSAGES" / "django.po"


def update(language):
    """Write the catalogue anew: what is translated stays so, what nobody says any more goes."""
    path = path_of(language)
    old = {(entry.msgctxt, entry.msgid): entry for entry in polib.pofile(str(path))} if path.exists() else {}
    catalogue = polib.POFile(wrapwidth=120)
    catalogue.metadata = {
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": PLURAL_FORMS,
    }
    catalogue.extend(_entry(message, old.get(message.key)) for message in said())
    path.parent.mkdir(parents=True, exist_ok=True)
    catalogue.save(str(path))
    return catalogue


def _entry(message, old):
    """One line of the catalogue. Places are files without line numbers, so that an edit elsewhere changes nothing."""
    entry = polib.POEntry(
        msgid=message.msgid,
        msgctxt=message.context,
        occurrences=[(place, "") for place in sorted(set(message.places))],
        flags=["python-format"] if PLACEHOLDER.search(message.msgid) else [],
    )
    if message.plural:
        entry.msgid_plural = message.plural
        entry.msgstr_plural = dict(old.msgstr_plural) if old and old.msgstr_plural else {0: "", 1: ""}
    elif old:
        entry.msgstr = old.msgstr
    return entry


def compile_all():
    """Write each .mo that is missing or older than its .po; returns their languages."""
    stale = [path for path in Path(settings.LOCALE_PATHS[0]).glob("*/LC_MESSAGES/*.po") if _is_stale(path)]
    for path in stale:
        fresh = path.with_suffix(f".{os.getpid()}")  # several processes may start at once: whole files only
        polib.pofile(str(path)).save_as_mofile(str(fresh))
        fresh.replace(path.with_suffix(".mo"))
    return [path.parts[-3] for path in stale]


def _is_stale(path):
    compiled = path.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime < path.stat().st_mtime


def missing(language):
    """Sentences on what the catalogue of a language lacks: texts, placeholders."""
    path = path_of(language)
    entries = {(entry.msgctxt, entry.msgid): entry for entry in polib.pofile(str(path))} if path.exists() else {}
    for message in said():
        entry = entries.get(message.key)
        if entry is None:
            yield f"not in the catalogue: {message.msgid!r} ({message.places[0]})"
        elif not all(_texts(entry)) or entry.fuzzy:
            yield f"not translated: {message.msgid!r} ({message.places[0]})"
        elif any(_placeholders(text) not in _allowed(entry) for text in _texts(entry)):
            yield f"other placeholders: {message.msgid!r} ({message.places[0]})"


def _texts(entry):
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def _placeholders(text):
    return sorted(match[0] for match in PLACEHOLDER.finditer(text) if match[0] != "%%")


def _allowed(entry):
    """A singular may leave its number out, in either language."""
    both = [_placeholders(entry.msgid)]
    return both + ([_placeholders(entry.msgid_plural)] if entry.msgid_plural else [])
