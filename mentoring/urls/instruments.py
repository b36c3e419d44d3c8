"""Addresses of the instruments and of the parts of a draft."""

from django.urls import path

from mentoring.views import instrument_parts as parts
from mentoring.views import instruments as views

urlpatterns = [
    path("instrumen/", views.instruments, name="instruments"),
    path("instrumen/buat/", views.instrument_add, name="instrument-add"),
    path("instrumen/unggah/", views.instrument_import, name="instrument-import"),
    path("instrumen/<int:pk>/", views.instrument, name="instrument"),
    path("instrumen/<int:pk>/ubah/", views.instrument_edit, name="instrument-edit"),
    path("instrumen/<int:pk>/unduh/<kind>/", views.instrument_export, name="instrument-export"),
    path("instrumen/<int:pk>/terbitkan/", views.instrument_publish, name="instrument-publish"),
    path("instrumen/<int:pk>/tarik/", views.instrument_retire, name="instrument-retire"),
    path(
        "instrumen/<int:pk>/versi-baru/",
        views.instrument_new_version,
        name="instrument-new-version",
    ),
    path("instrumen/<int:pk>/hapus/", views.instrument_delete, name="instrument-delete"),
    path("instrumen/<int:pk>/bagian/", parts.section_add, name="instrument-section-add"),
    path("bagian/<int:pk>/ubah/", parts.section_edit, name="instrument-section-edit"),
    path("bagian/<int:pk>/hapus/", parts.section_delete, name="instrument-section-delete"),
    path("bagian/<int:pk>/pindah/", parts.section_move, name="instrument-section-move"),
    path("bagian/<int:pk>/butir/<kind>/", parts.item_add, name="instrument-item-add"),
    path("butir/<int:pk>/ubah/", parts.item_edit, name="instrument-item-edit"),
    path("butir/<int:pk>/hapus/", parts.item_delete, name="instrument-item-delete"),
    path("butir/<int:pk>/pindah/", parts.item_move, name="instrument-item-move"),
]
