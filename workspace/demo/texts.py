"""What people say in the demo: read once from workspace/content/demo."""

import json
import re
from functools import cache
from pathlib import Path

CONTENT = Path(__file__).parents[1] / "content" / "demo"
SPANISH = "es"


@cache
def read(name):
    return json.loads((CONTENT / f"{name}.json").read_text(encoding="utf-8"))


def said(pair, language):
    """One text in the language of who wrote it down."""
    return pair[SPANISH if language == SPANISH else "en"] if pair else ""


def fill(template, names):
    """A note's text with the names in it."""
    return re.sub(r"{(\w+)}", lambda found: names[found[1]], template)
