"""The agenda: what My day knows is due, laid out by days; made of the same computations, so both always agree."""

from datetime import timedelta

from django.utils.translation import gettext as _

from agency.due import Clocks
from supervision.worklist import CELEBRATE, everything_due, is_overdue
from workspace import day, rows

WEEK, MONTH = 7, 28


def items(user, on, days):
    """What falls on one of `days` days from `on`; the clocks look as far ahead as the agenda does."""
    own = day.mine(user)
    families = day.listed(user, own)
    if not families:
        return [], Clocks(on)
    clocks = Clocks(on + timedelta(days=days - WEEK))
    due = everything_due(families, user, clocks)
    last = on + timedelta(days=days - 1)
    return [item for item in due if item.kind != CELEBRATE and item.due_on <= last], clocks


def days(user, on, length):
    """The days of the agenda, each with its rows; and how many things are past their day, which My day lists."""
    found, clocks = items(user, on, length)
    late = sum(is_overdue(item, on) for item in found)
    ahead = [on + timedelta(days=number) for number in range(length)]
    by_day = {each: [row(item, clocks, on) for item in found if item.due_on == each] for each in ahead}
    return {"late": late, "days": [{"on": each, "rows": listed} for each, listed in by_day.items()]}


def row(item, clocks, on):
    """A row for components/_due_row.html: the kind of thing, for what is counted in days changes until then."""
    shown = rows.of_day(item, on)
    title = rows.title(item, clocks)
    is_counted = clocks.rule(item.kind) is not None and item.due_on > on
    return shown | {"what": title if is_counted else item.what, "kind": title}


def families_shown(found):
    """Primary keys of the families the page names."""
    return {each["family"].pk for one in found["days"] for each in one["rows"]}


def initials(name):
    """A family in somebody's own calendar: its initials, and nothing else."""
    return "".join(f"{word[0].upper()}." for word in name.split() if word[0].isalpha()) or _("a family")
