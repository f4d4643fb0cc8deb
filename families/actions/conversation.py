"""The strengths conversation: begin, keep answers, finish; and the needs an answer speaks of."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agency import audit
from families.models import (
    Answer,
    Assessment,
    Family,
    Need,
)


class NoQuestions(Exception):
    """No instrument has been published. The text is a sentence for the person who tried."""


class FinishedMeanwhile(Exception):
    """A colleague has finished this conversation. The text is a sentence for the person who tried."""


@transaction.atomic
def start_assessment(*, family, version, occasion, language, by):
    """Begin a conversation, or go on with the one that is open."""
    if version is None:
        raise NoQuestions(_("No set of questions has been published yet. Ask a manager to publish one."))
    Family.objects.select_for_update(of=("self",)).get(pk=family.pk)
    under_way = Assessment.objects.filter(family=family).open().first()
    if under_way:
        return under_way
    assessment = Assessment.objects.create(
        family=family, version=version, occasion=occasion, language=language, staff=by
    )
    audit.record("assessment_begun", about=assessment, by=by, occasion=occasion)
    return assessment


@transaction.atomic
def keep_answers(*, assessment, said):
    """Keep what was said to some questions: `said` is the changed values by question. Unchanged answers stay alone."""
    current = Assessment.objects.select_for_update(of=("self",)).get(pk=assessment.pk)
    if current.done_on:
        raise FinishedMeanwhile(_("This conversation has been finished meanwhile. Its answers stay as they are."))
    kept = {answer.item_id: answer for answer in assessment.answers.select_for_update()}
    for item, values in said.items():
        answer = kept.get(item.pk) or Answer(assessment=assessment, item=item)
        if answer.pk and all(getattr(answer, name) == value for name, value in values.items()):
            continue
        for name, value in values.items():
            setattr(answer, name, value)
        answer.answered_at = timezone.now()
        answer.save()


@transaction.atomic
def keep_staff_levels(*, assessment, levels, by):
    """Keep what staff think, beside what the parents said and never instead of it."""
    kept = {answer.item_id: answer for answer in assessment.answers.select_for_update()}
    for item, level in levels.items():
        answer = kept.get(item.pk)
        if answer is None and level is not None:
            answer = Answer(assessment=assessment, item=item, no_level=Answer.NoLevel.NOT_DISCUSSED)
        if answer is not None and answer.staff_level != level:
            answer.staff_level = level
            answer.save()
    audit.record("staff_levels_kept", about=assessment, by=by)


@transaction.atomic
def finish_assessment(*, assessment, took_part, needs, by):
    """Close a conversation and keep the needs the worker confirmed, each answer giving one at most."""
    assessment.save()
    assessment.took_part.set(took_part)
    for need in needs:
        need.family = assessment.family
        need.added_by = by
        need.opened_on = assessment.done_on
        need.save()
    audit.record("assessment_done", about=assessment, by=by, needs=len(needs), on=str(assessment.done_on))


def suggested_need(answer):
    """The need an answer speaks of, not kept yet: hard, asked for now, or urgent; None when it speaks of none."""
    is_hard = answer.level is not None and answer.level <= 2
    if not (is_hard or answer.work_on == Answer.WorkOn.NOW or answer.is_urgent):
        return None
    return Need(
        answer=answer,
        category=answer.item.category,
        what=(answer.item.anchor(answer.level) if is_hard else "") or str(answer.item.label),
        urgency=_how_soon(answer),
        interest=answer.work_on or Answer.WorkOn.LATER,
    )


def _how_soon(answer):
    if answer.is_urgent or (answer.item.is_urgent and answer.level == 1):
        return Need.Degree.HIGH
    if answer.work_on in (Answer.WorkOn.LATER, Answer.WorkOn.NO):
        return Need.Degree.LOW
    return Need.Degree.MIDDLE
