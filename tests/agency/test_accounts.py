"""Staff accounts: made with a link, given roles, closed and opened, and never without an administrator."""

import re
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.urls import reverse
from django.utils import timezone

from agency import actions
from agency.access import Role
from agency.models import AuditEvent, RoleGrant, User
from agency.tasks import email_invitation
from tests.agency.factories import RoleGrantFactory, UserFactory
from tests.conftest import PASSWORD

TODAY = timezone.localdate


@pytest.fixture
def office(signed_in, administrator):
    return signed_in(administrator)


def person(**changes):
    typed = {
        "first_name": "Sabina", "last_name": "Ortiz", "username": "sabina", "email": "sabina@example.org",
        "title": "", "phone": "", "language": "en",
    }  # fmt: skip
    return typed | changes


def roles(*rows, initial=0):
    """The formset's part of a post: each row's values, with an id for the stored ones."""
    typed = {"roles-TOTAL_FORMS": len(rows), "roles-INITIAL_FORMS": initial}
    empty = {"role": "", "program": "", "center": "", "starts_on": str(TODAY()), "ends_on": ""}
    for number, row in enumerate(rows):
        typed |= {f"roles-{number}-{name}": value for name, value in (empty | row).items()}
    return typed


def stored(user):
    """What the account page would post for somebody as they are."""
    grants = [
        {"id": g.pk, "role": g.role, "program": g.program_id or "", "center": g.center_id or "",
         "starts_on": str(g.starts_on), "ends_on": str(g.ends_on or "")}
        for g in user.role_grants.order_by("pk")
    ]  # fmt: skip
    names = ("first_name", "last_name", "username", "email", "title", "phone", "language")
    return {name: getattr(user, name) for name in names}, grants


def change(office, user, grants=None, **changes):
    who, now = stored(user)
    return office.post(user.get_absolute_url(), who | changes | roles(*(grants or now), initial=len(now)))


def test_a_new_person_gets_a_link_and_chooses_the_password(office, center, at_once, mailoutbox, client):
    with at_once():
        office.post(reverse("agency:account-add"), person() | roles({"role": "worker", "center": center.pk}))

    user = User.objects.get(username="sabina")
    link = re.search(r"https?://[^/]+(/\S+)", mailoutbox[0].body)[1]
    client.logout()
    page = client.get(link, follow=True)
    client.post(page.redirect_chain[-1][0], {"password1": "a harvest of many", "password2": "a harvest of many"})

    user.refresh_from_db()
    assert (mailoutbox[0].to, user.check_password("a harvest of many")) == (["sabina@example.org"], True)
    assert [str(grant) for grant in user.role_grants.all()] == [f"Family service worker, {center}"]


def test_the_invitation_speaks_the_persons_language_and_names_no_password(agency, mailoutbox):
    user = UserFactory(language="es")
    user.set_unusable_password()
    user.save()

    email_invitation(user.pk)

    assert (len(mailoutbox), user.username in mailoutbox[0].body) == (1, True)


def test_nobody_who_has_a_password_is_invited_again(agency, worker, mailoutbox):
    email_invitation(worker.pk)

    assert mailoutbox == []


def test_a_new_account_with_a_wrong_role_is_not_made(office, center):
    answer = office.post(
        reverse("agency:account-add"),
        person() | roles({"role": "worker", "center": center.pk, "program": center.program.pk}),
    )

    assert (answer.status_code, User.objects.filter(username="sabina").exists()) == (200, False)
    assert "Choose a program or a center, not both." in answer.content.decode()
    assert 'value="Sabina"' in answer.content.decode()


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ({"role": "monitor"}, "A reviewer’s role needs a last day."),
        (
            {"role": "worker", "starts_on": "2026-11-02", "ends_on": "2026-11-01"},
            "The role would end before it starts.",
        ),
    ],
)
def test_a_role_that_cannot_be_says_why(office, row, sentence):
    answer = office.post(reverse("agency:account-add"), person() | roles(row))

    assert sentence in answer.content.decode()


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("username", "STAFF-TWIN", "Another account has this user name already."),
        ("email", "Twin@Example.org", "Another account has this e-mail address already."),
    ],
)
def test_no_two_accounts_are_taken_for_each_other(office, field, value, sentence):
    UserFactory(username="staff-twin", email="twin@example.org")

    answer = office.post(reverse("agency:account-add"), person(**{field: value}) | roles({"role": "worker"}))

    assert sentence in answer.content.decode()


def test_roles_are_added_and_ended(office, worker):
    _who, now = stored(worker)
    ended = now[0] | {"ends_on": str(TODAY() - timedelta(days=1))}

    change(office, worker, [ended, {"role": "supervisor", "center": now[0]["center"]}])

    worker = User.objects.get(pk=worker.pk)
    assert [grant.role for grant in worker.grants] == [Role.SUPERVISOR]
    assert AuditEvent.objects.filter(event="account_changed").count() == 1


def test_a_change_of_name_is_kept_and_written_down_without_the_name(office, worker):
    change(office, worker, first_name="Sabina")

    event = AuditEvent.objects.get(event="account_changed")
    worker.refresh_from_db()
    assert (worker.first_name, event.facts["fields"], "Sabina" in str(event.facts)) == ("Sabina", ["first_name"], False)


def test_an_old_address_opens_nothing_and_gets_no_link(office, worker, client, mailoutbox):
    old = worker.email
    EmailAddress.objects.create(user=worker, email=old, verified=True, primary=True)
    change(office, worker, email="new@example.org")
    client.logout()

    client.post("/accounts/login/", {"login": old, "password": PASSWORD})
    client.post(reverse("account_reset_password"), {"email": old})

    assert "_auth_user_id" not in client.session
    assert [mail for mail in mailoutbox if "/key/" in mail.body] == []


def test_administrators_cannot_take_their_own_role(office, administrator):
    UserFactory(role=Role.ADMINISTRATOR)
    _who, now = stored(administrator)

    answer = change(office, administrator, [now[0] | {"ends_on": str(TODAY() - timedelta(days=1))}])

    assert "You would shut yourself out" in answer.content.decode()
    assert User.objects.get(pk=administrator.pk).is_a(Role.ADMINISTRATOR)


def test_administrators_cannot_close_their_own_account(office, administrator):
    office.post(reverse("agency:account-close", args=[administrator.pk]))

    administrator.refresh_from_db()
    assert administrator.is_active


def test_there_is_always_an_administrator_left(administrator):
    other = UserFactory(role=Role.ADMINISTRATOR)
    actions.deactivate(user=other, by=administrator)

    with pytest.raises(actions.LockedOut):
        actions.deactivate(user=administrator, by=other)

    assert list(User.objects.filter(is_active=True)) == [administrator]


def test_closing_asks_first_then_shuts_the_door(office, worker):
    question = office.get(reverse("agency:account-close", args=[worker.pk]))
    office.post(reverse("agency:account-close", args=[worker.pk]))

    worker.refresh_from_db()
    assert (question.status_code, worker.is_active) == (200, False)


def test_a_closed_account_opens_again(office, worker):
    actions.deactivate(user=worker, by=office.session and User.objects.get(pk=office.session["_auth_user_id"]))

    office.post(reverse("agency:account-open", args=[worker.pk]))

    worker.refresh_from_db()
    assert worker.is_active


def test_a_lost_phone_is_taken_off_the_account(office, worker):
    Authenticator.objects.create(user=worker, type=Authenticator.Type.TOTP, data={"secret": "A" * 32})

    office.post(reverse("agency:account-second-step", args=[worker.pk]))

    assert not Authenticator.objects.filter(user=worker).exists()
    assert AuditEvent.objects.get(event="second_step_reset").about_id == str(worker.pk)


def test_the_link_is_sent_again_only_while_no_password_is_chosen(office, worker, at_once, mailoutbox):
    invited = UserFactory()
    User.objects.filter(pk=invited.pk).update(password="!never")

    with at_once():
        answers = [office.post(reverse("agency:account-invite", args=[p.pk])).status_code for p in (invited, worker)]

    assert (answers, [mail.to for mail in mailoutbox]) == ([302, 404], [[invited.email]])


@pytest.mark.parametrize("role", [Role.WORKER, Role.SUPERVISOR, Role.MANAGER, Role.TEAMMATE])
def test_nobody_but_an_administrator_opens_the_accounts(signed_in, agency, role, worker):
    client = signed_in(UserFactory(role=role))
    addresses = [reverse("agency:accounts"), reverse("agency:account-add"), worker.get_absolute_url()]

    assert {client.get(address).status_code for address in addresses} == {403}


@pytest.mark.parametrize(("shown", "names"), [("working", 3), ("closed", 1), ("without_password", 1)])
def test_the_list_is_narrowed(office, shown, names, worker):
    UserFactory(is_active=False)
    User.objects.filter(pk=UserFactory().pk).update(password="!never")

    assert len(office.get(reverse("agency:accounts"), {"show": shown}).context["rows"]) == names


def test_somebody_is_found_by_a_part_of_the_name(office):
    UserFactory(first_name="Sabina", last_name="Ortiz")

    rows = office.get(reverse("agency:accounts"), {"q": "sab ort"}).context["rows"]

    assert [row["head"] for row in rows] == ["Sabina Ortiz"]


def test_the_list_asks_the_database_as_often_for_three_as_for_one(office, django_assert_num_queries, center):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    address, counts = reverse("agency:accounts"), []
    office.get(address)
    for more in (0, 3):
        for _one in range(more):
            RoleGrantFactory(user=UserFactory(role=Role.WORKER, center=center), role=Role.TEAMMATE)
        with CaptureQueriesContext(
            connection,
        ) as captured:
            office.get(address)
        counts.append(len(captured))

    assert counts[0] == counts[1]


def test_a_profile_is_saved_and_speaks_at_once(signed_in, worker):
    client = signed_in(worker)
    typed = {"first_name": "Sabina", "last_name": "Ortiz", "title": "Advocate", "phone": "", "works_in": ""}

    client.post(reverse("agency:profile"), typed | {"language": "es", "theme": "dark"})
    page = client.get(reverse("agency:profile"))

    worker.refresh_from_db()
    assert (str(worker), worker.language, worker.theme, worker.title) == ("Sabina Ortiz", "es", "dark", "Advocate")
    assert '<html lang="es" data-bs-theme="dark">' in page.content.decode()


def test_a_profile_without_a_name_keeps_what_was_typed(signed_in, worker):
    typed = {"first_name": "", "last_name": "Ortiz", "title": "Advocate", "language": "en", "theme": ""}

    answer = signed_in(worker).post(reverse("agency:profile"), typed)

    assert ('value="Advocate"' in answer.content.decode(), User.objects.get(pk=worker.pk).title) == (True, "")


def test_a_profile_cannot_be_used_to_take_a_role(signed_in, worker):
    typed = {"first_name": "S", "language": "en", "theme": "", "is_superuser": "on", "username": "root", "roles": "x"}

    signed_in(worker).post(reverse("agency:profile"), typed)

    worker.refresh_from_db()
    assert (worker.is_superuser, worker.username != "root", RoleGrant.objects.filter(user=worker).count()) == (
        False, True, 1,
    )  # fmt: skip


def test_who_only_keeps_accounts_is_offered_no_day(client, administrator, agency):
    client.force_login(administrator)

    assert [place["name"] for place in client.get(reverse("agency:accounts")).context["shell"]["nav"]] == [
        "agency:accounts"
    ]
