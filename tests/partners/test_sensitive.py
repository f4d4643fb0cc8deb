"""Sensitive kinds of help: which services are of them, which words hold on a day, who may change them."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from agency.content import load_catalogue
from agency.models import ServiceCategory
from partners import sensitive
from partners.content import load_sensitive_kinds
from partners.models import SensitiveKind, SensitiveNotice, Service
from tests.agency.factories import CategoryFactory
from tests.partners.factories import PartnerFactory, SensitiveKindFactory, ServiceFactory

TODAY = timezone.localdate()


@pytest.fixture
def violence(db):
    return SensitiveKindFactory(categories=[CategoryFactory(code="domestic_violence")])


def said(service, *more, **day):
    return [str(notice) for notice in sensitive.notices(service, *more, **day)]


def test_a_service_is_sensitive_by_its_kind_of_help_by_its_partner_or_by_what_is_told(violence):
    by_help = ServiceFactory(categories=[violence.categories.get()])
    by_partner = ServiceFactory(partner=PartnerFactory(sensitive_kind=violence))
    plain = ServiceFactory()

    found = [said(by_help), said(by_partner), said(plain), said(plain, violence.categories.get().pk)]
    assert found == [["Tell nobody."], ["Tell nobody."], [], ["Tell nobody."]]
    assert [sensitive.is_sensitive(one) for one in (by_help, by_partner, plain)] == [True, True, False]


def test_words_hold_from_their_day_and_the_newest_of_a_day_holds(violence):
    service = ServiceFactory(partner=PartnerFactory(sensitive_kind=violence))
    for day, words in ((TODAY + timedelta(days=5), "Later words"), (TODAY, "Better words")):
        SensitiveNotice.objects.create(kind=violence, words={"en": words}, holds_from=day)

    days = (TODAY - timedelta(days=1), TODAY, TODAY + timedelta(days=5))
    assert [said(service, on=day) for day in days] == [[], ["Better words"], ["Later words"]]


def test_a_new_agency_starts_with_words_in_two_languages_for_every_restricted_kind_of_help(agency):
    load_catalogue()
    for _twice in range(2):
        load_sensitive_kinds()

    covered = ServiceCategory.objects.filter(sensitive_kinds__isnull=False)
    assert set(covered) == set(ServiceCategory.objects.filter(is_restricted=True))
    assert [kind.code for kind in SensitiveKind.objects.all() if kind.notices.count() != 1] == []
    assert [notice.kind.code for notice in SensitiveNotice.objects.all() if set(notice.words) != {"en", "es"}] == []


def test_a_manager_changes_the_words_from_a_day_on_and_the_old_ones_stay(signed_in, manager, violence):
    url = reverse("partners:sensitive-kind", args=[violence.pk])
    typed = {"words_en": "Say nothing.", "words_es": "No digan nada.", "holds_from": TODAY}

    signed_in(manager).post(url, typed)

    now = SensitiveNotice.objects.in_force().get()
    assert (now.words, now.written_by) == ({"en": "Say nothing.", "es": "No digan nada."}, manager)
    assert violence.notices.count() == 2
    assert "Tell nobody." in signed_in(manager).get(url).content.decode()


def test_words_for_a_day_that_is_over_are_refused_and_stay_typed(signed_in, manager, violence):
    typed = {"words_en": "Say nothing.", "holds_from": date(2020, 1, 1)}

    page = signed_in(manager).post(reverse("partners:sensitive-kind", args=[violence.pk]), typed).content.decode()

    assert ["This day is over" in page, "Say nothing." in page, violence.notices.count()] == [True, True, 1]


def test_a_kind_is_added_with_its_words_and_named_on_a_partner(signed_in, manager):
    help_with = CategoryFactory(code="legal")
    typed = {"name_en": "Help for refugees", "categories": [help_with.pk], "words_en": "Tell nobody.",
             "holds_from": TODAY}  # fmt: skip

    signed_in(manager).post(reverse("partners:sensitive-add"), typed)

    kind = SensitiveKind.objects.get()
    assert (kind.code, list(kind.categories.all()), str(kind.notices.get())) == (
        "help_for_refugees", [help_with], "Tell nobody.",
    )  # fmt: skip
    assert "Help for refugees" in signed_in(manager).get(reverse("partners:sensitive")).content.decode()


def test_only_managers_keep_the_words(signed_in, worker, supervisor, violence):
    pages = [
        ("sensitive", []),
        ("sensitive-add", []),
        ("sensitive-kind", [violence.pk]),
        ("sensitive-edit", [violence.pk]),
    ]

    codes = {signed_in(one).get(reverse(f"partners:{name}", args=args)).status_code
             for one in (worker, supervisor) for name, args in pages}  # fmt: skip
    assert codes == {403}


def test_the_database_keeps_words_as_they_were_written(violence):
    with pytest.raises(Exception, match="append_only"):
        SensitiveNotice.objects.update(holds_from=TODAY)


def test_the_order_of_what_was_found_reads_a_stored_name(db):
    """Plain names are computed when a service is written, not for each of thousands that are looked through."""
    service = ServiceFactory(name="Línea de Ayuda")

    assert Service.objects.values_list("search_name", flat=True).get(pk=service.pk) == "linea de ayuda"
    with connection.cursor() as cursor:
        cursor.execute("SELECT is_generated FROM information_schema.columns WHERE column_name = 'search_name' AND "
                       "table_name = 'partners_service'")  # fmt: skip
        assert cursor.fetchone() == ("ALWAYS",)
