from django.urls import path

from agency.views.imports import urls as import_urls
from partners.imports import pages as imports
from partners.imports.target import TARGET
from partners.views import directory, entries

app_name = "partners"
urlpatterns = [
    path("", directory.directory, name="directory"),
    path("sheet", directory.sheet, name="sheet"),
    path("wrong", directory.wrong, name="wrong"),
    path("wrong/<int:pk>/settled", directory.settle, name="settle"),
    path("partners/new", entries.partner_add, name="partner-add"),
    path("partners/<int:pk>", directory.partner, name="partner"),
    path("partners/<int:pk>/edit", entries.partner_edit, name="partner-edit"),
    path("partners/<int:partner_pk>/places/new", entries.place_add, name="place-add"),
    path("partners/<int:partner_pk>/services/new", entries.service_add, name="service-add"),
    path("partners/<int:partner_pk>/phones/new", entries.phone_add, name="phone-add"),
    path("places/<int:pk>/edit", entries.place_edit, name="place-edit"),
    path("services/<int:pk>", directory.service, name="service"),
    path("services/<int:pk>/edit", entries.service_edit, name="service-edit"),
    path("services/<int:pk>/check", directory.verify, name="verify"),
    path("phones/<int:pk>/edit", entries.phone_edit, name="phone-edit"),
    path("phones/<int:pk>/remove", entries.phone_remove, name="phone-remove"),
    *import_urls(TARGET),
    path("export", imports.export, name="export"),
    path("waiting/", imports.waiting, name="waiting"),
    path("waiting/<int:pk>", imports.attach, name="waiting-attach"),
    path("proposed/", imports.proposed, name="proposed"),
    path("proposed/<int:pk>", imports.answer, name="proposed-answer"),
]
