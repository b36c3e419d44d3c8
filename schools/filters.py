"""What a list of schools can be narrowed by."""

import re
from datetime import date
from itertools import groupby
from operator import itemgetter

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.dates import has_come
from portal.filters import ListFilter
from portal.forms import DateInput, FilterSelect
from portal.models import AREA_CODE, Area, User, area_path, inside_area
from schools.models import (
    NPSN_PATTERN,
    Accreditation,
    Membership,
    Programme,
    School,
    Stage,
    State,
    Status,
)

UNKNOWN = "belum"


def area_choices(user: User, chosen: str = "") -> list[tuple]:
    """The areas to choose from: those right below the user's own, and below each that is `chosen`.

    A province's user chooses a kabupaten/kota; then its kecamatan are offered too, in a group of its
    own. Kecamatan without schools are left out, unless chosen.
    """
    opened = [
        code
        for code in area_path(chosen)
        if re.match(AREA_CODE, code) and (user.area is None or user.area.contains(code))
    ]
    areas = Area.objects.in_scope_of(user).filter(Q(parent=user.area_id) | Q(parent__in=opened))
    if user.area_id or opened:  # right below the nation there are provinces only
        holding = Exists(School.objects.filter(district=OuterRef("pk")))
        areas = areas.exclude(level=Area.Level.VILLAGE).filter(
            ~Q(level=Area.Level.DISTRICT) | holding | Q(pk__in=opened)
        )
    areas = areas.order_by(F("parent_id").asc(nulls_first=True), "code")
    choices, names = [], {}
    for parent, members in groupby(
        areas.values_list("parent_id", "code", "name"), key=itemgetter(0)
    ):
        offered = [(code, name) for _parent, code, name in members]
        names.update(offered)
        choices += offered if parent == user.area_id else [(names[parent], offered)]
    return choices


def programme_choices() -> list[tuple]:
    """Each programme with its cohorts: `code` for all of them, `code:1` for the first."""
    latest = Membership.objects.filter(programme=OuterRef("pk")).order_by("-cohort")
    programmes = Programme.objects.order_by("name").values_list(
        "code", "name", Subquery(latest.values("cohort")[:1])
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
                    for cohort in range(1, (last or 0) + 1)
                ),
            ],
        )
        for code, name, last in programmes
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
        widget=forms.TextInput(
            attrs={"type": "search", "class": "form-control", "autocomplete": "off"}
        ),
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
        widget=DateInput(attrs={"class": "form-control"}),
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
