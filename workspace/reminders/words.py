"""The words of the mails: how many of what, and where to look. No family, no member, no initials, no record's key."""

from itertools import pairwise
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from workspace import rows

BESIDE = {  # what stands beside the lists of My day, and where it is read
    "cheer": (gettext_lazy("To celebrate"), "workspace:my-day"),
    "partners": (gettext_lazy("In our work with partners"), "partners:partnerships"),
    "supervision": (gettext_lazy("About supervision"), "supervision:sessions"),
    "drafts": (gettext_lazy("Begun and not saved"), "workspace:my-day"),
}
WEEK = {
    "families": (gettext_lazy("Families with a main worker"), "supervision:caseloads"),
    "urgent": (gettext_lazy("Somebody at risk, no first step yet"), "supervision:caseloads"),
    "past": (gettext_lazy("Something is past its day"), "supervision:caseloads"),
    "escalated": (gettext_lazy("Past its day for so long that you should hear of it"), "supervision:caseloads"),
    "no_contact": (gettext_lazy("Nobody has talked with them for too long"), "supervision:caseloads"),
    "old_referrals": (gettext_lazy("A partner was asked long ago"), "supervision:caseloads"),
    "flags": (gettext_lazy("A flag waits for an answer"), "supervision:caseloads"),
    "consultations": (gettext_lazy("A consultation is due"), "supervision:caseloads"),
    "supervision": (gettext_lazy("Workers whose supervision is overdue"), "supervision:sessions"),
}
MONTH = {
    "families": (gettext_lazy("Families with a main worker"), "supervision:caseloads"),
    "past": (gettext_lazy("Families with something past its day"), "supervision:caseloads"),
    "notices": (gettext_lazy("Families that wait for a notice"), "supervision:caseloads"),
    "agreements": (gettext_lazy("Agreements and promises with partners that come up"), "partners:partnerships"),
    "agreements_past": (gettext_lazy("Of these past their day"), "partners:partnerships"),
}
WITH_KINDS = ("today", "late", "week")
TOLD_ALWAYS = ("families", "past")


def address(name, query=""):
    return settings.SITE_URL + reverse(name) + query


def line(label, n, url, kinds=()):
    return {"label": str(label), "n": n, "url": url, "kinds": [{"name": name, "n": count} for name, count in kinds]}


def of_the_day(waiting, choice):
    """Lines of a person's own day: each list of My day with something in it."""
    lines = [_list(waiting, code) for code in waiting.wanted(choice)]
    if waiting.at_risk:
        lines.insert(0, line(_("Somebody is at risk today"), waiting.at_risk, _my_day("urgent")))
    return _each_address_once(lines)


def _each_address_once(lines):
    """Lines that lead to the same page share its address: it stands under the last of them."""
    for one, following in pairwise(lines):
        if one["url"] == following["url"]:
            one["url"] = ""
    return lines


def _list(waiting, code):
    if code in BESIDE:
        label, name = BESIDE[code]
        return line(label, waiting.counts[code], address(name))
    kinds = waiting.kinds[code].most_common() if code in WITH_KINDS else ()
    named = sorted(((name, n) for name, n in kinds if name), key=lambda one: (-one[1], one[0]))
    return line(waiting.titles[code], waiting.counts[code], _my_day(code), named)


def _my_day(code):
    return address("workspace:my-day", f"?show={code}")


def of_the_week(counts):
    told = ((code, label, name) for code, (label, name) in WEEK.items() if _is_told(code, counts))
    return _each_address_once([line(label, counts[code], address(name)) for code, label, name in told])


def of_the_month(counts, clocks):
    kinds = [(_called(kind, clocks), n) for kind, n in counts["by_clock"].items()]
    lines = [
        line(label, counts[code], address(name), kinds if code == "past" else ())
        for code, (label, name) in MONTH.items()
        if _is_told(code, counts)
    ]
    held = _("Supervision last month: %(held)s held, %(due)s due") % {
        "held": counts["supervision_held"],
        "due": counts["supervision_due"],
    }
    return _each_address_once([*lines, line(held, None, address("supervision:coverage"))])


def _called(kind, clocks):
    """A kind of thing, as the agency or its room calls it."""
    return str(clocks.rule(kind) or rows.KINDS.get(kind, kind))


def _is_told(code, counts):
    return counts[code] or code in TOLD_ALWAYS


def digest(user, on, sections, todo):
    """The mail of the day. `todo` is how many things wait for this person; none when only a team is told of."""
    words = {"sections": [one for one in sections if one["lines"]], "on": on, "todo": todo, "choices": _choices()}
    return _mail("digest", user, f"digest-{user.pk}-{on:%Y%m%d}", words)


def urgent(user, on, slot, own, team):
    """The mail between two days: so many new things, here and in the team."""
    words = {
        "own": own,
        "team": team,
        "own_url": _my_day("urgent"),
        "team_url": _my_day("team-urgent"),
    }
    return _mail("digest_urgent", user, f"urgent-{user.pk}-{on:%Y%m%d}-{slot}", words)


def _choices():
    return address("agency:reminders")


def _mail(name, user, key, words):
    """The same person, day and slot always carry the same Message-ID: a mail server that gets it twice can tell."""
    subject = " ".join(render_to_string(f"emails/{name}_subject.txt", words).split())
    body = "\n".join(_without_gaps(render_to_string(f"emails/{name}.txt", words)))
    headers = {"Message-ID": f"<{key}@{urlsplit(settings.SITE_URL).hostname}>", "Auto-Submitted": "auto-generated"}
    return EmailMessage(subject, body, None, [user.email], headers=headers)


def _without_gaps(text):
    """Lines, with never more than one empty one between them."""
    before = ""
    for one in text.strip().splitlines():
        one = one.rstrip()
        if one or before:
            yield one
        before = one
    yield ""
