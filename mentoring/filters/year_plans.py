"""The filters of the year plan."""

import django_filters
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.filters.visits import facilitators_for
from mentoring.models import Assignment
from mentoring.models.year_plans import FIRST_YEAR
from portal.filters import ListFilter
from portal.forms import FilterSearch, FilterSelect
from schools.filters import in_area
from schools.queries.choices import area_choices

MISSING = "belum"


class YearPlanFilter(ListFilter):
    """By school, area, facilitator and state of the plan."""

    redrawn = ["kecamatan"]

    q = django_filters.CharFilter(
        label=_("Nama atau NPSN"), method="search", max_length=120, widget=FilterSearch()
    )
    tahun = django_filters.ChoiceFilter(
        label=_("Tahun"), method="of_year", empty_label=_("Tahun ini"), widget=FilterSelect()
    )
    kecamatan = django_filters.ChoiceFilter(
        label=_("Wilayah"), method="inside", widget=FilterSelect()
    )
    fasilitator = django_filters.ChoiceFilter(
        label=_("Fasilitator"), method="accompanied_by", widget=FilterSelect()
    )
    rencana = django_filters.ChoiceFilter(
        label=_("Rencana"),
        method="by_plan",
        choices=[(MISSING, _("Belum disimpan"))],
        widget=FilterSelect(),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        this = timezone.localdate().year
        choices = {
            "tahun": [(str(year), str(year)) for year in range(this + 1, FIRST_YEAR - 1, -1)],
            "kecamatan": area_choices(self.request.user, self.data.get("kecamatan", "")),
            "fasilitator": facilitators_for(self.request),
        }
        for name, offered in choices.items():
            if len(offered) > 1:
                self.filters[name].extra["choices"] = offered
            else:
                del self.filters[name]

    def of_year(self, schools, _name, _year):
        """The view has chosen the schools of that year already."""
        return schools

    def search(self, schools, _name, text):
        return schools.search(text)

    def inside(self, schools, _name, code):
        return in_area(schools, code)

    def accompanied_by(self, schools, _name, person):
        held = Assignment.objects.on().filter(facilitator=person)
        return schools.filter(pk__in=held.values("school"))

    def by_plan(self, schools, _name, _state):
        return schools.filter(planned=None)
