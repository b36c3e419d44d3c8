"""Filters of the list of agreements."""

import django_filters
from django.db.models import Q, QuerySet
from django.forms import SearchInput
from django.utils.translation import gettext_lazy as _

from mentoring.models import Agreement
from portal.filters import ListFilter
from portal.forms import FilterSelect


class AgreementFilter(ListFilter):
    q = django_filters.CharFilter(
        label=_("Cari judul atau nomor"),
        method="search",
        widget=SearchInput(attrs={"class": "form-control"}),
    )
    jenis = django_filters.ChoiceFilter(
        label=_("Jenis"),
        field_name="kind",
        choices=Agreement.Kind.choices,
        widget=FilterSelect(),
    )
    status = django_filters.ChoiceFilter(
        label=_("Status"),
        method="of_status",
        choices=Agreement.Status.choices,
        widget=FilterSelect(),
    )

    class Meta:
        model = Agreement
        fields = []

    def search(self, agreements: QuerySet, name: str, text: str) -> QuerySet:
        return agreements.filter(
            Q(title__icontains=text)
            | Q(first_number__icontains=text)
            | Q(second_number__icontains=text)
        )

    def of_status(self, agreements: QuerySet, name: str, status: str) -> QuerySet:
        return agreements.of_status(status)
