"""Every address of the site. A room's own addresses stand in the room."""

from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.generic import RedirectView
from django.views.i18n import set_language

from agency.health import healthz

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("language", login_not_required(set_language), name="set_language"),  # at the door, before a profile decides
    path("accounts/email/", RedirectView.as_view(pattern_name="agency:profile")),  # an administrator changes addresses
    path("accounts/", include("allauth.urls")),
    path("", include("workspace.urls")),
    path("settings/instruments/", include("families.instrument_urls")),
    path("", include("agency.urls")),
    path("families/", include("families.urls")),
    path("directory/", include("partners.urls")),
    path("hsds/", include("partners.api.urls")),
    path("", include("goals.urls")),
    path("", include("referrals.urls")),
    path("", include("supervision.urls")),
    path("reports/", include("reports.urls")),
]
