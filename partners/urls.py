from django.urls import path

from agency.views.imports import urls as import_urls
from partners import views
from partners.imports import pages as imports
from partners.imports.target import TARGET

app_name = "partners"
urlpatterns = [
    path("", views.directory, name="directory"),
    path("sheet", views.sheet, name="sheet"),
    path("wrong", views.wrong, name="wrong"),
    path("wrong/<int:pk>/settled", views.settle, name="settle"),
    path("partners/new", views.partner_add, name="partner-add"),
    path("partners/<int:pk>", views.partner, name="partner"),
    path("partners/<int:pk>/edit", views.partner_edit, name="partner-edit"),
    path("partners/<int:partner_pk>/places/new", views.place_add, name="place-add"),
    path("partners/<int:partner_pk>/services/new", views.service_add, name="service-add"),
    path("partners/<int:partner_pk>/phones/new", views.phone_add, name="phone-add"),
    path("places/<int:pk>/edit", views.place_edit, name="place-edit"),
    path("services/<int:pk>", views.service, name="service"),
    path("services/<int:pk>/edit", views.service_edit, name="service-edit"),
    path("services/<int:pk>/check", views.verify, name="verify"),
    path("phones/<int:pk>/edit", views.phone_edit, name="phone-edit"),
    path("phones/<int:pk>/remove", views.phone_remove, name="phone-remove"),
    *import_urls(TARGET),
    path("export", imports.export, name="export"),
    path("waiting/", imports.waiting, name="waiting"),
    path("waiting/<int:pk>", imports.attach, name="waiting-attach"),
    path("proposed/", imports.proposed, name="proposed"),
    path("proposed/<int:pk>", imports.answer, name="proposed-answer"),
]
