"""The addresses of the registry, under /sekolah/."""

from django.urls import path, re_path

from schools.views import bulk, duplicates, existence, mergers, places, proposals
from schools.views import schools as views

app_name = "schools"
urlpatterns = [
    path("", views.schools, name="schools"),
    re_path(r"^ekspor\.(?P<kind>csv|xlsx)\Z", views.export, name="export"),
    path("peta/", places.school_map, name="map"),
    path("peta/titik.json", places.map_points, name="map-points"),
    re_path(
        r"^peta/(?P<level>district|village)\.json\Z", places.map_boundaries, name="map-boundaries"
    ),
    re_path(r"^massal/(?P<kind>program|kecamatan)/\Z", bulk.bulk, name="bulk"),
    path("massal/batalkan/", bulk.bulk_undo, name="bulk-undo"),
    path("tambah/", views.school_add, name="school-add"),
    path("kecamatan/", views.district_search, name="district-search"),
    path("program/<int:pk>/ubah/", views.membership_edit, name="membership-edit"),
    path("usulan/", proposals.proposals, name="proposals"),
    path("usulan/<int:pk>/", proposals.proposal, name="proposal"),
    path("usulan/<int:pk>/tarik/", proposals.proposal_withdraw, name="proposal-withdraw"),
    path("duplikat/", duplicates.duplicates, name="duplicates"),
    path("duplikat/berbeda/", duplicates.pair_apart, name="pair-apart"),
    path("duplikat/berbeda/<int:pk>/tarik/", duplicates.pair_withdraw, name="pair-withdraw"),
    path("gabungan/<int:pk>/", mergers.merger, name="merger"),
    path("gabungan/<int:pk>/batalkan/", mergers.merger_undo, name="merger-undo"),
    path("<npsn:npsn>/gabung/", mergers.school_merge, name="school-merge"),
    path("<npsn:npsn>/usulkan/", proposals.proposal_add, name="proposal-add"),
    path("<npsn:npsn>/tutup/", existence.school_close, name="school-close"),
    path("<npsn:npsn>/buka/", existence.school_reopen, name="school-reopen"),
    path("<npsn:npsn>/", views.school, name="school"),
    path("<small_npsn:npsn>/", views.school_by_small_npsn, name="school-by-small-npsn"),
    path("<npsn:npsn>/ubah/", views.school_edit, name="school-edit"),
    path("<npsn:npsn>/riwayat/", views.school_history, name="school-history"),
    path("<npsn:npsn>/program/tambah/", views.membership_add, name="membership-add"),
]
