"""The filters of the need list and of the fairness view."""

import django_filters
from django.utils.translation import gettext_lazy as _

from mentoring.filters.visits import facilitators_for
from mentoring.models import Assignment
from mentoring.queries.need import never_visited, visited_too_little, visited_too_much
from portal.filters import ListFilter
from portal.forms import FilterSearch, FilterSelect
from portal.models import Area, inside_area
from schools.models import School, Stage
from schools.queries.choices import area_choices

ALL = "semua"
NEVER, LITTLE, MUCH = "belum", "kurang", "lebih"


class _PlaceFilter(ListFilter):
    """By school, area and facilitator."""

    redrawn = ["kecamatan"]

    q = django_filters.CharFilter(
        label=_("Nama atau NPSN"), method="search", max_length=120, widget=FilterSearch()
    )
    kecamatan = django_filters.ChoiceFilter(
        label=_("Wilayah"), method="inside", widget=FilterSelect()
    )
    fasilitator = django_filters.ChoiceFilter(
        label=_("Fasilitator"), method="accompanied_by", widget=FilterSelect()
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        choices = {
            "kecamatan": area_choices(self.request.user, self.data.get("kecamatan", "")),
            "fasilitator": facilitators_for(self.request),
        }
        for name, offered in choices.items():
            if len(offered) > 1:
                self.filters[name].extra["choices"] = offered
            else:
                del self.filters[name]

    def search(self, needs, _name, text):
        return needs.filter(school__in=School.objects.search(text))

    def inside(self, needs, _name, code):
        return needs.filter(inside_area(Area(code=code), "district__code"))

    def accompanied_by(self, needs, _name, person):
        held = Assignment.objects.on().filter(facilitator=person)
        return needs.filter(pk__in=held.values("school"))


class NeedFilter(_PlaceFilter):
    """Schools of programmes and facilitators, unless all are asked for."""

    jenjang = django_filters.ChoiceFilter(
        label=_("Jenjang"), field_name="school__stage", choices=Stage.choices, widget=FilterSelect()
    )
    sekolah = django_filters.ChoiceFilter(
        label=_("Sekolah"),
        method="of_all",
        choices=[(ALL, _("Semua sekolah"))],
        empty_label=_("Sekolah program dan dampingan"),
        widget=FilterSelect(),
    )

    def filter_queryset(self, needs):
        if not self.form.cleaned_data.get("sekolah"):
            needs = needs.filter(accompanied=True)
        return super().filter_queryset(needs)

    def of_all(self, needs, _name, _value):
        return needs


class FairnessFilter(_PlaceFilter):
    """Never visited unless another imbalance is asked for."""

    keadaan = django_filters.ChoiceFilter(
        label=_("Keadaan"),
        method="by_state",
        choices=[(LITTLE, _("Terlalu jarang dikunjungi")), (MUCH, _("Jauh melebihi rencana"))],
        empty_label=_("Belum pernah dikunjungi"),
        widget=FilterSelect(),
    )

    def filter_queryset(self, needs):
        if not self.form.cleaned_data.get("keadaan"):
            needs = never_visited(needs)
        return super().filter_queryset(needs)

    def by_state(self, needs, _name, state):
        return {LITTLE: visited_too_little, MUCH: visited_too_much}[state](needs)
