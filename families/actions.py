"""What people do with a family's record, where it crosses tables: begin, enroll, assign, talk it through, help."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from agency import audit
from agency.access import Permission
from families.models import (
    Answer,
    Assessment,
    Assignment,
    ContactPoint,
    Enrollment,
    Family,
    FamilyMember,
    Need,
    ReviewerAccess,
)


class AssignedAlready(Exception):
    """This colleague serves the family in this way already. The text is a sentence for the person who tried."""


class NoQuestions(Exception):
    """No instrument has been published. The text is a sentence for the person who tried."""


class FinishedMeanwhile(Exception):
    """A colleague has finished this conversation. The text is a sentence for the person who tried."""


# ---- who they are -------------------------------------------------------------------------------------------------


@transaction.atomic
def begin(*, family, adult, phone, by):
    """Keep a new family and the adult we met. Who could not open it otherwise becomes its main worker from today."""
    family.added_by = by
    family.save()
    audit.record("family_added", about=family, by=by)
    if adult is not None:
        adult.family = family
        adult.is_main_contact = True
        add_member(member=adult, phone=phone, by=by)
    if not Family.objects.visible_to(by, Permission.FAMILY_EDIT).filter(pk=family.pk).exists():
        assign(family=family, worker=by, kind=Assignment.Kind.PRIMARY, starts_on=timezone.localdate(), by=by)
    return family


@transaction.atomic
def add_member(*, member, by, phone=None):
    """Keep a member of a family, at the family's only home when it has one, with a first telephone."""
    homes = list(member.family.households.all()[:2])
    if member.household is None and len(homes) == 1:
        member.household = homes[0]
    if member.is_main_contact:
        step_back(member=member)
    member.save()
    if phone is not None:
        ContactPoint.objects.create(member=member, value=phone.shown, digits=phone.digits)
    audit.record("member_added", about=member, by=by, role=member.role)
    return member


@transaction.atomic
def add_child(*, child, place, by):
    """Keep a child and, where there is one already, the place: `place` is center, option and first day."""
    add_member(member=child, by=by)
    if place["center"]:
        option = place["option"] or Enrollment.Option.CENTER
        enroll(member=child, center=place["center"], option=option, entered_on=place["entered_on"], by=by)
    return child


def step_back(*, member):
    """We talk to `member` first, so no longer to somebody else of the family first."""
    others = FamilyMember.objects.filter(family=member.family_id, is_main_contact=True).exclude(pk=member.pk)
    others.update(is_main_contact=False)


@transaction.atomic
def add_household(*, household, by):
    """Keep a home. Whoever of the family has no home on record lives in the first one."""
    is_first = not household.family.households.exists()
    household.save()
    if is_first:
        household.family.members.filter(household=None).update(household=household)
    audit.record("household_added", about=household, by=by)


@transaction.atomic
def remove_contact(*, point, by):
    """Take away a number that is nobody's any more. The row history keeps it."""
    audit.record("contact_removed", about=point.member, by=by)
    point.delete()


@transaction.atomic
def enroll(*, member, center, option, entered_on, by):
    """Give a child, or a woman who expects one, a place in the program of `center`."""
    if option == Enrollment.Option.PREGNANCY and not member.is_expecting:
        member.is_expecting = True
        member.save(update_fields=["is_expecting"])
    enrollment = Enrollment.objects.create(
        family=member.family,
        member=member,
        program=center.program,
        center=center,
        option=option,
        entered_on=entered_on,
    )
    audit.record("enrolled", about=enrollment, by=by, program=center.program.code, on=str(entered_on))
    return enrollment


@transaction.atomic
def end_place(*, form, by):
    """A place ends on its last day, for a reason. The family still counts for the time before."""
    place = form.save()
    audit.record("place_ended", about=place, by=by, on=str(place.exited_on), reason=place.exit_reason)
    return place


# ---- who serves them ----------------------------------------------------------------------------------------------


@transaction.atomic
def assign(*, family, worker, kind, starts_on, by, ends_on=None, handover_note=""):
    """Let a colleague serve a family. A new main worker ends the time of the one before, the day before."""
    Family.objects.select_for_update(of=("self",)).get(pk=family.pk)  # two supervisors, one family
    there = Assignment.objects.filter(Q(ends_on=None) | Q(ends_on__gte=starts_on), family=family, kind=kind)
    if there.filter(worker=worker, starts_on__lte=starts_on).exists():
        raise AssignedAlready(_("%(who)s does this for the family already.") % {"who": worker})
    if kind == Assignment.Kind.PRIMARY:
        _make_room(there, starts_on)
    assignment = Assignment.objects.create(
        family=family,
        worker=worker,
        kind=kind,
        starts_on=starts_on,
        ends_on=ends_on,
        handover_note=handover_note,
        assigned_by=by,
    )
    audit.record("family_assigned", about=assignment, by=by, kind=str(kind), worker=worker.pk, on=str(starts_on))
    return assignment


def _make_room(earlier, starts_on):
    """Who began before ends the day before; who began on this day, or was to begin later, gives way altogether."""
    earlier.filter(starts_on__gte=starts_on).delete()
    earlier.filter(starts_on__lt=starts_on).update(ends_on=starts_on - timedelta(days=1))


@transaction.atomic
def end_assignment(*, assignment, by):
    """Take a colleague off a family now: yesterday was the last day, or there was none."""
    today = timezone.localdate()
    audit.record("assignment_ended", about=assignment, by=by, worker=assignment.worker_id)
    if assignment.starts_on >= today:
        assignment.delete()
        return
    assignment.ends_on = today - timedelta(days=1)
    assignment.save(update_fields=["ends_on"])


@transaction.atomic
def let_review(*, family, reviewer, ends_on, by):
    """Put a family on a reviewer's list until a day, today at the earliest; asked again, the new day counts."""
    ReviewerAccess.objects.update_or_create(user=reviewer, family=family, defaults={"ends_on": ends_on})
    audit.record("review_allowed", about=family, by=by, reviewer=reviewer.pk, until=str(ends_on))


@transaction.atomic
def end_review(*, access, by):
    """Take a family off a reviewer's list now. The log keeps that it stood there."""
    audit.record("review_ended", about=access.family, by=by, reviewer=access.user_id)
    access.delete()


# ---- the strengths conversation -----------------------------------------------------------------------------------


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


# ---- needs and help -----------------------------------------------------------------------------------------------


@transaction.atomic
def add_need(*, need, by):
    """Keep a need somebody told us about outside of a conversation."""
    need.added_by = by
    need.save()
    audit.record("need_added", about=need, by=by, urgency=need.urgency)
    return need


@transaction.atomic
def take_first_step(*, need, by):
    """Something has been done about an urgent need: its clock stops. Asked twice, the first moment stays."""
    current = Need.objects.select_for_update(of=("self",)).get(pk=need.pk)
    if current.first_step_at is None:
        current.first_step_at = timezone.now()
        current.save(update_fields=["first_step_at"])
        audit.record("need_first_step", about=current, by=by)
    return current


@transaction.atomic
def close_need(*, form, by):
    """A need ends, as the form says: met, met enough, no longer theirs, or they left."""
    need = form.save()
    audit.record("need_closed", about=need, by=by, closing=need.closing)
    return need


@transaction.atomic
def reopen_need(*, need, by):
    """A need is open again: it came back, or was closed by mistake."""
    need.closed_on, need.closing = None, ""
    need.save(update_fields=["closed_on", "closing"])
    audit.record("need_opened_again", about=need, by=by)


@transaction.atomic
def receive(*, service, participants, by):
    """Keep help that really came, in the program year in which it counts."""
    service.recorded_by = by
    service.program_year = program_year_of(service.family, service.received_on)
    service.save()
    service.participants.set(participants)
    audit.record("service_received", about=service, by=by, category=service.category.code, source=service.source)
    return service


def program_year_of(family, day):
    """The year of the family's program that holds `day`: by the place held then, else the last one, else the center."""
    places = family.enrollments.select_related("program")
    place = places.in_force(day).order_by("entered_on", "pk").first() or places.order_by("-entered_on", "-pk").first()
    return (place.program if place else family.center.program).year_on(day)
