"""Text templates, and what a report's text field offers to put in."""

from django.urls import path

from mentoring.views import snippets as views

urlpatterns = [
    path("templat-teks/", views.snippets, name="snippets"),
    path("templat-teks/tambah/", views.snippet_add, name="snippet-add"),
    path("templat-teks/<int:pk>/ubah/", views.snippet_edit, name="snippet-edit"),
    path("templat-teks/<int:pk>/hapus/", views.snippet_delete, name="snippet-delete"),
    path("kunjungan/<int:pk>/sisipan/", views.visit_insertable, name="visit-insertable"),
]
