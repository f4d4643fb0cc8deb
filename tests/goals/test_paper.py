"""The family's copy as a PDF: tagged, titled, in its language, and whatever people typed stays plain text."""

import io

import pikepdf
import pytest
from django.urls import reverse

from goals import paper, printing
from tests.goals.factories import AgreementFactory, GoalFactory, SignatureFactory, StepFactory, VersionFactory
from tests.goals.test_agreement import DOT

HOSTILE = '#panic("x") *b* _i_ $x$ <a> @ref `code` = Heading // gone \\ "quoted" #read("/etc/passwd")'


def opened(made):
    return pikepdf.open(io.BytesIO(made))


def text_of(made):
    """The words as a screen reader meets them, read back through the document's own character maps."""
    return "".join(_strings(made))


def _strings(made):
    with opened(made) as document:
        for page in document.pages:
            fonts = {name: _to_unicode(font) for name, font in page.Resources.Font.items()}
            yield from _shown(page, fonts)


def _to_unicode(font):
    letters = {}
    for line in font.ToUnicode.read_bytes().decode("latin-1").splitlines():
        parts = line.replace("<", " ").replace(">", " ").split()
        if line.startswith("<") and len(parts) == 2 and line.count("<") == 2:
            letters[int(parts[0], 16)] = bytes.fromhex(parts[1]).decode("utf-16-be")
    return letters


def _shown(page, fonts):
    current = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "Tf":
            current = fonts[str(operands[0])]
        if str(operator) in ("Tj", "TJ"):
            pieces = operands[0] if str(operator) == "TJ" else operands
            for piece in pieces:
                if isinstance(piece, pikepdf.String):
                    raw = bytes(piece)
                    codes = [int.from_bytes(raw[n : n + 2], "big") for n in range(0, len(raw), 2)]
                    yield "".join(current.get(code, "?") for code in codes)


@pytest.fixture
def content(family, worker):
    goal = GoalFactory(family=family, statement="Move by June", family_words="Una casa", strengths="Dos idiomas")
    StepFactory(goal=goal, what="Call the office")
    return paper.content(family, worker)


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_pdf_is_tagged_titled_and_says_its_language(language, content):
    with opened(printing.as_pdf(content, language)) as document:
        assert bool(document.Root.MarkInfo.Marked) is True
        assert "/StructTreeRoot" in document.Root
        assert str(document.Root.Lang) == language
        assert bool(document.Root.ViewerPreferences.DisplayDocTitle) is True
        with document.open_metadata() as metadata:
            assert metadata["dc:title"] == paper.lines(content, language)["title"]
            assert metadata["pdfuaid:part"] == "1"


def test_what_people_typed_is_printed_and_never_run(family, worker):
    goal = GoalFactory(
        family=family, statement=HOSTILE, family_words=HOSTILE, strengths=HOSTILE, why=HOSTILE, check_in=HOSTILE[:90]
    )
    StepFactory(goal=goal, what=HOSTILE, owner_name=HOSTILE)

    words = text_of(printing.as_pdf(paper.content(family, worker), "en"))

    for piece in ('#panic("x")', "*b*", "_i_", "$x$", "<a>", "@ref", "`code`", "= Heading", "// gone", "\\", "#read("):
        assert piece.replace(" ", "") in words.replace(" ", "").replace("\xa0", "")


def test_a_paper_that_is_not_signed_yet_has_a_line_for_each_name(family, worker, content):
    version = VersionFactory(agreement=AgreementFactory(family=family, state="signed"))

    unsigned, signed = (text_of(printing.as_pdf(content, "en", one)) for one in (None, version))

    assert ["Sign here" in words.replace("\xa0", " ") for words in (unsigned, signed)] == [True, False]


def test_large_print_takes_more_pages_for_the_same_words(content):
    content["goals"] *= 20

    with opened(printing.as_pdf(content, "en")) as usual, opened(printing.as_pdf(content, "en", large=True)) as large:
        assert len(large.pages) > len(usual.pages)


def test_a_drawn_name_stands_on_the_pdf_with_words_for_who_cannot_see_it(family, content):
    version = VersionFactory(agreement=AgreementFactory(family=family, state="signed"), content=content)
    SignatureFactory(
        agreement_version=version,
        member=family.adults()[0],
        signer_name="Elena Alvarez",
        method="drawn",
        strokes={"png": DOT},
    )

    made = printing.as_pdf(version.content, "en", version)

    with opened(made) as document:
        pictures = [image for page in document.pages for image in page.images]
        spoken = [str(part.Alt) for part in document.objects if isinstance(part, pikepdf.Dictionary) and "/Alt" in part]
    assert (len(pictures), spoken) == (1, ["Signature of Elena Alvarez"])


def test_the_page_hands_out_the_signed_version(family, worker, signed_in):
    VersionFactory(agreement=AgreementFactory(family=family, state="signed"), language="es")

    response = signed_in(worker).get(reverse("goals:agreement-pdf", args=[family.pk]))

    assert (response["Content-Type"], response["Content-Disposition"]) == (
        "application/pdf",
        'inline; filename="agreement.pdf"',
    )
    with opened(response.content) as document:
        assert str(document.Root.Lang) == "es"


def test_one_content_has_one_hash_whatever_its_order():
    assert paper.hash_of({"a": 1, "b": ["ñ"]}) == paper.hash_of({"b": ["ñ"], "a": 1})
    assert paper.hash_of({"a": 1}) != paper.hash_of({"a": 2})
