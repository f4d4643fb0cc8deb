"""The catalogue tool reads what Django will look up, keeps translations, and tells what lacks."""

import polib
import pytest
from django.core.management import CommandError, call_command
from django.template import engines
from django.utils import translation

from agency import catalogue, said
from agency.said import Message, in_python, in_template


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ('_("Save")', Message("Save")),
        ('gettext("Save")', Message("Save")),
        ('gettext_lazy("Save " "it")', Message("Save it")),
        ('translation.gettext("Save")', Message("Save")),
        ('pgettext("menu", "Save")', Message("Save", context="menu")),
        ('ngettext("%(n)s day", "%(n)s days", n)', Message("%(n)s day", "%(n)s days")),
        ('npgettext_lazy("clock", "day", "days", n)', Message("day", "days", "clock")),
        ("from django.utils.translation import gettext_lazy as say\nsay('Save')", Message("Save")),
        (
            "def late():\n    from django.utils.translation import ngettext as many\n    many('a', 'b', 2)",
            Message("a", "b"),
        ),
        ('_("No “%(name)s”") % {"name": x}', Message("No “%(name)s”")),
    ],
)
def test_what_a_module_says_is_found(source, message):
    assert list(in_python(source)) == [message]


@pytest.mark.parametrize("source", ["_(name)", "_", "save('x')", "_(f'{x} days')", "ngettext('day')", "x['_']('Save')"])
def test_what_is_no_text_of_ours_is_left_out(source):
    assert list(in_python(source)) == []


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ('{% translate "Save" %}', Message("Save")),
        ("{% trans 'Save' as label %}", Message("Save")),
        ('{% translate "Save" context "menu" %}', Message("Save", context="menu")),
        ('{% translate "50% done" %}', Message("50%% done")),
        ("{% blocktranslate %}Hello {{ name }}{% endblocktranslate %}", Message("Hello %(name)s")),
        ("{% blocktranslate trimmed %}\n  Hello\n  you\n{% endblocktranslate %}", Message("Hello you")),
        (
            "{% blocktranslate trimmed count n=days %}one day{% plural %}{{ n }} days{% endblocktranslate %}",
            Message("one day", "%(n)s days"),
        ),
        ('{% blocktranslate context "c" %}50% off{% endblocktranslate %}', Message("50%% off", context="c")),
        ('{% if a == _("Save") %}{% endif %}', Message("Save")),
        ('{% include "x.html" with label=_("Save") %}', Message("Save")),
        ('{{ name|default:_("Save") }}', Message("Save")),
        (
            '{% for a in b %}{% if a %}{% else %}{% translate "Save" %}{% endif %}{% endfor %}',
            Message("Save"),
        ),
        ('{% block content %}{% with a=b %}{% translate "Save" %}{% endwith %}{% endblock %}', Message("Save")),
    ],
)
def test_what_a_template_says_is_found(source, message):
    assert in_template("{% load i18n %}" + source) == [message]


@pytest.mark.parametrize(
    "source",
    [
        '{% translate "Half of 100% is 50%" %}',
        "{% blocktranslate trimmed with who=a %}\n {{ who }} is  100%\n sure {% endblocktranslate %}",
        "{% blocktranslate count n=c %}one{% plural %}{{ n }} things{% endblocktranslate %}",
        '{% translate "Say" context "aloud" %}',
    ],
)
def test_what_is_read_is_what_django_looks_up(source, monkeypatch):
    asked = []
    for name in ("gettext", "pgettext", "ngettext", "npgettext", "gettext_lazy", "pgettext_lazy"):
        plain = getattr(translation, name)
        spy = lambda *texts, plain=plain, name=name: asked.append((name, texts)) or plain(*texts)  # noqa: E731
        for module in ("django.utils.translation", "django.template.base"):
            monkeypatch.setattr(f"{module}.{name}", spy, raising=False)
    source = "{% load i18n %}" + source

    [message] = in_template(source)
    engines["django"].from_string(source).render({"a": "She", "c": 3})

    assert message.msgid in [str(text) for _name, texts in asked for text in texts]


@pytest.fixture
def tree(tmp_path, settings, monkeypatch):
    """A tree that says what the test wants, with a catalogue folder of its own."""
    settings.LOCALE_PATHS = [tmp_path]
    messages = []
    monkeypatch.setattr(catalogue, "said", lambda: messages)

    def says(*new):
        messages[:] = [Message(text, places=["agency/x.py"]) if isinstance(text, str) else text for text in new]
        return tmp_path / "es" / "LC_MESSAGES" / "django.po"

    return says


def translate(path, **texts):
    entries = polib.pofile(str(path))
    for entry in entries:
        if entry.msgid in texts:
            entry.msgstr = texts[entry.msgid]
    entries.save(str(path))


def test_an_update_keeps_what_is_translated_and_drops_what_nobody_says(tree):
    path = tree("Save", "Old")
    catalogue.update("es")
    translate(path, Save="Guardar", Old="Viejo")

    tree("Save", "New")
    catalogue.update("es")

    assert {entry.msgid: entry.msgstr for entry in polib.pofile(str(path))} == {"Save": "Guardar", "New": ""}
    assert "Viejo" not in path.read_text()


def test_an_update_changes_nothing_when_nothing_changed(tree):
    path = tree("Save", Message("%(n)s day", "%(n)s days", places=["a.py"]))
    catalogue.update("es")
    before = path.read_text()

    catalogue.update("es")

    assert path.read_text() == before


def test_a_text_with_a_count_keeps_both_its_forms(tree):
    path = tree(Message("%(n)s day", "%(n)s days", places=["a.py"]))
    catalogue.update("es")
    entries = polib.pofile(str(path))
    entries[0].msgstr_plural = {0: "%(n)s día", 1: "%(n)s días"}
    entries.save(str(path))

    catalogue.update("es")

    assert (polib.pofile(str(path))[0].msgstr_plural, list(catalogue.missing("es"))) == (
        {0: "%(n)s día", 1: "%(n)s días"},
        [],
    )


@pytest.mark.parametrize(
    ("msgid", "text", "trouble"),
    [
        ("Hello %(name)s", "Hola %(name)s", ""),
        ("Hello %(name)s", "Hola %(nombre)s", "other placeholders"),
        ("Hello %(name)s", "Hola", "other placeholders"),
        ("50%% off", "50%% menos", ""),
        ("Save", "", "not translated"),
    ],
)
def test_what_lacks_is_told(tree, msgid, text, trouble):
    path = tree(msgid)
    catalogue.update("es")
    translate(path, **{msgid: text})

    assert [line.partition(":")[0] for line in catalogue.missing("es")] == ([trouble] if trouble else [])


def test_what_is_new_since_the_last_update_is_told(tree):
    tree("Save")
    catalogue.update("es")
    tree("Save", "Send")

    assert [line.partition(":")[0] for line in catalogue.missing("es")] == ["not translated", "not in the catalogue"]


def test_compiling_writes_only_what_is_older_than_its_source(tree):
    path = tree("Save")
    catalogue.update("es")
    translate(path, Save="Guardar")

    first, second = catalogue.compile_all(), catalogue.compile_all()

    compiled = polib.mofile(str(path.with_suffix(".mo")))
    assert (first, second, [entry.msgstr for entry in compiled]) == (["es"], [], ["Guardar"])


def test_the_command_fails_when_something_lacks(tree, capsys):
    tree("Save")
    call_command("catalogue", "update")

    with pytest.raises(CommandError, match="1 texts have no good Spanish yet"):
        call_command("catalogue", "check")

    assert "1 texts, 1 of them wait for Spanish" in capsys.readouterr().out


def test_our_own_tree_is_read_without_migrations_and_tests(settings):
    paths = [path.relative_to(settings.BASE_DIR) for path in said.own_files()]

    folders = {path.parts[0] for path in paths}
    assert {"agency", "families", "familypartnership", "templates"} <= folders
    assert folders.isdisjoint({"tests", "stack", ".venv"})
    assert [path for path in paths if "migrations" in path.parts] == []
