"""Addresses of the regulations."""

from django.urls import path

from mentoring.views import regulations as views

urlpatterns = [
    path("regulasi/", views.regulations, name="regulations"),
    path("kerja-sama/<int:pk>/regulasi/tambah/", views.regulation_add, name="regulation-add"),
    path("regulasi/<int:pk>/", views.regulation, name="regulation"),
    path("regulasi/<int:pk>/ubah/", views.regulation_edit, name="regulation-edit"),
    path("regulasi/<int:pk>/langkah/", views.regulation_step, name="regulation-step"),
    path("regulasi/<int:pk>/berkas/", views.regulation_file, name="regulation-file"),
]
