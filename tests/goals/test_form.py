"""A manager sets the agreement's parts and their order; a signed version keeps its own."""

import pytest
from django.urls import reverse
from django.utils import timezone

from goals import ideas, paper, sections
from goals.actions import form as actions
from goals.models import FormSection, GoalIdea, SectionAnswer
from tests.goals.factories import AgreementFactory, GoalFactory, VersionFactory


def codes():
    return [section.code for section in sections.asked()]


STANDARD = ["brings", "goals", "plans", "meet", "from_us", "promise", "choice"]


def test_the_form_that_comes_with_the_program_stands_until_it_is_changed(db):
    assert (codes(), FormSection.objects.count()) == (STANDARD, 0)


def test_a_part_moves_one_place(manager):
    actions.move_section(code="meet", up=True, by=manager)
    actions.move_section(code="brings", up=True, by=manager)  # it is the first: nothing happens

    assert codes() == ["brings", "goals", "meet", "plans", "from_us", "promise", "choice"]


def test_a_manager_words_a_part_in_both_languages(manager, signed_in):
    signed_in(manager).post(
        reverse("goals:form-section", args=["meet"]),
        {"version": "0", "heading_en": "Our Tuesdays", "heading_es": "Nuestros martes", "is_asked": "on"},
    )

    assert FormSection.objects.get(code="meet").heading == {"en": "Our Tuesdays", "es": "Nuestros martes"}
    assert codes() == STANDARD


def test_what_is_taken_off_stands_on_no_new_agreement_and_stays_on_the_signed_one(manager, family, worker, signed_in):
    GoalFactory(family=family)
    version = VersionFactory(
        agreement=AgreementFactory(family=family, state="signed"), content=paper.content(family, worker)
    )

    signed_in(manager).post(reverse("goals:form-section", args=["promise"]), {
        "version": "0", "heading_en": "What we promise", "text_en": "We listen.",
    })  # fmt: skip

    assert codes() == ["brings", "goals", "plans", "meet", "from_us", "choice"]
    on_paper = [part["kind"] for part in paper.lines(version.content, "en")["parts"]]
    assert on_paper == ["goals", "says", "choice"]
    assert paper.is_intact(version)


@pytest.mark.parametrize("code", ["goals", "choice"])
def test_the_goals_and_the_choice_always_stand(code, manager):
    sections.adopt()

    with pytest.raises(actions.InUse):
        actions.take_section_out(section=FormSection.objects.get(code=code), by=manager)


def test_a_question_somebody_answered_is_not_deleted(manager, family):
    sections.adopt()
    section = FormSection.objects.get(code="meet")
    SectionAnswer.objects.create(agreement=AgreementFactory(family=family), section=section, text="At home")

    with pytest.raises(actions.InUse):
        actions.take_section_out(section=section, by=manager)


def test_a_new_question_gets_a_code_of_its_own(manager, signed_in):
    client, new = signed_in(manager), {"kind": "asks", "heading_en": "Your faith", "is_asked": "on"}

    for _time in range(2):
        client.post(reverse("goals:form-section-add"), new)

    assert codes() == [*STANDARD, "your-faith", "your-faith-2"]


def test_an_idea_is_added_worded_and_retired(manager, signed_in):
    client = signed_in(manager)
    client.post(reverse("goals:idea-add"), {"outcome": "1", "title_en": "Sleep through the night"})
    client.post(
        reverse("goals:idea", args=["sleep-through-the-night"]),
        {"version": "0", "outcome": "1", "title_en": "Sleep", "title_es": "Dormir", "retired_on": timezone.localdate()},
    )

    idea = GoalIdea.objects.get(code="sleep-through-the-night")
    assert (idea.title, ideas.named(idea.code)) == ({"en": "Sleep", "es": "Dormir"}, None)
    assert len(ideas.every()) == len(ideas.standard()) + 1


@pytest.mark.parametrize("page", ["form", "ideas", "form-section-add", "idea-add"])
@pytest.mark.parametrize(("person", "status"), [("manager", 200), ("supervisor", 403), ("worker", 403)])
def test_who_may_change_the_form(page, person, status, signed_in, request):
    assert signed_in(request.getfixturevalue(person)).get(reverse(f"goals:{page}")).status_code == status


def test_every_idea_and_part_speaks_both_languages():
    words = [getattr(row, name) for row in sections.standard() for name in ("heading", "help", "text")]
    words += [getattr(row, name) for row in ideas.standard() for name in ("title", "ask", "statement")]

    assert [said for said in words if said and set(said) != {"en", "es"}] == []
    assert sorted({idea.outcome for idea in ideas.standard()}) == [1, 2, 3, 4, 5, 6, 7]
