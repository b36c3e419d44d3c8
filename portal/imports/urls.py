"""The addresses of the imports, under /impor/."""

from django.urls import path

from portal.imports.views import batches, files, steps

app_name = "imports"
urlpatterns = [
    path("", batches.batches, name="batches"),
    path("baru/", batches.kinds, name="kinds"),
    path("baru/<slug:kind>/", batches.upload, name="upload"),
    path("baru/<slug:kind>/contoh.xlsx", files.template, name="template"),
    path("<int:pk>/", batches.batch, name="batch"),
    path("<int:pk>/kemajuan/", batches.progress, name="progress"),
    path("<int:pk>/tidak-ada/", files.missing, name="missing"),
    path("<int:pk>/tidak-ada.xlsx", files.missing_export, name="missing-export"),
    path("<int:pk>/kolom/", steps.matching, name="matching"),
    path("<int:pk>/baris/", steps.change_row, name="change-row"),
    path("<int:pk>/simpan/", steps.commit, name="commit"),
    path("<int:pk>/batalkan/", steps.undo, name="undo"),
    path("<int:pk>/lanjutkan/", steps.resume, name="resume"),
    path("<int:pk>/buang/", steps.discard, name="discard"),
    path("<int:pk>/berkas/", files.file, name="file"),
    path("<int:pk>/bertanda.xlsx", files.marked, name="marked"),
]
