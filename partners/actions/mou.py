"""The life of an agreement: written, signed, sent on, changed, met, looked at again, renewed."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from agency import audit, files
from partners import renewing
from partners.models import DataAnnex, Mou, MouFile, MouParty, MouTopic, Obligation, ObligationMet
from partners.states import MOU, MouState

DAYS = {"monthly": 1, "quarterly": 3, "yearly": 12}  # months from one time to the next


class RenewedAlready(Exception):
    """There is a later agreement that renews this one."""

    def __init__(self, text, later):
        super().__init__(text)
        self.later = later


class NotRenewable(Exception):
    """Only an agreement that was signed can be renewed."""


@transaction.atomic
def keep_mou(*, form, by):
    """Write down an agreement, or change what is written; a new one begins with its points and both parties."""
    is_new = form.instance.pk is None
    if is_new:
        form.instance.added_by = by
    mou = form.save()
    if is_new:
        ask_topics(mou)
        MouParty.objects.create(mou=mou, organization=mou.partner.name[:300])
    audit.record("mou_written" if is_new else "mou_changed", about=mou, by=by)
    return mou


def ask_topics(mou):
    """Each point an agreement of this kind should settle has its row."""
    there = set(mou.topics.values_list("code", flat=True))
    MouTopic.objects.bulk_create(
        MouTopic(mou=mou, code=topic.code) for topic in mou.topics_asked if topic.code not in there
    )


@transaction.atomic
def move(*, mou, name, by, **said):
    """Make one move of the table; `said` are the fields it needs. Raises MoveNotAllowed when it was moved meanwhile."""
    mou = Mou.objects.select_for_update(of=("self",)).get(pk=mou.pk)
    before = mou.state
    MOU.take(mou, name)
    for field, value in said.items():
        setattr(mou, field, value)
    mou.save(update_fields=["state", *said])
    audit.record("mou_moved", about=mou, by=by, move=name, before=before)
    return mou


@transaction.atomic
def renew(*, mou, by):
    """The next agreement with the same terms, as a draft: parties, points, promises and annex come along."""
    mou = Mou.objects.select_for_update(of=("self",)).get(pk=mou.pk)
    if mou.state not in (MouState.SIGNED, MouState.TERMINATED):
        raise NotRenewable(_("Only an agreement that was signed can be renewed. Change this one instead."))
    later = Mou.objects.filter(renews=mou).first()
    if later is not None:
        raise RenewedAlready(_("A renewal has been begun already. Here it is."), later)
    first, last = renewing.next_days(mou)
    carried = {name: getattr(mou, name) for name in renewing.CARRIED}
    new = Mou.objects.create(**carried, renews=mou, effective_on=first, ends_on=last, added_by=by)
    new.programs.set(mou.programs.all())
    _carry(mou, new)
    audit.record("mou_renewed", about=new, by=by, renews=mou.pk)
    return new


def _carry(old, new):
    """The terms of one agreement as the first words of the next; nothing is signed, sent or met yet."""
    MouParty.objects.bulk_create(
        MouParty(mou=new, organization=party.organization, signer=party.signer, title=party.title)
        for party in old.parties.all()
    )
    MouTopic.objects.bulk_create(MouTopic(mou=new, code=topic.code, text=topic.text) for topic in old.topics.all())
    ask_topics(new)
    names = ("what", "side", "our_owner_id", "their_owner", "due_on", "repeats")
    Obligation.objects.bulk_create(
        Obligation(mou=new, **{name: getattr(promise, name) for name in names})
        for promise in old.obligations.filter(ended_on=None)
    )
    annex = DataAnnex.objects.filter(mou=old).first()
    if annex:
        terms = {name: getattr(annex, name) for name in ("records", "purpose", "safeguards", "destruction")}
        DataAnnex.objects.create(mou=new, receives_on=new.effective_on or timezone.localdate(), **terms)


@transaction.atomic
def add_file(*, mou, upload, kind, by):
    """Put a paper beside the agreement. A better copy gets the next number; what was handed in before stays."""
    last = MouFile.objects.filter(mou=mou, kind=kind).aggregate(last=Max("number"))["last"] or 0
    paper = files.kept(upload, kinds=files.PAPERS, folder="agreements")
    kept = MouFile.objects.create(
        mou=mou, kind=kind, number=last + 1, path=paper.path, content_kind=paper.kind, size=paper.size,
        digest=paper.digest, added_by=by,
    )  # fmt: skip
    audit.record("mou_file_added", about=mou, by=by, kind=kind, number=kept.number)
    return kept


@transaction.atomic
def submit(*, form, by):
    """It was sent to whom it must go (Head Start Act 642(e)(5)(B))."""
    form.instance.added_by = by
    sent = form.save()
    audit.record("mou_submitted", about=sent.mou, by=by, to=sent.to)
    return sent


@transaction.atomic
def amend(*, form, by):
    """Both sides agreed to a change; it may move the last day."""
    mou = Mou.objects.select_for_update(of=("self",)).get(pk=form.instance.mou_id)
    form.instance.number = (mou.amendments.aggregate(last=Max("number"))["last"] or 0) + 1
    form.instance.added_by = by
    change = form.save()
    if change.new_end_on:
        Mou.objects.filter(pk=mou.pk).update(ends_on=change.new_end_on)
    audit.record("mou_amended", about=mou, by=by, number=change.number)
    return change


@transaction.atomic
def keep(*, form, event, by):
    """Write down one thing that belongs to an agreement."""
    kept = form.save()
    audit.record(event, about=kept, by=by)
    return kept


@transaction.atomic
def remove_party(*, party, by):
    """Somebody was named who does not sign. The row's history keeps it."""
    audit.record("mou_party_removed", about=party.mou, by=by)
    party.delete()


@transaction.atomic
def meet(*, obligation, met_on, how, by):
    """A promise was kept. One that repeats gets its next day; one that does not is settled."""
    obligation = Obligation.objects.select_for_update(of=("self",)).get(pk=obligation.pk)
    if obligation.ended_on:
        return obligation
    ObligationMet.objects.create(obligation=obligation, due_on=obligation.due_on, met_on=met_on, how=how, said_by=by)
    if obligation.repeats:
        obligation.due_on = next_day(obligation.due_on, obligation.repeats)
    else:
        obligation.ended_on = met_on
    obligation.save(update_fields=["due_on", "ended_on"])
    audit.record("obligation_met", about=obligation, by=by)
    return obligation


def next_day(day, repeats):
    """One month, three months or a year on; a day the month does not have becomes its last."""
    months = day.year * 12 + day.month - 1 + DAYS[repeats]
    first = day.replace(year=months // 12, month=months % 12 + 1, day=1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return last if day.day > last.day else first.replace(day=day.day)


@transaction.atomic
def review_annex(*, form, by):
    """The yearly look at who holds our families' data (45 CFR 1303.22(d))."""
    form.instance.reviewed_by = by
    review = form.save()
    audit.record("data_annex_reviewed", about=review.annex, by=by, finding=review.finding)
    return review
