from django.urls import path

from agency.views import accounts, catalogue, clocks, drafts, first_run, organisation, outbox, profile, runs

app_name = "agency"
urlpatterns = [
    path("welcome", first_run.first_run, name="first-run"),
    path("drafts/save", drafts.save, name="draft-save"),
    path("drafts/<int:pk>/throw-away", drafts.throw_away, name="draft-throw-away"),
    path("profile", profile.profile, name="profile"),
    path("profile/reminders", profile.reminders, name="reminders"),
    path("outbox", outbox.outbox, name="outbox"),
    path("staff/", accounts.accounts, name="accounts"),
    path("staff/add", accounts.add, name="account-add"),
    path("staff/<int:pk>", accounts.account, name="account"),
    path("staff/<int:pk>/invite", accounts.invite, name="account-invite"),
    path("staff/<int:pk>/close", accounts.deactivate, name="account-close"),
    path("staff/<int:pk>/open", accounts.activate, name="account-open"),
    path("staff/<int:pk>/second-step", accounts.reset_second_step, name="account-second-step"),
    path("settings/", organisation.agency, name="settings"),
    path("logo", organisation.logo, name="logo"),
    path("settings/programs", organisation.programs, name="programs"),
    path("settings/programs/add", organisation.program_add, name="program-add"),
    path("settings/programs/<int:pk>", organisation.program, name="program"),
    path("settings/programs/<int:program_pk>/<slug:kind>/add", organisation.part_add, name="part-add"),
    path("settings/<slug:kind>/<int:pk>/change", organisation.part, name="part"),
    path("settings/<slug:kind>/<int:pk>/delete", organisation.delete, name="setting-delete"),
    path("settings/services", catalogue.services, name="services"),
    path("settings/services/add", catalogue.service_add, name="service-add"),
    path("settings/services/<int:pk>", catalogue.service, name="service"),
    path("settings/clocks", clocks.clocks, name="clocks"),
    path("settings/clocks/add", clocks.add, name="clock-add"),
    path("settings/clocks/<int:pk>", clocks.clock, name="clock"),
    path("settings/clocks/<int:pk>/end", clocks.end, name="clock-end"),
    path("settings/runs", runs.run_log, name="run-log"),
    path("runs/<int:pk>", runs.run, name="run"),
    path("runs/<int:pk>/progress", runs.progress, name="run-progress"),
]
