"""The filters of the pages of assignments: facilitators, and schools that nobody accompanies."""

import django_filters
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from portal.filters import ListFilter
from portal.forms import FilterSearch, FilterSelect
from schools.filters import in_area, in_cohort
from schools.queries.choices import area_choices, programme_choices

FULL, FREE, NONE = "penuh", "lowong", "kosong"


class FacilitatorFilter(ListFilter):
    """By name, and by whether there is room for another school."""

    q = django_filters.CharFilter(
        label=_("Nama"), field_name="name", lookup_expr="icontains", widget=FilterSearch()
    )
    beban = django_filters.ChoiceFilter(
        label=_("Jumlah sekolah"),
        method="by_load",
        choices=[
            (FULL, _("Sampai batas")),
            (FREE, _("Masih ada tempat")),
            (NONE, _("Belum ada sekolah")),
        ],
        widget=FilterSelect(),
    )

    def by_load(self, facilitators, _name, load):
        if load == NONE:
            return facilitators.filter(held=0)
        return facilitators.filter(
            **({"held__gte": F("most")} if load == FULL else {"held__lt": F("most")})
        )


class CoverageFilter(ListFilter):
    """By school, area and programme."""

    redrawn = ["kecamatan"]

    q = django_filters.CharFilter(
        label=_("Nama atau NPSN"), method="search", max_length=120, widget=FilterSearch()
    )
    kecamatan = django_filters.ChoiceFilter(
        label=_("Wilayah"), method="inside", widget=FilterSelect()
    )
    program = django_filters.ChoiceFilter(
        label=_("Program"), method="member", widget=FilterSelect()
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        choices = {
            "kecamatan": area_choices(self.request.user, self.data.get("kecamatan", "")),
            "program": programme_choices(),
        }
        for name, offered in choices.items():
            if offered:
                self.filters[name].extra["choices"] = offered
            else:
                del self.filters[name]

    def search(self, schools, _name, text):
        return schools.search(text)

    def inside(self, schools, _name, code):
        return in_area(schools, code)

    def member(self, schools, _name, choice):
        return in_cohort(schools, choice)
