"""Filters of the list of regulations."""

import django_filters
from django.db.models import Q, QuerySet
from django.forms import SearchInput, Select
from django.utils.translation import gettext_lazy as _

from mentoring.models import Regulation
from portal.filters import ListFilter


class RegulationFilter(ListFilter):
    q = django_filters.CharFilter(
        label=_("Cari nomor atau isi"),
        method="search",
        widget=SearchInput(attrs={"class": "form-control"}),
    )
    jenis = django_filters.ChoiceFilter(
        label=_("Jenis"),
        field_name="kind",
        choices=Regulation.Kind.choices,
        widget=Select(attrs={"class": "form-select"}),
    )
    status = django_filters.ChoiceFilter(
        label=_("Status"),
        field_name="state",
        choices=Regulation.State.choices,
        widget=Select(attrs={"class": "form-select"}),
    )

    class Meta:
        model = Regulation
        fields = []

    def search(self, regulations: QuerySet, name: str, text: str) -> QuerySet:
        return regulations.filter(Q(about__icontains=text) | Q(number__icontains=text))
