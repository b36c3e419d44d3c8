"""The filters of the list of follow-ups."""

import django_filters
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from mentoring.filters.periods import PeriodForm
from mentoring.filters.visits import asked_indicator, facilitators_for, may_be_key
from mentoring.models import FollowUp
from mentoring.queries.ageing import BANDS, NONE
from portal.filters import ListFilter
from portal.forms import FilterDate, FilterSearch, FilterSelect
from schools.filters import in_area
from schools.models import School
from schools.queries.choices import area_choices


class Standing(TextChoices):
    """How a follow-up stands today, as people ask for it."""

    OVERDUE = "lewat", _("lewat tenggat")
    OPEN = "terbuka", _("belum selesai")
    WAITING = "verifikasi", _("menunggu verifikasi")
    VERIFIED = "terverifikasi", _("terverifikasi")
    DONE = "selesai", _("selesai, terverifikasi atau belum")


class PlaceFilter(ListFilter):
    """By area alone: what the view of ages is narrowed by."""

    kecamatan = django_filters.ChoiceFilter(
        label=_("Wilayah"), method="inside", widget=FilterSelect()
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        areas = area_choices(self.request.user, self.data.get("kecamatan", ""))
        self.offer("kecamatan", areas, least=2)

    def inside(self, follow_ups, _name, code):
        return follow_ups.filter(visit__school__in=in_area(School.objects.all(), code))

    @property
    def chosen(self) -> dict[str, str]:
        """The filters in force, as an address names them."""
        valid = self.form.cleaned_data if self.form.is_valid() else {}
        return {name: value for name, value in valid.items() if value}


class FollowUpFilter(PlaceFilter):
    """By school, standing, lateness, owner, priority, area, indicator and due date.

    One person and one indicator are asked for by links; they are no list to choose from.
    """

    redrawn = ["kecamatan", "sampai"]

    q = django_filters.CharFilter(
        label=_("Nama sekolah atau NPSN"),
        method="of_school",
        max_length=120,
        widget=FilterSearch(),
    )
    keadaan = django_filters.ChoiceFilter(
        label=_("Keadaan"), method="standing", choices=Standing.choices, widget=FilterSelect()
    )
    terlambat = django_filters.ChoiceFilter(
        label=_("Terlambat"),
        method="late",
        choices=[(band.value, band.label) for band in BANDS],
        widget=FilterSelect(),
    )
    prioritas = django_filters.ChoiceFilter(
        label=_("Prioritas"),
        field_name="priority",
        choices=FollowUp.Priority.choices,
        widget=FilterSelect(),
    )
    pelaksana = django_filters.ChoiceFilter(
        label=_("Pelaksana"),
        field_name="owner",
        choices=FollowUp.Owner.choices,
        widget=FilterSelect(),
    )
    fasilitator = django_filters.ChoiceFilter(
        label=_("Fasilitator"), field_name="visit__facilitator", widget=FilterSelect()
    )
    orang = django_filters.ChoiceFilter(
        label=_("Orang"), field_name="owner_person", method="of", widget=FilterSelect()
    )
    indikator = django_filters.ChoiceFilter(
        label=_("Indikator"), field_name="indicator", method="of", widget=FilterSelect()
    )
    dari = django_filters.DateFilter(
        label=_("Tenggat dari"), field_name="due_on", lookup_expr="gte", widget=FilterDate()
    )
    sampai = django_filters.DateFilter(
        label=_("Tenggat sampai"), field_name="due_on", lookup_expr="lte", widget=FilterDate()
    )

    class Meta:
        form = PeriodForm

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.offer("fasilitator", facilitators_for(self.request), least=2)
        self.offer("orang", self._unnamed("orang") or self._asked_person(), least=1)
        self.offer("indikator", self._unnamed("indikator") or asked_indicator(self), least=1)

    def _unnamed(self, name: str) -> list[tuple[str, str]]:
        """The choice of those that name nobody or nothing, where the address asks for it."""
        return [(NONE, _("tidak disebut"))] if self.data.get(name) == NONE else []

    def _asked_person(self) -> list[tuple[str, str]]:
        """The one person that the address asks for, among those of the reader's rows."""
        asked = self.data.get("orang", "")
        if not may_be_key(asked):
            return []
        found = self.queryset.filter(owner_person=asked).select_related("owner_person").first()
        return [(asked, str(found.owner_person))] if found else []

    def of(self, follow_ups, path, asked):
        return follow_ups.filter(**{path: None if asked == NONE else asked})

    def late(self, follow_ups, _name, value):
        band = next(band for band in BANDS if band.value == value)
        return follow_ups.late_by(band.first, band.last)

    def of_school(self, follow_ups, _name, text):
        return follow_ups.filter(visit__school__in=School.objects.search(text))

    def standing(self, follow_ups, _name, standing):
        if standing == Standing.OVERDUE:
            return follow_ups.overdue()
        if standing == Standing.OPEN:
            return follow_ups.open()
        if standing == Standing.WAITING:
            return follow_ups.waiting_for_verification()
        if standing == Standing.VERIFIED:
            return follow_ups.filter(state=FollowUp.State.VERIFIED)
        return follow_ups.filter(state__in=[FollowUp.State.DONE, FollowUp.State.VERIFIED])
