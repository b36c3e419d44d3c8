"""What a list of schools can be narrowed by."""

import re
from datetime import date

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.dates import has_come
from portal.filters import ListFilter
from portal.forms import FilterDate, FilterSearch, FilterSelect
from portal.models import Area, inside_area
from schools.models import (
    NPSN_PATTERN,
    Accreditation,
    Membership,
    School,
    Stage,
    State,
    Status,
)
from schools.queries.choices import area_choices, programme_choices

UNKNOWN = "belum"


def in_area(schools: QuerySet[School], code: str) -> QuerySet[School]:
    """The schools inside the area with this code."""
    return schools.filter(inside_area(Area(code=code), "district__code"))


def in_cohort(schools: QuerySet[School], choice: str, on: date | None = None) -> QuerySet[School]:
    """The schools that are members of a programme on a day (today by default).

    In any cohort, or in the one named.
    """
    code, _colon, cohort = choice.partition(":")
    members = Membership.objects.on(on).filter(programme__code=code)
    if cohort:
        members = members.filter(cohort=cohort)
    return schools.filter(pk__in=members.values("school"))


def day_asked(query: QueryDict) -> date | None:
    """The earlier day that a list is asked for (`per`); None for today and for what is no such day."""
    try:
        day = forms.DateField().clean(query.get("per"))
        has_come(day)
    except ValidationError:
        return None
    return day if day < timezone.localdate() else None


class SchoolFilter(ListFilter):
    """The filters of the list of schools; areas and programmes only where there is a choice."""

    redrawn = ["kecamatan"]

    q = django_filters.CharFilter(
        label=_("Nama atau NPSN"),
        method="search",
        max_length=120,
        widget=FilterSearch(),
    )
    kecamatan = django_filters.ChoiceFilter(
        label=_("Wilayah"), method="inside", widget=FilterSelect()
    )
    jenjang = django_filters.ChoiceFilter(
        label=_("Jenjang"), field_name="stage", choices=Stage.choices, widget=FilterSelect()
    )
    status = django_filters.ChoiceFilter(
        label=_("Status"), choices=Status.choices, widget=FilterSelect()
    )
    akreditasi = django_filters.ChoiceFilter(
        label=_("Akreditasi"),
        method="accredited",
        choices=[*Accreditation.choices, (UNKNOWN, _("Belum ada data"))],
        widget=FilterSelect(),
    )
    keadaan = django_filters.ChoiceFilter(
        label=_("Keadaan"),
        field_name="state",
        choices=[(State.CLOSED, _("Tutup")), (State.MERGED, _("Bergabung"))],
        empty_label=_("Buka"),
        widget=FilterSelect(),
    )
    program = django_filters.ChoiceFilter(
        label=_("Program"), method="member", widget=FilterSelect()
    )
    per = django_filters.DateFilter(
        label=_("Per tanggal"),
        method="of_a_day",
        widget=FilterDate(),
        validators=[has_come],
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

    def filter_queryset(self, schools):
        """Schools that exist, unless those that ceased, or one by its NPSN, are asked for."""
        asked = self.form.cleaned_data
        if not asked.get("keadaan") and not re.match(NPSN_PATTERN, asked.get("q", "").upper()):
            schools = schools.existing()
        return super().filter_queryset(schools)

    def accredited(self, schools, _name, result):
        return schools.filter(accreditation="" if result == UNKNOWN else result)

    def search(self, schools, _name, text):
        return schools.search(text)

    def inside(self, schools, _name, code):
        return in_area(schools, code)

    def member(self, schools, _name, choice):
        return in_cohort(schools, choice, on=self.form.cleaned_data.get("per"))

    def of_a_day(self, schools, _name, _day):
        """The view has chosen the rows of that day already."""
        return schools
