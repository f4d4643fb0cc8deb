"""First, middle, end: conversations side by side, question by question. A family gets no score.

Versions may differ: questions are matched by their code, and one that was asked only at some of the times says so.
"""

from statistics import median

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency.access import Permission
from agency.templatetags.look import day
from agency.words import listed
from families.models import Answer, Assessment, Item, Outcome

MOST = 4  # beside each other on one page
IN_WORDS = {
    5: gettext_lazy("a strength"),
    4: gettext_lazy("going well"),
    3: gettext_lazy("getting by"),
    2: gettext_lazy("hard"),
    1: gettext_lazy("in need of help"),
}


def page(family, user, asked=()):
    """All that the comparison page shows. `asked` are the conversations to compare, else the telling ones are taken."""
    held = list(
        Assessment.objects.visible_to(user)
        .filter(family=family)
        .done()
        .select_related("version__instrument")
        .order_by("done_on", "pk")
    )
    chosen = [talk for talk in held if talk.pk in asked][-MOST:] or telling(held)
    found = {"held": held, "chosen": chosen, "names": [name_of(talk) for talk in chosen], "most": MOST}
    if len(chosen) < 2:
        return found
    items, levels = _items(chosen, user), _levels(chosen, user)
    groups = [_group(number, items, levels, chosen, found["names"]) for number in Outcome.values]
    groups = [group for group in groups if group["rows"] or group["apart"]]
    return found | {
        "groups": groups,
        "plotted": [group for group in groups if group["of"]],
        "differ": len({talk.version_id for talk in chosen}) > 1,
    }


def telling(held):
    """The first and the latest conversation, and the one in the middle of what lies between."""
    if len(held) <= 2:
        return held
    between = held[1:-1]
    return [held[0], between[len(between) // 2], held[-1]]


def name_of(talk):
    """“First, Oct 14”: what a column is called."""
    return _("%(occasion)s, %(day)s") % {"occasion": _short(talk), "day": day(talk.done_on)}


def _short(talk):
    return {"first": _("First"), "middle": _("Middle"), "end": _("End")}[talk.occasion]


def _items(chosen, user):
    """Each question once, in its newest wording, with the versions that asked it; restricted ones for who may read."""
    newest = {talk.version_id: place for place, talk in enumerate(chosen)}
    asked = Item.objects.filter(version__in=newest).select_related("category")
    may_see = user.may(Permission.RESTRICTED_VIEW)
    items = {}
    for item in sorted(asked, key=lambda item: newest[item.version_id]):
        if may_see or not (item.category and item.category.is_restricted):
            versions = items[item.code].versions if item.code in items else set()
            item.versions = versions | {item.version_id}
            items[item.code] = item
    return sorted(items.values(), key=lambda item: (item.outcome, item.position))


def _levels(chosen, user):
    """{(conversation, question's code): level} of all that was given one."""
    given = Answer.objects.visible_to(user).filter(assessment__in=chosen).exclude(level=None)
    return {(talk, code): level for talk, code, level in given.values_list("assessment", "item__code", "level")}


def _group(number, items, levels, chosen, names):
    """One outcome: its questions, what changed, and the middle answer of those given a level every time."""
    rows, apart = [], []
    for item in (item for item in items if item.outcome == number):
        row = _row(item, [levels.get((talk.pk, item.code)) for talk in chosen], names)
        asked = [talk for talk in chosen if talk.version_id in item.versions]
        if len(asked) < 2:
            apart.append({"label": item.label, "when": listed([name_of(talk) for talk in asked])})
        elif any(row["levels"]):
            rows.append(row)
    whole = [row["levels"] for row in rows if all(row["levels"])]
    ends = [(given[0], given[-1]) for given in whole]
    values = [median(given) for given in zip(*whole, strict=True)]
    return {
        "number": number,
        "label": str(chosen[-1].version.outcome(number)["name"]),
        "rows": rows,
        "apart": apart,
        "values": values,
        "told": [{"name": name, "value": value} for name, value in zip(names, values, strict=False)],
        "of": len(whole),
        "up": sum(last > first for first, last in ends),
        "same": sum(last == first for first, last in ends),
        "down": sum(last < first for first, last in ends),
    }


def _row(item, levels, names):
    given = [level for level in levels if level]
    return {
        "label": item.label,
        "levels": levels,
        "said": [
            {"name": name, "level": level, "words": IN_WORDS.get(level, _("no level"))}
            for name, level in zip(names, levels, strict=True)
        ],
        "change": _change(given),
        "way": _way(given),
    }


def _change(given):
    """What became of it, in words: “was hard, now going well”."""
    if len(given) < 2:
        return ""
    words = {"then": IN_WORDS[given[0]], "now": IN_WORDS[given[-1]]}
    if given[0] == given[-1]:
        return _("%(now)s, as before") % words
    return _("was %(then)s, now %(now)s") % words


def _way(given):
    if len(given) < 2 or given[0] == given[-1]:
        return ""
    return "up" if given[-1] > given[0] else "down"
