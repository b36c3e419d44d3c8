"""The filters of the list of issues."""

import django_filters
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from mentoring.models import Issue
from portal.filters import ListFilter
from portal.forms import FilterSearch, FilterSelect
from schools.filters import in_area
from schools.models import School
from schools.queries.choices import area_choices


class Standing(TextChoices):
    """How an issue stands, as people ask for it."""

    OPEN = "terbuka", _("belum ditutup")
    HANDLED = Issue.State.HANDLED.value, Issue.State.HANDLED.label
    ANSWERED = Issue.State.ANSWERED.value, Issue.State.ANSWERED.label
    RETURNED = Issue.State.RETURNED.value, Issue.State.RETURNED.label
    CLOSED = Issue.State.CLOSED.value, Issue.State.CLOSED.label


class IssueFilter(ListFilter):
    """By school, standing, level and area."""

    redrawn = ["kecamatan"]

    q = django_filters.CharFilter(
        label=_("Nama sekolah atau NPSN"),
        method="of_school",
        max_length=120,
        widget=FilterSearch(),
    )
    keadaan = django_filters.ChoiceFilter(
        label=_("Keadaan"), method="standing", choices=Standing.choices, widget=FilterSelect()
    )
    tingkat = django_filters.ChoiceFilter(
        label=_("Tingkat"), field_name="level", choices=Issue.Level.choices, widget=FilterSelect()
    )
    kecamatan = django_filters.ChoiceFilter(
        label=_("Wilayah"), method="inside", widget=FilterSelect()
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        areas = area_choices(self.request.user, self.data.get("kecamatan", ""))
        if len(areas) > 1:
            self.filters["kecamatan"].extra["choices"] = areas
        else:
            del self.filters["kecamatan"]

    def of_school(self, issues, _name, text):
        return issues.filter(school__in=School.objects.search(text))

    def standing(self, issues, _name, standing):
        return issues.open() if standing == Standing.OPEN else issues.filter(state=standing)

    def inside(self, issues, _name, code):
        return issues.filter(school__in=in_area(School.objects.all(), code))
