"""The table of all addresses. Every address is listed with its rule in tests/test_access.py."""

from django.contrib import admin
from django.urls import include, path

from portal import saved_views

urlpatterns = [
    path("", include("portal.home.urls")),
    path("tampilan/", saved_views.saved_views, name="saved-views"),
    path("tampilan/simpan/", saved_views.view_save, name="view-save"),
    path("tampilan/<int:pk>/hapus/", saved_views.view_delete, name="view-delete"),
    path("pemberitahuan/", include("portal.notices.urls")),
    path("sekolah/", include("schools.urls")),
    path("impor/", include("portal.imports.urls")),
    path("indikator/", include("indicators.urls")),
    path("", include("mentoring.urls")),
    path("akun/", include("portal.accounts.urls")),
    path("administrasi/", admin.site.urls),
]

handler400 = "portal.errors.bad_request"
handler403 = "portal.errors.permission_denied"
handler404 = "portal.errors.not_found"
handler429 = "portal.errors.too_many_requests"
handler500 = "portal.errors.server_error"
