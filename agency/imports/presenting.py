"""What the pages of an import show: the steps, the account, who is held and why."""

from django.core.paginator import Paginator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from agency.imports.states import BatchState
from agency.models import Fate, ImportIssue
from agency.models.work import WorkRun

S = BatchState
STEPS = (
    ("file", gettext_lazy("The file")),
    ("columns", gettext_lazy("Columns")),
    ("look", gettext_lazy("Look and settle")),
    ("write", gettext_lazy("Write")),
    ("undo", gettext_lazy("Undo, if need be")),
)
AT = {
    S.NEW: "columns", S.LOOKING: "look", S.READY: "look", S.UNREADABLE: "columns", S.WRITING: "write",
    S.WRITTEN: "undo", S.UNDOING: "undo", S.UNDONE: "undo", S.DROPPED: "undo",
}  # fmt: skip
FATES = (
    (Fate.NEW, gettext_lazy("new"), gettext_lazy("not known here yet")),
    (Fate.CHANGED, gettext_lazy("add something"), gettext_lazy("known, and more is told")),
    (Fate.SAME, gettext_lazy("the same"), gettext_lazy("left as they are")),
    (Fate.HELD, gettext_lazy("held"), gettext_lazy("wait for a person")),
    (Fate.SKIPPED, gettext_lazy("skipped"), gettext_lazy("cannot be used")),
)
TONES = {Fate.HELD: ("info", "clock"), Fate.SKIPPED: ("attention", "alert")}
STATE_TONES = {
    S.NEW: ("", "pen"), S.LOOKING: ("info", "clock"), S.READY: ("info", "search"), S.UNREADABLE: ("attention", "alert"),
    S.WRITING: ("info", "clock"), S.WRITTEN: ("success", "check-circle"), S.UNDOING: ("info", "clock"),
    S.UNDONE: ("", "back"), S.DROPPED: ("", "close"),
}  # fmt: skip
FIRST = 20  # remarks shown on the page itself
UNDER_WAY = (S.LOOKING, S.WRITING, S.UNDOING)


def steps_of(batch, target, now=None):
    """The frame of each page: the batch and its five steps."""
    now = now or AT[batch.state]
    names = [name for name, _label in STEPS]
    at = names.index(now)
    ended = batch.state in (S.WRITTEN, S.UNDONE)
    steps = [
        {"title": label, "state": "done" if number < at or ended and name == "write" else "now" if number == at else ""}
        for number, (name, label) in enumerate(STEPS)
    ]
    steps[0]["note"] = batch.called
    may_match = bool(batch.columns or batch.state == S.NEW) and batch.state in (S.NEW, S.READY, S.UNREADABLE)
    if may_match:
        steps[1]["url"] = target.url("import-columns", batch.pk)
    return {
        "batch": batch,
        "target": target,
        "steps": steps,
        "at": at + 1,
        "may_match": may_match,
        **urls_of(batch, target),
    }


def urls_of(batch, target):
    names = ("columns", "rows", "answers", "issues", "look", "write", "undo", "drop")
    return {f"{name}_url": target.url(f"import-{name}", batch.pk) for name in names} | {
        "list_url": target.url("import-list"),
        "again_url": batch.get_absolute_url(),
    }


def listed(page):
    """The imports of a page of the list, with what each state is shown as."""
    for batch in page:
        tone, icon = STATE_TONES[S(batch.state)]
        yield {"batch": batch, "tone": tone, "icon": icon, "came": came(batch)}


def came(batch):
    """How many rows an import brought in, over all its tables of rows."""
    return sum(fates.get(Fate.NEW, 0) + fates.get(Fate.CHANGED, 0) for fates in _tables(batch).values())


def _tables(batch):
    return {name: fates for name, fates in batch.counts.items() if isinstance(fates, dict)}


def as_command(counts):
    """{table: read, imported, unchanged, held, skipped}: what the commands print."""
    found = {}
    for name, fates in counts.items():
        if isinstance(fates, dict):
            imported = fates[Fate.NEW] + fates[Fate.CHANGED]
            rest = {"unchanged": fates[Fate.SAME], "held": fates[Fate.HELD], "skipped": fates[Fate.SKIPPED]}
            found[name] = {"read": imported + sum(rest.values()), "imported": imported, **rest}
    return found


def shown(batch, target, user):
    """Everything of the batch's own page."""
    context = steps_of(batch, target)
    under_way = batch.state in UNDER_WAY
    failed = batch.run and batch.run.state == WorkRun.State.FAILED
    main = target.groups or target.table
    counted = batch.counts.get(main, {})
    issues = batch.issues.exclude(severity=ImportIssue.Severity.NOTE)
    context |= {
        "under_way": under_way and not failed,
        "failed": failed,
        "figures": list(_figures(counted, context["rows_url"])) if counted else [],
        "account": _account(batch, target),
        "notes": list(batch.issues.filter(severity=ImportIssue.Severity.NOTE, line__lte=1)[:FIRST]),
        "issues": [_issue(issue) for issue in issues[:FIRST]],
        "issue_count": batch.issues.count(),
        "asked": target.asked(batch, user) if batch.state == S.READY else [],
        "write_words": target.write_words(counted.get(Fate.NEW, 0) + counted.get(Fate.CHANGED, 0)),
        "left": batch.counts.get("left"),
        "after": target.afterwards(batch) if batch.state == S.WRITTEN else None,
        "nothing_new": batch.state == S.READY
        and counted
        and not counted.get(Fate.NEW)
        and not counted.get(Fate.CHANGED),
    }
    return context


def _figures(counted, url):
    for fate, label, note in FATES:
        number = counted.get(fate, 0)
        yield {"number": number, "label": label, "note": note, "url": f"{url}?fate={fate}" if number else ""}


def _account(batch, target):
    """Each table with its rows: read is the sum of the five."""
    for name, fates in _tables(batch).items():
        read = sum(fates.get(fate, 0) for fate in Fate.values)
        told = [{"label": label, "rows": fates.get(fate, 0)} for fate, label, _note in FATES]
        yield {"label": target.table_label(name), "read": read, "fates": told}


def _issue(issue):
    tone, icon = TONES.get(Fate(issue.severity), ("", "note")) if issue.severity in Fate.values else ("", "note")
    return {"issue": issue, "tone": tone, "icon": icon}


def rows_of(batch, target, query, size):
    """A page of rows of one fate, with what was remarked about each."""
    fate = query.get("fate") if query.get("fate") in Fate.values else ""
    rows = batch.rows.filter(fate=fate) if fate else batch.rows.all()
    page = Paginator(rows.order_by("number"), size).get_page(query.get("page"))
    remarks = {}
    for issue in batch.issues.filter(line__in=[row.line for row in page]):
        remarks.setdefault((issue.file, issue.line), []).append(issue.reason)
    here = target.url("import-rows", batch.pk)
    filters = [{"url": here, "label": _("All"), "current": not fate}]
    filters += [{"url": f"{here}?fate={f}", "label": label, "current": fate == f} for f, label, _note in FATES]
    listed = [
        {"row": row, "said": target.in_short(row), "remarks": remarks.get((row.file, row.line), [])} for row in page
    ]
    return steps_of(batch, target) | {"page": page, "rows": listed, "filters": filters}


def undo_question(batch, target):
    """What is asked before an import is taken back."""
    rows = sum(len(entry.made) for entry in batch.imported.all())
    text = ngettext(
        "%(rows)s row it made goes again. What somebody has used or changed since stays.",
        "%(rows)s rows it made go again. What somebody has used or changed since stays.",
        rows,
    )
    return {
        "title": _("Undo this import?"),
        "text": text % {"rows": rows},
        "yes": _("Undo this import"),
        "back_url": batch.get_absolute_url(),
        "urgent": True,
    }
