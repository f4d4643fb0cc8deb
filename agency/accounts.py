"""How people come in: accounts are made by an administrator, nobody signs up."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter

from agency import audit
from agency.context import first_page


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request):
        return False

    def get_login_redirect_url(self, request):
        return first_page(request.user)

    def post_login(self, request, user, **kwargs):
        audit.record("signed_in", by=user)
        return super().post_login(request, user, **kwargs)


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    def is_open_for_signup(self, request, sociallogin):
        """An OpenID log-in opens the account with the same e-mail; it never makes one."""
        return False
