"""The signed paper, the copy handed over, many copies in one file: kept for good, shown only to who may see."""

import io
from datetime import timedelta

import pikepdf
import pytest
from django.apps import apps
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from agency.models import AccessEvent, WorkRun
from goals import tasks
from goals.models import AgreementBundle, CopyGiven, PaperScan
from tests.families.factories import FamilyFactory, MemberFactory
from tests.goals.factories import (
    PICTURE,
    AgreementFactory,
    BundleFactory,
    CopyFactory,
    ScanFactory,
    SignatureFactory,
    VersionFactory,
)

TODAY = timezone.localdate


@pytest.fixture
def version(family):
    return VersionFactory(agreement=AgreementFactory(family=family, state="signed"))


def upload(content=PICTURE, name="paper.png"):
    return SimpleUploadedFile(name, content)


# ---- what is frozen stays frozen ----------------------------------------------------------------------------------
MAKE = {"version": VersionFactory, "signature": SignatureFactory, "scan": ScanFactory, "copy": CopyFactory}
STATEMENTS = ("UPDATE {table} SET id = id", "DELETE FROM {table}")


@pytest.mark.parametrize("statement", STATEMENTS)
@pytest.mark.parametrize("kind", MAKE)
def test_raw_sql_cannot_change_or_delete_what_was_signed(kind, statement, db):
    row = MAKE[kind]()

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format(table=row._meta.db_table))

    assert type(row).objects.filter(pk=row.pk).exists()


@pytest.mark.parametrize("kind", MAKE)
def test_neither_can_our_own_code(kind, db):
    row = MAKE[kind]()

    for act in (row.save, row.delete, lambda: type(row).objects.filter(pk=row.pk).update(id=row.pk)):
        with pytest.raises(DatabaseError), transaction.atomic():
            act()


def test_there_is_no_admin_to_get_round_it():
    assert not apps.is_installed("django.contrib.admin")


# ---- the picture of the paper -------------------------------------------------------------------------------------
def test_a_picture_is_kept_beside_the_version_and_handed_out(family, worker, version, signed_in):
    client = signed_in(worker)
    client.post(reverse("goals:scan-add", args=[family.pk, 1]), {"paper": upload(), "note": "Page two"})

    scan = PaperScan.objects.get()
    assert (scan.agreement_version, scan.kind, scan.size, scan.note) == (version, "image/png", len(PICTURE), "Page two")
    assert "paper" not in scan.path
    answer = client.get(reverse("goals:scan", args=[scan.pk]))
    assert (b"".join(answer.streaming_content), answer["X-Content-Type-Options"]) == (PICTURE, "nosniff")


def test_a_file_is_judged_by_what_it_holds(family, worker, version, signed_in):
    response = signed_in(worker).post(
        reverse("goals:scan-add", args=[family.pk, 1]), {"paper": upload(b"MZ\x00 a program", "paper.png")}
    )

    assert response.context["form"].errors == {"paper": ["We cannot read this file. These work: PDF, PNG, JPG."]}
    assert not PaperScan.objects.exists()


@pytest.mark.parametrize(("person", "status"), [("worker", 200), ("supervisor", 200), ("outsider", 404)])
def test_who_may_see_the_picture(person, status, family, version, signed_in, request):
    scan = ScanFactory(agreement_version=version)

    assert signed_in(request.getfixturevalue(person)).get(reverse("goals:scan", args=[scan.pk])).status_code == status


# ---- the copy handed over -----------------------------------------------------------------------------------------
def test_who_took_the_copy_when_how_and_in_which_language(family, worker, version, signed_in):
    mother = family.adults()[0]
    signed_in(worker).post(
        reverse("goals:copy-given", args=[family.pk]),
        {"member": mother.pk, "how": "large_print", "language": "es", "given_on": TODAY()},
    )

    copy = CopyGiven.objects.get()
    assert (copy.agreement_version, copy.member, copy.how, copy.language, copy.given_on, copy.given_by) == (
        version,
        mother,
        "large_print",
        "es",
        TODAY(),
        worker,
    )


def test_nobody_of_another_family_takes_the_copy(family, worker, version, signed_in):
    stranger = MemberFactory(family=VersionFactory().agreement.family)

    response = signed_in(worker).post(
        reverse("goals:copy-given", args=[family.pk]),
        {"member": stranger.pk, "how": "paper", "language": "en", "given_on": TODAY()},
    )

    assert list(response.context["form"].errors) == ["member"]


# ---- many copies in one file --------------------------------------------------------------------------------------
def test_many_copies_are_made_in_the_background_each_in_its_language(
    family, worker, version, signed_in, django_capture_on_commit_callbacks, monkeypatch
):
    monkeypatch.setattr(tasks.make_copies, "delay_on_commit", lambda pk: None)
    VersionFactory(agreement=version.agreement, number=2, language="es")
    client = signed_in(worker)

    response = client.post(reverse("goals:copies"), {"purpose": "For the conferences"})
    bundle = AgreementBundle.objects.get()
    assert response.url == reverse("agency:run", args=[bundle.run_id])
    tasks.make_copies(bundle.pk)

    run = WorkRun.objects.get()
    assert (run.state, run.done, run.total, run.result_url) == ("done", 1, 1, reverse("goals:bundle", args=[bundle.pk]))
    answer = client.get(run.result_url)
    with pikepdf.open(io.BytesIO(b"".join(answer.streaming_content))) as document:
        assert str(document.Root.Lang) == "es"
    assert AccessEvent.objects.filter(reason="For the conferences", family_ids=[family.pk]).count() == 2


def test_who_only_reads_agreements_makes_no_copies_of_them(family, version, reviewer, manager, supervisor, signed_in):
    people = (reviewer, manager, supervisor)

    assert [signed_in(person).get(reverse("goals:copies")).status_code for person in people] == [403, 403, 200]


def test_made_twice_one_file_is_left(family, worker):
    VersionFactory(agreement=AgreementFactory(family=family, state="signed"))
    bundle = BundleFactory(run__asked_by=worker, family_ids=[family.pk])

    for _time in range(2):
        tasks.make_copies(bundle.pk)

    bundle.refresh_from_db()
    assert len(default_storage.listdir("bundles")[1]) >= 1
    assert default_storage.exists(bundle.path)


def test_a_file_is_only_for_who_asked_and_only_for_three_days(family, worker, supervisor, signed_in):
    bundle = BundleFactory(run__asked_by=worker, family_ids=[family.pk])
    address = reverse("goals:bundle", args=[bundle.pk])

    assert [signed_in(person).get(address).status_code for person in (worker, supervisor)] == [200, 404]
    AgreementBundle.objects.update(expires_at=timezone.now() - timedelta(minutes=1))
    assert signed_in(worker).get(address).status_code == 404
    tasks.throw_away_old_copies()
    assert not default_storage.exists(bundle.path)


def test_a_file_closes_when_one_of_its_families_is_no_longer_theirs(family, worker, signed_in):
    bundle = BundleFactory(run__asked_by=worker, family_ids=[family.pk, FamilyFactory().pk])

    assert signed_in(worker).get(reverse("goals:bundle", args=[bundle.pk])).status_code == 404


def test_copies_need_a_purpose_and_somebody_who_signed(family, worker, signed_in):
    client = signed_in(worker)

    assert list(client.post(reverse("goals:copies"), {"purpose": ""}).context["form"].errors) == ["purpose"]
    said = client.post(reverse("goals:copies"), {"purpose": "x"}, follow=True).context["messages"]
    assert [str(message) for message in said] == ["None of these families has a signed agreement yet."]
