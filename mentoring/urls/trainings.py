"""Addresses of the trainings."""

from django.urls import path

from mentoring.views import participants
from mentoring.views import trainings as views

urlpatterns = [
    path("pelatihan/", views.trainings, name="trainings"),
    path("pelatihan/tambah/", views.training_add, name="training-add"),
    path("pelatihan/<int:pk>/", views.training, name="training"),
    path("pelatihan/<int:pk>/ubah/", views.training_edit, name="training-edit"),
    path("pelatihan/<int:pk>/sesi/tambah/", views.session_add, name="session-add"),
    path(
        "pelatihan/<int:pk>/peserta/tambah/", participants.participant_add, name="participant-add"
    ),
    path("peserta/<int:pk>/hapus/", participants.participant_delete, name="participant-delete"),
    path("sesi/<int:pk>/ubah/", views.session_edit, name="session-edit"),
    path("sesi/<int:pk>/hapus/", views.session_delete, name="session-delete"),
    path("sesi/<int:pk>/kehadiran/", participants.attendance, name="attendance"),
]
