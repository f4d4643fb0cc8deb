"""The door: who comes in, how, and who does not. Counted in the real shared cache."""

import re
import runpy

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.urls import reverse

from agency import sessions
from agency.models import AuditEvent, User
from tests.conftest import PASSWORD

LOGIN = "/accounts/login/"


@pytest.fixture(autouse=True)
def _fresh_counters():
    cache.clear()
    yield
    cache.clear()


def sign_in(client, login, password=PASSWORD):
    return client.post(LOGIN, {"login": login, "password": password})


def is_in(client):
    return "_auth_user_id" in client.session


@pytest.mark.parametrize("known_as", ["username", "email"])
def test_people_sign_in_with_their_user_name_or_e_mail(client, worker, known_as):
    answer = sign_in(client, getattr(worker, known_as))

    assert (answer.status_code, answer.url, is_in(client)) == (302, reverse("workspace:my-day"), True)


def test_an_administrator_lands_on_the_accounts(client, administrator):
    assert sign_in(client, administrator.username).url == reverse("agency:accounts")


def test_signing_in_is_written_down(client, worker):
    sign_in(client, worker.username)

    assert [(event.event, event.by) for event in AuditEvent.objects.all()] == [("signed_in", worker)]


def test_a_wrong_password_says_nothing_about_the_account(client, worker):
    wrong = sign_in(client, worker.username, "not it").content.decode()
    nobody = sign_in(client, "nobody", "not it").content.decode()

    sentence = re.compile(r"<li>(?:<a[^>]*>)?(.*?)(?:</a>)?</li>")
    assert "not it" not in wrong
    assert sentence.findall(wrong)[:1] == sentence.findall(nobody)[:1] != []


def test_five_wrong_tries_shut_the_account_for_a_while(client, worker):
    for _try in range(5):
        sign_in(client, worker.username, "not it")

    answer = sign_in(client, worker.username)

    assert (answer.status_code, is_in(client)) == (200, False)
    assert "Too many" in answer.content.decode()


def test_user_name_and_e_mail_are_one_account_to_the_lock(client, worker):
    for login in (worker.username, worker.email, worker.username.upper(), worker.email, worker.username):
        sign_in(client, login, "not it")

    sign_in(client, worker.email)

    assert not is_in(client)


def test_a_locked_account_does_not_lock_its_neighbours(client, worker, outsider):
    for _try in range(5):
        sign_in(client, worker.username, "not it")

    sign_in(client, outsider.username)

    assert is_in(client)


def test_the_lock_holds_whichever_process_answers(client, worker, settings):
    for _try in range(5):
        sign_in(client, worker.username, "not it")

    assert settings.CACHES["default"]["BACKEND"].endswith("RedisCache")
    assert [key for key in cache._cache.get_client(None).scan_iter("*") if b"login_failed" in key] != []


def test_a_closed_account_does_not_open(client, worker):
    User.objects.filter(pk=worker.pk).update(is_active=False)

    answer = sign_in(client, worker.username)

    assert (answer.status_code, answer.url, is_in(client)) == (302, reverse("account_inactive"), False)
    assert "account/account_inactive.html" in [page.name for page in client.get(answer.url).templates]


def test_closing_an_account_ends_its_open_session(client, worker):
    sign_in(client, worker.username)
    User.objects.filter(pk=worker.pk).update(is_active=False)

    assert client.get(reverse("agency:profile")).url.startswith(LOGIN)


def test_signing_out_ends_the_session(client, worker):
    sign_in(client, worker.username)

    answer = client.post(reverse("account_logout"))

    assert (answer.url, is_in(client)) == (reverse("account_login"), False)


def test_nobody_signs_up(client, agency):
    typed = {"username": "new", "email": "n@example.org", "password1": PASSWORD, "password2": PASSWORD}

    answer = client.post(reverse("account_signup"), typed)

    assert ("account/signup_closed.html" in [t.name for t in answer.templates], User.objects.count()) == (True, 0)


def test_a_person_changes_their_password_with_the_old_one(client, worker):
    sign_in(client, worker.username)
    new = "a harvest of many hands"

    client.post(reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": new, "password2": new})

    worker.refresh_from_db()
    assert worker.check_password(new)


def test_a_password_everybody_uses_is_refused(client, worker):
    sign_in(client, worker.username)

    client.post(
        reverse("account_change_password"),
        {"oldpassword": PASSWORD, "password1": "password123", "password2": "password123"},
    )

    worker.refresh_from_db()
    assert worker.check_password(PASSWORD)


def test_a_forgotten_password_is_made_anew_through_a_link_that_works_once(client, worker, mailoutbox):
    client.post(reverse("account_reset_password"), {"email": worker.email})
    link = re.search(r"https?://[^/]+(/\S+)", mailoutbox[0].body)[1]
    new = "a harvest of many hands"

    form = client.get(link, follow=True)
    client.post(form.redirect_chain[-1][0], {"password1": new, "password2": new})
    again = client.get(link, follow=True)

    worker.refresh_from_db()
    assert ([mail.to for mail in mailoutbox][:1], worker.check_password(new)) == ([[worker.email]], True)
    assert "password1" not in again.content.decode()


def test_asking_for_an_unknown_address_tells_nothing(client, worker, mailoutbox):
    known = client.post(reverse("account_reset_password"), {"email": worker.email})
    unknown = client.post(reverse("account_reset_password"), {"email": "nobody@example.org"})

    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)


def code_for(secret):
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


def test_with_a_second_step_the_password_alone_opens_nothing(client, worker):
    sign_in(client, worker.username)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    page = client.get(reverse("mfa_activate_totp"))
    secret = client.session["mfa.totp.secret"]
    enrolled = client.post(reverse("mfa_activate_totp"), {"code": code_for(secret)})
    client.post(reverse("account_logout"))
    cache.clear()  # a code may be used once; the next one comes after thirty seconds

    asked = sign_in(client, worker.username)
    halfway = is_in(client)
    client.post(asked.url, {"code": code_for(secret)})

    assert (page.status_code, enrolled.status_code) == (200, 302)
    assert (asked.url, halfway, is_in(client)) == (reverse("mfa_authenticate"), False, True)


def test_a_wrong_code_does_not_open(client, worker):
    TOTP.activate(worker, "A" * 32)

    asked = sign_in(client, worker.username)
    client.post(asked.url, {"code": "000000"})

    assert not is_in(client)


def test_a_recovery_code_opens_once(client, worker):
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

    TOTP.activate(worker, "A" * 32)
    code = RecoveryCodes.activate(worker).get_unused_codes()[0]

    opened = []
    for _time in range(2):
        asked = sign_in(client, worker.username)
        client.post(asked.url, {"code": code})
        opened.append(is_in(client))
        client.post(reverse("account_logout"))

    assert opened == [True, False]
    assert Authenticator.objects.filter(user=worker).count() == 2


def read_settings(monkeypatch, **given):
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    return runpy.run_path("familypartnership/settings.py")


def test_an_identity_provider_is_offered_only_when_one_is_named(monkeypatch):
    given = {
        "OIDC_SERVER_URL": "https://id.example.org",
        "OIDC_CLIENT_ID": "family",
        "OIDC_CLIENT_SECRET": "quilt",
        "OIDC_NAME": "County sign-in",
    }

    without = read_settings(monkeypatch)["SOCIALACCOUNT_PROVIDERS"]
    app = read_settings(monkeypatch, **given)["SOCIALACCOUNT_PROVIDERS"]["openid_connect"]["APPS"][0]

    assert without == {}
    assert (app["name"], app["client_id"], app["settings"]["server_url"]) == (
        "County sign-in",
        "family",
        "https://id.example.org",
    )


def test_the_log_in_page_shows_the_provider_when_there_is_one(client, agency, settings):
    plain = client.get(LOGIN).content.decode()
    app = {"provider_id": "oidc", "name": "County sign-in", "client_id": "f", "secret": "q"}
    settings.SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {"APPS": [app | {"settings": {"server_url": "https://id.example.org"}}]}
    }

    offered = client.get(LOGIN).content.decode()

    assert ("County sign-in" in plain, "Sign in with County sign-in" in offered) == (False, True)


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("MAIL_DELIVERY", "pigeon", "MAIL_DELIVERY is 'pigeon'"),
        ("DATABASE_URL", "sqlite:///x.db", "DATABASE_URL must name a PostgreSQL database"),
        ("REDIS_URL", "memcached://x", "REDIS_URL must be"),
        ("REDIS_URL", "redis://cache:6379/3", "without a database's number"),
    ],
)
def test_a_setting_we_do_not_understand_stops_the_start(monkeypatch, name, value, sentence):
    from django.core.exceptions import ImproperlyConfigured

    with pytest.raises(ImproperlyConfigured, match=sentence):
        read_settings(monkeypatch, **{name: value})


def test_the_address_of_a_person_is_changed_by_an_administrator_only(client, worker):
    sign_in(client, worker.username)

    assert client.get("/accounts/email/").url == reverse("agency:profile")


def expires_at(client):
    return Session.objects.get(pk=client.session.session_key).expire_date


def test_a_page_soon_after_the_log_in_writes_no_session(client, worker):
    client.force_login(worker)
    ends = expires_at(client)

    client.get(reverse("agency:profile"))

    assert expires_at(client) == ends


def test_two_hours_are_counted_from_the_last_page(client, worker, monkeypatch):
    client.force_login(worker)
    ends = expires_at(client)
    monkeypatch.setattr(sessions, "LATELY", -1)

    client.get(reverse("agency:profile"))

    assert expires_at(client) > ends
