"""What our code and templates say, read the way Django will look it up; no system gettext is needed."""

import ast
from dataclasses import dataclass, field
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.template import Node, NodeList, engines
from django.template.base import FilterExpression
from django.template.smartif import TokenBase
from django.templatetags.i18n import BlockTranslateNode, TranslateNode
from django.utils.functional import Promise

# Each function of django.utils.translation with what its first arguments are.
ARGUMENTS = {
    "gettext": ("msgid",),
    "pgettext": ("context", "msgid"),
    "ngettext": ("msgid", "plural"),
    "npgettext": ("context", "msgid", "plural"),
}
ARGUMENTS |= {f"{name}_lazy": arguments for name, arguments in ARGUMENTS.items()} | {"gettext_noop": ("msgid",)}


@dataclass
class Message:
    """One thing said somewhere."""

    msgid: str
    plural: str = ""
    context: str | None = None
    places: list = field(default_factory=list)

    @property
    def key(self):
        return (self.context, self.msgid)


def in_python(source):
    """What a module says: calls of Django's functions, under whatever name it imported them."""
    tree = ast.parse(source)
    names = {name: name for name in ARGUMENTS} | {"_": "gettext"}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation":
            names |= {alias.asname or alias.name: alias.name for alias in node.names if alias.name in ARGUMENTS}
    for node in ast.walk(tree):
        called = _called(node, names)
        if called:
            texts = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
            if len(texts) >= len(ARGUMENTS[called]):
                yield Message(**dict(zip(ARGUMENTS[called], texts, strict=False)))


def _called(node, names):
    if not isinstance(node, ast.Call):
        return None
    if isinstance(node.func, ast.Attribute):  # translation.gettext(…)
        return node.func.attr if node.func.attr in ARGUMENTS else None
    return names.get(node.func.id) if isinstance(node.func, ast.Name) else None


def in_template(source):
    """What a template says. It is compiled, not searched: trimmed blocks and counts come out as they are looked up."""
    return list(_said_by(engines["django"].engine.from_string(source).nodelist))


def _said_by(part):
    if isinstance(part, BlockTranslateNode):
        yield _block(part)
    if isinstance(part, TranslateNode):
        variable = part.filter_expression.var
        context = part.message_context.resolve({}) if part.message_context else None
        if isinstance(getattr(variable, "literal", variable), str):
            yield Message(_doubled(getattr(variable, "literal", variable)), context=context)
    elif isinstance(part, Promise):  # _("…") as an argument: Django has made it a lazy text by now
        yield Message(part._args[0])
    for inner in _inside(part):
        yield from _said_by(inner)


def _block(node):
    singular, _names = node.render_token_list(node.singular)
    plural = node.render_token_list(node.plural)[0] if node.plural and node.counter else ""
    context = node.message_context.resolve({}) if node.message_context else None
    return Message(singular, plural, context)


def _doubled(text):
    """Django doubles percent signs before it looks a template's text up."""
    return text.replace("%", "%%")


def _inside(part):
    if isinstance(part, (list, tuple, NodeList)):
        return part
    if isinstance(part, dict):
        return part.values()
    if isinstance(part, (Node, FilterExpression, TokenBase)):
        slots = [name for kind in type(part).__mro__ for name in getattr(kind, "__slots__", ())]
        names = {*slots, *getattr(part, "__dict__", ())} - {"token", "origin", "parser"}
        return [getattr(part, name, None) for name in sorted(names)]
    return ()


def own_files():
    """Our modules and templates, without migrations and tests."""
    root = Path(settings.BASE_DIR)
    ours = [Path(app.path) for app in apps.get_app_configs() if Path(app.path).parent == root]
    for folder in [*ours, root / "familypartnership"]:
        yield from (path for path in sorted(folder.rglob("*.py")) if "migrations" not in path.parts)
    yield from sorted(path for path in (root / "templates").rglob("*") if path.suffix in (".html", ".txt"))


def said():
    """Everything our own tree says, once each, in the order it is met."""
    found = {}
    for path in own_files():
        read = in_python if path.suffix == ".py" else in_template
        for message in read(path.read_text(encoding="utf-8")):
            kept = found.setdefault(message.key, message)
            kept.plural = kept.plural or message.plural
            kept.places.append(path.relative_to(settings.BASE_DIR).as_posix())
    return list(found.values())
