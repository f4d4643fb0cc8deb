from django.urls import path

from supervision.views import caseloads

app_name = "supervision"
urlpatterns = [
    path("supervision/", caseloads.caseloads, name="caseloads"),
    path("supervision/staff/<int:user_pk>", caseloads.caseload, name="caseload"),
]
