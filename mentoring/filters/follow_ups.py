"""The filters of the list of follow-ups."""

import django_filters
from django import forms
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from mentoring.filters.visits import facilitators_for
from mentoring.models import FollowUp
from portal.forms import DateInput, FilterSelect
from schools.models import School


class Standing(TextChoices):
    """How a follow-up stands today, as people ask for it."""

    OVERDUE = "lewat", _("lewat tenggat")
    OPEN = "terbuka", _("belum selesai")
    DONE = "selesai", _("selesai")


def _date() -> DateInput:
    return DateInput(attrs={"class": "form-control"})


class FollowUpFilter(django_filters.FilterSet):
    """By school, standing, owner and due date."""

    q = django_filters.CharFilter(
        label=_("Nama sekolah atau NPSN"),
        method="of_school",
        max_length=120,
        widget=forms.TextInput(
            attrs={"type": "search", "class": "form-control", "autocomplete": "off"}
        ),
    )
    keadaan = django_filters.ChoiceFilter(
        label=_("Keadaan"), method="standing", choices=Standing.choices, widget=FilterSelect()
    )
    pelaksana = django_filters.ChoiceFilter(
        label=_("Pelaksana"),
        field_name="owner",
        choices=FollowUp.Owner.choices,
        widget=FilterSelect(),
    )
    fasilitator = django_filters.TypedChoiceFilter(
        label=_("Fasilitator"), field_name="visit__facilitator", coerce=int, widget=FilterSelect()
    )
    dari = django_filters.DateFilter(
        label=_("Tenggat dari"), field_name="due_on", lookup_expr="gte", widget=_date()
    )
    sampai = django_filters.DateFilter(
        label=_("Tenggat sampai"), field_name="due_on", lookup_expr="lte", widget=_date()
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        offered = facilitators_for(self.request)
        if len(offered) > 1:
            self.filters["fasilitator"].extra["choices"] = offered
        else:
            del self.filters["fasilitator"]

    def of_school(self, follow_ups, _name, text):
        return follow_ups.filter(visit__school__in=School.objects.search(text))

    def standing(self, follow_ups, _name, standing):
        if standing == Standing.OVERDUE:
            return follow_ups.overdue()
        if standing == Standing.OPEN:
            return follow_ups.open()
        return follow_ups.filter(state=FollowUp.State.DONE)
