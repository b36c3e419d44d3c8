"""The addresses of the notices, under /pemberitahuan/."""

from django.urls import path

from portal.notices import views

app_name = "notices"
urlpatterns = [
    path("", views.notices, name="notices"),
    path("dibaca/", views.all_read, name="all-read"),
    path("surel/", views.mail_choice, name="mail-choice"),
    path("<int:pk>/", views.open_notice, name="open"),
    path("<int:pk>/dibaca/", views.notice_read, name="read"),
]
