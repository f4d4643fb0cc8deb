"""The ways through the settings, the same above each of their pages."""

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency.access import Permission, reaches_everything

register = template.Library()

PARTS = ("program", "program-add", "part", "part-add")
# (URL name, words, icon, only for a manager of the whole agency, other pages of this place)
PLACES = [
    ("agency:settings", gettext_lazy("Agency"), "home", True, ()),
    ("agency:programs", gettext_lazy("Programs and centers"), "pin", False, PARTS),
    ("agency:clocks", gettext_lazy("Days that count"), "clock", False, ("clock", "clock-add", "clock-end")),
    ("agency:services", gettext_lazy("Kinds of service"), "service", True, ("service", "service-add")),
    ("instruments:list", gettext_lazy("Questions for families"), "message", True, ("instruments:version",)),
    ("goals:form", gettext_lazy("The agreement’s form"), "pen", True, ("goals:form-section", "goals:form-section-add")),
    ("goals:ideas", gettext_lazy("Ideas for goals"), "sun", True, ("goals:idea", "goals:idea-add")),
    (
        "partners:sensitive",
        gettext_lazy("Sensitive kinds of help"),
        "lock",
        False,
        ("partners:sensitive-kind", "partners:sensitive-add", "partners:sensitive-edit"),
    ),
    ("families:import-list", gettext_lazy("Families from another system"), "download", False, ()),
    ("agency:run-log", gettext_lazy("What ran in the background"), "calendar", False, ()),
]


@register.inclusion_tag("components/_filters.html", takes_context=True)
def settings_nav(context):
    request = context["request"]
    here = request.resolver_match.view_name
    everywhere = reaches_everything(request.user, Permission.SETTINGS_EDIT)
    filters = [
        {
            "url": reverse(name),
            "label": label,
            "icon": icon,
            "current": here == name or here.removeprefix("agency:") in others,
        }
        for name, label, icon, whole, others in PLACES
        if everywhere or not whole
    ]
    return {"label": _("Settings"), "filters": filters}
