from django.urls import path

from supervision import views

app_name = "supervision"
urlpatterns = [
    path("", views.caseloads, name="caseloads"),
    path("staff/<int:user_pk>", views.caseload, name="caseload"),
]
