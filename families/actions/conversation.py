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

HARD = 2  # this level and below is hard


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
def keep_answers(*, assessment, said, by):
    """Keep what was said to some questions: `said` is the changed values by question. Unchanged answers stay alone.

    What may not wait until tomorrow is on the list of needs at once, before the conversation is over.
    """
    _still_open(assessment)
    kept = _answers_of(assessment)
    for item, values in said.items():
        answer = kept.get(item.pk) or Answer(assessment=assessment, item=item, no_level=Answer.NoLevel.NOT_DISCUSSED)
        if answer.pk and all(getattr(answer, name) == value for name, value in values.items()):
            continue
        for name, value in values.items():
            setattr(answer, name, value)
        answer.answered_at = timezone.now()
        answer.save()
        _today_or_not(answer, by)


@transaction.atomic
def key_in(*, assessment, talked_on, by):
    """The answers come from paper: they were given on `talked_on`, and typed in today."""
    current = _still_open(assessment)
    if (current.started_on, current.keyed_by_id) == (talked_on, by.pk):
        return
    assessment.started_on = talked_on
    assessment.keyed_on, assessment.keyed_by = timezone.localdate(), by
    assessment.save(update_fields=["started_on", "keyed_on", "keyed_by"])
    audit.record("assessment_keyed_in", about=assessment, by=by, talked_on=str(talked_on))


def _still_open(assessment):
    current = Assessment.objects.select_for_update(of=("self",)).get(pk=assessment.pk)
    if current.done_on:
        raise FinishedMeanwhile(_("This conversation has been finished meanwhile. Its answers stay as they are."))
    return current


def _answers_of(assessment):
    kept = assessment.answers.select_for_update(of=("self",)).select_related("item__category", "assessment__family")
    return {answer.item_id: answer for answer in kept}


def _today_or_not(answer, by):
    """A need for today begins with the tap that says so; a tap taken back takes it away while nobody has touched it."""
    need = answer.needs.first()
    if not may_not_wait(answer):
        if need and _is_untouched(need):
            audit.record("need_taken_back", about=need, by=by)
            need.delete()
        return
    if need is None:
        need = suggested_need(answer)
        if need.category is None or _is_running(answer.assessment.family, need.category):
            return
        need.family, need.added_by = answer.assessment.family, by
    elif need.is_open and need.urgency != Need.Degree.HIGH:
        need.urgency, need.opened_at, need.first_step_at = Need.Degree.HIGH, timezone.now(), None
    else:
        return
    need.save()
    audit.record("need_for_today", about=need, by=by)


def may_not_wait(answer):
    """True when the family said so, or when the lowest answer to this question says it for them."""
    return answer.is_urgent or (answer.item.is_urgent and answer.level == 1)


def _is_running(family, category):
    """True when the clock of the same kind of help runs already."""
    return Need.objects.urgent().filter(family=family, category=category, first_step_at=None).exists()


def _is_untouched(need):
    """Nobody has changed the need, answered it, or hung anything on it."""
    if not need.is_urgent or need.version or need.first_step_at:
        return False
    return not any(
        link.related_model._base_manager.filter(**{link.field.name: need}).exists()
        for link in Need._meta.get_fields(include_hidden=True)
        if link.auto_created and not link.concrete and not link.related_model.__name__.endswith("History")
    )


@transaction.atomic
def keep_staff_levels(*, assessment, levels, by):
    """Keep what staff think, beside what the parents said and never instead of it."""
    kept = _answers_of(assessment)
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
    _still_open(assessment)
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
    is_hard = answer.level is not None and answer.level <= HARD
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
    if may_not_wait(answer):
        return Need.Degree.HIGH
    if answer.work_on in (Answer.WorkOn.LATER, Answer.WorkOn.NO):
        return Need.Degree.LOW
    return Need.Degree.MIDDLE
