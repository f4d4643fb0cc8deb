"""Put somebody on a family's team, change what they may see, end it; agree a rhythm; keep a meeting and its actions."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agency import audit
from families.actions import AssignedAlready, assign, end_assignment
from families.models import Assignment, Family
from goals.models import CheckInRhythm, TeamAction, TeamMember


class OnTheTeamAlready(Exception):
    """A colleague is on a team once. The text is a sentence for the person who tried."""


class NotYours(Exception):
    """What somebody else took on is theirs to finish. The text is a sentence for the person who tried."""


@transaction.atomic
def join(*, form, by):
    """Somebody comes onto the team as the family wishes; a colleague can open the family from now on."""
    family = Family.objects.select_for_update(of=("self",)).get(pk=form.instance.family_id)
    colleague = form.cleaned_data.get("staff")
    if colleague and family.team.today().filter(staff=colleague).exists():
        raise OnTheTeamAlready(_("%(who)s is on the team already.") % {"who": colleague})
    form.instance.added_by = by
    _make_room(form)
    member = form.save()
    if colleague:
        _opens_the_family(family, colleague, by)
    audit.record("team_joined", about=member, by=by, kind=str(member.kind), staff=member.staff_id)
    return member


def _opens_the_family(family, colleague, by):
    try:
        assign(family=family, worker=colleague, kind=Assignment.Kind.TEAM, starts_on=timezone.localdate(), by=by)
    except AssignedAlready:
        return  # a supervisor has put them on the team before; from now on the family's choice counts


def _make_room(form):
    """There is one main contact: a new one takes over."""
    if form.cleaned_data["is_main_contact"]:
        others = form.instance.family.team.today().filter(is_main_contact=True).exclude(pk=form.instance.pk)
        others.update(is_main_contact=False)


@transaction.atomic
def change(*, form, by):
    """What they do, and what the family lets them see, has changed."""
    Family.objects.select_for_update(of=("self",)).get(pk=form.instance.family_id)
    _make_room(form)
    member = form.save()
    audit.record("team_choice_changed", about=member, by=by, goals=member.goals.count(), notes=member.sees_notes)
    return member


@transaction.atomic
def leave(*, member, by):
    """They are no longer on the team; a colleague no longer opens the family."""
    locked = TeamMember.objects.select_for_update(of=("self",)).get(pk=member.pk)
    if locked.ended_on:
        return locked
    locked.ended_on = timezone.localdate()
    locked.save(update_fields=["ended_on"])
    theirs = Assignment.objects.in_force().filter(
        family=locked.family_id, worker=locked.staff_id, kind=Assignment.Kind.TEAM
    )
    for assignment in theirs:
        end_assignment(assignment=assignment, by=by)
    audit.record("team_left", about=locked, by=by, staff=locked.staff_id)
    return locked


@transaction.atomic
def agree_rhythm(*, form, by):
    """From now on we check in as the family wishes; the rhythm before ends."""
    family = Family.objects.select_for_update(of=("self",)).get(pk=form.instance.family_id)
    CheckInRhythm.objects.filter(family=family, ended_on=None).update(ended_on=timezone.localdate())
    form.instance.added_by = by
    rhythm = form.save()
    audit.record("rhythm_agreed", about=rhythm, by=by, days=rhythm.days)
    return rhythm


@transaction.atomic
def drop_rhythm(*, rhythm, by):
    """Back to the agency's own clock."""
    rhythm.ended_on = timezone.localdate()
    rhythm.save(update_fields=["ended_on"])
    audit.record("rhythm_ended", about=rhythm, by=by)


@transaction.atomic
def meet(*, form, actions, by):
    """Keep a meeting of the team, new or corrected, with what each took on. `actions` are the valid forms."""
    is_new = form.instance.pk is None
    if is_new:
        form.instance.held_by = by
    meeting = form.save()
    for taken in actions:
        if taken.says_something:
            taken.instance.meeting = meeting
            taken.save()
    audit.record("team_met" if is_new else "team_meeting_changed", about=meeting, by=by)
    return meeting


@transaction.atomic
def action_done(*, action, by, may_all):
    """What somebody took on is done; pressed again, it is open again. A teammate finishes only their own."""
    locked = TeamAction.objects.select_for_update(of=("self",)).select_related("member", "meeting").get(pk=action.pk)
    if not may_all and (locked.member is None or locked.member.staff_id != by.pk):
        raise NotYours(_("Somebody else took this on. Leave it to them, or write them a note."))
    locked.done_on = None if locked.done_on else timezone.localdate()
    locked.save(update_fields=["done_on"])
    audit.record("team_action_done" if locked.done_on else "team_action_open_again", about=locked.meeting, by=by)
    return locked
