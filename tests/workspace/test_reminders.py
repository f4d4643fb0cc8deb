"""Reminders by mail: who gets which, when, in which words, and what stays out of them."""

import json
import re
from datetime import date, datetime, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db.models import F, Value
from django.db.models.functions import Concat
from django.urls import reverse
from django.utils import timezone

from agency.access import Role
from agency.models import Digest, ReminderChoice, RoleGrant, User, WorkRun
from families.models import Assignment, Family, FamilyMember, Need, Snooze
from goals.models import ProgressNote
from tests.agency.factories import CenterFactory, UserFactory
from tests.families.factories import AssignmentFactory, FamilyFactory, NeedFactory
from tests.goals.factories import ActionFactory, MeetingFactory, NoteFactory, TeammateFactory
from tests.supervision.factories import AbsenceFactory, DecisionFactory, SessionFactory
from tests.workspace.factories import ago, refer, tell_a_year
from tests.workspace.reminding import alarm, at, listens, next_weekday, numbers, send
from tests.workspace.test_my_day import at_rest
from workspace import tasks

pytestmark = pytest.mark.usefixtures("agency", "clocks")


@pytest.fixture
def late(family, worker):
    """Something of the family's is past its day, and its worker wants to hear of it on any day."""
    listens(worker)
    return NoteFactory(family=family, written_by=worker, next_step="Call back", next_on=ago(2))


def urgent(family, hours=0, **facts):
    return NeedFactory(family=family, urgency=3, opened_at=timezone.now() - timedelta(hours=hours), **facts)


# ---- who, and when -------------------------------------------------------------------------------------------------
def test_one_mail_says_how_much_waits_and_where_to_look(late, mailoutbox):
    send()

    mail = mailoutbox[0]
    assert (len(mailoutbox), numbers(mail)) == (1, {"Past its day": 1, "Next step": 1})
    assert f"{settings.SITE_URL}/?show=late" in mail.body
    assert mail.subject.endswith(": 1 thing waits for you")


def test_nobody_hears_of_nothing_and_is_not_asked_about_again(worker, family, mailoutbox):
    listens(worker)
    at_rest(family, worker)

    first = send()
    NoteFactory(family=family, written_by=worker, next_step="Call back", next_on=ago(2))
    second = send(now=at(13))

    assert (first.mails, first.nothing, second.already, mailoutbox) == (0, 1, 1, [])


def test_why_somebody_gets_no_mail_is_counted(center, family, late, mailoutbox):
    def somebody(**facts):
        return UserFactory(role=Role.WORKER, center=center, **facts)

    closed, nowhere, invited = somebody(is_active=False), somebody(email=""), somebody(last_login=None)
    User.objects.filter(pk=invited.pk).update(password="!")
    covered, off, later, not_today = somebody(), somebody(), somebody(), somebody()
    away = FamilyFactory(center=center)
    AssignmentFactory(family=away, worker=covered)
    AssignmentFactory(family=away, worker=late.written_by, kind="cover", ends_on=ago(-9))
    listens(closed, nowhere, invited, covered)
    listens(off, daily=False)
    listens(later, hour=19)
    listens(not_today, days=[timezone.localdate().isoweekday() % 7 + 1])

    account = send()

    assert account.as_dict()["skipped"] == {
        "away": 1, "later": 1, "never_in": 1, "no_address": 1, "not_today": 1, "off": 1,
    }  # fmt: skip
    assert [mail.to for mail in mailoutbox] == [[late.written_by.email]]


def test_who_is_away_hears_nothing_until_they_are_back(late, worker, mailoutbox):
    absence = AbsenceFactory(worker=worker)

    away = send().as_dict()["skipped"]["away"]
    absence.back_at = timezone.now()
    absence.save()
    send()

    assert (away, len(mailoutbox)) == (1, 1)


@pytest.mark.parametrize("day", [date(2026, 3, 8), date(2026, 11, 1), date(2026, 6, 10)])
def test_each_day_has_one_mail_at_the_persons_own_hour_whatever_the_clocks_do(worker, family, day, mailoutbox):
    listens(worker, hour=6)
    RoleGrant.objects.update(starts_on=date(2020, 1, 1))
    Assignment.objects.update(starts_on=date(2020, 1, 1))
    NoteFactory(family=family, written_by=worker, next_step="Call", next_on=day, happened_on=day)
    midnight = datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(settings.TIME_ZONE)).astimezone(ZoneInfo("UTC"))

    sent = []
    for hour in range(25):
        now = midnight + timedelta(hours=hour, minutes=5)
        if timezone.localdate(now) == day and send(now=now).mails:
            sent.append(timezone.localtime(now).hour)

    assert (sent, len(mailoutbox)) == ([6], 1)


def test_after_days_without_power_there_is_one_mail_not_three(late, mailoutbox):
    send()

    send(now=at(12, ago(-3)))
    send(now=at(13, ago(-3)))

    assert list(Digest.objects.order_by("for_on").values_list("for_on", flat=True)) == [ago(0), ago(-3)]
    assert len(mailoutbox) == 2


def test_what_is_put_aside_or_left_out_is_not_told(late, worker, family, mailoutbox):
    NoteFactory(family=family, written_by=worker, next_step="Visit", next_on=ago(-3))
    Snooze.objects.create(
        family=family, kind="next_step", about=late.pk, until_on=ago(-2), at_most=7, reason="Away", by=worker
    )
    listens(worker, left_out=["week"])

    account = send()

    assert (account.nothing, mailoutbox) == (1, [])


def test_what_only_waits_for_others_is_no_reason_for_a_mail(worker, family, mailoutbox):
    listens(worker)
    at_rest(family, worker)
    refer(NeedFactory(family=family), worker, days=5)

    account = send()

    found = {code: n for code, n in account.per_person[worker.pk].items() if n}
    assert (found, account.mails, mailoutbox) == ({"later": 1, "waiting": 1}, 0, [])


def test_what_a_colleague_took_on_waits_and_what_one_took_on_oneself_is_ones_own(worker, family, center):
    colleague = UserFactory(role=Role.WORKER, center=center)
    AssignmentFactory(family=family, worker=colleague, kind="team")
    listens(worker, colleague)
    at_rest(family, worker)
    DecisionFactory(session=SessionFactory(held=True, worker=worker), family=family, owner=colleague, due_on=ago(1))
    meeting = MeetingFactory(family=family)
    ActionFactory(meeting=meeting, who="member", member=TeammateFactory(family=family, staff=colleague), due_on=ago(1))

    found = {pk: {code: n for code, n in counts.items() if n} for pk, counts in send(dry_run=True).per_person.items()}

    assert found == {worker.pk: {"waiting": 2}, colleague.pk: {"late": 2}}


# ---- the week and the month ----------------------------------------------------------------------------------------
def test_a_supervisor_hears_once_a_week_how_the_team_is_doing_as_the_caseloads_say(
    signed_in, supervisor, worker, family, late, mailoutbox
):
    listens(supervisor, weekly=True)
    listens(worker, daily=False)
    wednesday = next_weekday(3)

    send(now=at(12, wednesday))
    send(now=at(12, wednesday + timedelta(days=1)))

    told = numbers(mailoutbox[0])
    page = signed_in(supervisor).get(reverse("supervision:caseloads"))
    assert (len(mailoutbox), told["Families with a main worker"], told["Something is past its day"]) == (1, 1, 1)
    assert page.status_code == 200
    week = Digest.objects.get(kind="weekly")
    assert (week.for_on, week.counts["past"]) == (wednesday - timedelta(days=2), 1)


def test_a_manager_hears_once_a_month_and_another_centers_supervisor_of_other_families(
    manager, family, late, worker, mailoutbox
):
    listens(worker, daily=False)
    listens(manager, monthly=True)
    stranger = UserFactory(role=Role.SUPERVISOR, center=CenterFactory())
    listens(stranger, weekly=True)
    friday = next_weekday(5)

    send(now=at(12, friday))
    send(now=at(12, next_weekday(1, friday)))

    told = {mail.to[0]: numbers(mail) for mail in mailoutbox}
    assert told[manager.email]["Families with something past its day"] == 1
    assert told[stranger.email]["Families with a main worker"] == 0
    month = Digest.objects.filter(kind="monthly").values_list("user", "for_on").order_by("for_on")
    assert month[0] == (manager.pk, friday.replace(day=1))


# ---- somebody at risk ----------------------------------------------------------------------------------------------
def test_an_urgent_need_is_told_within_the_hour_once_whatever_one_chose(worker, family, mailoutbox):
    listens(worker, daily=False)
    need = urgent(family)

    first, again = alarm(), alarm()
    urgent(family)
    second = alarm()
    Need.objects.filter(pk=need.pk).update(first_step_at=timezone.now())
    last = alarm()

    assert [account.mails for account in (first, again, second, last)] == [1, 0, 1, 0]
    assert [mail.subject for mail in mailoutbox] == ["Urgent: somebody needs a first step"] * 2
    assert list(Digest.objects.order_by("slot").values_list("slot", flat=True)) == [0, 1]


def test_what_the_mail_of_the_day_told_is_not_told_again_in_the_next_hour(worker, family, mailoutbox):
    listens(worker)
    urgent(family)

    send()
    alarm()

    assert (len(mailoutbox), numbers(mailoutbox[0])["Somebody is at risk today"]) == (1, 1)


def test_the_supervisor_hears_after_a_day_or_at_once_when_nobody_serves_the_family(
    worker, supervisor, family, center, mailoutbox
):
    urgent(family, hours=23)
    alarm()
    of_the_worker = [mail.to[0] for mail in mailoutbox]

    Need.objects.update(opened_at=F("opened_at") - timedelta(hours=2))
    alarm()
    urgent(FamilyFactory(center=center))
    alarm()
    alarm()

    assert of_the_worker == [worker.email]
    assert [mail.to[0] for mail in mailoutbox[1:]] == [supervisor.email] * 2


# ---- the words -----------------------------------------------------------------------------------------------------
def test_each_person_is_written_to_in_their_language(late, worker, mailoutbox):
    User.objects.filter(pk=worker.pk).update(language="es")
    listens(worker, left_out=[])
    day = timezone.localdate()

    send()

    assert f"{day.day} de " in mailoutbox[0].subject


def test_a_mail_is_the_same_whatever_the_families_are_called(worker, supervisor, family, manager, mailoutbox):
    """Nothing a family is, is called or has said can stand in a mail that does not change with it."""
    listens(worker, supervisor, manager, weekly=True, monthly=True)
    tell_a_year(family, worker)
    urgent(family, what="Eviction on Friday")
    NoteFactory(family=family, written_by=worker, next_step="Bring the lease", next_on=ago(0))
    everything = []
    for called in ("Hope", "Will Day", "Check-in 4"):
        Family.objects.update(name=called)
        FamilyMember.objects.update(first_name=called, last_name="Today")
        ProgressNote.objects.exclude(next_step="").update(next_step=Concat(Value(called), F("next_step")))
        Need.objects.update(what=called)
        Digest.objects.all().delete()
        send()
        alarm(now=timezone.now() + timedelta(days=2))
        everything.append([(mail.subject, mail.to, mail.body, mail.extra_headers) for mail in mailoutbox])
        mailoutbox.clear()

    assert everything[0] == everything[1] == everything[2]
    links = {link for mail in everything[0] for link in re.findall(r"http\S+", mail[2])}
    assert len(everything[0]) >= 4
    assert not any(re.search(r"\d", link.removeprefix(settings.SITE_URL)) for link in links)


# ---- choosing, the log, the command ----------------------------------------------------------------------------------
def test_somebody_chooses_days_hour_and_what_to_leave_out(signed_in, worker):
    client, url = signed_in(worker), reverse("agency:reminders")

    nothing = client.post(url, {"daily": "on", "hour": "9"})
    answer = client.post(url, {"daily": "on", "days": ["2", "4"], "hour": "9", "left_out": ["cheer"]})

    choice = ReminderChoice.objects.get(user=worker)
    assert (nothing.status_code, answer.url) == (200, reverse("agency:profile"))
    assert (choice.days, choice.hour, choice.left_out, choice.weekly) == ([2, 4], 9, ["cheer"], True)


def test_the_log_says_how_a_night_went_and_a_manager_runs_it_again(
    signed_in, manager, worker, family, mailoutbox, django_capture_on_commit_callbacks, monkeypatch
):
    asked, again = [], reverse("workspace:reminders-again", args=["urgent-reminders"])
    monkeypatch.setattr(tasks.send_urgent_reminders, "delay", asked.append)
    urgent(family)
    tasks.send_urgent_reminders()
    first = WorkRun.objects.get()
    page = signed_in(manager).get(reverse("agency:run", args=[first.pk])).content.decode()

    with django_capture_on_commit_callbacks(execute=True):
        answer = signed_in(manager).post(again)
        refused = signed_in(worker).post(again)
    tasks.send_urgent_reminders(asked[0])

    second, everybody = WorkRun.objects.get(pk=asked[0]), User.objects.count()
    assert (first.state, first.counts) == ("done", {"people": everybody, "mails": 1})
    assert ("Mails sent" in page, again in page, refused.status_code) == (True, True, 403)
    assert (answer.url, second.counts, second.asked_by) == (
        reverse("agency:run", args=[second.pk]), {"people": everybody, "mails": 0}, manager,
    )  # fmt: skip
    assert len(mailoutbox) == 1


def test_an_hour_in_which_nothing_went_leaves_no_line_in_the_log(worker, family):
    tasks.send_urgent_reminders()
    tasks.send_urgent_reminders()

    assert WorkRun.objects.filter(name="urgent-reminders").count() == 1


def test_the_command_counts_without_sending_and_prints_nothing_but_json(late, worker, family, mailoutbox):
    def said(*words):
        out = StringIO()
        call_command("send_reminders", *words, stdout=out)
        return out.getvalue()

    on = str(timezone.localdate())
    dry, text = json.loads(said("--on", on, "--dry-run", "--json")), said("--on", on, "--dry-run")
    nothing_kept = (Digest.objects.count(), WorkRun.objects.count(), len(mailoutbox))
    wet = json.loads(said("--on", on, "--json"))

    assert (dry["mails"], dry["per_person"][str(worker.pk)]["late"], nothing_kept) == (1, 1, (0, 0, 0))
    assert (f"user {worker.pk}: late 1" in text, family.name in text) == (True, False)
    assert (wet["mails"], wet["errors"], len(mailoutbox)) == (1, {}, 1)
    with pytest.raises(CommandError, match="is no day"):
        said("--on", "yesterday")
