from django.urls import path, register_converter
from django.urls.converters import StringConverter

from indicators.views import catalogue, measurements, places, years


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
    path("sekolah/<npsn:npsn>/ringkas/", places.school_panel, name="school-panel"),
    path("katalog/", catalogue.catalogue, name="catalogue"),
    path("katalog/<int:pk>/", catalogue.indicator, name="indicator"),
    path("nilai/baru/", measurements.measurement_add, name="measurement-add"),
    path("nilai/<int:pk>/", measurements.measurement, name="measurement"),
    path("nilai/<int:pk>/koreksi/", measurements.measurement_correct, name="measurement-correct"),
]
