"""What a search found, as the rows of templates/search/_hit.html."""

from django.utils.translation import gettext as _

from agency.templatetags.look import day
from workspace import who


def groups(found, user):
    """The groups that have something, in the order of the page."""
    if found is None:
        return []
    every = [
        ("s-fam", _("Families"), "family", of_families(found, user)),
        ("s-kid", _("Children"), "sun", of_children(found)),
        ("s-part", _("Partners"), "partner", of_partners(found)),
        ("s-serv", _("Services"), "service", of_services(found)),
    ]
    return [{"id": at, "title": title, "icon": icon, "hits": rows} for at, title, icon, rows in every if rows]


def families_shown(found):
    """The families a page of these answers names."""
    return {*found.families, *(child.family for child in found.children)} if found else set()


def of_families(found, user):
    return [_of_family(family, found.phones.get(family.pk, ()), user) for family in found.families]


def _of_family(family, phones, user):
    mine = next((row for row in family.now if row.worker_id == user.pk), None)
    main = next((row.worker for row in family.now if row.kind == row.Kind.PRIMARY), None)
    said = [who.sentence(family), *(f"{phone.member.first_name}: {phone.value}." for phone in phones)]
    said += [f"{family.center}.", _with_worker(main) if main and main.pk != user.pk else ""]
    hit = {"title": str(family), "url": family.get_absolute_url(), "family": family, "what": _joined(said)}
    if mine is not None and mine.kind == mine.Kind.COVER:
        hit |= {"tone": "info", "chip_icon": "calendar", "chip": _("You cover")}
    if mine is not None and mine.kind == mine.Kind.TEAM:
        hit |= {"tone": "info", "chip_icon": "hand", "chip": _("You are on the team")}
    return hit


def _with_worker(worker):
    return _("With %(name)s.") % {"name": worker}


def _joined(sentences):
    return " ".join(sentence for sentence in sentences if sentence)


def of_children(found):
    return [_of_child(child) for child in found.children]


def _of_child(child):
    born = _("Born %(day)s.") % {"day": day(child.born_on)} if child.born_on else ""
    place = f"{child.place.program}, {child.place.center}." if child.place else ""
    return {
        "title": child.get_full_name(),
        "url": child.family.get_absolute_url(),
        "family": child.family,
        "what": _joined([born, place, f"{child.family}."]),
    }


def of_partners(found):
    return [
        {"title": row.name, "url": row.get_absolute_url(), "icon": "partner", "what": row.description[:160]}
        for row in found.partners
    ]


def of_services(found):
    return [_of_service(service) for service in found.services]


def _of_service(service):
    hit = {
        "title": service.name,
        "url": service.get_absolute_url(),
        "icon": "service",
        "what": _joined([f"{service.partner}.", service.description[:120]]),
    }
    if service.is_stale():
        return hit | {"tone": "attention", "chip_icon": "clock", "chip": _("Not checked for too long")}
    return hit | {"tone": "success", "chip_icon": "check-circle", "chip": _("Right")}
