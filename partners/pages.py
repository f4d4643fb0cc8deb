"""The pages of agreements, put together: lists of facts, in a fixed number of statements."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agency.access import Permission
from agency.templatetags.look import on as said
from partners import renewing, standing
from partners.models import DataAnnex, Mou, SystemParticipation
from partners.models.mou import SUBMIT_WITHIN
from partners.states import MOU, MouState, Standing

OVER = (Standing.RENEWED, Standing.LAPSED)  # time has ended them; there is nothing left to end early
RUNNING = (Standing.COMING, Standing.IN_FORCE)
RENEWABLE = (Standing.COMING, Standing.IN_FORCE, Standing.LAPSED, Standing.TERMINATED)


def table(page, reads):
    """The list of agreements; whoever sees facts only gets no link to an agreement."""
    labels = [_("Agreement"), _("Partner"), _("Kind"), _("Programs"), _("How it stands")]
    rows = []
    for mou in page:
        programs = ", ".join(str(program) for program in mou.programs.all()) or _("all")
        chip = standing.chip(mou)
        cells = [
            {"value": mou.partner, "url": mou.partner.get_absolute_url()}, {"value": mou.get_kind_display()},
            {"value": programs}, {"chip": chip["text"], "tone": chip["tone"], "icon": chip["icon"]},
        ]  # fmt: skip
        cells = [cell | {"label": label} for cell, label in zip(cells, labels[1:], strict=True)]
        rows.append({"head": mou.title, "url": mou.get_absolute_url() if reads else "", "cells": cells})
    return {"columns": [{"label": label} for label in labels], "rows": rows}


def mou(found, user):
    """Everything the page of one agreement shows."""
    may_edit = user.may(Permission.MOU_EDIT)
    later = Mou.objects.filter(renews=found).with_standing().first()
    annex = DataAnnex.objects.filter(mou=found).first()
    points = topics(found)
    return {
        "mou": found,
        "partner": found.partner,
        "chip": standing.chip(found),
        "facts": facts(found),
        "points": points,
        "settled": sum(point["is_settled"] for point in points),
        "parties": found.parties.all(),
        "files": files_by_kind(found),
        "submissions": found.submissions.select_related("added_by"),
        "amendments": found.amendments.all(),
        "promises": found.obligations.select_related("our_owner").prefetch_related("met"),
        "annex": annex,
        "reviews": annex.reviews.select_related("reviewed_by") if annex else (),
        "moves": MOU.open_to(found.state, user) if may_edit and found.standing not in OVER else [],
        "later": later,
        "may_renew": may_edit and later is None and found.standing in RENEWABLE,
        "is_near": _is_near(found),
        "may_edit": may_edit,
        "may_amend": may_edit and found.state == MouState.SIGNED,
        "must_send": _must_send(found),
    }


def _is_near(found):
    """So near its end that renewing it is the next thing to do."""
    if found.standing == Standing.LAPSED:
        return True
    return found.ends_on is not None and standing.days_left(found) <= standing.RENEW_FROM


def _must_send(found):
    """To whom it still has to go, and by when; None when nothing is to be sent."""
    if not found.must_be_submitted or found.standing not in RUNNING:
        return None
    sent = {row.to for row in found.submissions.all()}
    left = [label for value, label in found.submissions.model.To.choices if value not in sent]
    return {"left": left, "by": found.signed_on + SUBMIT_WITHIN} if left else None


def facts(found):
    programs = ", ".join(str(program) for program in found.programs.all()) or _("all programs")
    rows = [
        (_("Kind"), found.get_kind_display()),
        (_("Binds"), programs),
        (_("Signed by all"), found.signed_on and said(found.signed_on)),
        (_("In force from"), found.effective_on and said(found.effective_on)),
        (_("In force until"), found.ends_on and said(found.ends_on)),
        (_("Look at it together"), found.review_on and said(found.review_on)),
        (_("Comes round"), _comes_round(found)),
        (_("Notice"), found.notice_days and ngettext("%(n)s day", "%(n)s days", found.notice_days)
            % {"n": found.notice_days}),
        (_("Ended early"), found.terminated_on and said(found.terminated_on)),
        (_("Why"), found.reason),
        (_("Who looks after it"), found.owner),
    ]  # fmt: skip
    return [{"label": label, "value": value} for label, value in rows if value]


def _comes_round(found):
    if found.kind != Mou.Kind.PRESCHOOL or found.standing not in RUNNING:
        return ""
    due_on = renewing.renewal_due(renewing.two_years(found.effective_on), renewing.school_start())
    return _("every two years, at the start of the school year: %(day)s") % {"day": said(due_on)}


def topics(found):
    """The points its kind asks for, each with what stands there."""
    rows = {row.code: row for row in found.topics.all()}
    points = [{"topic": topic, "row": rows.get(topic.code)} for topic in found.topics_asked]
    return [point | {"is_settled": bool(point["row"] and point["row"].text)} for point in points]


def files_by_kind(found):
    """Each kind of paper with its newest file, and the earlier ones."""
    kinds = {}
    for file in found.files.select_related("added_by"):
        kinds.setdefault(file.kind, []).append(file)
    return [{"newest": papers[0], "earlier": papers[1:]} for papers in kinds.values()]


def due_part(mark, items, on):
    """One part of the page of what is due."""
    titles = {0: _("Past its day"), None: _("Later")}
    tone, icon = ("urgent", "alert") if mark == 0 else ("attention", "clock") if mark == 30 else ("info", "calendar")
    return {
        "id": f"w-{mark}",
        "title": titles.get(mark) or _("Within %(n)s days") % {"n": mark},
        "rows": [_due_row(item, tone, icon) for item in items],
    }


def _due_row(item, tone, icon):
    what = _("%(what)s. With %(who)s.") % {"what": item.what, "who": item.who} if item.who else item.what
    return {"who": item.partner, "what": what, "dot": item.icon, "dot_tone": tone if tone == "urgent" else "",
            "when": said(item.due_on), "tone": tone, "icon": icon, "act": item.act, "act_url": item.url}  # fmt: skip


def systems(programs, rows, on):
    """Each program with both systems: the answer of today, and earlier ones."""
    told = {}
    for row in rows:
        told.setdefault((row.program_id, row.system), []).append(row)
    return [
        {"program": program, "systems": [_system(told.get((program.pk, code), []), code, label, on)
                                         for code, label in SystemParticipation.System.choices]}
        for program in programs
    ]  # fmt: skip


def _system(rows, code, label, on):
    now = next((row for row in rows if row.since_on <= on and (row.until_on is None or row.until_on >= on)), None)
    return {"code": code, "label": label, "now": now, "earlier": [row for row in rows if row is not now]}
