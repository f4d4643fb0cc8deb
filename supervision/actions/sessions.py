"""Plan a session, prepare it, move it, write down that it took place, sign it."""

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agency import audit
from agency.models import Agency
from supervision.models import Session, Topic
from supervision.states import SESSION, SessionState


class PlannedAlready(Exception):
    """These two meet on this day already. The text is a sentence for the person who tried."""


class NothingToSign(Exception):
    """The agency does not ask for signatures, or this person has signed. The text is a sentence for who tried."""


class AlreadyOnTheList(Exception):
    """This family will be talked about already. The text is a sentence for the person who tried."""


@transaction.atomic
def plan(*, form, by):
    """A day for these two. What was left to do last time is not copied: the page reads it where it stands."""
    form.instance.planned_by = by
    session = _saved(form.save)
    audit.record("session_planned", about=session, by=by, worker=session.worker_id, planned_on=str(session.planned_on))
    return session


def _saved(save):
    try:
        with transaction.atomic():
            return save()
    except IntegrityError as trouble:
        raise PlannedAlready(_("These two meet on this day already.")) from trouble


def _locked(session):
    return Session.objects.select_for_update(of=("self",)).get(pk=session.pk)


@transaction.atomic
def hold(*, form, decisions, looked_at, by):
    """Keep what came of the session. The first time, it has taken place; later it is corrected, until both have signed.

    `decisions` are valid forms; one whose words were taken out takes its decision away.
    """
    is_first = Session.objects.filter(pk=form.instance.pk, state=SessionState.PLANNED).exists()
    if is_first:
        SESSION.take(form.instance, "hold")
    session = form.save()
    _look_at(session, looked_at)
    for decision in decisions:
        decision.keep(session)
    audit.record("session_held" if is_first else "session_changed", about=session, by=by, minutes=session.minutes)
    return session


def _look_at(session, looked_at):
    keys = [topic.pk for topic in looked_at]
    session.topics.filter(pk__in=keys, is_looked_at=False).update(is_looked_at=True)
    session.topics.exclude(pk__in=keys).filter(is_looked_at=True).update(is_looked_at=False)


@transaction.atomic
def move(*, form, session, by):
    """It will be on another day: this one is kept as moved, and what was prepared goes along."""
    locked = _locked(session)
    SESSION.take(locked, "move")
    locked.save(update_fields=["state"])
    form.instance.moved_from, form.instance.planned_by = locked, by
    new = _saved(form.save)
    Topic.objects.filter(session=locked).update(session=new)
    audit.record("session_moved", about=locked, by=by, to=new.pk, planned_on=str(new.planned_on))
    return new


@transaction.atomic
def miss(*, form, by):
    """It did not take place, and why. Nobody is to blame: the rhythm shows it."""
    locked = _locked(form.instance)
    SESSION.take(locked, "miss")
    locked.why = form.cleaned_data["why"]
    locked.save(update_fields=["state", "why"])
    audit.record("session_missed", about=locked, by=by)
    return locked


@transaction.atomic
def sign(*, session, by):
    """One of the two signs; with the second name the session is frozen."""
    if not Agency.objects.filter(signs_supervision=True).exists():
        raise NothingToSign(_("This agency does not ask for signatures under its sessions."))
    locked = _locked(session)
    if locked.is_held and locked.signed_by(by):
        raise NothingToSign(_("You have signed this session already."))
    field = "supervisor_signed_at" if by.pk == locked.supervisor_id else "worker_signed_at"
    setattr(locked, field, timezone.now())
    if locked.worker_signed_at and locked.supervisor_signed_at:
        SESSION.take(locked, "sign")
    elif locked.state != SessionState.HELD:
        SESSION.take(locked, "sign")  # says why not
    locked.save(update_fields=[field, "state"])
    audit.record("session_signed", about=locked, by=by, by_both=locked.is_signed)
    return locked


@transaction.atomic
def bring(*, form, by):
    """One of the two puts something on the list: a family, a question, or both; or finds better words for it."""
    is_new = form.instance.pk is None
    try:
        with transaction.atomic():
            topic = form.save()
    except IntegrityError as trouble:
        raise AlreadyOnTheList(_("This family is on the list already.")) from trouble
    audit.record("topic_brought" if is_new else "topic_changed", about=topic, by=by)
    return topic


@transaction.atomic
def drop(*, topic, by):
    """It need not be talked about after all."""
    audit.record("topic_dropped", about=topic, by=by)
    topic.delete()
