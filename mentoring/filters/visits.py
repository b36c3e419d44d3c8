"""The filters of the list of visits."""

import django_filters
from django.utils.translation import gettext_lazy as _

from indicators.models import Indicator
from mentoring.filters.periods import PeriodForm
from mentoring.models import Assignment, Visit
from portal.filters import ListFilter
from portal.forms import FilterDate, FilterSearch, FilterSelect
from portal.models import User
from schools.filters import in_area
from schools.models import School
from schools.queries.choices import area_choices

MOST_DIGITS = 18  # a primary key is no longer


def may_be_key(text: str) -> bool:
    """Whether a text of an address can be a primary key at all."""
    return text.isdecimal() and len(text) <= MOST_DIGITS


def facilitators_for(request) -> list[tuple[str, str]]:
    """The facilitators of the schools that the reader sees: few, because assignments name them."""
    assigned = Assignment.objects.visible_to(request.user).order_by().values("facilitator")
    people = User.objects.filter(pk__in=assigned).order_by("name").values_list("pk", "name")
    return [(str(pk), name) for pk, name in people]


def asked_indicator(filterset: ListFilter) -> list[tuple[str, str]]:
    """The one indicator that a list's address asks for, with records or without."""
    asked = filterset.data.get("indikator", "")
    if not may_be_key(asked):
        return []
    found = Indicator.objects.visible_to(filterset.request.user).filter(pk=asked).first()
    return [(asked, str(found))] if found else []


class VisitFilter(ListFilter):
    """By school, state, area, facilitator, indicator and period.

    One indicator is asked for by links; it is no list to choose from.
    """

    redrawn = ["kecamatan", "sampai"]

    q = django_filters.CharFilter(
        label=_("Nama sekolah atau NPSN"),
        method="of_school",
        max_length=120,
        widget=FilterSearch(),
    )
    status = django_filters.ChoiceFilter(
        label=_("Status"), field_name="state", choices=Visit.State.choices, widget=FilterSelect()
    )
    kecamatan = django_filters.ChoiceFilter(
        label=_("Wilayah"), method="inside", widget=FilterSelect()
    )
    fasilitator = django_filters.ChoiceFilter(
        label=_("Fasilitator"), field_name="facilitator", widget=FilterSelect()
    )
    indikator = django_filters.ChoiceFilter(
        label=_("Indikator"), field_name="indicators", widget=FilterSelect()
    )
    dari = django_filters.DateFilter(
        label=_("Dari tanggal"), field_name="date", lookup_expr="gte", widget=FilterDate()
    )
    sampai = django_filters.DateFilter(
        label=_("Sampai tanggal"), field_name="date", lookup_expr="lte", widget=FilterDate()
    )

    class Meta:
        form = PeriodForm

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        areas = area_choices(self.request.user, self.data.get("kecamatan", ""))
        self.offer("kecamatan", areas, least=2)
        self.offer("fasilitator", facilitators_for(self.request), least=2)
        self.offer("indikator", asked_indicator(self), least=1)

    def of_school(self, visits, _name, text):
        return visits.filter(school__in=School.objects.search(text))

    def inside(self, visits, _name, code):
        return visits.filter(school__in=in_area(School.objects.all(), code))
