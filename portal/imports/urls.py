"""The addresses of the imports, under /impor/."""

from django.urls import path

from portal.imports import views

app_name = "imports"
urlpatterns = [
    path("", views.batches, name="batches"),
    path("baru/", views.kinds, name="kinds"),
    path("baru/<slug:kind>/", views.upload, name="upload"),
    path("baru/<slug:kind>/contoh.xlsx", views.template, name="template"),
    path("<int:pk>/", views.batch, name="batch"),
    path("<int:pk>/kemajuan/", views.progress, name="progress"),
    path("<int:pk>/tidak-ada/", views.missing, name="missing"),
    path("<int:pk>/tidak-ada.xlsx", views.missing_export, name="missing-export"),
    path("<int:pk>/kolom/", views.matching, name="matching"),
    path("<int:pk>/baris/", views.change_row, name="change-row"),
    path("<int:pk>/simpan/", views.commit, name="commit"),
    path("<int:pk>/batalkan/", views.undo, name="undo"),
    path("<int:pk>/lanjutkan/", views.resume, name="resume"),
    path("<int:pk>/buang/", views.discard, name="discard"),
    path("<int:pk>/berkas/", views.file, name="file"),
    path("<int:pk>/bertanda.xlsx", views.marked, name="marked"),
]
