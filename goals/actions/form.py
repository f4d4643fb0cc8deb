"""Change the agreement's form and the list of ideas: a manager's acts. What comes with the program is adopted first."""

from django.db import transaction
from django.utils.translation import gettext as _

from agency import audit
from goals import ideas, sections
from goals.models import FormSection, GoalIdea


class InUse(Exception):
    """A family has answered this question. The text is a sentence for the person who tried."""


@transaction.atomic
def keep_section(*, form, by):
    """Keep a part of the form, a new one at its end."""
    sections.adopt()
    return _keep(form, FormSection, "agreement_form", by)


@transaction.atomic
def keep_idea(*, form, by):
    ideas.adopt()
    return _keep(form, GoalIdea, "goal_idea", by)


def _keep(form, model, what, by):
    is_new = form.instance.pk is None
    if is_new:
        form.instance.position = model.objects.count() + 1
    record = form.save()
    audit.record(f"{what}_{'added' if is_new else 'changed'}", about=record, by=by)
    return record


@transaction.atomic
def move_section(*, code, up, by):
    """Put one part of the form one place higher or lower."""
    sections.adopt()
    rows = list(FormSection.objects.select_for_update().order_by("position", "pk"))
    at = next((place for place, row in enumerate(rows) if row.code == code), None)
    to = None if at is None else at - 1 if up else at + 1
    if to is None or not 0 <= to < len(rows):
        return
    rows[at], rows[to] = rows[to], rows[at]
    for place, row in enumerate(rows, start=1):
        if row.position != place:
            FormSection.objects.filter(pk=row.pk).update(position=place)
    audit.record("agreement_form_ordered", by=by, section=code)


@transaction.atomic
def take_section_out(*, section, by):
    """A part nobody has answered yet may go for good; what was answered can only stop being asked."""
    if section.always_stands or section.answers.exists():
        raise InUse(_("Families have answered this. Take it off the agreement instead: what they said stays."))
    audit.record("agreement_form_section_deleted", about=section, by=by, section=section.code)
    section.delete()
