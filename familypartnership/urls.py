"""Every address of the site. A room's own addresses stand in the room."""

from django.urls import include, path

from agency.health import healthz

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("accounts/", include("allauth.urls")),
    path("", include("workspace.urls")),
    path("", include("agency.urls")),
    path("families/", include("families.urls")),
    path("directory/", include("partners.urls")),
    path("", include("goals.urls")),
    path("", include("referrals.urls")),
    path("supervision/", include("supervision.urls")),
    path("reports/", include("reports.urls")),
]
