from django.urls import path

from partners.api import views

app_name = "hsds"
urlpatterns = [
    path("", views.root, name="root"),
    path("services", views.services, name="services"),
    path("services/<str:key>", views.service, name="service"),
    path("organizations", views.organizations, name="organizations"),
    path("organizations/<str:key>", views.organization, name="organization"),
    path("service_at_locations", views.service_at_locations, name="service-at-locations"),
    path("taxonomies", views.taxonomies, name="taxonomies"),
    path("taxonomy_terms", views.taxonomy_terms, name="taxonomy-terms"),
]
