"""How people come in: accounts are made by an administrator, nobody signs up."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from agency import audit
from agency.context import first_page
from agency.models import User


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _("This name and this password do not belong together. Check both."),
        "email_password_mismatch": _("This e-mail and this password do not belong together. Check both."),
        "too_many_login_attempts": _("Too many wrong passwords. Wait five minutes, then try again."),
        "incorrect_password": _("This is not your password. Try again."),
        "incorrect_code": _("This code does not fit. Codes change every half minute: type the newest."),
    }

    def is_open_for_signup(self, request):
        return False

    def _get_login_attempts_cache_key(self, request, **credentials):
        """Wrong tries are counted by account: its user name and its e-mail are one door, not two.

        allauth counts by what was typed, and offers no other place to say so.
        """
        login = credentials.get("email") or credentials.get("username", "")
        user = User.objects.filter(Q(username__iexact=login) | Q(email__iexact=login)).first()
        return f"account:{user.pk}" if user else f"unknown:{login.lower()}"

    def get_login_redirect_url(self, request):
        return first_page(request.user)

    def post_login(self, request, user, **kwargs):
        audit.record("signed_in", by=user)
        return super().post_login(request, user, **kwargs)


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    def is_open_for_signup(self, request, sociallogin):
        """An OpenID log-in opens the account with the same e-mail; it never makes one."""
        return False
