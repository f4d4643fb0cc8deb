from django.urls import path

from agency.views.imports import urls as import_urls
from partners.imports import pages as imports
from partners.imports.target import TARGET
from partners.urls_agreements import urlpatterns as working_with
from partners.views import directory, doubles, entries, freshness, seen, sensitive, sheets

app_name = "partners"
urlpatterns = [
    path("", directory.directory, name="directory"),
    path("sheet", sheets.sheet, name="sheet"),
    path("wrong", freshness.queue, name="wrong"),
    path("wrong/<int:pk>/settled", freshness.settle, name="settle"),
    path("sensitive/", sensitive.kinds, name="sensitive"),
    path("sensitive/new", sensitive.kind_add, name="sensitive-add"),
    path("sensitive/<int:pk>", sensitive.kind, name="sensitive-kind"),
    path("sensitive/<int:pk>/edit", sensitive.kind_edit, name="sensitive-edit"),
    path("partners/new", entries.partner_add, name="partner-add"),
    path("partners/<int:pk>", directory.partner, name="partner"),
    path("partners/<int:pk>/edit", entries.partner_edit, name="partner-edit"),
    path("partners/<int:partner_pk>/places/new", entries.place_add, name="place-add"),
    path("partners/<int:partner_pk>/services/new", entries.service_add, name="service-add"),
    path("partners/<int:partner_pk>/phones/new", entries.phone_add, name="phone-add"),
    path("partners/<int:partner_pk>/people/new", entries.contact_add, name="contact-add"),
    path("partners/<int:pk>/stop", seen.stop_partner, name="partner-stop"),
    path("partners/<int:pk>/changes", seen.partner_history, name="partner-history"),
    path("places/<int:pk>/edit", entries.place_edit, name="place-edit"),
    path("services/<int:pk>", directory.service, name="service"),
    path("services/<int:pk>/edit", entries.service_edit, name="service-edit"),
    path("services/<int:pk>/check", freshness.verify, name="verify"),
    path("services/<int:pk>/room", seen.room, name="room"),
    path("services/<int:pk>/words/new", seen.word_add, name="word-add"),
    path("services/<int:pk>/stop", seen.stop_service, name="service-stop"),
    path("services/<int:pk>/changes", seen.service_history, name="service-history"),
    path("words/<int:pk>/withdraw", seen.word_withdraw, name="word-withdraw"),
    path("stops/<int:pk>/lift", seen.stop_lift, name="stop-lift"),
    path("people/<int:pk>/edit", entries.contact_edit, name="contact-edit"),
    path("people/<int:pk>/remove", entries.contact_remove, name="contact-remove"),
    path("phones/<int:pk>/edit", entries.phone_edit, name="phone-edit"),
    path("phones/<int:pk>/remove", entries.phone_remove, name="phone-remove"),
    path("duplicates/", doubles.queue, name="doubles"),
    path("duplicates/<int:partner_pk>/<int:double_pk>", doubles.compare, name="double"),
    path("merges/<int:pk>/undo", doubles.undo, name="merge-undo"),
    *import_urls(TARGET),
    path("export", imports.export, name="export"),
    path("waiting/", imports.waiting, name="waiting"),
    path("waiting/<int:pk>", imports.attach, name="waiting-attach"),
    path("proposed/", imports.proposed, name="proposed"),
    path("proposed/<int:pk>", imports.answer, name="proposed-answer"),
    *working_with,
]
