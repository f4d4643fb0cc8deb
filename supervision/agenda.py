"""What a session could be about, composed when it is looked at from the caseload's figures, flags and decisions."""

from dataclasses import dataclass, field

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agency.access import Permission
from agency.due import Clocks
from supervision import pages
from supervision.caseloads import caseloads
from supervision.due import without_consultation
from supervision.models import CaseFlag, Decision, Session, Topic

SUGGESTED = 6
MOST_PRESSING = ("urgent", "no_contact", "old_referral", "not_welcomed", "overdue", "stuck", "agreement", "celebration")
EARLIER_SHOWN = 8


@dataclass
class Agenda:
    """Everything the page of a session shows beside what is typed on it."""

    load: object
    strengths: list
    topics: list
    hidden_topics: int  # families on the list that this person may no longer open
    suggestions: list
    from_last_time: list
    last: Session | None
    limit: int
    facts: list = field(default_factory=list)

    def families_shown(self):
        """The families this page names."""
        named = [topic.family for topic in self.topics] + [row["family"] for row in self.suggestions]
        named += [decision.family for decision in self.from_last_time]
        return {family.pk for family in named if family is not None}


def compose(session, user):
    """The agenda of one session, as one of its two people may see it."""
    clocks = Clocks()
    permission = Permission.CASELOAD_VIEW if user.pk == session.supervisor_id else Permission.FAMILY_VIEW
    load = caseloads([session.worker], user, clocks, permission)[0]
    topics = _topics(session, user, load, clocks)
    last = _last(session)
    return Agenda(
        load=load,
        strengths=strengths(load, clocks),
        topics=topics,
        hidden_topics=session.topics.count() - len(topics),
        suggestions=_suggestions(session, user, load, topics, clocks) if session.is_planned else [],
        from_last_time=_from_last_time(session, last, user),
        last=last,
        limit=pages.limit(),
        facts=_facts(load, user, session, clocks),
    )


def strengths(load, clocks):
    """What the worker does well, read from the same figures: a sentence only where there is something to say."""
    if not load.planned:
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


def _topics(session, user, load, clocks):
    """What both have put on the list, each with the reason the figures give for its family."""
    topics = list(Topic.objects.visible_to(user).filter(session=session).select_related("family", "brought_by"))
    for topic in topics:
        code, reason = _pressing(load, topic.family_id)
        topic.code, topic.reason = code, str(reason.text) if reason else ""
    return topics


def _pressing(load, family_id):
    """(code, reason) of the figure that presses most for this family, or (None, None)."""
    found = ((code, load.reasons[code].get(family_id)) for code in MOST_PRESSING)
    return next(((code, reason) for code, reason in found if reason), (None, None))


def _suggestions(session, user, load, topics, clocks):
    """Families that flags, a missing consultation or the figures speak for, and nobody has put on the list yet."""
    taken = {topic.family_id for topic in topics}
    rows = {}
    for pk, why in _spoken_for(user, load, clocks):
        if pk in load.families and pk not in taken and pk not in rows:
            rows[pk] = {"family": load.families[pk], "who": str(load.families[pk]), "what": why, "urgent": False}
    for code in MOST_PRESSING:
        for pk, reason in load.reasons[code].items():
            if pk not in taken and pk not in rows:
                family = load.families[pk]
                rows[pk] = {"family": family, "who": str(family), "what": str(reason.text), "urgent": code == "urgent"}
    return sorted(rows.values(), key=lambda row: not row["urgent"])[:SUGGESTED]


def _spoken_for(user, load, clocks):
    flags = CaseFlag.objects.visible_to(user).open().filter(family__in=list(load.families)).order_by("said_at", "pk")
    for flag in flags:
        yield flag.family_id, _("A flag: %(reason)s.") % {"reason": flag.get_reason_display()}
    for row in without_consultation(user, clocks.on).filter(family__in=list(load.families)):
        due_on = clocks.due_on("child_welfare_consultation", row["last_on"] or row["since"])
        if due_on and clocks.shows("child_welfare_consultation", due_on):
            yield row["family_id"], _("Somebody should think along about this family.")


def _last(session):
    """The last session of the same two before this one."""
    same = Session.objects.held().filter(worker=session.worker_id, supervisor=session.supervisor_id)
    before = same.exclude(pk=session.pk)
    if session.held_on:
        before = before.filter(Q(held_on__lt=session.held_on) | Q(held_on=session.held_on, pk__lt=session.pk))
    return before.order_by("-held_on", "-pk").first()


def _from_last_time(session, last, user):
    """What was taken on in the last session, and what is still open from earlier ones; families also from before."""
    earlier = Decision.objects.visible_to(user).filter(session__worker=session.worker_id).exclude(session=session)
    wanted = Q(owner__isnull=False, done_on=None)
    if last:
        wanted |= Q(session=last)
    found = earlier.filter(wanted)
    if session.held_on:
        found = found.filter(session__held_on__lte=session.held_on)
    return list(found.select_related("family", "owner").order_by("due_on", "pk")[:EARLIER_SHOWN])


def _facts(load, user, session, clocks):
    """The caseload in four lines, each opening its list for whoever may open it."""
    opens = user.pk == session.supervisor_id
    url = pages.url_of(load.worker) if opens else ""
    lines = [(_("Weighted load"), f"{load.load:g}", "")]
    for code in ("overdue", "no_contact", "urgent", "stuck"):
        if load.count(code):
            lines.append((pages.label(pages.BY_CODE[code], clocks), load.count(code), url and f"{url}?show={code}"))
    return [{"label": label, "value": value, "url": link} for label, value, link in lines]
