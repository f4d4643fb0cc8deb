from django.urls import path

from supervision.views import caseloads, consultations, coverage, decisions, flags, reflections, sessions

app_name = "supervision"
urlpatterns = [
    path("supervision/", caseloads.caseloads, name="caseloads"),
    path("supervision/staff/<int:user_pk>", caseloads.caseload, name="caseload"),
    path("supervision/staff/<int:user_pk>/sessions", sessions.plan, name="session-plan"),
    path("supervision/sessions", sessions.sessions, name="sessions"),
    path("supervision/sessions/<int:pk>", sessions.session, name="session"),
    path("supervision/sessions/<int:pk>/move", sessions.move, name="session-move"),
    path("supervision/sessions/<int:pk>/missed", sessions.miss, name="session-missed"),
    path("supervision/sessions/<int:pk>/sign", sessions.sign, name="session-sign"),
    path("supervision/sessions/<int:pk>/topics", sessions.topic_add, name="session-topic-add"),
    path("supervision/sessions/<int:pk>/between-us", reflections.keep, name="session-reflection"),
    path("supervision/sessions/<int:pk>/between-us/draft", reflections.keep_draft, name="session-reflection-draft"),
    path("supervision/sessions/<int:pk>/between-us/withdraw", reflections.withdraw, name="session-reflection-withdraw"),
    path("supervision/topics/<int:pk>", sessions.topic, name="session-topic"),
    path("supervision/topics/<int:pk>/drop", sessions.topic_drop, name="session-topic-drop"),
    path("supervision/decisions/<int:pk>", decisions.decision, name="decision"),
    path("supervision/decisions/<int:pk>/done", decisions.done, name="decision-done"),
    path("supervision/flags/<int:pk>", flags.flag, name="flag"),
    path("supervision/flags/<int:pk>/<slug:name>", flags.move, name="flag-move"),
    path("supervision/consultations/<int:pk>", consultations.edit, name="consultation"),
    path("supervision/coverage", coverage.page, name="coverage"),
    path("supervision/coverage.csv", coverage.as_csv, name="coverage-csv"),
    path("families/<int:family_pk>/decisions", decisions.of_family, name="decisions"),
    path("families/<int:family_pk>/flags/add", flags.add, name="flag-add"),
    path("families/<int:family_pk>/consultations", consultations.consultations, name="consultations"),
    path("families/<int:family_pk>/consultations/add", consultations.add, name="consultation-add"),
]
