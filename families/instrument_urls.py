"""The questions of the strengths conversation, in the settings."""

from django.urls import path

from families.views import instruments

app_name = "instruments"
urlpatterns = [
    path("", instruments.listed, name="list"),
    path("new", instruments.new, name="new"),
    path("bring", instruments.bring, name="bring"),
    path("<int:pk>/draft", instruments.draft, name="draft"),
    path("versions/<int:pk>", instruments.version, name="version"),
    path("versions/<int:pk>/words", instruments.words, name="words"),
    path("versions/<int:pk>/parts/<int:number>", instruments.part, name="part"),
    path("versions/<int:pk>/questions/add", instruments.question_add, name="question-add"),
    path("versions/<int:pk>/preview/<int:number>", instruments.preview, name="preview"),
    path("versions/<int:pk>/publish", instruments.publish, name="publish"),
    path("versions/<int:pk>/retire", instruments.retire, name="retire"),
    path("versions/<int:pk>/throw-away", instruments.throw_away, name="throw-away"),
    path("versions/<int:pk>/file", instruments.as_file, name="file"),
    path("versions/<int:pk>/questions.pdf", instruments.sheets, name="print"),
    path("questions/<int:pk>", instruments.question, name="question"),
    path("questions/<int:pk>/move", instruments.move, name="question-move"),
    path("questions/<int:pk>/remove", instruments.remove, name="question-remove"),
]
