"""What the frame of every page needs: the bar, the tabs, the person."""

from django.conf import settings
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from agency.access import Permission, Role
from agency.demo import demo_logins
from agency.models import Agency

# (permission that shows it, URL name, words, icon). The first four a person may see stand in the bar; on a phone the
# first two and the note stand in the tabs, the rest behind "More".
PLACES = [
    (Permission.STAFF, "workspace:my-day", _("My day"), "sun"),
    (Permission.FAMILY_VIEW, "families:list", _("Families"), "family"),
    (Permission.CASELOAD_VIEW, "supervision:caseloads", _("Caseloads"), "hand"),
    (Permission.SUPERVISION_HOLD, "supervision:sessions", _("Supervision"), "message"),
    (Permission.REPORT_VIEW, "reports:list", _("Reports"), "chart"),
    (Permission.GOAL_PROGRESS, "goals:classroom", _("Classroom"), "star"),
    (Permission.REFERRAL_VIEW, "referrals:mine", _("Referrals"), "referral"),
    (Permission.DIRECTORY_VIEW, "partners:directory", _("Directory"), "partner"),
    (Permission.ASSESSMENT_VIEW, "families:activities", _("Activities"), "calendar"),
    (Permission.SETTINGS_EDIT, "agency:settings", _("Settings"), "filter"),
    (Permission.ACCOUNT_EDIT, "agency:accounts", _("Staff"), "lock"),
]

# Pages of the workspace that belong to another place in the bar.
ROOMS_OF_FAMILIES = ("goals",)
APART = {
    "families:activit": "families:activities",
    "referrals:consent": "families:list",
    "referrals:disclosure": "families:list",
    "referrals:refusal": "families:list",
    "referrals:request": "families:list",
    "referrals:statement": "families:list",
    "referrals:": "referrals:mine",
    "supervision:session": "supervision:sessions",
    "supervision:decision": "families:list",
    "supervision:flag": "families:list",
    "supervision:consultation": "families:list",
}  # pages of a room that have a place of their own
AT_HOME_IN = {
    "workspace:family": "families:list",
    "goals:note-anywhere": "",
    "goals:classroom": "goals:classroom",
    "goals:phases": "supervision:caseloads",
    "goals:phase": "supervision:caseloads",
}


def shell(request):
    """`shell` for templates/base.html. Read only when a page uses it."""
    return {"shell": SimpleLazyObject(lambda: _shell(request))}


def _shell(request):
    user = getattr(request, "user", None)
    frame = {"agency": SimpleLazyObject(lambda: Agency.objects.first()), "demo": settings.DEMO, "nav": [], "tabs": []}
    frame |= {"demo_logins": demo_logins} if settings.DEMO else {}
    if user is None or not user.is_authenticated:
        return frame
    nav = [_place(request, *place) for place in PLACES if user.may(place[0]) and _has(user, place[1])]
    note_url = _note_url(request) if user.may(Permission.NOTE_EDIT) else None
    return frame | {
        "nav": nav,
        "tabs": _tabs(request, nav, note_url),
        "note_url": note_url,
        "search_url": reverse("workspace:search") if _may_find_something(user) else None,
        "more_url": reverse("workspace:more"),
        "profile_url": reverse("agency:profile"),
        "outbox_url": reverse("agency:outbox") if settings.DEMO and settings.MAIL == "outbox" else None,
        "initials": (user.first_name[:1] + user.last_name[:1]).upper() or user.username[:2].upper(),
    }


def _note_url(request):
    """On a family's page the note is about that family; elsewhere one chooses it first."""
    match = request.resolver_match
    here = getattr(match, "view_name", "")
    family = match.kwargs.get("pk" if here.startswith("workspace:") else "family_pk") if match else None
    return reverse("goals:note-add", args=[family]) if family else reverse("goals:note-anywhere")


def _has(user, name):
    """Who only keeps accounts has no day of their own; the classroom's goals are the teachers' place."""
    if name == "goals:classroom":
        return user.is_a(Role.TEAMMATE)
    return name != "workspace:my-day" or first_page(user) == reverse(name)


def _may_find_something(user):
    return user.may(Permission.FAMILY_VIEW) or user.may(Permission.DIRECTORY_VIEW)


def _place(request, permission, name, label, icon):
    here = getattr(request.resolver_match, "view_name", "")
    room = here.partition(":")[0]
    home = AT_HOME_IN.get(here, "families:list" if room in ROOMS_OF_FAMILIES else "")
    apart = next((place for start, place in APART.items() if here.startswith(start)), None)
    current = name == apart if apart else name in (here, home) or (name not in APART.values() and _is_room(name, room))
    return {"url": reverse(name), "label": label, "icon": icon, "current": current, "name": name}


def _is_room(name, room):
    return name.partition(":")[0] == room != "workspace"


def _tabs(request, nav, note_url):
    note = [{"url": note_url, "label": _("Note"), "icon": "pen", "current": False, "is_note": True}] if note_url else []
    more = {"url": reverse("workspace:more"), "label": _("More"), "icon": "more", "current": False}
    room = 5 - len(note) - 1
    places = sorted(nav, key=lambda place: place["name"] in ("agency:settings", "agency:accounts"))[:room]
    return [*places[:2], *note, *places[2:], more]


def first_page(user):
    """Where a person lands after log-in: an administrator has no families and goes to the accounts."""
    only_accounts = user.grants and all(grant.role == Role.ADMINISTRATOR for grant in user.grants)
    return reverse("agency:accounts" if only_accounts else "workspace:my-day")
