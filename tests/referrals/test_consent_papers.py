"""The paper a parent signed stands beside the consent; a picture that is none is refused."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from referrals.models import ConsentPaper
from tests.referrals.factories import ConsentFactory

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 64


@pytest.fixture
def consent(family):
    return ConsentFactory(family=family, method="paper")


def attach(client, consent, content=PNG):
    paper = SimpleUploadedFile("paper.png", content, content_type="image/png")
    return client.post(reverse("referrals:consent-paper-add", args=[consent.pk]), {"paper": paper})


def test_the_picture_is_kept_and_shown(signed_in, worker, consent):
    client = signed_in(worker)
    before = client.get(consent.get_absolute_url()).content.decode()

    answer = attach(client, consent)

    paper = ConsentPaper.objects.get()
    url = reverse("referrals:consent-paper", args=[paper.pk])
    assert ("There is no picture of the paper here yet." in before, answer.url) == (True, consent.get_absolute_url())
    assert url in client.get(consent.get_absolute_url()).content.decode()
    assert b"".join(client.get(url).streaming_content) == PNG


def test_what_is_no_picture_is_refused_with_a_sentence(signed_in, worker, consent):
    answer = attach(signed_in(worker), consent, b"MZ\x00\x00 a program")

    assert ("We cannot read this file." in answer.content.decode(), ConsentPaper.objects.count()) == (True, 0)


def test_a_stranger_does_not_see_it_and_a_teammate_may_not(signed_in, worker, outsider, teammate, consent):
    attach(signed_in(worker), consent)
    url = reverse("referrals:consent-paper", args=[ConsentPaper.objects.get().pk])

    assert [signed_in(person).get(url).status_code for person in (outsider, teammate)] == [404, 403]
