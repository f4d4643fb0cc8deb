from django.urls import path

from reports import views

app_name = "reports"
urlpatterns = [
    path("", views.reports, name="list"),
    path("make/", views.make, name="make"),
    path("<int:pk>/", views.report, name="report"),
    path("<int:pk>/pdf/", views.report_pdf, name="report-pdf"),
    path("<int:pk>/families/<str:figure>/", views.families, name="families"),
]
