"""What tests of a partner's link share: a partner at its browser, who reads the mails we send there."""

import re
import secrets

from django.test import Client
from django.urls import reverse

from referrals.links import tokens


def address(link):
    return reverse("referrals:answer-link", args=[tokens.token_of(link.salt)])


class Partner:
    """Somebody at a partner, with a browser and the mailbox the links go to."""

    def __init__(self, mailoutbox, at_once, **browser):
        somewhere = ".".join(["10", *map(str, secrets.token_bytes(3))])  # guesses are counted by where they come from
        self.browser = Client(**{"REMOTE_ADDR": somewhere} | browser)
        self.mailbox, self.at_once = mailoutbox, at_once

    def open(self, link):
        return self.browser.get(address(link))

    def ask_for_digits(self):
        with self.at_once():
            return self.browser.post(reverse("referrals:answer-code"))

    def digits(self):
        return re.search(r"^\d{6}$", self.mailbox[-1].body, re.MULTILINE)[0]

    def type(self, digits):
        return self.browser.post(reverse("referrals:answer-enter"), {"code": digits})

    def come_in(self, link):
        self.open(link)
        self.ask_for_digits()
        return self.type(self.digits())

    def read(self, link):
        return self.browser.get(reverse("referrals:answer-one", args=[link.referral_id]))

    def say(self, link, answer, **typed):
        url = reverse("referrals:answer-one", args=[link.referral_id])
        details = {name if name == "note" else f"{answer}-{name}": said for name, said in typed.items()}
        return self.browser.post(url, {"answer": answer, **details})
