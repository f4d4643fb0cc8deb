"""Offer, answer, sign, revise, close; hand over a copy. Every move goes through the table in goals/states.py."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agency import audit
from families.models import Family
from goals import paper, sections
from goals.models import AgreementVersion, PartnershipAgreement, SectionAnswer, Signature
from goals.states import AGREEMENT, AgreementState


class AgreementThere(Exception):
    """The family has an agreement that is not closed. The text is a sentence for the person who tried."""


class NothingAgreedYet(Exception):
    """An agreement without a goal is an empty page. The text is a sentence for the person who tried."""


class NobodyFromTheFamily(Exception):
    """Staff alone cannot sign an agreement. The text is a sentence for the person who tried."""


class NobodySigned(Exception):
    """Everybody chose another day. The text is a sentence for the person who tried."""


class NotSignedYet(Exception):
    """There is no signed version to copy or to add a name to. The text is a sentence for the person who tried."""


@transaction.atomic
def offer(*, family, offered_on, by):
    """Write down that an agreement was offered. The family answers when it is ready. Raises AgreementThere."""
    Family.objects.select_for_update(of=("self",)).get(pk=family.pk)  # two colleagues, one family
    if PartnershipAgreement.objects.filter(family=family).open().exists():
        raise AgreementThere(_("This family has an agreement already. Here it is."))
    agreement = PartnershipAgreement.objects.create(family=family, offered_on=offered_on, offered_by=by)
    audit.record("agreement_offered", about=agreement, by=by)
    return agreement


@transaction.atomic
def move(*, agreement, name, by, **facts):
    """Make one move of the table, with the facts it needs (days, what the family said)."""
    locked = _locked(agreement)
    AGREEMENT.take(locked, name)
    if locked.state == AgreementState.OFFERED:
        facts = {"answered_on": None, "their_words": ""} | facts
    if locked.state != AgreementState.NOT_READY:
        facts = {"reoffer_on": None} | facts
    for field, value in facts.items():
        setattr(locked, field, value)
    locked.save()
    audit.record(f"agreement_{name}", about=locked, by=by)
    return locked


@transaction.atomic
def sign(*, agreement, names, language, by, reason=""):
    """Freeze what was agreed as a new version with its signatures: all of it, or nothing.

    `names` are unsaved signatures. Raises MoveNotAllowed, NothingAgreedYet, NobodyFromTheFamily.
    """
    locked = _locked(agreement)
    AGREEMENT.take(locked, "sign")
    content = paper.content(locked.family, by)
    if not content["goals"]:
        raise NothingAgreedYet(_("Start at least one goal together. Then there is something to sign."))
    _must_hold_a_family_name(names)
    locked.save()
    version = AgreementVersion.objects.create(
        agreement=locked,
        number=locked.versions.count() + 1,
        language=language,
        content=content,
        content_hash=paper.hash_of(content),
        reason=reason,
        frozen_by=by,
    )
    _put_under(version, names, by)
    audit.record("agreement_signed", about=locked, by=by, version=version.number, hash=version.content_hash)
    return version


@transaction.atomic
def add_names(*, agreement, names, by):
    """Somebody signs a version that others signed before. The version itself stays as it is."""
    locked = _locked(agreement)
    version = locked.latest_version()
    if version is None or locked.state != AgreementState.SIGNED:
        raise NotSignedYet(_("Nothing is signed yet. Read it together first, and sign it together."))
    if not names:
        raise NobodySigned(_("Nobody has signed just now. Choose how, or leave it for another day."))
    _put_under(version, names, by)
    audit.record("agreement_signature_added", about=locked, by=by, version=version.number)
    return version


@transaction.atomic
def answer(*, agreement, said, by):
    """Keep what the family said to the questions of the form: `said` holds words by the code of the question."""
    sections.adopt()
    asked = {section.code: section for section in sections.asked()}
    for code, text in said.items():
        SectionAnswer.objects.update_or_create(agreement=agreement, section=asked[code], defaults={"text": text})
    if said:
        audit.record("agreement_answered", about=agreement, by=by, sections=sorted(said))


def _locked(agreement):
    return PartnershipAgreement.objects.select_for_update(of=("self",)).select_related("family").get(pk=agreement.pk)


def _must_hold_a_family_name(names):
    if not any(name.member_id for name in names):
        raise NobodyFromTheFamily(_("Somebody from the family signs too. Staff alone cannot agree for them."))


def _put_under(version, names, by):
    for name in names:
        name.agreement_version = version
        name.taken_by = by
        name.signed_at = timezone.now()
    Signature.objects.bulk_create(names)
