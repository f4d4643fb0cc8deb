from django.urls import path

from workspace import agenda_views, own_record_views, views

app_name = "workspace"
urlpatterns = [
    path("", views.day, name="my-day"),
    path("families/<int:pk>/", views.family, name="family"),
    path("families/<int:pk>/timeline", views.timeline, name="timeline"),
    path("families/<int:pk>/own-record", own_record_views.record, name="own-record"),
    path("search", views.search, name="search"),
    path("agenda", agenda_views.page, name="agenda"),
    path("agenda/address", agenda_views.address, name="calendar-address"),
    path("agenda/<str:token>.ics", agenda_views.feed, name="feed"),
    path("more", views.more, name="more"),
]
