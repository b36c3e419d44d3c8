"""The addresses of the registry, under /sekolah/."""

from django.urls import path, re_path

from schools.views import schools as views

app_name = "schools"
urlpatterns = [
    path("", views.schools, name="schools"),
    re_path(r"^ekspor\.(?P<kind>csv|xlsx)\Z", views.export, name="export"),
    path("tambah/", views.school_add, name="school-add"),
    path("kecamatan/", views.district_search, name="district-search"),
    path("program/<int:pk>/ubah/", views.membership_edit, name="membership-edit"),
    path("<npsn:npsn>/", views.school, name="school"),
    path("<npsn:npsn>/ubah/", views.school_edit, name="school-edit"),
    path("<npsn:npsn>/riwayat/", views.school_history, name="school-history"),
    path("<npsn:npsn>/program/tambah/", views.membership_add, name="membership-add"),
]
