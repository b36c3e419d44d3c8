"""The columns of the catalogue and of the list of schools' figures."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from indicators.figures import written
from indicators.models import Indicator, Measurement
from indicators.templatetags.indicators import colour_badge
from portal.lists import Column


def levels(indicator: Indicator) -> str:
    """The kinds of places that the Rapor prints the indicator for."""
    kinds = (
        (indicator.at_school, _("sekolah")),
        (indicator.at_city, _("kabupaten/kota")),
        (indicator.at_province, _("provinsi")),
    )
    return ", ".join(kind for available, kind in kinds if available)


CATALOGUE = [
    Column(
        "nama", gettext_lazy("Nama"), lambda i: i.name, order=("name", "service"), on_phone=True
    ),
    Column(
        "kode",
        gettext_lazy("Kode"),
        lambda i: i.code,
        order=("service", "code_order", "name"),
        on_phone=True,
    ),
    Column(
        "layanan",
        gettext_lazy("Layanan"),
        lambda i: i.service,
        order=("service", "code_order", "name"),
        on_phone=True,
    ),
    Column("satuan", gettext_lazy("Satuan"), lambda i: i.get_unit_display()),
    Column("sumber", gettext_lazy("Sumber data"), lambda i: i.data_source or "–"),
    Column("tingkat", gettext_lazy("Tersedia untuk"), levels),
]


def _label(measurement: Measurement) -> str:
    return colour_badge(measurement.colour, measurement.label)


SCHOOL_FIGURES = [
    Column(
        "sekolah",
        gettext_lazy("Sekolah"),
        lambda m: m.school.name,
        order=("school__name",),
        on_phone=True,
    ),
    Column("npsn", gettext_lazy("NPSN"), lambda m: m.school.npsn, order=("school__npsn",)),
    Column(
        "kecamatan",
        gettext_lazy("Kecamatan"),
        lambda m: m.school.district.name,
        order=("school__district__name", "school__name"),
    ),
    Column(
        "nilai",
        gettext_lazy("Nilai"),
        lambda m: written(m.indicator, m.value),
        order=("value", "school__name"),
        numeric=True,
        on_phone=True,
    ),
    Column("label", gettext_lazy("Label"), _label, order=("colour", "value"), on_phone=True),
    Column("sumber", gettext_lazy("Sumber"), lambda m: m.source),
    Column("status", gettext_lazy("Status"), lambda m: m.get_state_display()),
]
