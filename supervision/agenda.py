"""What a session could be about, composed when it is looked at from the caseload's figures, flags and decisions."""

from dataclasses import dataclass
from types import SimpleNamespace

from django.db.models import Q
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agency.access import Permission
from agency.due import Clocks
from supervision import pages
from supervision.caseloads import caseloads
from supervision.due import CONSULTATION, FLAG
from supervision.models import Decision, Topic

SUGGESTED = 6
MOST_PRESSING = ("urgent", "no_contact", "old_referral", "not_welcomed", "overdue", "stuck", "agreement", "celebration")
EARLIER_SHOWN = 8


@dataclass
class Agenda:
    """Everything the page of a session shows beside what is typed on it."""

    load: object  # None in a session of an earlier day: today's figures say nothing of it
    strengths: list
    topics: list
    hidden_topics: int  # families on the list that this person may no longer open
    suggestions: list
    decided: list  # in this session
    from_last_time: list
    last: object
    facts: list

    def families_shown(self):
        """Primary keys of the families this page names."""
        named = [row.family_id for row in [*self.topics, *self.decided, *self.from_last_time]]
        return {pk for pk in named if pk} | {row["family"].pk for row in self.suggestions}


def compose(session, user):
    """The agenda of a session opened by `supervision.opening.open_session`, as one of its two people may see it."""
    clocks = Clocks()
    load = _load(session, user, clocks)
    topics = _topics(session, user, load)
    last = session.last and SimpleNamespace(**session.last | {"held_on": parse_date(session.last["held_on"])})
    decisions = _decisions(session, last, user)
    return Agenda(
        load=load,
        strengths=strengths(load),
        topics=topics,
        hidden_topics=session.brought - len(topics),
        suggestions=_suggestions(load, topics) if session.is_planned else [],
        decided=[one for one in decisions if one.session_id == session.pk],
        from_last_time=[one for one in decisions if one.session_id != session.pk][:EARLIER_SHOWN],
        last=last,
        facts=_facts(load, user, session, clocks) if load else [],
    )


def _load(session, user, clocks):
    """The caseload as it stands, while these two may still talk about it."""
    if not session.is_planned and session.held_on != clocks.on:
        return None
    permission = Permission.CASELOAD_VIEW if user.pk == session.supervisor_id else Permission.FAMILY_VIEW
    return caseloads([session.worker], user, clocks, permission)[0]


def strengths(load):
    """What the worker does well, read from the same figures: a sentence only where there is something to say."""
    if not load or not load.planned:
        return []
    said = []
    in_touch, agreed = load.planned - load.count("no_contact"), load.planned - load.count("agreement")
    if in_touch * 2 > load.planned:
        said.append(_("In touch with %(n)s of %(all)s families") % {"n": in_touch, "all": load.planned})
    if agreed * 2 > load.planned:
        said.append(_("%(n)s of %(all)s families have written an agreement") % {"n": agreed, "all": load.planned})
    if load.count("celebration"):
        said.append(
            ngettext(
                "%(n)s family with something to celebrate this month",
                "%(n)s families with something to celebrate this month",
                load.count("celebration"),
            )
            % {"n": load.count("celebration")}
        )
    if not load.count("not_welcomed") and not load.count("urgent"):
        said.append(_("Every new family is welcomed, and no urgent need waits"))
    return said


def _topics(session, user, load):
    """What both have put on the list, each with the reason the figures give for its family."""
    topics = list(Topic.objects.visible_to(user).filter(session=session).select_related("family", "brought_by"))
    for topic in topics:
        topic.code, reason = _pressing(load, topic.family_id)
        topic.reason = str(reason.text) if reason else ""
    return topics


def _pressing(load, family_id):
    """(code, reason) of the figure that presses most for this family, or (None, None)."""
    if load is None:
        return None, None
    found = ((code, load.reasons[code].get(family_id)) for code in MOST_PRESSING)
    return next(((code, reason) for code, reason in found if reason), (None, None))


def _suggestions(load, topics):
    """Families that flags, a missing consultation or the figures speak for, and nobody has put on the list yet."""
    taken, rows = {topic.family_id for topic in topics}, {}
    for pk, what, is_urgent in _spoken_for(load):
        if pk not in taken and pk not in rows:
            family = load.families[pk]
            rows[pk] = {"family": family, "who": str(family), "what": what, "urgent": is_urgent}
    return sorted(rows.values(), key=lambda row: not row["urgent"])[:SUGGESTED]


def _spoken_for(load):
    """(family, why, urgent): first what this room itself waits for, then the figures by how much they press."""
    for item in load.due:
        if item.kind in (FLAG, CONSULTATION):
            yield item.family_id, item.what, False
    for code in MOST_PRESSING:
        for pk, reason in load.reasons[code].items():
            yield pk, str(reason.text), code == "urgent"


def _decisions(session, last, user):
    """What this session decided, what was taken on in the last, and what is still open from earlier ones."""
    found = Decision.objects.visible_to(user).filter(session__worker=session.worker_id)
    wanted = Q(session=session) | Q(owner__isnull=False, done_on=None)
    if last:
        wanted |= Q(session=last.pk)
    if session.held_on:
        found = found.filter(session__held_on__lte=session.held_on)
    return list(found.filter(wanted).select_related("family", "owner", "passed_to").order_by("due_on", "pk"))


def _facts(load, user, session, clocks):
    """The caseload in four lines, each opening its list for whoever may open it."""
    opens = user.pk == session.supervisor_id
    url = pages.url_of(load.worker) if opens else ""
    lines = [(_("Weighted load"), f"{load.load:g}", "")]
    for code in ("overdue", "no_contact", "urgent", "stuck"):
        if load.count(code):
            lines.append((pages.label(pages.BY_CODE[code], clocks), load.count(code), url and f"{url}?show={code}"))
    return [{"label": label, "value": value, "url": link} for label, value, link in lines]
