from django.urls import path

from referrals.views import answer, consent, disclosures, offering, referral, sending, sheets

app_name = "referrals"
urlpatterns = [
    path("needs/<int:need_pk>/refer", offering.add, name="add"),
    path("needs/<int:need_pk>/refer/<int:service_pk>", offering.prepare, name="prepare"),
    path("needs/<int:need_pk>/gap", offering.gap, name="gap"),
    path("needs/<int:need_pk>/sheet", sheets.need_sheet, name="sheet"),
    path("needs/<int:need_pk>/directory", sheets.look, name="directory"),
    path("families/<int:family_pk>/sheet", sheets.family_sheet, name="family-sheet"),
    path("referrals/<int:pk>", referral.referral, name="referral"),
    path("referrals/<int:pk>/edit", referral.edit, name="edit"),
    path("referrals/<int:pk>/send", sending.send, name="send"),
    path("referrals/<int:pk>/link", sending.again, name="link-send"),
    path("referrals/<int:pk>/link/revoke", sending.revoke, name="link-revoke"),
    path("referrals/<int:pk>/number", referral.inform, name="inform"),
    path("referrals/<int:pk>/papers", sending.papers, name="papers"),
    path("referrals/<int:pk>/move/<slug:name>", referral.move, name="move"),
    path("referrals/<int:pk>/asked", referral.attempt, name="attempt"),
    path("families/<int:family_pk>/consents/new", consent.add, name="consent-add"),
    path("families/<int:family_pk>/consents/sign", consent.sign, name="consent-sign"),
    path("consents/<int:pk>", consent.consent, name="consent"),
    path("consents/<int:pk>/revoke", consent.revoke, name="consent-revoke"),
    path("families/<int:family_pk>/shared", disclosures.disclosures, name="disclosures"),
    path("families/<int:family_pk>/shared/new", disclosures.add, name="disclosure-add"),
    path("answer/link/<str:token>", answer.come, name="answer-link"),
    path("answer", answer.answer, name="answer"),
    path("answer/code", answer.code, name="answer-code"),
    path("answer/enter", answer.enter, name="answer-enter"),
    path("answer/all", answer.queue, name="answer-queue"),
    path("answer/referrals/<int:pk>", answer.one, name="answer-one"),
    path("answer/referrals/<int:pk>/room", answer.room, name="answer-room"),
    path("answer/thanks", answer.thanks, name="answer-thanks"),
    path("answer/leave", answer.leave, name="answer-leave"),
]
