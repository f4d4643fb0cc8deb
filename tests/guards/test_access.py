"""Four things nobody has to remember: a permission on each view, scoped records, no side doors, empty choices."""

import ast
import inspect

import pytest
from django.db.models import Model
from django.forms import BaseForm, ModelChoiceField
from django.urls import get_resolver

from tests.guards.models import OURS, imported, is_scoped, modules, our_models, parsed, reaches_family
from tests.guards.pages import routes

# Views that name no permission, each with the reason.
OPEN = {
    "agency.health.healthz": "asked by load balancers and by run.py; says ok and nothing else",
    "agency.views.first_run.first_run": "there is nobody to sign in yet; it works once",
    "workspace.agenda_views.feed": "a calendar program has no log-in: the address is the secret, and revocable",
    **{
        f"referrals.views.answer.{name}": "a partner has no account: a link in a mail, then a code (decisions/0013)"
        for name in ("come", "answer", "code", "enter", "queue", "one", "room", "thanks", "leave")
    },
    **{
        f"partners.api.views.{name}": "shut, unless a manager has opened it to everybody; public entries only"
        for name in (
            "root",
            "services",
            "service",
            "organizations",
            "organization",
            "taxonomies",
            "taxonomy_terms",
            "service_at_locations",
        )
    },
    "django.views.i18n.set_language": "chosen at the door, before a profile decides",
    "django.views.generic.base.RedirectView": "leads to a page that names its own; log-in is asked by the middleware",
    "allauth.account.views.LoginView": "the way in",
    "allauth.account.views.LogoutView": "the way out",
    "allauth.account.views.AccountInactiveView": "tells a person whose account is closed",
    "allauth.account.views.SignupView": "closed by the adapter: nobody signs up",
    "allauth.account.views.ReauthenticateView": "a person's own password, again",
    "allauth.account.views.EmailView": "shut: our own address comes first and leads to the profile",
    "allauth.account.views.email_verification_sent": "no address is verified here; says so",
    "allauth.account.views.ConfirmEmailView": "the link in a mail we never send",
    "allauth.account.views.PasswordChangeView": "a person's own password",
    "allauth.account.views.PasswordSetView": "a person's own password",
    "allauth.account.views.PasswordResetView": "for people who cannot sign in",
    "allauth.account.views.PasswordResetDoneView": "for people who cannot sign in",
    "allauth.account.views.PasswordResetFromKeyView": "opened by the key in the mail",
    "allauth.account.views.PasswordResetFromKeyDoneView": "for people who cannot sign in",
    "allauth.account.views.ConfirmLoginCodeView": "codes by mail are off: it leads to the log-in",
    "allauth.mfa.base.views.IndexView": "a person's own second step",
    "allauth.mfa.base.views.AuthenticateView": "the second step itself",
    "allauth.mfa.base.views.ReauthenticateView": "the second step, again",
    "allauth.mfa.totp.views.ActivateTOTPView": "a person's own second step",
    "allauth.mfa.totp.views.DeactivateTOTPView": "a person's own second step",
    "allauth.mfa.recovery_codes.views.ViewRecoveryCodesView": "a person's own codes",
    "allauth.mfa.recovery_codes.views.GenerateRecoveryCodesView": "a person's own codes",
    "allauth.mfa.recovery_codes.views.DownloadRecoveryCodesView": "a person's own codes",
    "allauth.socialaccount.views.LoginCancelledView": "back from the identity provider",
    "allauth.socialaccount.views.LoginErrorView": "back from the identity provider",
    "allauth.socialaccount.views.SignupView": "closed by the adapter",
    "allauth.socialaccount.views.ConnectionsView": "a person's own link to the identity provider",
    "allauth.socialaccount.providers.openid_connect.views.login": "the way to the identity provider",
    "allauth.socialaccount.providers.openid_connect.views.callback": "the way back from it",
}


def named(view):
    view = getattr(view, "view_class", view)
    return f"{view.__module__}.{view.__qualname__}"


def test_every_view_names_the_permission_it_requires():
    bare = {named(view) for _name, _route, view in routes() if not hasattr(view, "requires")}

    assert bare == set(OPEN)


def test_the_walk_of_routes_sees_them_all():
    assert len(routes()) > len(get_resolver().url_patterns)


def test_every_record_that_reaches_a_family_is_scoped():
    assert {model.__name__ for model in our_models() if reaches_family(model) and not is_scoped(model)} == set()


MANAGERS = ("objects", "_default_manager", "_base_manager")
ENTRANCES = ("visible_to", "none")


def side_doors(tree, free=frozenset()):
    """Ways to a record that no role was asked about. `free` names models that lead to no family."""
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=ast.Attribute(value=owner, attr=manager), attr=method) if manager in MANAGERS:
                if method not in ENTRANCES and not (isinstance(owner, ast.Name) and owner.id in free):
                    yield ast.unparse(node)
            case ast.Call(func=ast.Name(id="get_object_or_404" | "get_list_or_404"), args=[ast.Name(id=model), *_]):
                if model[:1].isupper():
                    yield ast.unparse(node)


def leads_to_no_family(module):
    """Names in a module that are models without a way to a family: programs, centers, staff, the directory."""
    return {
        name
        for name, value in vars(module).items()
        if isinstance(value, type) and issubclass(value, Model) and not reaches_family(value)
    }


@pytest.mark.parametrize("path", [*modules("views"), *modules("forms")], ids=lambda path: "/".join(path.parts[-3:]))
def test_views_and_forms_open_records_only_through_visible_to(path):
    assert list(side_doors(parsed(path), leads_to_no_family(imported(path)))) == []


@pytest.mark.parametrize(
    "source",
    ["Goal.objects.get(pk=1)", "get_object_or_404(Goal, pk=1)", "type(x).objects.filter()", "Goal._base_manager.all()"],
)
def test_the_guard_sees_a_side_door(source):
    assert len(list(side_doors(ast.parse(source), {"Program"}))) == 1


@pytest.mark.parametrize("source", ["Goal.objects.visible_to(user)", "Goal.objects.none()", "Program.objects.all()"])
def test_the_guard_lets_the_front_door_be(source):
    assert list(side_doors(ast.parse(source), {"Program"})) == []


def narrowed(form, name):
    """True when the form itself says which rows it offers, for a field Django made from the model."""
    chain = [kind for kind in form.__mro__ if kind.__module__.partition(".")[0] in OURS]
    return any(f'self.fields["{name}"].queryset =' in inspect.getsource(kind) for kind in chain)


def test_form_choices_start_empty_or_are_narrowed_for_the_user():
    fields = {
        f"{form.__module__}.{form.__name__}.{key}": (form, key, field.queryset.query)
        for path in modules("forms")
        for form in vars(imported(path)).values()
        if isinstance(form, type) and issubclass(form, BaseForm)
        for key, field in form.base_fields.items()
        if isinstance(field, ModelChoiceField) and is_scoped(field.queryset.model)
    }

    assert fields != {}
    assert {at for at, (form, key, query) in fields.items() if not (query.is_empty() or narrowed(form, key))} == set()
