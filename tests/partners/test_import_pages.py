"""The pages of an import: three people, what waits, what files say otherwise."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from partners.models import ExternalId, HeldRow, Partner, Service
from tests.partners.factories import ExternalIdFactory, HeldRowFactory, PartnerFactory
from tests.partners.files import imported, package

pytestmark = pytest.mark.django_db
LIST = "/directory/imports/"


@pytest.mark.parametrize("page", ["import-list", "waiting", "proposed"])
def test_only_who_manages_the_directory_imports(client, worker, supervisor, manager, page):
    answers = []
    for person in (worker, supervisor, manager):
        client.force_login(person)
        answers.append(client.get(reverse(f"partners:{page}")).status_code)

    assert answers == [403, 403, 200]


def test_a_file_is_looked_at_written_and_shown_escaped(client, manager, at_once):
    client.force_login(manager)
    file = SimpleUploadedFile("organizations.csv", b"id,name,description\n1,<form>Bold</form>,<script>x</script>\n")

    with at_once():
        looked = client.post(
            f"{LIST}add", {"file": file, "layout": "hsds", "source": "county", "_once": "a"}, follow=True
        )
    assert (Partner.objects.count(), looked.status_code) == (0, 200)
    with at_once():
        client.post(f"{looked.redirect_chain[-1][0]}/write")

    partner = Partner.objects.get()
    shown = client.get(partner.get_absolute_url()).content.decode()
    assert "<script>x" not in shown
    assert "&lt;form&gt;Bold&lt;/form&gt;" in shown


def test_rows_that_wait_are_attached_to_the_partner_somebody_chooses(client, manager, at_once):
    ours = PartnerFactory(name="Food Bank")
    held = HeldRowFactory(source__name="county")
    client.force_login(manager)

    with at_once():
        looked = client.post(reverse("partners:waiting-attach", args=[held.pk]), {"partner": ours.pk}, follow=True)
    with at_once():
        client.post(f"{looked.redirect_chain[-1][0]}/write")

    assert [(service.name, service.partner) for service in Service.objects.all()] == [("Food pantry", ours)]
    assert not HeldRow.objects.waiting().exists()
    assert ExternalId.objects.get(table="organization", external_id="77").row_pk == ours.pk


def test_one_of_the_two_must_be_said(client, manager):
    held = HeldRowFactory()
    client.force_login(manager)

    answer = client.post(reverse("partners:waiting-attach", args=[held.pk]), {"new_name": ""})

    assert (answer.status_code, "one of the two" in answer.content.decode()) == (422, True)


@pytest.mark.parametrize(("answer", "name"), [("take", "Cedar Works Inc."), ("keep", "Ours")])
def test_a_proposal_is_taken_or_refused_and_not_made_again(client, manager, answer, name):
    partner = PartnerFactory(name="Ours")
    row = ExternalIdFactory(row_pk=partner.pk)
    client.force_login(manager)

    client.post(reverse("partners:proposed-answer", args=[row.pk]), {"field": "name", answer: ""})

    partner.refresh_from_db()
    row.refresh_from_db()
    assert (partner.name, row.proposed, row.given["name"]) == (name, {}, "Cedar Works Inc.")


def test_a_partner_chosen_is_not_overwritten_by_the_file_that_brings_it(tmp_path, client, manager, at_once):
    ours = PartnerFactory(name="Food Bank", description="Ours.")
    held = HeldRowFactory(source__name="theirs")
    client.force_login(manager)
    with at_once():
        looked = client.post(reverse("partners:waiting-attach", args=[held.pk]), {"partner": ours.pk}, follow=True)
    with at_once():
        client.post(f"{looked.redirect_chain[-1][0]}/write")

    imported(package(tmp_path / "a", organizations="id,name,description\n77,FOOD BANK INC,Theirs.\n"))

    ours.refresh_from_db()
    assert (ours.name, ours.description) == ("Food Bank", "Ours.")
    assert Partner.objects.count() == 1
