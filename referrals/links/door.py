"""The door: which link an address opens, the code that lets somebody in, and how often one may try.

Whatever is wrong with a link (ended, taken back, guessed, its referral closed, its consent gone) is answered by one
page; only the record of visits tells which. See docs/decisions/0013.
"""

from datetime import timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from agency import limits
from referrals import tasks
from referrals.links.tokens import code_of, hash_of, new_salt
from referrals.models import LinkCode, LinkVisit, PartnerLink

What = LinkVisit.What
AN_HOUR = 60 * 60
MOST_GUESSES = 30  # wrong addresses an hour from one place; then nothing is looked up
CODE_LASTS = timedelta(minutes=10)
MOST_TRIES = 5  # of one code
MOST_CODES = 5  # an hour for one e-mail address
MOST_WRONG = 20  # wrong codes a day for one e-mail address


def come(token, source):
    """The link this token opens, or None; either way it is written down. The same statements, whatever is wrong."""
    guesses = f"link-guesses:{source}"
    if limits.so_far(guesses) >= MOST_GUESSES:
        if limits.count(guesses, AN_HOUR) == MOST_GUESSES + 1:
            write(None, What.TOO_MANY, source)
        return None
    link = _with_usable().filter(token_hash=hash_of(token)).first()
    what = _what_of(link)
    write(link, what, source)
    if what == What.OPENED:
        return link
    limits.count(guesses, AN_HOUR)
    return None


def turn_away(pk, source):
    """Somebody came through a link that has since shut."""
    if link := _with_usable().filter(pk=pk).first():
        write(link, _what_of(link), source)


def _with_usable():
    usable = PartnerLink.objects.usable().filter(pk=OuterRef("pk"))
    return PartnerLink.objects.annotate(is_usable=Exists(usable))


def _what_of(link):
    if link is None:
        return What.UNKNOWN
    if link.is_usable:
        return What.OPENED
    if link.revoked_at:
        return What.REVOKED
    return What.EXPIRED if link.expires_at <= timezone.now() else What.CLOSED


def write(link, what, source, event=None):
    return LinkVisit.objects.create(link=link, what=what, source=source, event=event)


def usable(pk, *, late=False):
    """A link as it stands now, with what its pages need; None when it opens nothing any more.

    `late` is asked for an answer that was being written while staff ended the referral.
    """
    links = PartnerLink.objects.heard() if late else PartnerLink.objects.usable()
    return links.select_related("referral__service__partner", "referral__made_by").filter(pk=pk).first()


def speak(link, language):
    """The mail with the code, and the next one, come in the language chosen at the door."""
    if link.language != language:
        link.language = language
        link.save(update_fields=["language"])


@transaction.atomic
def ask_code(link, source):
    """Six digits go to the address the link went to; only the newest are good. Says CODE_SENT or TOO_MANY."""
    _one_at_a_time(link)
    if _lately(link, What.CODE_SENT, timedelta(hours=1)) >= MOST_CODES or _is_shut(link):
        return write(link, What.TOO_MANY, source).what
    codes = LinkCode.objects.filter(link__in=PartnerLink.objects.beside(link))
    codes.open().update(expires_at=timezone.now())
    code = LinkCode.objects.create(link=link, salt=new_salt(), expires_at=timezone.now() + CODE_LASTS)
    tasks.email_code.delay_on_commit(code.pk)
    return write(link, What.CODE_SENT, source).what


@transaction.atomic
def try_code(link, typed, source):
    """Are these the digits that went to this address last? Says RIGHT_CODE, WRONG_CODE or TOO_MANY."""
    _one_at_a_time(link)
    if _is_shut(link):
        return write(link, What.TOO_MANY, source).what
    code = LinkCode.objects.open().filter(link__in=PartnerLink.objects.beside(link), tries__lt=MOST_TRIES).first()
    is_right = code is not None and constant_time_compare(code_of(code.salt), typed)
    if code:
        code.tries += 1
        code.used_at = timezone.now() if is_right else None
        code.save(update_fields=["tries", "used_at"])
    return write(link, What.RIGHT_CODE if is_right else What.WRONG_CODE, source).what


def has_code(link):
    """A code is on its way, or may be typed in."""
    codes = LinkCode.objects.open().filter(link__in=PartnerLink.objects.beside(link))
    return codes.filter(tries__lt=MOST_TRIES).exists()


def _one_at_a_time(link):
    """Two tries at once for one address wait for each other, so that none is left uncounted."""
    list(PartnerLink.objects.beside(link).select_for_update(of=("self",)).order_by("pk").values_list("pk", flat=True))


def _is_shut(link):
    return _lately(link, What.WRONG_CODE, timedelta(days=1)) >= MOST_WRONG


def _lately(link, what, span):
    """How often for this e-mail address, through whichever of its links."""
    visits = LinkVisit.objects.filter(link__in=PartnerLink.objects.beside(link), what=what)
    return visits.filter(at__gt=timezone.now() - span).count()
