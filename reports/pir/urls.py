"""Addresses of the PIR, part of the reports' own: reports:pir-…"""

from django.urls import path

from reports.pir import views

urlpatterns = [
    path("", views.latest, name="pir"),
    path("forms/", views.forms, name="pir-forms"),
    path("forms/copy/", views.copy, name="pir-form-copy"),
    path("forms/<int:pk>/", views.form, name="pir-form"),
    path("forms/<int:pk>/use/", views.use, name="pir-form-use"),
    path("forms/<int:pk>/drop/", views.drop, name="pir-form-drop"),
    path("forms/<int:pk>/numbers/", views.numbers, name="pir-numbers"),
    path("forms/<int:pk>/mapping/", views.mapping, name="pir-mapping"),
    path("forms/<int:pk>/items/add/", views.item_add, name="pir-item-add"),
    path("forms/<int:pk>/items/<int:item_pk>/", views.item, name="pir-item-edit"),
    path("forms/<int:pk>/items/<int:item_pk>/drop/", views.item_drop, name="pir-item-drop"),
    path("workbooks/", views.workbooks, name="pir-workbooks"),
    path("workbooks/<int:pk>/", views.workbook, name="pir-workbook"),
    path("frozen/<int:pk>/<str:code>/", views.run_item, name="pir-run-item"),
    path("years/<int:pk>/", views.worksheet, name="pir-sheet"),
    path("years/<int:pk>/items/<str:code>/", views.one_item, name="pir-item"),
    path("years/<int:pk>/said/<str:code>/", views.said, name="pir-said"),
    path("years/<int:pk>/freeze/", views.freeze, name="pir-freeze"),
    path("years/<int:pk>/missing/", views.missing, name="pir-missing"),
    path("years/<int:pk>/country/", views.country, name="pir-country"),
    path("years/<int:pk>/country/file/", views.country_file, name="pir-country-file"),
    path("years/<int:pk>/file.<slug:kind>", views.sheet_file, name="pir-file"),
]
