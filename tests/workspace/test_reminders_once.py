"""Each reminder once: whatever is run twice, at the same moment, or dies half way."""

from collections import Counter
from contextlib import suppress
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected

import psycopg2
import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection, transaction
from django.test import override_settings
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agency.access import Role
from agency.models import Digest, OutboxMail, User, WorkRun
from tests.agency.factories import UserFactory
from tests.families.factories import AssignmentFactory, NeedFactory
from tests.goals.factories import NoteFactory
from tests.referrals.test_at_once import at_once
from tests.reports.test_killed_worker import somebody_waits
from tests.working import kill, until
from tests.workspace.factories import ago
from tests.workspace.reminding import alarm, at, listens, send
from workspace import tasks
from workspace.reminders import log, sending

pytestmark = pytest.mark.usefixtures("agency", "clocks")
OUTBOX = override_settings(EMAIL_BACKEND="agency.outbox.OutboxBackend")
LOST_AFTER = "tests.workspace.test_reminders_once.LosesItsVoice"


class Killed(BaseException):
    """The process is gone: nothing in it gets to tidy up."""


class Power:
    """Goes off before, or right after, the so-manieth statement; statements that end a transaction count too."""

    def __init__(self, goes_off_at, is_after):
        self.left, self.is_after = goes_off_at, is_after

    def __call__(self, execute, sql, params, many, context):
        self.left -= 1
        if self.left == 0 and not self.is_after:
            raise Killed
        answer = execute(sql, params, many, context)
        if self.left == 0:
            raise Killed
        return answer


@pytest.fixture
def three(family, worker, center):
    """Three people with something past its day, in one of their families each or all in one."""
    people = [worker, *(UserFactory(role=Role.WORKER, center=center) for _ in range(2))]
    for person in people[1:]:
        AssignmentFactory(family=family, worker=person, kind="team")
    NoteFactory(family=family, written_by=worker, next_step="Call back", next_on=ago(2))
    listens(*people)
    return people


def mails():
    return Counter(OutboxMail.objects.values_list("to", flat=True))


@OUTBOX
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deaths=st.lists(st.tuples(st.integers(1, 60), st.booleans()), max_size=3), is_urgent=st.booleans())
def test_killed_anywhere_and_run_again_everybody_has_one_mail(three, family, deaths, is_urgent):
    with transaction.atomic():
        if is_urgent:
            NeedFactory(family=family, urgency=3)
        name, run = (log.URGENT, sending.urgently) if is_urgent else (log.DAILY, sending.daily)
        for death in deaths:
            with connection.execute_wrapper(Power(*death)), suppress(Killed):
                log.watched(name, run, now=at(12))
        log.watched(name, run, now=at(12))
        log.watched(name, run, now=at(13))

        assert mails() == {person.email: 1 for person in three}
        assert not WorkRun.objects.filter(state="running").exists()
        transaction.set_rollback(True)


class LosesItsVoice(EmailBackend):
    """Takes the mail, and dies before it can say so."""

    dies = []

    def send_messages(self, messages):
        taken = super().send_messages(messages)
        if self.dies:
            raise self.dies.pop()
        return taken


@override_settings(EMAIL_BACKEND=LOST_AFTER)
def test_a_mail_taken_without_a_word_goes_again_under_the_same_id(three):
    """A mail server and a database cannot end as one: rather twice under one Message-ID than never."""
    LosesItsVoice.dies = [Killed()]

    with pytest.raises(Killed):
        send()
    send()
    send(now=at(13))

    ids = [(one.to[0], one.extra_headers["Message-ID"]) for one in mail.outbox]
    assert len(set(ids)) == 3
    assert Counter(to for to, _id in ids) == {person.email: 1 for person in three} | {mail.outbox[0].to[0]: 2}


@override_settings(EMAIL_BACKEND=LOST_AFTER)
def test_one_address_nobody_takes_does_not_keep_the_others_from_theirs(three):
    LosesItsVoice.dies = [SMTPRecipientsRefused({})]

    account = send()

    assert (account.mails, account.errors, Digest.objects.count()) == (2, {"SMTPRecipientsRefused": 1}, 2)


@override_settings(EMAIL_BACKEND=LOST_AFTER)
def test_a_mail_server_that_is_away_ends_the_run_and_the_next_hour_sends_the_rest(three):
    LosesItsVoice.dies = [SMTPServerDisconnected() for _ in range(3)]

    with pytest.raises(sending.MailServerAway):
        log.watched(log.DAILY, sending.daily, now=at(12))
    after = log.watched(log.DAILY, sending.daily, now=at(13))

    failed = WorkRun.objects.order_by("pk").first()
    assert (failed.state, failed.error, failed.counts["SMTPServerDisconnected"]) == ("failed", "MailServerAway", 3)
    assert after.mails == 3


@OUTBOX
@pytest.mark.django_db(transaction=True)
def test_two_runs_at_the_same_moment_send_each_mail_once(three, family):
    NeedFactory(family=family, urgency=3)

    told = at_once(alarm, alarm, alarm)
    outcome = [*told, *at_once(send, send, send)]

    assert [account for account in outcome if not isinstance(account, sending.Account)] == []
    sent = Counter(Digest.objects.filter(state="sent").values_list("kind", "user"))
    assert sent == {(kind, person.pk): 1 for kind in ("daily", "urgent") for person in three}
    assert sum(mails().values()) == 6


@OUTBOX
@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_by_its_number_half_way_leaves_one_mail_each(three, family, start_worker, monkeypatch):
    monkeypatch.setenv("MAIL_DELIVERY", "outbox")
    NeedFactory(family=family, urgency=3)
    holder = psycopg2.connect(**connection.get_connection_params() | {"cursor_factory": None})
    with holder.cursor() as cursor:
        cursor.execute("LOCK TABLE agency_outboxmail IN ACCESS EXCLUSIVE MODE")
    first = start_worker()
    tasks.send_urgent_reminders.delay()
    until(somebody_waits, "the worker to be sending")

    kill(first)
    holder.rollback()
    holder.close()
    half_made = (Digest.objects.count(), OutboxMail.objects.count())
    start_worker()
    until(lambda: WorkRun.objects.filter(state="done").exists(), "a second worker to send")
    tasks.send_urgent_reminders()  # and once more, as a retry would

    assert half_made == (0, 0)
    assert mails() == {person.email: 1 for person in User.objects.filter(pk__in=[one.pk for one in three])}
