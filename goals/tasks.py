"""Many families' copies in one file, made while a person waits; files that are kept long enough go at night."""

from celery import shared_task
from django.urls import reverse

from agency import files, runs
from agency.models import Agency, WorkRun
from goals import classroom, printing
from goals.actions import papers
from goals.models import AgreementBundle, AgreementVersion

A_STEP = 10  # copies between two looks at the clock


@shared_task
def make_copies(bundle_id):
    """Make the file somebody waits for. Safe to run twice: the second run makes it anew and the first file goes."""
    bundle = AgreementBundle.objects.select_related("run__asked_by").get(pk=bundle_id)
    with runs.ending(bundle.run_id) as told:
        copies = list(_copies(bundle))
        agency = Agency.objects.first()
        content = printing.together(copies, agency=agency.name if agency else "", large=bundle.is_large)
        papers.keep_file(bundle, content)
        told |= {"done": len(copies), "result_url": reverse("goals:bundle", args=[bundle.pk])}


def _copies(bundle):
    """Each family's newest signed version, as it was signed, in its language. Three statements for all of them."""
    written = classroom.for_copies(bundle.family_ids)
    for number, version in enumerate(newest_versions(bundle.family_ids, bundle.run.asked_by), start=1):
        notes = written.get(version.agreement.family_id, ())
        yield printing.a_copy(version.content, version.language, list(version.signatures.all()), version, notes)
        if number % A_STEP == 0:
            WorkRun.objects.filter(pk=bundle.run_id).update(done=number)


def newest_versions(family_ids, user):
    """The newest signed version of each family that `user` may read whole, in the order of their names."""
    versions = AgreementVersion.objects.visible_to(user).filter(agreement__family__pk__among=family_ids)
    newest = versions.order_by("agreement__family_id", "-frozen_at", "-pk").distinct("agreement__family_id")
    found = AgreementVersion.objects.filter(pk__in=newest.values("pk"))
    found = found.select_related("agreement").prefetch_related("signatures")
    return found.order_by("agreement__family__name", "agreement__family_id")


@shared_task
def throw_away_old_copies():
    """Files past their day go; the row stays and says that there was one."""
    for bundle in AgreementBundle.objects.expired():
        files.thrown_away(bundle.path)
        AgreementBundle.objects.filter(pk=bundle.pk).update(path="")
