from django.urls import path

from families.views import assignment, conversation, intake, listing, needs, people

app_name = "families"
urlpatterns = [
    path("", listing.families, name="list"),
    path("new", intake.start, name="intake"),
    path("<int:pk>/intake/<slug:name>", intake.step, name="intake-step"),
    path("<int:pk>/edit", people.edit, name="edit"),
    path("<int:pk>/members/<int:member_pk>", people.member, name="member"),
    path("<int:pk>/members/<int:member_pk>/contact", people.contact_add, name="contact-add"),
    path("<int:pk>/members/<int:member_pk>/place", people.place, name="place-add"),
    path("<int:pk>/places/<int:place_pk>/end", people.place_end, name="place-end"),
    path("<int:pk>/homes/<int:household_pk>", people.household, name="household"),
    path("<int:pk>/contacts/<int:contact_pk>", people.contact, name="contact"),
    path("<int:pk>/contacts/<int:contact_pk>/remove", people.contact_remove, name="contact-remove"),
    path("<int:pk>/assess", conversation.begin, name="assess"),
    path("<int:pk>/assessments/<int:assessment_pk>", conversation.result, name="assessment"),
    path("<int:pk>/assessments/<int:assessment_pk>/parts/<int:number>", conversation.part, name="assess-part"),
    path("<int:pk>/assessments/<int:assessment_pk>/finish", conversation.finish, name="assess-finish"),
    path("<int:pk>/assessments/<int:assessment_pk>/staff", conversation.staff_levels, name="assess-staff"),
    path("<int:pk>/needs/add", needs.add, name="need-add"),
    path("needs/<int:pk>", needs.need, name="need"),
    path("needs/<int:pk>/edit", needs.edit, name="need-edit"),
    path("needs/<int:pk>/close", needs.close, name="need-close"),
    path("needs/<int:pk>/open", needs.reopen, name="need-open"),
    path("needs/<int:pk>/first-step", needs.first_step, name="need-first-step"),
    path("<int:pk>/priorities", needs.priorities, name="priorities"),
    path("<int:pk>/help/add", needs.service_add, name="service-add"),
    path("<int:pk>/assign", assignment.assign, name="assign"),
    path("<int:pk>/assignments/<int:assignment_pk>/end", assignment.end, name="assignment-end"),
    path("<int:pk>/reviewers", assignment.reviewers, name="reviewers"),
    path("<int:pk>/reason", assignment.reason, name="reason"),
]
