"""What the catalogue and the list of schools' figures can be narrowed by."""

import django_filters
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from indicators.models import Colour, Indicator, Measurement
from portal.filters import ListFilter
from portal.forms import FilterSearch, FilterSelect
from portal.models import Area, inside_area
from schools.models import School
from schools.search import words


def search_indicators(indicators: QuerySet[Indicator], text: str) -> QuerySet[Indicator]:
    """The indicators of which each word typed occurs in the code or the name."""
    for word in text.split():
        indicators = indicators.filter(Q(code__istartswith=word) | Q(name__icontains=word))
    return indicators


class IndicatorFilter(ListFilter):
    """The filters of the catalogue; it has a few hundred rows, its services and sources a few."""

    q = django_filters.CharFilter(
        label=_("Kode atau nama"), method="search", max_length=120, widget=FilterSearch()
    )
    layanan = django_filters.ChoiceFilter(
        label=_("Layanan"), field_name="service", widget=FilterSelect()
    )
    sumber = django_filters.ChoiceFilter(
        label=_("Sumber data"), field_name="data_source", widget=FilterSelect()
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        pairs = set(Indicator.objects.values_list("service", "data_source").distinct())
        services = sorted({service for service, _source in pairs})
        sources = sorted({source for _service, source in pairs if source})
        self.filters["layanan"].extra["choices"] = [(name, name) for name in services]
        self.filters["sumber"].extra["choices"] = [(name, name) for name in sources]

    def search(self, indicators, _name, text):
        return search_indicators(indicators, text)


class SchoolFigureFilter(ListFilter):
    """The filters of an area's schools; the view chose `indikator` and `tahun` beforehand."""

    q = django_filters.CharFilter(
        label=_("Nama sekolah atau NPSN"), method="search", max_length=120, widget=FilterSearch()
    )
    indikator = django_filters.ChoiceFilter(
        label=_("Indikator"), method="chosen", empty_label=None, widget=FilterSelect()
    )
    tahun = django_filters.ChoiceFilter(
        label=_("Tahun Rapor"), method="chosen", empty_label=None, widget=FilterSelect()
    )
    kecamatan = django_filters.ChoiceFilter(
        label=_("Wilayah"), method="inside", widget=FilterSelect()
    )
    warna = django_filters.ChoiceFilter(
        label=_("Warna"), field_name="colour", choices=Colour.choices, widget=FilterSelect()
    )

    def __init__(self, *args, area: Area, indicators: list[Indicator], years: list[int], **kwargs):
        super().__init__(*args, **kwargs)
        self.filters["indikator"].extra["choices"] = [(str(one.pk), str(one)) for one in indicators]
        self.filters["tahun"].extra["choices"] = [(str(year), str(year)) for year in years]
        parts = Area.objects.filter(parent=area, level__in=[Area.Level.CITY, Area.Level.DISTRICT])
        self.filters["kecamatan"].extra["choices"] = [(part.pk, part.name) for part in parts]
        if not parts:
            del self.filters["kecamatan"]

    def search(self, measurements: QuerySet[Measurement], _name, text):
        if not words(text):
            return measurements
        return measurements.filter(school__in=School.objects.search(text))

    def inside(self, measurements, _name, code):
        return measurements.filter(inside_area(Area(code=code), "school__district__code"))

    def chosen(self, measurements, _name, _value):
        """The rows were narrowed to one indicator and year before: each row is one school."""
        return measurements
