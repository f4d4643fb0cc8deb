"""Counts that take longer than a page may: worked out in the background, kept for some minutes, and waited for.

A small agency is counted while its page is made. Of a large one a worker counts; the page shows that it does and goes
on by itself. Page, lists and file are then read from one count, so a number and its list cannot disagree.

A view says `counted(request, kind, scope)` and is marked with `waits`: while the answer is not there, `Waits` carries
what the browser gets instead.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from functools import wraps

from celery import shared_task
from django.core.cache import cache
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from families.models import Family
from reports import actions, changes, export, kinds
from reports.models import ReportRun
from reports.report import Report
from reports.scope import Scope

MANY = 500  # families: an agency with so few is counted while its page is made
KEPT = 15 * 60  # seconds for which an answer is read
AT_MOST = 5 * 60  # seconds: a worker that has told nothing for so long is waited for no more
AGAIN = "again"


class Waits(Exception):
    """The answer is not there yet. `response` is what the browser gets meanwhile."""

    def __init__(self, response):
        super().__init__()
        self.response = response


@dataclass(frozen=True)
class Question:
    """What is to be worked out, in words that a task can carry."""

    about: str
    facts: dict

    @property
    def key(self):
        told = json.dumps([self.about, self.facts], sort_keys=True)
        return f"reports:{hashlib.sha256(told.encode()).hexdigest()}"

    @property
    def begun(self):
        """The mark that a worker is at it."""
        return f"{self.key}:begun"


@dataclass(frozen=True)
class Answer:
    value: object
    as_of: datetime
    is_kept: bool = False  # read again by the next page; somebody may ask for a new one


def counted(request, kind, scope, *, is_all=True):
    """What the kind counts of the scope: now, or a few minutes ago. Raises Waits while a worker counts.

    `is_all` is False where something else is made of the count and waited for.
    """
    if not is_large():
        return Answer(actions.count(kind, scope), timezone.now())
    return _answered(request, Question("count", _facts(kind, scope)), *_title(kind, scope), is_all=is_all)


def paper(request, kind, scope):
    """The same count as a PDF, the copy for sharing."""
    answer = counted(request, kind, scope, is_all=False)
    if not answer.is_kept:
        return export.written(Report.live(kind, scope, counted=answer.value), "pdf")
    facts = _facts(kind, scope) | {"as_of": answer.as_of.isoformat()}
    return _answered(request, Question("paper", facts), *_title(kind, scope)).value


def _facts(kind, scope):
    return {"kind": kind.code, "scope": scope.as_words(), "language": translation.get_language()}


def _title(kind, scope):
    return kind.title, f"{scope.period.title}, {scope.title}"


def families(request, kind, scope, figure):
    """The keys of the families behind one number: of the same count as the page it stands on, or asked for alone."""
    if not is_large():
        return kind.families(scope, figure)
    return counted(request, kind, scope).value.families.get(figure)


def changed(request, run):
    """What `changes.since` finds of a frozen report. Raises Waits while a worker counts."""
    if not is_large():
        return Answer(changes.since(run), timezone.now())
    about = f"{run.kind.title}: {run.when.title}, {run.where}"
    return _answered(request, Question("changed", {"run": run.pk}), _("What changed since"), about)


def is_large():
    return Family.objects.order_by().values("pk")[: MANY + 1].count() > MANY


def waits(view):
    """Marks a view that may have to wait for an answer."""

    @wraps(view)
    def waiting(request, *args, **kwargs):
        try:
            return view(request, *args, **kwargs)
        except Waits as meanwhile:
            return meanwhile.response

    return waiting


def _answered(request, question, title, about, *, is_all=True):
    if AGAIN in request.GET:
        cache.delete(question.key)
        raise Waits(redirect(_address(request)))
    answer = cache.get(question.key)
    asks = request.headers.get("Accept") == "application/json"  # static/js/progress.js, every few seconds
    if asks and (is_all or answer is None):
        raise Waits(JsonResponse(_how_far(request, question, answer)))
    if answer is None:
        _begin(question)
        context = {"title": title, "lede": about, "here": _address(request)}
        raise Waits(render(request, "reports/waiting.html", context))
    return answer


def _address(request):
    """This page, without the word that asks for a new count."""
    words = request.GET.copy()
    words.pop(AGAIN, None)
    return request.path + (f"?{words.urlencode()}" if words else "")


def _how_far(request, question, answer):
    if answer:
        return {"percent": 100, "text": "", "url": _address(request), "failed": False}
    if cache.get(question.begun):
        return {"percent": None, "text": _("Counting…"), "url": None, "failed": False}
    text = _("It stopped before it was done. Look again to have it counted once more.")
    return {"percent": None, "text": text, "url": None, "failed": True}


def _begin(question):
    """One worker is asked, however many people wait for the same answer."""
    if cache.add(question.begun, 1, AT_MOST):
        work_out.delay_on_commit(question.about, question.facts)


@shared_task
def work_out(about, facts):
    """Work an answer out and keep it. Whether it went well or not, nobody is thought to be at it any more."""
    question = Question(about, facts)
    try:
        as_of = timezone.now()
        cache.set(question.key, Answer(WAYS[about](**facts), as_of, is_kept=True), KEPT)
    finally:
        cache.delete(question.begun)


def _count(kind, scope, language):
    """The words in an answer (a table's rows) are those of the person who asked."""
    kind = kinds.named(kind)
    with translation.override(language), actions.one_moment():
        return actions.count(kind, Scope.of_words(scope, kind.period))


def _paper(kind, scope, language, as_of):
    """From the count the page was made of; from a new one, should that be forgotten by now."""
    facts = {"kind": kind, "scope": scope, "language": language}
    kept = cache.get(Question("count", facts).key)
    found, kind = kept.value if kept else _count(**facts), kinds.named(kind)
    with translation.override(language):
        of = Scope.of_words(scope, kind.period)
        return export.written(Report.live(kind, of, counted=found, as_of=datetime.fromisoformat(as_of)), "pdf")


def _changed(run):
    with actions.one_moment():
        return changes.since(ReportRun.objects.get(pk=run))


WAYS = {"count": _count, "paper": _paper, "changed": _changed}
