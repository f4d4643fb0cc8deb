"""A year's form without a programmer: copied, renumbered, mapped, put in use, sealed by its first report."""

import pytest
from django.db import InternalError, transaction
from django.urls import reverse

from agency.content import load_catalogue
from agency.models import PirItemOfCategory, ServiceCategory
from reports import actions, kinds
from reports.models import PirForm, PirItem
from reports.periods import Year
from reports.pir import editing
from reports.pir.counting import AskedForm, form_for, period_of
from reports.pir.loading import load_forms
from reports.pir.rules import RULES
from reports.scope import Scope
from tests.agency.factories import UserFactory


@pytest.fixture
def form(agency):
    load_catalogue()
    load_forms()
    return PirForm.objects.get(year="2022-23")


@pytest.fixture
def draft(form, manager):
    return editing.copy(form=form, year="2023-24", by=manager)


def letters(year):
    rows = PirItemOfCategory.objects.filter(form_year=year, category__code="housing")
    return list(rows.values_list("item", flat=True))


@pytest.mark.parametrize("year", ["2018-19", "2021-22", "2022-23"])
def test_the_forms_we_know_are_right_as_they_come(form, year):
    one = PirForm.objects.get(year=year)

    assert [finding.text for finding in editing.look_over(one) if finding.stops] == []
    assert {item.rule for item in one.items.all()} <= set(RULES)
    assert all(item.wording["en"] and item.wording["es"] for item in one.items.all())


def test_loading_twice_adds_nothing(form):
    before = PirItem.objects.count()

    load_forms()

    assert (PirItem.objects.count(), PirForm.objects.count()) == (before, 3)


def test_one_question_has_one_code_under_every_number(form):
    numbers = {
        year: PirForm.objects.get(year=year).items.get(rule="service_received", key="mental_health").number
        for year in ("2018-19", "2021-22", "2022-23")
    }

    assert numbers == {"2018-19": "C.50.c-2", "2021-22": "C.43.d", "2022-23": "C.44.d"}


def test_a_copy_is_a_draft_with_all_items_and_letters(form, draft):
    assert (draft.is_draft, draft.items.count()) == (True, form.items.count())
    assert letters("2023-24") == ["C.44.b"]
    assert draft.items.get(number="C.44.b").parent.number == "C.44"


def test_renumbering_takes_the_kinds_of_help_along(form, draft, manager):
    numbers = {item.pk: item.number.replace("C.44", "C.60") for item in draft.items.all()}

    editing.renumber(form=draft, numbers=numbers, by=manager)

    assert (letters("2023-24"), letters("2022-23")) == (["C.60.b"], ["C.44.b"])
    assert AskedForm(draft).kinds_of(draft.items.get(number="C.60.b")) != set()


def test_two_letters_may_change_places(draft, manager):
    a, b = draft.items.get(number="C.44.a"), draft.items.get(number="C.44.b")

    editing.renumber(form=draft, numbers={a.pk: "C.44.b", b.pk: "C.44.a"}, by=manager)

    assert letters("2023-24") == ["C.44.a"]


def test_items_stand_in_the_order_of_their_numbers(draft, manager):
    item = PirItem(form=draft, number="A.9", wording={"en": "Something"}, rule="by_hand", key="something")

    editing.keep_item(item=item, by=manager)

    assert draft.items.order_by("sort").first().number == "A.9"


def test_a_double_number_keeps_a_form_out_of_use(draft, manager):
    a, b = draft.items.get(number="C.44.a"), draft.items.get(number="C.44.b")
    editing.renumber(form=draft, numbers={a.pk: b.number}, by=manager)

    with pytest.raises(editing.FormNotReady, match=r"C\.44\.b stands 2 times"):
        editing.put_in_use(form=draft, by=manager)


def test_a_letter_without_a_kind_is_told_and_stops_nothing(draft, manager):
    PirItemOfCategory.objects.filter(form_year="2023-24", item="C.44.q").delete()

    findings = editing.look_over(draft)
    editing.put_in_use(form=draft, by=manager)

    assert ("No kind of help of ours counts under C.44.q.", False) in [(one.text, one.stops) for one in findings]


def test_a_form_in_use_answers_for_its_year_and_later_ones(form, draft, manager, center):
    year = center.program.years.get()
    before = form_for(year)

    editing.put_in_use(form=draft, by=manager)

    assert (before.year, form_for(year).year) == ("2022-23", "2023-24")


def test_a_form_a_report_was_made_with_stands(form, center, manager):
    year = center.program.years.get()
    run = actions.make(kind=kinds.named("pir"), scope=Scope(period_of(year), center.program))
    form.refresh_from_db()
    item = form.items.first()

    assert run.content["form"] == form.pk
    for change in (lambda: form.items.update(number="C.1"), item.delete, lambda: PirForm.objects.update(title="x")):
        with pytest.raises(InternalError), transaction.atomic():
            change()
    with pytest.raises(editing.FormSealed):
        editing.keep_item(item=item, by=manager)
    assert editing.copy(form=form, year=form.year, by=manager).edition == 2


def test_a_manager_makes_next_years_form_on_the_pages(form, manager, signed_in):
    client = signed_in(manager)

    client.post(reverse("reports:pir-form-copy"), {"form": form.pk, "year": "2024-25"})
    new = PirForm.objects.get(year="2024-25")
    shifted = client.get(reverse("reports:pir-numbers", args=[new.pk]), {"since": "C.34", "by": 2}).context["form"]
    client.post(
        reverse("reports:pir-numbers", args=[new.pk]),
        {name: shifted[name].value() or "" for name in shifted.fields},
    )
    kind = ServiceCategory.objects.get(code="diapers")
    page = client.get(reverse("reports:pir-mapping", args=[new.pk])).context["form"]
    mapped = {name: page[name].value() or "" for name in page.fields} | {f"k{kind.pk}": "C.46.a"}
    client.post(reverse("reports:pir-mapping", args=[new.pk]), mapped)
    client.post(reverse("reports:pir-form-use", args=[new.pk]))

    new.refresh_from_db()
    assert (new.is_draft, new.items.get(rule="families_total").number) == (False, "C.36")
    assert new.items.get(rule="pregnant_women").number == "C.14"
    assert kind.pir_items.get(form_year="2024-25").item == "C.46.a"


def test_a_question_is_added_reworded_and_dropped_on_the_pages(draft, manager, signed_in):
    client = signed_in(manager)
    typed = {"number": "C.52", "wording_en": "Books given", "rule": "by_hand", "key": "books"}

    client.post(reverse("reports:pir-item-add", args=[draft.pk]), typed)
    item = draft.items.get(number="C.52")
    client.post(reverse("reports:pir-item-edit", args=[draft.pk, item.pk]), typed | {"wording_en": "Books we gave"})
    item.refresh_from_db()
    reworded = str(item.wording)
    client.post(reverse("reports:pir-item-drop", args=[draft.pk, item.pk]))

    assert (reworded, draft.items.filter(number="C.52").exists()) == ("Books we gave", False)


def test_a_rule_of_many_questions_asks_of_what(draft, manager, signed_in):
    typed = {"number": "C.52", "wording_en": "Books", "rule": "service_received", "key": ""}

    answer = signed_in(manager).post(reverse("reports:pir-item-add", args=[draft.pk]), typed)

    assert answer.context["form"].errors["key"] == ["Say of what: this rule answers several questions."]


def test_only_who_keeps_the_settings_of_the_whole_agency_changes_forms(draft, center, signed_in, supervisor):
    of_program = UserFactory(role="manager", program=center.program)
    url = reverse("reports:pir-form", args=[draft.pk])

    assert [signed_in(person).get(url).status_code for person in (of_program, supervisor)] == [403, 403]


def test_a_year_says_its_name():
    assert str(Year(2026)) == "2026-27"


# ---- where the numbers come from ----------------------------------------------------------------------------------


def test_a_number_copied_to_another_year_waits_for_somebody_to_compare_it(form, draft, manager):
    again = editing.copy(form=form, year=form.year, by=manager)

    assert not draft.items.filter(is_confirmed=True).exists()
    assert again.items.filter(is_confirmed=True).count() == form.items.filter(is_confirmed=True).count()
    count = draft.items.count()
    said = f"{count} numbers are not confirmed: nobody has compared them with the federal form yet."
    assert (said, False) in [(one.text, one.stops) for one in editing.look_over(draft)]


def test_whoever_compared_all_numbers_says_so_once(draft, manager, signed_in):
    url = reverse("reports:pir-numbers", args=[draft.pk])
    page = signed_in(manager).get(url).context["form"]
    typed = {name: page[name].value() for name in page.fields if name != "compared"}

    signed_in(manager).post(url, typed | {"compared": "on"})

    assert not draft.items.filter(is_confirmed=False).exists()


def test_a_better_form_of_ours_comes_as_a_draft_and_only_once(form):
    PirForm.objects.filter(pk=form.pk).update(revision=None)

    for _time in range(2):
        load_forms()

    editions = PirForm.objects.filter(year=form.year).order_by("edition")
    assert [(one.edition, one.is_draft) for one in editions] == [(1, False), (2, True)]
