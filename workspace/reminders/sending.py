"""Each reminder once: its row and its mail are one transaction, and the row is the truth (docs/decisions/0017).

Who finds a row sends nothing; a second run that comes at the same moment waits at the row until the first has ended. A
worker that dies in the middle leaves no row, so the next run sends. Nothing is made up for days gone by.
"""

from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from datetime import timedelta
from smtplib import SMTPDataError, SMTPException, SMTPRecipientsRefused

from django.core.mail import get_connection
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from agency.due import Clocks
from agency.models import Digest
from workspace.reminders import team, urgent, what, who, words

NOT_TAKEN = (SMTPException, OSError)  # what a mail server that is away, or does not want a mail, answers with
ONLY_THIS_ONE = (SMTPRecipientsRefused, SMTPDataError)  # one address, one mail: the server is there
IN_A_ROW = 3  # so many failures one after the other, and the server is taken to be away


class MailServerAway(Exception):
    """Nothing was taken several times in a row: the rest waits for the next run."""


@dataclass
class Account:
    """What a run did, in numbers; `per_person` only says how many things each key was told of."""

    people: int = 0
    mails: int = 0
    nothing: int = 0
    already: int = 0
    skipped: Counter = field(default_factory=Counter)
    errors: Counter = field(default_factory=Counter)
    per_person: dict = field(default_factory=dict)

    def as_dict(self):
        facts = {"people": self.people, "mails": self.mails, "nothing": self.nothing, "already": self.already}
        return facts | {"skipped": dict(sorted(self.skipped.items())), "errors": dict(sorted(self.errors.items()))}

    def as_counts(self):
        """The same in one row, for the run log; what stayed at zero is left out."""
        facts = self.as_dict()
        facts |= facts.pop("skipped") | facts.pop("errors")
        return {name: n for name, n in facts.items() if n or name in ("people", "mails")}

    @property
    def did_something(self):
        return bool(self.mails or self.nothing or self.errors)


class Post:
    """One connection to the mail server for many mails; opened anew after a mail was not taken."""

    def __init__(self):
        self.connection, self.refused = get_connection(), 0

    def send(self, mail):
        mail.connection = self.connection
        mail.send()

    def took(self):
        self.refused = 0

    def refuse(self, error):
        """A mail was not taken. The next one may be; several in a row mean that nobody is there."""
        self.connection.close()
        self.refused = 0 if isinstance(error, ONLY_THIS_ONE) else self.refused + 1
        if self.refused >= IN_A_ROW:
            raise MailServerAway from error

    def close(self):
        self.connection.close()


@dataclass
class Letter:
    """A mail that may go, the rows that say so, and what it counts."""

    user: object
    rows: list  # Digest, the first of which decides whether the mail goes
    mail: object = None


# ---- once a day ---------------------------------------------------------------------------------------------------
def daily(account, *, on=None, now=None, dry_run=False, run=None, told=lambda done, total: None):
    """The mail of the day for everybody whose hour has come and who has not got it. Safe to run at any moment."""
    now = timezone.localtime(now)
    on, hour = on or now.date(), now.hour if on in (None, now.date()) else 24
    readers = who.readers(on)
    account.people = len(readers)
    settled, wanting = who.settled(Digest.Kind.DAILY, on), []
    for reader in readers:
        why = reader.why_not(on, hour)
        if why:
            account.skipped[why.value] += 1
        elif reader.user.pk in settled:
            account.already += 1
        else:
            wanting.append(reader)
    _send_all(letters(wanting, readers, on), account, run, dry_run, lambda done: told(done, len(wanting)))


def letters(wanting, readers, on):
    """A `Letter` for each who wants one, of `readers` who all work here. Nothing is kept and nothing leaves here."""
    clocks = Clocks(on)
    beside, picture = what.Beside(clocks), team.Picture(team.served(readers), clocks)
    monday, first = on - timedelta(days=on.weekday()), on.replace(day=1)
    had_week, had_month = who.settled(Digest.Kind.WEEKLY, monday), who.settled(Digest.Kind.MONTHLY, first)
    for reader, seen in what.seen_by(wanting, clocks):
        with translation.override(reader.user.language):
            parts = Parts(reader, clocks, on)
            parts.day(seen, beside)
            if reader.leads and reader.choice.weekly and reader.user.pk not in had_week:
                parts.week(monday, picture)
            if reader.counts_the_agency and reader.choice.monthly and reader.user.pk not in had_month:
                parts.month(first, picture)
            letter = parts.letter()
        yield letter


class Parts:
    """The parts of one person's mail: their day, the week of their team, the month of the agency."""

    def __init__(self, reader, clocks, on):
        self.reader, self.user, self.clocks, self.on = reader, reader.user, clocks, on
        self.todo, self.rows, self.sections = 0, [], []

    def day(self, seen, beside):
        waiting = what.of_day(self.reader, seen, self.clocks, beside)
        choice = self.reader.choice
        tells = choice.daily and waiting.is_worth_a_mail(choice)
        if tells:
            self.todo = waiting.to_do
            self._section(_("What waits for you"), words.of_the_day(waiting, choice))
        told = [urgent.key_of(item) for item in waiting.urgent] if tells else []
        self._row(Digest.Kind.DAILY, self.on, waiting.counts, told=told)

    def week(self, monday, picture):
        counts = team.week(self.user, picture)
        self._section(_("Your team this week: in how many families"), words.of_the_week(counts))
        self._row(Digest.Kind.WEEKLY, monday, counts)

    def month(self, first, picture):
        counts = team.month(self.user, picture)
        self._section(_("The agency this month"), words.of_the_month(counts, self.clocks))
        self._row(Digest.Kind.MONTHLY, first, counts)

    def _section(self, title, lines):
        self.sections.append({"title": title, "lines": lines})

    def _row(self, kind, for_on, counts, **more):
        self.rows.append(Digest(user=self.user, kind=kind, for_on=for_on, counts=counts, **more))

    def letter(self):
        mail = words.digest(self.user, self.on, self.sections, self.todo) if self.sections else None
        return Letter(self.user, self.rows, mail)


# ---- when somebody is at risk --------------------------------------------------------------------------------------
def urgently(account, *, now=None, dry_run=False, run=None, told=lambda done, total: None):
    """What is new and urgent: to whoever serves the family; to supervisors when it has waited too long."""
    now, families = timezone.localtime(now), urgent.at_risk()
    if families:
        readers = who.readers(now.date())
        account.people = len(readers)
        _send_all(_alarms(readers, families, now, account), account, run, dry_run, lambda done: told(done, done))


def _alarms(readers, families, now, account):
    clocks, reached = Clocks(now.date()), []
    for reader in readers:
        why = reader.why_never()
        if why:
            account.skipped[why.value] += 1
        else:
            reached.append(reader)
    found = list(_news(reached, families, clocks, now))
    # First the place, then what was told: whoever tells in between has taken the place, and this run stays silent.
    slots = Counter(
        Digest.objects.filter(kind=Digest.Kind.URGENT, for_on=clocks.on).order_by().values_list("user", flat=True)
    )
    before = urgent.told_before([key for _user, own, up in found for key in own + up])
    for user, own, up in found:
        had = before.get(user.pk, ())
        new, newly_up = [key for key in own if key not in had], [key for key in up if key not in had]
        yield from _alarm(user, new, newly_up, clocks.on, slots[user.pk])


def _news(readers, families, clocks, now):
    """(person, keys in the families they serve, keys in their team) for everybody with any."""
    team = urgent.Team(families, clocks, now)
    for reader, seen in what.seen_by(readers, clocks, among=families):
        own = [urgent.key_of(item) for item in seen.items if item.is_urgent]
        up = team.of(reader) if reader.leads else []
        if own or up:
            yield reader.user, own, up


def _alarm(user, own, up, on, slot):
    if not (own or up):
        return
    counts = {"own": len(own), "team": len(up)}
    row = Digest(user=user, kind=Digest.Kind.URGENT, for_on=on, slot=slot, counts=counts, told=own + up)
    with translation.override(user.language):
        mail = words.urgent(user, on, slot, len(own), len(up))
    yield Letter(user, [row], mail)


# ---- one by one ---------------------------------------------------------------------------------------------------
def _send_all(letters, account, run, dry_run, told):
    with closing(Post()) as post:
        for done, letter in enumerate(letters, start=1):
            account.per_person[letter.user.pk] = letter.rows[0].counts
            if dry_run:
                _count(account, letter)
            else:
                _try(letter, post, run, account)
                told(done)


def _try(letter, post, run, account):
    try:
        with transaction.atomic():
            went = _once(letter, post, run)
    except NOT_TAKEN as error:
        account.errors[type(error).__name__] += 1
        post.refuse(error)
        return
    if went:
        post.took()
        _count(account, letter)
    else:
        account.already += 1


def _count(account, letter):
    if letter.mail:
        account.mails += 1
    else:
        account.nothing += 1


def _once(letter, post, run):
    """The row, then the mail, then both stand or neither. False when somebody else was first."""
    first, *more = letter.rows
    state = Digest.State.SENT if letter.mail else Digest.State.NOTHING
    if not _kept(first, state, run):
        return False
    for row in more:
        _kept(row, Digest.State.SENT, run)
    if letter.mail:
        post.send(letter.mail)
    return True


def _kept(row, state, run):
    """True when the row is new. Another run's row that is not committed yet is waited for."""
    row.state, row.run = state, run
    return row.keep_unless_there()
