"""My day as its page shows it: the lists, the filters, what stands beside them."""

from django.core.paginator import Paginator
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agency import panels as agency_panels
from agency import planned
from agency.access import Permission
from agency.due import Clocks
from agency.templatetags.look import day as said
from agency.templatetags.look import on
from families.models import Family
from partners import due as partners_due
from partners import pages as partners_pages
from reports.glance import Glance
from supervision import panels as supervision_panels
from supervision.worklist import everything_due
from workspace import day, grouping, rows

PARTNERS_SHOWN = 4
A_GROUPED_PAGE = 100


def page(request):
    """Everything the page needs."""
    user, own, leads, clocks = request.user, day.mine(request.user), day.leads_a_team(request.user), Clocks()
    ids = own.ids
    items = everything_due(day.listed(user, own), user, clocks) if leads or ids else []
    mine = day.Day([item for item in items if item.family_id in ids], clocks)
    team = day.Day([item for item in items if item.family_id not in ids], clocks)
    cheers = mine.cheers()
    context = {
        "on": clocks.on,
        "greeting": greeting(user),
        "cheers": [_cheer(each) for each in cheers[: day.CHEERS]],
        "visits": [_visit(item) for item in mine.visits()],
        "drafts": _drafts(user),
        "leads": leads,
        "own": own,
        "glance": None if own.ids or leads else Glance.of(user, request.GET.get("program", "")),
        "with_partners": _with_partners(user, clocks),
        "supervision": supervision_panels.my_day(user, own.ids, clocks),
    }
    return context | _lists(request, day.parts(mine, team), mine, own.ids, len(cheers)) | _load(user, own)


def _with_partners(user, clocks):
    """What is due in our work with partners, for whoever keeps agreements: the first few, and the way to all."""
    if not user.may(Permission.MOU_EDIT):
        return None
    found = partners_due.items(user, clocks)
    near = partners_due.by_nearness(found[:PARTNERS_SHOWN], clocks.on)
    shown = [row for mark, items in near for row in partners_pages.due_part(mark, items, clocks.on)["rows"]]
    return {"rows": shown, "more": _("See all %(n)s") % {"n": len(found)}}


def _drafts(user):
    """What was begun and not saved. The family is named where this person may open it; the draft only hints at it."""
    begun = agency_panels.open_drafts(user)
    hinted = {draft["family_id"] for draft in begun} - {None}
    families = {one.pk: one for one in Family.objects.visible_to(user).filter(pk__in=hinted)} if hinted else {}
    return [draft | {"family": families.get(draft["family_id"])} for draft in begun]


def greeting(user):
    """Good morning until noon, good evening from six."""
    hour, name = timezone.localtime().hour, user.first_name or user.username
    if hour < 12:
        return _("Good morning, %(name)s") % {"name": name}
    if hour < 18:
        return _("Good afternoon, %(name)s") % {"name": name}
    return _("Good evening, %(name)s") % {"name": name}


def _lists(request, parts, mine, own_ids, cheers):
    """The lists: all of them, each with its first rows; or the one asked for, page by page; or put together anew."""
    every = {day.URGENT: mine.urgent() + parts[day.TEAM_URGENT]} | parts | {day.ASIDE: mine.aside()}
    shown = next((part for part in every if part.code == request.GET.get("show")), None)
    by = request.GET.get("group") if request.GET.get("group") in grouping.GROUPS else ""
    context = {
        "count": sum(len(items) for items in parts.values()),
        "urgent": len({item.family_id for item in every[day.URGENT]}),
        "filters": _filters(parts, every, shown, by, cheers, own_ids),
        "groupings": _groupings(shown, by),
        "shown": shown,
        "by": by,
    }
    listed, page = _listed(request, parts, every, shown, by, mine.clocks)
    named = [item for _head, items in listed for item in items[: day.A_SECTION] if item.family_id not in own_ids]
    workers = day.workers_of(named)
    doing = _doing(request)
    sections = [_section(head, items, mine.on, workers, doing) for head, items in listed]
    if shown and not by:
        sections[0]["count"] = page.paginator.count
    return context | {"sections": sections, "page": page}


def _listed(request, parts, every, shown, by, clocks):
    """[(head, items)] and the page of them; a head is its id, its title and the address of the whole list."""
    if by:
        items = every[shown] if shown else [item for items in parts.values() for item in items]
        page = Paginator(sorted(items, key=grouping.PLACES[by]), A_GROUPED_PAGE).get_page(request.GET.get("page"))
        return [((code, title, ""), listed) for code, title, listed in grouping.groups(page, by, clocks)], page
    if shown:
        page = Paginator(every[shown], day.A_SECTION).get_page(request.GET.get("page"))
        return [((shown.code, shown.title, ""), list(page))], page
    here = reverse("workspace:my-day")
    listed = {part: items for part, items in parts.items() if items}
    return [((part.code, part.title, f"{here}?show={part.code}"), items) for part, items in listed.items()], None


def _doing(request):
    """The end of the addresses that open what can be done in place; None for who only looks."""
    if not request.user.may(Permission.NOTE_EDIT):
        return None
    asked = {name: request.GET[name] for name in ("show", "group", "page") if name in request.GET}
    return f"?{urlencode({'back': urlencode(asked)})}" if asked else ""


def _section(head, items, on, workers, doing):
    code, title, url = head
    section = {"id": f"s-{code}", "title": title, "icon": "", "count": len(items)}
    section["rows"] = [rows.of_day(item, on, workers.get(item.family_id), doing) for item in items[: day.A_SECTION]]
    if url and len(items) > day.A_SECTION:
        section["url"] = url
        section["more"] = _("The first %(n)s of %(all)s. See all") % {"n": day.A_SECTION, "all": len(items)}
    return section


def _address(shown, by):
    """My day with a list and a way of putting it together: codes only, so no address holds a name."""
    asked = {name: code for name, code in (("show", shown.code if shown else ""), ("group", by)) if code}
    return reverse("workspace:my-day") + (f"?{urlencode(asked)}" if asked else "")


def _filters(parts, every, shown, by, cheers, own_ids):
    """Links with counts; who serves nobody is shown no empty ones."""
    count = sum(len(items) for items in parts.values())
    links = [{"url": _address(None, by), "label": _("Everything"), "count": count, "current": shown is None}]
    listed = [part for part in day.FILTERS if own_ids or every[part] or part == shown]
    listed += [day.ASIDE] if every[day.ASIDE] or shown == day.ASIDE else []
    for part in listed:
        link = {"url": _address(part, by), "label": part.filter, "icon": part.icon}
        links.append(link | {"count": len(every[part]), "current": part == shown})
    if cheers:
        links.append({"url": "#s-cheer", "label": _("Celebrate"), "icon": "star", "count": cheers})
    return links


def _groupings(shown, by):
    """In which lists the day is put together; the first is the usual one."""
    ways = {"": _("As the day goes")} | grouping.GROUPS
    return [{"url": _address(shown, way), "label": label, "current": way == by} for way, label in ways.items()]


def _cheer(item):
    name = _("%(family)s:") % {"family": rows.family_of(item)}
    return {"who": name, "text": item.what, "url": item.url, "act": item.act, "family": item.family_id}


def _visit(item):
    return {"label": said(item.due_on), "value": f"{rows.family_of(item)}: {item.what}", "url": item.url}


def _load(user, own):
    """The person's own count against their limit; only main workers have one."""
    if not own.planned or not user.may(Permission.REPORT_OWN):
        return {"load": None}
    limit = planned.limits([user.pk])[user.pk]
    return {"load": {"planned": own.planned, "all": len(own.ids), "limit": limit}, "covers": _covers(own.covers)}


def _covers(covers):
    """“And 3 you cover for Jamal until December 4.”"""
    if not covers:
        return ""
    names = ", ".join(sorted({row.covers_for for row in covers if row.covers_for}))
    last = max((row.ends_on for row in covers if row.ends_on), default=None)
    facts = {"n": len(covers), "names": names or _("a colleague"), "day": on(last)}
    if last:
        words = ngettext(
            "And %(n)s you cover for %(names)s until %(day)s.",
            "And %(n)s you cover for %(names)s until %(day)s.",
            len(covers),
        )
    else:
        words = ngettext("And %(n)s you cover for %(names)s.", "And %(n)s you cover for %(names)s.", len(covers))
    return words % facts


def families_shown(context):
    """Primary keys of the families this page names."""
    listed = {row["family"].pk for section in context["sections"] for row in section["rows"]}
    talked = supervision_panels.families_shown(context["supervision"])
    begun = set() if context["shown"] else {draft["family"].pk for draft in context["drafts"] if draft["family"]}
    return listed | begun | talked | {cheer["family"] for cheer in context["cheers"]}


def places(user):
    """Where somebody goes from here, with a word on what is there."""
    known = {
        "supervision:caseloads": (Permission.CASELOAD_VIEW, "hand", _("Caseloads"), _("Who carries how much.")),
        "reports:list": (Permission.REPORT_VIEW, "chart", _("Reports"), _("Numbers that open into families.")),
        "partners:directory": (
            Permission.DIRECTORY_EDIT,
            "partner",
            _("Directory"),
            _("Who helps, and how to reach them."),
        ),
        "families:list": (Permission.FAMILY_VIEW, "family", _("Families"), _("All the families your role opens.")),
        "agency:settings": (
            Permission.SETTINGS_EDIT,
            "calendar",
            _("Settings"),
            _("Programs, years, days that count, and what ran in the background."),
        ),
        "agency:accounts": (Permission.ACCOUNT_EDIT, "lock", _("Staff accounts"), _("Who may come in, and as what.")),
    }
    return [
        {"name": name, "url": reverse(url), "what": what, "icon": icon}
        for url, (permission, icon, name, what) in known.items()
        if user.may(permission)
    ]


def rooms(user):
    """Pages that stand in no bar, for who may open them."""
    every = [
        (Permission.FAMILY_VIEW, "workspace:agenda", "calendar", _("Agenda")),
        (Permission.NOTE_EDIT, "goals:notes-find", "search", _("Find in notes")),
        (Permission.NOTE_EDIT, "goals:note-many", "pen", _("A note to several families")),
        (Permission.NOTE_VIEW, "goals:texts", "note", _("Texts for notes")),
        (Permission.GOAL_PROGRESS, "goals:classroom", "sun", _("In the classroom")),
        (Permission.REPORT_OWN, "reports:own-month", "chart", _("Figures of my families")),
        (Permission.SUPERVISION_VIEW, "supervision:sessions", "message", _("Supervision")),
        (Permission.SUPERVISION_COUNT, "supervision:coverage", "message", _("Supervision held")),
    ]
    return [
        {"url": reverse(name), "icon": icon, "label": label}
        for permission, name, icon, label in every
        if user.may(permission)
    ]
