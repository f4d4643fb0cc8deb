from django.urls import path

from workspace import views

app_name = "workspace"
urlpatterns = [
    path("", views.day, name="my-day"),
    path("families/<int:pk>/", views.family, name="family"),
    path("families/<int:pk>/timeline", views.timeline, name="timeline"),
    path("search", views.search, name="search"),
    path("more", views.more, name="more"),
]
