"""What a family was told, and what it allowed."""

from django.db import transaction

from agency import audit
from families.models import FamilyConsent, NoticeGiven


@transaction.atomic
def keep_papers(*, family, told, answers, on, who, language, how, by):
    """One talk: each thing explained, each question answered. A newer answer takes the place of an older one."""
    talk = {"family": family, "language": language, "how": how, "given_on": on}
    for kind in told:
        give_notice(notice=NoticeGiven(kind=kind, given_to=who, **talk), by=by)
    for kind, agreed in answers.items():
        answer(consent=FamilyConsent(kind=kind, agreed=agreed, given_by=who, **talk), by=by)


@transaction.atomic
def give_notice(*, notice, by):
    """Keep that a family was told something the law lets every family know."""
    notice.given_by = by
    notice.save()
    audit.record("notice_given", about=notice, by=by, kind=str(notice.kind), on=str(notice.given_on))
    return notice


@transaction.atomic
def answer(*, consent, by):
    """Keep a yes or a no. What the same person answered before to the same question ends on that day."""
    earlier = FamilyConsent.objects.filter(
        family=consent.family,
        kind=consent.kind,
        given_by=consent.given_by,
        ended_on=None,
        given_on__lte=consent.given_on,
    )
    earlier.update(ended_on=consent.given_on)
    consent.recorded_by = by
    consent.save()
    audit.record("family_consent", about=consent, by=by, kind=str(consent.kind), agreed=consent.agreed)
    return consent
