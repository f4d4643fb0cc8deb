"""The paper that was signed, the copy a family holds, many copies in one file."""

from dataclasses import asdict

from django.db import transaction
from django.utils.translation import gettext as _

from agency import audit, files
from agency.models import WorkRun
from goals.models import AgreementBundle, CopyGiven, PaperScan


class NothingToPrint(Exception):
    """None of these families has a signed agreement. The text is a sentence for the person who tried."""


@transaction.atomic
def attach_scan(*, version, upload, note, by):
    """Put a picture of the signed paper beside the frozen version."""
    kept = files.kept(upload, kinds=files.PAPERS, folder="agreements")
    scan = PaperScan.objects.create(agreement_version=version, note=note, attached_by=by, **asdict(kept))
    audit.record("agreement_scan_attached", about=version.agreement, by=by, version=version.number, scan=scan.pk)
    return scan


@transaction.atomic
def give_copy(*, version, member, given_on, how, language, by):
    """Write down that the family got its copy: to whom, when, how, in which language."""
    copy = CopyGiven.objects.create(
        agreement_version=version, member=member, given_on=given_on, how=how, language=language, given_by=by
    )
    audit.record("agreement_copy_given", about=version.agreement, by=by, version=version.number, how=how)
    return copy


@transaction.atomic
def ask_for_copies(*, families, purpose, large, by):
    """Begin a run that makes these families' copies in one file. The task itself starts after the commit."""
    from goals.tasks import make_copies

    family_ids = sorted(family.pk for family in families)
    if not family_ids:
        raise NothingToPrint(_("None of these families has a signed agreement yet."))
    run = WorkRun.objects.create(name="agreements", asked_by=by, total=len(family_ids))
    bundle = AgreementBundle.objects.create(run=run, family_ids=family_ids, purpose=purpose, is_large=large)
    audit.record("agreement_copies_asked", by=by, run=run.pk, families=len(family_ids))
    make_copies.delay_on_commit(bundle.pk)
    return bundle


def keep_file(bundle, content):
    """Keep the finished file; a task that runs twice leaves one."""
    kept = files.kept_bytes(content, kind="application/pdf", folder="bundles")
    files.thrown_away(bundle.path)
    AgreementBundle.objects.filter(pk=bundle.pk).update(path=kept.path)
