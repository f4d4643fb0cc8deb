"""What the directory of a new agency starts with: sensitive kinds of help and their words. What is there stays."""

import json
from pathlib import Path

from agency.models import Agency, ServiceCategory
from agency.words import Words
from partners.models import SensitiveKind, SensitiveNotice

CONTENT = Path(__file__).parent / "content"


def load_sensitive_kinds():
    """Each kind with the kinds of help it is made of, and its words from today on."""
    known = set(SensitiveKind.objects.values_list("code", flat=True))
    helps = {category.code: category for category in ServiceCategory.objects.all()}
    for position, row in enumerate(json.loads((CONTENT / "sensitive.json").read_text(encoding="utf-8"))):
        if row["code"] not in known:
            kind = SensitiveKind.objects.create(code=row["code"], name=Words(row["name"]), position=position)
            kind.categories.set(helps[code] for code in row["categories"] if code in helps)
            SensitiveNotice.objects.create(kind=kind, words=Words(row["words"]))


def bring_up_to_date(plan=(), **_signal):
    """After each migration, an agency that is set up gets the kinds that are new."""
    goes_back = any(backwards for _migration, backwards in plan)
    if not goes_back and Agency.objects.exists():
        load_sensitive_kinds()
