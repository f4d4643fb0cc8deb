"""A large program's worksheet, counted once and read for some minutes: its numbers, never its families.

A program of ordinary size is counted each time its page is opened. Of a large one the last count is shown with its
moment, unless whoever looks has written something since: who mends a record and comes back finds it counted.
"""

from dataclasses import dataclass
from datetime import datetime

from django.core.cache import cache
from django.utils import timezone

from agency.models import AuditEvent
from reports.pir.counting import Worksheet, without_collecting
from reports.pir.kind import content_of
from reports.waiting import KEPT, MANY


@dataclass(frozen=True)
class Counted:
    """What a worksheet says, as a frozen report would keep it, and of which moment."""

    content: dict
    as_of: datetime
    is_kept: bool = False  # counted for an earlier look; somebody may ask for a new count


def worksheet(year, scope, *, user, again=False):
    """The worksheet of a year as this scope reads it."""
    whose = "whole" if scope.centers is None else "-".join(map(str, scope.centers))
    key = f"pir-worksheet:{year.pk}:{whose}"
    kept = None if again else cache.get(key)
    if kept and not _has_written(user, kept.as_of):
        return kept
    as_of = timezone.now()
    with without_collecting():
        content = content_of(scope, [Worksheet(year, centers=scope.centers)])
    if content["whole"]["families"] > MANY:
        cache.set(key, Counted(content, as_of, is_kept=True), KEPT)
    return Counted(content, as_of)


def _has_written(user, since):
    return AuditEvent.objects.filter(by=user, at__gt=since).exists()
