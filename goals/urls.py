from django.urls import path

from goals.views import agreement, goal, note, review

app_name = "goals"
urlpatterns = [
    path("families/<int:family_pk>/agreement", agreement.agreement, name="agreement"),
    path("families/<int:family_pk>/agreement/offer", agreement.offer, name="agreement-offer"),
    path("families/<int:family_pk>/agreement/answer/<slug:move>", agreement.answer, name="agreement-answer"),
    path("families/<int:family_pk>/agreement/read", agreement.read, name="agreement-read"),
    path("families/<int:family_pk>/agreement/sign", agreement.sign, name="agreement-sign"),
    path("families/<int:family_pk>/agreement/versions/<int:number>", agreement.version, name="agreement-version"),
    path(
        "families/<int:family_pk>/agreement/versions/<int:number>/changes", agreement.changes, name="agreement-changes"
    ),
    path("families/<int:family_pk>/agreement/copy", agreement.copy, name="copy"),
    path("families/<int:family_pk>/agreement/copy/given", agreement.copy_given, name="copy-given"),
    path("families/<int:family_pk>/agreement.pdf", agreement.as_pdf, name="agreement-pdf"),
    path("families/<int:family_pk>/goals/add", goal.add, name="goal-add"),
    path("goals/<int:pk>", goal.goal, name="goal"),
    path("goals/<int:pk>/steps/<int:number>", goal.part, name="goal-part"),
    path("goals/<int:pk>/move/<slug:name>", goal.move, name="goal-move"),
    path("goals/<int:pk>/again", goal.again, name="goal-again"),
    path("goals/step/<int:pk>", goal.step_edit, name="step-edit"),
    path("goals/step/<int:pk>/done", goal.step_done, name="step-done"),
    path("goals/step/<int:pk>/remove", goal.step_remove, name="step-remove"),
    path("goals/support/<int:pk>", goal.support_edit, name="support-edit"),
    path("goals/support/<int:pk>/remove", goal.support_remove, name="support-remove"),
    path("families/<int:family_pk>/notes", note.notes, name="notes"),
    path("families/<int:family_pk>/notes/add", note.add, name="note-add"),
    path("notes/add", note.anywhere, name="note-anywhere"),
    path("notes/<int:pk>", note.note, name="note"),
    path("notes/<int:pk>/restricted", note.restricted, name="note-restricted"),
    path("notes/<int:pk>/edit", note.edit, name="note-edit"),
    path("notes/<int:pk>/next-done", note.next_done, name="note-next-done"),
    path("families/<int:family_pk>/reviews/add", review.add, name="review-add"),
    path("reviews/<int:pk>", review.review, name="review"),
    path("families/<int:family_pk>/celebrations/add", review.celebrate, name="celebrate"),
    path("families/<int:family_pk>/celebrations/add/<int:goal_pk>", review.celebrate, name="celebrate-goal"),
    path("celebrations/<int:pk>/mark", review.mark, name="celebration-mark"),
]
