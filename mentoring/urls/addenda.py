"""Addresses of addenda, of an agreement's former wording, and of its end and renewal."""

from django.urls import path

from mentoring.views import addenda as views
from mentoring.views import endings

urlpatterns = [
    path("kerja-sama/<int:pk>/adendum/tambah/", views.addendum_add, name="addendum-add"),
    path("kerja-sama/<int:pk>/isi/", views.agreement_as_of, name="agreement-as-of"),
    path("kerja-sama/<int:pk>/putuskan/", endings.agreement_end, name="agreement-end"),
    path("kerja-sama/<int:pk>/perpanjang/", endings.agreement_renew, name="agreement-renew"),
    path("adendum/<int:pk>/", views.addendum, name="addendum"),
    path("adendum/<int:pk>/pindaian/", views.addendum_scan, name="addendum-scan"),
]
