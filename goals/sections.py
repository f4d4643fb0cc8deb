"""The parts of our agreement in the manager's order; until a manager changes them, those that come with the program."""

import json
from functools import cache
from pathlib import Path

from django.utils.text import slugify

from agency.words import Words
from goals.models import FormSection

STANDARD = Path(__file__).parent / "content" / "agreement-form.json"
WORDS = ("heading", "help", "text")


@cache
def _read():
    return json.loads(STANDARD.read_text(encoding="utf-8"))


def standard():
    """The form that comes with the program, not saved yet."""
    return [_section(position, row) for position, row in enumerate(_read(), start=1)]


def _section(position, row):
    words = {name: Words(row.get(name, {})) for name in WORDS}
    return FormSection(code=row["code"], kind=row["kind"], position=position, **words)


def sections():
    """Every part of the form, also those that do not stand on the agreement now."""
    return list(FormSection.objects.all()) or standard()


def asked():
    """The parts that stand on an agreement written today."""
    return [section for section in sections() if section.is_asked]


def adopt():
    """Make the form that comes with the program the agency's own, so that it can be changed. Safe to do twice."""
    if not FormSection.objects.exists():
        FormSection.objects.bulk_create(standard(), ignore_conflicts=True)


def free_code(words, model):
    """A short name made of the English words, once; a second of the same words gets a number."""
    code = slugify(words)[:50] or "part"
    taken = set(model.objects.values_list("code", flat=True))
    return next(name for name in (code, *(f"{code}-{n}" for n in range(2, 99))) if name not in taken)


def as_content(section, answer=""):
    """A part as it is frozen into a signed version, with every language it has."""
    words = {name: dict(getattr(section, name)) for name in ("heading", "text")}
    return {"code": section.code, "kind": section.kind, "answer": answer, **words}


def before_forms():
    """The parts of a version that was signed before the form was the manager's to set."""
    kinds = (FormSection.Kind.BRINGS, FormSection.Kind.GOALS, FormSection.Kind.CHOICE)
    return [as_content(section) for section in standard() if section.kind in kinds]
