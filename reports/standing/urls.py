from django.urls import path

from reports.standing import views

urlpatterns = [
    path("now/<slug:code>/keep/", views.keep, name="keep"),
    path("views/<int:pk>/", views.view, name="view"),
    path("views/<int:pk>/drop/", views.drop, name="view-drop"),
]
