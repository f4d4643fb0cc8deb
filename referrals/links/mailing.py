"""The mails a partner gets: a link, a code, a friendly word. They name nobody: no family, no need, no reason.

Each is written and marked in one transaction, under a lock on its row: a task that runs twice, or dies between, sends
once. What a mail server took just before a crash carries the same Message-ID when it goes again.
"""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import timezone, translation

from agency.due import Clocks
from agency.models import Agency
from referrals.links.tokens import address_of, code_of, hash_of, token_of
from referrals.models import LinkCode, PartnerLink


def send_link(link_id):
    """The mail with the link, once."""
    link = _held(PartnerLink.objects.usable().filter(mailed_at=None), link_id)
    if link:
        _send("referral_link", link, f"link-{link.pk}", url=address_of(link), until=link.expires_at)
        _mark(link, mailed_at=timezone.now())


def send_code(code_id):
    """The mail with the six digits, once, while they are good."""
    code = _held(LinkCode.objects.open().filter(mailed_at=None).select_related("link"), code_id)
    if code:
        _send("referral_code", code.link, f"code-{code.pk}", code=code_of(code.salt))
        LinkCode.objects.filter(pk=code.pk).update(mailed_at=timezone.now())


def never_mailed():
    """Links whose mail was lost before it went: a broker that died took it along."""
    return PartnerLink.objects.usable().filter(mailed_at=None).order_by("pk").values_list("pk", flat=True)


def to_remind(clocks):
    """The newest silent link of each address that is up for a friendly word."""
    newest = {}
    for link in _silent().order_by("pk"):
        if is_due(link, clocks):
            newest[link.referral.service.partner_id, link.sent_to.lower()] = link.pk
    return sorted(newest.values())


def is_due(link, clocks):
    """A clock's period has gone by since the last mail."""
    last = timezone.localdate(link.reminded_at or link.mailed_at)
    due = clocks.due_on("partner_reminder", last, link.referral.family.center.program_id)
    return due is not None and due <= clocks.on


def remind(link_id):
    """One friendly word to an address for all of its silent referrals, once a period."""
    newest = _silent().filter(pk=link_id).first()
    if newest is None:
        return
    silent = list(_silent().beside(newest).select_for_update(of=("self",)).order_by("pk"))
    clocks = Clocks()
    due = [link for link in silent if is_due(link, clocks)]
    if due:
        link = due[-1]
        key = f"remind-{link.pk}-{clocks.on:%Y%m%d}"
        _send("referral_reminder", link, key, url=address_of(link), until=link.expires_at, count=len(silent))
        for each in due:
            _mark(each, reminded_at=timezone.now())


def _silent():
    links = PartnerLink.objects.usable().unanswered().exclude(mailed_at=None)
    return links.select_related("referral__family__center", "referral__service")


def _held(rows, pk):
    return rows.select_for_update(of=("self",)).filter(pk=pk).first()


def _mark(link, **done):
    """Also writes down the address the mail has named: another one, after the installation's key was changed."""
    PartnerLink.objects.filter(pk=link.pk).update(token_hash=hash_of(token_of(link.salt)), **done)


def _send(name, link, key, **words):
    words |= {"agency": Agency.objects.first()}
    with translation.override(link.language):
        subject = " ".join(render_to_string(f"emails/{name}_subject.txt", words).split())
        body = render_to_string(f"emails/{name}.txt", words)
    headers = {"Message-ID": f"<{key}@{urlsplit(settings.SITE_URL).hostname}>", "Auto-Submitted": "auto-generated"}
    EmailMessage(subject, body, None, [link.sent_to], headers=headers).send()
