"""Reflection, ReflectionDraft: what a worker and a supervisor confide in each other; PostgreSQL keeps others out.

No row history is kept of them, no search column, no admin, no export: see docs/decisions/0014.
"""

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.database import OnlyPeopleNamed
from agency.models import User
from supervision.models.session import Session


class Reflection(models.Model):
    """The words of one of the two, for these two only. Read and written through supervision.between_two alone."""

    session = models.ForeignKey(Session, editable=False, on_delete=models.PROTECT, related_name="+")
    worker = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="+")
    supervisor = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="+")
    author = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="+")
    words = models.TextField(_("reflection"))
    written_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("reflection")
        verbose_name_plural = _("reflections")
        ordering = ["pk"]
        constraints = [
            OnlyPeopleNamed(name="reflection_between_two", reads=["worker", "supervisor"], writes="author"),
            models.UniqueConstraint(name="one_reflection_each", fields=["session", "author"]),
            models.CheckConstraint(
                name="reflection_of_one_of_the_two",
                condition=Q(author=F("worker")) | Q(author=F("supervisor")),
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(name="same_people", fields=["session", "worker", "supervisor", "author"]),
            pgtrigger.Trigger(
                name="people_of_the_session",
                operation=pgtrigger.Insert,
                when=pgtrigger.Before,
                func="""
                    IF NOT EXISTS (
                        SELECT FROM supervision_session WHERE id = NEW.session_id
                        AND worker_id = NEW.worker_id AND supervisor_id = NEW.supervisor_id
                    ) THEN
                        RAISE EXCEPTION 'pgtrigger: Cannot keep a reflection of other people than the session''s';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self):
        return str(self.pk)


class ReflectionDraft(models.Model):
    """A reflection while it is being written: its author's alone, until it is saved."""

    session = models.ForeignKey(Session, editable=False, on_delete=models.PROTECT, related_name="+")
    author = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="+")
    words = models.TextField()
    saved_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("reflection being written")
        constraints = [
            OnlyPeopleNamed(name="reflection_draft_of_one", reads=["author"], writes="author"),
            models.UniqueConstraint(name="one_reflection_draft_each", fields=["session", "author"]),
        ]

    def __str__(self):
        return str(self.pk)
