"""Ask the data: every answer against plain Python over the same rows, who is asked about, what is hidden."""

import csv
import io
import random
from datetime import date, timedelta
from itertools import product
from statistics import median

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from agency.access import Role
from families.models import Family, FamilyMember
from reports import actions, board, export, kinds
from reports.asking import counting, words
from reports.asking.counting import ALL, UNKNOWN, Question, answered, families_in
from reports.asking.forms import AskForm
from reports.asking.kind import KIND
from reports.periods import Days
from reports.report import Report
from reports.scope import Scope
from tests.agency.factories import CenterFactory, RoleGrantFactory
from tests.families.factories import EnrollmentFactory, FamilyFactory, HouseholdFactory, MemberFactory, NeedFactory
from tests.reports.slow_asking import later, slowly
from tests.reports.small_agency import SmallAgency

YEAR = Days(date(2026, 8, 1), date(2027, 1, 31))

FITTING = [
    (population.code, part.code)
    for population in words.POPULATIONS
    for part in words.PARTS
    if words.fits(part, population)
]


def _some_birthdays(chance):
    """Of up to seven years, many of them on the very day on which a band ends."""
    for child in FamilyMember.objects.filter(role="child").order_by("pk"):
        born = later(timezone.localdate(), -chance.choice([0, 11, 12, 13, 36, 59, 60, 84]))
        child.born_on = chance.choice([None, born, born + timedelta(days=1), born - timedelta(days=1)])
        child.save(update_fields=["born_on"])


class TestEveryAnswerIsTheSlowOne(TestCase):
    @settings(max_examples=10)
    @given(st.integers(min_value=0, max_value=10**6))
    def test_in_any_small_agency(self, seed):
        chance = random.Random(seed)
        SmallAgency(chance)
        _some_birthdays(chance)
        for population, rows in chance.sample(FITTING, 12):
            few = [one for fit, one in FITTING if fit == population and words.PART[one].few and one != rows]
            question = Question.of({"population": population, "rows": rows, "columns": chance.choice(["", *few])})

            found = {
                (row, column): (how_many, set(of))
                for row, column, how_many, of, _took in answered(question, Scope(YEAR))
                if how_many
            }

            assert found == slowly(question, Scope(YEAR)), question
            row, column = chance.choice(sorted(found) or [(ALL, ALL)])
            alone = families_in(question, Scope(YEAR), row, column)
            assert set(alone or []) == found.get((row, column), (0, set()))[1]


def test_each_word_answers_in_one_statement_and_has_a_definition(family, db):
    for population, part in product(words.POPULATIONS, words.PARTS):
        if not words.fits(part, population):
            continue
        question = Question.of({"population": population.code, "rows": part.code, "measure": "count"})
        with CaptureQueriesContext(connection) as asked:
            answered(question, Scope(YEAR))
        assert len([one for one in asked if one["sql"].lstrip("(").startswith(("SELECT", "WITH"))]) == 1
        assert all(str(word.means) for word in (population, part))


def test_median_days(family):
    for day, first_step in ((1, 2), (1, 4), (1, 11)):
        NeedFactory(family=family, opened_on=date(2026, 10, day), first_step_at=f"2026-10-{first_step:02}T18:00Z")
    question = Question.of({"population": "needs", "rows": "center", "measure": "days"})
    EnrollmentFactory._meta.model.objects.update(entered_on=date(2026, 9, 1))

    took = {row: took for row, _column, _n, _of, took in answered(question, Scope(YEAR))}

    assert took == {str(family.center_id): median([1, 3, 10]), ALL: 3}


def test_a_median_is_hidden_by_the_families_it_is_of_and_lists_them(family, agency):
    """Of six families with a need, one has made its first step: the median is its own."""
    NeedFactory(family=family, opened_on=date(2026, 10, 1), first_step_at="2026-10-04T18:00Z")
    others = [FamilyFactory(center=family.center) for _each in range(5)]
    for other in others:
        EnrollmentFactory(family=other, member=MemberFactory(family=other, role="child"))
        NeedFactory(family=other, opened_on=date(2026, 10, 1))
    EnrollmentFactory._meta.model.objects.update(entered_on=date(2026, 9, 1))
    said = {"population": "needs", "rows": "center", "measure": "days"}
    figure = Question.of(said).figure(ALL, ALL)

    open_, shared = (KIND.count(Scope(YEAR, filters=said | more)) for more in ({}, {"sharing": True}))

    assert (open_.content["ask"]["values"][figure], open_.families[figure]) == (3, [family.pk])
    assert (figure in shared.content["ask"]["hidden"], figure in shared.content["ask"]["values"]) == (True, False)


def test_a_month_in_which_nothing_was_found_is_a_zero_and_without_a_median_a_gap(family):
    EnrollmentFactory._meta.model.objects.update(entered_on=date(2020, 9, 1))
    for day in (date(2020, 10, 5), date(2021, 1, 4)):
        NeedFactory(family=family, opened_on=day, first_step_at=f"{day}T18:00Z")
    days = Days(date(2020, 9, 10), date(2021, 1, 31))

    drawn = [
        _shown({"population": "needs", "rows": "month", "measure": measure}, days)
        for measure in ("families", "count", "share", "days")
    ]

    assert [[cell for _name, cell in table] for table, _line in drawn] == [
        [0, 1, 0, 0, 1, 1],
        [0, 1, 0, 0, 1, 2],
        ["0 %", "100 %", "0 %", "0 %", "100 %", "100 %"],
        ["–", 0, "–", "–", 0, 0],
    ]
    assert [name for name, _cell in drawn[0][0]][:2] == ["September 2020", "October 2020"]
    assert [line for _table, line in drawn] == [
        [0, 1, 0, 0, 1], [0, 1, 0, 0, 1], [0, 100, 0, 0, 100], [None, 0, None, None, 0],
    ]  # fmt: skip


def _shown(said, days):
    """(rows as (name, cell), what the line is drawn of)."""
    scope = Scope(days, filters=said)
    section = Report.live(KIND, scope, counted=actions.count(KIND, scope)).sections[0]
    rows = [(row.head, row.cells[0].shown) for row in section.table.rows]
    return rows, [point["value"] for point in section.plot.rows]


def test_a_month_that_has_not_begun_is_in_no_table_and_one_that_runs_says_so(family):
    EnrollmentFactory._meta.model.objects.update(entered_on=date(2020, 9, 1))
    today = timezone.localdate()
    NeedFactory(family=family, opened_on=today)
    year_before, year_after = today.replace(day=1, year=today.year - 1), today.replace(day=28, year=today.year + 1)
    scope = Scope(Days(year_before, year_after), filters={"population": "needs", "rows": "month"})

    section = Report.live(KIND, scope, counted=actions.count(KIND, scope)).sections[0]

    assert len(section.plot.rows) == 13
    assert section.plot.note.endswith("The last month has not ended yet.")


def test_a_zip_code_that_is_none_is_not_known(family):
    EnrollmentFactory._meta.model.objects.update(entered_on=date(2026, 9, 1))
    HouseholdFactory(family=family, postal_code="n/a.")

    rows = answered(Question.of({"rows": "zip"}), Scope(YEAR))

    assert sorted(row for row, *_rest in rows) == [UNKNOWN, ALL]


# ---- the page -----------------------------------------------------------------------------------------------------
@pytest.fixture
def asked(signed_in):
    """`asked(person, **words)` is the page's answer."""

    def ask(person, **said):
        said = {"period": str(YEAR), "where": "", **said}
        return signed_in(person).get(reverse("reports:live", args=["ask"]), {k: v for k, v in said.items() if v})

    return ask


@pytest.fixture
def two_centers(family, worker):
    """`family`, and one of another center in the same days."""
    elsewhere = CenterFactory()
    other = FamilyFactory(center=elsewhere)
    child = MemberFactory(family=other, role="child")
    EnrollmentFactory(family=other, member=child, center=elsewhere, program=elsewhere.program)
    EnrollmentFactory._meta.model.objects.update(entered_on=date(2026, 9, 1))
    return family, other


def test_the_page_says_in_words_what_is_counted_and_each_number_opens(asked, client, two_centers, manager):
    family, _other = two_centers
    answer = asked(manager, population="families", rows="center")

    page = answer.content.decode()
    assert "Families by Center: Families, each once" in page
    figure = Question.of({}).figure(str(family.center_id), ALL)
    listed = client.get(reverse("reports:live-families", args=["ask", figure]), {"period": str(YEAR)})
    assert [one.pk for one in listed.context["page"]] == [family.pk]
    assert f"Center: {family.center.name}" in listed.content.decode()


def test_a_supervisor_asks_about_their_own_centers_only(asked, two_centers, supervisor):
    family, _other = two_centers
    answer = asked(supervisor, population="families", rows="center")

    figures = answer.context["report"].numbers
    assert figures == {Question.of({}).figure(key, ALL): 1 for key in (str(family.center_id), ALL)}


def test_who_may_ask(client, family, manager, supervisor, worker, administrator):
    reviewer = RoleGrantFactory(role=Role.MONITOR, ends_on=date(2999, 1, 1)).user
    answers, files = [], []
    for person in (manager, supervisor, reviewer, worker, administrator):
        client.force_login(person)
        answers.append(client.get(reverse("reports:live", args=["ask"])).status_code)
        files.append(client.get(reverse("reports:live-file", args=["ask", "csv"])).status_code)

    assert answers == [200, 200, 200, 403, 403]
    assert files == [200, 403, 403, 403, 403]


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"population": "families", "rows": "month"}, "rows"),
        ({"population": "families", "rows": "center", "columns": "month"}, "columns"),
        ({"population": "needs", "rows": "month", "columns": "month"}, "columns"),
        ({"population": "services", "rows": "month", "measure": "days"}, "measure"),
        ({"population": "secrets"}, "population"),
        ({"rows": "name); DROP TABLE"}, "rows"),
    ],
)
def test_what_the_vocabulary_does_not_know_is_not_asked(asked, manager, said, wrong):
    answer = asked(manager, **said)

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [wrong])


def test_a_question_that_takes_too_long_says_what_to_do(asked, family, manager, monkeypatch):
    monkeypatch.setattr(counting, "LONGEST", 50)
    monkeypatch.setitem(words.POPULATION, "families", _forever(words.POPULATION["families"]))

    answer = asked(manager, population="families", rows="center")

    assert answer.status_code == 200
    assert "This takes too long" in answer.content.decode()


def _forever(population):
    from dataclasses import replace

    slow = "(SELECT count(*) >= 0 FROM generate_series(1, 1000000000))"
    return replace(population, rows=lambda: Family.objects.extra(where=[slow]))  # noqa: S610 our own words


# ---- for sharing --------------------------------------------------------------------------------------------------
def _many(sizes):
    """A family for each, by center and language."""
    for (center, language), count in sizes.items():
        for _each in range(count):
            family = FamilyFactory(center=center, language=language)
            child = MemberFactory(family=family, role="child")
            EnrollmentFactory(
                family=family, member=child, center=center, program=center.program, entered_on=date(2026, 9, 1)
            )


def test_small_numbers_and_what_gives_them_away_are_hidden_for_sharing(manager, agency):
    first, second = CenterFactory(), CenterFactory()
    _many({(first, "en"): 8, (first, "es"): 2, (second, "en"): 7, (second, "es"): 9})
    said = {"population": "families", "rows": "center", "columns": "language", "sharing": True}

    counted = actions.count(KIND, Scope(YEAR, filters=said))

    question = Question.of(said)
    shown = {
        (row, column): counted.numbers.get(question.figure(row, column))
        for row in (str(first.pk), str(second.pk), ALL)
        for column in ("en", "es", ALL)
    }
    assert shown == {
        (str(first.pk), "en"): None, (str(first.pk), "es"): None, (str(first.pk), ALL): 10,
        (str(second.pk), "en"): None, (str(second.pk), "es"): None, (str(second.pk), ALL): 16,
        (ALL, "en"): 15, (ALL, "es"): 11, (ALL, ALL): 26,
    }  # fmt: skip
    assert counted.families == {}
    assert KIND.families(Scope(YEAR, filters=said), question.figure(ALL, ALL)) is None


def test_the_file_says_what_the_page_says(asked, client, two_centers, manager):
    family, _other = two_centers
    answer = client
    answer.force_login(manager)
    content = answer.get(reverse("reports:live-file", args=["ask", "csv"]), {"period": str(YEAR)}).content

    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert ["table", "code", "name", "*"] in rows
    assert ["ask", str(family.center_id), family.center.name, "1"] in rows
    assert rows[-1] == ["ask", "*", "All", "2"]


def test_every_part_has_a_name_in_every_table(family, manager):
    """The sentence, the definitions and the labels of all words stand without an error."""
    EnrollmentFactory._meta.model.objects.update(entered_on=date(2026, 9, 1))
    for population, part in product(words.POPULATIONS, words.PARTS):
        if words.fits(part, population):
            scope = Scope(YEAR, filters={"population": population.code, "rows": part.code})
            report = Report.live(kinds.named("ask"), scope, counted=actions.count(KIND, scope))
            assert report.sections
            assert all(KIND.figure(figure).name for figure in report.numbers)


def test_the_form_offers_only_the_vocabulary(manager):
    form = AskForm({}, user=manager)

    grouped = [value for _group, parts in form.fields["rows"].choices for value, _label in parts]
    assert {value for value, _label in form.fields["population"].choices} == set(words.POPULATION)
    assert sorted(grouped) == sorted(words.PART)


def test_on_paper_a_table_is_one_for_sharing(agency, monkeypatch):
    first = CenterFactory()
    _many({(first, "en"): 8, (first, "es"): 2})
    printed = []
    monkeypatch.setattr("reports.board.as_pdf", lambda report: printed.append(report) or b"%PDF")
    scope = Scope(YEAR, filters={"population": "children", "rows": "language", "measure": "count"})

    export.written(Report.live(KIND, scope, counted=actions.count(KIND, scope)), "pdf")

    cells = {row.code: row.cells[0].shown for row in printed[0].sections[0].table.rows}
    assert cells == {"en": 8, "es": "–", "*": "–"}


def test_paper_draws_a_bar_a_row_but_none_beside_the_total_and_says_why_there_is_nothing(agency):
    first = CenterFactory()
    _many({(first, "en"): 8, (first, "es"): 6})
    filled = Scope(YEAR, filters={"rows": "language"})
    empty = Scope(Days(date(2020, 1, 1), date(2020, 1, 31)))
    papers = [board._data(Report.live(KIND, scope, counted=actions.count(KIND, scope))) for scope in (filled, empty)]

    assert [row["bar"] for row in papers[0]["sections"][0]["rows"]] == [100, 75, 0]
    assert (papers[1]["sections"], papers[1]["words"][0]["text"]) == (
        [], "Nothing to count. There is nothing of this kind in these days. Try other days.",
    )  # fmt: skip


def test_a_file_of_a_question_that_takes_too_long_is_none(asked, client, family, manager, monkeypatch):
    monkeypatch.setattr(counting, "LONGEST", 50)
    monkeypatch.setitem(words.POPULATION, "families", _forever(words.POPULATION["families"]))
    client.force_login(manager)
    answer = client.get(reverse("reports:live-file", args=["ask", "csv"]), {"period": str(YEAR)}, follow=True)

    assert answer.redirect_chain[0][0].startswith(reverse("reports:live", args=["ask"]))
    assert "This takes too long" in answer.content.decode()
