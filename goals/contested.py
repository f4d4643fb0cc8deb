"""What parents say about a goal they see differently goes wherever the goal goes (45 CFR 1303.24(c)), so onto paper.

Their words are kept in a room further up, which adds itself to `sayers` when the app is ready: a function
(keys of goals) → {key: [(who, day, words)]}.
"""

from django.utils.translation import gettext as _

from agency.days import written

sayers = []


def said_about(goals):
    """{key of a goal: [{"who", "words"}]} for the goals a parent contests, in the language of the paper."""
    found = {}
    for say in sayers if goals else ():
        for goal, rows in say(goals).items():
            found.setdefault(goal, []).extend(_as_read(*row) for row in rows)
    return found


def _as_read(who, day, words):
    said = {"who": who, "day": written(day)}
    return {"who": _("%(who)s says about this, %(day)s:") % said, "words": words}
