"""What a list of schools can be narrowed by."""

from datetime import date
from itertools import groupby
from operator import attrgetter

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.forms import DateInput
from portal.models import Area, User, inside_area
from schools.models import Membership, Programme, School, Stage, Status

# More kecamatan than this are offered as kabupaten/kota.
MOST_AREAS = 200


def area_choices(user: User) -> list[tuple]:
    """Where the user's schools are: kecamatan by kabupaten/kota, either of which can be chosen.

    Where those are too many (the scope is a nation or a large province): kabupaten/kota under
    their province. Groups only where there is more than one.
    """
    areas = list(_areas_with_schools(user, Area.Level.DISTRICT, "district")[: MOST_AREAS + 1])
    if len(areas) > MOST_AREAS:
        areas = list(_areas_with_schools(user, Area.Level.CITY, "district__parent"))
    groups = [
        (parent, [(area.pk, area.name) for area in members])
        for parent, members in groupby(areas, key=attrgetter("parent"))
    ]
    if len(groups) <= 1:
        return groups[0][1] if groups else []
    return [
        (parent.name, [(parent.pk, _("Seluruh %s") % parent.name), *members])
        for parent, members in groups
    ]


def _areas_with_schools(user: User, level: Area.Level, place: str) -> QuerySet[Area]:
    schools = School.objects.visible_to(user).filter(**{place: OuterRef("pk")})
    areas = Area.objects.filter(Exists(schools), level=level)
    return areas.select_related("parent").order_by("code")


def programme_choices() -> list[tuple]:
    """Each programme with its cohorts: `code` for all of them, `code:1` for the first."""
    rows = (
        Programme.objects.order_by("name", "memberships__cohort")
        .values_list("code", "name", "memberships__cohort")
        .distinct()
    )
    return [
        (
            name,
            [
                (code, _("%s, semua angkatan") % name),
                *(
                    (
                        f"{code}:{cohort}",
                        _("%(programme)s, angkatan %(cohort)d")
                        % {"programme": name, "cohort": cohort},
                    )
                    for _code, _name, cohort in cohorts
                    if cohort
                ),
            ],
        )
        for (code, name), cohorts in groupby(rows, key=lambda row: row[:2])
    ]


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


def has_come(day: date) -> None:
    """Raises ValidationError for a day after today."""
    if day > timezone.localdate():
        raise ValidationError(_("Tanggal ini belum tiba. Pilih hari ini atau sebelumnya."))


def day_asked(query: QueryDict) -> date | None:
    """The earlier day that a list is asked for (`per`); None for today and for what is no such day."""
    try:
        day = forms.DateField().clean(query.get("per"))
        has_come(day)
    except ValidationError:
        return None
    return day if day < timezone.localdate() else None


def _select() -> forms.Select:
    return forms.Select(attrs={"class": "form-select"})


class SchoolFilter(django_filters.FilterSet):
    """The filters of the list of schools; areas and programmes only where there is a choice."""

    q = django_filters.CharFilter(
        label=_("Nama atau NPSN"),
        method="search",
        max_length=120,
        widget=forms.TextInput(
            attrs={"type": "search", "class": "form-control", "autocomplete": "off"}
        ),
    )
    kecamatan = django_filters.ChoiceFilter(label=_("Wilayah"), method="inside", widget=_select())
    jenjang = django_filters.ChoiceFilter(
        label=_("Jenjang"), field_name="stage", choices=Stage.choices, widget=_select()
    )
    status = django_filters.ChoiceFilter(
        label=_("Status"), choices=Status.choices, widget=_select()
    )
    program = django_filters.ChoiceFilter(label=_("Program"), method="member", widget=_select())
    per = django_filters.DateFilter(
        label=_("Per tanggal"),
        method="of_a_day",
        widget=DateInput(attrs={"class": "form-control"}),
        validators=[has_come],
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        choices = {
            "kecamatan": area_choices(self.request.user),
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
        return in_cohort(schools, choice, on=self.form.cleaned_data.get("per"))

    def of_a_day(self, schools, _name, _day):
        """The view has chosen the rows of that day already."""
        return schools
