from django.urls import path, register_converter
from django.urls.converters import StringConverter

from indicators.views import (
    catalogue,
    measurements,
    participation,
    places,
    quality,
    spm,
    spm_records,
    targets,
    years,
)


class AreaCode(StringConverter):
    """A Kemendagri code."""

    regex = r"[0-9]{2}(?:\.[0-9]+){0,3}"


register_converter(AreaCode, "area_code")

app_name = "indicators"

urlpatterns = [
    path("", places.overview, name="overview"),
    path("wilayah/<area_code:code>/", places.area, name="area"),
    path("wilayah/<area_code:code>/ringkas/", places.area_panel, name="area-panel"),
    path("wilayah/<area_code:code>/sekolah/", places.area_schools, name="area-schools"),
    path("wilayah/<area_code:code>/tahun/<int:year>/", years.area_year, name="area-year"),
    path(
        "wilayah/<area_code:code>/tahun/<int:year>/<slug:act>/",
        years.area_year_act,
        name="area-year-act",
    ),
    path("sekolah/<npsn:npsn>/", places.school, name="school"),
    path("sekolah/<npsn:npsn>/banding/", places.school_comparison, name="school-comparison"),
    path("sekolah/<npsn:npsn>/ringkas/", places.school_panel, name="school-panel"),
    path("katalog/", catalogue.catalogue, name="catalogue"),
    path("katalog/<int:pk>/", catalogue.indicator, name="indicator"),
    path("nilai/baru/", measurements.measurement_add, name="measurement-add"),
    path("nilai/<int:pk>/", measurements.measurement, name="measurement"),
    path("nilai/<int:pk>/koreksi/", measurements.measurement_correct, name="measurement-correct"),
    path("partisipasi/<area_code:code>/", participation.participation, name="participation"),
    path("partisipasi/<area_code:code>/baru/", participation.headcount_add, name="headcount-add"),
    path("partisipasi/jumlah/<int:pk>/", participation.headcount, name="headcount"),
    path(
        "partisipasi/jumlah/<int:pk>/koreksi/",
        participation.headcount_correct,
        name="headcount-correct",
    ),
    path(
        "partisipasi/jumlah/<int:pk>/hapus/",
        participation.headcount_remove,
        name="headcount-remove",
    ),
    path("mutu/<area_code:code>/", quality.quality, name="quality"),
    path("mutu/nilai/<int:pk>/<slug:rule>/terima/", quality.finding_accept, name="finding-accept"),
    path("mutu/diterima/<int:pk>/buka/", quality.acceptance_take_back, name="acceptance-take-back"),
    path("sasaran/", targets.targets, name="targets"),
    path("sasaran/baru/", targets.target_add, name="target-add"),
    path("sasaran/<int:pk>/", targets.target, name="target"),
    path("sasaran/<int:pk>/koreksi/", targets.target_correct, name="target-correct"),
    path("sasaran/<int:pk>/hapus/", targets.target_remove, name="target-remove"),
    path("spm/", spm.overview, name="spm-overview"),
    path("spm/<area_code:code>/", spm.spm, name="spm"),
    path("spm/<area_code:code>/perhitungan/", spm.steps, name="spm-steps"),
    path("spm/<area_code:code>/perhitungan/pdf/", spm.steps_pdf, name="spm-steps-pdf"),
    path("spm/<area_code:code>/triwulan/", spm.espm, name="spm-espm"),
    path("spm/<area_code:code>/triwulan/xlsx/", spm.espm_workbook, name="spm-espm-workbook"),
    path("spm/<area_code:code>/baris/baru/", spm_records.row_add, name="spm-row-add"),
    path("spm/<area_code:code>/resmi/baru/", spm_records.official_add, name="spm-official-add"),
    path("spm/baris/<int:pk>/", spm_records.row, name="spm-row"),
    path("spm/baris/<int:pk>/koreksi/", spm_records.row_correct, name="spm-row-correct"),
    path("spm/baris/<int:pk>/hapus/", spm_records.row_remove, name="spm-row-remove"),
    path("spm/resmi/<int:pk>/", spm_records.official, name="spm-official"),
    path("spm/resmi/<int:pk>/koreksi/", spm_records.official_correct, name="spm-official-correct"),
    path("spm/resmi/<int:pk>/hapus/", spm_records.official_remove, name="spm-official-remove"),
]
