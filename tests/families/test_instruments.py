"""Questions for families: drafted, translated, put in order, published for good, retired, brought and taken away."""

import json

import pgtrigger
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import InternalError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from agency.models import AuditEvent
from families import content, conversation, instruments
from families.actions import instruments as acts
from families.models import Instrument, InstrumentVersion, Item, Outcome
from tests.agency.factories import CategoryFactory
from tests.families.factories import AnswerFactory, AssessmentFactory, InstrumentVersionFactory, ItemFactory


def both(text):
    return {"en": text, "es": f"{text} (es)"}


@pytest.fixture
def draft(db):
    """A draft with one question in each part and nothing missing."""
    category = CategoryFactory(code="food")
    version = InstrumentVersionFactory(published_on=None)
    version.intro = both("Welcome")
    version.levels = [{"value": n, "label": both(f"Level {n}")} for n in (5, 4, 3, 2, 1)]
    version.outcome_texts = [
        {"number": n, "name": both(f"Outcome {n}"), "plain_name": both(f"Part {n}"), "ask": both(f"Ask {n}?")}
        for n in Outcome.values
    ]
    version.save()
    for n in Outcome.values:
        anchors = {str(level): both(f"anchor {level}") for level in range(1, 6)}
        about = {"label": both(f"Question {n}"), "ask": both(f"How is {n}?"), "anchors": anchors}
        ItemFactory(version=version, code=f"Q{n}", outcome=n, position=n, category=category, **about)
    return version


@pytest.fixture
def page(signed_in, manager):
    """`page(name, *args)` gets as the manager, `page(name, *args, typed={…})` posts."""
    client = signed_in(manager)

    def open_or_send(name, *args, typed=None, query=""):
        url = reverse(f"instruments:{name}", args=args) + query
        return client.get(url) if typed is None else client.post(url, typed)

    return open_or_send


def typed_item(item, **more):
    words = {"label": item.label, "ask": item.ask} | {f"anchor_{n}": item.anchors[str(n)] for n in range(1, 6)}
    boxes = {f"{name}_{language}": text for name, said in words.items() for language, text in said.items()}
    return boxes | {"outcome": item.outcome, "category": item.category_id or "", "concerns": "all"} | more


# ---- who may ----


def test_only_a_manager_of_the_whole_agency_changes_questions(signed_in, worker, supervisor, administrator, draft):
    url = reverse("instruments:version", args=[draft.pk])

    seen = [signed_in(person).get(url).status_code for person in (worker, supervisor, administrator)]

    assert seen == [403, 403, 403]


# ---- drafting ----


def test_the_next_version_is_a_copy_of_the_newest(page, draft, manager):
    acts.publish_version(version=draft, by=manager)

    page("draft", draft.instrument_id, typed={})

    copy = InstrumentVersion.objects.get(published_on=None)
    assert (copy.number, copy.made_by, content.said_by(copy)) == (2, manager, content.said_by(draft))


def test_two_managers_who_begin_a_draft_get_the_same_one(draft, manager):
    acts.publish_version(version=draft, by=manager)

    first, second = (acts.make_draft(instrument=draft.instrument, by=manager) for _ in range(2))

    assert first == second


def test_a_question_is_changed_in_both_languages(page, draft):
    item = draft.items.get(code="Q1")

    page("question", item.pk, typed=typed_item(item, label_en="Our home", label_es="Nuestra casa", is_urgent="on"))

    item.refresh_from_db()
    assert (item.label, item.is_urgent) == ({"en": "Our home", "es": "Nuestra casa"}, True)


def test_a_new_question_gets_a_code_no_version_has_used(page, draft):
    ItemFactory(version=InstrumentVersionFactory(instrument=draft.instrument, number=2, published_on=None,
                                                 retired_on="2026-01-01"), code="PC7", outcome=2)  # fmt: skip
    item = draft.items.get(code="Q2")

    page("question-add", draft.pk, typed=typed_item(item, outcome=2), query="?outcome=2")

    new = draft.items.order_by("-position").first()
    assert (new.code, new.outcome, new.position) == ("PC8", 2, 8)


def test_a_question_without_english_is_refused_and_the_spanish_stays(page, draft):
    item = draft.items.get(code="Q1")

    shown = page("question", item.pk, typed=typed_item(item, label_en="", label_es="Nuestra casa")).content.decode()

    item.refresh_from_db()
    assert ("Nuestra casa" in shown, item.label["en"]) == (True, "Question 1")


def test_what_a_colleague_saved_is_seen_before_it_is_overwritten(page, draft):
    item = draft.items.get(code="Q1")
    opened = page("question", item.pk).context["form"]["was"].value()
    page("question", item.pk, typed=typed_item(item, label_en="Theirs", was=opened))

    conflict = page("question", item.pk, typed=typed_item(item, label_en="Mine", was=opened))

    shown = conflict.content.decode()
    again = conflict.context["form"]["was"].value()
    page("question", item.pk, typed=typed_item(item, label_en="Mine", was=again))
    item.refresh_from_db()
    assert ("Theirs: Theirs" in shown, item.label["en"]) == (True, "Mine")


def test_questions_move_within_their_part(page, draft):
    other = ItemFactory(version=draft, code="Q8", outcome=1, position=8)

    page("question-move", other.pk, typed={"go": "up"})
    page("question-move", other.pk, typed={"go": "up"})  # it is the first already

    assert list(draft.items.filter(outcome=1).values_list("code", flat=True)) == ["Q8", "Q1"]


def test_a_question_is_removed_after_asking(page, draft):
    item = draft.items.get(code="Q1")

    asked = page("question-remove", item.pk, typed={})
    still = draft.items.count()
    page("question-remove", item.pk, typed={"confirmed": "1"})

    assert ("Remove this question?" in asked.content.decode(), still, draft.items.count()) == (True, 7, 6)


def test_words_and_levels_and_parts_are_changed(page, draft):
    levels = {f"level_{n}_{language}": f"L{n} {language}" for n in range(1, 6) for language in ("en", "es")}
    page("words", draft.pk, typed=levels | {"title_en": "New", "title_es": "Nuevo", "intro_en": "Hi"})
    page("part", draft.pk, 3, typed={"name_en": "Teaching", "name_es": "Enseñar", "plain_name_en": "At home"})

    draft = InstrumentVersion.objects.get(pk=draft.pk)
    part = next(texts for texts in draft.outcome_texts if texts["number"] == 3)
    assert (str(draft.instrument), draft.levels[0], part["name"], part["ask"]) == (
        "New",
        {"value": 5, "label": {"en": "L5 en", "es": "L5 es"}},
        {"en": "Teaching", "es": "Enseñar"},
        {},
    )


def test_a_set_from_nothing_has_the_outcomes_and_levels_and_no_question(page, manager):
    page("new", typed={"title_en": "Short talk", "title_es": "Charla corta"})

    version = InstrumentVersion.objects.get()
    assert (version.instrument.code, version.is_draft, version.items.count(), len(version.outcome_texts)) == (
        "short-talk",
        True,
        0,
        7,
    )


# ---- publishing ----


def test_what_is_missing_is_named_before_it_can_be_published(page, draft):
    item = draft.items.get(code="Q1")
    Item.objects.filter(pk=item.pk).update(label={"en": "Our home"}, category=None)
    draft.items.filter(code="Q7").delete()

    page("publish", draft.pk, typed={"confirmed": "1"})

    draft.refresh_from_db()
    assert (draft.published_on, [one["text"] for one in instruments.missing(draft)]) == (
        None,
        [
            "“Families as advocates and leaders” has no question.",
            "Q1 Our home: not in Español yet.",
            "Q1 Our home: no kind of help, so it can lead to no need.",
        ],
    )


def test_publishing_asks_first_then_retires_the_version_before(page, draft, manager):
    before = InstrumentVersionFactory(instrument=draft.instrument, number=0)

    page("publish", draft.pk, typed={})
    asked = InstrumentVersion.objects.get(pk=draft.pk).published_on
    page("publish", draft.pk, typed={"confirmed": "1"})

    before.refresh_from_db()
    assert (asked, before.retired_on is not None, draft.instrument.current()) == (None, True, draft)
    assert AuditEvent.objects.filter(event="instrument_published", by=manager).count() == 1


@pytest.mark.parametrize(
    "change",
    [
        lambda version: version.items.update(label={"en": "Another word"}),
        lambda version: version.items.all().delete(),
        lambda version: Item.objects.create(version=version, code="X", outcome=1, position=9, label={}, anchors={}),
        lambda version: InstrumentVersion.objects.filter(pk=version.pk).update(levels=[]),
        lambda version: InstrumentVersion.objects.filter(pk=version.pk).update(published_on=None),
        lambda version: InstrumentVersion.objects.filter(pk=version.pk)._raw_delete("default"),
    ],
    ids=["change a question", "remove one", "add one", "change the levels", "take it back", "delete it"],
)
def test_the_database_lets_nobody_change_what_was_published(draft, manager, change):
    acts.publish_version(version=draft, by=manager)
    said = content.said_by(draft)

    with pytest.raises(InternalError, match="pgtrigger: Cannot"), transaction.atomic():
        change(draft)

    assert content.said_by(InstrumentVersion.objects.get(pk=draft.pk)) == said


def test_pages_of_a_published_version_change_nothing_and_say_so(page, draft, manager):
    acts.publish_version(version=draft, by=manager)
    item = draft.items.get(code="Q1")

    answer = page("question", item.pk, typed=typed_item(item, label_en="Changed"))

    item.refresh_from_db()
    assert (answer.url, item.label["en"]) == (reverse("instruments:list"), "Question 1")


def test_older_answers_keep_their_version(draft, manager, family, worker):
    acts.publish_version(version=draft, by=manager)
    talk = AssessmentFactory(family=family, version=draft, staff=worker)
    AnswerFactory(assessment=talk, item=draft.items.get(code="Q1"), level=2)

    newer = acts.make_draft(instrument=draft.instrument, by=manager)
    item = newer.items.get(code="Q1")
    item.label = both("Another word")
    acts.save_item(item=item, by=manager)
    acts.publish_version(version=newer, by=manager)

    rows = [row for group in conversation.result(talk, worker)["groups"] for row in group["rows"]]
    assert [str(row["item"].label) for row in rows] == ["Question 1"]


def test_a_retired_version_is_not_asked(page, draft, manager):
    acts.publish_version(version=draft, by=manager)

    page("retire", draft.pk, typed={"confirmed": "1"})

    assert list(conversation.current_versions()) == []


def test_a_draft_thrown_away_takes_its_empty_instrument_along(page, draft):
    page("throw-away", draft.pk, typed={"confirmed": "1"})

    assert Instrument.objects.count() == 0


# ---- as a file ----


def test_a_version_travels_as_a_file_and_comes_back_the_same(page, draft):
    taken = page("file", draft.pk)
    with pgtrigger.ignore():
        acts.throw_away_draft(version=draft, by=draft.made_by or page("list").context["request"].user)

    page("bring", typed={"file": SimpleUploadedFile("questions.json", taken.content)})

    assert content.said_by(InstrumentVersion.objects.get()) == content.said_in(json.loads(taken.content))


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (lambda said: b"{", "This is not a JSON file."),
        (lambda said: b"\xff\xfe\x00", "This is not a JSON file."),
        (lambda said: b"[" * 100_000, "This is not a JSON file."),
        (lambda said: [], "The file must hold one set of questions."),
        (lambda said: said | {"code": "../x"}, "must be small letters and dashes"),
        (lambda said: said | {"title": {}}, "is missing in English"),
        (lambda said: said | {"levels": []}, "must be 5, 4, 3, 2, 1"),
        (lambda said: said | {"items": [said["items"][0]] * 2}, "Two questions have the same code."),
        (lambda said: said | {"items": [said["items"][0] | {"category": "unicorns"}]}, "no kind of help “unicorns”"),
        (lambda said: said | {"items": [said["items"][0] | {"outcome": 9}]}, "“outcome” is 1 to 7"),
        (lambda said: said | {"items": [said["items"][0] | {"label": 5}]}, "must be a text by language"),
        (lambda said: said | {"intro": {"en": "\ud800"}}, "must be a text by language"),
    ],
)
def test_a_file_that_cannot_be_gets_a_sentence(page, draft, edit, sentence):
    said = edit(content.as_file(draft))
    upload = SimpleUploadedFile("questions.json", said if isinstance(said, bytes) else json.dumps(said).encode())

    shown = page("bring", typed={"file": upload}).content.decode()

    assert (sentence in shown, InstrumentVersion.objects.count()) == (True, 1)


def test_what_comes_with_us_is_left_alone_once_an_agency_has_its_own_words(db, manager):
    from agency.content import load_catalogue

    load_catalogue()
    ours = content.load_instrument()
    theirs = acts.make_draft(instrument=ours.instrument, by=manager)
    item = theirs.items.first()
    item.label = both("Our own word")
    acts.save_item(item=item, by=manager)
    acts.publish_version(version=theirs, by=manager)

    assert (content.load_instrument(), InstrumentVersion.objects.count()) == (theirs, 2)


# ---- seen ----


def test_the_preview_speaks_each_language_and_keeps_nothing(page, draft):
    answer = page("preview", draft.pk, 2, query="?lang=es")

    assert ("How is 2? (es)" in answer.content.decode(), answer.headers["Content-Language"]) == (True, "es")


def test_the_paper_is_a_pdf_that_can_be_read_aloud(page, draft):
    answer = page("print", draft.pk)

    assert (answer.headers["Content-Type"], answer.content[:5]) == ("application/pdf", b"%PDF-")


@pytest.mark.parametrize("name", ["version", "list"])
def test_a_page_asks_the_database_as_often_for_one_question_as_for_many(page, draft, name):
    args = [draft.pk] if name == "version" else []
    page(name, *args)

    def asked():
        with CaptureQueriesContext(connection) as caught:
            page(name, *args)
        return len(caught)

    before = asked()
    for n in range(3):
        ItemFactory(version=draft, code=f"X{n}", category=CategoryFactory())
    assert (asked(), before <= 25) == (before, True)
