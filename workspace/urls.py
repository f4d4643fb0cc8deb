from django.urls import path

from workspace import agenda_views, clock_views, in_place_views, own_record_views, reminder_views, views, visits_views

app_name = "workspace"
urlpatterns = [
    path("", views.day, name="my-day"),
    path("day/visits", visits_views.plan, name="visits"),
    path("day/visits/sheet", visits_views.sheet, name="visits-sheet"),
    path("day/put-aside", in_place_views.put_aside, name="put-aside"),
    path("day/<int:family_pk>/<str:kind>/<int:about>", in_place_views.thing, name="thing"),
    path("families/<int:pk>/", views.family, name="family"),
    path("families/<int:pk>/timeline", views.timeline, name="timeline"),
    path("families/<int:pk>/own-record", own_record_views.record, name="own-record"),
    path("days-that-count/new/effect", clock_views.preview_new, name="clock-preview-new"),
    path("days-that-count/<int:pk>/effect", clock_views.preview, name="clock-preview"),
    path("search", views.search, name="search"),
    path("agenda", agenda_views.page, name="agenda"),
    path("agenda/address", agenda_views.address, name="calendar-address"),
    path("agenda/<str:token>.ics", agenda_views.feed, name="feed"),
    path("reminders/<slug:name>/again", reminder_views.again, name="reminders-again"),
    path("more", views.more, name="more"),
]
