"""Filters of the list of instruments."""

import django_filters
from django.db.models import Q, QuerySet
from django.forms import SearchInput, Select
from django.utils.translation import gettext_lazy as _

from mentoring.models import Instrument
from portal.filters import ListFilter


class InstrumentFilter(ListFilter):
    q = django_filters.CharFilter(
        label=_("Cari nama atau kode"),
        method="search",
        max_length=120,
        widget=SearchInput(attrs={"class": "form-control"}),
    )
    status = django_filters.ChoiceFilter(
        label=_("Status"),
        field_name="state",
        choices=Instrument.State.choices,
        widget=Select(attrs={"class": "form-select"}),
    )

    def search(self, instruments: QuerySet, name: str, text: str) -> QuerySet:
        return instruments.filter(Q(name__icontains=text) | Q(code__icontains=text))
