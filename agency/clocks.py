"""Changing a clock: from a day on there is a new rule, and the old one stays true for the days before."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency import audit
from agency.access import Permission, programs_reached, reaches_everything
from agency.models import Deadline, Program

# What a clock counts from, as a person says it.
COUNTED_FROM = {
    "entry": gettext_lazy("from the first day"),
    "last_contact": gettext_lazy("from the last talk"),
    "program_year": gettext_lazy("in the program year"),
    "program_year_start": gettext_lazy("from the first day of the program year"),
    "program_year_end": gettext_lazy("to the last day of the program year"),
    "referral_made_urgent": gettext_lazy("from the day the urgent referral was prepared"),
    "referral_sent": gettext_lazy("from the day the referral was sent"),
    "referral_sent_urgent": gettext_lazy("from the day the urgent referral was sent"),
    "last_follow_up": gettext_lazy("from the last time we asked"),
    "link_sent": gettext_lazy("from the day the link was sent"),
    "need_urgent": gettext_lazy("from the hour it was said"),
    "consent_end": gettext_lazy("to the day the permission ends"),
    "record_asked": gettext_lazy("from the day the parent asked"),
    "last_verified": gettext_lazy("from the last time it was checked"),
    "mou_end": gettext_lazy("to the last day of the agreement"),
    "mou_signed": gettext_lazy("from the day the agreement was signed"),
    "mou_effective": gettext_lazy("from the day the agreement came into force"),
    "annex_reviewed": gettext_lazy("from the last time the data annex was looked at"),
    "last_session": gettext_lazy("from the last supervision session"),
    "last_consultation": gettext_lazy("from the last consultation"),
    "flag_raised": gettext_lazy("from the day the flag was raised"),
    "put_aside": gettext_lazy("from the day it was put aside"),
}


class NotFromThen(Exception):
    """The day from which the change should hold does not fit the rules around it."""


def in_order(rules):
    """As people meet them: by what they count from, the agency's own before a program's."""
    starts = list(COUNTED_FROM)
    own = {rule.code: rule.length for rule in rules if rule.program_id is None and not rule.option}

    def place(rule):
        start = starts.index(rule.starts_from) if rule.starts_from in starts else len(starts)
        return start, own.get(rule.code, 0), rule.code, rule.program_id or 0, rule.option, rule.effective_on

    return sorted(rules, key=place)


def counted_from(rule):
    return COUNTED_FROM.get(rule.starts_from, rule.starts_from)


# A child's place says by which option it is served; only what is counted for places can differ by it.
OF_A_PLACE = ("entry", "last_contact", "program_year", "program_year_start", "program_year_end")


def programs_of(user):
    """The programs whose settings this manager may change."""
    if reaches_everything(user, Permission.SETTINGS_EDIT):
        return Program.objects.all()
    return Program.objects.filter(pk__in=programs_reached(user, Permission.SETTINGS_EDIT))


def readable(user):
    """The agency's clocks and those of the manager's programs."""
    return Deadline.objects.filter(Q(program=None) | Q(program__in=programs_of(user))).select_related("program")


def may_change(user, rule):
    return rule.program_id is not None or reaches_everything(user, Permission.SETTINGS_EDIT)


def line_of(rule):
    """All rules of this clock for the same program and option (or for all of them), oldest first."""
    same = {"code": rule.code, "program": rule.program_id, "option": rule.option}
    return Deadline.objects.filter(**same).order_by("effective_on")


def following(rule, **values):
    """The rule that would come after this one, not kept."""
    new = Deadline.objects.select_related("program").get(pk=rule.pk)
    new.pk, new.ends_on = None, None
    for name, value in values.items():
        setattr(new, name, value)
    return new


def named_as_the_agencys(rule):
    """A clock of one program or option is called, explained and counted as the agency's own."""
    general = Deadline.objects.filter(code=rule.code, program=None, option="").order_by("-effective_on").first()
    rule.name, rule.explains, rule.starts_from = general.name, general.explains, general.starts_from
    return rule


@transaction.atomic
def change(*, rule, effective_on, by, **values):
    """From `effective_on` this clock runs with other `values`; before that day nothing changes."""
    rule = Deadline.objects.select_for_update(of=("self",)).get(pk=rule.pk)
    if rule.effective_on >= timezone.localdate():
        return _change_the_plan(rule, effective_on, values, by)
    if effective_on <= rule.effective_on:
        raise NotFromThen(
            _("This rule holds since %(day)s. Choose a later day, so that what came before stays as it was.")
            % {"day": date_format(rule.effective_on)}
        )
    if line_of(rule).filter(effective_on__gt=rule.effective_on).exists():
        raise NotFromThen(_("A later change is planned already. Change that one."))
    new = following(rule, effective_on=effective_on, **values)
    rule.ends_on = effective_on - timedelta(days=1)
    rule.save(update_fields=["ends_on"])
    new.save()
    audit.record("clock_changed", about=new, by=by, code=new.code, length=new.length, effective_on=str(effective_on))
    return new


def _change_the_plan(rule, effective_on, values, by):
    """A rule that holds from today or later has decided nothing yet: it is changed itself, its day too."""
    before = line_of(rule).filter(effective_on__lt=rule.effective_on).last()
    if effective_on < timezone.localdate() or (before and effective_on <= before.effective_on):
        raise NotFromThen(_("Choose today or a later day, so that what came before stays as it was."))
    if before and before.ends_on == rule.effective_on - timedelta(days=1):
        before.ends_on = effective_on - timedelta(days=1)
        before.save(update_fields=["ends_on"])
    for name, value in (values | {"effective_on": effective_on}).items():
        setattr(rule, name, value)
    rule.save()
    audit.record("clock_changed", about=rule, by=by, code=rule.code, length=rule.length, effective_on=str(effective_on))
    return rule


@transaction.atomic
def end(*, rule, last_day, by):
    """After `last_day` the clock of one program stops, and the agency's own runs for it again."""
    if last_day < rule.effective_on:
        raise NotFromThen(_("It cannot end before it starts, on %(day)s.") % {"day": date_format(rule.effective_on)})
    rule.ends_on = last_day
    rule.save(update_fields=["ends_on"])
    audit.record("clock_ended", about=rule, by=by, code=rule.code, last_day=str(last_day))


@transaction.atomic
def add_for_program(*, rule, by):
    """A program, or an option, gets a clock of its own where it ran with the agency's."""
    named_as_the_agencys(rule).save()
    audit.record("clock_added", about=rule, by=by, code=rule.code, program=rule.program_id, length=rule.length)
    return rule
