"""What the guards ask of our models and modules."""

import ast
from importlib import import_module
from pathlib import Path

from django.apps import apps
from django.conf import settings
from pghistory.models import Event

from agency.access import CaseQuerySet
from families.models import Family

OURS = ["agency", "families", "partners", "goals", "referrals", "supervision", "reports", "workspace"]
ROOT = Path(settings.BASE_DIR)


def our_models():
    """Our tables, without the row history that the database keeps beside them."""
    models = [model for app in OURS for model in apps.get_app_config(app).get_models()]
    return [model for model in models if not issubclass(model, Event)]


def reaches_family(model, seen=()):
    """True when rows of this model lead to a family by foreign keys."""
    parents = {f.related_model for f in model._meta.fields if f.is_relation} - {None, model, *seen}
    return model is Family or any(reaches_family(parent, (*seen, model)) for parent in parents)


def is_scoped(model):
    return isinstance(model._default_manager.all(), CaseQuerySet)


def modules(kind):
    """The files in which an app keeps its views or forms: `views.py`, or every module of `views/`."""
    for app in OURS:
        yield from (ROOT / app).glob(f"{kind}.py")
        yield from sorted((ROOT / app / kind).glob("*.py"))


def imported(path):
    return import_module(".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"))


def parsed(path):
    return ast.parse(path.read_text(encoding="utf-8"))
