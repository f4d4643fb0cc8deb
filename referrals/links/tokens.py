"""Addresses and codes nobody keeps: worked out from a row's salt and the key of this installation.

The tables hold the salt and, to find a link again, the hash of its token; without the key neither opens anything. So a
reminder can name the same address once more, and no task is ever handed a token or a code.
"""

import hashlib
import secrets
from base64 import urlsafe_b64encode

from django.conf import settings
from django.urls import reverse
from django.utils.crypto import salted_hmac

DIGITS = 6


def new_salt():
    return secrets.token_hex(32)


def token_of(salt):
    """What stands in a link's address: 32 bytes that only this installation can work out."""
    return urlsafe_b64encode(_digest("referrals.links.token", salt)).decode().rstrip("=")


def hash_of(token):
    return hashlib.sha256(token.encode()).hexdigest()


def code_of(salt):
    """Six digits, as they stand in the mail."""
    return f"{int.from_bytes(_digest('referrals.links.code', salt)[:8]) % 10**DIGITS:0{DIGITS}}"


def address_of(link):
    """Where the partner answers, as it stands in the mail."""
    return settings.SITE_URL + reverse("referrals:answer-link", args=[token_of(link.salt)])


def _digest(purpose, salt):
    return salted_hmac(purpose, salt, algorithm="sha256").digest()
