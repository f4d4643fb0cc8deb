from django.urls import include, path

from reports import views
from reports.exports import views as exports
from reports.pir import urls as pir
from reports.standing import urls as standing

app_name = "reports"
urlpatterns = [
    path("", views.reports, name="list"),
    path("make/", views.make, name="make"),
    path("now/<slug:code>/", views.live, name="live"),
    path("now/<slug:code>/families/<str:figure>/", views.live_families, name="live-families"),
    path("now/<slug:code>/pdf/", views.live_pdf, name="live-pdf"),
    path("now/<slug:code>/file.<slug:kind>", views.live_file, name="live-file"),
    path("today/<slug:figure>/", views.today, name="today"),
    path("own/", views.own, {"code": "monthly"}, name="own-month"),
    path("own/<slug:code>/", views.own, name="own"),
    path("own/<slug:code>/families/<str:figure>/", views.own_families, name="own-families"),
    path("exports/", exports.exports, name="exports"),
    path("exports/<int:pk>/", exports.export, name="export"),
    path("exports/<int:pk>/file/", exports.export_file, name="export-file"),
    path("pir/", include(pir.urlpatterns)),
    path("", include(standing.urlpatterns)),
    path("<int:pk>/", views.report, name="report"),
    path("<int:pk>/pdf/", views.report_pdf, name="report-pdf"),
    path("<int:pk>/file.<slug:kind>", views.report_file, name="report-file"),
    path("<int:pk>/changed/", views.changed, name="changed"),
    path("<int:pk>/words/", views.narrative, name="narrative"),
    path("<int:pk>/families/<str:figure>/", views.families, name="families"),
]
