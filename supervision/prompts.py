"""Questions that open a talk, strengths first: ours, as data, in every language of the program."""

import json
from functools import cache
from pathlib import Path

from agency.words import Words

CONTENT = Path(__file__).parent / "content" / "prompts.json"


@cache
def groups():
    """The questions in groups: code, title, words. Printed, each speaks the language of the page."""
    return [
        {"code": one["code"], "title": Words(one["title"]), "questions": [Words(words) for words in one["words"]]}
        for one in json.loads(CONTENT.read_text(encoding="utf-8"))
    ]


def of(code, position=0):
    """One question of one group."""
    return next(group["questions"][position] for group in groups() if group["code"] == code)
