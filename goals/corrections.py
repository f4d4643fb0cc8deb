"""What a correction changed in a note, word by word."""

import re
from difflib import SequenceMatcher

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from agency.templatetags.look import day
from goals.models import ProgressNote

LONGEST = 4000  # words; a longer text is shown whole, before and after


def pieces(before, after):
    """The text as pieces of (what became of it, words): "same", "gone" or "new"."""
    old, new = (re.findall(r"\s+|\S+", text) for text in (before, after))
    if len(old) + len(new) > LONGEST:
        return [("gone", before), ("new", after)]
    found = []
    for what, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            found.append(("same", "".join(old[first:last])))
            continue
        found += [
            (kind, words)
            for kind, words in (("gone", "".join(old[first:last])), ("new", "".join(new[start:end])))
            if words
        ]
    return found


def facts(before, after):
    """The other things that changed: a label, what it was, what it is."""
    rows = [
        (_("How"), capfirst(_contact(before.contact)), capfirst(_contact(after.contact))),
        (_("When"), day(before.happened_on), day(after.happened_on)),
        (_("Minutes"), before.minutes, after.minutes),
        (_("Who else was there"), before.others_present, after.others_present),
        (_("What comes next"), before.next_step, after.next_step),
        (_("On"), day(before.next_on), day(after.next_on)),
    ]
    return [{"label": label, "before": old or "", "after": new or ""} for label, old, new in rows if old != new]


def _contact(code):
    return str(ProgressNote.Contact(code).label)
