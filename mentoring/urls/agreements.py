"""Addresses of the agreements."""

from django.urls import path

from mentoring.views import agreements as views

urlpatterns = [
    path("kerja-sama/", views.agreements, name="agreements"),
    path("kerja-sama/tambah/", views.agreement_add, name="agreement-add"),
    path("kerja-sama/<int:pk>/", views.agreement, name="agreement"),
    path("kerja-sama/<int:pk>/ubah/", views.agreement_edit, name="agreement-edit"),
    path("kerja-sama/<int:pk>/pindaian/", views.agreement_scan, name="agreement-scan"),
    path("kerja-sama/<int:pk>/kunjungan/", views.agreement_visits, name="agreement-visits"),
    path("kerja-sama/<int:pk>/pelatihan/", views.agreement_trainings, name="agreement-trainings"),
]
