"""Kept views and the mails about them; small answers of standing reports that no count shows."""

from datetime import date, timedelta
from smtplib import SMTPException

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from agency.access import Role
from reports.models import SavedView, ViewMail, ViewSchedule
from reports.standing import outcomes, saving
from reports.standing.tasks import send_views
from tests.agency.factories import ProgramFactory, UserFactory

MONDAY = date(2026, 10, 5)


def kept(user, every="week", **facts):
    view = SavedView.objects.create(user=user, kind="referrals", name="Ours", **facts)
    ViewSchedule.objects.create(view=view, every=every, next_on=MONDAY)
    return view


def keep(client, query="", **words):
    return client.post(reverse("reports:keep", args=["referrals"]) + query, {"name": "Ours"} | words)


def test_a_view_keeps_what_was_chosen_and_counts_the_newest_days(client, manager, center):
    client.force_login(manager)

    answer = keep(client, f"?where=center:{center.pk}&period=2020-10&language=es&nonsense=1", every="month")
    view = SavedView.objects.get()

    assert (answer.status_code, view.query) == (302, f"language=es&where=center%3A{center.pk}")
    assert view.schedule.next_on == view.schedule.after(timezone.localdate())
    assert client.get(view.get_absolute_url()).url == f"/reports/now/referrals/?{view.query}"
    assert client.get(view.address).status_code == 200


def test_a_view_may_keep_its_very_days(client, manager):
    client.force_login(manager)

    keep(client, "?where=agency&period=2020-10", keeps_days="on")

    assert SavedView.objects.get().query == "period=2020-10&where=agency"


def test_a_view_changes_by_taking_the_place_of_the_one_of_its_name(client, manager, center):
    client.force_login(manager)
    keep(client, "?where=agency", every="week")
    first = SavedView.objects.get()

    refused = keep(client, f"?where=center:{center.pk}")
    keep(client, f"?where=center:{center.pk}", replaces="on")

    view = SavedView.objects.get()
    assert (refused.status_code, list(refused.context["form"].errors)) == (422, ["name"])
    assert (view.pk, view.query) == (first.pk, f"where=center%3A{center.pk}")
    assert not ViewSchedule.objects.exists()


def test_a_shared_view_is_found_by_colleagues_and_dropped_only_by_its_owner(client, manager, supervisor):
    shared, own = kept(manager, is_shared=True), SavedView.objects.create(user=manager, kind="gap", name="Mine")
    client.force_login(supervisor)
    answers = [client.get(reverse("reports:view", args=[view.pk])).status_code for view in (shared, own)]
    refused = client.post(reverse("reports:view-drop", args=[shared.pk])).status_code
    client.force_login(manager)
    client.post(reverse("reports:view-drop", args=[shared.pk]))

    assert (answers, refused) == ([302, 404], 404)
    assert list(SavedView.objects.all()) == [own]


def test_the_page_of_reports_names_every_report_and_the_kept_views(client, manager):
    kept(manager)
    client.force_login(manager)

    page = client.get(reverse("reports:list")).text

    assert all(f"/reports/now/{code}/" in page for code in ("outcomes", "timeliness", "caseload", "quality"))
    assert "its link comes every Monday" in page


def test_one_mail_comes_a_day_it_is_due_and_holds_the_link_alone(settings, manager):
    view = kept(manager)

    counts = [
        saving.send_all(on=day) for day in (MONDAY, MONDAY, MONDAY + timedelta(days=6), MONDAY + timedelta(days=7))
    ]

    assert counts == [1, 0, 0, 1]
    assert [one.to for one in mail.outbox] == [[manager.email]] * 2
    assert settings.SITE_URL + view.get_absolute_url() in mail.outbox[0].body
    assert "Ours" not in mail.outbox[0].subject + mail.outbox[0].body
    assert list(ViewMail.objects.values_list("due_on", flat=True).order_by("due_on")) == [
        MONDAY,
        MONDAY + timedelta(days=7),
    ]


def test_after_weeks_without_power_one_mail_comes(manager):
    view = kept(manager)

    saving.send_all(on=MONDAY + timedelta(days=30))

    assert len(mail.outbox) == 1
    assert ViewSchedule.objects.get(view=view).next_on == MONDAY + timedelta(days=35)


def test_a_mail_that_was_not_taken_stays_due(manager, monkeypatch):
    view = kept(manager)

    def refuse(self):
        raise SMTPException

    with monkeypatch.context() as away:
        away.setattr("django.core.mail.EmailMessage.send", refuse)
        first = saving.send_all(on=MONDAY)

    assert (first, ViewMail.objects.count(), ViewSchedule.objects.get(view=view).next_on) == (0, 0, MONDAY)
    assert saving.send_all(on=MONDAY) == 1


def test_who_reads_reports_no_more_gets_no_mail(worker):
    kept(worker)

    assert (saving.send_all(on=MONDAY), mail.outbox) == (0, [])


def test_the_task_sends_what_is_due_today(manager):
    view = kept(manager)
    ViewSchedule.objects.filter(view=view).update(next_on=timezone.localdate())

    assert [send_views(), send_views()] == [1, 0]


@pytest.mark.parametrize(("every", "next_on"), [("week", date(2026, 10, 12)), ("month", date(2026, 11, 1))])
def test_the_next_day_of_a_schedule(every, next_on):
    assert ViewSchedule(every=every).after(MONDAY) == next_on


@pytest.mark.parametrize(
    ("up", "of", "bounds"),
    [(0, 10, (0.0, 0.278)), (5, 10, (0.237, 0.763)), (10, 10, (0.722, 1.0)), (23, 41, (0.41, 0.701))],
)
def test_the_bounds_of_a_share_are_wilsons(up, of, bounds):
    assert outcomes.wilson(up, of) == pytest.approx(bounds, abs=0.001)


def test_a_share_of_few_families_is_not_told():
    assert outcomes.likely(3, 4) == "Too few families for a share."
    assert outcomes.likely(23, 41) == "56 in 100 went up; by chance alone it could be 41 to 70."


@pytest.mark.parametrize("code", ["outcomes", "referrals", "gap", "rights", "quality", "caseload", "timeliness"])
def test_a_report_asks_as_much_for_many_families_as_for_one(code, family, django_assert_max_num_queries):
    from reports import kinds
    from reports.periods import Days
    from reports.scope import Scope

    with django_assert_max_num_queries(12):
        kinds.named(code).count(Scope(Days.of(timezone.localdate())))


def test_each_family_of_a_worker_is_mended_where_it_is_wrong(client, worker, supervisor, manager, family):
    """Neither conversation nor agreement: both ways for who may go them, the same words for who may not."""
    url = reverse("reports:live-families", args=["quality", f"workers.{worker.pk}.missing"])
    ways = [reverse("families:assess", args=[family.pk]), reverse("goals:agreement-offer", args=[family.pk])]
    found = []
    for person in (supervisor, manager):
        client.force_login(person)
        page = client.get(url).text
        found.append(["No agreement offered yet" in page, *(f'href="{way}"' in page for way in ways)])

    assert found == [[True, True, True], [True, False, False]]


def test_who_has_some_centers_and_a_whole_delegate_is_shown_all_of_them_first(client, supervisor, center):
    delegate = ProgramFactory(delegate_name="Northside")
    supervisor.role_grants.create(role=Role.SUPERVISOR, program=delegate, starts_on=date(2020, 1, 1))
    client.force_login(supervisor)

    form = client.get(reverse("reports:live", args=["gap"])).context["form"]

    assert form.fields["where"].initial == "centers"


def test_a_reviewer_reads_and_takes_no_file_away(client, db):
    reviewer = UserFactory()
    reviewer.role_grants.create(role=Role.MONITOR, starts_on=date(2020, 1, 1), ends_on=date(2999, 1, 1))
    client.force_login(reviewer)

    page = client.get(reverse("reports:live", args=["outcomes"]))

    assert (page.status_code, "file.xlsx" in page.text) == (200, False)
    assert client.get(reverse("reports:live-file", args=["outcomes", "pdf"])).status_code == 403
